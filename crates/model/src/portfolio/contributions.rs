//! What was done on which day.

use crate::date::Day;

/// Days with counts; at least one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Contributions {
    /// Where the counts come from.
    pub source: String,
    /// The day they were taken.
    pub taken: Day,
    /// Whether the counts are made up to show the chart.
    pub sample: bool,
    /// Months shown at first: 3, 6 or 12.
    pub months: u32,
    /// Sorted by day, one entry a day.
    pub days: Vec<(Day, u32)>,
}

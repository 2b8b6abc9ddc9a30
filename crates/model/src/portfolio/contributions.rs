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
    /// The day that weeks begin on.
    pub week_start: WeekStart,
    /// Sorted by day, one entry a day.
    pub days: Vec<(Day, u32)>,
}

/// The day that weeks begin on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WeekStart {
    /// As ISO 8601 has it.
    #[default]
    Monday,
    /// As in the Americas, Japan or India.
    Sunday,
    /// As in much of the Arab world.
    Saturday,
}

impl WeekStart {
    /// Every one with the name the file uses.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Monday, "monday"), (Self::Sunday, "sunday"), (Self::Saturday, "saturday")];

    /// The weekday, 0 for Monday.
    pub fn weekday(self) -> u8 {
        [0, 6, 5][self as usize]
    }
}

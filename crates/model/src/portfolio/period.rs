//! From when to when.

use std::fmt;

use crate::date::{Month, PartialDate};

/// A span of months; without an end it lasts. Never ends before it starts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Period {
    /// First month.
    pub start: PeriodDate,
    /// Last month; `None` is "present".
    pub end: Option<PeriodDate>,
}

/// A month, or a year where the file names no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodDate {
    /// Shown as `2023`.
    Year(i32),
    /// Shown as `Oct 2023`.
    Month(Month),
}

/// `Oct 2023 – present`, `2021 – 2022`, or one date where both are the same.
///
/// ```
/// use vitrine_model::{Month, Period, PeriodDate};
///
/// let start = PeriodDate::Month(Month { year: 2023, month: 10 });
/// assert_eq!(Period { start, end: None }.to_string(), "Oct 2023 – present");
/// assert_eq!(Period { start, end: Some(PeriodDate::Year(2024)) }.to_string(), "Oct 2023 – 2024");
/// assert_eq!(Period { start, end: Some(start) }.to_string(), "Oct 2023");
/// ```
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        match self.end {
            None => f.write_str(" – present"),
            Some(end) if end == self.start => Ok(()),
            Some(end) => {
                f.write_str(" – ")?;
                end.fmt(f)
            }
        }
    }
}

impl PeriodDate {
    /// Its first month.
    pub fn first(self) -> Month {
        match self {
            Self::Year(year) => Month { year, month: 1 },
            Self::Month(month) => month,
        }
    }

    /// Its last month.
    pub fn last(self) -> Month {
        match self {
            Self::Year(year) => Month { year, month: 12 },
            Self::Month(month) => month,
        }
    }

    /// As the file writes it, for `datetime`.
    pub fn iso(self) -> String {
        PartialDate::from(self).iso()
    }
}

/// `2023` or `Oct 2023`.
impl fmt::Display for PeriodDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        PartialDate::from(*self).fmt(f)
    }
}

impl From<PeriodDate> for PartialDate {
    fn from(date: PeriodDate) -> Self {
        match date {
            PeriodDate::Year(year) => Self::Year(year),
            PeriodDate::Month(month) => Self::Month(month),
        }
    }
}

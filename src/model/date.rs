//! Civil dates of the proleptic Gregorian calendar, after Howard Hinnant's `chrono`-compatible algorithms.

/// A day, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Four digits.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
}

/// A date that may lack its day, or its day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartialDate {
    /// `2025`.
    Year(i32),
    /// `2025-03`.
    Month(Month),
    /// `2025-03-14`.
    Day(Day),
}

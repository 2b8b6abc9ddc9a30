//! Days, months and years as a portfolio writes them. Years have four digits. English names: the first render must
//! not depend on a locale.

use std::fmt;

use vitrine_lean::civil::{self, Civil};

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

impl Day {
    /// The day with this year, month (1 to 12) and day of the month (from 1); `None` when there is no such day.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        let day = Self::from_month(Month { year, month }).0 + i32::from(day) - 1;
        (1..=12).contains(&month).then_some(Self(day)).filter(|day| day.month() == Month { year, month })
    }

    /// The first day of a month.
    fn from_month(Month { year, month }: Month) -> Self {
        Self(civil::day_from_civil(Civil { year, month, day: 1 }))
    }

    /// Its year, month (1 to 12) and day of the month (from 1).
    pub fn ymd(self) -> (i32, u8, u8) {
        let Civil { year, month, day } = civil::civil_from_day(self.0);
        (year, month, day)
    }

    /// The month it is in.
    pub fn month(self) -> Month {
        let (year, month, _) = self.ymd();
        Month { year, month }
    }

    /// Reads `2025-03-14`.
    pub fn parse(text: &str) -> Option<Self> {
        let (month, day) = text.split_at_checked(7)?;
        let month = Month::parse(month)?;
        Self::from_ymd(month.year, month.month, two_digits(day.strip_prefix('-')?)?)
    }

    /// As `2025-03-14`, for `datetime`.
    pub fn iso(self) -> String {
        format!("{}-{:02}", self.month().iso(), self.ymd().2)
    }
}

impl Month {
    /// Reads `2025-03`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_at_checked(4)?;
        let month = two_digits(month.strip_prefix('-')?)?;
        (1..=12).contains(&month).then_some(Self { year: parse_year(year)?, month })
    }

    /// As `2025-03`, for `datetime`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}", self.year, self.month)
    }

    /// Its first day.
    pub fn first_day(self) -> Day {
        Day::from_month(self)
    }

    /// The month so many months later, or earlier.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        let index = self.index() + months;
        Self { year: index.div_euclid(12), month: index.rem_euclid(12) as u8 + 1 }
    }

    /// `Mar`.
    pub fn short_name(self) -> &'static str {
        civil::month_name(self.month).get(..3).unwrap_or_default()
    }

    /// Months since January of the year 0.
    fn index(self) -> i32 {
        self.year * 12 + i32::from(self.month) - 1
    }
}

/// How many months there are from `first` to `last`, both included; 0 when `last` is earlier.
pub fn months_between(first: Month, last: Month) -> u32 {
    (last.index() - first.index() + 1).max(0) as u32
}

/// A number of months as a résumé says it, such as `2 yrs 3 mos`.
pub fn duration(months: u32) -> String {
    let count = |number: u32, one: &str| match number {
        0 => String::new(),
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    };
    let (years, months) = (count(months / 12, "yr"), count(months % 12, "mo"));
    match (years.is_empty(), months.is_empty()) {
        (true, true) => "0 mos".to_owned(),
        (false, false) => format!("{years} {months}"),
        _ => years + &months,
    }
}

impl PartialDate {
    /// Reads `2025`, `2025-03` or `2025-03-14`.
    pub fn parse(text: &str) -> Option<Self> {
        match text.len() {
            4 => parse_year(text).map(Self::Year),
            7 => Month::parse(text).map(Self::Month),
            _ => Day::parse(text).map(Self::Day),
        }
    }

    /// As the file writes it, for `datetime`.
    pub fn iso(self) -> String {
        match self {
            Self::Year(year) => format!("{year:04}"),
            Self::Month(month) => month.iso(),
            Self::Day(day) => day.iso(),
        }
    }
}

/// `14 Mar 2025`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.ymd().2, self.month())
    }
}

/// `Mar 2025`.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.short_name(), self.year)
    }
}

/// `2025`, `Mar 2025` or `14 Mar 2025`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => year.fmt(f),
            Self::Month(month) => month.fmt(f),
            Self::Day(day) => day.fmt(f),
        }
    }
}

/// Reads a year that pages and calendars can handle: 1000 to 9999.
pub(super) fn parse_year(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.bytes().fold(0, |year, byte| year * 10 + i32::from(byte - b'0'))).filter(|year| *year >= 1000)
}

fn two_digits(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some((tens - b'0') * 10 + (ones - b'0')),
        _ => None,
    }
}

//! Days, months and years as a portfolio writes them. Years have four digits.

use vitrine_lean::civil::{self, Civil};
use vitrine_words::Words;

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

    /// Such as `14 Mar 2025`.
    pub fn short(self, words: Words) -> String {
        let month = self.month();
        words.date_short_day(&self.of_month(words), month.short_name(words), &words.year(month.year))
    }

    /// Such as `14 March 2025`.
    pub fn long(self, words: Words) -> String {
        let month = self.month();
        words.date_day(&self.of_month(words), month.name(words), &words.year(month.year))
    }

    /// The day of the month.
    pub fn of_month(self, words: Words) -> String {
        words.whole(self.ymd().2.into())
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

    /// Its name, such as `Mar`.
    pub fn short_name(self, words: Words) -> &'static str {
        words.date_short_months(usize::from(self.month).wrapping_sub(1))
    }

    /// Its name in full, such as `March`.
    pub fn name(self, words: Words) -> &'static str {
        words.date_months(usize::from(self.month).wrapping_sub(1))
    }

    /// Such as `Mar 2025`.
    pub fn short(self, words: Words) -> String {
        words.date_short_month(self.short_name(words), &words.year(self.year))
    }

    /// Such as `March 2025`.
    pub fn long(self, words: Words) -> String {
        words.date_month(self.name(words), &words.year(self.year))
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
pub fn duration(months: u32, words: Words) -> String {
    let (years, rest) = (months / 12, months % 12);
    let count_years = || words.date_count_years(years as usize);
    let count_months = || words.date_count_months(rest as usize);
    match (years, rest) {
        (0, _) => count_months(),
        (_, 0) => count_years(),
        _ => words.date_years_and_months(&count_years(), &count_months()),
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

    /// Such as `2025`, `Mar 2025` or `14 Mar 2025`.
    pub fn short(self, words: Words) -> String {
        match self {
            Self::Year(year) => words.date_year(&words.year(year)),
            Self::Month(month) => month.short(words),
            Self::Day(day) => day.short(words),
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

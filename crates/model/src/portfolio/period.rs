//! From when to when.

use vitrine_words::Words;

use crate::date::{Day, Month, PartialDate};

/// A span of months. Never ends before it starts, and has at least one date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Period {
    /// Until when.
    pub end: End,
    /// First month; `None` where the file has no date that can be read.
    pub start: Option<PeriodDate>,
}

/// Until when something is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum End {
    /// It goes on.
    Lasting,
    /// Last month.
    At(PeriodDate),
    /// It has an end, which can't be read. Never shown as if it went on.
    Unknown,
}

/// A month, or a year where the file names no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodDate {
    /// Shown as `2023`.
    Year(i32),
    /// Shown as `Oct 2023`.
    Month(Month),
}

impl Period {
    /// What it says on a day: `Oct 2023 – present`, `2021 – 2022`, one date where both are the same, `from Mar 2027` of what is to
    /// come and goes on, `until 2024`, or `began Oct 2023` where the end is unknown.
    ///
    /// ```
    /// use vitrine_model::{Day, End, Month, Period, PeriodDate, Words};
    ///
    /// let (today, english) = (Day::parse("2026-11-20").ok_or("a day")?, Words::english());
    /// let start = Some(PeriodDate::Month(Month { year: 2023, month: 10 }));
    /// assert_eq!(Period { start, end: End::Lasting }.words(today, english), "Oct 2023 – present");
    /// assert_eq!(Period { start, end: End::At(PeriodDate::Year(2024)) }.words(today, english), "Oct 2023 – 2024");
    /// assert_eq!(Period { start: None, end: End::At(PeriodDate::Year(2024)) }.words(today, english), "until 2024");
    /// assert_eq!(Period { start, end: End::Unknown }.words(today, english), "began Oct 2023");
    /// # Ok::<(), &str>(())
    /// ```
    pub fn words(&self, today: Day, words: Words) -> String {
        let start = self.start.map(|date| date.short(words)).unwrap_or_default();
        match (self.start, self.end) {
            (Some(_), End::Lasting) if self.is_to_come(today) => words.period_coming(&start),
            (_, End::Lasting) => words.period_lasting(&start),
            (Some(date), End::At(end)) if end == date => start,
            (Some(_), End::At(end)) => words.period_closed(&start, &end.short(words)),
            (None, End::At(end)) => words.period_until(&end.short(words)),
            (_, End::Unknown) => words.period_began(&start),
        }
    }

    /// Whether it has not begun on a day.
    pub fn is_to_come(&self, today: Day) -> bool {
        self.start.is_some_and(|start| start.first() > today.month())
    }

    /// Whether it goes on, on a day: it has begun, and no end has come near.
    pub fn is_current(&self, today: Day) -> bool {
        let lasts = match self.end {
            End::Lasting => true,
            End::At(end) => end.first() > today.month() && self.start.is_some(),
            End::Unknown => false,
        };
        lasts && !self.is_to_come(today)
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

    /// Such as `2023` or `Oct 2023`.
    pub fn short(self, words: Words) -> String {
        PartialDate::from(self).short(words)
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

/// The month of a day.
impl From<PartialDate> for PeriodDate {
    fn from(date: PartialDate) -> Self {
        match date {
            PartialDate::Year(year) => Self::Year(year),
            PartialDate::Month(month) => Self::Month(month),
            PartialDate::Day(day) => Self::Month(day.month()),
        }
    }
}

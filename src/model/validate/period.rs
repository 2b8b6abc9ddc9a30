//! Dates and the spans between them.

use super::Check;
use crate::model::date::PartialDate;
use crate::model::json_path::At;
use crate::model::portfolio::{Period, PeriodDate};
use crate::model::problem::ProblemKind;

impl Check {
    /// Passes a date on, or reports the text that is none.
    pub(super) fn dated<T>(&mut self, at: &At, date: Option<T>, text: &str, expected: &'static str) -> Option<T> {
        if date.is_none() {
            self.report(at, ProblemKind::BadDate { text: text.chars().take(40).collect(), expected });
        }
        date
    }

    /// A span of months. An end that is no date or comes too early is dropped, as an optional property is.
    pub(super) fn period(&mut self, start: &str, end: Option<&str>, at: &At) -> Option<Period> {
        let end = end.and_then(|end| self.month(end, &at.key("end")));
        let start = self.month(start, &at.key("start"))?;
        let (sound, early) = match end {
            Some(end) if end.last() < start.first() => (None, Some(end)),
            end => (end, None),
        };
        if let Some(end) = early {
            self.report(&at.key("end"), ProblemKind::EndsBeforeStart { start, end });
        }
        Some(Period { start, end: sound })
    }

    fn month(&mut self, text: &str, at: &At) -> Option<PeriodDate> {
        let date = match PartialDate::parse(text) {
            Some(PartialDate::Year(year)) => Some(PeriodDate::Year(year)),
            Some(PartialDate::Month(month)) => Some(PeriodDate::Month(month)),
            Some(PartialDate::Day(_)) | None => None,
        };
        self.dated(at, date, text, "it as 2023-10 or 2023")
    }
}

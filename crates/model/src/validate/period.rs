//! Dates and the spans between them.

use super::Check;
use crate::date::PartialDate;
use crate::doc::Doc;
use crate::json_path::At;
use crate::portfolio::{Period, PeriodDate};
use crate::problem::ProblemKind;

impl Check {
    /// Reports a text that is no date.
    pub(super) fn report_date(&mut self, at: &At, text: &str, expected: &'static str) {
        self.report(at, ProblemKind::BadDate { text: text.chars().take(40).collect(), expected });
    }

    /// The span of months from `start` to the property `end`. An end that is no date or comes too early is dropped, as
    /// an optional property is.
    pub(super) fn period(&mut self, doc: &mut Doc, start: &str) -> Option<Period> {
        let end = doc.text("end").and_then(|end| self.month(&end, &doc.at("end")));
        let start = self.month(start, &doc.at("start"))?;
        let (sound, early) = match end {
            Some(end) if end.last() < start.first() => (None, Some(end)),
            end => (end, None),
        };
        if let Some(end) = early {
            self.report(&doc.at("end"), ProblemKind::EndsBeforeStart { start, end });
        }
        Some(Period { start, end: sound })
    }

    fn month(&mut self, text: &str, at: &At) -> Option<PeriodDate> {
        match PartialDate::parse(text) {
            Some(PartialDate::Year(year)) => Some(PeriodDate::Year(year)),
            Some(PartialDate::Month(month)) => Some(PeriodDate::Month(month)),
            Some(PartialDate::Day(_)) | None => {
                self.report_date(at, text, "it as 2023-10 or 2023");
                None
            }
        }
    }
}

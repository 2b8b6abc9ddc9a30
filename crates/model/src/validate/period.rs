//! Dates and the spans between them.

use super::Check;
use super::check::excerpt;
use crate::date::{Day, PartialDate};
use crate::doc::Doc;
use crate::json_path::At;
use crate::portfolio::{End, Period, PeriodDate};
use crate::problem::ProblemKind;
use crate::written::{self, UNREADABLE, Written};

/// How to write a month or a year.
const MONTH: &str = "it as 2023-10 or 2023";

impl Check {
    /// Reports a text that is no date.
    pub(super) fn report_date(&mut self, at: &At, text: &str, expected: &'static str) {
        self.report(at, ProblemKind::BadDate { text: text.chars().take(40).collect(), expected });
    }

    /// The span of months that an object tells in one text, or by its `start` and `end`.
    pub(super) fn dates(&mut self, doc: &mut Doc) -> Option<Period> {
        let Some(text) = doc.date("dates") else { return self.period(doc) };
        let (start, end) = written::split(&text).unwrap_or((&text, text.as_str().into()));
        let (start, end) = (start.to_owned(), end.into_owned());
        self.span((Some(start), "dates"), (Some(end), "dates"), doc)
    }

    /// The span of months from the property `start` to the property `end`.
    pub(super) fn period(&mut self, doc: &mut Doc) -> Option<Period> {
        let (mut start, mut end) = (doc.date("start"), doc.date("end"));
        if let (Some(both), None) = (&start, &end)
            && let Some((first, last)) = written::split(both)
        {
            let (first, last) = (first.to_owned(), last.into_owned());
            (start, end) = (Some(first), Some(last));
        }
        self.span((start, "start"), (end, "end"), doc)
    }

    /// The span between two texts, each with the property that it stands in; `None` where neither says a date. A date that can't be
    /// read is left out: it never becomes "present".
    fn span(
        &mut self,
        (start, start_at): (Option<String>, &str),
        (end, end_at): (Option<String>, &str),
        doc: &Doc,
    ) -> Option<Period> {
        // What is said of one text is said once.
        let is_one = start_at == end_at && start == end;
        let start = start.and_then(|text| self.date_of(&text, &doc.at(start_at), MONTH)).map(PeriodDate::from);
        if is_one {
            return start.map(|start| Period { end: End::At(start), start: Some(start) });
        }
        let end = match end.map(|text| self.when(&text, &doc.at(end_at), MONTH)) {
            None => End::Lasting,
            Some(None) => End::Unknown,
            Some(Some(end)) => end.date().map_or(End::Lasting, |date| End::At(date.into())),
        };
        match (start, end) {
            (Some(start), End::At(last)) if last.last() < start.first() => {
                self.report(&doc.at(end_at), ProblemKind::EndsBeforeStart { start, end: last });
                Some(Period { end: End::Unknown, start: Some(start) })
            }
            (None, End::Lasting | End::Unknown) => None,
            (start, end) => Some(Period { end, start }),
        }
    }

    /// A date that has to be there.
    pub(super) fn date(&mut self, doc: &mut Doc, name: &str, expected: &'static str) -> Option<PartialDate> {
        let text = doc.date(name)?;
        self.date_of(&text, &doc.at(name), expected)
    }

    /// A day that has to be there.
    pub(super) fn day(&mut self, doc: &mut Doc, name: &str) -> Option<Day> {
        const DAY: &str = "it as 2026-11-20";
        let text = doc.date(name)?;
        if let Some(Written::Date(PartialDate::Day(day))) = written::read(&text) {
            return Some(day);
        }
        if text != UNREADABLE {
            self.report_date(&doc.at(name), &text, DAY);
        }
        None
    }

    /// The date that a text is; reports one that says none, or that something lasts.
    fn date_of(&mut self, text: &str, at: &At, expected: &'static str) -> Option<PartialDate> {
        let date = self.when(text, at, expected)?.date();
        if date.is_none() {
            self.report_date(at, text, expected);
        }
        date
    }

    /// What a text says of a time; notes where it may say more, and reports one that says none.
    fn when(&mut self, text: &str, at: &At, expected: &'static str) -> Option<Written> {
        let said = written::read(text);
        match said {
            // That it is none has been said.
            None if text == UNREADABLE => {}
            None => self.report_date(at, text, expected),
            Some(Written::Partly(date)) => {
                self.report(at, ProblemKind::ReadAs { found: excerpt(text), read: date.iso() });
            }
            _ => {}
        }
        said
    }
}

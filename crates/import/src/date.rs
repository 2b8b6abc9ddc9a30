//! Dates of a source as a portfolio has them.

use vitrine_model::PartialDate;
use vitrine_model::written::{self, Written};

use crate::Value;

/// What a source says of a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// Nothing, or that something goes on.
    Open,
    /// A month or a year.
    At(String),
    /// Something that is no date; it stays, for its author to mend: left out it would say "present".
    Unreadable(String),
}

/// What a text says of a time, to the month.
pub fn month(text: &str) -> When {
    when(text, |date| if let PartialDate::Day(day) = date { day.month().iso() } else { date.iso() })
}

/// Whether a text says more of a time than can be told for certain, such as `03/04/2021`.
pub fn is_partly_read(text: &str) -> bool {
    matches!(written::read(text), Some(Written::Partly(_)))
}

fn when(text: &str, spell: impl Fn(PartialDate) -> String) -> When {
    match written::read(text) {
        Some(Written::Lasting) => When::Open,
        Some(Written::Date(date) | Written::Partly(date)) => When::At(spell(date)),
        None => When::Unreadable(text.trim().to_owned()),
    }
}

impl When {
    /// As the file has it.
    pub fn value(&self) -> Value {
        match self {
            Self::Open => Value::Null,
            Self::At(text) | Self::Unreadable(text) => text.as_str().into(),
        }
    }
}

/// When something of a career was, as the properties `date` or `period`: a period that begins and ends at once, or of which only the end
/// is known, is a date.
pub fn date_or_period(start: &When, end: &When) -> [(&'static str, Value); 2] {
    if matches!((start, end), (When::Open, When::At(_))) || (start == end && *start != When::Open) {
        return [("date", end.value()), ("period", Value::Null)];
    }
    [("date", Value::Null), ("period", period(start, end))]
}

/// From when to when.
pub fn period(start: &When, end: &When) -> Value {
    Value::object([("start", start.value()), ("end", end.value())])
}

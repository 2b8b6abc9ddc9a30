//! What belongs to a career beside work: where it was learnt, what was written, said, won and given.

use super::period::Period;
use super::section::Part;
use crate::href::Href;
use crate::markdown::Markdown;

/// The records of one kind; at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct Records {
    /// The part of a section that shows them: one of [`Part::RECORDS`].
    pub part: Part,
    /// In the file's order.
    pub entries: Vec<Record>,
}

/// A degree, a certificate, a talk, a language: whatever [`Records::part`] says.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// What it is called; of a testimonial, who gives it.
    pub title: String,
    /// Who gave, published, hosted or keeps it.
    pub by: Option<String>,
    /// How good or how far: a grade, `C1`, `granted`.
    pub level: Option<String>,
    /// When.
    pub period: Option<Period>,
    /// Where.
    pub location: Option<String>,
    /// Where there is more of it.
    pub href: Option<Href>,
    /// In words; of a testimonial, what was said.
    pub text: Option<Markdown>,
    /// Single things.
    pub points: Vec<Markdown>,
}

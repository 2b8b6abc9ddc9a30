//! What the person is good at.

use vitrine_words::Words;

use super::technology::TechId;
use crate::markdown::Markdown;

/// A radar chart with at least three axes.
#[derive(Debug, Clone, PartialEq)]
pub struct Radar {
    /// Such as `skill.radar()`.
    pub title: String,
    /// The value at the rim; above 0.
    pub max: f64,
    /// Every value is within `0..=max`.
    pub axes: Vec<Axis>,
}

/// One axis of the radar.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Such as `System design`.
    pub label: String,
    /// Within `0..=max`.
    pub value: f64,
    /// What backs the value.
    pub evidence: Option<Markdown>,
    /// What backs the value, as technologies.
    pub technologies: Vec<TechId>,
}

/// A group of skills with at least one entry.
#[derive(Debug, Clone, PartialEq)]
pub struct SkillGroup {
    /// Such as `Data and storage`.
    pub title: String,
    /// Its entries.
    pub entries: Vec<Skill>,
}

/// One skill.
#[derive(Debug, Clone, PartialEq)]
pub struct Skill {
    /// What it is.
    pub technology: TechId,
    /// Years of use in production.
    pub years: Option<f64>,
    /// Where it really shipped.
    pub context: Option<Markdown>,
}

/// A short list with at least one entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Focus {
    /// Such as `Leadership focus`.
    pub title: String,
    /// Entries that are technologies.
    pub technologies: Vec<TechId>,
    /// Entries in words.
    pub items: Vec<Markdown>,
}

/// A short text on one strength.
#[derive(Debug, Clone, PartialEq)]
pub struct Competency {
    /// Its name.
    pub title: String,
    /// In words.
    pub text: Markdown,
}

/// How long something was used, such as `1 year` or `2.5 years`.
pub fn years(years: f64, words: Words) -> String {
    if years.fract() == 0.0 {
        words.skill_years(years as usize)
    } else {
        words.skill_years_text(&words.decimal(years, 6))
    }
}

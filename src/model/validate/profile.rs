//! Whose portfolio it is, and the figures below the hero.

use super::Check;
use crate::model::document::{FigureDoc, MetricDoc, ProfileDoc};
use crate::model::json_path::At;
use crate::model::list::List;
use crate::model::portfolio::{Metric, Profile};
use crate::model::problem::ProblemKind;

/// What a page without a sound profile is called.
const NAMELESS: &str = "Portfolio";
/// Figures up to here print without an exponent and read back as the same number.
const LARGEST_FIGURE: f64 = 1e15;

pub fn profile(doc: Option<ProfileDoc>, check: &mut Check) -> Profile {
    let at = At::top("profile");
    let nobody = || Profile { name: NAMELESS.to_owned(), ..Profile::default() };
    let Some(doc) = doc else {
        check.report(&at, ProblemKind::NoProfile);
        return nobody();
    };
    Profile {
        name: check.name(doc.name, &at.key("name")).unwrap_or_else(|| NAMELESS.to_owned()),
        headline: check.line(doc.headline, &at.key("headline")),
        tagline: check.prose(doc.tagline, &at.key("tagline")),
        location: check.line(doc.location, &at.key("location")),
        availability: check.line(doc.availability, &at.key("availability")),
        about: check.proses(doc.about, &at.key("about")),
        links: check.links(doc.links, &at.key("links")),
    }
}

pub fn metrics(list: List<MetricDoc>, check: &mut Check) -> Vec<Metric> {
    check.each(list, &At::top("metrics"), |check, doc, at| {
        let value = match doc.value {
            FigureDoc::Text(text) => check.name(text, &at.key("value"))?,
            // Adding 0 turns -0 into 0.
            FigureDoc::Number(number) if number.abs() <= LARGEST_FIGURE => (number + 0.0).to_string(),
            FigureDoc::Number(number) => {
                let kind = ProblemKind::OutOfRange { number, min: -LARGEST_FIGURE, max: LARGEST_FIGURE };
                check.report(&at.key("value"), kind);
                return None;
            }
        };
        Some(Metric {
            value,
            label: check.name(doc.label, &at.key("label"))?,
            sign: check.line(doc.sign, &at.key("sign")),
            unit: check.line(doc.unit, &at.key("unit")),
            context: check.prose(doc.context, &at.key("context")),
        })
    })
}

//! The contribution graph's days.

use super::Check;
use crate::model::date::Day;
use crate::model::document::ContributionsDoc;
use crate::model::json_path::At;
use crate::model::portfolio::Contributions;
use crate::model::problem::ProblemKind;

/// How far back from the day of the snapshot counts are believed, in years.
const YEARS: i32 = 50;
/// How to write a day.
const EXPECTED: &str = "it as 2026-11-20";

pub fn contributions(doc: ContributionsDoc, check: &mut Check) -> Option<Contributions> {
    let at = At::top("contributions");
    let source = check.name(doc.source, &at.key("source"))?;
    let taken = check.dated(&at.key("taken"), Day::parse(&doc.taken), &doc.taken, EXPECTED)?;
    let months = match doc.months {
        Some(months @ (3 | 6 | 12)) => months,
        None => 12,
        Some(months) => {
            let word = months.to_string();
            let known = vec!["3", "6", "12"];
            check.report(&at.key("months"), ProblemKind::UnknownWord { what: "range of months", word, known });
            12
        }
    };
    let earliest = taken.month().plus(-12 * YEARS).first_day();
    let mut days = check.each(doc.days, &at.key("days"), |check, doc, at| {
        let date = at.key("date");
        let day = check.dated(&date, Day::parse(&doc.date), &doc.date, EXPECTED)?;
        if day < earliest || day > taken {
            check.report(&date, ProblemKind::DayOutside { day, taken, years: YEARS });
            return None;
        }
        Some((day, doc.count, date.path()))
    });
    // The sort is stable, so that of two counts of a day the first one stays first.
    days.sort_by_key(|(day, ..)| *day);
    let mut kept: Vec<(Day, u32)> = Vec::with_capacity(days.len());
    for (day, count, path) in days {
        if kept.last().is_some_and(|(last, _)| *last == day) {
            check.report_at(path, ProblemKind::TakenDay { day });
        } else {
            kept.push((day, count));
        }
    }
    if kept.is_empty() {
        check.report(&at.key("days"), ProblemKind::NoneLeft { what: "day" });
        return None;
    }
    Some(Contributions { source, taken, sample: doc.sample.unwrap_or(false), months, days: kept })
}

//! The contribution graph's days.

use vitrine_lean::sort::sorted;

use super::Check;
use crate::date::Day;
use crate::doc::Doc;
use crate::json_path::JsonPath;
use crate::portfolio::{Contributions, WeekStart};
use crate::problem::ProblemKind;

/// How far back from the day of the snapshot counts are believed, in years.
const YEARS: i32 = 50;
const WEEK_STARTS: &[&str] = &super::words(WeekStart::ALL);

pub fn contributions(check: &mut Check, doc: &mut Doc) -> Option<Contributions> {
    let source = check.name(doc, "source")?;
    let taken = check.day(doc, "taken")?;
    let months = match doc.number("months").map(|months| months as u32) {
        Some(months @ (3 | 6 | 12)) => months,
        None => 12,
        Some(months) => {
            let (word, known) = (months.to_string(), &["3", "6", "12"]);
            check.report(&doc.at("months"), ProblemKind::UnknownWord { what: "range of months", word, known });
            12
        }
    };
    let week_start = check.choice(doc, "weekStart", "first day of weeks", WEEK_STARTS);
    let earliest = taken.month().plus(-12 * YEARS).first_day();
    let mut paths = Vec::new();
    // Exports go on to the end of the year, and reach back further than a graph does: that is said once, if at all.
    let mut outside: (usize, Option<(JsonPath, Day)>) = (0, None);
    let days = check.each(doc, "days", |check, doc| {
        let day = check.day(doc, "date")?;
        let count = doc.number("count")? as u32;
        if day < earliest || day > taken {
            if count > 0 {
                outside.0 += 1;
                outside.1.get_or_insert_with(|| (doc.path("date"), day));
            }
            return None;
        }
        paths.push(doc.path("date"));
        Some((day, count))
    });
    if let (count, Some((path, day))) = outside {
        check.report_at(path, ProblemKind::DaysOutside { day, count, taken, years: YEARS });
    }
    let mut kept: Vec<(Day, u32)> = Vec::with_capacity(days.len());
    // The sort is stable, so that of two counts of a day the first one stays first.
    for at in sorted(days.len(), &|a, b| days[a].0.cmp(&days[b].0)) {
        let day = days[at].0;
        if kept.last().is_some_and(|(last, _)| *last == day) {
            check.report_at(std::mem::take(&mut paths[at]), ProblemKind::TakenDay { day });
        } else {
            kept.push(days[at]);
        }
    }
    if kept.is_empty() {
        check.report(&doc.at("days"), ProblemKind::NoneLeft { what: "day" });
        return None;
    }
    Some(Contributions {
        source,
        taken,
        sample: doc.flag("sample").unwrap_or(false),
        months,
        week_start: week_start.map_or(WeekStart::default(), |position| WeekStart::ALL[position].0),
        days: kept,
    })
}

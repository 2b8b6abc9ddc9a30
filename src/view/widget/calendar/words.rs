//! The calendar's figures in words.

use crate::chart::{Calendar, Cell, Streak};
use crate::model::{Day, Month};
use crate::view::say;

/// A day in words.
pub(super) fn long(day: i32) -> String {
    Day(day).long(say())
}

/// Such as `3–5`, `3` or `6+`.
pub(super) fn range_text((least, most): (u32, u32)) -> String {
    let least_text = say().whole(least as usize);
    match most {
        u32::MAX => least_text + "+",
        _ if least == most => least_text,
        _ => [&least_text, "–", &say().whole(most as usize)].concat(),
    }
}

/// Such as `3 contributions`.
pub(super) fn contributions(number: u64) -> String {
    say().calendar_contributions(number as usize)
}

/// Such as `3 contributions on 14 March 2026`.
pub(super) fn cell_text(cell: &Cell) -> String {
    let count = match cell.count {
        0 => say().calendar_no_contributions().to_owned(),
        count => contributions(count.into()),
    };
    say().calendar_on(&count, &long(cell.day))
}

/// The length of a streak, and from when to when it lasted.
pub(super) fn streak_text(streak: Option<Streak>) -> (String, String) {
    let Some(Streak { first, days }) = streak else { return (say().calendar_none().to_owned(), String::new()) };
    let last = first.saturating_add(i32::try_from(days).unwrap_or(1) - 1);
    (say().calendar_days(days), span_text(first, last))
}

/// Such as `24 August to 4 September 2026`: the year is said once where it is the same.
fn span_text(first: i32, last: i32) -> String {
    let (from, to) = (Day(first), Day(last));
    if first == last {
        return to.long(say());
    }
    let ([start, end], [begun, ended]) = ([from, to].map(|day| day.of_month(say())), [from, to].map(Day::month));
    let year = say().year(ended.year);
    if begun == ended {
        say().date_span_of_month(&start, &end, ended.name(say()), &year)
    } else if begun.year == ended.year {
        say().date_span_of_year(&start, begun.name(say()), &end, ended.name(say()), &year)
    } else {
        say().date_span(&from.long(say()), &to.long(say()))
    }
}

/// What the table shows, in a few sentences.
pub(super) fn caption(calendar: &Calendar) -> String {
    let day = |cell: Option<&Cell>| cell.map(|cell| long(cell.day)).unwrap_or_default();
    let (from, to) = (day(calendar.cells.first()), day(calendar.cells.last()));
    let mut text = say().calendar_from_to(&contributions(calendar.total), &from, &to);
    let month = calendar.months.iter().max_by_key(|month| month.total);
    if let (Some(busiest), Some(month)) = (calendar.busiest, month) {
        let streak = streak_text(calendar.longest).0;
        let month = Month { year: month.year, month: month.month }.long(say());
        text.push(' ');
        text.push_str(&say().calendar_summary(&streak, &month, &cell_text(&busiest)));
    }
    text
}

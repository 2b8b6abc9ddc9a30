//! The calendar's figures in words.

use crate::chart::{Calendar, Cell, Streak};
use crate::civil::{civil_from_day, month_name};

/// A number with its thousands set apart, such as `12,345`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn counted(number: u64, one: &str, many: &str) -> String {
    [grouped(number).as_str(), " ", if number == 1 { one } else { many }].concat()
}

/// Such as `3–5`, `3` or `6+`.
pub(super) fn range_text((least, most): (u32, u32)) -> String {
    let least_text = grouped(least.into());
    match most {
        u32::MAX => least_text + "+",
        _ if least == most => least_text,
        _ => [&least_text, "–", &grouped(most.into())].concat(),
    }
}

/// Such as `3 contributions`.
pub(super) fn contributions(number: u64) -> String {
    counted(number, "contribution", "contributions")
}

/// Such as `3 contributions on 14 March 2026`.
pub(super) fn cell_text(cell: &Cell) -> String {
    let count = if cell.count == 0 { "No contributions".to_owned() } else { contributions(cell.count.into()) };
    [&count, " on ", &civil_from_day(cell.day).long()].concat()
}

/// The length of a streak, and from when to when it lasted.
pub(super) fn streak_text(streak: Option<Streak>) -> (String, String) {
    let Some(Streak { first, days }) = streak else { return ("none".to_owned(), String::new()) };
    let last = first.saturating_add(i32::try_from(days).unwrap_or(1) - 1);
    (counted(days as u64, "day", "days"), span_text(first, last))
}

/// Such as `24 August to 4 September 2026`: the year is said once where it is the same.
fn span_text(first: i32, last: i32) -> String {
    let (from, to) = (civil_from_day(first), civil_from_day(last));
    if first == last {
        return to.long();
    }
    if from.year != to.year {
        return [&from.long(), " to ", &to.long()].concat();
    }
    let month = if from.month == to.month { "" } else { month_name(from.month) };
    let gap = if month.is_empty() { "" } else { " " };
    [from.day.to_string().as_str(), gap, month, " to ", &to.long()].concat()
}

/// What the table shows, in a few sentences.
pub(super) fn caption(calendar: &Calendar) -> String {
    let day = |cell: Option<&Cell>| cell.map(|cell| civil_from_day(cell.day).long()).unwrap_or_default();
    let (from, to) = (day(calendar.cells.first()), day(calendar.cells.last()));
    let mut text = [&contributions(calendar.total), " from ", &from, " to ", &to, "."].concat();
    let month = calendar.months.iter().max_by_key(|month| month.total);
    if let (Some(busiest), Some(month)) = (calendar.busiest, month) {
        let streak = streak_text(calendar.longest).0;
        let month = [month_name(month.month), " ", &month.year.to_string()].concat();
        text.push_str(
            &[" Longest streak: ", &streak, ". Busiest month: ", &month, ". Busiest day: ", &cell_text(&busiest), "."]
                .concat(),
        );
    }
    text
}

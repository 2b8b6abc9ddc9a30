//! The contribution graph: a real table of days, with its figures in words.

mod grid;
mod words;

use leptos::prelude::*;

use crate::chart::{Calendar, Levels};
use crate::civil::{Civil, civil_from_day, day_from_civil, month_name, months_before};
use crate::markup::{Markup, markup};
use crate::model::Contributions;
use grid::Grid;
use words::{contributions, grouped, range_text, streak_text};

/// Ranges up to the day the counts were taken, in months; a year's other days are a range of their own.
const RANGES: [(u32, &str); 3] = [(3, "3 months"), (6, "6 months"), (12, "12 months")];

/// A range: its last day, counted from 1970, its months, and what it is called.
type Range = (i32, u32, String);

/// The ranges a visitor can choose from. The years that reach back further than the longest are there where they have counts.
fn ranges(days: &[(i32, u32)], taken: i32) -> Vec<Range> {
    let mut ranges: Vec<Range> = RANGES.iter().map(|(months, label)| (taken, *months, (*label).to_owned())).collect();
    let first = months_before(taken, 12);
    let mut years: Vec<i32> = days
        .iter()
        .filter(|(day, count)| *day <= first && *count > 0)
        .map(|(day, _)| civil_from_day(*day).year)
        .collect();
    years.dedup();
    for year in years.into_iter().rev() {
        ranges.push((day_from_civil(Civil { year, month: 12, day: 31 }), 12, year.to_string()));
    }
    ranges
}

/// Days with counts as weeks, with totals and streaks of the chosen range.
#[component]
pub fn ContributionGraph(
    /// What to show. The range ends on the day the counts were taken, whatever day it is.
    contributions: Contributions,
) -> Markup {
    let Contributions { source, taken, sample, months, days } = contributions;
    let days: Vec<(i32, u32)> = days.into_iter().map(|(day, count)| (day.0, count)).collect();
    let levels = Levels::of(days.iter().map(|&(_, count)| count));
    let ranges = ranges(&days, taken.0);
    // Where the last twelve months have nothing, the latest year that has something is shown first.
    let is_recent = |(day, count): &(i32, u32)| *count > 0 && *day > months_before(taken.0, 12);
    let is_idle = !days.iter().any(is_recent);
    let first = if is_idle { RANGES.len() } else { RANGES.iter().position(|(range, _)| *range == months).unwrap_or(2) };
    let range = RwSignal::new(first.min(ranges.len() - 1));
    let ends: Vec<(i32, u32)> = ranges.iter().map(|(last, months, _)| (*last, *months)).collect();
    let calendar = Memo::new(move |_| {
        let (last, months) = ends[range.get()];
        Calendar::new(&days, last, months)
    });
    let taken = civil_from_day(taken.0).long();

    markup! {
        <div class="calendar">
            <div class="calendar__bar">
                {sample.then(|| markup! { <p class="calendar__sample">"Sample data"</p> })}
                <RangePicker range ranges />
            </div>
            <div class="calendar__body">
                <div class="calendar__graph">
                    <Grid calendar />
                    <Legend levels />
                </div>
                {move || figures(&calendar.read())}
            </div>
            <details class="calendar__by-month">
                <summary>"Month by month"</summary>
                {move || by_month(&calendar.read())}
            </details>
            <p class="calendar__source">{["Source: ", source.trim_end_matches('.'), ". Taken on ", &taken, "."].concat()}</p>
        </div>
    }
}

/// Chooses one of the ranges, by its position.
#[component]
fn RangePicker(range: RwSignal<usize>, ranges: Vec<Range>) -> Markup {
    let choice = |(at, (_, months, label)): (usize, Range)| {
        let value = if at < RANGES.len() { months.to_string() } else { label.clone() };
        markup! {
            <label class="calendar__choice">
                <input
                    type="radio"
                    name="calendar-range"
                    value=value
                    checked=range.get_untracked() == at
                    prop:checked=move || range.get() == at
                    on:change=move |_| range.set(at)
                />
                <span>{label}</span>
            </label>
        }
    };
    let choices: Markup = ranges.into_iter().enumerate().map(choice).collect();
    markup! {
        <fieldset class="calendar__ranges">
            <legend class="visually-hidden">"Range"</legend>
            {choices}
        </fieldset>
    }
}

/// What the five levels look like and stand for.
#[component]
fn Legend(levels: Levels) -> Markup {
    let entries: Vec<_> = (0..=4_u8)
        .filter_map(|level| {
            let counts = if level == 0 { "0".to_owned() } else { range_text(levels.range(level)?) };
            Some(markup! {
                <li>
                    <span class="calendar__mark" data-level=level.to_string()></span>
                    <span>{counts}</span>
                </li>
            })
        })
        .collect();
    markup! {
        <div class="calendar__legend">
            <span>"Less"</span>
            <ul aria-label="Contributions a day, by level">{entries}</ul>
            <span>"More"</span>
        </div>
    }
}

/// Totals, streaks and the busiest day.
fn figures(calendar: &Calendar) -> Markup {
    let days = [&grouped(calendar.active as u64), " of ", &grouped(calendar.cells.len() as u64)].concat();
    let (longest, current) = (streak_text(calendar.longest), streak_text(calendar.current));
    let (busiest, on) = match calendar.busiest {
        Some(cell) => (grouped(cell.count.into()), civil_from_day(cell.day).long()),
        None => ("none".to_owned(), String::new()),
    };
    let entries = [
        ("Contributions", grouped(calendar.total), String::new()),
        ("Active days", days, String::new()),
        ("Longest streak", longest.0, longest.1),
        ("Current streak", current.0, current.1),
        ("Busiest day", busiest, on),
    ];
    let entries: Vec<_> = entries
        .into_iter()
        .map(|(term, figure, context)| {
            markup! {
                <div class="calendar__figure">
                    <dt>{term}</dt>
                    <dd>{figure}</dd>
                    {(!context.is_empty()).then(|| markup! { <dd class="calendar__context">{context}</dd> })}
                </div>
            }
        })
        .collect();
    markup! { <dl class="calendar__figures">{entries}</dl> }
}

/// The same counts as a short list, latest month first.
fn by_month(calendar: &Calendar) -> Markup {
    let entries: Vec<_> = calendar
        .months
        .iter()
        .rev()
        .map(|month| {
            let (first, last) = (civil_from_day(month.days.0), civil_from_day(month.days.1));
            let name = [month_name(month.month), " ", &month.year.to_string()].concat();
            // A month that is cut off says which of its days count.
            let whole = first.day == 1 && civil_from_day(month.days.1 + 1).day == 1;
            let days = (!whole).then(|| [" (", &first.day.to_string(), " to ", &last.day.to_string(), ")"].concat());
            markup! { <li>{name} {days} ": " {contributions(month.total)}</li> }
        })
        .collect();
    markup! { <ul class="calendar__months">{entries}</ul> }
}

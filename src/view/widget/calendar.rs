//! The contribution graph: a real table of days, with its figures in words.

mod grid;
mod words;

use leptos::prelude::*;

use crate::chart::{Calendar, Levels};
use crate::civil::{Civil, civil_from_day, day_from_civil, months_before};
use crate::markup::{Markup, markup};
use crate::model::{Contributions, Month};
use crate::view::say;
use grid::Grid;
use words::{contributions, long, range_text, streak_text};

/// Ranges up to the day the counts were taken, in months. A larger number stands for the whole of that year.
const RANGES: [u32; 3] = [3, 6, LONGEST];
const LONGEST: u32 = 12;

/// Days with counts as weeks, with totals and streaks of the chosen range.
#[component]
pub fn ContributionGraph(
    /// What to show. The range ends on the day the counts were taken, whatever day it is.
    contributions: Contributions,
) -> Markup {
    let Contributions { source, taken, sample, months, week_start, days } = contributions;
    let days: Vec<(i32, u32)> = days.into_iter().map(|(day, count)| (day.0, count)).collect();
    let levels = Levels::of(days.iter().map(|&(_, count)| count));
    // Years with counts that are out of reach of the longest range, the latest first.
    let (mut years, mut is_idle) = (Vec::<u32>::new(), true);
    for &(day, _) in days.iter().rev().filter(|(_, count)| *count > 0) {
        if day > months_before(taken.0, LONGEST) {
            is_idle = false;
            continue;
        }
        let year = civil_from_day(day).year as u32;
        if years.last() != Some(&year) {
            years.push(year);
        }
    }
    // Where the last twelve months have nothing, the latest year that has something is shown first.
    let range = RwSignal::new(years.first().copied().filter(|_| is_idle).unwrap_or(months));
    let calendar = Memo::new(move |_| {
        let range = range.get();
        let new_year = || day_from_civil(Civil { year: range.cast_signed() + 1, month: 1, day: 1 });
        let last = if range > LONGEST { new_year() - 1 } else { taken.0 };
        Calendar::new(&days, last, range.min(LONGEST), week_start.weekday())
    });
    let taken = long(taken.0);

    markup! {
        <div class="calendar">
            <div class="calendar__bar">
                {sample.then(|| markup! { <p class="calendar__sample">{say().calendar_sample()}</p> })}
                <RangePicker range years />
            </div>
            <div class="calendar__body">
                <div class="calendar__graph">
                    <Grid calendar />
                    <Legend levels />
                </div>
                {move || figures(&calendar.read(), range.get() > LONGEST)}
            </div>
            <details class="calendar__by-month">
                <summary>{say().calendar_by_month()}</summary>
                {move || by_month(&calendar.read())}
            </details>
            <p class="calendar__source" dir="auto">{say().calendar_source(source.trim_end_matches('.'), &taken)}</p>
        </div>
    }
}

/// Chooses one of [`RANGES`], or a year.
#[component]
fn RangePicker(range: RwSignal<u32>, years: Vec<u32>) -> Markup {
    let choice = |(value, label): (u32, String)| {
        markup! {
            <label class="calendar__choice">
                <input
                    type="radio"
                    name="calendar-range"
                    value=value.to_string()
                    checked=range.get_untracked() == value
                    prop:checked=move || range.get() == value
                    on:change=move |_| range.set(value)
                />
                <span>{label}</span>
            </label>
        }
    };
    let years = years.into_iter().map(|year| (year, say().year(year.cast_signed())));
    let months = RANGES.map(|months| (months, say().calendar_months(months as usize)));
    let choices: Markup = months.into_iter().chain(years).map(choice).collect();
    markup! {
        <fieldset class="calendar__ranges">
            <legend class="visually-hidden">{say().calendar_range()}</legend>
            {choices}
        </fieldset>
    }
}

/// What the five levels look like and stand for.
#[component]
fn Legend(levels: Levels) -> Markup {
    let entries: Vec<_> = (0..=4_u8)
        .filter_map(|level| {
            let counts = if level == 0 { say().whole(0) } else { range_text(levels.range(level)?) };
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
            <span>{say().calendar_less()}</span>
            <ul aria-label=say().calendar_levels()>{entries}</ul>
            <span>{say().calendar_more()}</span>
        </div>
    }
}

/// Totals, streaks and the busiest day; in a year that is over no streak goes on.
fn figures(calendar: &Calendar, is_over: bool) -> Markup {
    let days = say().calendar_active_of(calendar.active, calendar.cells.len());
    let (longest, current) = (streak_text(calendar.longest), streak_text(calendar.current));
    let (busiest, on) = match calendar.busiest {
        Some(cell) => (say().whole(cell.count as usize), long(cell.day)),
        None => (say().calendar_none().to_owned(), String::new()),
    };
    let entries = [
        (say().calendar_total(), say().whole(calendar.total as usize), String::new()),
        (say().calendar_active(), days, String::new()),
        (say().calendar_longest(), longest.0, longest.1),
        (say().calendar_current(), current.0, current.1),
        (say().calendar_busiest(), busiest, on),
    ];
    let entries: Vec<_> = entries
        .into_iter()
        .filter(|(term, ..)| !(is_over && *term == say().calendar_current()))
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
            let name = Month { year: month.year, month: month.month }.long(say());
            // A month that is cut off says which of its days count.
            let whole = first.day == 1 && civil_from_day(month.days.1 + 1).day == 1;
            let name =
                if whole { name } else { say().calendar_part_of_month(&name, first.day.into(), last.day.into()) };
            markup! { <li>{say().calendar_month_line(&name, &contributions(month.total))}</li> }
        })
        .collect();
    markup! { <ul class="calendar__months">{entries}</ul> }
}

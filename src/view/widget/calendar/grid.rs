//! The table of days: one Tab stop, arrow keys, and a tooltip that is the same for a pointer and for the focus.

use leptos::prelude::*;
use leptos::{ev, html};

use super::words::{caption, cell_text};
use crate::chart::{Calendar, MonthSpan, Step};
use crate::markup::{Markup, markup};
use crate::model::Month;
use crate::view::say;
use crate::web::effect::effect;
use crate::web::roving;

/// Which day the tooltip speaks of. Pointing beats the focus; dismissed until either changes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Attention {
    hovered: Option<usize>,
    focused: Option<usize>,
    dismissed: bool,
}

/// The table in its scroll region.
#[component]
pub(super) fn Grid(calendar: Memo<Calendar>) -> Markup {
    let attention = RwSignal::new(Attention::default());
    let (frame, scroller, grid) =
        (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new(), NodeRef::<html::Table>::new());
    // Whether the weeks are wider than the page: only then is the region worth a Tab stop.
    let overflows = RwSignal::new(false);
    let measure = move || {
        if let Some(scroller) = scroller.get_untracked() {
            overflows.set(scroller.scroll_width() > scroller.client_width());
        }
    };
    // Counts scroll positions, so that an open tooltip follows its day.
    let shifts = RwSignal::new(0_u32);

    effect(move || {
        calendar.track();
        measure();
        // The latest week is what a visitor looks for first.
        if let Some(scroller) = scroller.get() {
            // From right to left positions are counted from the right end, below zero (CSSOM View, § 4, "scrolling area").
            let far = scroller.scroll_width();
            scroller.set_scroll_left(if say().is_rtl() { -far } else { far });
        }
    });
    effect(move || {
        let resized = window_event_listener(ev::resize, move |_| measure());
        let pressed = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" && attention.read_untracked() != Attention::default() {
                attention.update(|attention| attention.dismissed = true);
            }
        });
        on_cleanup(move || {
            resized.remove();
            pressed.remove();
        });
    });

    let hover = move |at: Option<usize>| {
        if attention.read_untracked().hovered != at {
            attention.update(|now| *now = Attention { hovered: at, dismissed: false, ..*now });
        }
    };
    let focus = move |at: Option<usize>| {
        attention.update(|now| *now = Attention { focused: at, dismissed: false, ..*now });
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        if let (Some(at), Some(step), Some(grid)) = (roving::cell_of(&event), step_of(&event), grid.get_untracked()) {
            event.prevent_default();
            roving::focus(&grid, calendar.read_untracked().step(at, step));
        }
    };
    let on_focusin = move |event: ev::FocusEvent| {
        if let (Some(at), Some(grid)) = (roving::cell_of(&event), grid.get_untracked()) {
            roving::rove(&grid, at);
            focus(Some(at));
        }
    };
    let tooltip = move || {
        shifts.track();
        let Attention { hovered, focused, dismissed } = attention.get();
        let at = hovered.or(focused).filter(|_| !dismissed)?;
        let text = calendar.read().cells.get(at).map(cell_text)?;
        let (top, width) = roving::place(&*grid.get()?, at, &*frame.get()?)?;
        // At the left end the tooltip begins at its day, at the right end it ends there.
        let share = (top.x / width.max(1.0)).clamp(0.0, 1.0) * -100.0;
        Some(markup! {
            <div
                class="calendar__tooltip"
                aria-hidden="true"
                style:left=[&(top.x.round() as i32).to_string(), "px"].concat()
                style:top=[&(top.y.round() as i32).to_string(), "px"].concat()
                style:transform=["translate(", &(share.round() as i32).to_string(), "%, -100%)"].concat()
            >
                {text}
            </div>
        })
    };

    markup! {
        // The tooltip is a child of what is left, so that a pointer can move onto it.
        <div class="calendar__frame" node_ref=frame on:pointerleave=move |_| hover(None)>
            <p class="visually-hidden" id="calendar-keys">
                {say().calendar_keys()}
            </p>
            <div
                class="calendar__scroll"
                node_ref=scroller
                role="region"
                aria-label=say().calendar_grid()
                tabindex=move || overflows.get().then_some("0")
                on:scroll=move |_| shifts.update(|count| *count = count.wrapping_add(1))
            >
                <table
                    class="calendar__table"
                    node_ref=grid
                    role="grid"
                    aria-readonly="true"
                    aria-labelledby="calendar-caption"
                    aria-describedby="calendar-keys"
                    on:keydown=on_keydown
                    on:focusin=on_focusin
                    on:focusout=move |_| focus(None)
                    on:pointerover=move |event| if let Some(at) = roving::cell_of(&event) { hover(Some(at)) }
                >
                    {move || table(&calendar.read())}
                </table>
            </div>
            {tooltip}
        </div>
    }
}

/// What a key asks for. Arrows lead to where they point: the weeks go as the page is read.
fn step_of(event: &ev::KeyboardEvent) -> Option<Step> {
    let control = event.ctrl_key() || event.meta_key();
    let rightwards = if say().is_rtl() { -1 } else { 1 };
    Some(match (event.key().as_str(), control) {
        ("ArrowUp", false) => Step::Day(-1),
        ("ArrowDown", false) => Step::Day(1),
        ("ArrowLeft", false) => Step::Weeks(-rightwards),
        ("ArrowRight", false) => Step::Weeks(rightwards),
        ("PageUp", false) => Step::Weeks(-4),
        ("PageDown", false) => Step::Weeks(4),
        ("Home", false) => Step::RowStart,
        ("End", false) => Step::RowEnd,
        ("Home", true) => Step::First,
        ("End", true) => Step::Last,
        _ => return None,
    })
}

fn table(calendar: &Calendar) -> Markup {
    let latest = calendar.cells.len().saturating_sub(1);
    let rows: Vec<_> = (0..7)
        .map(|row| {
            let weekday = (row + usize::from(calendar.week_start)) % 7;
            let cells: Vec<_> = (0..calendar.columns)
                .map(|column| {
                    let Some(cell) = calendar.cell(column, row) else {
                        return markup! { <td class="calendar__outside"></td> };
                    };
                    let at = column * 7 + row - calendar.lead;
                    markup! {
                        <td
                            data-at=at.to_string()
                            data-level=cell.level.to_string()
                            tabindex=if at == latest { "0" } else { "-1" }
                            aria-label=cell_text(cell)
                        ></td>
                    }
                })
                .collect();
            markup! {
                <tr>
                    <th scope="row" aria-label=say().date_weekdays(weekday)>{say().date_short_weekdays(weekday)}</th>
                    {cells}
                </tr>
            }
        })
        .collect();
    markup! {
        <caption class="visually-hidden" id="calendar-caption">{caption(calendar)}</caption>
        <thead>
            <tr>
                <td></td>
                {calendar.spans.iter().map(month).collect::<Vec<_>>()}
            </tr>
        </thead>
        <tbody>{rows}</tbody>
    }
}

/// A month's label over its weeks; one week is too narrow for letters.
fn month(span: &MonthSpan) -> Markup {
    let month = Month { year: span.year, month: span.month };
    let short = (span.columns > 1).then(|| month.short_name(say()));
    markup! { <th scope="colgroup" colspan=span.columns.to_string() aria-label=month.long(say())>{short}</th> }
}

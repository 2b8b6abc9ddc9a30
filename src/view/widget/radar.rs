//! The skill radar: a picture of the values, and a table with what backs them.

mod picture;

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use crate::chart::Frame;
use crate::markup::{Markup, markup};
use crate::view::say;
use crate::web::effect::effect;
use crate::web::page;
use picture::Picture;

/// Shows what backs an axis.
pub type Evidence = Arc<dyn Fn() -> Markup + Send + Sync>;

/// One axis of a [`RadarChart`], with the names of its technologies resolved.
#[derive(Clone)]
pub struct RadarAxis {
    /// Such as `System design`.
    pub label: String,
    /// From 0 to the chart's `max`.
    pub value: f64,
    /// What backs the value. Rendered twice: in the table and, while the axis is active, below the picture.
    pub evidence: Option<Evidence>,
    /// Names of technologies that back the value.
    pub technologies: Vec<String>,
}

/// The picture at the width a page of 320 px leaves it; wider pages scale it up.
const FRAME: Frame = Frame { width: 264.0, font: 13.0, rings: 4 };

/// The fewest axes that enclose an area.
const CORNERS: usize = 3;

/// Which axis is looked at, and by what. Pointing beats focus, focus beats a pinned axis.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Attention {
    hovered: Option<usize>,
    focused: Option<usize>,
    pinned: Option<usize>,
}

impl Attention {
    fn active(self) -> Option<usize> {
        self.hovered.or(self.focused).or(self.pinned)
    }

    fn pin(&mut self, at: usize) {
        self.pinned = if self.pinned == Some(at) { None } else { Some(at) };
    }
}

/// A radar chart with its evidence.
///
/// An axis is highlighted by pointing at it or at its table row, by focusing its button, or for good by a click or tap;
/// Escape dismisses.
#[component]
pub fn RadarChart(
    /// The chart's name, such as `skill.radar()`.
    #[prop(into)]
    title: String,
    /// The value at the rim; above 0.
    max: f64,
    /// Fewer than three make no area: they are a table alone.
    axes: Vec<RadarAxis>,
) -> Markup {
    let attention = RwSignal::new(Attention::default());
    let active = Memo::new(move |_| attention.read().active());
    dismiss_on_escape(move || {
        // Writing only what changes anything keeps other uses of the key cheap.
        if active.get_untracked().is_some() {
            attention.set(Attention::default());
        }
    });
    let values: Vec<(&str, f64)> = axes.iter().map(|axis| (axis.label.as_str(), axis.value)).collect();
    let limit = tenths(max);
    let chart = (axes.len() >= CORNERS).then(|| {
        let radar = FRAME.lay_out(&values, max);
        let summary = describe(&values, &limit);
        let hint = rings_hint(max);
        let readings: Vec<_> = axes.iter().enumerate().map(|(at, axis)| reading(at, axis, &limit, active)).collect();
        let title = title.clone();
        markup! {
            <div class="radar__chart">
                <Picture
                    radar
                    title
                    active
                    on_hover=Callback::new(move |at| attention.update(|attention| attention.hovered = at))
                    on_pick=Callback::new(move |at| attention.update(|attention| attention.pin(at)))
                />
                <p class="visually-hidden" id="radar-summary">{summary}</p>
                // The same words are in the table, where a screen reader finds them in order.
                <div class="radar__readings" aria-hidden="true">
                    <p class="radar__hint" class:is-active=move || active.get().is_none()>{hint}</p>
                    {readings}
                </div>
            </div>
        }
    });
    let rows: Vec<_> =
        axes.into_iter().enumerate().map(|(at, axis)| row(at, axis, &limit, attention, active)).collect();
    let caption = say().radar_caption(&title);

    markup! {
        <div class="radar" class:radar--table=chart.is_none()>
            {chart}
            <table class="radar__table">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say().radar_axis()}</th>
                        <th scope="col" class="radar__value">{say().radar_value()}</th>
                        <th scope="col">{say().radar_evidence()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// What is shown below the picture while an axis is active. All of them share one place, which is as high as the
/// highest, so that highlighting an axis moves nothing.
fn reading(at: usize, axis: &RadarAxis, limit: &str, active: Memo<Option<usize>>) -> Markup {
    markup! {
        <div class="radar__reading" class:is-active=move || active.get() == Some(at)>
            <p class="radar__reading-head" dir="auto">
                <span>{axis.label.clone()}</span>
                " "
                <span class="radar__figure">{say().radar_of(&tenths(axis.value), limit)}</span>
            </p>
            {backing(axis)}
        </div>
    }
}

fn row(at: usize, axis: RadarAxis, limit: &str, attention: RwSignal<Attention>, active: Memo<Option<usize>>) -> Markup {
    let evidence = ["radar-evidence-", &at.to_string()].concat();
    let value = ["radar-value-", &at.to_string()].concat();
    let described_by = [&value, " ", &evidence].concat();
    let hover = move |at: Option<usize>| attention.update(|attention| attention.hovered = at);
    let focus = move |at: Option<usize>| attention.update(|attention| attention.focused = at);
    markup! {
        <tr
            class="radar__row"
            class:is-active=move || active.get() == Some(at)
            on:pointerenter=move |event: ev::PointerEvent| if event.pointer_type() == "mouse" { hover(Some(at)) }
            on:pointerleave=move |_| hover(None)
        >
            <th scope="row">
                <button
                    type="button"
                    class="radar__axis"
                    disabled=|| !page::RUNS
                    aria-pressed=move || (attention.read().pinned == Some(at)).to_string()
                    aria-describedby=described_by
                    on:focus=move |_| focus(Some(at))
                    on:blur=move |_| focus(None)
                    on:click=move |_| attention.update(|attention| attention.pin(at))
                >
                    {axis.label.clone()}
                </button>
            </th>
            <td class="radar__value" id=value>
                <span class="radar__figure">{tenths(axis.value)}</span>
                <span class="radar__limit">" "{say().radar_limit(limit)}</span>
            </td>
            <td id=evidence>{backing(&axis)}</td>
        </tr>
    }
}

/// Evidence in words and as technologies.
fn backing(axis: &RadarAxis) -> Markup {
    let technologies = (!axis.technologies.is_empty())
        .then(|| markup! { <p class="radar__technologies">{axis.technologies.join("\u{a0}· ")}</p> });
    markup! {
        {axis.evidence.as_ref().map(|evidence| markup! { <div class="radar__evidence">{evidence()}</div> })}
        {technologies}
    }
}

/// Such as `6 axes, each of 100. Highest: Backend, 92. Lowest: DevOps, 80. Mean: 85.7.`
fn describe(axes: &[(&str, f64)], limit: &str) -> String {
    let mut text = vec![say().radar_axes(axes.len(), limit)];
    let by_value = |a: &&(&str, f64), b: &&(&str, f64)| a.1.total_cmp(&b.1);
    // Of equals the first one is named either way.
    let highest = axes.iter().rev().max_by(by_value);
    text.extend(highest.map(|(label, value)| say().radar_highest(label, &tenths(*value))));
    text.extend(axes.iter().min_by(by_value).map(|(label, value)| say().radar_lowest(label, &tenths(*value))));
    let mean = axes.iter().map(|axis| axis.1).sum::<f64>() / axes.len() as f64;
    text.push(say().radar_mean(&tenths(mean)));
    text.join(" ")
}

/// What the rings stand for, and how to read more.
fn rings_hint(max: f64) -> String {
    let rings: Vec<String> = (1..=FRAME.rings).map(|ring| tenths(max * ring as f64 / FRAME.rings as f64)).collect();
    say().radar_hint(&say().joined(&rings))
}

/// A value with a decimal, where it has one.
fn tenths(value: f64) -> String {
    say().decimal(value, 1)
}

/// Calls back when Escape is pressed anywhere, since what a pointer highlights has no focus to listen at.
fn dismiss_on_escape(dismiss: impl Fn() + Clone + 'static) {
    effect(move || {
        let dismiss = dismiss.clone();
        let listener = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                dismiss();
            }
        });
        on_cleanup(move || listener.remove());
    });
}

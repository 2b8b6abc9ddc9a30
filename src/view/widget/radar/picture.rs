//! The picture of a radar chart.

use leptos::ev;
use leptos::prelude::*;

use crate::chart::{Label, Radar, points_attribute, tenths};
use crate::geometry::{Point, Vec2};
use crate::markup::{Markup, markup};

/// Half the diagonal of a value's marker, in the picture's px.
const MARKER: f64 = 4.0;

/// The rings, spokes, values and labels as one image. The description is the element `radar-summary`.
#[component]
pub(super) fn Picture(
    radar: Radar,
    title: String,
    /// The axis to highlight.
    active: Memo<Option<usize>>,
    /// Called with the axis a mouse points at.
    on_hover: Callback<Option<usize>>,
    /// Called with the axis that was clicked or tapped.
    on_pick: Callback<usize>,
) -> Markup {
    let view_box = [radar.view.x0, radar.view.y0, radar.view.width(), radar.view.height()].map(tenths).join(" ");
    let outline: Vec<Point> = radar.spokes.iter().map(|spoke| spoke.value).collect();
    let rim = radar.rings.len().saturating_sub(1);
    let rings: Vec<_> = radar
        .rings
        .iter()
        .enumerate()
        .map(|(at, ring)| {
            let class = if at == rim { "radar__ring radar__ring--rim" } else { "radar__ring" };
            markup! { <polygon class=class points=points_attribute(ring) /> }
        })
        .collect();
    let center = radar.center;
    let axes: Vec<_> = radar
        .spokes
        .iter()
        .enumerate()
        .map(|(at, spoke)| {
            markup! {
                <g class="radar__spoke" class:is-active=move || active.get() == Some(at)>
                    <line x1=tenths(center.x) y1=tenths(center.y) x2=tenths(spoke.tip.x) y2=tenths(spoke.tip.y) />
                    <polygon class="radar__halo" points=points_attribute(&diamond(spoke.value, 2.0 * MARKER)) />
                    {text(&spoke.label)}
                </g>
            }
        })
        .collect();
    let markers: Vec<Point> = outline.clone();
    let markers: Vec<_> = markers
        .into_iter()
        .map(|value| markup! { <polygon class="radar__marker" points=points_attribute(&diamond(value, MARKER)) /> })
        .collect();
    let sectors: Vec<_> = radar
        .spokes
        .iter()
        .enumerate()
        .map(|(at, spoke)| {
            let bounds = spoke.label.bounds;
            let size = bounds.size();
            let enter = move |event: ev::PointerEvent| {
                if event.pointer_type() == "mouse" {
                    on_hover.run(Some(at));
                }
            };
            markup! {
                <g class="radar__sector" stroke="none" on:pointerenter=enter on:click=move |_| on_pick.run(at)>
                    <polygon points=points_attribute(&spoke.sector) />
                    <rect x=tenths(bounds.x0) y=tenths(bounds.y0) width=tenths(size.w) height=tenths(size.h) />
                </g>
            }
        })
        .collect();

    markup! {
        <svg
            // A translator's elements would not be shown inside of it.
            class="radar__picture notranslate"
            viewBox=view_box
            // For a page that has lost its style sheet: lines, where all would be filled.
            width=tenths(radar.view.width())
            height=tenths(radar.view.height())
            fill="none"
            stroke="currentColor"
            role="img"
            aria-label=title
            aria-describedby="radar-summary"
            on:pointerleave=move |_| on_hover.run(None)
        >
            <g aria-hidden="true">
                {rings}
                {axes}
                <polygon class="radar__area" points=points_attribute(&outline) />
                {markers}
                {sectors}
            </g>
        </svg>
    }
}

fn text(label: &Label) -> Markup {
    let x = tenths(label.at.x);
    let lines: Vec<_> = label
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let dy = if at == 0 { "0" } else { "1.2em" };
            markup! { <tspan x=x.clone() dy=dy>{line.clone()}</tspan> }
        })
        .collect();
    let is_rtl = label.is_rtl();
    let anchor = if is_rtl { label.anchor.turned() } else { label.anchor };
    let direction = if is_rtl { "rtl" } else { "ltr" };
    markup! {
        <text
            class="radar__label"
            fill="currentColor"
            stroke="none"
            y=tenths(label.at.y)
            text-anchor=anchor.as_str()
            direction=direction
        >
            {lines}
        </text>
    }
}

fn diamond(at: Point, half: f64) -> [Point; 4] {
    [Vec2::new(0.0, -half), Vec2::new(half, 0.0), Vec2::new(0.0, half), Vec2::new(-half, 0.0)].map(|by| at + by)
}

//! The frame around everything interactive.

use leptos::prelude::*;

use crate::markup::{Markup, markup};

/// A hairline frame with a title bar: the widget's name as a call or path, its controls at the right.
#[component]
pub fn Window(
    /// Such as `skill.radar()` or `~/projects/shop`.
    #[prop(into)]
    title: String,
    /// Buttons and links of the bar.
    #[prop(optional)]
    controls: Option<Markup>,
    /// What the window shows.
    children: Markup,
) -> Markup {
    markup! {
        <div class="window">
            <div class="window__bar">
                <p class="window__title" dir="auto">{title}</p>
                {controls.map(|controls| markup! { <div class="window__controls">{controls}</div> })}
            </div>
            <div class="window__body">{children}</div>
        </div>
    }
}

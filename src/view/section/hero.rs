//! The first screen: who, what, and the figures.

use leptos::prelude::*;

use crate::markup::{Markup, markup};
use crate::model::Metric;
use crate::view::markdown::{inline_markdown, link_list, markdown_below};
use crate::view::say;
use crate::view::state::Site;

/// Name, headline, tagline, availability, links.
#[component]
pub fn Hero() -> Markup {
    let site = Site::expect();
    let profile = &site.portfolio.profile;
    markup! {
        <section class="hero" aria-labelledby="v-name">
            {profile.photo.as_ref().map(|photo| markup! { <div class="hero__photo">{inline_markdown(photo)}</div> })}
            {profile.location.clone().map(|location| markup! { <p class="hero__location" dir="auto">{location}</p> })}
            <h1 class="hero__name" dir="auto" id="v-name">{profile.name.clone()}</h1>
            {profile.headline.clone().map(|headline| markup! { <p class="hero__headline" dir="auto">{headline}</p> })}
            {profile.tagline.as_ref().map(|tagline| markup! { <div class="hero__tagline">{markdown_below(tagline, 1)}</div> })}
            {profile.availability.clone().map(|text| markup! { <p class="hero__availability" dir="auto">{text}</p> })}
            {link_list(&profile.links, "hero__links", &site)}
        </section>
    }
}

/// The figures below the hero, each with its context.
#[component]
pub fn Metrics() -> Markup {
    let site = Site::expect();
    let metrics = &site.portfolio.metrics;
    if metrics.is_empty() {
        return Markup::Nothing;
    }
    markup! { <ul class="metrics" aria-label=say().page_key_figures()>{metrics.iter().map(metric_view).collect::<Markup>()}</ul> }
}

fn metric_view(metric: &Metric) -> Markup {
    markup! {
        <li class="metric">
            <p class="metric__figure" dir="auto">
                {metric.sign.clone().map(|sign| markup! { <span class="metric__sign">{sign}</span> })}
                <span class="metric__value">{metric.value.clone()}</span>
                {metric.unit.clone().map(|unit| markup! { <span class="metric__unit">{unit}</span> })}
            </p>
            <p class="metric__label" dir="auto">{metric.label.clone()}</p>
            {metric.context.as_ref().map(|context| markup! { <p class="metric__context" dir="auto">{inline_markdown(context)}</p> })}
        </li>
    }
}

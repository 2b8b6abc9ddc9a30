//! The first screen: who, what, and the figures.

use leptos::prelude::*;

use crate::markup::{Markup, markup};
use crate::model::{Link, Metric};
use crate::view::markdown::{inline_markdown, link_list, markdown};
use crate::view::state::Site;

/// The list of résumés, beside that of the links.
const RESUME: &str = "hero__links hero__resume";

/// Name, headline, tagline, availability, links.
#[component]
pub fn Hero() -> Markup {
    let site = Site::expect();
    let profile = &site.portfolio.profile;
    markup! {
        <section class="hero" aria-labelledby="v-name">
            {profile.location.clone().map(|location| markup! { <p class="hero__location">{location}</p> })}
            <h1 class="hero__name" id="v-name">{profile.name.clone()}</h1>
            {profile.headline.clone().map(|headline| markup! { <p class="hero__headline">{headline}</p> })}
            {profile.tagline.as_ref().map(|tagline| markup! { <div class="hero__tagline">{markdown(tagline)}</div> })}
            {profile.availability.clone().map(|text| markup! { <p class="hero__availability">{text}</p> })}
            {resume(&profile.resume, &site)}
            {link_list(&profile.links, "hero__links", &site)}
        </section>
    }
}

/// Résumés.
#[cfg(target_arch = "wasm32")]
fn resume(links: &[Link], site: &Site) -> Option<Markup> {
    link_list(links, RESUME, site)
}

/// Résumés: those that lie beside the pages are saved, others are visited. The program makes the same elements and leaves
/// that attribute as it stands; where it draws the page itself, all of them are visited.
#[cfg(not(target_arch = "wasm32"))]
fn resume(links: &[Link], site: &Site) -> Option<Markup> {
    use crate::markup::IntoMarkup;
    use crate::model::href::HrefKind;
    use crate::view::markdown::anchor;

    let entry = |link: &Link| {
        let label = link.label.clone().into_markup();
        let link = match &link.href {
            Some(href) if href.kind() == HrefKind::Relative => {
                markup! { <a href=site.resolve(href).0 rel="external" download="">{label}</a> }
            }
            Some(href) => anchor(href, label, site),
            None => label,
        };
        markup! { <li>{link}</li> }
    };
    (!links.is_empty()).then(|| markup! { <ul class=RESUME>{links.iter().map(entry).collect::<Markup>()}</ul> })
}

/// The figures below the hero, each with its context.
#[component]
pub fn Metrics() -> Markup {
    let site = Site::expect();
    let metrics = &site.portfolio.metrics;
    if metrics.is_empty() {
        return Markup::Nothing;
    }
    markup! { <ul class="metrics" aria-label="Key figures">{metrics.iter().map(metric_view).collect::<Markup>()}</ul> }
}

fn metric_view(metric: &Metric) -> Markup {
    markup! {
        <li class="metric">
            <p class="metric__figure">
                {metric.sign.clone().map(|sign| markup! { <span class="metric__sign">{sign}</span> })}
                <span class="metric__value">{metric.value.clone()}</span>
                {metric.unit.clone().map(|unit| markup! { <span class="metric__unit">{unit}</span> })}
            </p>
            <p class="metric__label">{metric.label.clone()}</p>
            {metric.context.as_ref().map(|context| markup! { <p class="metric__context">{inline_markdown(context)}</p> })}
        </li>
    }
}

//! How to get in touch.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::markup::{Markup, markup};
use crate::view::markdown::{link_list, markdown};
use crate::view::say;
use crate::view::state::Site;
use crate::web::page;

/// Text, shell line, mail address with a copy button, links.
#[component]
pub fn ContactDetails() -> Markup {
    let site = Site::expect();
    let Some(contact) = site.portfolio.contact.as_ref() else { return Markup::Nothing };
    markup! {
        <div class="contact">
            {contact.command.clone().map(|command| markup! { <p class="contact__command" dir="auto"><code>{command}</code></p> })}
            {contact.text.as_ref().map(|text| markup! { <div class="contact__text">{markdown(text)}</div> })}
            {contact.email.clone().map(|email| markup! { <MailAddress email/> })}
            {contact.response.clone().map(|response| markup! { <p class="contact__response" dir="auto">{response}</p> })}
            {link_list(&contact.links, "contact__links", &site)}
        </div>
    }
}

/// A mail address as a link, with a button that copies it.
#[component]
fn MailAddress(email: String) -> Markup {
    let outcome = RwSignal::new("");
    let address = email.clone();
    let copy = move |_| {
        let address = address.clone();
        spawn_local(async move {
            let copied = page::copy(&address).await.is_ok();
            outcome.set(if copied { say().contact_copied() } else { say().contact_not_copied() });
        });
    };
    markup! {
        <p class="contact__email">
            <a href=["mailto:", &email].concat()>{email.clone()}</a>
            <button class="button" type="button" on:click=copy>{say().contact_copy()}</button>
            <span class="contact__outcome" role="status">{move || outcome.get()}</span>
        </p>
    }
}

//! How to get in touch.

use super::Check;
use crate::model::document::ContactDoc;
use crate::model::href;
use crate::model::json_path::At;
use crate::model::portfolio::Contact;
use crate::model::problem::ProblemKind;

pub fn contact(doc: ContactDoc, check: &mut Check) -> Contact {
    let at = At::top("contact");
    Contact {
        text: check.prose(doc.text, &at.key("text")),
        email: email(doc.email, &at.key("email"), check),
        command: check.line(doc.command, &at.key("command")),
        response: check.line(doc.response, &at.key("response")),
        links: check.links(doc.links, &at.key("links")),
    }
}

fn email(text: Option<String>, at: &At, check: &mut Check) -> Option<String> {
    let text = check.line(text, at)?;
    if href::is_email(&text) {
        return Some(text);
    }
    check.report(at, ProblemKind::BadEmail { text: text.chars().take(60).collect() });
    None
}

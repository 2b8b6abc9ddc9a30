//! How to get in touch.

use super::Check;
use super::check::excerpt;
use crate::doc::Doc;
use crate::href;
use crate::portfolio::Contact;
use crate::problem::ProblemKind;

pub fn contact(check: &mut Check, doc: &mut Doc) -> Contact {
    Contact {
        text: check.prose(doc, "text"),
        email: email(check, doc),
        command: check.line(doc, "command"),
        response: check.line(doc, "response"),
        links: check.links(doc, "links", None),
    }
}

fn email(check: &mut Check, doc: &mut Doc) -> Option<String> {
    let text = check.line(doc, "email")?;
    if href::is_email(&text) {
        return Some(text);
    }
    check.report(&doc.at("email"), ProblemKind::BadEmail(excerpt(&text)));
    None
}

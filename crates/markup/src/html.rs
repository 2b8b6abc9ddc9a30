//! [`Markup`] as HTML, to be found again by [`super::mount::hydrate`] once fields to type in have left their templates.

use vitrine_lean::escape::xml;

use super::Markup;
use super::visit::{Attribute, Visitor};

/// Elements without content, which have no closing tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Writes what it is told.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// What was written.
    pub fn finish(self) -> String {
        self.0
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.0.extend([" ", name, "=\"", &escaped(value), "\""]);
    }
}

impl Visitor for Html {
    fn open(&mut self, tag: &'static str, attributes: &[Attribute]) {
        if is_field(attributes) {
            self.0.push_str("<template>");
        }
        self.0.extend(["<", tag]);
        for (name, value) in attributes {
            self.attribute(name, value);
        }
        self.0.push('>');
        // Fields have no content.
        if is_field(attributes) {
            self.0.push_str("</template>");
        }
    }

    fn close(&mut self, tag: &'static str) {
        if !VOID.contains(&tag) {
            self.0.extend(["</", tag, ">"]);
        }
    }

    fn text(&mut self, text: &str) {
        self.0.push_str(&escaped(text));
    }
}

impl Markup {
    /// The HTML of what is shown at first.
    pub fn html(self) -> String {
        let mut html = Html::default();
        self.visit(&mut html);
        html.finish()
    }
}

/// Chromium lays a page out as soon as it is parsed, also what is out of sight, where there is a field that it could fill in.
/// So such fields wait in a template, out of which src/boot/start.js takes them once the page is painted.
fn is_field(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|(name, value)| *name == "type" && value == "search")
}

/// Hosts that hide addresses from collectors look for `@`, and leave a text that no element of the program has: Cloudflare's
/// "Email Address Obfuscation" is such a one.
fn escaped(text: &str) -> String {
    xml(text).replace('@', "&#64;")
}

//! [`Markup`] as HTML, to be found again by [`super::mount::hydrate`] once fields to type in have left their templates.

use leptos::tachys::view::Position;
use vitrine_lean::escape::xml;

use super::Markup;
use super::visit::{Attribute, Visitor};

/// Elements without content, which have no closing tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Writes what it is told. Comments mark where nothing is and where two texts meet.
pub struct Html {
    html: String,
    position: Position,
}

impl Default for Html {
    fn default() -> Self {
        Self { html: String::new(), position: Position::FirstChild }
    }
}

impl Html {
    /// What was written.
    pub fn finish(self) -> String {
        self.html
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.html.extend([" ", name, "=\"", &escaped(value), "\""]);
    }
}

impl Visitor for Html {
    fn open(&mut self, tag: &'static str, attributes: &[Attribute]) {
        if is_field(attributes) {
            self.html.push_str("<template>");
        }
        self.html.extend(["<", tag]);
        for (name, value) in attributes {
            self.attribute(name, value);
        }
        self.html.push('>');
        self.position = Position::FirstChild;
        // Fields have no content.
        if is_field(attributes) {
            self.html.push_str("</template>");
        }
    }

    fn close(&mut self, tag: &'static str) {
        if !VOID.contains(&tag) {
            self.html.extend(["</", tag, ">"]);
        }
        self.position = Position::NextChild;
    }

    fn text(&mut self, text: &str) {
        if self.position == Position::NextChildAfterText {
            self.html.push_str("<!---->");
        }
        // Without a character there would be no node to find.
        let text = escaped(text);
        self.html.push_str(if text.is_empty() { " " } else { &text });
        self.position = Position::NextChildAfterText;
    }

    fn gap(&mut self) {
        self.html.push_str("<!---->");
        self.position = Position::NextChild;
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

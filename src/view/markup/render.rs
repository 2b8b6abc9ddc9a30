//! [`Markup`] as HTML, to be found again by [`super::mount::hydrate`] once fields to type in have left their templates.

use leptos::tachys::view::Position;

use super::{Markup, Parts, Value};
use crate::escape::xml;
use crate::web::element::Place;

/// Elements without content, which have no closing tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

impl Markup {
    /// The HTML of what is shown at first. Comments in it mark where nothing is and where two texts meet.
    pub fn html(self) -> String {
        let mut html = String::new();
        self.write(&mut html, &mut Position::FirstChild);
        html
    }

    fn write(self, html: &mut String, position: &mut Position) {
        match self {
            Self::Nothing => write_marker(html, position),
            Self::Text(text) => {
                if *position == Position::NextChildAfterText {
                    html.push_str("<!---->");
                }
                // Without a character there would be no node to find.
                let text = escaped(&text);
                html.push_str(if text.is_empty() { " " } else { &text });
                *position = Position::NextChildAfterText;
            }
            Self::Element(element) => element.0.write(html, position),
            Self::Many(pieces) if pieces.is_empty() => write_marker(html, position),
            Self::Many(pieces) => pieces.into_iter().for_each(|piece| piece.write(html, position)),
            Self::Live(mut f) => f().write(html, position),
            Self::Lazy(content) => content().write(html, position),
            Self::Each(each) => {
                for key in (each.keys)() {
                    (each.entry)(key).write(html, position);
                }
                write_marker(html, position);
            }
        }
    }
}

impl Parts {
    fn write(self, html: &mut String, position: &mut Position) {
        // Chromium lays a page out as soon as it is parsed, also what is out of sight, where there is a field that it
        // could fill in. So such fields wait in a template, out of which src/boot/start.js takes them once the page is painted.
        let is_field = self.settings.iter().any(|setting| {
            setting.name == "type" && matches!(&setting.value, Value::Fixed(Some(value)) if value == "search")
        });
        if is_field {
            html.push_str("<template>");
        }
        let mut class = String::new();
        html.push('<');
        html.push_str(self.tag);
        for setting in self.settings {
            let value = match setting.value {
                Value::Fixed(value) => value,
                Value::Live(f) => f(),
            };
            let Some(value) = value else { continue };
            match (setting.place, setting.name) {
                (Place::Attribute, "class") => class.insert_str(0, &value),
                (Place::Attribute, name) => write_attribute(name, &value, html),
                (Place::Class, name) => class.extend([" ", name]),
                // A strict policy refuses style attributes; the program sets what they would.
                (Place::Style | Place::Property, _) => {}
            }
        }
        if !class.is_empty() {
            write_attribute("class", class.trim_start(), html);
        }
        html.push('>');
        if !VOID.contains(&self.tag) {
            *position = Position::FirstChild;
            for child in self.children {
                child.write(html, position);
            }
            html.extend(["</", self.tag, ">"]);
        }
        if is_field {
            html.push_str("</template>");
        }
        *position = Position::NextChild;
    }
}

/// Hosts that hide addresses from collectors look for `@`, and leave a text that no element of the program has: Cloudflare's
/// "Email Address Obfuscation" is such a one.
fn escaped(text: &str) -> String {
    xml(text).replace('@', "&#64;")
}

fn write_marker(html: &mut String, position: &mut Position) {
    html.push_str("<!---->");
    *position = Position::NextChild;
}

fn write_attribute(name: &str, value: &str, html: &mut String) {
    html.extend([" ", name, "=\""]);
    html.push_str(&escaped(value));
    html.push('"');
}

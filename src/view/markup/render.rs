//! [`Markup`] as HTML, to be found again by [`super::mount::hydrate`].

use leptos::tachys::view::Position;

use super::{Markup, Parts, Value};
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
                escape(if text.is_empty() { " " } else { &text }, html);
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
        *position = Position::NextChild;
    }
}

fn write_marker(html: &mut String, position: &mut Position) {
    html.push_str("<!---->");
    *position = Position::NextChild;
}

fn write_attribute(name: &str, value: &str, html: &mut String) {
    html.extend([" ", name, "=\""]);
    escape(value, html);
    html.push('"');
}

fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}

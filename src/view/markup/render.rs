//! [`Markup`] as a view of Leptos, which mounts it, finds it in a page that came as HTML, and writes that HTML.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Position, PositionState};

use super::state::State;
use super::{Markup, Parts, Value};
use crate::web::element::Place;

/// Elements without content, which have no closing tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

impl Render for Markup {
    type State = State;

    fn build(self) -> State {
        self.realise(None)
    }

    fn rebuild(self, state: &mut State) {
        self.replace(state);
    }
}

impl AddAnyAttr for Markup {
    type Output<A: Attribute> = Self;

    /// Attributes are set where an element is written.
    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

impl RenderHtml for Markup {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra: Vec<AnyAttribute>,
    ) {
        self.write(html, position);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> State {
        self.realise(Some((cursor, position)))
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Markup {
    fn write(self, html: &mut String, position: &mut Position) {
        match self {
            Self::Nothing => write_marker(html, position),
            Self::Text(text) => {
                if *position == Position::NextChildAfterText {
                    html.push_str("<!>");
                }
                // Without a character there would be no node to find.
                escape(if text.is_empty() { " " } else { &text }, html);
                *position = Position::NextChildAfterText;
            }
            Self::Element(element) => element.0.write(html, position),
            Self::Many(pieces) if pieces.is_empty() => write_marker(html, position),
            Self::Many(pieces) => pieces.into_iter().for_each(|piece| piece.write(html, position)),
            Self::Live(mut f) => f().write(html, position),
            Self::Each(each) => {
                for key in (each.keys)() {
                    (each.entry)(key).write(html, position);
                }
                write_marker(html, position);
            }
            Self::View(view) => view.to_html_with_buf(html, position, true, false, Vec::new()),
        }
    }
}

impl Parts {
    fn write(self, html: &mut String, position: &mut Position) {
        let (mut class, mut style) = (String::new(), String::new());
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
                (Place::Style, name) => style.extend([name, ":", &value, ";"]),
                (Place::Property, _) => {}
            }
        }
        for (name, value) in [("class", class), ("style", style)] {
            if !value.is_empty() {
                write_attribute(name, value.trim_start(), html);
            }
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
    html.push_str("<!>");
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

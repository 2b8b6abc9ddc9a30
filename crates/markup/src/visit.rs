//! The way through a page: what is shown at first, in order, told to whoever wants to know.

use super::web::place::Place;
use super::{Markup, Parts, Text, Value};

/// An attribute and its value.
pub type Attribute = (&'static str, Text);

/// Is told what is shown at first.
pub trait Visitor {
    /// An element begins. Its class, if it has one, comes last.
    fn open(&mut self, tag: &'static str, attributes: &[Attribute]);
    /// It ends.
    fn close(&mut self, tag: &'static str);
    /// Text stands there.
    fn text(&mut self, text: &str);
}

/// Two that are told the same.
impl<A: Visitor, B: Visitor> Visitor for (A, B) {
    fn open(&mut self, tag: &'static str, attributes: &[Attribute]) {
        self.0.open(tag, attributes);
        self.1.open(tag, attributes);
    }

    fn close(&mut self, tag: &'static str) {
        self.0.close(tag);
        self.1.close(tag);
    }

    fn text(&mut self, text: &str) {
        self.0.text(text);
        self.1.text(text);
    }
}

impl Markup {
    /// Tells a visitor what is shown at first.
    pub fn visit(self, visitor: &mut dyn Visitor) {
        match self {
            Self::Nothing => {}
            Self::Text(text) => visitor.text(&text),
            Self::Element(element) => element.0.visit(visitor),
            Self::Many(pieces) => pieces.into_iter().for_each(|piece| piece.visit(visitor)),
            Self::Live(mut f) => f().visit(visitor),
            Self::Lazy(lazy) => (lazy.content)().visit(visitor),
            Self::Each(each) => {
                for key in (each.keys)() {
                    (each.entry)(key).visit(visitor);
                }
            }
        }
    }
}

impl Parts {
    fn visit(self, visitor: &mut dyn Visitor) {
        let mut attributes: Vec<Attribute> = Vec::new();
        let mut class = String::new();
        for setting in self.settings {
            let value = match setting.value {
                Value::Fixed(value) => value,
                Value::Live(f) => f(),
            };
            let Some(value) = value else { continue };
            match (setting.place, setting.name) {
                (Place::Attribute, "class") => class.insert_str(0, &value),
                (Place::Attribute, name) => attributes.push((name, value)),
                (Place::Class, name) => class.extend([" ", name]),
                // A strict policy refuses style attributes; the program sets what they would.
                (Place::Style | Place::Property, _) => {}
            }
        }
        if !class.is_empty() {
            attributes.push(("class", class.trim_start().to_owned().into()));
        }
        visitor.open(self.tag, &attributes);
        for child in self.children {
            child.visit(visitor);
        }
        visitor.close(self.tag);
    }
}

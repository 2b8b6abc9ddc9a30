//! Icons of technologies: by what name the site's sprite has them, and how they look.
//!
//! The sprite is one SVG file with a `<symbol>` an icon, made by `cargo xtask build` from simple-icons. It comes after a
//! diagram is drawn: until then, and where there is no icon, a node shows the sign of its kind.

use std::sync::Arc;

use super::glyph;
use super::graph::NodeFacts;

/// The side of the box that icons are drawn in, in px of their own.
pub const SIDE: f64 = 24.0;
/// World px a px of an icon: it takes the room of a sign.
pub const SCALE: f64 = glyph::SIDE / SIDE;

/// The name under which the sprite has the icon of what a node runs on, if it has it: what the file says, or what
/// simple-icons would make of the technology's name.
fn name(facts: &NodeFacts) -> Option<String> {
    facts.icon.clone().or_else(|| Some(slug(facts.technology.as_deref()?)))
}

/// A name as simple-icons writes it: `Node.js` is `nodedotjs`, `C++` is `cplusplus`.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars() {
        let mut buffer = [0; 4];
        slug.push_str(match letter {
            '+' => "plus",
            '.' => "dot",
            '&' => "and",
            '#' => "sharp",
            _ if letter.is_ascii_alphanumeric() => letter.to_ascii_lowercase().encode_utf8(&mut buffer),
            _ => "",
        });
    }
    slug
}

/// Icons by their names.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sprite(Vec<(String, Arc<str>)>);

impl Sprite {
    /// Reads the file: of each symbol its id and the data of its path, by the quotes around them.
    pub fn parse(text: &str) -> Self {
        let mut icons = Vec::new();
        let mut name = "";
        let mut parts = text.split('"');
        while let (Some(before), Some(value)) = (parts.next(), parts.next()) {
            if before.ends_with("<symbol id=") {
                name = value;
            } else if before.ends_with(" d=") && !name.is_empty() {
                icons.push((std::mem::take(&mut name).to_owned(), Arc::from(value)));
            }
        }
        Self(icons)
    }

    /// An icon: path data to be filled, in a box of [`SIDE`].
    pub fn get(&self, name: &str) -> Option<&Arc<str>> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, data)| data)
    }

    /// Gives facts the icons that are here. Whether there was one for any of them.
    pub fn dress(&self, facts: &mut Arc<Vec<NodeFacts>>) -> bool {
        let mut any = false;
        for facts in Arc::make_mut(facts) {
            facts.drawing = name(facts).and_then(|name| self.get(&name).cloned());
            any |= facts.drawing.is_some();
        }
        any
    }
}

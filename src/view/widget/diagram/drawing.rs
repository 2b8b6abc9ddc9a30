//! A diagram as elements of the page, in the colours that the page has at the moment: what is printed.

use crate::diagram::ink::Theme;
use crate::diagram::scene::Scene;
use crate::diagram::svg::{self, Sink};
use crate::markup::{Element, Markup};

/// The scene as one SVG element.
pub fn drawing(scene: &Scene, title: &str) -> Markup {
    let mut tree = Tree::default();
    svg::draw(&mut tree, scene, title, &Theme);
    tree.done
}

/// Elements that are not closed yet, the innermost last, and what became of the outermost.
struct Tree {
    open: Vec<Element>,
    done: Markup,
}

impl Default for Tree {
    fn default() -> Self {
        Self { open: Vec::new(), done: Markup::Nothing }
    }
}

/// A colour of the theme as a prerendered page has it, which may lose its style sheet: all would be black then.
fn readable(value: &str) -> String {
    let fallback = match value.strip_prefix("var(--") {
        _ if cfg!(target_arch = "wasm32") => None,
        Some("color-ground)" | "color-surface)") => Some(",Canvas)"),
        Some(name) if !name.starts_with("font-") => Some(",CanvasText)"),
        _ => None,
    };
    fallback.map_or_else(|| value.to_owned(), |fallback| [value.trim_end_matches(')'), fallback].concat())
}

impl Sink for Tree {
    fn open(&mut self, tag: &'static str) {
        let mut element = Element::svg(tag);
        if self.open.is_empty() {
            // A translator's elements would not be shown inside of it.
            element.fixed("class", "notranslate");
            // Where its words stand is not the page's business.
            element.fixed("direction", "ltr");
        }
        self.open.push(element);
    }

    fn attribute(&mut self, name: &'static str, value: &str) {
        if let Some(element) = self.open.last_mut() {
            element.attribute(name, readable(value));
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(element) = self.open.last_mut() {
            element.child(Markup::Text(text.to_owned().into()));
        }
    }

    fn close(&mut self) {
        let Some(element) = self.open.pop() else { return };
        let closed = Markup::Element(element);
        match self.open.last_mut() {
            Some(around) => around.child(closed),
            None => self.done = closed,
        }
    }
}

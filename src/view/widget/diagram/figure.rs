//! A drawing of a diagram as a value, before it is known how it is shown.

use std::sync::Arc;

use super::mode::Mode;
use crate::diagram::graph::NodeFacts;
use crate::markup::Markup;
use crate::model::{Diagram, Markdown};

/// A drawing of a diagram, with all that it needs; `facts` is indexed as the diagram's nodes are.
#[derive(Clone)]
pub enum Figure {
    /// In a window of its own.
    Window {
        /// What to show.
        diagram: Arc<Diagram>,
        /// What the portfolio knows of its nodes.
        facts: Arc<Vec<NodeFacts>>,
        /// Where it is shown.
        mode: Mode,
        /// The page the diagram fills.
        href: String,
        /// Shows a node's description.
        describe: fn(&Markdown) -> Markup,
    },
    /// A small drawing.
    Thumbnail {
        /// What to show.
        diagram: Arc<Diagram>,
        /// What the portfolio knows of its nodes.
        facts: Arc<Vec<NodeFacts>>,
    },
}

impl Figure {
    /// The address at which the diagram is drawn even without a program, unless it is here.
    pub fn link(&self) -> Option<String> {
        match self {
            Self::Window { href, mode: Mode::Inline, .. } => Some(href.clone()),
            _ => None,
        }
    }

    /// The id of its element; a thumbnail needs none.
    pub fn id(&self) -> String {
        match self {
            Self::Window { diagram, mode, .. } => figure_id(diagram, *mode),
            Self::Thumbnail { .. } => String::new(),
        }
    }

    /// Whether the figure is what its page is about.
    pub fn fills_page(&self) -> bool {
        matches!(self, Self::Window { mode: Mode::Page, .. })
    }
}

/// The id of a diagram's window.
pub fn figure_id(diagram: &Diagram, mode: Mode) -> String {
    [if mode == Mode::Page { "v-page-" } else { "v-window-" }, &diagram.id].concat()
}

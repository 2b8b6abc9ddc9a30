//! How much of a file is read.

use super::{Check, flow, perspective};
use crate::doc::Doc;
use crate::id::Names;
use crate::json_path::At;
use crate::markdown::Markdown;
use crate::portfolio::{Edge, Flow, TechId};

/// What is read of a diagram beyond its shape. Functions in a table, so that a part of the program which only lays diagrams
/// out brings no parser, no table of letters and no flows.
#[derive(Clone, Copy)]
pub struct Reads {
    /// Text with marks.
    pub(super) markdown: fn(&mut Check, &str, &At) -> Markdown,
    /// What a node runs on.
    pub(super) technology: fn(&mut Check, &str, &At) -> Option<TechId>,
    /// The id of a diagram that is a file of its own.
    pub(super) id: fn(&mut Check, &str, &At) -> Option<String>,
    /// What happens in a diagram with these nodes and edges, and from which sides it can be looked at.
    pub(super) told: Teller,
}

/// Reads the flows and the perspectives of a diagram.
type Teller = fn(&mut Check, &mut Doc, &Names, &[Edge]) -> [Vec<Flow>; 2];

impl Reads {
    pub(super) const ALL: Self = Self {
        markdown: Check::parsed,
        technology: Check::technology,
        id: Check::path_id,
        told: |check, doc, nodes, edges| {
            [flow::flows(check, doc, nodes, edges), perspective::perspectives(check, doc, nodes)]
        },
    };
    pub(super) const GRAPH: Self = Self {
        markdown: |_, text, _| Markdown::words(text),
        technology: |_, _, _| None,
        id: |_, _, _| None,
        told: |_, _, _, _| [Vec::new(), Vec::new()],
    };
}

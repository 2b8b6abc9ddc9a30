//! From a node to others: along its edges, and by a light that reaches further.

use leptos::prelude::*;

use super::Control;
use crate::diagram::focus::{Beam, Focus};
use crate::diagram::walk;
use crate::model::TechId;
use crate::view::widget::diagram::label;

impl Control {
    /// Goes to the node at the other end of an edge and says which edge that was.
    pub(super) fn walk_along(self, forward: bool) {
        let from = self.active.get_untracked();
        let (way, said) = self.diagram.with_value(|diagram| {
            let ends: Vec<(usize, usize)> = diagram.edges.iter().map(|edge| (edge.source, edge.target)).collect();
            let way = walk::along(&ends, from, forward, self.trail.get_value());
            (way, label::way(diagram, way.map(|way| way.edge), forward))
        });
        self.say(said);
        if let Some(way) = way {
            self.trail.set_value(Some(way));
            self.focus_node(way.at);
        }
    }

    /// Lights one step more around the selected node, or only its neighbours again when that adds nothing.
    pub(super) fn widen(self) -> bool {
        let Some(node) = self.selected.get_untracked() else { return false };
        let steps = self.steps.get_untracked();
        let lit = |steps| self.diagram.with_value(|all| Focus::new(all, Beam::Node { node, steps }, None).count());
        let steps = if lit(steps + 1) > lit(steps) { steps + 1 } else { 1 };
        self.technology.set(None);
        self.steps.set(steps);
        self.say(label::lit(steps, lit(steps)));
        true
    }

    /// Lights every node that runs on a technology, or stops doing so.
    pub fn light_technology(self, technology: TechId, name: &str) {
        let lit = self.technology.get_untracked() != Some(technology);
        self.technology.set(lit.then_some(technology));
        let count = self.diagram.with_value(|all| Focus::new(all, Beam::Technology(technology), None).count());
        self.say(if lit { label::runs_on(count, name) } else { "Light off".to_owned() });
    }

    /// Closes the sheet and gives the focus back.
    pub fn close_sheet(self) {
        self.sheet.set(None);
        self.focus_node(self.active.get_untracked());
    }
}

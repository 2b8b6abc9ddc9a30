//! From a node to others: to the nearest one that way, along its edges, and from level to level.

use leptos::prelude::*;

use super::Control;
use crate::diagram::level;
use crate::diagram::scene::Part;
use crate::diagram::walk::{self, Step};
use crate::view::say;
use crate::view::widget::diagram::label;
use crate::view::widget::diagram::stage::Stage;

impl Control {
    /// What Tab leads to.
    pub fn place(self) -> Part {
        self.group.get().map_or_else(|| Part::Node(self.active.get()), Part::Group)
    }

    /// Goes to the nearest part that way; where there is one button for all, among those of the same level.
    pub(super) fn walk(self, step: Step) {
        if step == Step::First {
            self.with_stage(|stage| stage.fit(true));
        }
        let levels = self.single_button && self.with_stage(Stage::is_sequence) != Some(true);
        if !levels {
            let from = self.active.get_untracked();
            if let Some(to) = self.with_stage(|stage| stage.step(from, step)).flatten() {
                self.focus_node(to);
            }
        } else if step == Step::First {
            self.focus_part(self.diagram.with_value(|diagram| level::first(diagram)));
        } else {
            let from = untrack(|| self.place());
            let level = self.diagram.with_value(|diagram| level::on(diagram, level::around(diagram, from)));
            if let Some(to) = self.with_stage(|stage| stage.step_among(&level, from, step)).flatten() {
                self.focus_part(to);
            }
        }
    }

    /// Goes into the boundary that Tab leads to. Whether there is one.
    pub fn walk_in(self) -> bool {
        let Some(group) = self.group.get_untracked() else { return false };
        self.with_stage(|stage| stage.approach(Part::Group(group)));
        if let Some(&first) = self.diagram.with_value(|diagram| level::on(diagram, Some(group))).first() {
            self.focus_part(first);
        }
        true
    }

    /// Goes out to the boundary around the part that has the focus. Whether that was so.
    pub(super) fn walk_out(self) -> bool {
        let focused =
            self.layer.get_untracked().is_some_and(|layer| layer.query_selector(":focus").ok().flatten().is_some());
        let around = self.diagram.with_value(|diagram| level::around(diagram, untrack(|| self.place())));
        let levels = self.single_button && self.with_stage(Stage::is_sequence) != Some(true);
        match around.filter(|_| levels && focused) {
            Some(group) => {
                self.focus_part(Part::Group(group));
                true
            }
            None => false,
        }
    }

    fn focus_part(self, part: Part) {
        match part {
            Part::Group(group) => {
                self.group.set(Some(group));
                self.focus_button(0);
                self.with_stage(|stage| stage.reveal(part));
                self.announce(self.diagram.with_value(|diagram| label::group(diagram, group)));
            }
            Part::Node(node) => self.focus_node(node),
            Part::Edge(_) => {}
        }
    }

    /// Goes to the node at the other end of an edge and says which edge that was.
    pub(super) fn walk_along(self, forward: bool) {
        if self.group.get_untracked().is_some() {
            return self.announce(say().part_walk_hint().to_owned());
        }
        let from = self.active.get_untracked();
        let (way, said) = self.diagram.with_value(|diagram| {
            // An arrow at a group leads from no node to another.
            let ends = diagram.edges.iter().map(|edge| match edge.nodes() {
                [Some(from), Some(to)] => (from, to),
                _ => (usize::MAX, usize::MAX),
            });
            let ends: Vec<(usize, usize)> = ends.collect();
            let way = walk::along(&ends, from, forward, self.trail.get_value());
            (way, label::way(diagram, way.map(|way| way.edge), forward))
        });
        match way {
            // It is read with the node.
            Some(way) => {
                self.trail.set_value(Some(way));
                self.way.set(Some((way.at, said)));
                self.focus_node(way.at);
            }
            None => self.announce(said),
        }
    }
}

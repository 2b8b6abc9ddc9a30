//! From a node to others: along its edges, and by a light that reaches further.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use super::Control;
use crate::diagram::focus::{Focus, Highlight};
use crate::diagram::level;
use crate::diagram::scene::Part;
use crate::diagram::walk::{self, Step};
use crate::model::TechId;
use crate::view::widget::diagram::command::Sheet;
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
        let levels = self.sole && self.with_stage(Stage::is_sequence) != Some(true);
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
        let levels = self.sole && self.with_stage(Stage::is_sequence) != Some(true);
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
                self.say(self.diagram.with_value(|diagram| label::group(diagram, group)));
            }
            Part::Node(node) => self.focus_node(node),
            Part::Edge(_) => {}
        }
    }

    /// Goes to the node at the other end of an edge and says which edge that was.
    pub(super) fn walk_along(self, forward: bool) {
        if self.group.get_untracked().is_some() {
            return self.say("Connections lead from part to part; Enter leads into this group".to_owned());
        }
        let from = self.active.get_untracked();
        let (way, said) = self.diagram.with_value(|diagram| {
            let ends: Vec<(usize, usize)> = diagram.edges.iter().map(|edge| (edge.source, edge.target)).collect();
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
            None => self.say(said),
        }
    }

    /// Highlights one step more around the selected node, or only its neighbours again when that adds nothing.
    pub(super) fn widen(self) -> bool {
        let Some(node) = self.selected.get_untracked() else { return false };
        let steps = self.steps.get_untracked();
        let count =
            |steps| self.diagram.with_value(|all| Focus::new(all, Highlight::Node { node, steps }, None).count());
        let steps = if count(steps + 1) > count(steps) { steps + 1 } else { 1 };
        self.technology.set(None);
        self.steps.set(steps);
        self.say(label::highlighted(steps, count(steps)));
        true
    }

    /// Highlights every node that runs on a technology, or what is around the open node again.
    pub fn highlight_technology(self, technology: TechId, name: &str) {
        let is_on = self.technology.get_untracked() != Some(technology);
        self.technology.set(is_on.then_some(technology));
        let count = |highlight| self.diagram.with_value(|all| Focus::new(all, highlight, None).count());
        let steps = self.steps.get_untracked();
        match self.selected.get_untracked() {
            Some(node) if !is_on => self.say(label::highlighted(steps, count(Highlight::Node { node, steps }))),
            _ => self.say(label::runs_on(count(Highlight::Technology(technology)), name)),
        }
    }

    /// Opens a sheet, or closes it if it was open.
    pub(super) fn show_sheet(self, sheet: Sheet) {
        if self.sheet.get_untracked() == Some(sheet) {
            return self.close_sheet();
        }
        let focused = self.root.get_untracked().and_then(|root| root.query_selector(":focus").ok().flatten());
        self.opener.set_value(focused.and_then(|element| element.dyn_into().ok()));
        self.sheet.set(Some(sheet));
    }

    /// Closes the sheet and gives the focus back to what had it, or to a node.
    pub fn close_sheet(self) {
        self.sheet.set(None);
        match self.opener.try_update_value(Option::take).flatten().filter(|opener| opener.is_connected()) {
            Some(opener) => drop(opener.focus()),
            None => self.focus_node(self.active.get_untracked()),
        }
    }
}

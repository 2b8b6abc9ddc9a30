//! What a stage shows of a flow, and where it looks for a perspective.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::web_sys::Element;

use super::Stage;
use crate::diagram::camera::Camera;
use crate::diagram::compose::bounds;
use crate::diagram::flow::follow::{follow, follow_reading};
use crate::diagram::flow::highlight;
use crate::diagram::flow::pinned::Pinned;
use crate::diagram::flow::sequence::Sequence;
use crate::diagram::flow::travel::{self, Travel};
use crate::diagram::focus::{Focus, Highlight, noted};
use crate::diagram::level;
use crate::diagram::plan::{self, Plan};
use crate::diagram::scene::Scene;
use crate::diagram::walk;
use crate::geometry::{Point, Rect, Size};
use crate::model::{Flow, Way};
use crate::web::layer;
use crate::web::mark::Mark;

/// A step of a flow, as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Playback {
    /// Position among the diagram's flows.
    pub flow: usize,
    /// Position among its steps.
    pub step: usize,
    /// Whether the flow is drawn as a sequence diagram.
    pub sequence: bool,
    /// Whether the mark travels.
    pub playing: bool,
}

/// What a stage knows of the flow that is played.
pub struct FlowState {
    playback: Cell<Option<Playback>>,
    pub(super) sequence: RefCell<Option<Sequence>>,
    /// Which of its heads are drawn below their places.
    pub(super) pinned: RefCell<Option<Pinned>>,
    /// Whether the camera has to go to the step.
    follow: Cell<bool>,
    /// Whether it is there, and nobody has moved it since.
    holds: Cell<bool>,
    mark: Option<Rc<Mark>>,
}

impl FlowState {
    /// Shows no flow yet; the layer holds the mark.
    pub fn new(layer: &Element) -> Self {
        Self {
            playback: Cell::new(None),
            sequence: RefCell::new(None),
            pinned: RefCell::new(None),
            follow: Cell::new(false),
            holds: Cell::new(false),
            mark: Mark::within(layer),
        }
    }
}

impl Stage {
    /// Shows a step, or none.
    pub fn show_step(&self, playback: Option<Playback>) {
        let before = self.flow.playback.replace(playback);
        let drawn =
            |playback: Option<Playback>| playback.filter(|playback| playback.sequence).map(|playback| playback.flow);
        if playback.is_none() {
            self.flow.holds.set(false);
        }
        if drawn(before) != drawn(playback) {
            self.moved.set(false);
            self.plan_again();
        }
        let step =
            |playback: Option<Playback>| playback.map(|playback| (playback.flow, playback.step, playback.sequence));
        let playing = playback.is_some_and(|playback| playback.playing);
        if step(before) != step(playback) {
            // Who asks for the other drawing sees all of it first.
            self.flow.follow.set(playback.is_some() && (playing || drawn(before) == drawn(playback)));
            self.take_way(playing);
            self.refocus();
        } else if playing {
            self.take_way(true);
        } else if let Some(mark) = &self.flow.mark {
            mark.stop();
        }
    }

    /// Has the camera show what a perspective names, where that is another one than before.
    pub(super) fn follow_perspective(&self, before: Option<usize>, now: Option<usize>) {
        if before == now {
            return;
        }
        if now.is_none() {
            self.flow.holds.set(false);
        } else if self.view_state.borrow().is_none() {
            // A view that the address asks for comes first.
            self.flow.follow.set(true);
        }
    }

    /// Leaves the camera to what else has been asked for.
    pub(super) fn stop_following(&self) {
        self.flow.follow.set(false);
        self.flow.holds.set(false);
    }

    /// Goes to the step again, where the camera was, if the window has changed around it.
    pub(super) fn follow_again(&self) {
        if self.flow.holds.get() {
            self.flow.follow.set(true);
        }
    }

    /// How long the step is shown while the flow plays, in ms.
    pub fn dwell(&self) -> f64 {
        let note = self.current_step().and_then(|(flow, playback)| flow.steps.get(playback.step)?.note.as_ref());
        travel::dwell(&self.travel(), note.map_or(0, |note| note.plain().chars().count()))
    }

    /// Whether the sequence diagram that is drawn leaves this node out.
    pub fn leaves_out(&self, node: usize) -> bool {
        self.flow.sequence.borrow().as_ref().is_some_and(|sequence| !sequence.participants.contains(&node))
    }

    /// The sequence diagram that is drawn, drawn anew.
    pub(super) fn sequence_scene(&self) -> Option<Scene> {
        Some(self.flow.sequence.borrow().as_ref()?.scene(&self.diagram, &self.facts.borrow()))
    }

    /// Whether a sequence diagram is drawn.
    pub fn is_sequence(&self) -> bool {
        self.flow.sequence.borrow().is_some()
    }

    /// The first node of the sequence diagram that is drawn.
    pub fn first_shown(&self) -> Option<usize> {
        self.flow.sequence.borrow().as_ref()?.participants.first().copied()
    }

    /// The node a step from node to node leads to, among those that are drawn.
    pub(super) fn walk(&self, nodes: &[Rect], from: usize, step: walk::Step) -> Option<usize> {
        let sequence = self.flow.sequence.borrow();
        let Some(sequence) = &*sequence else { return walk::step(nodes, from, step) };
        let from = sequence.participants.iter().position(|&node| node == from).unwrap_or_default();
        sequence.participants.get(walk::step(&sequence.heads, from, step)?).copied()
    }

    /// Goes into a node, as far as the camera can. Whether there is anything to see of that.
    pub fn dive(&self, node: usize) -> bool {
        let rect = self.plan.borrow().as_ref().and_then(|plan| plan.layout.nodes.get(node).copied());
        let Some(rect) = rect.filter(|_| self.drawn.get() && self.in_view.get()) else { return false };
        let Size { w, h } = self.viewport.get();
        let scale = (w / rect.width().max(1.0)).min(h / rect.height().max(1.0)).min(Camera::MAX_SCALE);
        let middle = Point::new(w / 2.0, h / 2.0);
        self.go(Camera { origin: middle - rect.center().to_vec2() * scale, scale }, true);
        true
    }

    /// What is drawn in a viewport of this size.
    fn plan_for(&self, viewport: Size) -> Plan {
        let (diagram, facts) = (Arc::clone(&self.diagram), Arc::clone(&self.facts.borrow()));
        let sequence = self.current_step().filter(|(_, playback)| playback.sequence);
        let sequence = sequence.map(|(flow, _)| Sequence::new(&diagram, &facts, flow));
        let planned = match &sequence {
            Some(sequence) => {
                let (layout, scene) = (sequence.layout(&diagram), sequence.scene(&diagram, &facts));
                Plan::of(diagram, facts, layout, scene)
            }
            None => Plan::for_viewport(diagram, facts, plan::window(viewport)),
        };
        self.flow.sequence.replace(sequence);
        // Whatever was pinned has another place now.
        self.flow.pinned.replace(None);
        planned
    }

    /// What is highlighted.
    pub(super) fn highlighted(&self) -> Focus {
        let (asked, hover) = (self.highlight.get(), self.hover.get());
        match (self.current_step(), asked) {
            (Some((flow, playback)), Highlight::Off) if playback.sequence => {
                highlight::in_sequence(&self.diagram, flow, playback.step, hover)
            }
            (Some((flow, playback)), Highlight::Off) => {
                highlight::in_diagram(&self.diagram, flow, playback.step, hover)
            }
            (Some((flow, playback)), Highlight::Node { node, .. }) if playback.sequence => {
                highlight::of_participant(&self.diagram, flow, node, hover)
            }
            _ => Focus::new(&self.diagram, asked, hover),
        }
    }

    pub(super) fn lay_out(&self, viewport: Size) {
        let plan = self.plan_for(viewport);
        self.planned.set(viewport);
        self.painter.borrow_mut().load(&plan.scene);
        self.raster.set(None);
        self.place_buttons(&plan);
        self.plan.replace(Some(plan));
        self.afar.replace(None);
        self.paint_map();
        self.lay_out_flow();
    }

    pub(super) fn place_buttons(&self, plan: &Plan) {
        let layout = &plan.layout;
        if self.single_button {
            let place = level::places(&[self.active.get()], &layout.nodes, &layout.groups);
            layer::lay_out(&self.elements.layer, &place);
        } else {
            layer::lay_out(&self.elements.layer, &layout.nodes);
        }
    }

    /// After the parts have their places: shows only the buttons of what is drawn, and puts the mark on its way anew.
    fn lay_out_flow(&self) {
        if !self.single_button {
            let node = |node| !self.leaves_out(node);
            layer::show(&self.elements.layer, self.diagram.nodes.len(), &node);
        }
        self.take_way(false);
    }

    /// Moves the camera to the step if it is a new one.
    pub(super) fn follow_step(&self) {
        // Without a drawing it is left for later.
        if self.plan.borrow().is_none() || !self.flow.follow.take() {
            return;
        }
        let Some(rect) = self.around_step() else { return };
        self.flow.holds.set(true);
        let (from, window) = (self.destination(), self.uncovered());
        let to = if self.is_sequence() {
            follow_reading(from, self.first_view(), rect, self.heads_height(), window)
        } else {
            follow(from, rect, window)
        };
        self.go_far(from, to);
    }

    fn current_step(&self) -> Option<(&Flow, Playback)> {
        let playback = self.flow.playback.get()?;
        Some((self.diagram.flows.get(playback.flow)?, playback))
    }

    fn plan_again(&self) {
        let viewport = self.viewport.get();
        if self.plan.borrow().is_some() && viewport.w > 0.0 && viewport.h > 0.0 {
            self.lay_out(viewport);
            self.whole.set(false);
            self.jump(self.first_view());
        }
    }

    fn take_way(&self, playing: bool) {
        if let Some(mark) = &self.flow.mark {
            mark.take(self.travel(), playing);
        }
    }

    /// The way of the step.
    fn travel(&self) -> Travel {
        let plan = self.plan.borrow();
        let (Some(plan), Some((flow, playback))) = (plan.as_ref(), self.current_step()) else {
            return Travel::default();
        };
        let (edge, back) = match flow.steps.get(playback.step).map(|step| step.way) {
            _ if playback.sequence => (playback.step, false),
            Some(Way::Along(edge)) => (edge, false),
            Some(Way::Against(edge)) => (edge, true),
            _ => return Travel::default(),
        };
        plan.layout.edges.get(edge).map_or_else(Travel::default, |route| Travel::new(&route.points, back))
    }

    /// What the step, or else the perspective, is about.
    fn around_step(&self) -> Option<Rect> {
        let Some((flow, playback)) = self.current_step() else { return self.around_perspective() };
        if let Some(sequence) = &*self.flow.sequence.borrow() {
            return sequence.around(playback.step);
        }
        let plan = self.plan.borrow();
        let layout = &plan.as_ref()?.layout;
        let step = flow.steps.get(playback.step)?;
        let nodes = step.cast(&self.diagram.edges).filter_map(|node| layout.nodes.get(node).copied());
        let edge = match step.way {
            Way::Along(edge) | Way::Against(edge) => layout.edges.get(edge),
            Way::In(_) | Way::Within(_) => None,
        };
        nodes.chain(edge.map(|route| bounds(&route.points))).reduce(Rect::union).map(|rect| rect.inflate(8.0))
    }

    fn around_perspective(&self) -> Option<Rect> {
        let plan = self.plan.borrow();
        let places = &plan.as_ref()?.layout.nodes;
        let nodes = noted(&self.diagram, self.highlight.get().perspective()?);
        nodes.filter_map(|node| places.get(node).copied()).reduce(Rect::union).map(|rect| rect.inflate(8.0))
    }
}

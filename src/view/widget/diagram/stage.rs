//! What a diagram on the page holds besides signals: camera, gesture and painter. Panning runs through here alone.

mod draw;
mod export;
pub mod flow;
mod icons;
mod map;
mod pinned;
mod view;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;

use leptos::web_sys::{Element, EventTarget, HtmlCanvasElement, HtmlElement};

use self::flow::FlowState;
use crate::diagram::afar::Afar;
use crate::diagram::camera::Camera;
use crate::diagram::focus::{Focus, Highlight};
use crate::diagram::gesture::{Action, Gesture, Input, Policy};
use crate::diagram::graph::{NodeFacts, edge_label};
use crate::diagram::hit_test::{edge_at, node_at};
use crate::diagram::level;
use crate::diagram::motion::{Motion, Track};
use crate::diagram::plan::Plan;
use crate::diagram::raster::{Pace, Raster};
use crate::diagram::scene::{Detail, Part};
use crate::diagram::view_state::ViewState;
use crate::diagram::walk::{self, Step};
use crate::diagram::wrap::is_cut;
use crate::geometry::{Point, Size, Vec2};
use crate::model::Diagram;
use crate::web::canvas::Painter;
use crate::web::frame::Frame;
use crate::web::minimap::Map;
use crate::web::palette::Palette;
use crate::web::resize::Surface;

/// Between what is revealed and the edge of the window, in screen px.
const MARGIN: f64 = 32.0;

/// The elements a stage draws on.
pub struct Elements {
    /// Takes pointers, and everything lies in it.
    pub stage: Element,
    /// Gets the picture.
    pub canvas: HtmlCanvasElement,
    /// Holds canvas and layer, and moves as a whole.
    pub raster: HtmlElement,
    /// Holds a button a node, in world px.
    pub layer: HtmlElement,
}

/// A drawn diagram.
pub struct Stage {
    this: Weak<Self>,
    elements: Elements,
    diagram: Arc<Diagram>,
    facts: RefCell<Arc<Vec<NodeFacts>>>,
    /// Whether the layer holds one button, that of the active node, instead of one a node.
    single_button: bool,
    active: Cell<Part>,
    plan: RefCell<Option<Plan>>,
    /// What was read last from afar; none of another plan.
    afar: RefCell<Option<Afar>>,
    camera: Cell<Camera>,
    motion: Cell<Option<Motion>>,
    /// How fast fingers drag.
    track: Cell<Track>,
    /// Whether they have just let go.
    released: Cell<bool>,
    /// Whether the camera was moved by hand since the last frame, and until when that counts as moving.
    stirred: Cell<bool>,
    rest_at: Cell<f64>,
    /// The raster cache; nothing painted still holds while it is `None`.
    raster: Cell<Option<Raster>>,
    pace: Cell<Pace>,
    /// The camera of the last frame, and the scale at which it rested last.
    shown: Cell<Camera>,
    settled: Cell<f64>,
    gesture: RefCell<Gesture>,
    focus: RefCell<Focus>,
    highlight: Cell<Highlight>,
    hover: Cell<Option<usize>>,
    /// What to bring into view once the panel has its place.
    reveal: Cell<Option<Part>>,
    painter: RefCell<Painter>,
    palette: RefCell<Option<Palette>>,
    viewport: Cell<Size>,
    /// What the address asks for, until the first plan is there.
    view_state: RefCell<Option<ViewState>>,
    /// The viewport the plan was made for.
    planned: Cell<Size>,
    flow: FlowState,
    map: Option<Map>,
    in_view: Cell<bool>,
    drawn: Cell<bool>,
    asked_for_icons: Cell<bool>,
    /// Whether the visitor has moved the camera, which then is not fitted again.
    moved: Cell<bool>,
    /// Whether the visitor has asked for the whole.
    whole: Cell<bool>,
    frame: Frame,
    on_percent: Box<dyn Fn(u32)>,
}

impl Stage {
    /// A stage that calls `on_percent` with the scale whenever it has changed.
    pub fn new(
        elements: Elements,
        (diagram, facts): (Arc<Diagram>, Arc<Vec<NodeFacts>>),
        single_button: bool,
        on_percent: Box<dyn Fn(u32)>,
    ) -> Rc<Self> {
        let (flow, map) = (FlowState::new(&elements.layer), Map::within(&elements.stage));
        Rc::new_cyclic(|this: &Weak<Self>| {
            let stage = this.clone();
            let draw = move |time| {
                if let Some(stage) = stage.upgrade() {
                    stage.draw(time);
                }
            };
            Self {
                this: this.clone(),
                painter: RefCell::new(Painter::new(elements.canvas.clone())),
                palette: RefCell::new(Palette::read(&elements.stage)),
                elements,
                diagram,
                facts: RefCell::new(facts),
                single_button,
                flow,
                map,
                active: Cell::new(Part::Node(0)),
                plan: RefCell::default(),
                afar: RefCell::default(),
                camera: Cell::default(),
                motion: Cell::default(),
                track: Cell::default(),
                released: Cell::default(),
                stirred: Cell::default(),
                rest_at: Cell::default(),
                raster: Cell::default(),
                pace: Cell::default(),
                shown: Cell::default(),
                settled: Cell::default(),
                gesture: RefCell::default(),
                focus: RefCell::default(),
                highlight: Cell::default(),
                hover: Cell::default(),
                reveal: Cell::default(),
                viewport: Cell::default(),
                view_state: RefCell::default(),
                planned: Cell::default(),
                in_view: Cell::new(false),
                drawn: Cell::new(false),
                asked_for_icons: Cell::new(false),
                moved: Cell::new(false),
                whole: Cell::new(false),
                frame: Frame::new(Box::new(draw)),
                on_percent,
            }
        })
    }

    /// What has an event when its drawing was lost and can be made again.
    pub fn surface(&self) -> EventTarget {
        self.painter.borrow().surface()
    }

    /// The camera in force.
    pub fn camera(&self) -> Camera {
        self.camera.get()
    }

    /// What the visitor means by an input.
    pub fn feed(&self, input: Input, policy: Policy) -> Option<Action> {
        match input {
            // What glides is held.
            Input::Down { .. } => self.motion.set(None),
            // What is let go rests at once.
            Input::Up { .. } | Input::Cancel { .. } => {
                self.stirred.set(false);
                self.rest_at.set(0.0);
                self.frame.request();
            }
            _ => {}
        }
        self.gesture.borrow_mut().feed(input, policy)
    }

    /// Goes on as it was moved when it was let go.
    pub fn release(&self) {
        self.released.set(true);
        self.frame.request();
    }

    /// The node at a screen position, or the nearest one within `radius` screen px.
    pub fn node_at(&self, at: Point, radius: f64) -> Option<usize> {
        let plan = self.plan.borrow();
        let (plan, camera) = (plan.as_ref()?, self.camera.get());
        let (at, radius) = (camera.world_from_screen(at), radius / camera.scale);
        self.head_at(plan, at, radius).or_else(|| node_at(&plan.nodes, at, radius))
    }

    /// The arrow at a screen position whose words can't be read as they are drawn.
    pub fn unread_at(&self, at: Point) -> Option<usize> {
        const RADIUS: f64 = 5.0;
        let plan = self.plan.borrow();
        let (plan, camera) = (plan.as_ref()?, self.camera.get());
        let at = camera.world_from_screen(at);
        let edge = edge_at(&plan.edges, &plan.layout.edges, at, RADIUS / camera.scale)?;
        let label = self.diagram.edges.get(edge)?.label.as_deref()?;
        let is_read = camera.scale >= Detail::NEAR && edge_label(label).is_none_or(|(lines, _)| !is_cut(label, &lines));
        (!is_read && !self.is_sequence()).then_some(edge)
    }

    /// The one of `parts` that a step leads to from another of them.
    pub fn step_among(&self, parts: &[Part], from: Part, step: Step) -> Option<Part> {
        let plan = self.plan.borrow();
        let layout = &plan.as_ref()?.layout;
        let places = level::places(parts, &layout.nodes, &layout.groups);
        let from = parts.iter().position(|&part| part == from)?;
        parts.get(walk::step(&places, from, step)?).copied()
    }

    /// The node a step leads to.
    pub fn step(&self, from: usize, step: Step) -> Option<usize> {
        self.walk(&self.plan.borrow().as_ref()?.layout.nodes, from, step)
    }

    /// Takes another size; without area it waits for one.
    pub fn resize(&self, surface: Surface) {
        let (old, new) = (self.viewport.replace(surface.css), surface.css);
        self.painter.borrow_mut().resize(surface);
        self.raster.set(None);
        if new.w <= 0.0 || new.h <= 0.0 {
            return;
        }
        let planned = self.planned.get();
        let turned = (planned.w < planned.h) != (new.w < new.h);
        if self.plan.borrow().is_none() || (turned && !self.moved.get()) {
            self.lay_out(new);
        }
        if let Some(camera) = self.asked(new) {
            self.moved.set(true);
            self.jump(camera);
        } else if self.moved.get() {
            // What was in the middle stays there, also in the end where the camera is on its way.
            let shift = Vec2::new((new.w - old.w) / 2.0, (new.h - old.h) / 2.0);
            let to = self.motion.get().map(|motion| motion.destination().pan(shift));
            self.jump(self.camera.get().pan(shift));
            if let Some(to) = to {
                self.go(to, true);
            }
        } else {
            self.jump(if self.whole.get() { self.fitting() } else { self.first_view() });
        }
        self.follow_again();
        // The canvas is empty now, and must not be seen so.
        self.paint(Raster::still(self.camera.get()));
        if !self.in_view.get() {
            self.painter.borrow().release();
        }
    }

    /// Starts or stops drawing, as the diagram comes near to being in view or leaves. A page of many diagrams on a phone would
    /// hold more pictures than its memory has room for: what is out of view has none.
    pub fn set_in_view(&self, in_view: bool) {
        self.in_view.set(in_view);
        if in_view {
            self.frame.request();
        } else {
            self.raster.set(None);
            self.painter.borrow().release();
        }
    }

    /// Reads colours and fonts again.
    pub fn repaint(&self) {
        self.palette.replace(Palette::read(&self.elements.stage));
        self.raster.set(None);
        self.paint_map();
        self.frame.request();
    }

    /// Highlights that, and brings the node it comes from into view.
    pub fn highlight(&self, highlight: Highlight) {
        let before = self.highlight.replace(highlight);
        if before != highlight {
            match highlight.node() {
                Some(node) if before.node() == Some(node) => {}
                node => self.reveal.set(node.map(Part::Node)),
            }
            self.follow_perspective(before.perspective(), highlight.perspective());
            self.refocus();
        }
    }

    /// Takes note of the part that Tab leads to.
    pub fn set_active(&self, part: Part) {
        self.active.set(part);
        if let Some(plan) = self.plan.borrow().as_ref().filter(|_| self.single_button) {
            self.place_buttons(plan);
            self.flow.pinned.replace(None);
            self.pin_heads(plan, self.camera.get());
        }
    }

    /// Marks the node pointed at. Whether it is another one than before.
    pub fn point_at(&self, node: Option<usize>) -> bool {
        let changed = self.hover.replace(node) != node;
        if changed {
            self.refocus();
        }
        changed
    }

    /// Brings a part into view with the next frame.
    pub fn reveal(&self, part: Part) {
        self.reveal.set(Some(part));
        self.frame.request();
    }

    fn refocus(&self) {
        self.focus.replace(self.highlighted());
        self.raster.set(None);
        self.frame.request();
    }
}

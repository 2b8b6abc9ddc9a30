//! What a diagram on the page holds besides signals: camera, gesture and painter. Panning runs through here alone.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;

use leptos::web_sys::{Element, EventTarget, HtmlCanvasElement, HtmlElement};

use crate::diagram::camera::Camera;
use crate::diagram::film::{Film, Pace};
use crate::diagram::focus::Focus;
use crate::diagram::gesture::{Action, Gesture, Input, Policy};
use crate::diagram::graph::NodeFacts;
use crate::diagram::hit_test::node_at;
use crate::diagram::motion::{Motion, Track};
use crate::diagram::plan::{PADDING, Plan};
use crate::diagram::scene::Detail;
use crate::diagram::walk::{self, Step};
use crate::geometry::{Point, Size, Vec2};
use crate::model::Diagram;
use crate::web::canvas::Painter;
use crate::web::frame::{self, Frame};
use crate::web::layer;
use crate::web::page;
use crate::web::palette::Palette;
use crate::web::resize::Surface;

/// Between what is revealed and the edge of the window, in screen px.
const MARGIN: f64 = 32.0;
/// A gesture rests when nothing has moved for so long, in ms.
const REST: f64 = 90.0;
/// The same while a pointer holds what it drags: letting go ends that at once.
const HELD: f64 = 250.0;

/// The elements a stage draws on.
pub struct Elements {
    /// Takes pointers, and everything lies in it.
    pub stage: Element,
    /// Gets the picture.
    pub canvas: HtmlCanvasElement,
    /// Holds canvas and layer, and moves as a whole.
    pub film: HtmlElement,
    /// Holds a button a node, in world px.
    pub layer: HtmlElement,
}

/// A drawn diagram.
pub struct Stage {
    elements: Elements,
    diagram: Arc<Diagram>,
    facts: Arc<Vec<NodeFacts>>,
    /// Whether the layer holds one button, that of the active node, instead of one a node.
    sole: bool,
    active: Cell<usize>,
    plan: RefCell<Option<Plan>>,
    camera: Cell<Camera>,
    motion: Cell<Option<Motion>>,
    /// How fast fingers drag.
    track: Cell<Track>,
    /// Whether they have just let go.
    released: Cell<bool>,
    /// Whether the camera was moved by hand since the last frame, and until when that counts as moving.
    stirred: Cell<bool>,
    rest_at: Cell<f64>,
    /// What has been painted; nothing that still holds while it is `None`.
    film: Cell<Option<Film>>,
    pace: Cell<Pace>,
    /// The camera of the last frame.
    shown: Cell<Camera>,
    gesture: RefCell<Gesture>,
    focus: RefCell<Focus>,
    selected: Cell<Option<usize>>,
    hover: Cell<Option<usize>>,
    /// The node to bring into view once the panel has its place.
    reveal: Cell<Option<usize>>,
    painter: RefCell<Painter>,
    palette: RefCell<Option<Palette>>,
    viewport: Cell<Size>,
    /// The viewport the plan was made for.
    planned: Cell<Size>,
    near: Cell<bool>,
    drawn: Cell<bool>,
    /// Whether the visitor has moved the camera, which then is not fitted again.
    moved: Cell<bool>,
    frame: Frame,
    on_percent: Box<dyn Fn(u32)>,
}

impl Stage {
    /// A stage that tells `on_percent` the scale whenever it has changed.
    pub fn new(
        elements: Elements,
        (diagram, facts): (Arc<Diagram>, Arc<Vec<NodeFacts>>),
        sole: bool,
        on_percent: Box<dyn Fn(u32)>,
    ) -> Rc<Self> {
        Rc::new_cyclic(|this: &Weak<Self>| {
            let this = this.clone();
            let draw = move |time| {
                if let Some(stage) = this.upgrade() {
                    stage.draw(time);
                }
            };
            Self {
                painter: RefCell::new(Painter::new(elements.canvas.clone())),
                palette: RefCell::new(Palette::read(&elements.stage)),
                elements,
                diagram,
                facts,
                sole,
                active: Cell::default(),
                plan: RefCell::default(),
                camera: Cell::default(),
                motion: Cell::default(),
                track: Cell::default(),
                released: Cell::default(),
                stirred: Cell::default(),
                rest_at: Cell::default(),
                film: Cell::default(),
                pace: Cell::default(),
                shown: Cell::default(),
                gesture: RefCell::default(),
                focus: RefCell::default(),
                selected: Cell::default(),
                hover: Cell::default(),
                reveal: Cell::default(),
                viewport: Cell::default(),
                planned: Cell::default(),
                near: Cell::new(false),
                drawn: Cell::new(false),
                moved: Cell::new(false),
                frame: Frame::new(Box::new(draw)),
                on_percent,
            }
        })
    }

    /// What tells when its drawing was lost and can be made again.
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

    /// The node at a screen position, `reach` screen px around it included.
    pub fn node_at(&self, at: Point, reach: f64) -> Option<usize> {
        let plan = self.plan.borrow();
        let camera = self.camera.get();
        node_at(&plan.as_ref()?.layout, camera.world_from_screen(at), reach / camera.scale)
    }

    /// The node a step leads to.
    pub fn step(&self, from: usize, step: Step) -> Option<usize> {
        walk::step(&self.plan.borrow().as_ref()?.layout.nodes, from, step)
    }

    /// Takes another size; without area it waits for one.
    pub fn resize(&self, surface: Surface) {
        let (old, new) = (self.viewport.replace(surface.css), surface.css);
        self.painter.borrow_mut().resize(surface);
        self.film.set(None);
        if new.w <= 0.0 || new.h <= 0.0 {
            return;
        }
        let planned = self.planned.get();
        let turned = (planned.w < planned.h) != (new.w < new.h);
        if self.plan.borrow().is_none() || (turned && !self.moved.get()) {
            self.lay_out(new);
        }
        if self.moved.get() {
            // What was in the middle stays there.
            let shift = Vec2::new((new.w - old.w) / 2.0, (new.h - old.h) / 2.0);
            self.jump(self.camera.get().pan(shift));
        } else {
            self.jump(self.fitting());
        }
        // The canvas is empty now, and must not be seen so.
        self.paint(Film::still(self.camera.get()));
    }

    /// Starts or stops drawing, as the diagram comes near to being seen or leaves.
    pub fn set_near(&self, near: bool) {
        self.near.set(near);
        if near {
            self.frame.request();
        }
    }

    /// Reads colours and fonts again.
    pub fn repaint(&self) {
        self.palette.replace(Palette::read(&self.elements.stage));
        self.film.set(None);
        self.frame.request();
    }

    /// Lights a node and what belongs to it.
    pub fn select(&self, node: Option<usize>) {
        if self.selected.replace(node) != node {
            self.reveal.set(node);
            self.refocus();
        }
    }

    /// Takes note of the node that Tab leads to.
    pub fn set_active(&self, node: usize) {
        self.active.set(node);
        if let Some(plan) = self.plan.borrow().as_ref().filter(|_| self.sole) {
            self.place_buttons(plan);
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

    /// Brings a node into view with the next frame.
    pub fn reveal(&self, node: usize) {
        self.reveal.set(Some(node));
        self.frame.request();
    }

    /// Moves what is seen.
    pub fn pan(&self, by: Vec2, smooth: bool) {
        self.moved.set(true);
        self.stirred.set(!smooth);
        self.go(self.destination().pan(by), smooth);
    }

    /// Magnifies about a screen position, or about the middle.
    pub fn zoom(&self, focus: Option<Point>, factor: f64, pan: Vec2, smooth: bool) {
        self.moved.set(true);
        // What two fingers stretch is not flung.
        self.track.take();
        let Size { w, h } = self.viewport.get();
        let focus = focus.unwrap_or_else(|| Point::new(w / 2.0, h / 2.0));
        self.stirred.set(!smooth);
        self.go(self.destination().pan(pan).zoom_about(focus, factor), smooth);
    }

    /// One world px is one screen px.
    pub fn actual_size(&self) {
        self.zoom(None, 1.0 / self.destination().scale, Vec2::ZERO, true);
    }

    /// Shows everything, and goes on doing so when the window changes.
    pub fn fit(&self, smooth: bool) {
        self.moved.set(false);
        self.go(self.fitting(), smooth);
    }

    /// The scale the camera is moving to, 100 being actual size.
    pub fn target_percent(&self) -> u32 {
        (self.destination().scale * 100.0).round() as u32
    }

    fn destination(&self) -> Camera {
        self.motion.get().map_or_else(|| self.camera.get(), |motion| motion.destination())
    }

    fn fitting(&self) -> Camera {
        self.plan.borrow().as_ref().map_or_else(Camera::default, |plan| {
            let viewport = self.viewport.get();
            let padding = PADDING.min(viewport.w / 20.0);
            Camera::fit(plan.scene.bounds, viewport, padding)
        })
    }

    fn go(&self, to: Camera, smooth: bool) {
        let to = self.confined(to);
        if smooth && self.drawn.get() && frame::may_animate() {
            self.motion.set(Some(Motion::new(self.camera.get(), to)));
            self.frame.request();
        } else {
            self.jump(to);
        }
    }

    fn jump(&self, to: Camera) {
        self.motion.set(None);
        self.camera.set(self.confined(to));
        self.frame.request();
    }

    fn confined(&self, camera: Camera) -> Camera {
        self.plan.borrow().as_ref().map_or(camera, |plan| camera.confine(plan.scene.bounds, self.viewport.get()))
    }

    fn refocus(&self) {
        self.focus.replace(Focus::new(&self.diagram, self.selected.get(), self.hover.get()));
        self.film.set(None);
        self.frame.request();
    }

    fn lay_out(&self, viewport: Size) {
        let plan = Plan::for_viewport(Arc::clone(&self.diagram), Arc::clone(&self.facts), viewport);
        self.planned.set(viewport);
        self.painter.borrow_mut().load(&plan.scene);
        self.film.set(None);
        self.place_buttons(&plan);
        self.plan.replace(Some(plan));
    }

    fn place_buttons(&self, plan: &Plan) {
        let nodes = &plan.layout.nodes;
        let active = self.active.get();
        let shown = if self.sole { nodes.get(active..=active).unwrap_or_default() } else { nodes };
        layer::lay_out(&self.elements.layer, shown);
    }

    fn draw(&self, time: f64) {
        if let Some(node) = self.reveal.take() {
            self.bring_into_view(node);
        }
        let mut pace = self.pace.get();
        pace.frame(time);
        self.pace.set(pace);
        self.follow_hand(time);
        if let Some(mut motion) = self.motion.take() {
            let (camera, over) = motion.at(time);
            self.camera.set(camera);
            self.motion.set((!over).then_some(motion));
        }
        self.show(time, self.motion.get().is_some() || time < self.rest_at.get());
    }

    /// Learns how fast the hand moves, and lets go of what it flung.
    fn follow_hand(&self, time: f64) {
        let mut track = self.track.get();
        if self.stirred.take() {
            let rest = if self.gesture.borrow().is_moving() { HELD } else { REST };
            self.rest_at.set(time + rest);
        }
        if self.released.take() {
            let glide = Motion::glide(self.camera.get(), track.velocity(time)).filter(|_| frame::may_animate());
            self.motion.set(glide.map(|glide| glide.towards(self.confined(glide.destination()))));
            track = Track::default();
        } else {
            track.note(time, self.camera.get().origin);
        }
        self.track.set(track);
    }

    /// Shows what the camera sees: what is painted already is moved as long as the camera moves and that will do;
    /// where it comes to rest it is painted sharp.
    fn show(&self, time: f64, moving: bool) {
        if !self.near.get() {
            return;
        }
        let (camera, viewport) = (self.camera.get(), self.viewport.get());
        let before = self.shown.replace(camera);
        let mut pace = self.pace.get();
        let still = Film::still(camera);
        let painted = match self.film.get() {
            Some(film) if film == still => true,
            Some(film) if moving && film.margin.w > 0.0 => film.serves(camera, viewport) || !pace.allows(time),
            Some(_) | None => false,
        };
        if painted {
            self.slide();
        } else {
            let ratio = self.painter.borrow().ratio();
            self.paint(if moving { Film::moving(before, camera, viewport, ratio) } else { still });
            pace.painted(time);
            self.pace.set(pace);
        }
        if moving {
            self.frame.request();
        }
    }

    fn slide(&self) {
        if let Some(film) = self.film.get() {
            let (by, scale) = film.placement(self.camera.get());
            layer::slide(&self.elements.film, by, scale);
        }
    }

    fn paint(&self, film: Film) {
        if !self.near.get() {
            return;
        }
        let (plan, palette) = (self.plan.borrow(), self.palette.borrow());
        let (Some(plan), Some(palette)) = (plan.as_ref(), palette.as_ref()) else { return };
        let (focus, mut painter) = (self.focus.borrow(), self.painter.borrow_mut());
        let margin = painter.set_margin(film.margin);
        let film = Film { margin, ..film };
        let complete = if film.camera.scale < Detail::BOXES {
            painter.paint_far(plan, &focus, film.camera, palette)
        } else if let Some(part) = plan.part(painter.seen(film.camera)) {
            painter.load(&part);
            painter.paint(&part, &focus, film.camera, palette)
        } else {
            painter.paint(&plan.scene, &focus, film.camera, palette)
        };
        self.film.set(Some(film));
        layer::place(&self.elements.layer, film.camera);
        self.slide();
        (self.on_percent)((self.camera.get().scale * 100.0).round() as u32);
        if complete && !self.drawn.replace(true) {
            page::mark("diagram-ready");
        }
    }

    fn bring_into_view(&self, node: usize) {
        let rect = self.plan.borrow().as_ref().and_then(|plan| plan.layout.nodes.get(node).copied());
        if let Some(rect) = rect {
            let to = self.destination();
            let window = layer::uncovered(&self.elements.stage, "[data-panel]");
            let margin = MARGIN.min(window.width() / 4.0).min(window.height() / 4.0);
            let shown = to.reveal(rect, window.inflate(-margin));
            if to.origin.distance(shown.origin) > 0.5 {
                self.moved.set(true);
                self.go(shown, true);
            }
        }
    }
}

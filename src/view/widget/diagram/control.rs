//! What a visitor can ask of a diagram, and the few signals the page follows.

mod announce;
mod focus;
mod highlight;
mod popover;
pub mod scrolling;
mod walk;

use std::rc::Rc;
use std::sync::Arc;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};

use super::command::{Command, Popover};
use super::stage::Stage;
use super::{label, mode::Mode};
use crate::diagram::gesture::{Action, Input, Policy, Scrolling};
use crate::diagram::level;
use crate::diagram::scene::Part;
use crate::diagram::walk::{Step, Trail};
use crate::geometry::Vec2;
use crate::model::{Diagram, TechId};
use crate::view::say;
use crate::web::full_screen;
use crate::web::input::Taken;

/// How far one press of a button or key moves the camera, in screen px.
const PAN: f64 = 80.0;
const ZOOM: f64 = 1.25;
/// Above this many nodes there is a single button for all of them.
pub const SINGLE_BUTTON_ABOVE: usize = 200;

/// A diagram on the page. `Copy`: buttons, panel and stage all hold it.
#[derive(Clone, Copy)]
pub struct Control {
    /// The node whose panel is open.
    pub selected: RwSignal<Option<usize>>,
    /// The node that Tab leads to.
    pub active: RwSignal<usize>,
    /// The boundary that Tab leads to instead, where the one button goes from level to level.
    pub group: RwSignal<Option<usize>>,
    /// The scale, 100 being actual size.
    pub percent: RwSignal<u32>,
    /// What the last movement would have needed.
    pub hint: RwSignal<Option<String>>,
    /// What was announced last.
    pub announcement: RwSignal<String>,
    /// Along which connection a node was reached.
    pub way: RwSignal<Option<(usize, String)>>,
    /// Whether the diagram fills the screen.
    pub full: RwSignal<bool>,
    /// Whether the picture is there, so that there is time for what is not seen.
    pub shown: RwSignal<bool>,
    /// Whether the page is being printed.
    pub printing: RwSignal<bool>,
    /// Whether the diagram is shown as text too.
    pub text: RwSignal<bool>,
    /// What lies over the picture.
    pub popover: RwSignal<Option<Popover>>,
    /// How many steps around the selected node are highlighted.
    pub steps: RwSignal<usize>,
    /// The technology whose nodes are highlighted instead.
    pub technology: RwSignal<Option<TechId>>,
    /// The perspective that is taken.
    pub perspective: RwSignal<Option<usize>>,
    /// What scrolling means where the diagram fills the window.
    pub scrolling: RwSignal<Scrolling>,
    /// Whether there is only one button, that of the active node: a button for each of thousands would be slow.
    pub single_button: bool,
    /// Whether the panel takes the focus when it opens.
    pub focus_panel: StoredValue<bool>,
    /// The frame that fills the screen.
    pub root: NodeRef<leptos::html::Section>,
    /// Holds the buttons of the nodes.
    pub layer: NodeRef<leptos::html::Div>,
    /// The page the diagram fills.
    pub href: StoredValue<String>,
    diagram: StoredValue<Arc<Diagram>>,
    mode: Mode,
    stage: StoredValue<Option<Rc<Stage>>, LocalStorage>,
    trail: StoredValue<Option<Trail>>,
    /// What had the focus when a popover was opened.
    opener: StoredValue<Option<HtmlElement>, LocalStorage>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// The arrow whose words are shown as a hint.
    arrow: StoredValue<Option<usize>>,
    full_by_style: StoredValue<bool>,
}

impl Control {
    /// A control without a stage: it remembers, and moves nothing yet.
    pub fn new(diagram: Arc<Diagram>, mode: Mode, href: String) -> Self {
        let timer: StoredValue<Option<TimeoutHandle>> = StoredValue::new(None);
        let full_by_style = StoredValue::new(false);
        on_cleanup(move || {
            if full_by_style.try_get_value() == Some(true) {
                full_screen::release();
            }
            if let Some(Some(timer)) = timer.try_get_value() {
                timer.clear();
            }
        });
        let single_button = diagram.nodes.len() > SINGLE_BUTTON_ABOVE;
        let (first_node, first_group) = match level::first(&diagram) {
            Part::Group(group) if single_button => (0, Some(group)),
            Part::Node(node) if single_button => (node, None),
            _ => (0, None),
        };
        Self {
            selected: RwSignal::new(None),
            active: RwSignal::new(first_node),
            group: RwSignal::new(first_group),
            percent: RwSignal::new(100),
            hint: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
            way: RwSignal::new(None),
            full: RwSignal::new(false),
            shown: RwSignal::new(false),
            printing: RwSignal::new(false),
            text: RwSignal::new(false),
            popover: RwSignal::new(None),
            steps: RwSignal::new(1),
            technology: RwSignal::new(None),
            perspective: RwSignal::new(None),
            scrolling: RwSignal::new(scrolling::remembered()),
            single_button,
            focus_panel: StoredValue::new(false),
            root: NodeRef::new(),
            layer: NodeRef::new(),
            href: StoredValue::new(href),
            diagram: StoredValue::new(diagram),
            mode,
            stage: StoredValue::new_local(None),
            trail: StoredValue::new(None),
            opener: StoredValue::new_local(None),
            timer,
            arrow: StoredValue::new(None),
            full_by_style,
        }
    }

    /// Connects the elements, once they are there.
    pub fn attach(self, stage: Rc<Stage>) {
        self.stage.set_value(Some(stage));
    }

    /// Does something with the stage, if there is one.
    pub fn with_stage<T>(self, f: impl FnOnce(&Stage) -> T) -> Option<T> {
        let stage = self.stage.try_with_value(Clone::clone).flatten()?;
        Some(f(&stage))
    }

    /// Asks the diagram something.
    pub fn with_diagram<T>(self, f: impl FnOnce(&Diagram) -> T) -> T {
        self.diagram.with_value(|diagram| f(diagram))
    }

    /// Whether it fills the page.
    pub fn fills_page(self) -> bool {
        self.mode == Mode::Page
    }

    /// Carries a command out. Whether there was anything to do.
    pub fn run(self, command: Command) -> bool {
        match command {
            Command::ZoomIn => self.zoom(ZOOM),
            Command::ZoomOut => self.zoom(1.0 / ZOOM),
            Command::ActualSize => {
                self.with_stage(Stage::actual_size);
                self.announce(say().view_zoom(100));
            }
            Command::Fit => self.show_whole(),
            Command::Pan(way) => {
                self.with_stage(|stage| stage.pan(shift(way), true));
            }
            Command::Walk(step) => self.walk(step),
            Command::Along(forward) => self.walk_along(forward),
            Command::Widen => return self.widen(),
            Command::Show(popover) => self.show_popover(popover),
            Command::Escape => return self.escape(),
            Command::FullScreen => self.toggle_full(),
        }
        true
    }

    /// The node whose button this is.
    pub fn node_of(self, button: &Element) -> Option<usize> {
        let children = self.layer.get_untracked()?.children();
        let at = (0..children.length()).find(|&at| children.item(at).as_ref() == Some(button))?;
        Some(if self.single_button { self.active.get_untracked() } else { at as usize })
    }

    /// A node's button got the focus, however it came.
    pub fn focused(self, node: usize) {
        self.active.set(node);
        self.with_stage(|stage| stage.reveal(untrack(|| self.place())));
    }

    /// Takes what a pointer did.
    pub fn take(self, input: Input) -> Taken {
        let policy = if self.mode == Mode::Page || self.full.get_untracked() { Policy::PAGE } else { Policy::INLINE };
        let is_sequence = self.with_stage(Stage::is_sequence) == Some(true);
        let scrolling = match self.scrolling.get_untracked() {
            // It is read from top to bottom.
            Scrolling::Automatic if is_sequence => Scrolling::Moves,
            scrolling => scrolling,
        };
        let policy = Policy { scrolling, ..policy };
        let Some(action) = self.with_stage(|stage| stage.feed(input, policy)).flatten() else { return Taken::No };
        match action {
            Action::Pan(by) => {
                self.with_stage(|stage| stage.pan(by, false));
                return Taken::Yes;
            }
            Action::Zoom { focus, factor, pan, step } => {
                self.with_stage(|stage| stage.zoom(Some(focus), factor, pan, step));
                self.hint.set(None);
                return Taken::Yes;
            }
            Action::Release => {
                self.with_stage(Stage::release);
            }
            Action::Tap(at, device) => match self.with_stage(|stage| stage.node_at(at, device.slop())).flatten() {
                Some(node) => self.open(node, false),
                None => self.close(false),
            },
            Action::Hover(at) => {
                let unread = self.with_stage(|stage| {
                    let node = at.and_then(|at| stage.node_at(at, 0.0));
                    stage.point_at(node);
                    at.filter(|_| node.is_none()).and_then(|at| stage.unread_at(at))
                });
                self.name_arrow(unread.flatten());
            }
            Action::PlainWheel => self.show_hint(say().view_hold_key()),
            Action::OneFinger => self.show_hint(say().view_two_fingers()),
        }
        Taken::No
    }

    /// Shows the whole words of an arrow that is pointed at, where they can't be read in the picture.
    fn name_arrow(self, edge: Option<usize>) {
        if self.arrow.get_value() == edge {
            return;
        }
        self.arrow.set_value(edge);
        if edge.is_none() {
            self.hint.set(None);
        }
        let diagram = self.diagram.get_value();
        if let Some(edge) = edge.and_then(|edge| diagram.edges.get(edge)) {
            self.show_hint(&label::arrow(diagram.ends(edge), edge.label.as_deref()));
        }
    }

    fn show_whole(self) {
        self.with_stage(|stage| stage.fit(true));
        self.announce(say().view_whole().to_owned());
    }

    fn zoom(self, factor: f64) {
        let scale = self.with_stage(|stage| {
            stage.zoom(None, factor, Vec2::ZERO, true);
            stage.target_percent()
        });
        if let Some(percent) = scale {
            self.announce(say().view_zoom(percent as usize));
        }
    }

    fn escape(self) -> bool {
        if self.popover.get_untracked().is_some() {
            self.close_popover();
            true
        } else if self.selected.get_untracked().is_some() {
            self.close(true);
            true
        } else if self.perspective.get_untracked().is_some() {
            self.look_from(None);
            true
        } else if self.walk_out() {
            true
        } else if self.full.get_untracked() {
            self.toggle_full();
            true
        } else {
            false
        }
    }

    /// The browser fills the screen with this element now.
    pub fn follow_full(self, element: Option<Element>) {
        let root = self.root.get_untracked().map(|root| -> Element { root.into() });
        let full = root.is_some() && element == root;
        // Another diagram's doings are not this one's.
        if self.full.get_untracked() != full && !self.full_by_style.get_value() {
            self.full.set(full);
            self.with_stage(|stage| stage.fit(false));
        }
    }

    fn toggle_full(self) {
        let Some(root) = self.root.get_untracked() else { return };
        // The browser says when it has done so, and the signal follows. One that can't is filled by the style.
        if self.full_by_style.get_value() || !full_screen::toggle(&root) {
            self.full.update(|full| *full = !*full);
            self.full_by_style.set_value(self.full.get_untracked());
            if self.full.get_untracked() {
                full_screen::isolate(&root);
            } else {
                full_screen::release();
            }
            self.with_stage(|stage| stage.fit(false));
        }
    }
}

/// By how much a step moves what is seen.
fn shift(way: Step) -> Vec2 {
    match way {
        Step::Left => Vec2::new(PAN, 0.0),
        Step::Right => Vec2::new(-PAN, 0.0),
        Step::Up => Vec2::new(0.0, PAN),
        Step::Down => Vec2::new(0.0, -PAN),
        _ => Vec2::ZERO,
    }
}

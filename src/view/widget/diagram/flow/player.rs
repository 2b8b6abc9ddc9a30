//! Which step of which flow is played.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

use super::super::control::Control;
use super::super::mode::Mode;
use super::super::stage::Stage;
use super::super::stage::flow::Playback;
use crate::diagram::flow::words;
use crate::model::{Diagram, Flow};
use crate::view::say;
use crate::web::effect::effect;
use crate::web::page;

/// A diagram's flows on the page. `Copy`: the buttons hold it.
#[derive(Clone, Copy)]
pub struct Player {
    /// The flow that is played.
    pub flow: RwSignal<Option<usize>>,
    /// The step that is shown, counted from 0.
    pub step: RwSignal<usize>,
    /// Whether one step follows another by itself.
    pub playing: RwSignal<bool>,
    /// Whether the flow is drawn as a sequence diagram.
    pub sequence: RwSignal<bool>,
    /// What could not be shown; empty where there is nothing to say.
    pub notice: RwSignal<String>,
    control: StoredValue<Control>,
    diagram: StoredValue<Arc<Diagram>>,
    mode: Mode,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Player {
    /// Plays nothing yet.
    pub fn new(control: Control, diagram: Arc<Diagram>, mode: Mode) -> Self {
        let player = Self {
            flow: RwSignal::new(None),
            step: RwSignal::new(0),
            playing: RwSignal::new(false),
            sequence: RwSignal::new(false),
            notice: RwSignal::new(String::new()),
            control: StoredValue::new(control),
            diagram: StoredValue::new(diagram),
            mode,
            timer: StoredValue::new(None),
        };
        player.follow();
        player
    }

    /// Shows the flow and step that the page's address names, once there is a stage.
    pub fn begin(self) {
        if self.flow.get_untracked().is_some() {
            self.show();
            return;
        }
        if self.mode != Mode::Page || self.control().perspective.get_untracked().is_some() {
            return;
        }
        let Some(asked) = page::query_parameter("flow") else { return self.begin_perspective() };
        let found = self.diagram.with_value(|diagram| diagram.find_flow(&asked));
        let Some(flow) = found else {
            self.notify(say().flow_no_flow(&shortened(&asked)));
            return;
        };
        let count = self.with_flow(flow, |_, flow| flow.steps.len()).unwrap_or_default();
        let step = page::query_parameter("step");
        let at = step.as_ref().map_or(Some(1), |step| step.parse::<usize>().ok()).filter(|at| (1..=count).contains(at));
        self.go(flow, at.unwrap_or(1) - 1);
        if let (None, Some(step)) = (at, step) {
            self.notify(say().flow_no_step(&shortened(&step), count));
        }
    }

    /// Takes the perspective that the page's address names.
    fn begin_perspective(self) {
        let Some(asked) = page::query_parameter("perspective") else { return };
        match self.diagram.with_value(|diagram| diagram.find_perspective(&asked)) {
            None => self.notify(say().flow_no_perspective(&shortened(&asked))),
            found => self.control().look_from(found),
        }
    }

    /// The flow that is played and the step that is shown.
    pub fn now(self) -> Option<(usize, usize)> {
        Some((self.flow.get()?, self.step.get()))
    }

    /// Whether a sequence diagram is drawn.
    pub fn is_sequence(self) -> bool {
        self.sequence.get() && self.flow.get().is_some()
    }

    /// Shows a flow from its start; or, counted on from the last flow, a perspective; or neither.
    pub fn choose(self, choice: Option<usize>) {
        self.playing.set(false);
        self.notice.set(String::new());
        let flows = self.diagram.with_value(|diagram| diagram.flows.len());
        match choice {
            Some(flow) if flow < flows => self.go(flow, 0),
            other => {
                self.flow.set(None);
                self.sequence.set(false);
                self.control().look_from(other.map(|at| at - flows));
            }
        }
    }

    /// Starts to play, from the start where it had come to the end; or pauses.
    pub fn toggle(self) {
        if self.playing.get_untracked() {
            self.playing.set(false);
            return;
        }
        self.notice.set(String::new());
        let flow = self.flow.get_untracked();
        let step = self.step.get_untracked();
        self.playing.set(true);
        match flow {
            Some(flow) if step + 1 < self.count() => self.control().announce(self.announcement(flow, step)),
            flow => self.go(flow.unwrap_or_default(), 0),
        }
    }

    /// Goes on or back by some steps, and pauses.
    pub fn skip(self, by: isize) {
        let to = self.step.get_untracked().saturating_add_signed(by);
        self.pause_at(to);
    }

    /// Goes to a step, counted from 1, and pauses.
    pub fn scrub(self, step: Option<usize>) {
        if let Some(to) = step.and_then(|step| step.checked_sub(1)) {
            self.pause_at(to);
        }
    }

    fn pause_at(self, step: usize) {
        self.playing.set(false);
        self.notice.set(String::new());
        if let Some(flow) =
            self.flow.get_untracked().filter(|_| step < self.count() && step != self.step.get_untracked())
        {
            self.go(flow, step);
        }
    }

    /// Shows a step and announces it. The details of a node that were open make way for it.
    fn go(self, flow: usize, step: usize) {
        self.control().close_details();
        if self.control().perspective.get_untracked().is_some() {
            self.control().perspective.set(None);
        }
        self.step.set(step);
        if self.flow.get_untracked() != Some(flow) {
            self.flow.set(Some(flow));
        }
        self.control().announce(self.announcement(flow, step));
    }

    fn announcement(self, flow: usize, step: usize) -> String {
        let text = |diagram: &Diagram, flow: &Flow| {
            say().flow_announced(step + 1, flow.steps.len(), &words::step(diagram, flow, step, say()))
        };
        self.with_flow(flow, text).unwrap_or_default()
    }

    fn notify(self, text: String) {
        self.control().announce(text.clone());
        self.notice.set(text);
    }

    fn control(self) -> Control {
        self.control.get_value()
    }

    fn with_flow<T>(self, flow: usize, f: impl FnOnce(&Diagram, &Flow) -> T) -> Option<T> {
        self.diagram.with_value(|diagram| diagram.flows.get(flow).map(|flow| f(diagram, flow)))
    }

    fn count(self) -> usize {
        let count = |flow| self.with_flow(flow, |_, flow| flow.steps.len());
        self.flow.get_untracked().and_then(count).unwrap_or_default()
    }

    fn show(self) {
        let playback = self.now().map(|(flow, step)| Playback {
            flow,
            step,
            sequence: self.sequence.get(),
            playing: self.playing.get(),
        });
        self.control().with_stage(|stage| stage.show_step(playback));
    }

    /// Keeps the drawing, the page's address and the clock with the step.
    fn follow(self) {
        effect(move || {
            self.show();
            // Tab leads to a node that is drawn.
            let active = self.control().active.get_untracked();
            let left_out = |stage: &Stage| stage.leaves_out(active).then(|| stage.first_shown()).flatten();
            if let Some(shown) = self.control().with_stage(left_out).flatten() {
                self.control().active.set(shown);
            }
        });
        let named = StoredValue::new(false);
        effect(move || {
            let (now, perspective) = (self.now(), self.control().perspective.get());
            if self.mode == Mode::Page && (now.is_some() || perspective.is_some() || named.get_value()) {
                named.set_value(true);
                let id = now.and_then(|(flow, _)| self.with_flow(flow, |_, flow| flow.id.clone()));
                let step = now.map(|(_, step)| (step + 1).to_string());
                let taken = |diagram: &Arc<Diagram>| Some(diagram.perspectives.get(perspective?)?.id.clone());
                let taken = self.diagram.with_value(taken);
                page::set_query_parameters(&[("flow", id), ("step", step), ("perspective", taken)]);
            }
        });
        effect(move || {
            let now = self.now();
            self.stop_clock();
            if let Some((_, step)) = now.filter(|_| self.playing.get()) {
                let dwell = self.control().with_stage(Stage::dwell).unwrap_or(4_000.0);
                let next = move || self.play_on(step);
                self.timer.set_value(set_timeout_with_handle(next, Duration::from_millis(dwell as u64)).ok());
            }
        });
        on_cleanup(move || self.stop_clock());
    }

    fn play_on(self, from: usize) {
        // The page may have moved on meanwhile.
        if self.playing.try_get_untracked() != Some(true) {
            return;
        }
        match self.flow.get_untracked() {
            Some(flow) if from + 1 < self.count() => self.go(flow, from + 1),
            _ => self.playing.set(false),
        }
    }

    fn stop_clock(self) {
        if let Some(Some(timer)) = self.timer.try_get_value() {
            timer.clear();
        }
    }
}

/// As much of a text as a message repeats.
fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

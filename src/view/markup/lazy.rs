//! Elements that came as HTML and are hydrated when somebody may need them: shortly before they are seen, or at the
//! first use of the page. Until then they cost nothing but their place.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};
use std::time::Duration;

use leptos::prelude::{Owner, set_timeout};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};
use leptos::web_sys::Element;

use super::Markup;
use super::state::State;
use crate::web::activity::{self, Activity};
use crate::web::in_view::InView;
use crate::web::listen::Listener;

/// What an element shows.
pub type Content = Box<dyn FnOnce() -> Markup + Send>;

/// An element that is hydrated later, unless this is dropped before.
pub struct Lazy {
    pub element: Element,
    _sleeper: Rc<Sleeper>,
}

struct Sleeper {
    asleep: RefCell<Option<Asleep>>,
    awake: OnceCell<State>,
}

struct Asleep {
    element: Element,
    owner: Owner,
    content: Content,
    _in_view: InView,
}

thread_local! {
    static SLEEPERS: RefCell<Vec<Weak<Sleeper>>> = const { RefCell::new(Vec::new()) };
    /// Listens as long as there are sleepers.
    static WATCH: RefCell<Option<Listener>> = const { RefCell::new(None) };
    static IS_WAKING: Cell<bool> = const { Cell::new(false) };
}

/// Hydrates `element` with `content` later.
pub fn lazy(element: Element, content: Content) -> Lazy {
    let sleeper = Rc::new_cyclic(|sleeper: &Weak<Sleeper>| {
        let (owner, weak) = (Owner::current().unwrap_or_default(), sleeper.clone());
        let in_view = InView::observe(&element, move |is_in_view| {
            let weak = weak.clone();
            let wake = move || {
                if let Some(sleeper) = weak.upgrade() {
                    sleeper.wake();
                }
            };
            if is_in_view {
                set_timeout(wake, Duration::ZERO);
            }
        });
        let asleep = Asleep { element: element.clone(), owner, content, _in_view: in_view };
        Sleeper { asleep: RefCell::new(Some(asleep)), awake: OnceCell::new() }
    });
    SLEEPERS.with_borrow_mut(|sleepers| sleepers.push(Rc::downgrade(&sleeper)));
    WATCH.with_borrow_mut(|watch| {
        if watch.is_none() {
            *watch = activity::watch(on_activity);
        }
    });
    Lazy { element, _sleeper: sleeper }
}

impl Sleeper {
    fn wake(&self) {
        let Some(Asleep { element, owner, content, .. }) = self.asleep.take() else { return };
        let found = (Cursor::new(element), PositionState::new(Position::Current));
        let _ = self.awake.set(owner.with(|| content().realise(Some((&found.0, &found.1)))));
    }
}

/// Wakes all that sleep. To be called before anything changes that they show.
pub fn wake() {
    // What wakes may have more in it that sleeps.
    loop {
        let sleepers = SLEEPERS.take();
        if sleepers.is_empty() {
            return;
        }
        for sleeper in sleepers.iter().filter_map(Weak::upgrade) {
            sleeper.wake();
        }
    }
}

fn on_activity(activity: Activity) {
    if activity.is_use {
        wake();
    }
    // What is pointed at is about to be used; the outer first, which is hydrated before there is an inner one.
    let here = |sleeper: &Rc<Sleeper>| {
        sleeper.asleep.borrow().as_ref().is_some_and(|asleep| asleep.element.contains(activity.at.as_ref()))
    };
    while let Some(sleeper) = SLEEPERS.with_borrow(|sleepers| sleepers.iter().filter_map(Weak::upgrade).find(here)) {
        sleeper.wake();
    }
    if !IS_WAKING.replace(true) {
        set_timeout(wake_by_turns, Duration::ZERO);
    }
}

/// Wakes one after the other, each in a task of its own, so that no input waits for more than one; then stops listening.
fn wake_by_turns() {
    if let Some(sleeper) = SLEEPERS.with_borrow_mut(Vec::pop) {
        if let Some(sleeper) = sleeper.upgrade() {
            sleeper.wake();
        }
        set_timeout(wake_by_turns, Duration::ZERO);
    } else {
        IS_WAKING.set(false);
        WATCH.take();
    }
}

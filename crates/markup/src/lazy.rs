//! Elements that sleep until somebody may need them: until shortly before they are seen, or the first use of the page.
//! Until then they cost nothing but their place.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::time::Duration;

use leptos::prelude::set_timeout;
use web_sys::{Element, Node};

use super::web::activity::{self, Activity};
use super::web::in_view::InView;
use super::web::listen::Listener;

/// What there is to do when an element is needed.
pub type Wake = Box<dyn FnOnce()>;

/// An element that is woken once, or never if this is dropped before.
pub struct Sleeper(RefCell<Option<Asleep>>);

struct Asleep {
    element: Element,
    wake: Wake,
    _in_view: InView,
}

thread_local! {
    static SLEEPERS: RefCell<Vec<Weak<Sleeper>>> = const { RefCell::new(Vec::new()) };
    /// Listens as long as there are sleepers.
    static WATCH: RefCell<Option<Listener>> = const { RefCell::new(None) };
    static IS_WAKING: Cell<bool> = const { Cell::new(false) };
}

impl Sleeper {
    /// Calls `wake` when somebody may need `element`.
    pub fn new(element: Element, wake: Wake) -> Rc<Self> {
        let sleeper = Rc::new_cyclic(|sleeper: &Weak<Self>| {
            let weak = sleeper.clone();
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
            Self(RefCell::new(Some(Asleep { element, wake, _in_view: in_view })))
        });
        SLEEPERS.with_borrow_mut(|sleepers| sleepers.push(Rc::downgrade(&sleeper)));
        WATCH.with_borrow_mut(|watch| {
            if watch.is_none() {
                *watch = activity::watch(on_activity);
            }
        });
        sleeper
    }

    fn wake(&self) {
        // Taken before: what is done may ask for the same again.
        let Some(Asleep { wake, .. }) = self.0.take() else { return };
        wake();
    }

    fn is_around(&self, node: Option<&Node>) -> bool {
        self.0.borrow().as_ref().is_some_and(|asleep| asleep.element.contains(node))
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
    // What is pointed at is about to be used; the outer first, which is awake before there is an inner one.
    let here = |sleeper: &Rc<Sleeper>| sleeper.is_around(activity.at.as_ref());
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

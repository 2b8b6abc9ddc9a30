//! What is on the page of a [`Markup`], and what keeps it up to date.

use std::cell::OnceCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use web_sys::{Comment, Element, EventTarget, Node};

use super::found::{Found, Way, insert};
use super::lazy::Sleeper;
use super::region::Region;
use super::web::listen::Listener;
use super::web::place::Place;
use super::{Each, Lazy, Markup, Parts, Setting, Text, Value};

/// Something on the page.
pub enum State {
    Nothing,
    Text(Node),
    Element(Element, Vec<RenderEffect<Option<Text>>>, Vec<Listener>, Vec<State>),
    Many(Vec<State>),
    /// What a function has returned, and where it stands.
    Live(RenderEffect<State>, Region),
    /// An element as it was prerendered, and what is in its place once it is awake.
    Lazy(Element, Rc<Sleeper>, Rc<OnceCell<State>>),
    /// The entries, and the comment behind the last one.
    Each(RenderEffect<Vec<Entry>>, Comment),
}

/// An entry of a list, with the owner of its signals.
pub struct Entry {
    key: usize,
    state: State,
    _owner: Owner,
}

impl Markup {
    /// Puts it into nodes: new ones, or those that are there already.
    pub fn realise(self, found: Found<'_>) -> State {
        match self {
            Self::Nothing => State::Nothing,
            Self::Text(text) => text_state(&text, found, false),
            Self::Element(element) => element.0.realise(found),
            Self::Many(pieces) => State::Many(pieces.into_iter().map(|piece| piece.realise(found)).collect()),
            Self::Live(mut f) => {
                let start = marker(found);
                let (mut way, region) = (found.cloned(), Rc::new(OnceCell::<Region>::new()));
                let place = Rc::clone(&region);
                let effect = RenderEffect::new(move |shown: Option<State>| {
                    let content = f();
                    match (shown, place.get()) {
                        (Some(mut shown), Some(region)) => {
                            content.replace(&mut shown, region);
                            shown
                        }
                        _ => content.realise(way.take().as_ref()),
                    }
                });
                let here = Region { start, end: marker(found) };
                let _ = region.set(here.clone());
                State::Live(effect, here)
            }
            Self::Each(each) => each.realise(found),
            Self::Lazy(lazy) => lazy.realise(found),
        }
    }

    /// Takes the place of what is shown in a region.
    fn replace(self, shown: &mut State, region: &Region) {
        if let (Self::Text(text), State::Text(node)) = (&self, &*shown)
            && region.holds_only(node)
        {
            // A live region would say the same words again.
            if node.node_value().as_deref() != Some(text) {
                node.set_node_value(Some(text));
            }
            return;
        }
        let mut next = self.realise(None);
        if let Some(parent) = region.clear() {
            next.mount(&parent, Some(&region.end));
        }
        *shown = next;
    }
}

/// A comment that marks a place.
fn marker(found: Found<'_>) -> Comment {
    found.map_or_else(Rndr::create_placeholder, Way::mark)
}

/// A text. `alone` in its element, it is left to a translator.
fn text_state(text: &str, found: Found<'_>, alone: bool) -> State {
    State::Text(found.map_or_else(|| Rndr::create_text_node(text).into(), |way| way.text(text, alone)))
}

impl Lazy {
    fn realise(self, found: Found<'_>) -> State {
        let Self { class, content } = self;
        let Some(way) = found else { return content().realise(None) };
        let Some(element) = way.element(|element| element.class_list().contains(class)) else {
            let mut state = content().realise(None);
            let (parent, next) = way.here();
            state.mount(parent, next.as_ref());
            return state;
        };
        let awake = Rc::new(OnceCell::new());
        let (owner, place, shown) = (Owner::current().unwrap_or_default(), element.clone(), Rc::clone(&awake));
        // With the signals and contexts that there are then.
        let hydrate = move || {
            let Some(parent) = place.parent_element() else { return };
            let way = Way::to(&parent, &place);
            let _ = shown.set(owner.with(|| content().realise(Some(&way))));
            way.end();
        };
        State::Lazy(element.clone(), Sleeper::new(element, Box::new(hydrate)), awake)
    }
}

impl Parts {
    /// Whether an element is what was rendered of this.
    fn fits(&self, element: &Element) -> bool {
        let is_there = |setting: &Setting| match (setting.place, &setting.value) {
            (Place::Attribute, Value::Fixed(value)) => match (element.get_attribute(setting.name), value) {
                (Some(_), Some(value)) if setting.name == "class" => {
                    let classes = element.class_list();
                    value.split(' ').all(|class| classes.contains(class))
                }
                (there, value) => there.as_deref() == value.as_deref(),
            },
            _ => true,
        };
        element.local_name() == self.tag && self.settings.iter().all(is_there)
    }

    fn realise(self, found: Found<'_>) -> State {
        let there = found.and_then(|way| way.element(|element| self.fits(element)));
        let inside = there.as_ref().map(Way::into);
        let inside = inside.as_ref();
        let element = there.unwrap_or_else(|| {
            let new = Rndr::create_element(self.tag, self.svg.then_some("http://www.w3.org/2000/svg"));
            if let Some(way) = found {
                way.insert(&new);
            }
            new
        });
        let mut effects = Vec::new();
        for setting in self.settings {
            let (place, name) = (setting.place, setting.name);
            match setting.value {
                // What is fixed is there already if the element is, but for what HTML can't or may not say.
                Value::Fixed(value) => {
                    if inside.is_none() || place != Place::Attribute {
                        place.set(&element, name, value.as_deref());
                    }
                }
                Value::Live(f) => {
                    let element = element.clone();
                    effects.push(RenderEffect::new(move |last: Option<Option<Text>>| {
                        let value = f();
                        if last.as_ref() != Some(&value) {
                            place.set(&element, name, value.as_deref());
                        }
                        value
                    }));
                }
            }
        }
        let target: &EventTarget = &element;
        let listen = |(events, reaction)| Listener::active(target.clone(), events, reaction as Box<dyn FnMut(_)>);
        let listeners = self.listeners.into_iter().map(listen).collect();
        let alone = self.children.len() == 1;
        let children: Vec<State> = self
            .children
            .into_iter()
            .map(|child| {
                let mut child = match child {
                    Markup::Text(text) => text_state(&text, inside, alone),
                    child => child.realise(inside),
                };
                if inside.is_none() {
                    child.mount(&element, None);
                }
                child
            })
            .collect();
        // What only the page that was rendered has in it, such as a diagram in words, stays as it came.
        if let Some(way) = inside.filter(|_| !children.is_empty()) {
            way.end();
        }
        for load in self.refs {
            load(&element);
        }
        State::Element(element, effects, listeners, children)
    }
}

impl Each {
    fn realise(self, found: Found<'_>) -> State {
        let Self { keys, entry } = self;
        let owner = Owner::current().unwrap_or_default();
        let new = move |key: usize, found: Found<'_>| {
            let owner = owner.child();
            let state = owner.with(|| untrack(|| entry(key).realise(found)));
            Entry { key, state, _owner: owner }
        };
        // With nodes to be found the entries come first, then the comment.
        let mut way = found.cloned();
        let end = Rc::new(OnceCell::<Comment>::new());
        let place = Rc::clone(&end);
        let effect = RenderEffect::new(move |shown: Option<Vec<Entry>>| {
            let keys = keys();
            let Some(mut shown) = shown else {
                let way = way.take();
                return keys.into_iter().map(|key| new(key, way.as_ref())).collect();
            };
            let mut entries: Vec<Entry> = keys
                .into_iter()
                .map(|key| match shown.iter().position(|entry| entry.key == key) {
                    Some(position) => shown.swap_remove(position),
                    None => new(key, None),
                })
                .collect();
            for mut gone in shown {
                gone.state.unmount();
            }
            if let Some(end) = place.get() {
                arrange(&mut entries, end);
            }
            entries
        });
        let marker = marker(found);
        let _ = end.set(marker.clone());
        State::Each(effect, marker)
    }
}

/// Puts entries in order before `end`. Those in place are not touched: a moved element loses the focus.
fn arrange(entries: &mut [Entry], end: &Comment) {
    let Some(parent) = end.parent_element() else { return };
    let mut next: Node = end.clone().into();
    for entry in entries.iter_mut().rev() {
        let State::Element(element, ..) = &entry.state else { continue };
        let node: Node = element.clone().into();
        if node.next_sibling().as_ref() != Some(&next) {
            entry.state.mount(&parent, Some(&next));
        }
        next = node;
    }
}

impl State {
    /// Takes it off the page.
    pub fn unmount(&mut self) {
        match self {
            Self::Nothing => {}
            Self::Text(node) => Rndr::remove(node),
            Self::Element(element, ..) => element.remove(),
            Self::Lazy(element, _, awake) => match Rc::get_mut(awake).and_then(OnceCell::get_mut) {
                Some(awake) => awake.unmount(),
                None => element.remove(),
            },
            Self::Many(pieces) => pieces.iter_mut().for_each(Self::unmount),
            Self::Live(_, region) => region.remove(),
            Self::Each(effect, end) => {
                effect.with_value_mut(|entries| entries.iter_mut().for_each(|entry| entry.state.unmount()));
                end.remove();
            }
        }
    }

    /// Puts it into an element, before one of its nodes or at its end.
    pub fn mount(&mut self, parent: &Element, before: Option<&Node>) {
        match self {
            Self::Nothing => {}
            Self::Text(node) => insert(parent, node, before),
            Self::Element(element, ..) | Self::Lazy(element, ..) => insert(parent, element, before),
            Self::Many(pieces) => pieces.iter_mut().for_each(|piece| piece.mount(parent, before)),
            Self::Live(effect, region) => {
                insert(parent, &region.start, before);
                effect.with_value_mut(|content| content.mount(parent, before));
                insert(parent, &region.end, before);
            }
            Self::Each(effect, end) => {
                effect.with_value_mut(|entries| entries.iter_mut().for_each(|entry| entry.state.mount(parent, before)));
                insert(parent, end, before);
            }
        }
    }
}

//! What is on the page of a [`Markup`], and what keeps it up to date.

use std::cell::OnceCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::view::{Position, PositionState};
use wasm_bindgen::JsCast;
use web_sys::{Comment, Element, EventTarget, Node};

use super::found::{Found, borrowed, marker, owned, step, text_node};
use super::lazy::Sleeper;
use super::web::listen::Listener;
use super::web::place::Place;
use super::{Each, Markup, Parts, Text, Value};

/// Something on the page. Each holds at least one node, so that there is a place to put what comes instead.
pub enum State {
    /// Text, or the comment that marks where nothing is.
    Node(Node),
    Element(Element, Vec<RenderEffect<Option<Text>>>, Vec<Listener>, Vec<State>),
    Many(Vec<State>),
    Live(RenderEffect<State>),
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
            Self::Nothing => State::Node(marker(found).into()),
            Self::Text(text) => State::Node(text_node(&text, found)),
            Self::Element(element) => element.0.realise(found),
            Self::Many(pieces) if pieces.is_empty() => State::Node(marker(found).into()),
            Self::Many(pieces) => State::Many(pieces.into_iter().map(|piece| piece.realise(found)).collect()),
            Self::Live(mut f) => {
                let mut found = owned(found);
                State::Live(RenderEffect::new(move |shown: Option<State>| {
                    let content = f();
                    match shown {
                        None => content.realise(borrowed(found.take().as_ref())),
                        Some(mut shown) => {
                            content.replace(&mut shown);
                            shown
                        }
                    }
                }))
            }
            Self::Each(each) => each.realise(found),
            Self::Lazy(content) => match found {
                None => content().realise(None),
                Some((cursor, position)) => {
                    step(cursor, position);
                    position.set(Position::NextChild);
                    State::lazy(cursor.current().unchecked_into(), content)
                }
            },
        }
    }

    /// Takes the place of what is shown.
    pub fn replace(self, shown: &mut State) {
        if let (Self::Text(text), State::Node(node)) = (&self, &*shown)
            && node.node_type() == Node::TEXT_NODE
        {
            // A live region would say the same words again.
            if node.node_value().as_deref() != Some(text) {
                node.set_node_value(Some(text));
            }
            return;
        }
        let mut next = self.realise(None);
        shown.insert_before_this(&mut next);
        shown.unmount();
        *shown = next;
    }
}

impl Parts {
    fn realise(self, found: Found<'_>) -> State {
        let element = match found {
            None => Rndr::create_element(self.tag, self.svg.then_some("http://www.w3.org/2000/svg")),
            Some((cursor, position)) => {
                step(cursor, position);
                cursor.current().unchecked_into()
            }
        };
        let mut effects = Vec::new();
        for setting in self.settings {
            let (place, name) = (setting.place, setting.name);
            match setting.value {
                // What is fixed is there already if the element is, but for what HTML can't or may not say.
                Value::Fixed(value) => {
                    if found.is_none() || matches!(place, Place::Property | Place::Style) {
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
        if let Some((_, position)) = found {
            position.set(Position::FirstChild);
        }
        let children: Vec<State> = self
            .children
            .into_iter()
            .map(|child| {
                let mut child = child.realise(found);
                if found.is_none() {
                    child.mount(&element, None);
                }
                child
            })
            .collect();
        if let Some((cursor, position)) = found {
            cursor.set(element.clone().into());
            position.set(Position::NextChild);
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
        let mut at = owned(found);
        let end = Rc::new(OnceCell::<Comment>::new());
        let place = Rc::clone(&end);
        let effect = RenderEffect::new(move |shown: Option<Vec<Entry>>| {
            let keys = keys();
            let Some(mut shown) = shown else {
                let at = at.take();
                return keys.into_iter().map(|key| new(key, borrowed(at.as_ref()))).collect();
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
    /// Hydrates an element when somebody may need it, with the signals and contexts that there are now.
    fn lazy(element: Element, content: Box<dyn FnOnce() -> Markup + Send>) -> Self {
        let awake = Rc::new(OnceCell::new());
        let (owner, root, shown) = (Owner::current().unwrap_or_default(), element.clone(), Rc::clone(&awake));
        let hydrate = move || {
            let found = (Cursor::new(root), PositionState::new(Position::Current));
            let _ = shown.set(owner.with(|| content().realise(borrowed(Some(&found)))));
        };
        Self::Lazy(element.clone(), Sleeper::new(element, Box::new(hydrate)), awake)
    }

    /// Takes it off the page.
    pub fn unmount(&mut self) {
        match self {
            Self::Node(node) => Rndr::remove(node),
            Self::Element(element, ..) | Self::Lazy(element, ..) => element.remove(),
            Self::Many(pieces) => pieces.iter_mut().for_each(Self::unmount),
            Self::Live(effect) => {
                effect.with_value_mut(Self::unmount);
            }
            Self::Each(effect, end) => {
                effect.with_value_mut(|entries| entries.iter_mut().for_each(|entry| entry.state.unmount()));
                end.remove();
            }
        }
    }

    /// Puts it into an element, before one of its nodes or at its end.
    pub fn mount(&mut self, parent: &Element, before: Option<&Node>) {
        match self {
            Self::Node(node) => Rndr::insert_node(parent, node, before),
            Self::Element(element, ..) | Self::Lazy(element, ..) => {
                Rndr::insert_node(parent, element, before);
            }
            Self::Many(pieces) => pieces.iter_mut().for_each(|piece| piece.mount(parent, before)),
            Self::Live(effect) => {
                effect.with_value_mut(|content| content.mount(parent, before));
            }
            Self::Each(effect, end) => {
                effect.with_value_mut(|entries| entries.iter_mut().for_each(|entry| entry.state.mount(parent, before)));
                Rndr::insert_node(parent, end, before);
            }
        }
    }

    /// Puts another before it, if it is on the page.
    fn insert_before_this(&self, child: &mut Self) -> bool {
        let before = |node: &Node, child: &mut Self| match node.parent_element() {
            Some(parent) => {
                child.mount(&parent, Some(node));
                true
            }
            None => false,
        };
        match self {
            Self::Node(node) => before(node, child),
            Self::Element(element, ..) | Self::Lazy(element, ..) => before(element, child),
            Self::Many(pieces) => pieces.first().is_some_and(|piece| piece.insert_before_this(child)),
            Self::Live(effect) => effect.with_value_mut(|content| content.insert_before_this(child)).unwrap_or(false),
            Self::Each(effect, end) => {
                let first = effect.with_value_mut(|entries| match entries.first() {
                    Some(entry) => entry.state.insert_before_this(child),
                    None => before(end, child),
                });
                first.unwrap_or(false)
            }
        }
    }
}

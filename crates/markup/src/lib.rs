//! One type for everything on the page.
//!
//! Leptos's own views have a type for each shape of element, and every type brings its own copy of the code that
//! builds, updates and removes it: for this site some 350 kB of program. Here an element is a list of parts, so that
//! code is there once. [`markup!`] keeps the notation.
//!
//! What is drawn doesn't diff: where a closure runs again, what it returned before is replaced. Attributes and texts
//! change in place, and [`each`] keeps the entries of a list.

mod found;
mod html;
mod lazy;
pub mod mount;
mod region;
mod state;
mod value;
pub mod visit;
pub mod web;

use std::borrow::Cow;

use leptos::ev::EventDescriptor;
use leptos::html::ElementType;
use leptos::prelude::*;
use leptos::tachys::html::node_ref::NodeRefContainer;
use vitrine_lean::decimal;
use wasm_bindgen::JsCast;

pub use html::Html;
pub use lazy::wake;
pub use value::{IntoValue, Value};
pub use vitrine_markup_macro::markup;

use web::place::Place;

/// Text that is either part of the program or made by it.
pub type Text = Cow<'static, str>;

/// A piece of a page.
pub enum Markup {
    /// Nothing to see.
    Nothing,
    /// Text, never markup.
    Text(Text),
    /// An element.
    Element(Element),
    /// One after the other.
    Many(Vec<Markup>),
    /// What a function returns, which is called again whenever a signal it reads has changed.
    Live(Box<dyn FnMut() -> Markup + Send>),
    /// A list whose entries stay as long as their keys do.
    Each(Each),
    /// One element, see [`lazy()`].
    Lazy(Lazy),
}

/// An element with its attributes, listeners and children.
pub struct Element(Box<Parts>);

/// What happens on an event.
type Reaction = Box<dyn FnMut(web_sys::Event) + Send>;
/// Takes note of an element that now exists.
type Load = Box<dyn FnOnce(&web_sys::Element) + Send>;

struct Parts {
    tag: &'static str,
    svg: bool,
    settings: Vec<Setting>,
    /// The names of some events, and what happens on them.
    listeners: Vec<(&'static [&'static str], Reaction)>,
    refs: Vec<Load>,
    children: Vec<Markup>,
}

/// Something about an element that has a value.
struct Setting {
    place: Place,
    name: &'static str,
    value: Value,
}

/// See [`each`].
pub struct Each {
    keys: Box<dyn Fn() -> Vec<usize> + Send>,
    entry: Box<dyn Fn(usize) -> Markup + Send>,
}

/// See [`lazy()`].
pub struct Lazy {
    class: &'static str,
    content: Box<dyn FnOnce() -> Markup + Send>,
}

impl Element {
    /// An element of HTML.
    pub fn html(tag: &'static str) -> Self {
        Self::new(tag, false)
    }

    /// An element of SVG.
    pub fn svg(tag: &'static str) -> Self {
        Self::new(tag, true)
    }

    #[inline(never)]
    fn new(tag: &'static str, svg: bool) -> Self {
        let (settings, listeners, refs, children) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self(Box::new(Parts { tag, svg, settings, listeners, refs, children }))
    }

    /// Sets an attribute to a text of the program.
    #[inline(never)]
    pub fn fixed(&mut self, name: &'static str, value: &'static str) {
        self.set(Place::Attribute, name, Value::Fixed(Some(Text::Borrowed(value))));
    }

    /// Sets an attribute.
    pub fn attribute(&mut self, name: &'static str, value: impl IntoValue) {
        self.set(Place::Attribute, name, value.into_value());
    }

    /// Gives the element a class as long as the value is `true`.
    pub fn class(&mut self, name: &'static str, value: impl IntoValue) {
        self.set(Place::Class, name, value.into_value());
    }

    /// Sets a property of its style.
    pub fn style(&mut self, name: &'static str, value: impl IntoValue) {
        self.set(Place::Style, name, value.into_value());
    }

    /// Sets a boolean property of the DOM.
    pub fn property(&mut self, name: &'static str, value: impl IntoValue) {
        self.set(Place::Property, name, value.into_value());
    }

    #[inline(never)]
    fn set(&mut self, place: Place, name: &'static str, value: Value) {
        self.0.settings.push(Setting { place, name, value });
    }

    /// Listens for an event; `events` holds its name.
    pub fn on<E>(&mut self, _: E, events: &'static [&'static str], mut f: impl FnMut(E::EventType) + Send + 'static)
    where
        E: EventDescriptor<EventType: JsCast>,
    {
        self.listen(events, Box::new(move |event| f(event.unchecked_into())));
    }

    #[inline(never)]
    fn listen(&mut self, events: &'static [&'static str], f: Reaction) {
        self.0.listeners.push((events, f));
    }

    /// Fills a reference with the element once it exists.
    pub fn node_ref<E>(&mut self, node_ref: NodeRef<E>)
    where
        E: ElementType<Output: JsCast + 'static>,
    {
        self.0.refs.push(Box::new(move |element| node_ref.load(element)));
    }

    /// Adds text at the end.
    #[inline(never)]
    pub fn text(&mut self, text: &'static str) {
        self.child(Markup::Text(Text::Borrowed(text)));
    }

    /// Adds a child at the end.
    #[inline(never)]
    pub fn child(&mut self, child: Markup) {
        self.0.children.push(child);
    }
}

/// A list of single elements. An entry stays, with its focus and signals, as long as its key does.
pub fn each(
    keys: impl Fn() -> Vec<usize> + Send + 'static,
    entry: impl Fn(usize) -> Markup + Send + 'static,
) -> Markup {
    Markup::Each(Each { keys: Box::new(keys), entry: Box::new(entry) })
}

/// One element, which has `class`. Where it came as HTML it is hydrated when somebody may need it; elsewhere it is there at
/// once. Whoever changes what it shows at first calls [`wake`] before.
pub fn lazy(class: &'static str, content: impl FnOnce() -> Markup + Send + 'static) -> Markup {
    Markup::Lazy(Lazy { class, content: Box::new(content) })
}

/// Something that is there as long as a condition holds, and stays while it does.
pub fn when(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    content: impl Fn() -> Markup + Send + 'static,
) -> Markup {
    let holds: Box<dyn Fn() -> bool + Send + Sync> = Box::new(condition);
    let holds = Memo::new(move |_| holds());
    Markup::Live(Box::new(move || if holds.get() { content() } else { Markup::Nothing }))
}

/// What can be put in braces.
pub trait IntoMarkup {
    /// The piece of a page that shows it.
    fn into_markup(self) -> Markup;
}

impl IntoMarkup for Markup {
    fn into_markup(self) -> Markup {
        self
    }
}

impl IntoMarkup for () {
    fn into_markup(self) -> Markup {
        Markup::Nothing
    }
}

impl IntoMarkup for &'static str {
    fn into_markup(self) -> Markup {
        Markup::Text(Text::Borrowed(self))
    }
}

impl IntoMarkup for String {
    fn into_markup(self) -> Markup {
        Markup::Text(Text::Owned(self))
    }
}

impl IntoMarkup for usize {
    fn into_markup(self) -> Markup {
        self.to_string().into_markup()
    }
}

impl IntoMarkup for f64 {
    fn into_markup(self) -> Markup {
        decimal::write(self).into_markup()
    }
}

impl<T: IntoMarkup> IntoMarkup for Option<T> {
    fn into_markup(self) -> Markup {
        self.map_or(Markup::Nothing, T::into_markup)
    }
}

impl<const N: usize> IntoMarkup for [Markup; N] {
    fn into_markup(self) -> Markup {
        Vec::from(self).into_markup()
    }
}

impl IntoMarkup for Vec<Markup> {
    fn into_markup(self) -> Markup {
        Markup::Many(self)
    }
}

impl<F, T> IntoMarkup for F
where
    F: Fn() -> T + Send + 'static,
    T: IntoMarkup,
{
    fn into_markup(self) -> Markup {
        Markup::Live(Box::new(move || self().into_markup()))
    }
}

impl FromIterator<Markup> for Markup {
    fn from_iter<I: IntoIterator<Item = Markup>>(pieces: I) -> Self {
        Self::Many(pieces.into_iter().collect())
    }
}

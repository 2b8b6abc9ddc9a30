//! The way through the content of an element that came as HTML.
//!
//! What came need not be what was rendered: hosts take comments and space out of pages, translators and extensions put
//! elements around words and beside controls. So nothing is taken for granted: an element is ours if it has the name
//! and the attributes that ours was rendered with, a text if it says the same. What can't be found is made anew in its place,
//! and what is left over goes, unless it is nothing that could be read or used.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::tachys::renderer::Rndr;
use wasm_bindgen::JsCast;
use web_sys::{Comment, Element, Node};

/// Where in the content of an element the next node is looked for. Copies go on together.
#[derive(Clone)]
pub struct Way {
    parent: Element,
    next: Rc<RefCell<Option<Node>>>,
    /// The first node that is no longer part of it.
    end: Option<Node>,
}

/// Nodes that are there already; `None` where they are to be made.
pub type Found<'a> = Option<&'a Way>;

/// What somebody could press or fill in.
const CONTROLS: &str = "a,button,input,select,textarea,[tabindex]";

impl Way {
    /// Through all of an element's content.
    pub fn into(parent: &Element) -> Self {
        Self { parent: parent.clone(), next: Rc::new(RefCell::new(parent.first_child())), end: None }
    }

    /// To one element of `parent` and no further.
    pub fn to(parent: &Element, element: &Element) -> Self {
        let next = Rc::new(RefCell::new(Some(element.clone().into())));
        Self { parent: parent.clone(), next, end: element.next_sibling() }
    }

    /// Where it has come to: an element, and its next node.
    pub fn here(&self) -> (&Element, Option<Node>) {
        (&self.parent, self.next.borrow().clone())
    }

    fn next(&self) -> Option<Node> {
        self.until(self.next.borrow().clone())
    }

    fn until(&self, node: Option<Node>) -> Option<Node> {
        node.filter(|node| Some(node) != self.end.as_ref())
    }

    fn go_on(&self, node: &Node) {
        *self.next.borrow_mut() = node.next_sibling();
    }

    /// Puts a node before the next.
    pub fn insert(&self, node: &Node) {
        let (parent, next) = self.here();
        insert(parent, node, next.as_ref());
    }

    /// A new comment, which marks a place.
    pub fn mark(&self) -> Comment {
        let mark = Rndr::create_placeholder();
        self.insert(&mark);
        mark
    }

    /// The next element that `fits`; what stands before it goes.
    pub fn element(&self, fits: impl Fn(&Element) -> bool) -> Option<Element> {
        let mut at = self.next();
        while let Some(node) = at {
            if let Some(element) = node.dyn_ref::<Element>().filter(|element| fits(element)) {
                self.clear_until(Some(&node));
                self.go_on(&node);
                return Some(element.clone());
            }
            at = self.until(node.next_sibling());
        }
        None
    }

    /// The node of a text. Where other nodes say the same, such as a word that somebody has put into an element, they stay, and
    /// the node is nowhere. So it is where a translator has replaced a text that stands `alone` and never changes.
    pub fn text(&self, text: &str, alone: bool) -> Node {
        let next = self.next();
        if let Some(node) = next.as_ref().filter(|node| node.node_type() == Node::TEXT_NODE)
            && let Some(end) = end_of(text, &node.node_value().unwrap_or_default())
        {
            let node = node.unchecked_ref::<web_sys::Text>();
            if end < node.length() {
                let _ = node.split_text(end);
            }
            if node.data() != text {
                node.set_data(text);
            }
            self.go_on(node);
            return node.clone().into();
        }
        let new: Node = Rndr::create_text_node(text).into();
        match next {
            Some(font) if alone && font.node_name() == "FONT" => self.go_on(&font),
            // Space alone is in every element that says nothing, and those are our own.
            _ if !text.trim_ascii().is_empty() && self.skip_same(text) => {}
            _ => self.insert(&new),
        }
        new
    }

    /// Goes past nodes that say `text` together.
    fn skip_same(&self, text: &str) -> bool {
        let (mut at, mut said) = (self.next(), String::new());
        while let Some(node) = at {
            if node.node_type() != Node::COMMENT_NODE {
                said += &node.text_content().unwrap_or_default();
            }
            if said.trim_ascii() == text.trim_ascii() {
                self.go_on(&node);
                return true;
            }
            if said.len() > text.len() {
                return false;
            }
            at = self.until(node.next_sibling());
        }
        false
    }

    /// Takes away what stands from the next node on.
    pub fn end(&self) {
        self.clear_until(None);
    }

    fn clear_until(&self, end: Option<&Node>) {
        let mut at = self.next();
        while let Some(node) = at.filter(|node| Some(node) != end) {
            at = self.until(node.next_sibling());
            if is_stray(&node) {
                let _ = self.parent.remove_child(&node);
            }
        }
    }
}

/// Puts a node into an element. Fails in silence where `before` has left it.
pub fn insert(parent: &Element, node: &Node, before: Option<&Node>) {
    let _ = parent.insert_before(node, before);
}

/// Where `text` ends in what a node says from its start on, in UTF-16 units. Space at its ends does not count: there it may have
/// been taken out.
fn end_of(text: &str, said: &str) -> Option<u32> {
    let rest = said.strip_prefix(text).or_else(|| said.trim_ascii_start().strip_prefix(text.trim_ascii()))?;
    let end = said.len() - rest.len();
    (!text.is_empty()).then(|| said[..end].chars().map(|sign| sign.len_utf16() as u32).sum())
}

/// Whether a node that is not ours could be read or used.
fn is_stray(node: &Node) -> bool {
    let is_used = |element: &Element| {
        element.matches(CONTROLS).unwrap_or(false)
            || element.query_selector(CONTROLS).is_ok_and(|found| found.is_some())
    };
    let says = |node: &Node| node.text_content().is_some_and(|text| !text.trim_ascii().is_empty());
    node.node_type() != Node::COMMENT_NODE && (says(node) || node.dyn_ref().is_some_and(is_used))
}

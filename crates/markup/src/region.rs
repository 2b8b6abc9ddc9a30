//! Where something stands that changes: whatever others put there in the meantime, all of it is replaced.

use web_sys::{Comment, Element, Node};

/// The nodes between two comments.
#[derive(Clone)]
pub struct Region {
    pub start: Comment,
    pub end: Comment,
}

impl Region {
    /// Whether a node stands there, and nothing else: translators put others in its place, and extensions take words out of it.
    pub fn holds_only(&self, node: &Node) -> bool {
        let [start, end]: [&Node; 2] = [&self.start, &self.end];
        node.previous_sibling().as_ref() == Some(start) && node.next_sibling().as_ref() == Some(end)
    }

    /// Takes away what stands there. Returns the element that it is in, unless that is nowhere or the region is no longer whole.
    pub fn clear(&self) -> Option<Element> {
        let (start, parent): (&Node, _) = (&self.start, self.end.parent_element()?);
        if start.parent_element().as_ref() != Some(&parent) {
            return None;
        }
        while let Some(node) = self.end.previous_sibling().filter(|node| node != start) {
            let _ = parent.remove_child(&node);
        }
        Some(parent)
    }

    /// Takes it off the page.
    pub fn remove(&self) {
        self.clear();
        self.start.remove();
        self.end.remove();
    }
}

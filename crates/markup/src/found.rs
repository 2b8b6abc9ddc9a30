//! Where the nodes of a prerendered page are found.

use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::view::{Position, PositionState};
use web_sys::{Comment, Node};

/// The way through nodes that came as HTML; `None` where nodes are to be made.
pub type Found<'a> = Option<(&'a Cursor, &'a PositionState)>;

/// The comment that marks a place.
pub fn marker(found: Found<'_>) -> Comment {
    match found {
        None => Rndr::create_placeholder(),
        Some((cursor, position)) => cursor.next_placeholder(position),
    }
}

/// The node of a text.
pub fn text_node(text: &str, found: Found<'_>) -> Node {
    let Some((cursor, position)) = found else { return Rndr::create_text_node(text).into() };
    let after_text = position.get() == Position::NextChildAfterText;
    step(cursor, position);
    if after_text {
        // An empty comment keeps two texts apart.
        cursor.sibling();
    }
    position.set(Position::NextChildAfterText);
    cursor.current()
}

/// Goes on to the next node, or into the element that has just been opened.
pub fn step(cursor: &Cursor, position: &PositionState) {
    match position.get() {
        Position::FirstChild => cursor.child(),
        Position::Current => {}
        _ => cursor.sibling(),
    }
}

/// A way of its own from the same place, for what outlives the first.
pub fn owned(found: Found<'_>) -> Option<(Cursor, PositionState)> {
    found.map(|(cursor, position)| (cursor.clone(), position.clone()))
}

/// The way that [`owned`] has kept.
pub fn borrowed(found: Option<&(Cursor, PositionState)>) -> Found<'_> {
    found.map(|(cursor, position)| (cursor, position))
}

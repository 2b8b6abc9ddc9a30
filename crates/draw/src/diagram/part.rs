//! What can be pointed at, selected and drawn on its own.

/// A part of a diagram, by its position in the model's vectors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A boundary.
    Group(usize),
    /// An arrow.
    Edge(usize),
    /// A box.
    Node(usize),
}

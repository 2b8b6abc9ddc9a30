//! What the tree asks of a browser. Knows no tree.

pub mod activity;
pub mod in_view;
pub mod listen;
pub(crate) mod place;

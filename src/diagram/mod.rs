//! A pipeline of values from a `model::Diagram` to a scene and from input to a camera. Never draws.

pub mod layout;

//! Diagrams and charts as shapes: geometry, numbers to shapes in [`chart`], and in [`diagram`] a pipeline from a checked
//! diagram to a scene, and from input to a camera.
//!
//! Promises the same shapes for the same values on every machine: sizes of words come from a table, not from fonts. Never
//! draws, never names a browser or a framework, and never asks for the time.

pub mod chart;
pub mod diagram;
pub mod geometry;

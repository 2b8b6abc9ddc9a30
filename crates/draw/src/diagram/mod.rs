//! A pipeline of values from a `model::Diagram` to a scene and from input to a camera. Never draws.
//!
//! `Diagram` → [`graph`] (sizes from [`measure`]) → [`layout`] → [`compose`] → [`scene`] (world px, colour roles). Back: an
//! [`gesture::Input`] becomes an [`gesture::Action`], which moves the [`camera`] or asks [`hit_test`];
//! [`walk`] answers the keys that lead from node to node, [`focus`] says what a selection highlights, and [`flow`] what
//! happens step by step. [`mirror`] turns all of that for who reads from right to left. [`bundle`] joins edges that are seen from afar, [`svg`] writes a scene down, [`view_state`] a
//! camera, and [`exchange`] is the way from JSON to a layout and back, for those who want to measure it.

pub mod afar;
pub mod boundary;
pub mod bundle;
pub mod camera;
pub mod cluster;
pub mod compose;
pub mod exchange;
pub mod flow;
pub mod focus;
pub mod gesture;
pub mod glyph;
pub mod graph;
pub mod grid;
pub mod hit_test;
pub mod icon;
pub mod ink;
pub mod layout;
pub mod level;
pub mod limit;
pub mod measure;
pub mod minimap;
pub mod mirror;
pub mod motion;
pub mod names;
pub mod outline;
pub mod part;
pub mod path;
pub mod picture;
pub mod plan;
pub mod plate;
pub mod raster;
pub mod scene;
pub mod svg;
pub mod view_state;
pub mod walk;
pub mod wheel;
pub mod wrap;

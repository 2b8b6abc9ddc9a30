//! Diagrams and charts, in one binary.

mod afar;
mod boundary;
mod bundle;
mod calendar;
mod camera;
mod exchange;
mod first_view;
mod flow;
mod focus;
mod gesture;
mod golden;
mod grid;
mod hit_test;
mod icon;
mod layout;
mod layout_flow;
mod layout_fold;
mod layout_group;
mod layout_hub;
mod layout_large;
mod layout_straight;
mod level;
mod limit;
mod minimap;
mod mirror;
mod outline;
mod pinned;
mod radar;
mod raster;
mod scene;
mod sequence;
mod svg;
mod walk;
mod words;

/// The text of a file of the project.
fn project_file(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

//! `bench`: what we do beside what others do, measured in one run on one machine. No test: nothing depends on it.

mod layout;
mod render;
mod site;

use std::process::ExitCode;

use anyhow::Result;

/// What is measured.
#[derive(clap::Subcommand)]
pub enum Bench {
    /// The layout of diagrams, against dagre, ELK, d3-dag and Graphviz
    Layout(layout::Options),
    /// The drawing of diagrams, against React Flow, vis-network and Cytoscape.js
    Render(render::Options),
    /// A visit to the site, against the same text without a program and a portfolio written with React
    Site(site::Options),
}

/// Measures and prints a table.
///
/// # Errors
/// When the set-up, a build or the measuring fails.
pub fn run(what: &Bench) -> Result<ExitCode> {
    match what {
        Bench::Layout(options) => layout::run(options),
        Bench::Render(options) => render::run(options),
        Bench::Site(options) => site::run(options),
    }
}

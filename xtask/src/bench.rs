//! `bench`: what we do beside what others do, measured in one run on one machine. No test: nothing depends on it.

mod dev;
mod layout;
mod render;
mod site;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;

use crate::setup::Machine;
use crate::step;

/// What is measured.
#[derive(clap::Subcommand)]
pub enum Bench {
    /// The layout of diagrams, against dagre, ELK, d3-dag and Graphviz
    Layout(layout::Options),
    /// The drawing of diagrams, against React Flow, vis-network and Cytoscape.js
    Render(render::Options),
    /// A visit to the site, against the same text without a program and a portfolio written with React
    Site(site::Options),
    /// From a save to what is seen, with `vitrine dev`
    Dev(dev::Options),
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
        Bench::Dev(options) => dev::run(options),
    }
}

/// Bundles pages of others for a folder, as a site of theirs would be.
///
/// # Errors
/// When esbuild fails.
fn bundle(machine: &Machine, pages: impl IntoIterator<Item = PathBuf>, folder: &Path) -> Result<()> {
    let mut outdir = OsString::from("--outdir=");
    outdir.push(folder);
    let mut esbuild = machine.command("esbuild");
    esbuild.args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning", "--jsx=automatic"]);
    esbuild.arg("--define:process.env.NODE_ENV=\"production\"").arg(outdir);
    step::run(esbuild.args(pages), "The lines above say why.")
}

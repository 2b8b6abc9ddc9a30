//! `bench render`: diagrams of the built site against the graph libraries, in one browser, with the same graphs.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::Result;
use vitrine_frame::BasePath;

use crate::setup::Machine;
use crate::{build, packages, place, step};

const PAGES: &[&str] = &["react-flow.jsx", "vis-network.js", "cytoscape.js", "empty.js"];

/// What to draw, and with what.
#[derive(clap::Args)]
pub struct Options {
    /// How many nodes the graphs have
    #[arg(long, default_value = "12,100,1000,10000", value_name = "COUNTS")]
    sizes: String,
    /// Some only: ours, react-flow, vis-network, cytoscape
    #[arg(long, value_name = "NAMES")]
    engines: Option<String>,
    /// Each figure is the median of so many visits
    #[arg(long, default_value_t = 3, value_name = "TIMES")]
    repeat: u32,
    /// Write all figures to this file, too
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// Builds the site and the others' pages, then runs `bench/render/run.mjs`.
///
/// # Errors
/// When the set-up, a build or the measuring fails.
pub fn run(options: &Options) -> Result<ExitCode> {
    let machine = Machine::ready()?;
    packages::ready()?;
    let dist = place::dist();
    build::Site::own(&BasePath::default(), &dist).build_if_stale(&machine)?;
    let peers = place::generated().join("bench-render");
    let pages = place::project().join("bench/render/page");
    super::bundle(&machine, PAGES.iter().map(|page| pages.join(page)), &peers)?;

    step::announce("Draw, drag and zoom the same graphs with every library", "up to 15 minutes");
    let mut node = Command::new("node");
    node.arg(place::project().join("bench/render/run.mjs"))
        .args(["--sizes", &options.sizes, "--repeat", &options.repeat.to_string()])
        .env("VITRINE_DIST", dist)
        .env("VITRINE_BENCH_PEERS", peers);
    if let Some(engines) = &options.engines {
        node.args(["--engines", engines]);
    }
    if let Some(file) = &options.json {
        node.arg("--json").arg(file);
    }
    step::run(&mut node, "The lines above say why.")?;
    Ok(ExitCode::SUCCESS)
}

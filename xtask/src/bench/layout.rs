//! `bench layout`: our layout in wasm against the layout libraries, all in Node, on the same graphs.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::frame::program::optimise;
use crate::setup::Machine;
use crate::tool::Tool;
use crate::{packages, place, step};

/// What to lay out, and with what.
#[derive(clap::Args)]
pub struct Options {
    /// How many nodes the made graphs have; each is drawn with groups and without
    #[arg(long, default_value = "12,100,1000,10000", value_name = "COUNTS")]
    sizes: String,
    /// Some engines only: ours, dagre, elk, d3-dag, d3-dag-fast, dot
    #[arg(long, value_name = "NAMES")]
    engines: Option<String>,
    /// The share of arrows with a label in the made graphs, from 0 to 1
    #[arg(long, default_value_t = 0.3, value_name = "SHARE")]
    labelled: f64,
    /// After how many seconds an engine is stopped
    #[arg(long, default_value_t = 60, value_name = "SECONDS")]
    limit: u32,
    /// Leave out the diagrams of the portfolios in public/
    #[arg(long)]
    made_only: bool,
    /// Leave a picture of every drawing here, as SVG
    #[arg(long, value_name = "FOLDER")]
    pictures: Option<PathBuf>,
    /// Write all figures to this file, too
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// Builds the layout for Node, then runs `bench/layout/run.mjs`.
///
/// # Errors
/// When the set-up, the build or the measuring fails.
pub fn run(options: &Options) -> Result<ExitCode> {
    let machine = Machine::ready()?;
    packages::ready()?;
    let program = program(&machine)?;
    step::announce("Lay out the same graphs with every engine", "up to 20 minutes");
    let mut node = Command::new("node");
    node.arg(place::project().join("bench/layout/run.mjs"))
        .args(["--sizes", &options.sizes, "--limit", &options.limit.to_string()])
        .args(["--labelled", &options.labelled.to_string()])
        .args(["--bundled", if options.made_only { "false" } else { "true" }])
        .env("VITRINE_BENCH_WASM", program);
    if let Some(engines) = &options.engines {
        node.args(["--engines", engines]);
    }
    for (name, path) in [("--pictures", &options.pictures), ("--json", &options.json)] {
        if let Some(path) = path {
            node.arg(name).arg(path);
        }
    }
    step::run(&mut node, "The lines above say why.")?;
    Ok(ExitCode::SUCCESS)
}

/// The crate `bench`, compiled as the site is; returns the script that loads it.
fn program(machine: &Machine) -> Result<PathBuf> {
    step::announce("Build the layout for Node", "a minute the first time");
    let mut cargo = machine.command("cargo");
    cargo.args(["build", "--locked", "--release", "--target", "wasm32-unknown-unknown", "--package", "vitrine-bench"]);
    step::run(&mut cargo, "The lines above say what is wrong.")?;
    let out = place::generated().join("bench");
    let wasm = place::built("release", "vitrine_bench.wasm")?;
    let mut bindgen = Command::new(Tool::wasm_bindgen()?.ready()?);
    bindgen.args(["--target", "nodejs", "--no-typescript", "--out-name", "vitrine", "--out-dir"]);
    step::run(bindgen.arg(&out).arg(wasm), "The lines above say what is wrong.")?;
    optimise(machine, &out.join("vitrine_bg.wasm"))?;
    // It is CommonJS, and the project's own package.json says that scripts are not.
    std::fs::write(out.join("package.json"), "{}").context("cannot write into target/vitrine/bench")?;
    Ok(out.join("vitrine.js"))
}

//! `bench dev`: from a save to what is seen in the browser, by the command as authors have it.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::setup::Machine;
use crate::{packages, place, step};

/// How to measure.
#[derive(clap::Args)]
pub struct Options {
    /// How often to save
    #[arg(long, default_value_t = 40, value_name = "TIMES")]
    repeat: u32,
    /// Measure this `mdbook` in the same run
    #[arg(long, value_name = "FILE")]
    mdbook: Option<PathBuf>,
}

/// Packs the command, then runs `bench/dev/run.mjs`.
///
/// # Errors
/// When the set-up, the build or the measuring fails.
pub fn run(options: &Options) -> Result<ExitCode> {
    Machine::ready()?;
    packages::ready()?;
    let command = crate::pack::command()?;
    step::announce("Save and look", "a minute");
    let mut node = Command::new("node");
    node.arg(place::project().join("bench/dev/run.mjs")).arg("--command").arg(command);
    node.args(["--repeat", &options.repeat.to_string()]);
    if let Some(mdbook) = &options.mdbook {
        node.arg("--mdbook").arg(mdbook);
    }
    step::run(&mut node, "The lines above say why.")?;
    Ok(ExitCode::SUCCESS)
}

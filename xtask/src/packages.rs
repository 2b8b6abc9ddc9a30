//! The packages from npm that tests and benches use.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{place, step};

/// Brings the folder `node_modules` to what package-lock.json asks for.
///
/// # Errors
/// When there is no npm or it fails.
pub fn ready() -> Result<()> {
    let project = place::project();
    // Npm writes this file last, so that it is newer than the lock file exactly when it matches.
    let installed = modified(project.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= modified(project.join("package-lock.json")) {
        return Ok(());
    }
    step::announce("Install the packages that tests and benches use", "up to a minute");
    let npm = which::which("npm").context("there is no npm: install Node 20 or newer")?;
    let mut command = Command::new(npm);
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(project);
    step::run(&mut command, "Check that npm's registry can be reached.")
}

fn modified(path: PathBuf) -> Option<std::time::SystemTime> {
    path.metadata().and_then(|found| found.modified()).ok()
}

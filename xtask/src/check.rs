//! `check`: lists every problem of a portfolio file.

use std::path::Path;
use std::process::ExitCode;

/// Reads the portfolio at `file` and prints each problem with its place. Fails when there is any.
///
/// # Errors
/// When the file cannot be read.
pub fn run(file: &Path) -> anyhow::Result<ExitCode> {
    anyhow::bail!("checking {} is not there yet", file.display())
}

//! The command `vitrine`, compiled from this checkout: the chores that are an author's, too, are its.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::OnceLock;

use anyhow::{Context, Result};

use crate::{place, step};

/// The package that it is compiled from.
const PACKAGE: &str = "vitrine-cli";

/// The program, compiled if need be: cargo is asked once.
///
/// # Errors
/// When it does not compile.
pub fn ready() -> Result<PathBuf> {
    static READY: OnceLock<PathBuf> = OnceLock::new();
    if let Some(program) = READY.get() {
        return Ok(program.clone());
    }
    step::announce("Compile what renders pages", "2 to 3 minutes the first time, else seconds");
    step::compile("vitrine", &mut build(), place::crates_of(PACKAGE, None))?;
    let program = program()?;
    Ok(READY.get_or_init(|| program).clone())
}

fn build() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--locked", "--package", PACKAGE]).current_dir(place::project());
    cargo
}

fn program() -> Result<PathBuf> {
    Ok(place::target()?.join("debug").join(format!("vitrine{}", std::env::consts::EXE_SUFFIX)))
}

/// Lists every problem of a portfolio file.
///
/// # Errors
/// When the command does not compile or start.
pub fn check(file: &Path) -> Result<ExitCode> {
    // As quiet as can be, since its output is what one came for.
    if !program()?.is_file() {
        ready()?;
    }
    step::run(build().arg("--quiet"), "The lines above say what is wrong.")?;
    let status = Command::new(program()?).arg("check").arg(file).status().context("cannot start vitrine")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

//! `pack`: the command `vitrine` with the front end in it, as it goes to people who have no checkout.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use vitrine_frame::Frame;

use crate::frame::Grade;
use crate::setup::Machine;
use crate::{frame, place, step};

/// The profile that it is compiled in.
const PROFILE: &str = "dist";

/// How far to go.
#[derive(clap::Args)]
pub struct Options {
    /// Only pack the front end; cargo makes it part of the command whenever that is compiled after this
    #[arg(long)]
    front_end: bool,
}

/// Packs the front end, and compiles the command with it.
///
/// # Errors
/// When the front end can't be made, or the command does not compile.
pub fn run(options: &Options) -> Result<ExitCode> {
    if options.front_end {
        pack()?;
        return Ok(ExitCode::SUCCESS);
    }
    let command = command()?;
    let size = fs::metadata(&command).with_context(|| format!("there is no {}", command.display()))?.len();
    println!("\nThe command is {} ({:.1} MB)", command.display(), size as f64 / 1e6);
    Ok(ExitCode::SUCCESS)
}

/// The whole command, as it goes to people.
///
/// # Errors
/// As [`run`].
pub fn command() -> Result<PathBuf> {
    pack()?;
    step::announce("Compile the command", "10 minutes the first time");
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--locked", "--package", "vitrine-cli", "--profile", PROFILE]).current_dir(place::project());
    step::run(&mut cargo, "The lines above say what is wrong.")?;
    Ok(place::target()?.join(PROFILE).join(format!("vitrine{}", std::env::consts::EXE_SUFFIX)))
}

/// Makes the front end if need be, and packs it.
fn pack() -> Result<()> {
    let machine = Machine::ready()?;
    frame::if_stale(&machine, Grade::Finished)?;
    let packed = Frame::pack(&frame::folder(Grade::Finished))?;
    let file = packed_file();
    // The same bytes leave the file as it is, so that nothing is compiled for them.
    if fs::read(&file).ok().as_ref() != Some(&packed) {
        fs::write(&file, &packed).with_context(|| format!("cannot write {}", file.display()))?;
    }
    step::note(&format!("The front end is packed: {} kB.", packed.len() / 1000));
    Ok(())
}

/// Where `crates/cli/build.rs` looks for it.
fn packed_file() -> PathBuf {
    place::project().join("crates/cli/front-end/front-end.zip")
}

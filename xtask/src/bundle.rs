//! `bundle`: the files that index.html links and nobody keeps: trunk has this run before each of its builds.

use std::fs;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::frame::{icons, style};
use crate::setup::Machine;
use crate::{cli, fingerprint, frame, place, step};

/// Writes `target/vitrine/style.css`, `boot.js` and `icons.svg`.
///
/// # Errors
/// When a file can't be read or written, or a tool fails.
pub fn run() -> Result<ExitCode> {
    let machine = Machine::ready()?;
    place::generate("style.css", style::joined()?.as_bytes())?;
    place::generate("boot.js", &frame::boot(&machine)?)?;
    // What picks icons has all of the page in it, so it is compiled only where other icons may be picked.
    let made_of = fingerprint::of(&["public", "crates/site/src/icons.rs"], machine.versions())?;
    let mark = place::generated().join("icons.made-of");
    if fs::read_to_string(&mark).is_ok_and(|noted| noted == made_of) {
        return Ok(ExitCode::SUCCESS);
    }
    place::generate("icons.tsv", &icons::library()?.bytes)?;
    let mut pick = Command::new(cli::ready()?);
    pick.args(["icons", "--library"]).arg(place::generated().join("icons.tsv"));
    let sprite = step::answer(pick.arg("--files").arg(place::project().join("public")));
    place::generate("icons.svg", sprite.context("vitrine could not pick the icons")?.as_bytes())?;
    fs::write(&mark, made_of).with_context(|| format!("cannot write {}", mark.display()))?;
    Ok(ExitCode::SUCCESS)
}

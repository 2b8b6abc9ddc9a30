//! `bundle`: the files that index.html links and nobody keeps: trunk has this run before each of its builds.

use std::fs;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::frame::{icons, style};
use crate::setup::Machine;
use crate::{cli, fingerprint, frame, place, step};

/// Writes `target/vitrine/style.css`, `boot.js`, `icons.svg` and `words.html`.
///
/// # Errors
/// When a file can't be read or written, or a tool fails.
pub fn run() -> Result<ExitCode> {
    let machine = Machine::ready()?;
    place::generate("style.css", style::joined()?.concat().as_bytes())?;
    place::generate("boot.js", &frame::boot(&machine)?)?;
    // What picks icons and knows words has all of the page in it, so it is compiled only where others may come of it.
    let made_of = fingerprint::of(&["public", "crates/site/src/icons.rs", "crates/words"], machine.versions())?;
    let mark = place::generated().join("bundle.made-of");
    if fs::read_to_string(&mark).is_ok_and(|noted| noted == made_of) {
        return Ok(ExitCode::SUCCESS);
    }
    place::generate("icons.tsv", &icons::library()?.bytes)?;
    let mut pick = Command::new(cli::ready()?);
    pick.args(["icons", "--library"]).arg(place::generated().join("icons.tsv"));
    let sprite = step::answer(pick.arg("--files").arg(place::project().join("public")));
    place::generate("icons.svg", sprite.context("vitrine could not pick the icons")?.as_bytes())?;
    let words = step::answer(Command::new(cli::ready()?).args(["words", "--page"]));
    place::generate("words.html", words.context("vitrine could not print the words")?.as_bytes())?;
    fs::write(&mark, made_of).with_context(|| format!("cannot write {}", mark.display()))?;
    Ok(ExitCode::SUCCESS)
}

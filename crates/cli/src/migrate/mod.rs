//! `migrate`: files of an earlier version of the format in the words of this one.

mod rewrite;

use std::io::{IsTerminal as _, stderr, stdin};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use anyhow::{Context as _, Result};
use similar::TextDiff;
use vitrine_model::folder::Folder;

use crate::folder::album;
use crate::portfolio_file::NotText;
use crate::terminal::{Terminal, print};
use crate::{PROBLEMS, portfolio_file, replace};
use rewrite::{Rewritten, rewritten};

/// Which files, and whether they are written unasked.
#[derive(clap::Args)]
pub struct Options {
    /// The portfolio files to rewrite (default: the one of this folder)
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write without a question
    #[arg(long, short)]
    yes: bool,
}

/// What became of a file.
enum Done {
    /// It is written, or there was nothing to do.
    Well,
    /// It is no portfolio, or is left as it is.
    Left,
}

/// Shows what changes in each file, asks, and writes it.
///
/// # Errors
/// When a file can't be read or written.
pub fn run(options: &Options, terminal: Terminal) -> Result<ExitCode> {
    let files = match &options.files[..] {
        [] => vec![portfolio_file::find(None)?],
        files => files.iter().map(|file| portfolio_file::find(Some(file))).collect::<Result<_>>()?,
    };
    let mut is_well = true;
    for file in files {
        is_well &= matches!(migrate(&file, options.yes, terminal)?, Done::Well);
    }
    Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::from(PROBLEMS) })
}

fn migrate(file: &Path, is_meant: bool, terminal: Terminal) -> Result<Done> {
    let name = file.display();
    let text = match portfolio_file::read(file) {
        Err(error) if error.is::<NotText>() => {
            terminal.fail(error);
            return Ok(Done::Left);
        }
        text => text?,
    };
    let folder: Rc<dyn Folder> = album(file);
    let Rewritten { text: new, changes } = match rewritten(&text, &folder) {
        Ok(rewritten) => rewritten,
        Err(fault) => {
            terminal.fail(format_args!("{name} is left as it is: {fault}"));
            return Ok(Done::Left);
        }
    };
    if changes.is_empty() {
        terminal.say(format_args!("{name} is in the words of this version already: there is nothing to do."));
        return Ok(Done::Well);
    }
    print(difference(&text, &new, &name.to_string(), terminal.has_colour()));
    for change in &changes {
        terminal.say(format_args!("  {change}"));
    }
    let can_ask = stdin().is_terminal() && stderr().is_terminal();
    let is_wanted = match (is_meant, can_ask) {
        (true, _) => true,
        (false, true) => cliclack::confirm(format!("Write {name}?")).interact().context("no answer")?,
        (false, false) => {
            terminal
                .say(format_args!("{name} is left as it is: there is no terminal to ask at. Add --yes to write it."));
            return Ok(Done::Left);
        }
    };
    if !is_wanted {
        terminal.say(format_args!("{name} is left as it is."));
        return Ok(Done::Left);
    }
    // What was typed into it meanwhile stays.
    anyhow::ensure!(portfolio_file::read(file)? == text, "{name} has changed meanwhile; run this again");
    replace::file(file, new.as_bytes())?;
    terminal.say(format_args!("Wrote {name}. It reads as before."));
    Ok(Done::Well)
}

/// What changes, as `diff -u` shows it.
fn difference(old: &str, new: &str, name: &str, has_colour: bool) -> String {
    let difference = TextDiff::from_lines(old, new);
    let text = difference.unified_diff().context_radius(2).header(name, name).to_string();
    if !has_colour {
        return text;
    }
    let line = |line: &str| {
        let colour = match line.as_bytes().first() {
            Some(b'+') => "\x1b[32m",
            Some(b'-') => "\x1b[31m",
            Some(b'@') => "\x1b[36m",
            _ => return line.to_owned(),
        };
        [colour, line.trim_end_matches('\n'), "\x1b[0m", if line.ends_with('\n') { "\n" } else { "" }].concat()
    };
    text.split_inclusive('\n').map(line).collect()
}

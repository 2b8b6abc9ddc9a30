//! `migrate`: files of an earlier version of the format in the words of this one.

mod rewrite;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use anyhow::Result;
use vitrine_model::folder::Folder;

use crate::change::{Change, Consent};
use crate::folder::album;
use crate::portfolio_file::NotText;
use crate::terminal::{Terminal, print};
use crate::{PROBLEMS, portfolio_file};
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
    let change = Change { file, before: Some(&text), after: &new };
    print(change.diff(terminal.has_colour()));
    for line in &changes {
        terminal.say(format_args!("  {line}"));
    }
    match change.consent(is_meant, false)? {
        Consent::Given => change.write()?,
        Consent::Refused => {
            terminal.say(format_args!("{name} is left as it is."));
            return Ok(Done::Left);
        }
        Consent::NobodyToAsk => {
            terminal
                .say(format_args!("{name} is left as it is: there is no terminal to ask at. Add --yes to write it."));
            return Ok(Done::Left);
        }
    }
    terminal.say(format_args!("Wrote {name}. It reads as before."));
    Ok(Done::Well)
}

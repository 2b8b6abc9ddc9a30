//! Somebody's commits, as the program `git` tells of them.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use vitrine_import::{Import, git};

use super::input;
use crate::terminal::Terminal;

/// Reads repositories, and files that hold what `git log` has said.
///
/// # Errors
/// When git is not there, or one of them is no repository.
pub fn read(inputs: &[PathBuf], authors: &[String], terminal: Terminal) -> Result<Import> {
    let here = [PathBuf::from(".")];
    let inputs = if inputs.is_empty() { &here } else { inputs };
    let logs: Result<Vec<(String, String)>> = inputs
        .iter()
        .map(|path| {
            if path.is_dir() {
                return terminal.step("Reading the history", || log(path, authors));
            }
            Ok((input::name(path), input::text(path)?))
        })
        .collect();
    Ok(git::read(&logs?, crate::build::today())?)
}

/// What a repository is called, and its log.
fn log(folder: &Path, authors: &[String]) -> Result<(String, String)> {
    let own;
    let authors = if authors.is_empty() {
        let mail = run(folder, &["config", "user.email"])
            .ok()
            .map(|mail| mail.trim().to_owned())
            .filter(|mail| !mail.is_empty())
            .context("git does not know your mail address; say it with --author ada@example.org")?;
        own = [mail];
        &own[..]
    } else {
        authors
    };
    // An address is meant as a whole.
    let authors = authors.iter().map(|author| {
        if author.contains('@') && !author.contains('<') { format!("<{author}>") } else { author.clone() }
    });
    let authors: Vec<String> = authors.map(|author| format!("--author={author}")).collect();
    let mut arguments = git::ARGUMENTS.to_vec();
    arguments.extend(["--fixed-strings", "--regexp-ignore-case"]);
    arguments.extend(authors.iter().map(String::as_str));
    let log = run(folder, &arguments)?;
    let name = folder.canonicalize().ok().and_then(|folder| Some(folder.file_name()?.to_string_lossy().into_owned()));
    Ok((name.unwrap_or_else(|| "git".to_owned()), log))
}

fn run(folder: &Path, arguments: &[&str]) -> Result<String> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output();
    let output =
        output.context("cannot start git; install it, or give a file with what `git log --date=short` says")?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("git says of {}: {}", folder.display(), said.trim().trim_start_matches("fatal: "));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

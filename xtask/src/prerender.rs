//! Every page of a portfolio as a file, rendered by the program that the browser runs, compiled for this machine.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::base_path::BasePath;
use crate::{check, place, step};

/// The portfolio that a site shows unless another is named, and the name that it has in the site.
pub const PORTFOLIO: &str = "portfolio.json";

/// Writes the pages of `portfolio` into `dist`, a site that is complete but for them, and makes it the site's own.
///
/// # Errors
/// When the portfolio can't be read or the renderer can't be compiled.
pub fn prerender(portfolio: &Path, base: &BasePath, dist: &Path) -> Result<()> {
    step::announce("Render the pages", "a minute or two the first time, then seconds");
    check::warn(portfolio)?;
    let own = dist.join(PORTFOLIO);
    if fs::read(portfolio).ok() != fs::read(&own).ok() {
        fs::copy(portfolio, &own).with_context(|| format!("cannot copy {}", portfolio.display()))?;
    }
    let mut renderer = Command::new("cargo");
    renderer.current_dir(place::project()).args(["run", "--quiet", "--locked", "--no-default-features"]);
    renderer.args(["--features", "ssr", "--bin", "prerender", "--"]);
    renderer.arg(dist.join("index.html")).arg(&own).arg(base.as_str()).arg(dist).args(changed(portfolio));
    step::run(&mut renderer, "`cargo xtask check FILE` lists the problems of a portfolio.")
}

/// The day on which a file last changed, if git knows: today, where that has not been committed.
fn changed(file: &Path) -> Option<String> {
    let file = file.canonicalize().ok()?;
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.args(arguments).arg("--").arg(file.file_name()?).current_dir(file.parent()?);
        // Everybody's day, wherever the change was made.
        step::answer(git.env("TZ", "UTC"))
    };
    // What git has not been told of is new.
    if !git(&["status", "--porcelain", "--ignored"])?.is_empty() {
        return Some("today".to_owned());
    }
    let last = git(&["log", "-1", "--format=%H %cd", "--date=format-local:%Y-%m-%d"])?;
    let (commit, day) = last.split_once(' ')?;
    if cuts(file.parent()?).contains(commit) {
        step::note(
            "The history of this clone begins later than the last change may have been, so that is dated too late.",
        );
        step::note(
            "To have the right day, fetch all of it: `git fetch --unshallow`, or `fetch-depth: 0` in a workflow.",
        );
    }
    Some(day.to_owned())
}

/// The commits at which the history of a clone was cut, one a line.
fn cuts(folder: &Path) -> String {
    let mut git = Command::new("git");
    git.args(["rev-parse", "--git-path", "shallow"]).current_dir(folder);
    step::answer(&mut git).and_then(|file| fs::read_to_string(folder.join(file)).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portfolio_is_as_old_as_its_last_change() {
        let folder = std::env::temp_dir().join(format!("vitrine-changed-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let (file, other) = (folder.join("portfolio.json"), folder.join("other.json"));
        fs::write(&file, "{}").unwrap();
        assert_eq!(changed(&file), None, "without a history nobody knows");
        let git = |arguments: &[&str], date: &str| {
            let mut git = Command::new("git");
            git.args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]);
            git.args(arguments).current_dir(&folder).env("GIT_AUTHOR_DATE", date).env("GIT_COMMITTER_DATE", date);
            assert!(git.output().unwrap().status.success(), "git {arguments:?}");
        };
        let commit = |date: &str| {
            git(&["add", "."], date);
            git(&["commit", "-q", "-m", "x"], date);
        };
        git(&["init", "-q"], "");
        assert_eq!(changed(&file).as_deref(), Some("today"), "what is new is of today");
        commit("2026-03-01T01:00:00+0900");
        fs::write(&other, "{}").unwrap();
        commit("2026-04-01T12:00:00+0000");
        assert_eq!(changed(&file).as_deref(), Some("2026-02-28"), "the day in UTC, whatever else has changed");
        fs::write(&file, "{ }").unwrap();
        assert_eq!(changed(&file).as_deref(), Some("today"), "what was edited is of today");
        fs::remove_dir_all(&folder).unwrap();
    }
}

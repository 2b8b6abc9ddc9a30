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

/// The day on which a file last changed, if git knows.
fn changed(file: &Path) -> Option<String> {
    let file = file.canonicalize().ok()?;
    let mut log = Command::new("git");
    log.args(["log", "-1", "--format=%cs", "--"]).arg(file.file_name()?).current_dir(file.parent()?);
    step::answer(&mut log).filter(|day| !day.is_empty())
}

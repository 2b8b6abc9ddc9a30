//! `build`: the finished release site in dist/.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::base_path::BasePath;
use crate::setup::Machine;
use crate::{deliver, fingerprint, frame, place, prerender, step};

/// What to build.
#[derive(clap::Args)]
pub struct Options {
    /// The path the site will be mounted at
    #[arg(long, default_value = "/", value_name = "PATH")]
    public_url: BasePath,
    /// The portfolio to render
    #[arg(long, default_value_os_t = place::project().join("public/portfolio.json"), value_name = "FILE", hide_default_value = true)]
    portfolio: PathBuf,
    /// Render no pages: one page that loads the portfolio when it is visited
    #[arg(long, conflicts_with = "portfolio")]
    generic: bool,
    /// Where the finished site goes
    #[arg(long, default_value_os_t = place::dist(), value_name = "FOLDER", hide_default_value = true)]
    dist: PathBuf,
}

/// Builds, whether or not anything changed.
///
/// # Errors
/// When the set-up or the build fails.
pub fn run(options: &Options) -> Result<ExitCode> {
    let machine = Machine::ready()?;
    let portfolio = (!options.generic).then_some(options.portfolio.as_path());
    frame::build(&machine, &options.public_url)?;
    pages(&machine, portfolio, &options.public_url, &options.dist)?;
    report(&options.dist)?;
    Ok(ExitCode::SUCCESS)
}

/// Builds unless `dist` already holds the site of the project's own portfolio, made from the same sources for the same path.
///
/// # Errors
/// When the build fails.
pub fn if_stale(machine: &Machine, base: &BasePath, dist: &Path) -> Result<()> {
    let portfolio = place::project().join("public").join(prerender::PORTFOLIO);
    if stale(machine, Some(&portfolio), base, dist)? { report(dist) } else { Ok(()) }
}

/// The same for a site of any portfolio, or of none: a generic one. Sites for one path share all but their pages, so every
/// further one takes seconds. Says whether there was something to do.
///
/// # Errors
/// When the build fails.
pub fn stale(machine: &Machine, portfolio: Option<&Path>, base: &BasePath, dist: &Path) -> Result<bool> {
    let made_of = ingredients(machine, portfolio, base)?;
    if fs::read_to_string(mark(dist)).is_ok_and(|mark| Some(mark) == mark_of(&made_of, dist)) {
        step::note(&format!("{} is up to date.", shown(dist)));
        return Ok(false);
    }
    frame::if_stale(machine, base)?;
    pages(machine, portfolio, base, dist)?;
    Ok(true)
}

/// What tells one site from another: the sources, the tools, the path, and whose pages are rendered.
fn ingredients(machine: &Machine, portfolio: Option<&Path>, base: &BasePath) -> Result<String> {
    let sources = fingerprint::of_sources(base, machine.versions())?;
    Ok(format!("{sources} {}", portfolio.map_or_else(|| "generic".to_owned(), |path| path.display().to_string())))
}

/// Makes a site of the frame for a path: fills its pages in.
fn pages(machine: &Machine, portfolio: Option<&Path>, base: &BasePath, dist: &Path) -> Result<()> {
    let made_of = ingredients(machine, portfolio, base)?;
    frame::copy(base, dist)?;
    if let Some(portfolio) = portfolio {
        prerender::prerender(portfolio, base, dist)?;
    }
    deliver::finish(base, dist)?;
    if let Some(text) = mark_of(&made_of, dist) {
        fs::write(mark(dist), text).context("cannot note that the site is up to date")?;
    }
    Ok(())
}

fn report(dist: &Path) -> Result<()> {
    let sizes = "const fs = require('fs'), zlib = require('zlib'), path = require('path'), dir = process.argv[1];\
        for (const name of fs.readdirSync(dir).filter(name => /\\.(wasm|js|css)$/.test(name))) {\
            const bytes = fs.readFileSync(path.join(dir, name));\
            const kb = size => (size / 1000).toFixed(1).padStart(7) + ' kB';\
            console.log('   ', kb(bytes.length), ' ', kb(zlib.brotliCompressSync(bytes).length), 'brotli ', name);\
        }";
    // Node is there wherever npm brought wasm-opt; elsewhere the sizes are left out.
    if let Some(table) = step::answer(Command::new("node").args(["-e", sizes]).arg(dist)) {
        println!("\n    {table}");
    }
    println!("\nThe finished site is in {}", dist.canonicalize().context("the site has gone")?.display());
    Ok(())
}

/// What is noted about a finished build: what went in and what came out.
pub fn mark_of(made_of: &str, dist: &Path) -> Option<String> {
    Some(format!("{made_of} {}", fingerprint::of_page(dist)?))
}

/// Where it is noted. Beside the site, not inside, so that it is not published.
pub fn mark(dist: &Path) -> PathBuf {
    let name = shown(dist).replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    place::generated().join(format!("{name}.built"))
}

fn shown(dist: &Path) -> String {
    fingerprint::slashed(dist.strip_prefix(place::project()).unwrap_or(dist))
}

//! `build`: the finished release site in dist/.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::base_path::BasePath;
use crate::setup::Machine;
use crate::{deliver, fingerprint, frame, icons, place, prerender, split, step};

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
    /// Ask search engines to leave the site out: for what is shown to a few before it is published
    #[arg(long)]
    preview: bool,
    /// Where the finished site goes
    #[arg(long, default_value_os_t = place::dist(), value_name = "FOLDER", hide_default_value = true)]
    dist: PathBuf,
}

/// A site to be built.
pub struct Site<'a> {
    /// Whose pages are rendered; of none, one page that loads a portfolio.
    pub portfolio: Option<PathBuf>,
    /// The path it is mounted at.
    pub base: &'a BasePath,
    /// Where it goes.
    pub dist: &'a Path,
    /// Whether search engines are asked to leave it out.
    pub is_preview: bool,
}

/// Builds, whether or not anything changed.
///
/// # Errors
/// When the set-up or the build fails.
pub fn run(options: &Options) -> Result<ExitCode> {
    let machine = Machine::ready()?;
    let Options { public_url: base, portfolio, generic, preview, dist } = options;
    let portfolio = (!generic).then(|| portfolio.clone());
    frame::build(&machine, base)?;
    Site { portfolio, base, dist, is_preview: *preview }.write(&machine)?;
    report(dist)?;
    Ok(ExitCode::SUCCESS)
}

/// Builds unless `dist` already holds the site of the project's own portfolio, made from the same sources for the same path.
///
/// # Errors
/// When the build fails.
pub fn if_stale(machine: &Machine, base: &BasePath, dist: &Path) -> Result<()> {
    let portfolio = Some(place::project().join("public").join(prerender::PORTFOLIO));
    let is_new = Site { portfolio, base, dist, is_preview: false }.build_if_stale(machine)?;
    if is_new { report(dist) } else { Ok(()) }
}

impl Site<'_> {
    /// Builds it unless it is there already. Sites for one path share all but their pages, so every further one takes
    /// seconds. Says whether there was something to do.
    ///
    /// # Errors
    /// When the build fails.
    pub fn build_if_stale(&self, machine: &Machine) -> Result<bool> {
        let made_of = self.ingredients(machine)?;
        if fs::read_to_string(mark(self.dist)).is_ok_and(|mark| Some(mark) == mark_of(&made_of, self.dist)) {
            step::note(&format!("{} is up to date.", shown(self.dist)));
            return Ok(false);
        }
        frame::if_stale(machine, self.base)?;
        self.write(machine)?;
        Ok(true)
    }

    /// What tells one site from another: the sources, the tools, the path, whose pages are rendered, and for whom.
    fn ingredients(&self, machine: &Machine) -> Result<String> {
        let sources = fingerprint::of_sources(self.base, machine.versions())?;
        let whose = match &self.portfolio {
            // It may lie outside of the sources.
            Some(path) => split::hash(&fs::read(path).with_context(|| format!("cannot read {}", path.display()))?),
            None => "generic".to_owned(),
        };
        Ok(format!("{sources} {whose}{}", if self.is_preview { " preview" } else { "" }))
    }

    /// Makes it of the frame for its path: fills its pages in.
    fn write(&self, machine: &Machine) -> Result<()> {
        let Self { portfolio, base, dist, is_preview } = self;
        let made_of = self.ingredients(machine)?;
        frame::copy(base, dist)?;
        if *is_preview {
            deliver::hide(dist)?;
        }
        if let Some(portfolio) = portfolio {
            icons::complete(portfolio, dist)?;
            prerender::prerender(portfolio, base, dist)?;
        }
        deliver::finish(base, dist, *is_preview)?;
        if let Some(text) = mark_of(&made_of, dist) {
            fs::write(mark(dist), text).context("cannot note that the site is up to date")?;
        }
        Ok(())
    }
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

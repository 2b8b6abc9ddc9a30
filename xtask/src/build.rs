//! `build`: the finished release site in dist/.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::base_path::BasePath;
use crate::setup::Machine;
use crate::{deliver, fingerprint, icons, place, prerender, split, step};

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
    build(&machine, portfolio, &options.public_url, &options.dist)?;
    Ok(ExitCode::SUCCESS)
}

/// Builds unless `dist` already holds a site made from the same sources for the same path.
///
/// # Errors
/// When the build fails.
pub fn if_stale(machine: &Machine, base: &BasePath, dist: &Path) -> Result<()> {
    let portfolio = place::project().join("public").join(prerender::PORTFOLIO);
    let made_of = ingredients(machine, Some(&portfolio), base)?;
    if fs::read_to_string(mark(dist)).is_ok_and(|mark| Some(mark) == mark_of(&made_of, dist)) {
        step::note(&format!("{} is up to date.", shown(dist)));
        return Ok(());
    }
    build(machine, Some(&portfolio), base, dist)
}

/// What tells one site from another: the sources, the tools, the path, and whose pages are rendered.
fn ingredients(machine: &Machine, portfolio: Option<&Path>, base: &BasePath) -> Result<String> {
    let sources = fingerprint::of_sources(base, machine.versions())?;
    Ok(format!("{sources} {}", portfolio.map_or_else(|| "generic".to_owned(), |path| path.display().to_string())))
}

fn build(machine: &Machine, portfolio: Option<&Path>, base: &BasePath, dist: &Path) -> Result<()> {
    step::announce(
        &format!("Build the release site for {base} into {}", shown(dist)),
        "2 to 4 minutes the first time, less than a minute after a change",
    );
    let made_of = ingredients(machine, portfolio, base)?;
    let mut trunk = machine.command("trunk");
    trunk.envs(machine.release());
    trunk.args(["build", "--release", "--public-url", base.as_str(), "--dist"]).arg(dist);
    step::run(&mut trunk, "The lines above say what is wrong.")?;
    split::split(machine, dist)?;
    icons::name_by_content(dist)?;
    deliver::frame(dist)?;
    finish(base, dist)?;
    if let Some(portfolio) = portfolio {
        prerender::prerender(portfolio, base, dist)?;
    }
    deliver::finish(base, dist)?;
    if let Some(text) = mark_of(&made_of, dist) {
        fs::create_dir_all(place::generated()).context("cannot make target/vitrine")?;
        fs::write(mark(dist), text).context("cannot note that the site is up to date")?;
    }
    report_sizes(dist)
}

/// Makes the site one that any static host can serve at any depth.
fn finish(base: &BasePath, dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("trunk left no {}", page.display()))?;
    if let Some(address) = addresses(&html).find(|address| leaks(address, base)) {
        bail!("the built page names {address}, which is outside {base}");
    }
    // Trunk locks the folder while it writes there, and leaves the lock.
    let _ = fs::remove_file(dist.join(".trunk-lock"));
    // Static hosts answer an unknown path with this page, which then shows the route of its address.
    fs::write(dist.join("404.html"), html).context("cannot write 404.html")
}

/// The values of every `href` and `src`. Trunk's minifier leaves out quotes that are not needed.
fn addresses(html: &str) -> impl Iterator<Item = &str> {
    html.split([' ', '\n', '<']).filter_map(|word| {
        let value = word.strip_prefix("href=").or_else(|| word.strip_prefix("src="))?;
        Some(value.split('>').next().unwrap_or(value).trim_matches(['"', '\'']))
    })
}

fn leaks(address: &str, base: &BasePath) -> bool {
    address.starts_with("//") || (address.starts_with('/') && base.strip(address).is_none())
}

fn report_sizes(dist: &Path) -> Result<()> {
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
fn mark_of(made_of: &str, dist: &Path) -> Option<String> {
    Some(format!("{made_of} {}", fingerprint::of_page(dist)?))
}

/// Where it is noted. Beside the site, not inside, so that it is not published.
fn mark(dist: &Path) -> PathBuf {
    let name = shown(dist).replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    place::generated().join(format!("{name}.built"))
}

fn shown(dist: &Path) -> String {
    fingerprint::slashed(dist.strip_prefix(place::project()).unwrap_or(dist))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_with_and_without_quotes() {
        let html = "<base href=/b/><link rel=icon href=\"favicon.svg\"><script src='/b/start.js'></script>";
        assert_eq!(addresses(html).collect::<Vec<_>>(), ["/b/", "favicon.svg", "/b/start.js"]);
    }

    #[test]
    fn an_address_outside_the_base_path_leaks() {
        let base: BasePath = "/b/".parse().unwrap();
        for (address, expected) in [
            ("/b/app.js", false),
            ("favicon.svg", false),
            ("/app.js", true),
            ("//elsewhere.test/x", true),
            ("https://elsewhere.test/canonical", false),
        ] {
            assert_eq!(leaks(address, &base), expected, "{address}");
        }
    }
}

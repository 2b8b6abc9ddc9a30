//! `bench site`: a visit to the built site beside one to the same text without a program, and to a portfolio as it is
//! usually written with React.

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::base_path::BasePath;
use crate::setup::Machine;
use crate::{build, fingerprint, packages, place, step};

/// How to visit.
#[derive(clap::Args)]
pub struct Options {
    /// Each figure is the median of so many visits
    #[arg(long, default_value_t = 5, value_name = "TIMES")]
    repeat: u32,
    /// Ask Lighthouse, too
    #[arg(long)]
    lighthouse: bool,
}

/// Builds the three sites, then runs `bench/site/run.mjs`.
///
/// # Errors
/// When the set-up, a build or the measuring fails.
pub fn run(options: &Options) -> Result<ExitCode> {
    let machine = Machine::ready()?;
    packages::ready()?;
    let dist = place::dist();
    build::if_stale(&machine, &BasePath::default(), &dist)?;
    let work = place::generated().join("bench-site");
    let (static_site, react) = (work.join("static"), work.join("react"));
    without_program(&dist, &static_site)?;
    fs::create_dir_all(&react).context("cannot make a folder for the page of React")?;
    let page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
        <meta name=\"description\" content=\"An engineer's portfolio.\"><title>Portfolio</title><link rel=\"icon\" href=\"data:,\">\
        <link rel=\"stylesheet\" href=\"/react.css\"><div id=\"root\"></div><script type=\"module\" src=\"/react.js\"></script></html>";
    fs::write(react.join("index.html"), page).context("cannot write the page of React")?;
    super::bundle(&machine, [place::project().join("bench/site/page/react.jsx")], &react)?;

    step::announce("Visit all three", "up to 5 minutes, 10 with Lighthouse");
    let mut node = Command::new("node");
    node.arg(place::project().join("bench/site/run.mjs")).args(["--repeat", &options.repeat.to_string()]);
    if options.lighthouse {
        node.arg("--lighthouse");
    }
    node.env("VITRINE_DIST", dist).env("VITRINE_BENCH_STATIC", static_site).env("VITRINE_BENCH_REACT", react);
    step::run(&mut node, "The lines above say why.")?;
    Ok(ExitCode::SUCCESS)
}

/// Copies a site without its scripts, as if its pages had been written by hand.
fn without_program(dist: &Path, to: &Path) -> Result<()> {
    let _ = fs::remove_dir_all(to);
    for file in fingerprint::files_below(dist)? {
        let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if !["html", "css", "woff2", "svg", "png"].contains(&kind) {
            continue;
        }
        let copy = to.join(file.strip_prefix(dist).unwrap_or(&file));
        fs::create_dir_all(copy.parent().unwrap_or(to)).context("cannot make a folder for the static site")?;
        if kind == "html" {
            let html = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
            fs::write(&copy, without_scripts(&html)).with_context(|| format!("cannot write {}", copy.display()))?;
        } else {
            fs::copy(&file, &copy).with_context(|| format!("cannot copy {}", file.display()))?;
        }
    }
    Ok(())
}

/// A page without its scripts, and without what is asked for ahead of them.
fn without_scripts(html: &str) -> String {
    let mut rest = html;
    let mut out = String::with_capacity(html.len());
    while let Some(start) = rest.find("<script") {
        out.push_str(&rest[..start]);
        let end = rest[start..].find("</script>").map_or(rest.len(), |end| start + end + "</script>".len());
        rest = &rest[end..];
    }
    out.push_str(rest);
    let preload = |tag: &&str| !tag.contains("rel=\"modulepreload\"");
    out.split_inclusive('>').filter(preload).collect()
}

#[cfg(test)]
mod tests {
    use super::without_scripts;

    #[test]
    fn a_page_without_scripts_keeps_its_words() {
        let html = "<head><script src=a.js></script><link rel=\"modulepreload\" href=\"b.js\"><title>T</title></head>\
            <p>Words</p><script type=\"application/json\">{}</script>";
        assert_eq!(without_scripts(html), "<head><title>T</title></head><p>Words</p>");
    }
}

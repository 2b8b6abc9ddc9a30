//! `bench site`: a visit to the built site beside one to the same text without a program, and to a portfolio as it is
//! usually written with React.

use std::fs;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use vitrine_frame::BasePath;

use crate::setup::Machine;
use crate::{build, packages, place, step};

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

/// Builds what it compares, then runs `bench/site/run.mjs`, which writes the page by hand itself.
///
/// # Errors
/// When the set-up, a build or the measuring fails.
pub fn run(options: &Options) -> Result<ExitCode> {
    let machine = Machine::ready()?;
    packages::ready()?;
    let dist = place::dist();
    build::Site::own(&BasePath::default(), &dist).build_if_stale(&machine)?;
    let work = place::generated().join("bench-site");
    let (static_site, react) = (work.join("static"), work.join("react"));
    fs::create_dir_all(&react).context("cannot make a folder for the page of React")?;
    let page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
        <meta name=\"description\" content=\"An engineer's portfolio.\"><title>Portfolio</title><link rel=\"icon\" href=\"data:,\">\
        <link rel=\"stylesheet\" href=\"/react.css\"><div id=\"root\"></div><script type=\"module\" src=\"/react.js\"></script></html>";
    fs::write(react.join("index.html"), page).context("cannot write the page of React")?;
    super::bundle(&machine, [place::project().join("bench/site/page/react.jsx")], &react)?;

    step::announce("Visit all three", "up to 5 minutes, 15 with Lighthouse");
    let mut node = Command::new("node");
    node.arg(place::project().join("bench/site/run.mjs")).args(["--repeat", &options.repeat.to_string()]);
    if options.lighthouse {
        node.arg("--lighthouse");
    }
    node.env("VITRINE_DIST", dist).env("VITRINE_BENCH_STATIC", static_site).env("VITRINE_BENCH_REACT", react);
    step::run(&mut node, "The lines above say why.")?;
    Ok(ExitCode::SUCCESS)
}

//! `test`: every test, the quickest first, stopping at the first part that fails.

use std::process::{Command, ExitCode};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::base_path::BasePath;
use crate::browser::Browser;
use crate::setup::Machine;
use crate::{build, java, packages, place, size, step};

/// Which tests to run.
#[derive(clap::Args)]
pub struct Options {
    /// One part only
    part: Option<Part>,
    /// After `--`: what to pass on to the part's own test program
    #[arg(last = true)]
    rest: Vec<String>,
}

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// The pure rooms and the chores, without a browser
    Native,
    /// The widgets, compiled to WebAssembly, in a headless browser
    Browser,
    /// The built site, used as a visitor would
    E2e,
}

const ALL: [Part; 3] = [Part::Native, Part::Browser, Part::E2e];

/// The path of the second site that the end-to-end tests visit.
const BASE: &str = "/some/base/";

/// Runs the tests and prints the time each part took.
///
/// # Errors
/// When the set-up or a part fails.
pub fn run(options: &Options) -> Result<ExitCode> {
    let parts = options.part.map_or(ALL.to_vec(), |part| vec![part]);
    if !options.rest.is_empty() && parts.len() > 1 {
        bail!("name the part that the arguments after -- are for: native, browser or e2e");
    }
    let mut times = Vec::new();
    for part in parts {
        let (outcome, time) = step::timed(|| part.run(&options.rest));
        times.push((part, time));
        if let Err(error) = outcome {
            summarise(&times, "failed");
            return Err(error);
        }
    }
    summarise(&times, "passed");
    Ok(ExitCode::SUCCESS)
}

fn summarise(times: &[(Part, Duration)], last: &str) {
    println!("\nTests");
    for (index, (part, time)) in times.iter().enumerate() {
        let outcome = if index + 1 == times.len() { last } else { "passed" };
        println!("    {:<8} {outcome:<7} {:>12}", format!("{part:?}").to_lowercase(), step::spoken(*time));
    }
}

impl Part {
    fn run(self, rest: &[String]) -> Result<()> {
        match self {
            Self::Native => native(rest),
            Self::Browser => in_browser(rest),
            Self::E2e => end_to_end(rest),
        }
    }
}

fn native(rest: &[String]) -> Result<()> {
    step::announce("Test the pure rooms and the chores", "a minute the first time");
    let mut cargo = Command::new("cargo");
    cargo
        .args(["test", "--locked", "--workspace", "--no-default-features", "--features", "vitrine/publish"])
        .args(after_dashes(rest));
    step::run(cargo.current_dir(place::project()), "The lines above say which test failed and why.")?;
    step::announce("Test what renders pages beforehand", "a minute the first time");
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--locked", "--no-default-features", "--features", "ssr", "--lib", "--bin", "prerender"]);
    cargo.args(after_dashes(rest));
    step::run(cargo.current_dir(place::project()), "The lines above say which test failed and why.")
}

fn in_browser(rest: &[String]) -> Result<()> {
    let machine = Machine::ready()?;
    let browser = Browser::ready()?;
    step::announce("Test the widgets in a headless browser", "2 to 4 minutes the first time");
    let mut cargo = machine.command("cargo");
    cargo
        .args(["test", "--locked", "--target", "wasm32-unknown-unknown", "--features", "csr", "--test", "browser"])
        .args(after_dashes(rest))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", &browser.driver)
        // Loading a debug build takes longer than the runner's own patience on a busy machine. In seconds.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    step::run(&mut cargo, "The lines above say which test failed and why.")
}

fn end_to_end(rest: &[String]) -> Result<()> {
    let machine = Machine::ready()?;
    let browser = Browser::ready()?;
    let java = java::ready()?;
    packages::ready()?;
    let (root, mounted) = (place::dist(), place::generated().join("dist-base"));
    build::if_stale(&machine, &BasePath::default(), &root)?;
    build::if_stale(&machine, &BASE.parse()?, &mounted)?;
    step::announce("Hold the built site against its budget", "a second");
    size::check(&machine, &root)?;
    step::announce("Use the built site in a real browser", "a few minutes");
    let mut playwright = machine.command("npx");
    playwright
        .args(["--no-install", "playwright", "test"])
        .args(rest)
        .env("VITRINE_CHROMIUM", &browser.chromium)
        .env("VITRINE_JAVA", &java)
        .env("VITRINE_E2E_PORT", free_ports()?.to_string())
        .env("VITRINE_DIST", &root)
        .env("VITRINE_DIST_BASE", &mounted);
    step::run(&mut playwright, "The lines above say which test failed; tests/e2e/report has the details.")
}

/// The first of two ports in a row that nobody listens on.
fn free_ports() -> Result<u16> {
    let is_free = |port: u16| std::net::TcpListener::bind(("127.0.0.1", port)).is_ok();
    (4173..5173).step_by(2).find(|&port| is_free(port) && is_free(port + 1)).context("no two ports in a row are free")
}

fn after_dashes(rest: &[String]) -> Vec<String> {
    if rest.is_empty() { Vec::new() } else { std::iter::once("--".to_owned()).chain(rest.iter().cloned()).collect() }
}

//! `test`: every test, the quickest first, stopping at the first part that fails.

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::base_path::BasePath;
use crate::browser::{Browser, Engines};
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
    /// The same in engines of other makers
    Engines,
}

const ALL: [Part; 4] = [Part::Native, Part::Browser, Part::E2e, Part::Engines];

/// The paths that the tests visit each site at.
const BASES: [(&str, &str); 2] = [("root", "/"), ("base", "/some/base/")];
/// The sites beside that of the project's own portfolio: those of other portfolios in `public/`, and one of none.
const OTHERS: [(&str, Option<&str>); 3] = [
    ("sharvil-kadam", Some("examples/sharvil-kadam.json")),
    ("arunav-malhotra", Some("examples/arunav-malhotra.json")),
    ("generic", None),
];

/// Portfolios unlike any that ships, below `tests/e2e/data/`: their sites have one path.
const UNUSUAL: [&str; 3] = ["hostile", "sparse", "foreign"];

/// Runs the tests and prints the time each part took.
///
/// # Errors
/// When the set-up or a part fails.
pub fn run(options: &Options) -> Result<ExitCode> {
    let parts = options.part.map_or(ALL.to_vec(), |part| vec![part]);
    if !options.rest.is_empty() && parts.len() > 1 {
        bail!("name the part that the arguments after -- are for: native, browser, e2e or engines");
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
            Self::Engines => in_other_engines(rest),
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
    let sites = place::generated().join("sites");
    for (name, base) in BASES {
        let base: BasePath = base.parse()?;
        build::if_stale(&machine, &base, &own_site(name))?;
        for (portfolio, file) in OTHERS {
            let file = file.map(|file| place::project().join("public").join(file));
            let dist = sites.join(portfolio).join(name);
            build::Site { portfolio: file, base: &base, dist: &dist, is_preview: false }.build_if_stale(&machine)?;
        }
    }
    for name in UNUSUAL {
        let portfolio = Some(place::project().join("tests/e2e/data").join(name).with_extension("json"));
        let (base, dist) = (BasePath::default(), sites.join(name).join("root"));
        build::Site { portfolio, base: &base, dist: &dist, is_preview: false }.build_if_stale(&machine)?;
    }
    if machine.makes_smallest() {
        step::announce("Hold the built site against its budget", "a second");
        size::check(&machine, &own_site("root"))?;
    } else {
        step::note("The site is not held against its budget, which is for the smallest program there is.");
    }
    step::announce("Use the built sites in a real browser", "a quarter of an hour");
    let mut playwright = machine.command("npx");
    playwright
        .args(["--no-install", "playwright", "test"])
        .args(rest)
        .env("VITRINE_CHROMIUM", &browser.chromium)
        .env("VITRINE_JAVA", &java)
        .env("VITRINE_E2E_PORT", free_ports(BASES.len() * (1 + OTHERS.len()) + UNUSUAL.len())?.to_string())
        .env("VITRINE_DIST", own_site("root"))
        .env("VITRINE_DIST_BASE", own_site("base"))
        .env("VITRINE_SITES", &sites);
    step::run(&mut playwright, "The lines above say which test failed; tests/e2e/report has the details.")
}

fn in_other_engines(rest: &[String]) -> Result<()> {
    let machine = Machine::ready()?;
    let engines = Engines::ready()?;
    packages::ready()?;
    build::if_stale(&machine, &BasePath::default(), &own_site("root"))?;
    step::announce("Use the built site in Firefox and WebKit", "two minutes");
    let mut playwright = machine.command("npx");
    playwright
        .args(["--no-install", "playwright", "test", "--config", "tests/engines/playwright.config.ts"])
        .args(rest)
        .env("VITRINE_FIREFOX", &engines.firefox)
        .env("VITRINE_WEBKIT_DRIVER", &engines.webkit_driver)
        .env("VITRINE_MINI_BROWSER", &engines.mini_browser)
        .env("VITRINE_XVFB", &engines.xvfb)
        .env("VITRINE_E2E_PORT", free_ports(1)?.to_string())
        .env("VITRINE_DIST", own_site("root"));
    step::run(&mut playwright, "The lines above say which test failed and in which engine.")
}

/// The site of the project's own portfolio at one of the paths.
fn own_site(at: &str) -> PathBuf {
    if at == "root" { place::dist() } else { place::generated().join("dist-base") }
}

/// The first of so many ports in a row that nobody listens on.
fn free_ports(count: usize) -> Result<u16> {
    let is_free = |port: u16| std::net::TcpListener::bind(("127.0.0.1", port)).is_ok();
    let are_free = |&first: &u16| (first..).take(count).all(is_free);
    (4173..5173).step_by(count).find(are_free).with_context(|| format!("no {count} ports in a row are free"))
}

fn after_dashes(rest: &[String]) -> Vec<String> {
    if rest.is_empty() { Vec::new() } else { std::iter::once("--".to_owned()).chain(rest.iter().cloned()).collect() }
}

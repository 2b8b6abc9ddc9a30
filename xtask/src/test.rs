//! `test`: every test, the quickest first, stopping at the first part that fails.

mod changed;
mod sites;

use std::fs;
use std::process::{Command, ExitCode};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use vitrine_frame::BasePath;

use crate::browser::{Browser, Engines, pdf_reader};
use crate::build::Site;
use crate::setup::Machine;
use crate::tool::Tool;
use crate::{cli, dev, frame, hosts, java, packages, place, size, step};
use sites::{BASES, OTHERS, UNUSUAL, other_site, own_site, unusual_site};

/// Which tests to run.
#[derive(clap::Args)]
pub struct Options {
    /// One part only
    #[arg(conflicts_with = "changed")]
    part: Option<Part>,
    /// Only what the files that have changed since origin/main can break; what is left out is said
    #[arg(long)]
    changed: bool,
    /// After `--`: what to pass on to the part's own test program
    #[arg(last = true)]
    rest: Vec<String>,
}

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// The first script, the pure rooms and the chores, without a browser
    Native,
    /// The widgets, compiled to WebAssembly, in a headless browser
    Browser,
    /// The built site, used as a visitor would
    E2e,
    /// The journeys that matter in three engines alike
    Engines,
    /// The built sites on web servers of others, by the recipes of the guide
    Hosts,
    /// The page as trunk builds it by itself
    Trunk,
}

const ALL: [Part; 6] = [Part::Native, Part::Browser, Part::E2e, Part::Engines, Part::Hosts, Part::Trunk];

/// How many sites the engines visit: those that tests/engines/support/machine.ts names.
const ENGINE_SITES: usize = 5;

/// Runs the tests and prints the time each part took.
///
/// # Errors
/// When the set-up or a part fails.
pub fn run(options: &Options) -> Result<ExitCode> {
    let mut runs: Vec<(Part, Vec<String>)> = match options.part {
        Some(part) => vec![(part, options.rest.clone())],
        None if !options.rest.is_empty() => {
            bail!("name the part that the arguments after -- are for: native, browser, e2e, engines, hosts or trunk")
        }
        None => ALL.map(|part| (part, Vec::new())).to_vec(),
    };
    if options.changed {
        runs = changed_only()?;
    }
    let mut times = Vec::new();
    for (part, rest) in runs {
        let (outcome, time) = step::timed(|| part.run(&rest));
        times.push((part, time));
        if let Err(error) = outcome {
            summarise(&times, "failed");
            return Err(error);
        }
    }
    summarise(&times, "passed");
    Ok(ExitCode::SUCCESS)
}

/// The parts that a change can break, each with the tests that it is about; says what it leaves out.
fn changed_only() -> Result<Vec<(Part, Vec<String>)>> {
    let files = changed::files()?;
    println!("{} files are not as they have landed.", files.len());
    let mut runs = Vec::new();
    for part in ALL {
        let run = changed::run(part, &files);
        if let Some(note) = changed::note(part, &run, &files) {
            step::note(&note);
        }
        match run {
            changed::Run::Nothing => {}
            changed::Run::Only(tests) => runs.push((part, tests)),
            changed::Run::All => runs.push((part, Vec::new())),
        }
    }
    Ok(runs)
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
            Self::Engines => in_engines(rest),
            Self::Hosts => on_hosts(rest),
            Self::Trunk => as_trunk_builds_it(rest),
        }
    }
}

fn native(rest: &[String]) -> Result<()> {
    // Arguments after -- are for the other test program.
    if rest.is_empty() {
        first_script()?;
    }
    step::announce("Test all that needs no browser", "two minutes the first time");
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--locked", "--workspace"]).args(after_dashes(rest));
    step::run(cargo.current_dir(place::project()), "The lines above say which test failed and why.")
}

/// The modules of the first script, in Node with stand-ins for the browser.
fn first_script() -> Result<()> {
    step::announce("Test the first script of a page", "a second");
    step::run(&mut in_node("tests/boot")?, "The lines above say which test failed and why.")
}

/// The tests in a folder, by Node's own test program.
fn in_node(folder: &str) -> Result<Command> {
    let folder = place::project().join(folder);
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
    // Named one by one: what Node makes of a folder depends on its version.
    let tests = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file());
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec"]).args(tests).current_dir(place::project());
    Ok(node)
}

fn in_browser(rest: &[String]) -> Result<()> {
    let machine = Machine::ready()?;
    let browser = Browser::ready()?;
    step::announce("Test the widgets in a headless browser", "2 to 4 minutes the first time");
    let mut cargo = machine.command("cargo");
    cargo
        .args(["test", "--locked", "--target", "wasm32-unknown-unknown", "--test", "browser"])
        .args(after_dashes(rest))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", Tool::wasm_bindgen()?.ready_as("wasm-bindgen-test-runner")?)
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
        Site::own(&base.parse()?, &own_site(name)).build_if_stale(&machine)?;
        for (portfolio, file) in OTHERS {
            other_site(portfolio, file, name, base, &machine)?;
        }
    }
    for (name, file) in UNUSUAL {
        unusual_site(name, file, &machine)?;
    }
    frame::ensure_repeatable(&machine)?;
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
        .env("VITRINE_CLI", cli::ready()?)
        .env("VITRINE_CHROMIUM", &browser.shell)
        .env("VITRINE_WHOLE_CHROMIUM", &browser.chromium)
        .env("VITRINE_JAVA", &java)
        .env("VITRINE_E2E_PORT", free_ports(BASES.len() * (1 + OTHERS.len()) + UNUSUAL.len())?.to_string())
        .env("VITRINE_DIST", own_site("root"))
        .env("VITRINE_DIST_BASE", own_site("base"))
        .env("VITRINE_SITES", &sites);
    step::run(&mut playwright, "The lines above say which test failed; tests/e2e/report has the details.")
}

fn in_engines(rest: &[String]) -> Result<()> {
    let machine = Machine::ready()?;
    let browser = Browser::ready()?;
    let engines = Engines::ready()?;
    let pdftotext = pdf_reader()?;
    packages::ready()?;
    let sites = place::generated().join("sites");
    Site::own(&BasePath::default(), &own_site("root")).build_if_stale(&machine)?;
    for (portfolio, file) in OTHERS.into_iter().filter(|(_, file)| file.is_some()) {
        other_site(portfolio, file, "root", "/", &machine)?;
    }
    unusual_site("gallery", "gallery/portfolio.json", &machine)?;
    unusual_site("printed", "printed.json", &machine)?;
    step::announce("Use the built sites in Chromium, Firefox and WebKit", "six minutes");
    let mut playwright = machine.command("npx");
    playwright
        .args(["--no-install", "playwright", "test", "--config", "tests/engines/playwright.config.ts"])
        // All of them take a quarter of an hour: `cargo xtask test engines -- --grep .`
        .args(if rest.is_empty() { &["--grep", "@smoke"][..] } else { &[] })
        .args(rest)
        .env("VITRINE_CLI", cli::ready()?)
        .env("VITRINE_CHROMIUM", &browser.shell)
        .env("VITRINE_FIREFOX", &engines.firefox)
        .env("VITRINE_WEBKIT_DRIVER", &engines.webkit_driver)
        .env("VITRINE_MINI_BROWSER", &engines.mini_browser)
        .env("VITRINE_XVFB", &engines.xvfb)
        .env("VITRINE_E2E_PORT", free_ports(ENGINE_SITES)?.to_string())
        .env("VITRINE_DIST", own_site("root"))
        .env("VITRINE_PDFTOTEXT", pdftotext)
        .env("VITRINE_SITES", &sites);
    step::run(&mut playwright, "The lines above say which test failed and in which engine.")
}

fn on_hosts(rest: &[String]) -> Result<()> {
    let machine = Machine::ready()?;
    let browser = Browser::ready()?;
    packages::ready()?;
    hosts::ready()?;
    let mut sites = Vec::new();
    for (name, base) in BASES {
        Site::own(&base.parse()?, &own_site(name)).build_if_stale(&machine)?;
        sites.push(own_site(name));
    }
    for (name, file) in UNUSUAL.into_iter().filter(|(name, _)| *name == "gallery") {
        sites.push(unusual_site(name, file, &machine)?);
    }
    let sites = std::env::join_paths(sites).context("a folder's name cannot stand in a list")?;
    step::announce("Serve the built sites by the recipes of the guide", "half a minute");
    let mut node = in_node("tests/hosts")?;
    node.args(rest).env("VITRINE_BUILT", sites).env("VITRINE_CHROMIUM", &browser.shell).env("PATH", hosts::path()?);
    step::run(&mut node, "The lines above say which test failed, on which server, and why.")
}

fn as_trunk_builds_it(rest: &[String]) -> Result<()> {
    let machine = Machine::ready()?;
    let browser = Browser::ready()?;
    packages::ready()?;
    let dist = place::generated().join("trunk");
    let mut trunk = dev::trunk(&machine, "build", "/", &dist)?;
    step::announce("Build the page with trunk", "a minute or two the first time");
    step::run(&mut trunk, "The lines above say what is wrong.")?;
    step::announce("Use that page in a real browser", "half a minute");
    let mut playwright = machine.command("npx");
    playwright
        .args(["--no-install", "playwright", "test", "--config", "tests/trunk/playwright.config.ts"])
        .args(rest)
        .env("VITRINE_CLI", cli::ready()?)
        .env("VITRINE_CHROMIUM", &browser.chromium)
        .env("VITRINE_E2E_PORT", free_ports(1)?.to_string())
        .env("VITRINE_TRUNK_DIST", dist);
    step::run(&mut playwright, "The lines above say which test failed.")
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

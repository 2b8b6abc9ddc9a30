//! `lint`: formatting, clippy with its warnings as errors, natively and for wasm32, and what the
//! project takes from others.

use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::setup::Machine;
use crate::{place, step, supply};

const REMEDY: &str = "The lines above say where.";

/// The arguments of clippy natively, where pages are rendered, and for wasm32, where they run. Native tests need crates that do
/// not compile there, so the targets are named.
const NATIVE: &[&str] = &["--workspace", "--all-targets"];
const WASM: &[&str] =
    &["--target", "wasm32-unknown-unknown", "--package", "vitrine", "--lib", "--bins", "--test", "browser"];

/// Checks everything, the quickest first.
///
/// # Errors
/// When something is not formatted or clippy finds fault.
pub fn run() -> Result<ExitCode> {
    components()?;
    step::announce("Check the formatting", "a second");
    let mut fmt = Command::new("cargo");
    step::run(fmt.args(["fmt", "--all", "--check"]).current_dir(place::project()), "`cargo fmt --all` mends it.")?;
    step::announce("Lint what runs natively", "1 to 3 minutes the first time");
    let mut cargo = Command::new("cargo");
    step::run(clippy(&mut cargo, NATIVE).current_dir(place::project()), REMEDY)?;
    let machine = Machine::ready()?;
    step::announce("Lint what runs in a browser", "1 to 3 minutes the first time");
    let mut cargo = machine.command("cargo");
    if machine.has_clippy() {
        clippy(&mut cargo, WASM);
    } else {
        step::note("Debian's toolchain has no clippy: the compiler's own warnings are checked instead.");
        cargo.args(["check", "--locked"]).args(WASM).env("RUSTFLAGS", "-D warnings");
    }
    step::run(&mut cargo, REMEDY)?;
    supply::check()?;
    println!("\nFormatting, lints and what is taken from others are clean.");
    Ok(ExitCode::SUCCESS)
}

fn clippy<'a>(cargo: &'a mut Command, arguments: &[&str]) -> &'a mut Command {
    cargo.args(["clippy", "--locked"]).args(arguments).args(["--", "-D", "warnings"])
}

/// A minimal Rust comes without them.
fn components() -> Result<()> {
    for (component, program) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        if step::answer(Command::new(program).arg("--version").current_dir(place::project())).is_some() {
            continue;
        }
        step::announce(&format!("Add {component} to Rust"), "a few seconds");
        let mut rustup = Command::new("rustup");
        rustup.args(["component", "add", component]).current_dir(place::project());
        step::run(&mut rustup, &format!("Install {component} for the Rust in use."))?;
    }
    Ok(())
}

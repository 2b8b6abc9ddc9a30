//! `dev`: trunk's own server, which rebuilds and reloads on every change.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::Result;
use vitrine_frame::BasePath;

use crate::setup::Machine;
use crate::tool::Tool;
use crate::{place, step};

/// How to serve.
#[derive(clap::Args)]
pub struct Options {
    /// The port to listen on
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The path the site is mounted at
    #[arg(long, default_value = "/", value_name = "PATH")]
    public_url: BasePath,
    /// Open a browser once the site is built
    #[arg(long)]
    open: bool,
}

/// Serves until interrupted.
///
/// # Errors
/// When the set-up fails or trunk ends with an error.
pub fn run(options: &Options) -> Result<ExitCode> {
    let machine = Machine::ready()?;
    step::announce("Build and serve, reloading on every change", "the first build takes a minute or two");
    // Not into the finished site, which may be on its way to a host.
    let mut trunk = trunk(&machine, "serve", options.public_url.as_str(), &place::generated().join("dev"))?;
    trunk.args(["--port", &options.port.to_string()]);
    if options.open {
        trunk.arg("--open");
    }
    step::run(&mut trunk, "If the port is taken, choose another with --port.")?;
    Ok(ExitCode::SUCCESS)
}

/// Trunk, about to do something with the page for a path and a folder of its own.
///
/// # Errors
/// When it is missing and can't be installed.
pub fn trunk(machine: &Machine, verb: &str, public_url: &str, dist: &Path) -> Result<Command> {
    let program = Tool::trunk().ready()?;
    let mut trunk = machine.command(&program.to_string_lossy());
    trunk.args([verb, "--public-url", public_url, "--dist"]).arg(dist);
    // Trunk looks for wasm-bindgen there, and else fetches it itself.
    if let Some(folder) = Tool::wasm_bindgen()?.ready()?.parent().filter(|folder| folder.is_absolute()) {
        machine.put_first(&mut trunk, folder)?;
    }
    // It reads NO_COLOR as a flag that must be true or false; the convention is that any value counts.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    Ok(trunk)
}

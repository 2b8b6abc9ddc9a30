//! `dev`: trunk's own server, which rebuilds and reloads on every change.

use std::process::ExitCode;

use anyhow::Result;

use crate::base_path::BasePath;
use crate::setup::Machine;
use crate::step;

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
    let mut trunk = machine.command("trunk");
    trunk.args(["serve", "--public-url", options.public_url.as_str(), "--port", &options.port.to_string()]);
    if options.open {
        trunk.arg("--open");
    }
    step::run(&mut trunk, "If the port is taken, choose another with --port.")?;
    Ok(ExitCode::SUCCESS)
}

//! `serve`: builds what is not up to date, then serves the finished site.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use vitrine_frame::BasePath;

use crate::setup::Machine;
use crate::{build, cli, place, step};

/// What to serve and where.
#[derive(clap::Args)]
pub struct Options {
    /// The port to listen on (default: 8080, or the next free one)
    #[arg(long)]
    port: Option<u16>,
    /// The address to listen on; 0.0.0.0 lets other machines in
    #[arg(long, default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// The path the site is mounted at
    #[arg(long, default_value = "/", value_name = "PATH")]
    public_url: BasePath,
    /// Where the finished site is
    #[arg(long, default_value_os_t = place::dist(), value_name = "FOLDER", hide_default_value = true)]
    dist: PathBuf,
    /// Serve the folder as it is: no set-up, no build
    #[arg(long)]
    dist_only: bool,
}

/// Serves until interrupted.
///
/// # Errors
/// When the set-up or the build fails, or the port is taken.
pub fn run(options: &Options) -> Result<ExitCode> {
    let Options { port, host, public_url, dist, dist_only } = options;
    let dist = &std::path::absolute(dist).context("the folder of the site has no name")?;
    if !dist_only {
        build::Site::own(public_url, dist).build_if_stale(&Machine::ready()?)?;
    }
    let mut serve = Command::new(cli::ready()?);
    serve.args(["serve", "--host", &host.to_string(), "--base", public_url.as_str(), "--out"]).arg(dist);
    if let Some(port) = port {
        serve.args(["--port", &port.to_string()]);
    }
    step::become_it(serve)
}

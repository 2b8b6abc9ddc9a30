//! `serve`: builds what is not up to date, then serves it: a draft of the site, or the finished one.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use vitrine_frame::BasePath;

use crate::frame::Grade;
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
    /// Serve the finished site, as `build` makes it, instead of a draft, whose program is compiled faster and is larger
    #[arg(long)]
    finished: bool,
    /// Where the finished site is (default: dist)
    #[arg(long, value_name = "FOLDER")]
    dist: Option<PathBuf>,
    /// Serve the folder as it is: no set-up, no build
    #[arg(long)]
    dist_only: bool,
}

/// Serves until interrupted.
///
/// # Errors
/// When the set-up or the build fails, or the port is taken.
pub fn run(options: &Options) -> Result<ExitCode> {
    let Options { port, host, public_url, dist, finished, dist_only } = options;
    let is_draft = !finished && !dist_only && dist.is_none();
    let usual = if is_draft { place::generated().join("draft") } else { place::dist() };
    let dist = dist.as_ref().unwrap_or(&usual);
    let dist = &std::path::absolute(dist).context("the folder of the site has no name")?;
    if !dist_only {
        let grade = if is_draft { Grade::Draft } else { Grade::Finished };
        build::Site { grade, ..build::Site::own(public_url, dist) }.build_if_stale(&Machine::ready()?)?;
    }
    if is_draft {
        step::note("This is a draft, whose program is large. `cargo xtask build` makes the site to publish, in dist/.");
    }
    let mut serve = Command::new(cli::ready()?);
    serve.args(["serve", "--host", &host.to_string(), "--base", public_url.as_str(), "--out"]).arg(dist);
    if let Some(port) = port {
        serve.args(["--port", &port.to_string()]);
    }
    step::become_it(serve)
}

//! `serve`: answers requests for a finished site as a good static host would.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use tokio::net::TcpListener;
use vitrine_frame::BasePath;
use vitrine_site::server;

use crate::terminal::Terminal;

/// The port tried first.
pub const PORT: u16 = 8080;
/// How many more are tried when it is taken.
pub const TRIES: u16 = 20;

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
    base: BasePath,
    /// Where the finished site is
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
}

/// Serves until interrupted.
///
/// # Errors
/// When there is no site, or the port is taken.
pub fn run(options: &Options, terminal: Terminal) -> Result<ExitCode> {
    let page = options.out.join("index.html");
    ensure!(page.is_file(), "there is no {}: run `vitrine build` first", page.display());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("no async runtime")?;
    runtime.block_on(listen(options, terminal))?;
    Ok(ExitCode::SUCCESS)
}

async fn listen(options: &Options, terminal: Terminal) -> Result<()> {
    let listener = match options.port {
        Some(port) => TcpListener::bind((options.host, port))
            .await
            .with_context(|| format!("cannot listen on port {port}; leave --port out to get a free one"))?,
        None => first_free(options.host, PORT, TRIES).await?,
    };
    let address = listener.local_addr().context("the socket has no address")?;
    terminal.say(format_args!("Serving the site at {}\nPress Ctrl-C to stop.", url(address, &options.base)));
    let router = server::router(&options.out, &options.base);
    axum::serve(listener, router).with_graceful_shutdown(interrupted()).await.context("the server stopped")
}

/// A listener on the first of so many ports that is free, or else on any.
///
/// # Errors
/// When no port is free.
pub async fn first_free(host: IpAddr, port: u16, tries: u16) -> Result<TcpListener> {
    for port in port..port.saturating_add(tries) {
        if let Ok(listener) = TcpListener::bind((host, port)).await {
            return Ok(listener);
        }
    }
    TcpListener::bind((host, 0)).await.context("no port is free")
}

fn url(address: SocketAddr, base: &BasePath) -> String {
    if address.ip().is_loopback() {
        format!("http://localhost:{}{base}", address.port())
    } else {
        format!("http://{address}{base}")
    }
}

/// Waits for Ctrl-C.
pub async fn interrupted() {
    // Without a signal to wait for, serving goes on until the process is ended.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

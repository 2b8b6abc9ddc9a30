//! `dev`: the site while it is written. One process, which writes nothing: pages are made when they are asked for.

mod editor;
mod server;
mod told;
mod watch;
mod workshop;

use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

use anyhow::{Context as _, Result};
use tokio::sync::watch as news;
use vitrine_frame::BasePath;

use crate::build::today;
use crate::front_end;
use crate::portfolio_file::{self, NAMES};
use crate::serve::{PORT, first_free, interrupted};
use crate::terminal::Terminal;
use server::Server;
use workshop::{News, Workshop};

/// How many are tried.
const TRIES: u16 = 51;

/// What to show and where.
#[derive(Clone, clap::Args)]
pub struct Options {
    /// The portfolio to show; it may be broken, or not there yet (default: the one of this folder)
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// The port to listen on; the next free one if it is taken
    #[arg(long, default_value_t = PORT)]
    port: u16,
    /// The path the site is mounted at
    #[arg(long, default_value = "/", value_name = "PATH")]
    base: BasePath,
    /// Open it in a browser
    #[arg(long)]
    open: bool,
    /// The editor that a press on a problem opens, such as `code`, or a command with {file}, {line} and {column}
    #[arg(long, value_name = "COMMAND")]
    editor: Option<String>,
    /// Also what is `"for"` these readers; what is `"private"` never
    #[arg(long = "for", value_name = "NAME")]
    audience: Option<String>,
    /// A folder whose files are served beside the pages, as they are
    #[arg(long, value_name = "DIR")]
    files: Option<PathBuf>,
    /// A folder with another front end than the command's own
    #[arg(long, value_name = "DIR")]
    frame: Option<PathBuf>,
}

/// Serves until interrupted.
///
/// # Errors
/// When there is no front end, or no port.
pub fn run(options: &Options, terminal: Terminal) -> Result<ExitCode> {
    let frame = front_end::open(options.frame.as_deref())?;
    let inline = frame.inline.integrity.clone();
    // One that is to come is waited for.
    let names = match &options.file {
        None if NAMES.iter().all(|name| !PathBuf::from(name).exists()) => NAMES.map(PathBuf::from).into(),
        given => vec![portfolio_file::find(given.as_deref())?],
    };
    let names: Vec<PathBuf> = names.into_iter().map(|file| std::path::absolute(&file).unwrap_or(file)).collect();
    let (told, heard) = news::channel(News { has_editor: options.editor.is_some(), ..News::default() });
    let (workshop, asked) = mpsc::channel();
    let made = {
        let (options, names) = (options.clone(), names.clone());
        let (ready, is_ready) = mpsc::channel();
        // It holds what can't be handed from thread to thread.
        thread::Builder::new()
            .name("workshop".to_owned())
            // Markdown nests deeper than a small stack.
            .stack_size(32 << 20)
            .spawn(move || match Workshop::new(&options, names, frame, today(), told) {
                Ok(workshop) => {
                    let _ = ready.send(Ok(()));
                    workshop.run(&asked);
                }
                Err(error) => {
                    let _ = ready.send(Err(error));
                }
            })
            .context("cannot start a thread")?;
        is_ready
    };
    terminal.step("Reading the portfolio", || made.recv()).context("the portfolio could not be read")??;
    let file = names.into_iter().next().unwrap_or_default();
    let server = Server { workshop, news: heard, base: options.base.clone(), editor: options.editor.clone(), inline };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("no async runtime")?;
    runtime.block_on(listen(options, &file, server, terminal))?;
    Ok(ExitCode::SUCCESS)
}

async fn listen(options: &Options, file: &Path, server: Server, terminal: Terminal) -> Result<()> {
    let listener = first_free(Ipv4Addr::LOCALHOST.into(), options.port, TRIES).await?;
    let port = listener.local_addr().context("the socket has no address")?.port();
    if port != options.port && options.port != 0 {
        terminal.say(format_args!("Port {} is taken.", options.port));
    }
    let url = format!("http://localhost:{port}{}", options.base);
    terminal.say(format_args!("{} at {url}\nSaves are seen at once. Press Ctrl-C to stop.", file.display()));
    {
        let news = server.news.borrow();
        let count = news.problems.len();
        if count > 0 {
            let (are, problems) = if count == 1 { ("is", "problem") } else { ("are", "problems") };
            terminal.say(format_args!("There {are} {count} {problems}; the page shows them."));
        }
    }
    if options.open && open::that(&url).is_err() {
        terminal.say("No browser could be opened.");
    }
    axum::serve(listener, server::router(server)).with_graceful_shutdown(stopped()).await.context("the server stopped")
}

/// Pages keep a connection open for news, so a graceful end would never come.
async fn stopped() {
    interrupted().await;
    std::process::exit(0);
}

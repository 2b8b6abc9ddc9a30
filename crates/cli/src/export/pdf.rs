//! `export pdf`: the start page as it is printed.

use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;

use anyhow::{Context as _, Result};
use axum::Router;
use axum::response::Html;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::verify::{Print, shares};
use super::{Browser, Common, Output, Own, find_browser, page};
use crate::terminal::Terminal;
use crate::{PROBLEMS, front_end};

/// What it is called where no file is named.
const FILE: &str = "portfolio.pdf";
/// A résumé of so many sheets is read; of more, it is told why.
const FEW: usize = 2;

/// What takes less of a sheet is not why there are many.
const LITTLE: f64 = 0.05;

/// Of which portfolio, by which browser.
#[derive(clap::Args)]
pub struct Options {
    /// The browser that prints it, by its path or name (default: the first that is found)
    #[arg(long, value_name = "FILE")]
    browser: Option<PathBuf>,
    /// Compare the words and links of the finished file with the portfolio
    #[arg(long)]
    verify: bool,
    /// A folder with another front end than the command's own
    #[arg(long, value_name = "DIR")]
    frame: Option<PathBuf>,
    #[command(flatten)]
    pub common: Common,
}

/// Prints the page; fails with [`PROBLEMS`] when it was to be verified and lacks something.
///
/// # Errors
/// When there is no browser or front end, or the file can't be written.
pub fn run(options: &Options, own: Own, terminal: Terminal) -> Result<ExitCode> {
    let output = Output::new(options.common.out.as_deref(), Some(FILE), &own.file)?;
    let browser = find_browser(options.browser.as_deref())?;
    let frame = front_end::open(options.frame.as_deref())?;
    let pdf = terminal.step("Printing the page", || printed(&browser, page::page(&own, &frame)?))?;
    output.write(&pdf, terminal)?;
    let print = match Print::read(&pdf) {
        Ok(print) => print,
        Err(error) if options.verify => return Err(error),
        Err(_) => return Ok(ExitCode::SUCCESS),
    };
    let count = print.sheets;
    terminal.say(format_args!("It takes {count} {}.", if count == 1 { "sheet" } else { "sheets" }));
    let shares = shares(&own.portfolio, &print);
    if count > FEW && !shares.is_empty() {
        let shares = shares.iter().filter(|(_, share)| *share >= LITTLE);
        let shares = shares.map(|(title, share)| format!("{title} {share:.1}")).collect::<Vec<_>>().join(", ");
        terminal.say(format_args!(
            "That is more than {FEW} because of what these sections fill, in sheets: {shares}. A section of projects prints fewer of them in \
             full with \"print\": \"featured\"."
        ));
    }
    if !options.verify {
        return Ok(ExitCode::SUCCESS);
    }
    let verdict = print.verify(&own.portfolio, own.today);
    for fault in &verdict.faults {
        eprintln!("{fault}");
    }
    if verdict.faults.is_empty() {
        terminal.say(format_args!(
            "Verified: {} names, titles, periods and figures are there in their order, and {} links lead where they should.",
            verdict.texts, verdict.links
        ));
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::from(PROBLEMS))
}

/// Shows a page to a browser of this machine, and to nobody else, for as long as it takes to print it.
fn printed(browser: &Browser, page: String) -> Result<Vec<u8>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("no async runtime")?;
    let listener = runtime
        .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
        .context("cannot listen on a port of this machine for the browser")?;
    let address = listener.local_addr().context("the socket has no address")?;
    let (stop, stopped) = oneshot::channel::<()>();
    let server = thread::spawn(move || {
        let router = Router::new().route("/", get(move || async move { Html(page) }));
        let until = async move {
            let _ = stopped.await;
        };
        runtime.block_on(async {
            tokio::select! {
                served = axum::serve(listener, router) => served,
                () = until => Ok(()),
            }
        })
    });
    let printed = browser.print(&format!("http://{address}/"));
    // The server may have ended by itself, and then said why it did.
    let _ = stop.send(());
    if let Ok(Err(error)) = server.join()
        && printed.is_err()
    {
        return Err(error).context("the page could not be shown to the browser");
    }
    printed
}

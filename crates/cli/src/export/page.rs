//! `export html`: the start page as one file.

use std::path::PathBuf;

use anyhow::Result;
use vitrine::render::Renderer;
use vitrine_frame::Frame;
use vitrine_site::single;

use super::{Common, Output, Own};
use crate::body::body;
use crate::front_end;
use crate::terminal::Terminal;

/// What it is called where no file is named.
const FILE: &str = "portfolio.html";

/// Of which portfolio, with which front end.
#[derive(clap::Args)]
pub struct Options {
    /// A folder with another front end than the command's own
    #[arg(long, value_name = "DIR")]
    frame: Option<PathBuf>,
    #[command(flatten)]
    pub common: Common,
}

/// Writes the page.
///
/// # Errors
/// When there is no front end, a picture breaks off, or the file can't be written.
pub fn run(options: &Options, own: &Own, terminal: Terminal) -> Result<()> {
    let output = Output::new(options.common.out.as_deref(), Some(FILE), &own.file)?;
    let frame = front_end::open(options.frame.as_deref())?;
    let page = terminal.step("Drawing the page", || page(own, &frame))?;
    if own.portfolio.site.is_none() {
        terminal.say("The portfolio has no \"site\", so what would lead to its other pages is words.");
    }
    output.write(page.as_bytes(), terminal)
}

/// The page as one text.
///
/// # Errors
/// When a picture breaks off.
pub fn page(own: &Own, frame: &Frame) -> Result<String> {
    let pictures = own.album.files()?;
    let base = "/".parse()?;
    let renderer = Renderer::new(own.address(), own.today);
    Ok(single(&own.source(frame, &base), &pictures, &|portfolio, path, attribute| {
        body(renderer.body_alone(portfolio, path, attribute))
    }))
}

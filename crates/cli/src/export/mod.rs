//! `export`: a portfolio as something else than a site.

mod browser;
mod output;
mod page;
mod pdf;
mod source;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use vitrine_model::suggest;
use vitrine_site::icons::Library;
use vitrine_site::{colour, drawing, markdown, resume};

use crate::terminal::Terminal;
use crate::{PROBLEMS, front_end};
pub use browser::{ADVICE as BROWSER_ADVICE, Browser, find as find_browser};
use output::Output;
use source::Own;

/// What to make of a portfolio.
#[derive(clap::Args)]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// The résumé by the schema of JSON Resume, which themes and importers read
    JsonResume(Common),
    /// The whole portfolio as one text in Markdown, for a README or an e-mail
    Markdown(Common),
    /// A diagram as a drawing that any program opens
    Svg(Svg),
    /// The start page as it is printed, by a Chromium, Chrome or Edge of this machine
    Pdf(pdf::Options),
    /// The start page as one file that is read without a network
    Html(page::Options),
}

/// What every export is asked for.
#[derive(clap::Args)]
pub struct Common {
    /// The portfolio (default: the one of this folder)
    #[arg(long, value_name = "FILE")]
    portfolio: Option<PathBuf>,
    /// The file to write; - is standard output, which is where text goes unless a file is named
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Also what is `"for"` these readers; what is `"private"` never
    #[arg(long = "for", value_name = "NAME")]
    pub audience: Option<String>,
    /// In which of the portfolio's languages, by its tag (default: the first)
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
}

/// Which diagram, and how it looks.
#[derive(clap::Args)]
pub struct Svg {
    /// The diagram, by its id
    diagram: Option<String>,
    /// Colours for a light or a dark ground (default: what the portfolio says)
    #[arg(long, value_enum)]
    scheme: Option<Scheme>,
    /// A folder with another front end than the command's own, which has the icons
    #[arg(long, value_name = "DIR")]
    frame: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

/// A ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Scheme {
    /// Dark on light
    Light,
    /// Light on dark
    Dark,
}

/// Makes it.
///
/// # Errors
/// When the portfolio can't be read, something that this needs is missing, or the file can't be written.
pub fn run(options: &Options, terminal: Terminal) -> Result<ExitCode> {
    let common = match &options.what {
        What::JsonResume(common) | What::Markdown(common) => common,
        What::Svg(svg) => &svg.common,
        What::Pdf(pdf) => &pdf.common,
        What::Html(page) => &page.common,
    };
    let Some(own) = Own::read(common, terminal)? else { return Ok(ExitCode::from(PROBLEMS)) };
    let text = Output::new(common.out.as_deref(), None, &own.file)?;
    match &options.what {
        What::JsonResume(_) => text.write(own.publication(resume::resume).as_bytes(), terminal)?,
        What::Markdown(_) => text.write(own.publication(markdown).as_bytes(), terminal)?,
        What::Svg(options) => text.write(svg(options, &own)?.as_bytes(), terminal)?,
        What::Pdf(options) => return pdf::run(options, own, terminal),
        What::Html(options) => page::run(options, &own, terminal)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn svg(options: &Svg, own: &Own) -> Result<String> {
    let portfolio = &own.portfolio;
    let ids = || portfolio.diagrams.iter().map(|diagram| diagram.id.as_str());
    let all = ids().collect::<Vec<_>>().join(", ");
    let diagram = match (&options.diagram, &portfolio.diagrams[..]) {
        (_, []) => bail!("{} has no diagrams; write one into \"diagrams\"", own.file.display()),
        (None, [only]) => only,
        (None, _) => bail!("which diagram? There are: {all}"),
        (Some(id), _) => match portfolio.diagram_by_id(id) {
            Some(diagram) => diagram,
            None => match suggest::closest(id, &mut ids()) {
                Some(meant) => bail!("there is no diagram {id:?}; did you mean {meant:?}? There are: {all}"),
                None => bail!("there is no diagram {id:?}. There are: {all}"),
            },
        },
    };
    let is_dark = options.scheme.map_or_else(|| colour::is_dark(portfolio.theme), |scheme| scheme == Scheme::Dark);
    // A command without a front end draws all the same, without the icons that only that has.
    let frame = match &options.frame {
        Some(folder) => Some(front_end::open(Some(folder))?),
        None => front_end::open(None).ok(),
    };
    let icons = frame.map(|frame| Library::read(&frame.icons.bytes).sprite(&own.text, &[]).bytes);
    let icons = icons.as_deref().map(String::from_utf8_lossy);
    Ok(drawing(portfolio, diagram, is_dark, icons.as_deref()))
}

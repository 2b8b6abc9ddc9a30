//! `check FILE`: every problem of a portfolio with its code, place, JSON path and remedy.

pub mod article;
mod doubt;
mod finding;
mod fix;
pub mod lines;
mod links;
pub mod places;
mod print;
pub mod report;

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use anyhow::{Context as _, bail};
use vitrine_model::Severity;
use vitrine_model::folder::{Essay, Folder};

use crate::build::today;
use crate::change::{Change, Consent};
use crate::folder::album;
use crate::terminal::{Terminal, print as say};
use crate::{FAILURE, PROBLEMS, portfolio_file};
use fix::Beside;
use print::Format;
use report::Report;

/// What stands for standard input among the files.
const STANDARD_INPUT: &str = "-";
/// How standard input is called in reports.
const STANDARD_INPUT_NAME: &str = "<stdin>";

/// What to check.
#[derive(clap::Args)]
pub struct Options {
    /// The portfolio files to read, `-` for standard input (default: the one of this folder)
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How to write the problems
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
    /// Mend what is safe to mend, after showing it: names of properties with a slip, links without their beginning,
    /// dates in words
    #[arg(long)]
    fix: bool,
    /// Write what `--fix` shows without asking
    #[arg(long, requires = "fix")]
    yes: bool,
    /// Ask each page that a link of the file, or of an article beside it, leads to whether it is there
    #[arg(long)]
    links: bool,
}

/// A file that was read.
struct Source {
    bytes: Vec<u8>,
    /// Its path; of standard input the name that it has in reports.
    file: PathBuf,
}

impl Source {
    fn of(given: Option<&Path>) -> anyhow::Result<Self> {
        if given == Some(Path::new(STANDARD_INPUT)) {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
            return Ok(Self { bytes, file: PathBuf::from(STANDARD_INPUT_NAME) });
        }
        let file = portfolio_file::find(given)?;
        let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        Ok(Self { bytes, file })
    }

    fn report(&self) -> Report<'_> {
        let folder: Rc<dyn Folder> = album(&self.file);
        Report::of(&self.bytes, &self.file, &folder)
    }

    /// Mends it, if that is wanted once it has been shown; what was read is what is then there.
    fn mend(&mut self, options: &Options, terminal: Terminal) -> anyhow::Result<()> {
        let name = self.file.display().to_string();
        if name == STANDARD_INPUT_NAME {
            bail!("standard input can't be mended in its place; name a file");
        }
        // What is no text is told of, and stays.
        let Ok(text) = portfolio_file::text(&self.bytes) else { return Ok(()) };
        let folder: Rc<dyn Folder> = album(&self.file);
        let mended = fix::mended(text, &Beside { file: &self.file, folder: &folder });
        let change = Change { file: &self.file, before: Some(text), after: &mended };
        if change.is_none() {
            terminal.say(format_args!("{name} has nothing that could be mended without asking you."));
            return Ok(());
        }
        // Programs read what else is on standard output.
        if options.format == Format::Human {
            say(format_args!("{}\n", change.diff(terminal.has_colour())));
        } else {
            eprint!("{}", change.diff(false));
        }
        match change.consent(options.yes, false)? {
            Consent::Given => {
                change.write()?;
                terminal.say(format_args!("{name} is mended."));
                self.bytes = mended.into_bytes();
            }
            Consent::Refused => terminal.say(format_args!("{name} is not changed.")),
            Consent::NobodyToAsk => terminal.say(format_args!("{name} is not changed; `--yes` writes it.")),
        }
        Ok(())
    }
}

/// Prints every problem of files, in each file's order, and fails when there is one; notes are none.
///
/// # Errors
/// When a file cannot be read.
pub fn run(options: &Options, terminal: Terminal) -> anyhow::Result<ExitCode> {
    let mut unread = Vec::new();
    let mut sources: Vec<Source> = match &options.files[..] {
        [] => vec![Source::of(None)?],
        // One that can't be read keeps nobody from hearing of the others.
        files => {
            files.iter().filter_map(|file| Source::of(Some(file)).map_err(|error| unread.push(error)).ok()).collect()
        }
    };
    if options.fix {
        sources.iter_mut().try_for_each(|source| source.mend(options, terminal))?;
    }
    let mut reports: Vec<Report> = sources.iter().map(Source::report).collect();
    if options.links {
        let today = today();
        let essays = sources.iter().map(|source| album(&source.file).essays());
        let mut beside: Vec<(Report, Vec<Essay>)> = reports.into_iter().zip(essays).collect();
        let asked = terminal.step("Asking links", || links::ask_all(&mut beside, today));
        reports = beside.into_iter().map(|(report, _)| report).collect();
        terminal.say(format_args!(
            "{} asked on {}.",
            if asked == 1 { "1 link was".to_owned() } else { format!("{asked} links were") },
            today.iso()
        ));
    }
    let of_articles: Vec<Report> =
        reports.iter().zip(&sources).flat_map(|(report, source)| article::reports(report, &source.file)).collect();
    reports.extend(of_articles);
    say(print::print(options.format, &reports, terminal.has_colour(), terminal.is_quiet));
    for error in &unread {
        terminal.fail(format_args!("{error:#}"));
    }
    if !unread.is_empty() {
        return Ok(ExitCode::from(FAILURE));
    }
    let is_sound = reports.iter().all(Report::is_sound);
    if options.format == Format::Human && !is_sound {
        terminal.say("`vitrine explain CODE` says more about a problem, such as `vitrine explain V0103`.");
    }
    Ok(if is_sound { ExitCode::SUCCESS } else { ExitCode::from(PROBLEMS) })
}

/// Prints the problems of a file that is published all the same, and nothing of a sound one; how many places of it are not shown as
/// they are written.
///
/// # Errors
/// When the file cannot be read.
pub fn warn(file: &Path, terminal: Terminal) -> anyhow::Result<usize> {
    let source = Source::of(Some(file))?;
    let report = source.report();
    let of_articles = article::reports(&report, file);
    let mut errors = 0;
    for report in std::iter::once(&report).chain(&of_articles).filter(|report| !report.is_sound()) {
        say(format_args!("\n{}", print::human(report, terminal.has_colour())));
        errors += report.count(Severity::Error);
    }
    Ok(errors)
}

/// The codes of the problems of a file, each once, in its order.
#[cfg(test)]
pub fn codes(file: &Path) -> anyhow::Result<Vec<&'static str>> {
    let source = Source::of(Some(file))?;
    let report = source.report();
    let mut codes: Vec<&str> = report.findings.iter().chain(&report.of_articles).map(|finding| finding.code).collect();
    codes.dedup();
    Ok(codes)
}

#[cfg(test)]
mod tests;

//! `icons`: the file of icons by itself, for a page that is built by other means.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use vitrine_site::icons::Library;

use crate::output;
use crate::terminal::print;

/// What to pick icons for.
#[derive(clap::Args)]
pub struct Options {
    /// All icons there are to choose from, as a frame holds them
    #[arg(long, value_name = "FILE")]
    library: PathBuf,
    /// A folder of portfolios and diagrams
    #[arg(long, value_name = "DIR")]
    files: PathBuf,
}

/// Prints the file.
///
/// # Errors
/// When a file can't be read.
pub fn run(options: &Options) -> Result<ExitCode> {
    let Options { library, files } = options;
    let library = fs::read(library).with_context(|| format!("cannot read {}", library.display()))?;
    let all = output::files_below(files)?.into_iter().map(|(_, file)| file);
    let json = all.filter(|file| file.extension().is_some_and(|kind| kind == "json"));
    let texts: Vec<String> = json.filter_map(|file| fs::read_to_string(file).ok()).collect();
    print(String::from_utf8_lossy(&Library::read(&library).sprite("", &texts).bytes));
    Ok(ExitCode::SUCCESS)
}

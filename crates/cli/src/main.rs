//! `vitrine`: checks a portfolio, makes its site and serves it. One file a verb.

mod build;
mod changed;
mod check;
mod edited;
mod folder;
mod icon;
mod icons;
mod output;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "vitrine", version, about = "Makes a static site of one portfolio.json")]
struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// List every problem of a portfolio file
    Check {
        /// The portfolio file to read
        file: PathBuf,
    },
    /// Write the site of a portfolio into a folder
    Build(build::Options),
    /// Serve a finished site as a good static host would
    Serve(serve::Options),
    /// Print the icons that portfolios have use for, as the page reads them
    #[command(hide = true)]
    Icons(icons::Options),
}

fn main() -> ExitCode {
    let done = match Command::parse().verb {
        Verb::Check { file } => check::run(&file),
        Verb::Build(options) => build::run(&options),
        Verb::Serve(options) => serve::run(&options),
        Verb::Icons(options) => icons::run(&options),
    };
    done.unwrap_or_else(|error| {
        eprintln!("\nerror: {error:#}");
        ExitCode::FAILURE
    })
}

//! The project's chores, one verb a file: `cargo xtask <verb>`.

mod bench;
mod browser;
mod build;
mod bundle;
mod cargo_lock;
mod cli;
mod dev;
mod fingerprint;
mod frame;
mod hosts;
mod java;
mod lint;
mod pack;
mod packages;
mod place;
mod serve;
mod setup;
mod size;
mod step;
mod supply;
mod system;
mod test;
mod tool;
mod toolchain;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Builds, serves and tests the portfolio")]
struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Install what building needs: the wasm target, wasm-opt, esbuild and icons
    Setup,
    /// Build the release site if anything changed, and serve it
    Serve(serve::Options),
    /// Build, serve and reload on every change
    Dev(dev::Options),
    /// Build the release site into dist/
    Build(build::Options),
    /// List every problem of a portfolio file
    Check {
        /// The portfolio file to read
        file: PathBuf,
    },
    /// Run every test: native, in a headless browser, and end to end
    Test(test::Options),
    /// Measure the program beside others of its kind
    Bench {
        /// What to measure
        #[command(subcommand)]
        what: bench::Bench,
    },
    /// Compile the command `vitrine` with the front end in it, for machines without this checkout
    Pack(pack::Options),
    /// Say what the site weighs, and hold it against budget.json
    Size(size::Options),
    /// Check the formatting, run clippy on every target, and check what is taken from others
    Lint,
    /// Make the files that index.html links for trunk: one style sheet, one script, one file of icons
    #[command(hide = true)]
    Bundle,
}

fn main() -> ExitCode {
    let done = match Command::parse().verb {
        Verb::Setup => setup::run(),
        Verb::Serve(options) => serve::run(&options),
        Verb::Dev(options) => dev::run(&options),
        Verb::Build(options) => build::run(&options),
        Verb::Check { file } => cli::check(&file),
        Verb::Test(options) => test::run(&options),
        Verb::Bench { what } => bench::run(&what),
        Verb::Pack(options) => pack::run(&options),
        Verb::Size(options) => size::run(&options),
        Verb::Lint => lint::run(),
        Verb::Bundle => bundle::run(),
    };
    done.unwrap_or_else(|error| {
        eprintln!("\nerror: {error:#}");
        ExitCode::FAILURE
    })
}

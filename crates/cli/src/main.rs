//! `vitrine`: checks a portfolio, makes its site and serves it. One file a verb.

mod audience;
mod body;
mod build;
mod change;
mod changed;
mod check;
mod dev;
mod doctor;
mod edited;
mod explain;
mod export;
mod folder;
mod front_end;
mod icon;
mod icons;
mod import;
mod languages;
mod migrate;
mod new;
mod output;
mod portfolio_file;
mod replace;
mod serve;
mod shell;
mod terminal;
mod words;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};
use terminal::{Colour, Terminal};

/// The file has problems.
const PROBLEMS: u8 = 1;
/// The command could not do its work.
const FAILURE: u8 = 2;

/// Which engine this is, which format it reads, and whether it can make sites.
fn version() -> &'static str {
    const WHOLE: &str = concat!(env!("CARGO_PKG_VERSION"), " (format of portfolios: version 1)");
    const BARE: &str = concat!(env!("CARGO_PKG_VERSION"), " (format of portfolios: version 1; without a front end)");
    if front_end::is_there() { WHOLE } else { BARE }
}

#[derive(Parser)]
#[command(name = "vitrine", version = version(), about = "Makes a fast static site of one portfolio.json", after_help = AFTER)]
struct Command {
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    color: Colour,
    /// Say only what is asked for, and what is wrong
    #[arg(long, short, global = true)]
    quiet: bool,
    #[command(subcommand)]
    verb: Verb,
}

/// What stands at the end of the help.
const AFTER: &str = "Exit codes: 0 all is well, 1 the file has problems, 2 the command could not do its work.";

#[derive(Subcommand)]
enum Verb {
    /// Start a portfolio: a file to fill in, and what publishes it
    New(new::Options),
    /// Show the site while it is written: every save is seen at once, and so is what is wrong
    Dev(dev::Options),
    /// List every problem of portfolio files
    Check(check::Options),
    /// Say what the code of a problem means, with an example
    Explain(explain::Options),
    /// Write the site of a portfolio into a folder
    Build(build::Options),
    /// Bring what you have: a résumé, a LinkedIn archive, GitHub, git, diagrams
    Import(import::Options),
    /// Serve a finished site as a good static host would
    Serve(serve::Options),
    /// Make something else than a site of a portfolio: a résumé, a text, a drawing, a PDF, one file
    Export(export::Options),
    /// Print what pages say themselves in a language, for words of one's own
    Words(words::Options),
    /// Rewrite portfolio files of an earlier version of the format in the words of this one
    Migrate(migrate::Options),
    /// Tell what each verb needs, and whether it is there
    Doctor(doctor::Options),
    /// Print a script that completes this command in a shell
    Completions(shell::Completions),
    /// Print the manual page, or write the pages of all verbs
    Man(shell::Manual),
    /// Print the icons that portfolios have use for, as the page reads them
    #[command(hide = true)]
    Icons(icons::Options),
}

fn main() -> ExitCode {
    let Command { color, quiet, verb } = Command::parse();
    let terminal = Terminal { colour: color, is_quiet: quiet };
    let done = match verb {
        Verb::New(options) => new::run(&options, terminal),
        Verb::Dev(options) => dev::run(&options, terminal),
        Verb::Check(options) => check::run(&options, terminal),
        Verb::Explain(options) => explain::run(&options),
        Verb::Build(options) => build::run(&options, terminal),
        Verb::Import(options) => import::run(&options, terminal),
        Verb::Serve(options) => serve::run(&options, terminal),
        Verb::Export(options) => export::run(&options, terminal),
        Verb::Words(options) => words::run(&options),
        Verb::Migrate(options) => migrate::run(&options, terminal),
        Verb::Doctor(options) => Ok(doctor::run(&options, terminal)),
        Verb::Completions(options) => Ok(shell::completions(&options, Command::command())),
        Verb::Man(options) => shell::manual(&options, Command::command()),
        Verb::Icons(options) => icons::run(&options),
    };
    done.unwrap_or_else(|error| {
        terminal.fail(format!("{error:#}"));
        ExitCode::from(if error.is::<portfolio_file::NotText>() { PROBLEMS } else { FAILURE })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Command::command().debug_assert();
    }

    #[test]
    fn the_version_names_the_format() {
        assert!(version().contains(&format!("version {}", vitrine_model::version::VERSION)));
    }
}

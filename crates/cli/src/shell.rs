//! What shells and manuals are told of the command: completions and a page.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap_complete::Shell;

use crate::terminal::print;

/// For which shell.
#[derive(clap::Args)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

/// Prints the script of a shell.
pub fn completions(options: &Completions, mut command: clap::Command) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut command, "vitrine", &mut script);
    print(String::from_utf8_lossy(&script));
    ExitCode::SUCCESS
}

/// Where manual pages go.
#[derive(clap::Args)]
pub struct Manual {
    /// A folder to write the page of each verb into
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Prints the manual page of the command, or writes those of all verbs.
///
/// # Errors
/// When they can't be written.
pub fn manual(options: &Manual, command: clap::Command) -> Result<ExitCode> {
    let command = command.disable_help_subcommand(true);
    match &options.out {
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(command).render(&mut page)?;
            print(String::from_utf8_lossy(&page));
        }
        Some(folder) => {
            fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
            clap_mangen::generate_to(command, folder)
                .with_context(|| format!("cannot write into {}", folder.display()))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

//! `setup`: installs what building needs, and knows how to run a program with it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::tool::Tool;
use crate::toolchain::Toolchain;
use crate::{place, step};

/// A machine that can build the site.
pub struct Machine {
    toolchain: Toolchain,
    path: OsString,
    versions: String,
}

/// Installs what is missing and says where it is.
///
/// # Errors
/// When something cannot be installed, with what to do.
pub fn run() -> Result<ExitCode> {
    let machine = Machine::ready()?;
    println!("Ready to build with {}.", machine.versions);
    println!("Tools of the project's own are in {}", place::tools()?.display());
    Ok(ExitCode::SUCCESS)
}

impl Machine {
    /// Makes this machine ready, installing only what is missing.
    ///
    /// # Errors
    /// When something cannot be installed, with what to do.
    pub fn ready() -> Result<Self> {
        let toolchain = Toolchain::find()?;
        let tools = Tool::all();
        install_missing(&tools)?;
        let mut folders = Vec::new();
        for tool in &tools {
            folders.extend(tool.folder()?);
        }
        let inherited = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(folders.into_iter().chain(std::env::split_paths(&inherited)))
            .context("a folder's name cannot stand in PATH")?;
        let icons = Tool::simple_icons();
        // A site without icons is a whole site still.
        let icons = match icons.ready() {
            Ok(_) => icons.label(),
            Err(error) => {
                step::note(&format!("{error:#}. The site is built without icons."));
                "no icons".to_owned()
            }
        };
        let mut versions: Vec<String> = tools.iter().map(Tool::label).chain([icons]).collect();
        versions.push(toolchain.version());
        Ok(Self { toolchain, path, versions: versions.join(", ") })
    }

    /// A command that finds the tools and the wasm toolchain, started in the project's folder.
    pub fn command(&self, program: &str) -> Command {
        let found = which::which_in(program, Some(&self.path), place::project());
        let mut command = Command::new(found.unwrap_or_else(|_| PathBuf::from(program)));
        command.current_dir(place::project()).env("PATH", &self.path);
        self.toolchain.apply(&mut command);
        // Trunk's hook calls this program back; without cargo in between that works on any toolchain.
        if let Ok(own) = std::env::current_exe() {
            command.env("VITRINE_XTASK", own);
        }
        command
    }

    /// Has a command look for programs in one more folder, before all others.
    ///
    /// # Errors
    /// When the folder's name can't stand in PATH.
    pub fn put_first(&self, command: &mut Command, folder: &Path) -> Result<()> {
        let folders = std::iter::once(folder.to_owned()).chain(std::env::split_paths(&self.path));
        command.env("PATH", std::env::join_paths(folders).context("a folder's name cannot stand in PATH")?);
        Ok(())
    }

    /// Whether a program built here is as small as `budget.json` wants it.
    pub fn makes_smallest(&self) -> bool {
        self.toolchain.can_be_smaller()
    }

    /// What a release build's environment holds beyond that.
    pub fn release(&self) -> Vec<(&'static str, String)> {
        self.toolchain.release()
    }

    /// Whether the toolchain for wasm32 brings clippy.
    pub fn has_clippy(&self) -> bool {
        self.toolchain.env.is_empty()
    }

    /// The tools' versions, which a built site depends on.
    pub fn versions(&self) -> &str {
        &self.versions
    }
}

/// Installs side by side: they wait for a network.
fn install_missing(tools: &[Tool]) -> Result<()> {
    let mut missing = Vec::new();
    for tool in tools {
        if !tool.is_ready()? {
            missing.push(tool);
        }
    }
    for tool in &missing {
        step::announce(&format!("Install {}, once", tool.label()), tool.patience());
    }
    let outcomes: Vec<Result<()>> = std::thread::scope(|scope| {
        let running: Vec<_> = missing.iter().map(|tool| scope.spawn(|| tool.install())).collect();
        running
            .into_iter()
            .map(|install| install.join().unwrap_or_else(|_| anyhow::bail!("an installation panicked")))
            .collect()
    });
    outcomes.into_iter().collect()
}

//! How the command speaks: results to standard output, everything else to standard error.

use std::fmt::Display;
use std::io::{ErrorKind, IsTerminal as _, Write as _, stderr, stdout};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

/// After so long without a word a step says that it is at work.
const PATIENCE: Duration = Duration::from_secs(1);

/// When to use colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Colour {
    /// At a terminal, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Also into files and pipes
    Always,
    /// Nowhere
    Never,
}

/// What is said, and how.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terminal {
    /// When to use colours.
    pub colour: Colour,
    /// Whether only what is asked for and what is wrong is said.
    pub is_quiet: bool,
}

impl Terminal {
    /// Whether what goes to standard output has colours.
    pub fn has_colour(self) -> bool {
        self.is_coloured(stdout().is_terminal())
    }

    /// Source: no-color.org: any value that is not empty counts.
    fn is_coloured(self, is_terminal: bool) -> bool {
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => is_terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }

    /// Tells what was done.
    pub fn say(self, text: impl Display) {
        if !self.is_quiet {
            eprintln!("{text}");
        }
    }

    /// Tells why the command could not do its work.
    pub fn fail(self, text: impl Display) {
        let (start, end) = if self.is_coloured(stderr().is_terminal()) { ("\x1b[1;31m", "\x1b[0m") } else { ("", "") };
        eprintln!("{start}error{end}: {text}");
    }

    /// Does something that may take a while, and says so if it does: "Drawing pictures…".
    pub fn step<T>(self, text: &'static str, work: impl FnOnce() -> T) -> T {
        let (done, waiting): (Sender<()>, _) = channel();
        if !self.is_quiet {
            thread::spawn(move || {
                if waiting.recv_timeout(PATIENCE) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                    eprintln!("{text}…");
                }
            });
        }
        let result = work();
        drop(done);
        result
    }
}

/// Writes a result to standard output. Whoever reads it may have read enough, which is no reason to leave work undone.
pub fn print(text: impl Display) {
    let mut out = stdout().lock();
    let written = write!(out, "{text}").and_then(|()| out.flush());
    if let Err(error) = written
        && error.kind() != ErrorKind::BrokenPipe
    {
        eprintln!("error: cannot write to standard output: {error}");
        std::process::exit(i32::from(crate::FAILURE));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_where_they_are_asked_for() {
        let terminal = |colour| Terminal { colour, is_quiet: false };
        assert!(terminal(Colour::Always).is_coloured(false));
        assert!(!terminal(Colour::Never).is_coloured(true));
        assert!(!terminal(Colour::Auto).is_coloured(false));
    }
}

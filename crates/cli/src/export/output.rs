//! Where an export goes.

use std::io::{Write as _, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};

use crate::replace;
use crate::terminal::Terminal;

/// A file, or standard output.
pub struct Output(Option<PathBuf>);

impl Output {
    /// What was asked for, or else a file of that name, or else standard output; never the portfolio itself.
    ///
    /// # Errors
    /// When that is no place for a file.
    pub fn new(asked: Option<&Path>, usual: Option<&str>, portfolio: &Path) -> Result<Self> {
        let file = match (asked, usual) {
            (Some(file), _) if file == Path::new("-") => return Ok(Self(None)),
            (Some(file), _) => file.to_owned(),
            (None, Some(name)) => PathBuf::from(name),
            (None, None) => return Ok(Self(None)),
        };
        ensure!(!file.is_dir(), "{} is a folder; name the file to write", file.display());
        let is_own = matches!((file.canonicalize(), portfolio.canonicalize()), (Ok(a), Ok(b)) if a == b);
        ensure!(!is_own, "{} is the portfolio itself; write to another file", file.display());
        Ok(Self(Some(file)))
    }

    /// Writes all of it, or leaves what was there.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn write(&self, bytes: &[u8], terminal: Terminal) -> Result<()> {
        match &self.0 {
            None => {
                let mut out = stdout().lock();
                out.write_all(bytes).and_then(|()| out.flush()).context("cannot write to standard output")
            }
            Some(file) => {
                replace::file(file, bytes)?;
                let size = bytes.len().div_ceil(1000);
                terminal.say(format_args!("Wrote {} ({size} kB).", file.display()));
                Ok(())
            }
        }
    }
}

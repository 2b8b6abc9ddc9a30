//! A change of a file: shown, agreed to, and written so that nothing is lost.

use std::fs;
use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use similar::TextDiff;

use crate::replace;
use crate::terminal::Terminal;

/// What is to become of a file.
pub struct Change<'a> {
    /// The file.
    pub file: &'a Path,
    /// What it holds, if it is there.
    pub before: Option<&'a str>,
    /// What it is to hold.
    pub after: &'a str,
}

impl Change<'_> {
    /// Whether nothing changes.
    pub fn is_none(&self) -> bool {
        self.before == Some(self.after)
    }

    /// The change as a unified diff; of a new file nothing but its name.
    pub fn diff(&self, has_colour: bool) -> String {
        let Some(before) = self.before else { return String::new() };
        let name = self.file.display().to_string();
        let diff = TextDiff::from_lines(before, self.after);
        let unified = diff.unified_diff().context_radius(3).header(&name, &name).to_string();
        if !has_colour {
            return unified;
        }
        let coloured = |(number, line): (usize, &str)| {
            let (start, end) = match line.as_bytes().first() {
                _ if number < 2 => ("\x1b[1m", "\x1b[0m"),
                Some(b'-') => ("\x1b[31m", "\x1b[0m"),
                Some(b'+') => ("\x1b[32m", "\x1b[0m"),
                Some(b'@') => ("\x1b[36m", "\x1b[0m"),
                _ => ("", ""),
            };
            [start, line, end, "\n"].concat()
        };
        unified.lines().enumerate().map(coloured).collect()
    }

    /// Whether it may be written: a new file may; of one that is there somebody at a terminal is asked, unless that was said before.
    ///
    /// # Errors
    /// When there is nobody to ask.
    pub fn is_agreed(&self, yes: bool, input_is_taken: bool) -> Result<bool> {
        if yes || self.before.is_none() {
            return Ok(true);
        }
        if input_is_taken || !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
            bail!("nothing was written: there is nobody to ask; `--yes` writes it, `--dry-run` only shows it");
        }
        eprint!("Write this to {}? [y/N] ", self.file.display());
        std::io::stderr().flush()?;
        let mut answer = String::new();
        std::io::stdin().read_line(&mut answer).context("cannot read the answer")?;
        Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
    }

    /// Writes it, with a copy of what was there beside it.
    ///
    /// # Errors
    /// When the file was changed meanwhile, or one can't be written.
    pub fn write(&self, terminal: Terminal) -> Result<()> {
        let name = self.file.display();
        if let Some(before) = self.before {
            let is_same = fs::read(self.file).is_ok_and(|now| now == before.as_bytes());
            if !is_same {
                bail!("{name} was changed meanwhile, and nothing was written; run it again");
            }
            let backup = backup(self.file);
            fs::copy(self.file, &backup)
                .with_context(|| format!("cannot write {}; nothing was written", backup.display()))?;
            write(self.file, self.after)?;
            terminal.say(format!("{name} is written; what it was before is {}", backup.display()));
        } else {
            write(self.file, self.after)?;
            terminal.say(format!("{name} is written; `vitrine check` says what could be better"));
        }
        Ok(())
    }
}

fn write(file: &Path, text: &str) -> Result<()> {
    replace::file(file, text.as_bytes()).context("nothing was written")
}

/// A name for a copy that nothing has: `portfolio.json.bak`, `portfolio.json.bak.1`.
fn backup(file: &Path) -> PathBuf {
    let with = |ending: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let numbered = (1..).map(|number: u32| with(&format!(".bak.{number}")));
    std::iter::once(with(".bak")).chain(numbered).find(|name| !name.exists()).unwrap_or_else(|| with(".bak"))
}

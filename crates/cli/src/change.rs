//! A change of a file: shown, agreed to, and written so that nothing is lost.

use std::fs;
use std::io::{IsTerminal as _, Write as _, stderr, stdin};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use similar::TextDiff;

use crate::replace;

/// Lines shown around each that changes.
const AROUND: usize = 3;

/// What is to become of a file.
pub struct Change<'a> {
    /// The file.
    pub file: &'a Path,
    /// What it holds, if it is there.
    pub before: Option<&'a str>,
    /// What it is to hold.
    pub after: &'a str,
}

/// What somebody says to a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// It is to be written.
    Given,
    /// It is not.
    Refused,
    /// There is nobody to ask.
    NobodyToAsk,
}

impl Change<'_> {
    /// Whether nothing changes.
    pub fn is_none(&self) -> bool {
        self.before == Some(self.after)
    }

    /// The change as a unified diff; of a new file nothing, since all of it would be new.
    pub fn diff(&self, has_colour: bool) -> String {
        let Some(before) = self.before else { return String::new() };
        let name = self.file.display().to_string();
        let diff = TextDiff::from_lines(before, self.after);
        let unified = diff.unified_diff().context_radius(AROUND).header(&name, &name).to_string();
        if has_colour { coloured(&unified) } else { unified }
    }

    /// Whether it may be written: a new file may; of one that is there somebody at a terminal is asked, unless that was said before. Where
    /// standard input is read for something else nobody can answer.
    ///
    /// # Errors
    /// When the terminal can't be read.
    pub fn consent(&self, yes: bool, input_is_taken: bool) -> Result<Consent> {
        if yes || self.before.is_none() {
            return Ok(Consent::Given);
        }
        if input_is_taken || !stdin().is_terminal() || !stderr().is_terminal() {
            return Ok(Consent::NobodyToAsk);
        }
        eprint!("Write this to {}? [y/N] ", self.file.display());
        stderr().flush().context("cannot write to the terminal")?;
        let mut answer = String::new();
        stdin().read_line(&mut answer).context("cannot read from the terminal")?;
        let is_yes = matches!(answer.trim().to_lowercase().as_str(), "y" | "yes");
        Ok(if is_yes { Consent::Given } else { Consent::Refused })
    }

    /// Writes it: the file is the old or the new one at every moment.
    ///
    /// # Errors
    /// When the file has changed since it was read, or can't be written.
    pub fn write(&self) -> Result<()> {
        self.ensure_current()?;
        replace::file(self.file, self.after.as_bytes()).context("nothing was written")
    }

    /// Writes it, with a copy of what was there beside it; the copy's name.
    ///
    /// # Errors
    /// As [`Self::write`], and when the copy can't be written.
    pub fn write_with_backup(&self) -> Result<Option<PathBuf>> {
        self.ensure_current()?;
        let backup = self.before.map(|_| backup(self.file));
        if let Some(backup) = &backup {
            fs::copy(self.file, backup)
                .with_context(|| format!("cannot write {}; nothing was written", backup.display()))?;
        }
        self.write()?;
        Ok(backup)
    }

    fn ensure_current(&self) -> Result<()> {
        let Some(before) = self.before else { return Ok(()) };
        let name = self.file.display();
        let now = fs::read(self.file).with_context(|| format!("cannot read {name}; nothing was written"))?;
        if now != before.as_bytes() {
            bail!("{name} has changed meanwhile, and nothing was written; run this again");
        }
        Ok(())
    }
}

/// A unified diff with the colours that such have.
fn coloured(unified: &str) -> String {
    let line = |(number, line): (usize, &str)| {
        let colour = match line.as_bytes().first() {
            _ if number < 2 => "\x1b[1m",
            Some(b'-') => "\x1b[31m",
            Some(b'+') => "\x1b[32m",
            Some(b'@') => "\x1b[36m",
            _ => return line.to_owned(),
        };
        let text = line.trim_end_matches('\n');
        [colour, text, "\x1b[0m", &line[text.len()..]].concat()
    };
    unified.split_inclusive('\n').enumerate().map(line).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_or_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("portfolio.json");
        fs::write(&file, "old").unwrap();
        let change = |before, after| Change { file: &file, before: Some(before), after };
        change("old", "new").write().unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        for result in [change("old", "newer").write(), change("old", "newer").write_with_backup().map(drop)] {
            let said = result.unwrap_err().to_string();
            assert!(said.contains("has changed meanwhile"), "{said}");
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        let mut rights = fs::metadata(&file).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&file, rights).unwrap();
        let said = format!("{:#}", change("new", "newer").write().unwrap_err());
        assert!(said.contains("may only be read"), "{said}");
    }

    #[test]
    fn each_copy_of_what_was_there_has_a_name_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("portfolio.json");
        assert_eq!(Change { file: &file, before: None, after: "a" }.write_with_backup().unwrap(), None);
        for (before, after, ending) in [("a", "b", ".bak"), ("b", "c", ".bak.1")] {
            let backup = Change { file: &file, before: Some(before), after }.write_with_backup().unwrap().unwrap();
            assert!(backup.to_string_lossy().ends_with(ending));
            assert_eq!(fs::read_to_string(backup).unwrap(), before);
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), "c");
    }

    #[test]
    fn a_diff_shows_what_changes_and_a_little_around_it() {
        let diff = |before, after, colour| Change { file: Path::new("p.json"), before, after }.diff(colour);
        assert_eq!(diff(Some("a\nb\n"), "a\nb\n", true), "");
        assert_eq!(diff(None, "a\n", false), "");
        let expected = "--- p.json\n+++ p.json\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n";
        assert_eq!(diff(Some("a\nb\nc\n"), "a\nB\nc\n", false), expected);
        let coloured = diff(Some("a\nb\nc\n"), "a\nB\nc\n", true);
        assert!(coloured.contains("\n\x1b[31m-b\x1b[0m\n\x1b[32m+B\x1b[0m\n c\n"), "{coloured}");
    }
}

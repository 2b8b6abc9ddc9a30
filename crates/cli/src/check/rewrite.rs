//! Writes a mended file back: shown first, asked for, and in one piece.

use std::fmt::Write as _;
use std::fs;
use std::io::{IsTerminal as _, Write as _, stderr, stdin};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use similar::TextDiff;

use crate::replace;
use crate::terminal::Terminal;

/// What would change, as a unified diff; empty where nothing does.
pub fn diff(name: &str, before: &str, after: &str) -> String {
    let mut shown = String::new();
    if before != after {
        let diff = TextDiff::from_lines(before, after);
        let _ = write!(shown, "{}", diff.unified_diff().context_radius(2).header(name, &format!("{name} (mended)")));
    }
    shown
}

/// Whether to write: `--yes` says so, and at a terminal its user; elsewhere nobody does.
pub fn is_wanted(name: &str, yes: bool, terminal: Terminal) -> Result<bool> {
    if yes {
        return Ok(true);
    }
    if !stdin().is_terminal() || !stderr().is_terminal() {
        terminal.say(format_args!("{name} is not changed; `--yes` writes it."));
        return Ok(false);
    }
    eprint!("Write this to {name}? [y/N] ");
    stderr().flush().context("cannot write to the terminal")?;
    let mut answer = String::new();
    stdin().read_line(&mut answer).context("cannot read from the terminal")?;
    Ok(matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes"))
}

/// Writes a text in the place of a file, which is the old or the new one at every moment.
///
/// # Errors
/// When the file has changed since it was read, or its folder can't be written.
pub fn write(file: &Path, before: &str, after: &str) -> Result<()> {
    // What a link leads to is written, not the link.
    let file = file.canonicalize().with_context(|| format!("cannot find {}", file.display()))?;
    let now = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    if now != before.as_bytes() {
        bail!("{} has changed meanwhile, and is left as it is; run this again", file.display());
    }
    replace::file(&file, after.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_whole_or_stays_as_it_was() {
        let folder = std::env::temp_dir().join(format!("vitrine-rewrite-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("portfolio.json");
        fs::write(&file, "old").unwrap();
        write(&file, "old", "new").unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        let told = write(&file, "old", "newer").unwrap_err().to_string();
        assert!(told.contains("has changed meanwhile"), "{told}");
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left beside it");
        let mut rights = fs::metadata(&file).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&file, rights).unwrap();
        let told = format!("{:#}", write(&file, "new", "newer").unwrap_err());
        assert!(told.contains("may only be read"), "{told}");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_diff_shows_what_changes_and_a_little_around_it() {
        assert_eq!(diff("p.json", "a\nb\n", "a\nb\n"), "");
        let expected = "--- p.json\n+++ p.json (mended)\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n";
        assert_eq!(diff("p.json", "a\nb\nc\n", "a\nB\nc\n"), expected);
    }
}

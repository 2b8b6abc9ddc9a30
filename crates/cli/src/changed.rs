//! When a portfolio last changed, as its history tells.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// The day of a file's last change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// It has been edited, and the edit is in no history yet.
    Today,
    /// As it was last committed.
    On {
        /// `2026-03-14`, in UTC.
        day: String,
        /// Whether the history begins with that commit only because the clone was cut off there.
        is_cut: bool,
    },
}

/// The day on which a file last changed, if git knows.
pub fn changed(file: &Path) -> Option<Changed> {
    let file = file.canonicalize().ok()?;
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.args(arguments).arg("--").arg(file.file_name()?).current_dir(file.parent()?);
        // Everybody's day, wherever the change was made.
        answer(git.env("TZ", "UTC"))
    };
    // What git has not been told of is new.
    if !git(&["status", "--porcelain", "--ignored"])?.is_empty() {
        return Some(Changed::Today);
    }
    let last = git(&["log", "-1", "--format=%H %cd", "--date=format-local:%Y-%m-%d"])?;
    let (commit, day) = last.split_once(' ')?;
    Some(Changed::On { day: day.to_owned(), is_cut: cuts(file.parent()?).contains(commit) })
}

/// The commits at which the history of a clone was cut, one a line.
pub fn cuts(folder: &Path) -> String {
    let mut git = Command::new("git");
    git.args(["rev-parse", "--git-path", "shallow"]).current_dir(folder);
    answer(&mut git).and_then(|file| fs::read_to_string(folder.join(file)).ok()).unwrap_or_default()
}

/// What `command` prints on standard output, if it runs and succeeds.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portfolio_is_as_old_as_its_last_change() {
        let folder = std::env::temp_dir().join(format!("vitrine-changed-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let (file, other) = (folder.join("portfolio.json"), folder.join("other.json"));
        fs::write(&file, "{}").unwrap();
        assert_eq!(changed(&file), None, "without a history nobody knows");
        let git = |arguments: &[&str], date: &str| {
            let mut git = Command::new("git");
            git.args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]);
            git.args(arguments).current_dir(&folder).env("GIT_AUTHOR_DATE", date).env("GIT_COMMITTER_DATE", date);
            assert!(git.output().unwrap().status.success(), "git {arguments:?}");
        };
        let commit = |date: &str| {
            git(&["add", "."], date);
            git(&["commit", "-q", "-m", "x"], date);
        };
        git(&["init", "-q"], "");
        assert_eq!(changed(&file), Some(Changed::Today), "what is new is of today");
        commit("2026-03-01T01:00:00+0900");
        fs::write(&other, "{}").unwrap();
        commit("2026-04-01T12:00:00+0000");
        let expected = Changed::On { day: "2026-02-28".to_owned(), is_cut: false };
        assert_eq!(changed(&file), Some(expected), "the day in UTC, whatever else has changed");
        fs::write(&file, "{ }").unwrap();
        assert_eq!(changed(&file), Some(Changed::Today), "what was edited is of today");
        fs::remove_dir_all(&folder).unwrap();
    }
}

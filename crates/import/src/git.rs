//! What `git log --date=short` says of somebody's commits, as days with counts.

use std::collections::{BTreeMap, BTreeSet};

use vitrine_model::Day;

use crate::{Import, ImportError, Value};

/// How `git log` is asked, but for whose commits.
pub const ARGUMENTS: [&str; 4] = ["log", "--all", "--pretty=format:%H %ad", "--date=short"];

/// Counts the commits of logs, each with the name of what it is of; a commit that is in several counts once. `today` is the last day
/// that is believed.
///
/// # Errors
/// When there is no commit in them.
pub fn read(logs: &[(String, String)], today: Day) -> Result<Import, ImportError> {
    let (mut days, mut seen, mut later) = (BTreeMap::<Day, u64>::new(), BTreeSet::new(), 0);
    let mut names = Vec::new();
    for (name, log) in logs {
        let mut any = false;
        let mut commit = None;
        for line in log.lines().filter(|line| !line.starts_with(char::is_whitespace)) {
            let words: Vec<&str> = line.split_whitespace().collect();
            commit = words.iter().find(|word| is_hash(word)).copied().or(commit);
            let Some(day) = words.iter().find_map(|word| Day::parse(word)) else { continue };
            if commit.take().is_some_and(|hash| !seen.insert(hash.to_owned())) {
                continue;
            }
            any = true;
            if day > today {
                later += 1;
            } else {
                *days.entry(day).or_default() += 1;
            }
        }
        if any && !names.contains(name) {
            names.push(name.clone());
        }
    }
    if days.is_empty() {
        return Err(ImportError("there is no commit of this author in it".into()));
    }
    let source = format!("Commits in {}", names.join(", "));
    let notes = if later > 0 { vec![format!("commits from days to come are left out ({later})")] } else { Vec::new() };
    let portfolio = Value::object([("version", 1_u64.into()), ("contributions", contributions(&source, today, &days))]);
    Ok(Import { portfolio, notes })
}

fn is_hash(word: &str) -> bool {
    word.len() >= 7 && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Days with counts, as a portfolio has them; days without any are none.
pub fn contributions(source: &str, taken: Day, days: &BTreeMap<Day, u64>) -> Value {
    let day = |(day, count): (&Day, &u64)| Value::object([("date", day.iso().into()), ("count", (*count).into())]);
    Value::object([
        ("source", source.into()),
        ("taken", taken.iso().into()),
        ("days", days.iter().filter(|(_, count)| **count > 0).map(day).collect()),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commits_are_counted_by_day_and_once() {
        let logs = [
            ("loom".to_owned(), "aaaaaaa1 2024-03-05\naaaaaaa2 2024-03-05\naaaaaaa3 2031-01-01\n".to_owned()),
            ("fork".to_owned(), "aaaaaaa2 2024-03-05\nbbbbbbb1 2024-03-06".to_owned()),
            ("none".to_owned(), String::new()),
            ("plain".to_owned(), "2024-03-06\n2024-03-06\n".to_owned()),
            (
                "usual".to_owned(),
                "commit cccccccc\nAuthor: Ada <a@example.org>\nDate:   2024-03-07\n\n    Since 2020-01-01\n".to_owned(),
            ),
        ];
        let import = read(&logs, Day::parse("2026-11-30").unwrap()).unwrap();
        let expected = r#"{"source":"Commits in loom, fork, plain, usual","taken":"2026-11-30","days":[{"date":"2024-03-05","count":2},{"date":"2024-03-06","count":3},{"date":"2024-03-07","count":1}]}"#;
        assert_eq!(import.portfolio.get("contributions").unwrap().to_string(), expected);
        assert_eq!(import.notes, ["commits from days to come are left out (1)"]);
        assert!(read(&[("x".to_owned(), "fatal: nothing".to_owned())], Day(0)).is_err());
    }
}

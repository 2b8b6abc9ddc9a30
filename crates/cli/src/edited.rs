//! When each entry of a portfolio was last edited, as its history tells line by line.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use vitrine_model::{Day, JsonPath, Segment};

use crate::changed::{answer, cuts};
use crate::check::places::Places;

/// The lists whose entries a feed has.
const LISTS: [&str; 2] = ["projects", "writing"];
const SECONDS_A_DAY: i64 = 86_400;

/// The days of entries by their titles. What git has not been told of was edited on the day `now`. An entry of which nobody knows is
/// left out: no line of it is later than where the history of this clone was cut off.
pub fn edited(file: &Path, text: &str, now: Day) -> Vec<(String, Day)> {
    let (Some(lines), Ok(json)) = (lines(file, now), serde_json::from_str::<Value>(text)) else { return Vec::new() };
    let places = Places::of(text);
    let line = |byte: usize| text.get(..byte).unwrap_or_default().matches('\n').count();
    let mut days = BTreeMap::new();
    for list in LISTS {
        for (index, entry) in json[list].as_array().into_iter().flatten().enumerate() {
            let title = entry.get("title").unwrap_or(entry);
            // In one language, or in several.
            let titles = title
                .as_str()
                .into_iter()
                .chain(title.as_object().into_iter().flat_map(|by| by.values().filter_map(Value::as_str)));
            let place = places.value(&JsonPath(vec![Segment::Key(list.to_owned()), Segment::Index(index)]));
            let lines = lines.get(line(place.start)..=line(place.end)).unwrap_or_default();
            if let Some(day) = lines.iter().flatten().max() {
                for title in titles {
                    let latest = days.entry(title.trim().to_owned()).or_insert(*day);
                    *latest = (*latest).max(*day);
                }
            }
        }
    }
    days.into_iter().collect()
}

/// The day of each line; of none that was there when the history begins.
fn lines(file: &Path, now: Day) -> Option<Vec<Option<Day>>> {
    let file = file.canonicalize().ok()?;
    let mut git = Command::new("git");
    git.args(["blame", "-w", "--line-porcelain", "--"]).arg(file.file_name()?).current_dir(file.parent()?);
    let (blame, cuts) = (answer(&mut git)?, cuts(file.parent()?));
    let (mut lines, mut commit, mut day) = (Vec::new(), "", None);
    for line in blame.lines() {
        if line.starts_with('\t') {
            let is_new = !commit.is_empty() && commit.bytes().all(|byte| byte == b'0');
            lines.push(if is_new { Some(now) } else { day.filter(|_| !cuts.contains(commit)) });
            commit = "";
        } else if let Some(seconds) = line.strip_prefix("committer-time ") {
            let days = seconds.parse::<i64>().ok()?.div_euclid(SECONDS_A_DAY);
            day = i32::try_from(days).ok().map(Day);
        } else if commit.is_empty() {
            commit = line.split(' ').next().unwrap_or_default();
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn an_entry_is_as_old_as_the_last_edit_of_its_own_lines() {
        let folder = std::env::temp_dir().join(format!("vitrine-edited-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("portfolio.json");
        let git = |arguments: &[&str], date: &str| {
            let mut git = Command::new("git");
            git.args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]);
            git.args(arguments).current_dir(&folder).env("GIT_AUTHOR_DATE", date).env("GIT_COMMITTER_DATE", date);
            assert!(git.output().unwrap().status.success(), "git {arguments:?}");
        };
        let text = |first: &str, second: &str, name: &str| {
            format!(
                "{{\n\"projects\": [\n  {{ \"title\": \"A\",\n    \"summary\": \"{first}\" }},\n  {{ \"title\": \"B\",\n    \
                 \"summary\": \"{second}\" }}\n],\n\"writing\": [\n  {{ \"title\": \"C\" }}\n],\n\"profile\": \"{name}\"\n}}\n"
            )
        };
        let now = Day::parse("2026-05-05").unwrap();
        let said = |text: &str| {
            let days = edited(&file, text, now).into_iter();
            days.map(|(title, day)| format!("{title} {}", day.iso())).collect::<Vec<_>>().join(", ")
        };
        let write = |text: &str| fs::write(&file, text).unwrap();
        write(&text("x", "y", "Ada"));
        assert_eq!(said(&text("x", "y", "Ada")), "", "without a history nobody knows");
        git(&["init", "-q"], "");
        git(&["add", "."], "");
        git(&["commit", "-q", "-m", "x"], "2026-03-01T12:00:00+0000");
        for (first, second, name, day) in [("x", "y", "Bo", "2026-03-08"), ("x", "z", "Bo", "2026-03-09")] {
            write(&text(first, second, name));
            git(&["commit", "-q", "-a", "-m", "x"], &format!("{day}T12:00:00+0000"));
        }
        assert_eq!(said(&text("x", "z", "Bo")), "A 2026-03-01, B 2026-03-09, C 2026-03-01");
        write(&text("w", "z", "Bo").replace("  {", "      {"));
        assert_eq!(
            said(&fs::read_to_string(&file).unwrap()),
            "A 2026-05-05, B 2026-03-09, C 2026-03-01",
            "but for space"
        );
        fs::remove_dir_all(&folder).unwrap();
    }
}

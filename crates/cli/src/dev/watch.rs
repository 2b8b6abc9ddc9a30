//! Whether files have changed: asked again and again, which works on every file system, in containers and over networks, where
//! notices of changes get lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// So long after a change, a file's time may stay the same at another change: some file systems count in steps of two seconds.
const COARSE: Duration = Duration::from_secs(3);

/// What tells one state of a file or folder from another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Stamp {
    changed: Option<SystemTime>,
    size: u64,
    /// What it holds, while its time can't be relied on.
    holds: Option<u64>,
}

/// Files and folders, and how they were last seen.
#[derive(Debug, Default)]
pub struct Watch {
    seen: BTreeMap<PathBuf, Stamp>,
    /// A change that has been seen once: what is being written is left alone until it stays the same.
    is_moving: bool,
}

impl Watch {
    /// Watches these from now on, and no others.
    pub fn set(&mut self, files: impl IntoIterator<Item = PathBuf>) {
        self.seen = files
            .into_iter()
            .map(|file| (file.clone(), self.seen.remove(&file).unwrap_or_else(|| stamp(&file))))
            .collect();
    }

    /// Whether something has changed since the last time that this was true, and has stayed so since it was last asked.
    pub fn has_changed(&mut self) -> bool {
        let now: Vec<(PathBuf, Stamp)> = self.seen.keys().map(|file| (file.clone(), stamp(file))).collect();
        let is_same = now.iter().all(|(file, stamp)| self.seen.get(file).is_some_and(|seen| is_same(seen, stamp)));
        if is_same {
            return std::mem::take(&mut self.is_moving);
        }
        self.seen.extend(now);
        self.is_moving = true;
        false
    }
}

/// The content counts where it is known of both.
fn is_same(before: &Stamp, now: &Stamp) -> bool {
    match (before.holds, now.holds) {
        (Some(before), Some(now)) => before == now,
        _ => (before.changed, before.size) == (now.changed, now.size),
    }
}

fn stamp(path: &Path) -> Stamp {
    let Ok(metadata) = fs::metadata(path) else { return Stamp::default() };
    let changed = metadata.modified().ok();
    let is_fresh = changed.is_none_or(|changed| changed.elapsed().map_or(true, |age| age < COARSE));
    let holds = if metadata.is_dir() {
        Some(names(path))
    } else {
        is_fresh.then(|| fs::read(path).map(|bytes| short_hash(&bytes)).unwrap_or_default())
    };
    Stamp { changed, size: metadata.len(), holds }
}

/// Of a folder what is in it counts.
fn names(folder: &Path) -> u64 {
    let mut names: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    short_hash(names.join("/".as_ref()).as_encoded_bytes())
}

fn short_hash(bytes: &[u8]) -> u64 {
    use std::hash::{DefaultHasher, Hasher as _};
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with a file in it, watched.
    fn watched(name: &str, work: impl FnOnce(&Path, &mut Watch)) {
        let folder = std::env::temp_dir().join(format!("vitrine-watch-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("portfolio.json");
        fs::write(&file, "one").unwrap();
        let mut watch = Watch::default();
        watch.set([file.clone(), folder.join("writing"), folder.join("missing.png")]);
        assert!(!watch.has_changed() && !watch.has_changed());
        work(&file, &mut watch);
        fs::remove_dir_all(folder).unwrap();
    }

    /// Seen at the second look, when it has stayed, and only once.
    #[track_caller]
    fn assert_seen(watch: &mut Watch) {
        assert!(!watch.has_changed(), "it may be in the middle of being written");
        assert!(watch.has_changed());
        assert!(!watch.has_changed());
    }

    #[test]
    fn saves_of_every_editor_are_seen() {
        // VS Code writes into the file.
        watched("into", |file, watch| {
            fs::write(file, "two").unwrap();
            assert_seen(watch);
        });
        // Vim and JetBrains write another and put it in its place.
        watched("beside", |file, watch| {
            fs::write(file.with_extension("tmp"), "two").unwrap();
            fs::rename(file.with_extension("tmp"), file).unwrap();
            assert_seen(watch);
        });
        // Vim with a backup moves the old one away first.
        watched("away", |file, watch| {
            fs::rename(file, file.with_extension("json~")).unwrap();
            assert!(!watch.has_changed());
            fs::write(file, "two").unwrap();
            assert_seen(watch);
        });
        watched("delete", |file, watch| {
            fs::remove_file(file).unwrap();
            assert_seen(watch);
            fs::write(file, "one").unwrap();
            assert_seen(watch);
        });
    }

    #[test]
    fn a_change_is_seen_where_times_are_coarse_and_sizes_the_same() {
        watched("coarse", |file, watch| {
            let time = fs::metadata(file).unwrap().modified().unwrap();
            fs::write(file, "two").unwrap();
            fs::File::options().write(true).open(file).unwrap().set_modified(time).unwrap();
            assert_seen(watch);
        });
    }

    #[test]
    fn what_is_still_being_written_is_left_alone() {
        watched("slow", |file, watch| {
            for part in ["t", "tw", "two"] {
                fs::write(file, part).unwrap();
                assert!(!watch.has_changed());
            }
            assert!(watch.has_changed());
        });
    }

    #[test]
    fn a_save_without_a_change_is_none() {
        watched("touch", |file, watch| {
            fs::write(file, "one").unwrap();
            assert!(!watch.has_changed() && !watch.has_changed());
        });
    }

    #[test]
    fn files_that_come_and_folders_that_fill_are_seen() {
        watched("come", |file, watch| {
            fs::write(file.with_file_name("missing.png"), "picture").unwrap();
            assert_seen(watch);
            fs::create_dir(file.with_file_name("writing")).unwrap();
            assert_seen(watch);
            fs::write(file.with_file_name("writing").join("a.md"), "text").unwrap();
            assert_seen(watch);
        });
    }
}

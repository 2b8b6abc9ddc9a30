//! The folder that a site is written into.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io};

use anyhow::{Context, Result, bail, ensure};
use vitrine_frame::{copies, copy_of};
use vitrine_site::{File, HEADERS, Headers};

/// What every site of ours has, and hardly another folder.
const MARKS: [&str; 3] = ["404.html", HEADERS, "sbom.cdx.json"];

/// Where a site is put together, inside of the folder that it is for; where the one before waits; and what keeps two builds apart.
const NEW: &str = ".vitrine-new";
const OLD: &str = ".vitrine-old";
const LOCK: &str = ".vitrine-lock";
/// A build that has been at work for so long has ended without a word.
const LONGEST: Duration = Duration::from_mins(15);

/// The compressed copies of a file that are there already, by name.
pub type Ready<'a> = dyn Fn(&File) -> Vec<(String, Vec<u8>)> + 'a;

/// Writes files in place of what is in a folder, each with compressed copies where `ready` tells of some or leaves them to be made.
/// What is there stays until all of it is written. Files that are named after what they hold stay for one build more: pages in
/// caches still ask for them.
///
/// # Errors
/// When the folder holds anything but a site, unless that is meant, or a file can't be written.
pub fn write(out: &Path, files: &[File], ready: Option<&Ready<'_>>, is_meant: bool) -> Result<()> {
    ensure_ours(out, is_meant)?;
    let _lock = Lock::of(out)?;
    let new = out.join(NEW);
    let _ = fs::remove_dir_all(&new);
    let written = put_together(out, &new, files, ready, is_meant);
    if written.is_err() {
        let _ = fs::remove_dir_all(&new);
    }
    written.and_then(|()| swap(out, &new))
}

/// Writes the new site beside the one that is there.
fn put_together(out: &Path, new: &Path, files: &[File], ready: Option<&Ready<'_>>, is_meant: bool) -> Result<()> {
    let put = |name: &str, bytes: &[u8]| {
        let file = new.join(name);
        let folder = file.parent().unwrap_or(out);
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))
    };
    for file in files {
        put(&file.path, &file.bytes)?;
    }
    let mut left = Vec::new();
    for file in files {
        let Some(ready) = ready else { break };
        let mut has = ready(file);
        if has.is_empty() {
            has = copies_before(out, file);
        }
        has.iter().try_for_each(|(name, bytes)| put(name, bytes))?;
        if has.is_empty() {
            left.push((&*file.path, &*file.bytes));
        }
    }
    copies(&left).iter().try_for_each(|(name, bytes)| put(name, bytes))?;
    let kept = if is_meant { Vec::new() } else { lasting(out, new) };
    for name in kept.iter().filter(|name| !new.join(name).exists()) {
        if let Ok(bytes) = fs::read(out.join(name)) {
            put(name, &bytes)?;
        }
    }
    Ok(())
}

/// Puts a new site in the place of the one that is there, or leaves that as it was.
fn swap(out: &Path, new: &Path) -> Result<()> {
    let old = out.join(OLD);
    // Of a build that was ended in the middle of this.
    if old.exists() && !is_site(out) {
        put_back(&old, out);
    }
    let _ = fs::remove_dir_all(&old);
    fs::create_dir(&old).with_context(|| format!("cannot make {}", old.display()))?;
    let result = exchange(out, new, &old);
    if result.is_err() {
        put_back(&old, out);
    }
    // What can't be deleted is nothing that anybody sees; what could not be put back is not deleted.
    let _ = if result.is_ok() { fs::remove_dir_all(&old) } else { fs::remove_dir(&old) };
    let _ = fs::remove_dir_all(new);
    result
}

/// Moves what is in a folder to where it was.
fn put_back(old: &Path, out: &Path) {
    for path in entries(old).unwrap_or_default() {
        let _ = fs::rename(&path, out.join(path.file_name().unwrap_or_default()));
    }
}

fn is_site(out: &Path) -> bool {
    MARKS.iter().all(|file| out.join(file).is_file())
}

fn exchange(out: &Path, new: &Path, old: &Path) -> Result<()> {
    let new = entries(new)?;
    // What is hidden stays, unless the new site brings another.
    let is_brought = |path: &Path| new.iter().any(|new| new.file_name() == path.file_name());
    for path in entries(out)?.into_iter().filter(|path| !is_hidden(path) || is_brought(path)) {
        let away = fs::rename(&path, old.join(path.file_name().unwrap_or_default()));
        away.with_context(|| format!("cannot move {} away, so the site of before stays", path.display()))?;
    }
    let mut come = Vec::new();
    for path in &new {
        let own = out.join(path.file_name().unwrap_or_default());
        if let Err(error) = fs::rename(path, &own) {
            for (own, path) in &come {
                let _ = fs::rename(own, path);
            }
            return Err(error).context("cannot put the new site in place, so the one of before stays");
        }
        come.push((own, path));
    }
    Ok(())
}

/// Held while a folder is written.
struct Lock(PathBuf);

impl Lock {
    fn of(out: &Path) -> Result<Self> {
        fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
        let file = out.join(LOCK);
        let is_left = fs::metadata(&file)
            .and_then(|lock| lock.modified())
            .is_ok_and(|time| time.elapsed().is_ok_and(|age| age > LONGEST));
        if is_left {
            let _ = fs::remove_file(&file);
        }
        match fs::OpenOptions::new().write(true).create_new(true).open(&file) {
            Ok(_) => Ok(Self(file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                bail!("another build is at work on {}; if none is, delete {}", out.display(), file.display())
            }
            Err(error) => Err(error).with_context(|| format!("cannot write into {}", out.display())),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// Refuses a folder whose files are what a site is made of, or more than that.
///
/// # Errors
/// With what is in it.
pub fn ensure_apart(out: &Path, sources: &[&Path]) -> Result<()> {
    let whole = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let (folder, home) = (whole(out), std::env::home_dir().map(|home| whole(&home)));
    ensure!(
        folder.parent().is_some() && home.as_ref() != Some(&folder),
        "{} is no folder for a site: a build replaces all that is in it; name another with --out",
        out.display()
    );
    for source in sources {
        ensure!(
            !whole(source).starts_with(&folder),
            "{} is in {}, whose files a build replaces; name another folder with --out",
            source.display(),
            out.display()
        );
    }
    Ok(())
}

/// Both compressed copies of a file in the site that is replaced, if it is the same there: they take most of a build's time.
fn copies_before(out: &Path, file: &File) -> Vec<(String, Vec<u8>)> {
    let is_same = fs::read(out.join(&file.path)).is_ok_and(|bytes| bytes == file.bytes);
    let copy = |suffix| {
        let name = copy_of(&file.path, suffix);
        fs::read(out.join(&name)).ok().map(|bytes| (name, bytes))
    };
    let both = ["br", "gz"].map(|suffix| copy(suffix).filter(|_| is_same));
    if both.iter().all(Option::is_some) { both.into_iter().flatten().collect() } else { Vec::new() }
}

/// The files of the site that is replaced which are named after what they hold, with their compressed copies: its own, and where
/// the new site in `new` has all of these, too, the ones that it kept of the site before.
fn lasting(out: &Path, new: &Path) -> Vec<String> {
    let names = Headers::of(out).lasting();
    if names.iter().all(|name| new.join(name).exists()) {
        let all = files_below(out).unwrap_or_default().into_iter().map(|(name, _)| name);
        return all.filter(|name| is_hashed(name) && is_of_frame(name)).collect();
    }
    names.into_iter().flat_map(|name| [copy_of(&name, "br"), copy_of(&name, "gz"), name]).collect()
}

/// Whether a file is where those of a front end are. Pictures have such names, too, and one that was taken back has to go.
fn is_of_frame(name: &str) -> bool {
    !name.contains('/') || name.starts_with("fonts/")
}

/// Whether a file's name ends in sixteen digits of what it holds, as those of a frame do.
fn is_hashed(name: &str) -> bool {
    let Some((_, end)) = name.rsplit_once('-') else { return false };
    end.len() > 16 && end.is_char_boundary(16) && end[..16].bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Refuses a folder that holds something else than a site.
fn ensure_ours(out: &Path, is_meant: bool) -> Result<()> {
    let is_site = is_meant || is_site(out);
    ensure!(
        is_site || shown(out)?.is_empty(),
        "{} holds something other than a site of Vitrine: empty it first",
        out.display()
    );
    Ok(())
}

/// What is in a folder but for what is hidden, which may be a branch of its own.
fn shown(out: &Path) -> Result<Vec<PathBuf>> {
    let all = if out.exists() { entries(out)? } else { Vec::new() };
    Ok(all.into_iter().filter(|path| !is_hidden(path)).collect())
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let listed = || format!("cannot list {}", folder.display());
    let entries = fs::read_dir(folder).with_context(listed)?;
    entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>().with_context(listed)
}

/// The hidden folder that is published, as the web has a place for it. Source: RFC 8615.
const WELL_KNOWN: &str = ".well-known";

/// Every file below a folder that is not hidden, by its path there with `/` between folders, sorted.
///
/// # Errors
/// When a folder can't be listed.
pub fn files_below(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    let mut folders = vec![(String::new(), folder.to_owned())];
    while let Some((path, folder)) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))? {
            let entry = entry?.path();
            let Some(name) = entry.file_name().and_then(|name| name.to_str()) else { continue };
            if name.starts_with('.') && !(path.is_empty() && name == WELL_KNOWN) {
                continue;
            }
            let path = if path.is_empty() { name.to_owned() } else { [&path, "/", name].concat() };
            if entry.is_dir() { folders.push((path, entry)) } else { files.push((path, entry)) }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests;

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
    for (file, ready) in files.iter().zip(std::iter::repeat(ready)).filter_map(|(file, ready)| Some((file, ready?))) {
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
    for path in shown(out)? {
        let away = fs::rename(&path, old.join(path.file_name().unwrap_or_default()));
        away.with_context(|| format!("cannot move {} away, so the site of before stays", path.display()))?;
    }
    let mut come = Vec::new();
    for path in entries(new)? {
        let own = out.join(path.file_name().unwrap_or_default());
        if let Err(error) = fs::rename(&path, &own) {
            for own in &come {
                let _ = fs::rename(own, new.join(Path::new(own).file_name().unwrap_or_default()));
            }
            return Err(error).context("cannot put the new site in place, so the one of before stays");
        }
        come.push(own);
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
    let is_hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let all = if out.exists() { entries(out)? } else { Vec::new() };
    Ok(all.into_iter().filter(|path| !is_hidden(path)).collect())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let listed = || format!("cannot list {}", folder.display());
    let entries = fs::read_dir(folder).with_context(listed)?;
    entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>().with_context(listed)
}

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
            let Some(name) = entry.file_name().and_then(|name| name.to_str()).filter(|name| !name.starts_with('.'))
            else {
                continue;
            };
            let path = if path.is_empty() { name.to_owned() } else { [&path, "/", name].concat() };
            if entry.is_dir() { folders.push((path, entry)) } else { files.push((path, entry)) }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing(_: &File) -> Vec<(String, Vec<u8>)> {
        Vec::new()
    }

    #[test]
    fn only_a_site_gives_way_to_another() {
        let folder = std::env::temp_dir().join(format!("vitrine-clear-{}", std::process::id()));
        let has = |file: &str| folder.join(file).exists();
        let site = MARKS.map(|path| File { path: path.to_owned(), bytes: b"new".to_vec() });
        let build = |is_meant| write(&folder, &site, Some(&nothing), is_meant);
        fs::create_dir_all(folder.join(".git")).unwrap();
        fs::create_dir_all(folder.join("projects")).unwrap();
        fs::write(folder.join("index.html"), "mine").unwrap();
        assert!(build(false).unwrap_err().to_string().contains("other than a site"));
        assert!(has("index.html") && has("projects") && !has("404.html"));
        for file in MARKS {
            fs::write(folder.join(file), "old").unwrap();
        }
        build(false).unwrap();
        assert!(has(".git") && has("404.html") && !has("index.html") && !has("projects"));
        fs::remove_file(folder.join("404.html")).unwrap();
        fs::write(folder.join("rest"), "of an interrupted build").unwrap();
        assert!(build(false).is_err());
        build(true).unwrap();
        assert!(!has("rest") && !has(NEW));
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_build_that_fails_leaves_the_site_of_before() {
        let folder = std::env::temp_dir().join(format!("vitrine-kept-{}", std::process::id()));
        let file = |path: &str| File { path: path.to_owned(), bytes: b"site".to_vec() };
        write(&folder, &[file("404.html"), file(HEADERS), file("sbom.cdx.json")], Some(&nothing), false).unwrap();
        // A file below another is none that can be written.
        assert!(write(&folder, &[file("index.html"), file("index.html/a")], Some(&nothing), false).is_err());
        assert!(folder.join("404.html").exists() && !folder.join("index.html").exists());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_has_not_changed_keeps_its_copies() {
        let folder = std::env::temp_dir().join(format!("vitrine-again-{}", std::process::id()));
        let marks = MARKS.map(|path| File { path: path.to_owned(), bytes: b"site".to_vec() });
        let page = |words: &str| File { path: "index.html".to_owned(), bytes: words.repeat(200).into_bytes() };
        let build =
            |words: &str| write(&folder, &[&marks[..], &[page(words)]].concat(), Some(&nothing), false).unwrap();
        let copy = || fs::read(folder.join("index.html.br")).unwrap();
        build("the same ");
        fs::write(folder.join("index.html.br"), "a copy that can be told from others").unwrap();
        build("the same ");
        assert_eq!(copy(), b"a copy that can be told from others");
        build("another ");
        assert_ne!(copy(), b"a copy that can be told from others");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_picture_that_was_taken_back_goes() {
        let folder = std::env::temp_dir().join(format!("vitrine-taken-back-{}", std::process::id()));
        let marks = MARKS.map(|path| File { path: path.to_owned(), bytes: b"site".to_vec() });
        let picture = File { path: "pictures/me-0123456789abcdef.svg".to_owned(), bytes: b"<svg/>".to_vec() };
        write(&folder, &[&marks[..], &[picture]].concat(), Some(&nothing), false).unwrap();
        write(&folder, &marks, Some(&nothing), false).unwrap();
        assert!(!folder.join("pictures").exists());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn two_builds_keep_out_of_each_others_way() {
        let folder = std::env::temp_dir().join(format!("vitrine-two-{}", std::process::id()));
        let marks = MARKS.map(|path| File { path: path.to_owned(), bytes: b"site".to_vec() });
        let other = Lock::of(&folder).unwrap();
        let told = write(&folder, &marks, None, false).unwrap_err().to_string();
        assert!(told.contains("another build is at work") && told.contains(LOCK), "{told}");
        drop(other);
        write(&folder, &marks, None, false).unwrap();
        // One was ended between the two halves of its swap.
        fs::create_dir(folder.join(OLD)).unwrap();
        fs::rename(folder.join("404.html"), folder.join(OLD).join("404.html")).unwrap();
        write(&folder, &marks, None, true).unwrap();
        let left: Vec<PathBuf> = entries(&folder).unwrap();
        assert_eq!(left.len(), MARKS.len(), "{left:?}");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_a_site_is_made_of_is_never_replaced_by_it() {
        let folder = std::env::temp_dir().join(format!("vitrine-apart-{}", std::process::id()));
        let (source, out) = (folder.join("portfolio.json"), folder.join("dist"));
        fs::create_dir_all(&out).unwrap();
        fs::write(&source, "{}").unwrap();
        ensure_apart(&out, &[&source]).unwrap();
        ensure_apart(&folder.join("new"), &[&source]).unwrap();
        assert!(ensure_apart(&folder, &[&source]).unwrap_err().to_string().contains("portfolio.json is in"));
        assert!(ensure_apart(Path::new("/"), &[]).is_err());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_site_is_written_with_copies_that_are_ready_or_made_here() {
        let folder = std::env::temp_dir().join(format!("vitrine-write-{}", std::process::id()));
        let text = "the same again and again. ".repeat(40);
        let file = |path: &str| File { path: path.to_owned(), bytes: text.clone().into_bytes() };
        let ready = |file: &File| match &*file.path {
            "style.css" => vec![("style.css.br".to_owned(), b"ready".to_vec())],
            _ => Vec::new(),
        };
        write(&folder, &[file("a/index.html"), file("icon.svg"), file("style.css")], Some(&ready), false).unwrap();
        let found: Vec<String> = files_below(&folder).unwrap().into_iter().map(|(name, _)| name).collect();
        let made = ["a/index.html", "a/index.html.br", "a/index.html.gz", "icon.svg", "icon.svg.br", "icon.svg.gz"];
        assert_eq!(found, [&made[..], &["style.css", "style.css.br"]].concat());
        assert_eq!(fs::read_to_string(folder.join("style.css.br")).unwrap(), "ready");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn files_named_after_what_they_hold_stay_for_one_build_more() {
        let folder = std::env::temp_dir().join(format!("vitrine-lasting-{}", std::process::id()));
        let build = |style: &str| {
            let headers = format!("/b/*\n  X: y\n/b/{style}\n  Cache-Control: public, max-age=31536000, immutable\n");
            let file = |path: &str, text: &str| File { path: path.to_owned(), bytes: text.repeat(100).into_bytes() };
            let files = [
                file("404.html", "site"),
                file("sbom.cdx.json", "site"),
                file(style, style),
                File { path: HEADERS.to_owned(), bytes: headers.into_bytes() },
            ];
            write(&folder, &files, Some(&nothing), false).unwrap();
            let found = files_below(&folder).unwrap().into_iter().map(|(name, _)| name);
            found.filter(|name| name.starts_with("style")).collect::<Vec<_>>()
        };
        let style = |number: u8| format!("style-{number:016x}.css");
        assert_eq!(build(&style(1)), ["", ".br", ".gz"].map(|end| style(1) + end));
        assert_eq!(build(&style(1)).len(), 3);
        assert_eq!(build(&style(2)).len(), 6);
        assert_eq!(build(&style(2)).len(), 6, "a change of words makes nobody's page older");
        let third = build(&style(3));
        assert!(third.len() == 6 && !third.contains(&style(1)), "{third:?}");
        fs::remove_dir_all(&folder).unwrap();
    }
}

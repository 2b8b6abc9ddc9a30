//! What all sites for one path have in common, whosever portfolio they show: the program, cut and named by what it holds,
//! styles, fonts, and one page that waits for words.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::base_path::BasePath;
use crate::setup::Machine;
use crate::{build, deliver, fingerprint, icons, place, split, step};

/// Builds it, whether or not anything changed.
///
/// # Errors
/// When the build fails.
pub fn build(machine: &Machine, base: &BasePath) -> Result<()> {
    step::announce(
        &format!("Build the program for {base}"),
        "2 to 4 minutes the first time, less than a minute after a change",
    );
    let made_of = fingerprint::of_sources(base, machine.versions())?;
    let folder = folder(base);
    let mut trunk = machine.command("trunk");
    trunk.envs(machine.release());
    trunk.args(["build", "--release", "--public-url", base.as_str(), "--dist"]).arg(&folder);
    step::run(&mut trunk, "The lines above say what is wrong.")?;
    split::split(machine, &folder)?;
    icons::name_by_content(&folder)?;
    deliver::frame(&folder)?;
    finish(base, &folder)?;
    if let Some(text) = build::mark_of(&made_of, &folder) {
        fs::write(build::mark(&folder), text).context("cannot note that the program is up to date")?;
    }
    Ok(())
}

/// Builds it unless it was built from the same sources.
///
/// # Errors
/// When the build fails.
pub fn if_stale(machine: &Machine, base: &BasePath) -> Result<()> {
    let (made_of, folder) = (fingerprint::of_sources(base, machine.versions())?, folder(base));
    let is_current =
        fs::read_to_string(build::mark(&folder)).is_ok_and(|mark| Some(mark) == build::mark_of(&made_of, &folder));
    if is_current { Ok(()) } else { build(machine, base) }
}

/// Puts a copy where a site is to be, in the place of what is there.
///
/// # Errors
/// When `dist` holds anything but a site, or a file can't be copied.
pub fn copy(base: &BasePath, dist: &Path) -> Result<()> {
    clear(dist)?;
    let frame = folder(base);
    for file in fingerprint::files_below(&frame)? {
        let copy = dist.join(file.strip_prefix(&frame).unwrap_or(&file));
        if let Some(folder) = copy.parent() {
            fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        }
        fs::copy(&file, &copy).with_context(|| format!("cannot write {}", copy.display()))?;
    }
    Ok(())
}

/// Empties a folder that holds a site, but for what is hidden: it may be a branch of its own.
fn clear(dist: &Path) -> Result<()> {
    let Ok(entries) = fs::read_dir(dist) else { return Ok(()) };
    let is_hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let old: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    let old: Vec<PathBuf> = old.into_iter().filter(|path| !is_hidden(path)).collect();
    // Builds may have been interrupted here.
    let is_ours = dist == place::dist() || dist.starts_with(place::generated());
    // What every site of ours has, and nothing else.
    let is_site = is_ours || ["404.html", "_headers", "sbom.cdx.json"].iter().all(|file| dist.join(file).is_file());
    ensure!(
        old.is_empty() || is_site,
        "{} holds something other than a site of Vitrine: empty it first",
        dist.display()
    );
    for path in old {
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.with_context(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}

fn folder(base: &BasePath) -> PathBuf {
    let name: String = base.as_str().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    place::generated().join(format!("frame{name}"))
}

/// Makes the site one that any static host can serve at any depth.
fn finish(base: &BasePath, dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("trunk left no {}", page.display()))?;
    if let Some(address) = addresses(&html).find(|address| leaks(address, base)) {
        bail!("the built page names {address}, which is outside {base}");
    }
    // Trunk locks the folder while it writes there, and leaves the lock; and what it was at when somebody stopped it.
    let _ = fs::remove_file(dist.join(".trunk-lock"));
    let _ = fs::remove_dir_all(dist.join(".stage"));
    // Static hosts answer an unknown path with this page, which then shows the route of its address.
    fs::write(dist.join("404.html"), html).context("cannot write 404.html")
}

/// The values of every `href` and `src`. Trunk's minifier leaves out quotes that are not needed.
fn addresses(html: &str) -> impl Iterator<Item = &str> {
    html.split([' ', '\n', '<']).filter_map(|word| {
        let value = word.strip_prefix("href=").or_else(|| word.strip_prefix("src="))?;
        Some(value.split('>').next().unwrap_or(value).trim_matches(['"', '\'']))
    })
}

fn leaks(address: &str, base: &BasePath) -> bool {
    address.starts_with("//") || (address.starts_with('/') && base.strip(address).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_with_and_without_quotes() {
        let html = "<base href=/b/><link rel=icon href=\"favicon.svg\"><script src='/b/start.js'></script>";
        assert_eq!(addresses(html).collect::<Vec<_>>(), ["/b/", "favicon.svg", "/b/start.js"]);
    }

    #[test]
    fn only_a_site_gives_way_to_another() {
        let folder = std::env::temp_dir().join(format!("vitrine-clear-{}", std::process::id()));
        let has = |file: &str| folder.join(file).exists();
        fs::create_dir_all(folder.join(".git")).unwrap();
        fs::create_dir_all(folder.join("projects")).unwrap();
        clear(&folder.join("nowhere")).unwrap();
        fs::write(folder.join("index.html"), "mine").unwrap();
        assert!(clear(&folder).unwrap_err().to_string().contains("other than a site"));
        assert!(has("index.html") && has("projects"));
        for file in ["404.html", "_headers", "sbom.cdx.json"] {
            fs::write(folder.join(file), "").unwrap();
        }
        clear(&folder).unwrap();
        assert!(has(".git") && !has("index.html") && !has("projects"));
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn an_address_outside_the_base_path_leaks() {
        let base: BasePath = "/b/".parse().unwrap();
        for (address, expected) in [
            ("/b/app.js", false),
            ("favicon.svg", false),
            ("/app.js", true),
            ("//elsewhere.test/x", true),
            ("https://elsewhere.test/canonical", false),
        ] {
            assert_eq!(leaks(address, &base), expected, "{address}");
        }
    }
}

//! Fonts under names that change with what they hold, so that they can be kept for ever.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::split::{hash, integrity, replaced};

/// Renames every font, and names it anew in the style sheet and the page, which themselves change by that.
///
/// # Errors
/// When a file of the site is not as expected.
pub fn name_by_content(dist: &Path) -> Result<()> {
    let sheet = only(dist, "style-", ".css")?;
    let old = text(&sheet)?;
    let (mut styles, page) = (old.clone(), dist.join("index.html"));
    let mut html = text(&page)?;
    for font in list(&dist.join("fonts"), "", ".woff2")? {
        let stem = font.file_stem().and_then(|stem| stem.to_str()).context("a font without a name")?;
        let bytes = fs::read(&font).with_context(|| format!("cannot read {}", font.display()))?;
        let (from, to) = (format!("fonts/{stem}.woff2"), format!("fonts/{stem}-{}.woff2", hash(&bytes)));
        styles = replaced(&styles, &from, &to)?;
        html = html.replace(&from, &to);
        fs::rename(&font, dist.join(&to)).with_context(|| format!("cannot rename {}", font.display()))?;
    }
    let name = |path: &Path| path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    let renamed = format!("style-{}.css", hash(styles.as_bytes()));
    html = replaced(&html, &name(&sheet), &renamed)?;
    html = replaced(&html, &integrity(old.as_bytes()), &integrity(styles.as_bytes()))?;
    fs::remove_file(&sheet).with_context(|| format!("cannot remove {}", sheet.display()))?;
    fs::write(dist.join(renamed), styles).context("cannot write the style sheet")?;
    fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn list(folder: &Path, start: &str, end: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let wanted = |path: &PathBuf| {
        path.file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(start) && name.ends_with(end))
    };
    let mut found: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(wanted).collect();
    found.sort();
    Ok(found)
}

/// The one file in a folder whose name starts and ends like this.
///
/// # Errors
/// When there is none or another.
pub fn only(folder: &Path, start: &str, end: &str) -> Result<PathBuf> {
    match list(folder, start, end)?.as_slice() {
        [one] => Ok(one.clone()),
        found => bail!("{} holds {} files {start}*{end}, and should hold one", folder.display(), found.len()),
    }
}

//! What a host does not do by itself: a policy for the page, headers, names that change with their files, and files
//! that are compressed beforehand.

mod compress;
mod fonts;
mod headers;
mod policy;
mod sbom;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::base_path::BasePath;
use crate::split::{hash, replaced};

pub use compress::{brotli, copy_of};
pub use headers::{FILE as HEADERS, Headers};

/// Puts into the one page that trunk has built what every page needs: it is their frame. Files that stay as they are for
/// ever are compressed here, once for all sites made of it.
///
/// # Errors
/// When a file of the site is not as expected.
pub fn frame(dist: &Path) -> Result<()> {
    fonts::name_by_content(dist)?;
    // The files that trunk has copied under names with a hash stand there under their own, too.
    let _ = fs::remove_file(dist.join("boot.js"));
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    let html = boot_by_content(dist, &html)?;
    let html = replaced(&html, "<meta charset=utf-8>", &format!("{}<meta charset=utf-8>", policy::meta()))?;
    fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))?;
    sbom::write(dist)?;
    compress::compress(dist, headers::is_hashed)
}

/// Renames the script that starts the program, and returns the page with its new name. Trunk leaves zeros out of
/// hashes, so its own may be too short to be known for one.
fn boot_by_content(dist: &Path, html: &str) -> Result<String> {
    let script = fonts::only(dist, "boot-", ".js")?;
    let old = script.file_name().and_then(|name| name.to_str()).context("a script without a name")?;
    let bytes = fs::read(&script).with_context(|| format!("cannot read {}", script.display()))?;
    let new = format!("boot-{}.js", hash(&bytes));
    fs::rename(&script, dist.join(&new)).with_context(|| format!("cannot rename {}", script.display()))?;
    replaced(html, old, &new)
}

/// Asks search engines to leave out every page that is made of the one in `dist`, and what it links to. The program takes
/// back what a page says of itself alone, so this says it in other words.
///
/// # Errors
/// When a page is not as expected.
pub fn hide(dist: &Path) -> Result<()> {
    for name in ["index.html", "404.html"] {
        let page = dist.join(name);
        let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
        let html = replaced(&html, "<base ", "<meta name=\"robots\" content=\"noindex, nofollow\"><base ")?;
        fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))?;
    }
    Ok(())
}

/// Writes what goes beside the finished files.
///
/// # Errors
/// When a file can't be read or written.
pub fn finish(base: &BasePath, dist: &Path, is_preview: bool) -> Result<()> {
    headers::write(base, dist, is_preview)?;
    compress::compress(dist, |_| true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_script_has_a_name_to_be_kept_for_ever_however_trunk_has_called_it() {
        let dist = std::env::temp_dir().join(format!("vitrine-boot-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        let mut name = "boot-ca53ec3aa4a3f.js".to_owned();
        assert!(!headers::is_hashed(&name));
        fs::write(dist.join(&name), "start()").unwrap();
        let page = |name: &str| format!("<script src=/b/{name} integrity=sha384-x></script>");
        // The second time there is nothing to do.
        for _ in 0..2 {
            let html = boot_by_content(&dist, &page(&name)).unwrap();
            name = fonts::only(&dist, "boot-", ".js").unwrap().file_name().unwrap().to_str().unwrap().to_owned();
            assert!(headers::is_hashed(&name), "{name}");
            assert_eq!(html, page(&name));
        }
        fs::remove_dir_all(&dist).unwrap();
    }

    #[test]
    fn a_preview_is_hidden_by_its_pages_and_by_its_headers() {
        let dist = std::env::temp_dir().join(format!("vitrine-hidden-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        for page in ["index.html", "404.html"] {
            fs::write(dist.join(page), "<meta charset=utf-8><base href=/>").unwrap();
        }
        let base: BasePath = "/b/".parse().unwrap();
        let sent = |is_preview| {
            headers::write(&base, &dist, is_preview).unwrap();
            Headers::of(&dist).at("/b/resume.json").any(|header| header == ("X-Robots-Tag", "noindex, nofollow"))
        };
        assert!(!sent(false) && sent(true));
        hide(&dist).unwrap();
        for page in ["index.html", "404.html"] {
            let html = fs::read_to_string(dist.join(page)).unwrap();
            assert!(html.contains("<meta name=\"robots\" content=\"noindex, nofollow\"><base href=/>"), "{html}");
        }
        fs::remove_dir_all(&dist).unwrap();
    }
}

//! The style sheet: all sheets joined into one, so that a page asks for one file, and the fonts that it names.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use vitrine_frame::{Asset, Font};

use crate::setup::Machine;
use crate::{fingerprint, place, step};

/// The sheets' order: a sheet sorts by the first of these that its path begins with, then by name. The cascade
/// layers that layers.css declares decide between rules; within a layer, and for print, the order does.
const ORDER: &[&str] = &["layers.css", "tokens.css", "theme/", "reset.css", "base.css", "page.css", ""];
const LAST: &str = "print.css";

/// A style sheet and its fonts.
pub struct Style {
    /// The sheet, without a needless letter.
    pub sheet: Asset,
    /// The fonts that it names, each under a name that changes with what it holds.
    pub fonts: Vec<Font>,
}

/// Makes both of `style/` and `public/fonts/`.
///
/// # Errors
/// When a file can't be read or written, or esbuild fails.
pub fn make(machine: &Machine) -> Result<Style> {
    let work = place::generated().join("style");
    let _ = fs::remove_dir_all(&work);
    let out = work.join("out");
    fs::create_dir_all(&out).with_context(|| format!("cannot make {}", out.display()))?;
    let read = |file: &Path| fs::read(file).with_context(|| format!("cannot read {}", file.display()));
    let mut fonts = Vec::new();
    let mut aliases = Vec::new();
    for file in sources()? {
        let source = file.file_stem().and_then(|stem| stem.to_str()).context("a font without a name")?;
        let asset = Asset::hashed(&format!("fonts/{source}"), ".woff2", read(&file)?);
        let named = work.join(&asset.name);
        fs::create_dir_all(work.join("fonts")).context("cannot make a folder for fonts")?;
        fs::write(&named, &asset.bytes).with_context(|| format!("cannot write {}", named.display()))?;
        // The sheets name it without a hash, which leads to nothing here but to this.
        let mut alias = OsString::from(format!("--alias:fonts/{source}.woff2="));
        alias.push(named);
        aliases.push(alias);
        fonts.push(Font { source: source.to_owned(), asset });
    }
    let sheet = work.join("style.css");
    fs::write(&sheet, joined()?).with_context(|| format!("cannot write {}", sheet.display()))?;
    let mut esbuild = machine.command("esbuild");
    esbuild.args(["--bundle", "--minify", "--loader:.woff2=file", "--asset-names=fonts/[name]"]).args(aliases);
    // Colours and nesting stay as they are written: engines that lack them get a plainer page.
    esbuild.args(["--target=es2022,chrome123,firefox121,safari17.5", "--log-level=warning"]);
    let mut outdir = OsString::from("--outdir=");
    outdir.push(&out);
    step::run(esbuild.arg(outdir).arg(&sheet), "The lines above say what is wrong.")?;
    Ok(Style { sheet: Asset::hashed("style", ".css", read(&out.join("style.css"))?), fonts })
}

/// The fonts as they are kept.
fn sources() -> Result<Vec<PathBuf>> {
    let mut fonts = fingerprint::files_below(&place::project().join("public/fonts"))?;
    fonts.retain(|file| file.extension().is_some_and(|kind| kind == "woff2"));
    Ok(fonts)
}

/// All sheets as one.
///
/// # Errors
/// When a sheet can't be read.
pub fn joined() -> Result<String> {
    join(&place::project().join("style"))
}

fn join(style: &Path) -> Result<String> {
    let mut sheets: Vec<(String, PathBuf)> = fingerprint::files_below(style)?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .map(|path| (fingerprint::slashed(path.strip_prefix(style).unwrap_or(&path)), path))
        .collect();
    sheets.sort_by(|(a, _), (b, _)| (rank(a), a).cmp(&(rank(b), b)));
    let mut bundle = String::new();
    for (name, path) in sheets {
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        bundle.push_str("/* ");
        bundle.push_str(&name);
        bundle.push_str(" */\n");
        bundle.push_str(text.trim_end());
        bundle.push('\n');
    }
    Ok(bundle)
}

fn rank(name: &str) -> usize {
    if name == LAST {
        return ORDER.len();
    }
    ORDER.iter().position(|prefix| name.starts_with(prefix)).unwrap_or(ORDER.len())
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn layers_come_first_and_print_last() {
        let mut names = [
            "print.css",
            "component/header.css",
            "page.css",
            "theme/slate.css",
            "tokens.css",
            "layers.css",
            "base.css",
        ];
        names.sort_by_key(|name| rank(name));
        assert_eq!(
            names,
            [
                "layers.css",
                "tokens.css",
                "theme/slate.css",
                "base.css",
                "page.css",
                "component/header.css",
                "print.css"
            ]
        );
    }
}

//! The style sheets: those for the screen joined into one, so that a page waits for one file, those for paper into another,
//! for which it does not wait, and the fonts that they name.

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
/// The folder of what is for paper alone.
const PAPER: &str = "print/";

/// The style sheets and their fonts.
pub struct Style {
    /// The sheet for the screen, without a needless letter.
    pub screen: Asset,
    /// The sheet for paper, likewise.
    pub print: Asset,
    /// The fonts that they name, each under a name that changes with what it holds.
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
    let sheets = ["style.css", "print.css"].map(|name| work.join(name));
    for (sheet, text) in sheets.iter().zip(joined()?) {
        fs::write(sheet, text).with_context(|| format!("cannot write {}", sheet.display()))?;
    }
    let mut esbuild = machine.command("esbuild");
    esbuild.args(["--bundle", "--minify", "--loader:.woff2=file", "--asset-names=fonts/[name]"]).args(aliases);
    // Colours and nesting stay as they are written: engines that lack them get a plainer page.
    esbuild.args(["--target=es2022,chrome123,firefox121,safari17.5", "--log-level=warning"]);
    let mut outdir = OsString::from("--outdir=");
    outdir.push(&out);
    step::run(esbuild.arg(outdir).args(&sheets), "The lines above say what is wrong.")?;
    let hashed =
        |name: &str| Ok::<_, anyhow::Error>(Asset::hashed(name, ".css", read(&out.join(name).with_extension("css"))?));
    Ok(Style { screen: hashed("style")?, print: hashed("print")?, fonts })
}

/// The fonts as they are kept.
fn sources() -> Result<Vec<PathBuf>> {
    let mut fonts = fingerprint::files_below(&place::project().join("public/fonts"))?;
    fonts.retain(|file| file.extension().is_some_and(|kind| kind == "woff2"));
    Ok(fonts)
}

/// All sheets for the screen as one, and all for paper, which come after those in the cascade.
///
/// # Errors
/// When a sheet can't be read.
pub fn joined() -> Result<[String; 2]> {
    let style = place::project().join("style");
    let mut sheets: Vec<(String, PathBuf)> = fingerprint::files_below(&style)?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .map(|path| (fingerprint::slashed(path.strip_prefix(&style).unwrap_or(&path)), path))
        .collect();
    sheets.sort_by(|(a, _), (b, _)| (rank(a), a).cmp(&(rank(b), b)));
    let mut joined = [String::new(), String::new()];
    for (name, path) in sheets {
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let bundle = &mut joined[usize::from(name.starts_with(PAPER))];
        bundle.push_str("/* ");
        bundle.push_str(&name);
        bundle.push_str(" */\n");
        bundle.push_str(text.trim_end());
        bundle.push('\n');
    }
    Ok(joined)
}

fn rank(name: &str) -> usize {
    ORDER.iter().position(|prefix| name.starts_with(prefix)).unwrap_or(ORDER.len())
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn layers_come_first_and_components_last() {
        let mut names = ["component/header.css", "page.css", "theme/slate.css", "tokens.css", "layers.css", "base.css"];
        names.sort_by_key(|name| rank(name));
        assert_eq!(
            names,
            ["layers.css", "tokens.css", "theme/slate.css", "base.css", "page.css", "component/header.css"]
        );
    }
}

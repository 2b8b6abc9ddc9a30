//! The files that are imported.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::portfolio_file::{self, Encoding, NotText};

/// No source is larger.
const LARGEST: u64 = 200_000_000;

/// The one file that is given, or the one that is called so in this folder.
///
/// # Errors
/// When there is none, or more than one.
pub fn one<'a>(inputs: &'a [PathBuf], usual: Option<&'static str>, what: &str) -> Result<&'a Path> {
    match inputs {
        [one] => Ok(one),
        [] => usual.map(Path::new).filter(|file| file.is_file()).with_context(|| format!("name {what} to import")),
        _ => bail!("name one file only; import the others one after the other"),
    }
}

/// What a file holds, or standard input.
///
/// # Errors
/// When it can't be read.
pub fn bytes(file: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin().take(LARGEST).read_to_end(&mut bytes).context("cannot read standard input")?;
        return Ok(bytes);
    }
    let open = std::fs::File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
    open.take(LARGEST).read_to_end(&mut bytes).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(bytes)
}

/// The text in a file. What Windows calls Unicode is read, too.
///
/// # Errors
/// When it can't be read, or is no text.
pub fn text(file: &Path) -> Result<String> {
    let bytes = bytes(file)?;
    let text = match portfolio_file::text(&bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(Encoding::Wide) => {
            String::from_utf16(&portfolio_file::wide(&bytes).collect::<Vec<_>>()).map_err(|_| Encoding::Wide)
        }
        Err(encoding) => Err(encoding),
    };
    text.map_err(|encoding| NotText { name: file.display().to_string(), encoding }.into())
}

/// What a file is called, without its ending.
pub fn name(file: &Path) -> String {
    let name = if file == Path::new("-") { None } else { file.file_stem() };
    name.map_or_else(|| "diagram".to_owned(), |name| name.to_string_lossy().into_owned())
}

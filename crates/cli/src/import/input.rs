//! The files that are imported.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};

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
    let wide = |to: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| to([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok()
    };
    let text = match bytes.get(..2) {
        Some([0xff, 0xfe]) => wide(u16::from_le_bytes),
        Some([0xfe, 0xff]) => wide(u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    };
    text.ok_or_else(|| anyhow!("{} is not UTF-8 text; save it as UTF-8", file.display()))
}

/// What a file is called, without its ending.
pub fn name(file: &Path) -> String {
    let name = if file == Path::new("-") { None } else { file.file_stem() };
    name.map_or_else(|| "diagram".to_owned(), |name| name.to_string_lossy().into_owned())
}

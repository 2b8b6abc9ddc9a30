//! The portfolio that an import goes into.

use std::path::{Path, PathBuf};

use anyhow::Result;
use vitrine_import::{Value, read_lenient};
use vitrine_model::Part;

use crate::portfolio_file;

/// Where it goes.
pub enum Target {
    /// To standard output.
    Print,
    /// Into a file, which may be there or not.
    File(PathBuf),
}

impl Target {
    /// What is asked for, or the portfolio of this folder.
    ///
    /// # Errors
    /// When there are two.
    pub fn of(into: Option<&Path>) -> Result<Self> {
        if into == Some(Path::new("-")) {
            return Ok(Self::Print);
        }
        let folder = into.unwrap_or(Path::new(""));
        let is_folder = into.is_none_or(Path::is_dir);
        let has_none = || portfolio_file::NAMES.iter().all(|name| !folder.join(name).is_file());
        let file =
            if is_folder && has_none() { folder.join(portfolio_file::NAMES[0]) } else { portfolio_file::find(into)? };
        Ok(Self::File(file))
    }

    /// What is there.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn read(&self) -> Result<Option<String>> {
        match self {
            Self::File(file) if file.exists() => portfolio_file::read(file).map(Some),
            _ => Ok(None),
        }
    }
}

/// What the sections of a portfolio don't show of an import.
pub fn unshown(text: &str, offered: &Value) -> Option<String> {
    let (portfolio, _) = read_lenient(text, "the portfolio").ok()?;
    let sections = portfolio.get("sections")?.entries();
    let parts = |section: &Value| -> Vec<String> {
        let parts = section.get("parts").unwrap_or(section);
        let several = parts.entries().iter().filter_map(Value::text);
        several.chain(parts.text()).map(str::to_owned).collect()
    };
    let shown: Vec<String> = sections.iter().flat_map(parts).collect();
    let is_part = |name: &&str| Part::ALL.iter().any(|(_, part)| part == name);
    let names = offered.properties().iter().map(|(name, _)| name.as_str());
    let missing: Vec<&str> = names.filter(is_part).filter(|name| !shown.iter().any(|shown| shown == name)).collect();
    (!missing.is_empty()).then(|| format!("note: no section shows {}; add them to `sections`", missing.join(", ")))
}

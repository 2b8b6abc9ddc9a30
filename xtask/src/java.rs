//! The Java that the Nu Html Checker runs on.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{step, system};

/// The program `java`, installed from this machine's packages when missing.
///
/// # Errors
/// When it is missing and cannot be installed, with what to install.
pub fn ready() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    system::install(&["default-jre-headless"], "checking pages with the Nu Html Checker")?;
    find().context("Java is still missing. Set VITRINE_JAVA to where it is.")
}

fn find() -> Option<PathBuf> {
    let named = std::env::var_os("VITRINE_JAVA").map(PathBuf::from);
    let home = || std::env::var_os("JAVA_HOME").map(|home| PathBuf::from(home).join("bin/java"));
    let java = named.or_else(home).filter(|java| java.is_file()).or_else(|| which::which("java").ok())?;
    // Some systems have a `java` that only says where to get one.
    step::answer(std::process::Command::new(&java).arg("-version")).map(|_| java)
}

//! Where things are: the project, its generated files, and the tools kept for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::step;

/// The project's top folder.
pub fn project() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// Files these verbs generate and trunk or a later run reads. Trunk.toml and index.html name this folder, so it
/// does not follow `CARGO_TARGET_DIR`.
pub fn generated() -> PathBuf {
    project().join("target/vitrine")
}

/// Writes one of those files, unless it already holds this text: who watches it sees changes only.
///
/// # Errors
/// When it cannot be written.
pub fn generate(name: &str, text: &str) -> Result<()> {
    let file = generated().join(name);
    if fs::read_to_string(&file).is_ok_and(|present| present == text) {
        return Ok(());
    }
    fs::create_dir_all(generated()).context("cannot make target/vitrine")?;
    fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))
}

/// The finished site.
pub fn dist() -> PathBuf {
    project().join("dist")
}

/// A release build for wasm32, as the linker left it.
///
/// # Errors
/// When cargo does not say where it builds.
pub fn built(name: &str) -> Result<PathBuf> {
    let metadata = step::answer(
        Command::new("cargo").args(["metadata", "--no-deps", "--format-version=1"]).current_dir(project()),
    );
    let metadata: serde_json::Value = serde_json::from_str(&metadata.context("cargo metadata failed")?)?;
    let target = metadata["target_directory"].as_str().context("cargo names no target folder")?;
    Ok(Path::new(target).join("wasm32-unknown-unknown/release").join(name))
}

/// The folder of tools installed for the project, one sub-folder `NAME-VERSION` each, apart from the user's own.
///
/// # Errors
/// When neither `XDG_CACHE_HOME` nor `HOME` says where caches go.
pub fn tools() -> Result<PathBuf> {
    let absolute = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = absolute("XDG_CACHE_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
        .or_else(|| absolute("LOCALAPPDATA"))
        .context("neither XDG_CACHE_HOME nor HOME says where to keep the build tools. Set one of them.")?;
    Ok(cache.join("vitrine/tools"))
}

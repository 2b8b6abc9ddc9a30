//! Where things are: the project, its generated files, and the tools kept for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use anyhow::{Context, Result};

use crate::step;

/// The project's top folder: where cargo found this program's sources when it was started, or else the nearest one above the
/// folder that it was started in. A checkout may have been moved since it was compiled.
pub fn project() -> &'static Path {
    static PROJECT: OnceLock<PathBuf> = OnceLock::new();
    PROJECT.get_or_init(|| {
        let is_project = |folder: &PathBuf| folder.join("xtask/Cargo.toml").is_file();
        let told = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let told = told.and_then(|xtask| xtask.parent().map(Path::to_owned)).filter(is_project);
        let here = || std::env::current_dir().ok()?.ancestors().map(Path::to_owned).find(is_project);
        told.or_else(here).unwrap_or_else(|| {
            eprintln!("error: this is no checkout of Vitrine; start it with `cargo xtask` in one");
            std::process::exit(1)
        })
    })
}

/// Files these verbs generate and trunk or a later run reads. Trunk.toml and index.html name this folder, so it
/// does not follow `CARGO_TARGET_DIR`.
pub fn generated() -> PathBuf {
    project().join("target/vitrine")
}

/// Writes one of those files, unless it already holds this: who watches it sees changes only.
///
/// # Errors
/// When it cannot be written.
pub fn generate(name: &str, content: &[u8]) -> Result<()> {
    let file = generated().join(name);
    if fs::read(&file).is_ok_and(|present| present == content) {
        return Ok(());
    }
    fs::create_dir_all(generated()).context("cannot make target/vitrine")?;
    fs::write(&file, content).with_context(|| format!("cannot write {}", file.display()))
}

/// The finished site.
pub fn dist() -> PathBuf {
    project().join("dist")
}

/// What cargo has built for wasm32 in a profile, as the linker left it.
///
/// # Errors
/// When cargo does not say where it builds.
pub fn built(profile: &str, name: &str) -> Result<PathBuf> {
    Ok(target()?.join("wasm32-unknown-unknown").join(profile).join(name))
}

/// The folder that cargo builds in.
///
/// # Errors
/// When cargo does not say.
pub fn target() -> Result<PathBuf> {
    let metadata = step::answer(
        Command::new("cargo").args(["metadata", "--no-deps", "--format-version=1"]).current_dir(project()),
    );
    let metadata: serde_json::Value = serde_json::from_str(&metadata.context("cargo metadata failed")?)?;
    Ok(PathBuf::from(metadata["target_directory"].as_str().context("cargo names no target folder")?))
}

/// How many crates a package is made of, for a target or for this machine: about as many as are compiled the first time.
pub fn crates_of(package: &str, target: Option<&str>) -> usize {
    let mut tree = Command::new("cargo");
    tree.args(["tree", "--locked", "--package", package, "--edges", "normal,build", "--prefix", "none"]);
    if let Some(target) = target {
        tree.args(["--target", target]);
    }
    // What it has to fetch, it says itself.
    let listed =
        tree.current_dir(project()).stderr(Stdio::inherit()).output().map(|said| said.stdout).unwrap_or_default();
    let listed = String::from_utf8_lossy(&listed);
    let names = listed.lines().map(|line| line.trim_end_matches(" (*)"));
    names.collect::<std::collections::HashSet<_>>().len()
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

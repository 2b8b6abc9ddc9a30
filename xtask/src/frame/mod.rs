//! The frame: everything of a site's front end that does not depend on whose site it is. Made once, it serves every path.

mod bill;
pub mod icons;
mod names;
pub mod program;
pub mod style;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use vitrine_frame::{Asset, Frame, MANIFEST};

use crate::setup::Machine;
use crate::{fingerprint, place, step};

/// What a frame is made of, beside the tools.
pub const INPUTS: [&str; 26] = [
    "src",
    "crates/fold/src",
    "crates/lean/src",
    "crates/model/src",
    "crates/lens/src",
    "crates/draw/src",
    "crates/markup",
    "crates/frame/src",
    "crates/words/src",
    "crates/words/build.rs",
    "crates/words/languages/en.json",
    "crates/fold/Cargo.toml",
    "crates/lean/Cargo.toml",
    "crates/model/Cargo.toml",
    "crates/lens/Cargo.toml",
    "crates/draw/Cargo.toml",
    "crates/frame/Cargo.toml",
    "crates/words/Cargo.toml",
    "xtask/src/frame",
    "style",
    "public/fonts",
    "public/favicon.svg",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "xtask/src/toolchain.rs",
];

/// What pages look for when their own files can't be had, by the name that `crates/model/src/marks.rs` has for it.
const RESCUE: &str = "vitrine.rescue.js";

/// What it is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    /// For a look at it on this machine: a program that is compiled in a third of the time, and is larger.
    Draft,
    /// For visitors: as small as it gets.
    Finished,
}

impl Grade {
    /// The profile that cargo compiles the program in.
    pub fn profile(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Finished => "release",
        }
    }
}

/// Where it lies.
pub fn folder(grade: Grade) -> PathBuf {
    place::generated().join(match grade {
        Grade::Draft => "frame-draft",
        Grade::Finished => "frame",
    })
}

/// Makes it unless it was made of the same sources by the same tools.
///
/// # Errors
/// When that fails.
pub fn if_stale(machine: &Machine, grade: Grade) -> Result<()> {
    let made_of = fingerprint::of(&INPUTS, machine.versions())?;
    let (folder, mark) = (folder(grade), folder(grade).with_extension("made-of"));
    let noted = fs::read_to_string(&mark).ok();
    if noted.is_some_and(|noted| noted == made_of) && folder.join(MANIFEST).is_file() {
        return Ok(());
    }
    let _ = fs::remove_file(&mark);
    make(machine, grade)?.save(&folder, grade == Grade::Finished)?;
    fs::write(&mark, made_of).with_context(|| format!("cannot write {}", mark.display()))
}

/// Makes it once more of the same program, and compares.
///
/// # Errors
/// When that fails, or gives anything else than before.
pub fn ensure_repeatable(machine: &Machine) -> Result<()> {
    step::announce("Make the front end once more: it has to be the same", "up to a minute");
    let (before, again) = (Frame::open(&folder(Grade::Finished))?, make(machine, Grade::Finished)?);
    // Copies are made when a frame is saved.
    let before = Frame { copies: Vec::new(), ..before };
    let names = |frame: &Frame| frame.published().map(|asset| asset.name.clone()).collect::<Vec<_>>();
    ensure!(before == again, "made twice, {:?} became {:?}", names(&before), names(&again));
    Ok(())
}

/// Makes it.
fn make(machine: &Machine, grade: Grade) -> Result<Frame> {
    let style = style::make(machine)?;
    let boot = boot(machine)?;
    let program = program::make(machine, grade)?;
    Ok(Frame {
        program: program.wasm,
        glue: program.glue,
        parts: program.parts,
        boot: Asset::hashed("boot", ".js", boot),
        inline: Asset::new("inline.js", inline(machine)?),
        style: style.screen,
        print: style.print,
        fonts: style.fonts,
        plain: plain(machine)?,
        icons: icons::library()?,
        copies: Vec::new(),
    })
}

/// The script that runs before the first paint.
///
/// # Errors
/// When esbuild fails.
pub fn boot(machine: &Machine) -> Result<Vec<u8>> {
    bundle(machine, &place::project().join("src/boot/main.js"), "iife", [])
}

/// The script that stands in each page.
fn inline(machine: &Machine) -> Result<Vec<u8>> {
    let script = bundle(machine, &place::project().join("src/boot/inline.js"), "iife", [])?;
    let text = script.trim_ascii_end();
    ensure!(!text.windows(2).any(|pair| pair == b"</" || pair == b"<!"), "src/boot/inline.js would end its element");
    Ok(text.to_vec())
}

/// The files that keep their names.
fn plain(machine: &Machine) -> Result<Vec<Asset>> {
    let public = place::project().join("public");
    let rescue = bundle(machine, &place::project().join("src/boot/rescue.js"), "esm", [])?;
    let mut plain = vec![bill::make()?, Asset::new(RESCUE, rescue)];
    let licences = fingerprint::files_below(&public.join("fonts"))?.into_iter();
    let licences = licences.filter(|file| file.extension().is_some_and(|kind| kind == "txt"));
    for file in licences.chain([public.join("favicon.svg")]) {
        let name = fingerprint::slashed(file.strip_prefix(&public).unwrap_or(&file));
        plain.push(Asset::new(name, fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?));
    }
    Ok(plain)
}

/// A script and all that it imports as one, without a needless letter: as a module (`esm`) or as a script (`iife`).
fn bundle(machine: &Machine, script: &Path, format: &str, more: impl IntoIterator<Item = OsString>) -> Result<Vec<u8>> {
    let work = place::generated().join("scripts");
    let file = work.join(script.file_name().context("a script without a name")?);
    let mut out = OsString::from("--outfile=");
    out.push(&file);
    let mut esbuild = machine.command("esbuild");
    esbuild.args(["--bundle", "--minify", "--target=es2022", "--log-level=warning", "--allow-overwrite"]);
    esbuild.arg(format!("--format={format}")).arg(out).args(more).arg(script);
    step::run(&mut esbuild, "The lines above say what is wrong.")?;
    fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
}

//! The Rust toolchain that compiles for wasm32.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::frame::program;
use crate::{place, step, system};

const TARGET: &str = "wasm32-unknown-unknown";

/// What a command's environment must hold so that its cargo can compile for wasm32.
#[derive(Clone, Debug, Default)]
pub struct Toolchain {
    /// Names and values, set on the child only.
    pub env: Vec<(&'static str, &'static str)>,
}

/// Debian's own compiler with its sources, for machines where rustup cannot download the target: std is then
/// compiled along with the site, which needs cargo's unstable `build-std`.
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
/// What makes a release build smaller where the compiler's sources are at hand: std is compiled along, for size, and a
/// panic aborts at once instead of composing a message nobody reads. Both are unstable, hence the first line; a
/// build without them works the same.
const SMALLER: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];
const SMALLER_FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort";
const DEBIAN_LINKER: &str = "wasm-ld-22";

impl Toolchain {
    /// The user's toolchain, with the wasm32 target added if need be; else Debian's.
    ///
    /// # Errors
    /// When neither can be had, with what to do.
    pub fn find() -> Result<Self> {
        if target_is_installed() {
            return Ok(Self::default());
        }
        if debian_is_linked() {
            return Ok(Self::debian());
        }
        step::announce(&format!("Add the {TARGET} target to Rust"), "a few seconds");
        if which::which("rustup").is_err() {
            bail!(
                "this Rust has no {TARGET} target and there is no rustup to add it. \
                 Install Rust from https://rustup.rs, or your system's package of that target."
            );
        }
        let mut add = Command::new("rustup");
        add.args(["target", "add", TARGET]).current_dir(place::project());
        match step::run(&mut add, "rustup could not fetch it; Debian's packages are tried next.") {
            Ok(()) => Ok(Self::default()),
            Err(error) => {
                step::note(&format!("{error:#}"));
                Self::link_debian().context(format!(
                    "no Rust toolchain for {TARGET}: run `rustup target add {TARGET}` where rustup can download"
                ))
            }
        }
    }

    /// Sets the environment on `command`.
    pub fn apply(&self, command: &mut Command) {
        if !self.env.is_empty() {
            // Cargo tells the programs it runs where it is itself; that would be the wrong one.
            command.env_remove("CARGO").env_remove("RUSTC");
        }
        command.envs(self.env.iter().copied());
    }

    /// What `rustc` says of itself.
    pub fn version(&self) -> String {
        let mut rustc = Command::new("rustc");
        rustc.arg("--version").current_dir(place::project());
        self.apply(&mut rustc);
        step::answer(&mut rustc).unwrap_or_default()
    }

    /// What a release build's environment holds beyond that, to be cut in parts and, where this compiler can, smaller.
    pub fn release(&self) -> Vec<(&'static str, String)> {
        let mut flags = program::FLAGS.to_owned();
        let mut env = Vec::new();
        if self.can_be_smaller() {
            flags = format!("{flags} {SMALLER_FLAGS}");
            env.extend(SMALLER.map(|(name, value)| (name, value.to_owned())));
        } else {
            step::note("This Rust makes a program that is about a tenth larger than the smallest there is.");
            // Only that one says nothing of where its parts came from.
            flags += &without_places();
        }
        env.push(("RUSTFLAGS", flags));
        env
    }

    /// Whether this compiler makes the smallest program there is: with its standard library built along, and panics without
    /// words.
    pub fn can_be_smaller(&self) -> bool {
        if !self.env.is_empty() {
            return false;
        }
        if !sources_are_installed() && which::which("rustup").is_ok() {
            step::announce("Add Rust's own sources, for a smaller site", "a few seconds");
            let mut add = Command::new("rustup");
            add.args(["component", "add", "rust-src"]).current_dir(place::project());
            if let Err(error) = step::run(&mut add, "The site is built without them, and is a little larger.") {
                step::note(&format!("{error:#}"));
            }
        }
        sources_are_installed() && understands_smaller()
    }

    fn debian() -> Self {
        Self {
            env: vec![
                ("RUSTUP_TOOLCHAIN", "debian"),
                ("RUSTC_BOOTSTRAP", "1"),
                ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
                ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER),
            ],
        }
    }

    fn link_debian() -> Result<Self> {
        if which::which(DEBIAN_LINKER).is_err() || !Path::new("/usr/bin/rustc").exists() {
            system::install(DEBIAN_PACKAGES, "compiling to WebAssembly")?;
        }
        let mut link = Command::new("rustup");
        link.args(["toolchain", "link", "debian", "/usr"]);
        step::run(&mut link, "Check that /usr/bin/rustc exists.")?;
        Ok(Self::debian())
    }
}

/// Flags that keep the folders of this machine out of a program.
fn without_places() -> String {
    let home = std::env::home_dir();
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(home?.join(".cargo")));
    let sysroot = rustlib().and_then(|rustlib| Some(rustlib.ancestors().nth(2)?.to_owned()));
    let places = [("/cargo", cargo), ("/rust", sysroot), ("/vitrine", Some(place::project().to_owned()))];
    let flag = |(name, place): (&str, Option<PathBuf>)| {
        // Flags are told apart by the spaces between them.
        let place = place?.display().to_string();
        (!place.contains(' ')).then(|| format!(" --remap-path-prefix={place}={name}"))
    };
    places.into_iter().filter_map(flag).collect()
}

fn target_is_installed() -> bool {
    rustlib().is_some_and(|rustlib| rustlib.join(TARGET).join("lib").is_dir())
}

fn sources_are_installed() -> bool {
    rustlib().is_some_and(|rustlib| rustlib.join("src/rust/library/std/Cargo.toml").is_file())
}

fn rustlib() -> Option<PathBuf> {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "sysroot"]).current_dir(place::project());
    step::answer(&mut rustc).map(|sysroot| PathBuf::from(sysroot).join("lib/rustlib"))
}

/// Whether the compiler takes [`SMALLER_FLAGS`]; another version may have renamed them.
fn understands_smaller() -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(SMALLER_FLAGS.split(' ')).args(["--print", "cfg", "--target", TARGET]);
    step::answer(rustc.env("RUSTC_BOOTSTRAP", "1").current_dir(place::project())).is_some()
}

fn debian_is_linked() -> bool {
    let toolchains = step::answer(Command::new("rustup").args(["toolchain", "list"])).unwrap_or_default();
    toolchains.lines().any(|line| line.split_whitespace().next() == Some("debian"))
        && which::which(DEBIAN_LINKER).is_ok()
}

//! The tools: found on PATH when the version fits, else kept in a folder of the project's own, as a package that needs no
//! compiling where there is one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{cargo_lock, place, step};

/// Trunk's version; Trunk.toml says which others fit.
const TRUNK: &str = "0.22.1";
/// Binaryen's major version, as Trunk.toml's `[tools]` names it.
const BINARYEN: &str = "132";
/// Makes one script of the program's own and what fetches its parts.
const ESBUILD: &str = "0.28.2";
/// The icons of technologies.
const SIMPLE_ICONS: &str = "16.37.0";
/// Judges licences, sources and known faults of the crates, by deny.toml.
const DENY: &str = "0.20.2";
/// Says which functions weigh what.
const TWIGGY: &str = "0.8.0";

/// One tool in the version the project needs.
#[derive(Clone, Debug)]
pub struct Tool {
    name: &'static str,
    version: String,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Trunk,
    WasmBindgen,
    Binaryen,
    Esbuild,
    SimpleIcons,
    Deny,
    Twiggy,
}

impl Tool {
    /// The tools a build needs. Both come compiled.
    pub fn all() -> [Self; 2] {
        [
            Self { name: "binaryen", version: format!("{BINARYEN}.0.0"), kind: Kind::Binaryen },
            Self { name: "esbuild", version: ESBUILD.to_owned(), kind: Kind::Esbuild },
        ]
    }

    /// Icons, which are fetched as the tools are.
    pub fn simple_icons() -> Self {
        Self { name: "simple-icons", version: SIMPLE_ICONS.to_owned(), kind: Kind::SimpleIcons }
    }

    /// What `dev` serves the page with.
    pub fn trunk() -> Self {
        Self { name: "trunk", version: TRUNK.to_owned(), kind: Kind::Trunk }
    }

    /// What runs tests in a browser, and lends programs to Node.
    ///
    /// # Errors
    /// When Cargo.lock does not say which wasm-bindgen is used.
    pub fn wasm_bindgen() -> Result<Self> {
        Ok(Self { name: "wasm-bindgen", version: cargo_lock::version_of("wasm-bindgen")?, kind: Kind::WasmBindgen })
    }

    /// What `lint` asks about the crates.
    pub fn deny() -> Self {
        Self { name: "cargo-deny", version: DENY.to_owned(), kind: Kind::Deny }
    }

    /// What `size` asks about functions.
    pub fn twiggy() -> Self {
        Self { name: "twiggy", version: TWIGGY.to_owned(), kind: Kind::Twiggy }
    }

    /// The program, installed if it is missing: for tools that builds do without.
    ///
    /// # Errors
    /// When it cannot be fetched or compiled, with what to do.
    pub fn ready(&self) -> Result<PathBuf> {
        self.ready_as(self.name)
    }

    /// Another program that comes with it.
    ///
    /// # Errors
    /// As for [`Tool::ready`].
    pub fn ready_as(&self, program: &str) -> Result<PathBuf> {
        if !self.is_ready()? {
            step::announce(&format!("Install {}, once", self.label()), self.patience());
            self.install()?;
        }
        Ok(self.folder()?.map_or_else(|| PathBuf::from(program), |folder| folder.join(program)))
    }

    /// `NAME-VERSION`.
    pub fn label(&self) -> String {
        format!("{}-{}", self.name, self.version)
    }

    /// How long an installation may take, on two cores.
    pub fn patience(&self) -> &'static str {
        match self.kind {
            Kind::Trunk => "up to 9 minutes",
            Kind::WasmBindgen => "up to 4 minutes",
            Kind::Deny => "up to 7 minutes",
            Kind::Twiggy => "up to 2 minutes",
            Kind::Binaryen | Kind::Esbuild | Kind::SimpleIcons => "a few seconds",
        }
    }

    /// The folder to put first on PATH; `None` when PATH already leads to a version that fits.
    ///
    /// # Errors
    /// When the tools' folder is unknown.
    pub fn folder(&self) -> Result<Option<PathBuf>> {
        let own = self.own_folder()?;
        Ok(if own.is_dir() || !self.is_on_path() { Some(own) } else { None })
    }

    /// Whether nothing has to be installed.
    ///
    /// # Errors
    /// When the tools' folder is unknown.
    pub fn is_ready(&self) -> Result<bool> {
        Ok(self.own_folder()?.is_dir() || self.is_on_path())
    }

    /// Installs the tool into its own folder. An interrupted installation leaves nothing that looks finished.
    ///
    /// # Errors
    /// When it cannot be fetched or compiled, with what to do.
    pub fn install(&self) -> Result<()> {
        let tools = place::tools()?;
        let partial = tools.join(format!("{}.partial-{}", self.label(), std::process::id()));
        fs::create_dir_all(&partial).with_context(|| format!("cannot make {}", partial.display()))?;
        let mut command = match self.kind {
            Kind::Binaryen | Kind::Esbuild | Kind::SimpleIcons => self.npm(&partial),
            Kind::Trunk | Kind::WasmBindgen | Kind::Deny | Kind::Twiggy => self.cargo(&partial),
        };
        let installed = step::run_labelled(self.name, &mut command, &self.remedy());
        // Cargo's intermediate files are worth more than a gigabyte, and never used again.
        let _ = fs::remove_dir_all(partial.join("target"));
        if let Err(error) = installed {
            let _ = fs::remove_dir_all(&partial);
            return Err(error);
        }
        let finished = tools.join(self.label());
        let _ = fs::remove_dir_all(&finished);
        fs::rename(&partial, &finished).with_context(|| format!("cannot put {} in place", finished.display()))
    }

    fn cargo(&self, root: &Path) -> Command {
        let mut command = Command::new("cargo");
        command.arg("install").args(["--profile", "dev", "--root"]).arg(root);
        match self.kind {
            // Trunk declares a newer compiler than it needs.
            Kind::Trunk => command.args(["--locked", "--ignore-rust-version"]).args([
                &format!("trunk@{}", self.version),
                "--no-default-features",
                "--features",
                "rustls",
            ]),
            Kind::WasmBindgen => command.arg(format!("wasm-bindgen-cli@{}", self.version)),
            _ => command.args(["--locked", "--no-default-features"]).arg(format!("{}@{}", self.name, self.version)),
        };
        // These settings compile soonest and still leave programs quick enough.
        command
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1")
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_TARGET_DIR", root.join("target"))
            .current_dir(root);
        command
    }

    fn npm(&self, root: &Path) -> Command {
        let mut command = Command::new("npm");
        command.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]).arg(root);
        command.arg(format!("{}@{}", self.name, self.version)).current_dir(root);
        command
    }

    fn remedy(&self) -> String {
        match self.kind {
            Kind::Binaryen | Kind::Esbuild | Kind::SimpleIcons => format!(
                "Node and npm fetch it; check that they are installed and that npm's registry can be reached, \
                 or put {} {} on PATH.",
                self.name, self.version
            ),
            _ => format!(
                "Check that crates.io can be reached and that a C compiler is installed, or put {} {} on PATH.",
                self.name, self.version
            ),
        }
    }

    /// Where an installation of ours keeps its programs.
    fn own_folder(&self) -> Result<PathBuf> {
        let below = match self.kind {
            Kind::Binaryen | Kind::Esbuild => "node_modules/.bin",
            Kind::SimpleIcons => "node_modules/simple-icons",
            Kind::Trunk | Kind::WasmBindgen | Kind::Deny | Kind::Twiggy => "bin",
        };
        Ok(place::tools()?.join(self.label()).join(below))
    }

    fn is_on_path(&self) -> bool {
        // It is no program.
        if self.kind == Kind::SimpleIcons {
            return false;
        }
        let program = if self.kind == Kind::Binaryen { "wasm-opt" } else { self.name };
        let printed = step::answer(Command::new(program).arg("--version")).unwrap_or_default();
        match self.kind {
            Kind::Trunk => fits_trunk(&printed),
            Kind::WasmBindgen => {
                // The test runner comes with it, and must be there as well.
                printed.split_whitespace().nth(1) == Some(&self.version)
                    && which::which("wasm-bindgen-test-runner").is_ok()
            }
            Kind::Deny | Kind::Twiggy => printed.split_whitespace().nth(1) == Some(&self.version),
            Kind::Binaryen => printed.split_whitespace().nth(2) == Some(BINARYEN),
            Kind::Esbuild => printed == self.version,
            Kind::SimpleIcons => false,
        }
    }
}

/// Whether `trunk --version` names a release that Trunk.toml accepts: 0.22.1 or a later 0.22.
fn fits_trunk(printed: &str) -> bool {
    let patch = printed.split_whitespace().nth(1).and_then(|version| version.strip_prefix("0.22."));
    patch.and_then(|patch| patch.parse::<u32>().ok()).is_some_and(|patch| patch >= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_releases_that_trunk_toml_accepts_fit() {
        for (printed, fits) in [
            ("trunk 0.22.1", true),
            ("trunk 0.22.14", true),
            ("trunk 0.22.0", false),
            ("trunk 0.23.0", false),
            ("trunk 0.22.2-beta.1", false),
            ("", false),
        ] {
            assert_eq!(fits_trunk(printed), fits, "{printed:?}");
        }
    }

    #[test]
    fn trunk_toml_names_the_same_versions() {
        let config = fs::read_to_string(place::project().join("Trunk.toml")).unwrap();
        assert!(config.contains(&format!("trunk-version = \">={TRUNK}, <0.23\"")));
        assert!(config.contains(&format!("wasm_opt = \"version_{BINARYEN}\"")));
    }
}

//! The browsers that the tests drive.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::system;

/// Chromium and the driver of the same version.
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// The same for those who never look at it, which Debian has as a package of its own: quicker to open pages. Where there is
    /// none, the browser.
    pub shell: PathBuf,
    /// The server that drives it.
    pub driver: PathBuf,
}

const SHELL: &str = "chromium-headless-shell";

impl Browser {
    /// The browser and driver on this machine, installed from its packages when missing.
    ///
    /// # Errors
    /// When they are missing and cannot be installed, with what to install.
    pub fn ready() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        system::install(&["chromium", SHELL, "chromium-driver", "fonts-liberation"], "testing in a browser")?;
        Self::find().context(
            "Chromium or its driver is still missing. Set VITRINE_CHROMIUM and CHROMEDRIVER to where they are.",
        )
    }

    fn find() -> Option<Self> {
        let named = std::env::var_os("VITRINE_CHROMIUM").map(PathBuf::from);
        let chromium = named
            .clone()
            .or_else(|| first(&["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]))?;
        let shell = named.or_else(|| first(&[SHELL])).unwrap_or_else(|| chromium.clone());
        let driver = std::env::var_os("CHROMEDRIVER")
            .map(PathBuf::from)
            // Hosted runners say where theirs is.
            .or_else(|| std::env::var_os("CHROMEWEBDRIVER").map(|folder| PathBuf::from(folder).join("chromedriver")))
            .or_else(|| first(&["chromedriver", "chromium.chromedriver"]))?;
        (chromium.is_file() && driver.is_file()).then_some(Self { chromium, shell, driver })
    }
}

/// The engines of other makers.
pub struct Engines {
    /// Firefox, which is driven without a driver.
    pub firefox: PathBuf,
    /// The server that drives a browser of `WebKitGTK`.
    pub webkit_driver: PathBuf,
    /// That browser.
    pub mini_browser: PathBuf,
    /// A screen for it, since it draws nowhere else.
    pub xvfb: PathBuf,
}

impl Engines {
    /// The engines on this machine, installed from its packages when missing.
    ///
    /// # Errors
    /// When they are missing and cannot be installed, with what to install.
    pub fn ready() -> Result<Self> {
        let missing: Vec<&str> =
            PARTS.into_iter().filter(|(_, find)| find().is_none()).map(|(package, _)| package).collect();
        if !missing.is_empty() {
            system::install(&missing, "testing in other engines")?;
        }
        let [firefox, webkit_driver, mini_browser, xvfb] = PARTS.map(|(package, find)| {
            find().with_context(|| {
                format!(
                    "{package} is installed, and what it should have brought is nowhere. Set VITRINE_FIREFOX, \
                     VITRINE_WEBKIT_DRIVER, VITRINE_MINI_BROWSER and VITRINE_XVFB to where they are."
                )
            })
        });
        Ok(Self { firefox: firefox?, webkit_driver: webkit_driver?, mini_browser: mini_browser?, xvfb: xvfb? })
    }
}

/// What reads a PDF as programs do that are handed one, installed from this machine's packages when missing.
///
/// # Errors
/// When it is missing and cannot be installed, with what to install.
pub fn pdf_reader() -> Result<PathBuf> {
    let find = || given("VITRINE_PDFTOTEXT").or_else(|| first(&["pdftotext"]));
    if find().is_none() {
        system::install(&["poppler-utils"], "reading what is printed")?;
    }
    find().context("pdftotext is still missing. Set VITRINE_PDFTOTEXT to where it is.")
}

type Find = fn() -> Option<PathBuf>;

/// The packages that bring the engines, and how what is needed of each is found.
const PARTS: [(&str, Find); 4] = [
    ("firefox-esr", || given("VITRINE_FIREFOX").or_else(|| first(&["firefox-esr", "firefox"]))),
    ("webkit2gtk-driver", || given("VITRINE_WEBKIT_DRIVER").or_else(|| first(&["WebKitWebDriver"]))),
    ("libwebkit2gtk-4.1-0", || given("VITRINE_MINI_BROWSER").or_else(mini_browser)),
    ("xvfb", || given("VITRINE_XVFB").or_else(|| first(&["Xvfb"]))),
];

fn given(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_file())
}

/// It is no program for users, so it lies beside the library, in a folder that names machine and version.
fn mini_browser() -> Option<PathBuf> {
    let listed = |folder: &Path| -> Vec<PathBuf> {
        std::fs::read_dir(folder)
            .map(|entries| entries.filter_map(|entry| Some(entry.ok()?.path())).collect())
            .unwrap_or_default()
    };
    let libraries =
        [vec![PathBuf::from("/usr/lib"), PathBuf::from("/usr/libexec")], listed(Path::new("/usr/lib"))].concat();
    let mut found: Vec<PathBuf> = libraries
        .iter()
        .flat_map(|library| listed(library))
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit")))
        .map(|folder| folder.join("MiniBrowser"))
        .filter(|program| program.is_file())
        .collect();
    found.sort();
    found.pop()
}

fn first(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| which::which(name).ok())
}

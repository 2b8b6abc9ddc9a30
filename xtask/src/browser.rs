//! The browser that the tests drive.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::system;

/// Chromium and the driver of the same version.
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// The server that drives it.
    pub driver: PathBuf,
}

impl Browser {
    /// The browser and driver on this machine, installed from its packages when missing.
    ///
    /// # Errors
    /// When they are missing and cannot be installed, with what to install.
    pub fn ready() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        system::install(&["chromium", "chromium-driver", "fonts-liberation"], "testing in a browser")?;
        Self::find().context(
            "Chromium or its driver is still missing. Set VITRINE_CHROMIUM and CHROMEDRIVER to where they are.",
        )
    }

    fn find() -> Option<Self> {
        let chromium = std::env::var_os("VITRINE_CHROMIUM")
            .map(PathBuf::from)
            .or_else(|| first(&["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]))?;
        let driver = std::env::var_os("CHROMEDRIVER")
            .map(PathBuf::from)
            // Hosted runners say where theirs is.
            .or_else(|| std::env::var_os("CHROMEWEBDRIVER").map(|folder| PathBuf::from(folder).join("chromedriver")))
            .or_else(|| first(&["chromedriver", "chromium.chromedriver"]))?;
        (chromium.is_file() && driver.is_file()).then_some(Self { chromium, driver })
    }
}

fn first(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| which::which(name).ok())
}

//! The sites that the tests visit.

use std::path::PathBuf;

use anyhow::Result;
use vitrine_frame::BasePath;

use crate::build::Site;
use crate::place;
use crate::setup::Machine;

/// The paths that the tests visit each site at.
pub const BASES: [(&str, &str); 2] = [("root", "/"), ("base", "/some/base/")];
/// The sites beside that of the project's own portfolio: those of other portfolios in `public/`, and one of none.
pub const OTHERS: [(&str, Option<&str>); 4] = [
    ("sharvil-kadam", Some("examples/sharvil-kadam.json")),
    ("arunav-malhotra", Some("examples/arunav-malhotra.json")),
    // In two languages.
    ("salma-idrissi", Some("examples/salma-idrissi.json")),
    ("generic", None),
];

/// Portfolios unlike any that ships, below `tests/e2e/data/`: their sites have one path.
pub const UNUSUAL: [(&str, &str); 7] = [
    ("hostile", "hostile.json"),
    ("sparse", "sparse.json"),
    ("foreign", "foreign.json"),
    ("german", "german.json"),
    ("arabic", "arabic.json"),
    ("japanese", "japanese.json"),
    // With pictures and articles beside it.
    ("gallery", "gallery/portfolio.json"),
];

/// Builds the site of another portfolio than the project's own, at one of the paths.
pub fn other_site(portfolio: &str, file: Option<&str>, at: &str, base: &str, machine: &Machine) -> Result<()> {
    let file = file.map(|file| place::project().join("public").join(file));
    let dist = place::generated().join("sites").join(portfolio).join(at);
    // The generic site shows whichever portfolio it is asked for, so it needs some.
    let files = file.is_none().then(|| place::project().join("public"));
    let base = base.parse()?;
    Site { portfolio: file, files, dist: &dist, ..Site::own(&base, &dist) }.build_if_stale(machine)
}

/// Builds the site of a portfolio unlike any that ships, and says where it is.
pub fn unusual_site(name: &str, file: &str, machine: &Machine) -> Result<PathBuf> {
    let portfolio = Some(place::project().join("tests/e2e/data").join(file));
    let dist = place::generated().join("sites").join(name).join("root");
    Site { portfolio, files: None, ..Site::own(&BasePath::default(), &dist) }.build_if_stale(machine)?;
    Ok(dist)
}

/// The site of the project's own portfolio at one of the paths.
pub fn own_site(at: &str) -> PathBuf {
    if at == "root" { place::dist() } else { place::generated().join("dist-base") }
}

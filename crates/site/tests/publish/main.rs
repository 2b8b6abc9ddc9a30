//! What a published site tells machines: complete, true, the same everywhere, and never broken out of.

mod album;
mod card;
mod essay;
mod feed;
mod files;
mod font;
mod head;
mod hostile;
mod icon;
mod json_ld;
mod markdown;
mod preview;
mod resume;
mod single;
mod sitemap;

use std::path::Path;

use vitrine_frame::{Asset, Frame};
use vitrine_model::route::Address;
use vitrine_model::{Day, Gate, Portfolio, read};
use vitrine_site::Publication;

/// The bundled portfolios, and one that says something in every field.
const FILES: [&str; 5] = [
    "public/portfolio.json",
    "public/examples/arunav-malhotra.json",
    "public/examples/hedda-storvik.json",
    "public/examples/sharvil-kadam.json",
    "tests/native/data/valid/full.json",
];

/// The folder of the whole project.
fn project() -> &'static Path {
    let site = Path::new(env!("CARGO_MANIFEST_DIR"));
    site.ancestors().nth(2).unwrap_or(site)
}

/// A front end that does nothing, with files that are published under their own names.
fn bare_frame(plain: Vec<Asset>) -> Frame {
    let asset = |start: &str, end: &str| Asset::hashed(start, end, start.into());
    Frame {
        program: asset("vitrine", "_bg.wasm"),
        glue: asset("vitrine", ".js"),
        parts: Vec::new(),
        boot: asset("boot", ".js"),
        inline: Asset::new("inline.js", b"help()".to_vec()),
        style: asset("style", ".css"),
        print: asset("print", ".css"),
        fonts: Vec::new(),
        plain,
        icons: asset("icons", ".tsv"),
        copies: Vec::new(),
    }
}

fn portfolio(file: &str) -> Portfolio {
    let path = project().join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    read(&text, &Gate::native()).expect("a portfolio").value
}

fn changed() -> Option<Day> {
    Day::from_ymd(2026, 3, 14)
}

/// Shows each portfolio as it is published, every entry of it edited on the day of the last change.
#[track_caller]
fn each(mut show: impl FnMut(&str, &Publication<'_>)) {
    for file in FILES {
        let portfolio = portfolio(file);
        let address = Address::new("/", None).expect("an address");
        let projects = portfolio.projects.iter().map(|project| &project.title);
        let titles = projects.chain(portfolio.writing.iter().map(|article| &article.title));
        let edited: Vec<(String, Day)> = titles.cloned().zip(changed().into_iter().cycle()).collect();
        let mut publication = Publication::new(&portfolio, &address, changed());
        publication.edited = &edited;
        show(file, &publication);
    }
}

/// Shows a portfolio that doesn't say where it is published.
fn without_site(show: impl FnOnce(&Publication<'_>)) {
    let mut portfolio = portfolio(FILES[0]);
    portfolio.site = None;
    let address = Address::new("/", None).expect("an address");
    show(&Publication::new(&portfolio, &address, changed()));
}

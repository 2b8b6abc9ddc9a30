//! `prerender SHELL PORTFOLIO BASE FOLDER [CHANGED]`: writes every page of a portfolio, and what lies beside them, into the
//! folder of a site that trunk has built. `CHANGED` is the day on which the portfolio last changed, or `today`. `cargo
//! xtask build` runs it.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs};

use vitrine::model::{self, Day, Gate};
use vitrine::render::{self, Shell, Source};
use vitrine::route::Address;

/// How `CHANGED` says that it is the day on which the pages are rendered.
const TODAY: &str = "today";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [shell, portfolio, base, folder, changed @ ..] = arguments.as_slice() else {
        return Err("usage: prerender SHELL PORTFOLIO BASE FOLDER [CHANGED]".into());
    };
    let read = |path: &String| fs::read_to_string(path).map_err(|error| format!("{path}: {error}"));
    let text = read(portfolio)?;
    let reading = model::read(&text, &Gate::native()).map_err(|error| format!("{portfolio}: {error}"))?;
    let shell = Shell::new(&read(shell)?)?;
    let address = Address::new(base, None)?;
    let fonts = fonts(Path::new(folder))?;
    let source = Source {
        shell: &shell,
        portfolio: Arc::new(reading.value),
        text: &text,
        address: Arc::new(address),
        fonts: &fonts,
        today: today(),
        changed: changed.first().and_then(|day| if day == TODAY { Some(today()) } else { Day::parse(day) }),
    };
    let publication = source.publication();
    for note in publication.missing().map(str::to_owned).into_iter().chain(publication.misplaced()) {
        eprintln!("    {note}");
    }
    let site = render::site(&source)?;
    for file in &site {
        let path = Path::new(folder).join(&file.path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, &file.bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    for link in render::dead_links(&site, source.address.base(), |path| Path::new(folder).join(path).is_file()) {
        eprintln!("    {link}");
    }
    Ok(())
}

/// The fonts of the site in a folder.
fn fonts(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let entries = fs::read_dir(folder.join("fonts")).map_err(|error| format!("{}/fonts: {error}", folder.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut fonts: Vec<String> = names
        .filter(|name| Path::new(name).extension().is_some_and(|kind| kind == "woff2"))
        .map(|name| format!("fonts/{name}"))
        .collect();
    fonts.sort();
    Ok(fonts)
}

/// The day in UTC, or that of `SOURCE_DATE_EPOCH`, so that a build can be repeated to the byte.
///
/// Source: reproducible-builds.org, on `SOURCE_DATE_EPOCH`.
fn today() -> Day {
    const SECONDS_A_DAY: u64 = 86_400;
    let given = env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    Day(i32::try_from(given.unwrap_or_else(now) / SECONDS_A_DAY).unwrap_or(i32::MAX))
}

//! `size`: what the files of a site weigh on their way to a visitor, held against `budget.json`.

mod functions;
mod matrix;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use vitrine_frame::BasePath;

use crate::setup::Machine;
use crate::{build, place, step};

/// What is recorded, in bytes, compressed with brotli at its highest quality.
const BUDGET: &str = "budget.json";
/// How much heavier than recorded a part may become, in percent.
const SLACK: u64 = 2;
/// What nothing makes right, in bytes. Names after content alone move the first by tens.
const LIMITS: [(&str, u64); 2] = [(START, 188_700), (FONTS, 16_000)];

/// A part of a site: what it is called, and how its files' names start and end.
struct Part {
    name: &'static str,
    files: (&'static str, &'static str),
    /// Whether a visitor of the start page waits for it.
    first: bool,
}

/// The program's parts, of which functions can be listed, go by the name that the program has for them.
const PROGRAM: &str = "vitrine";
const DIAGRAM: &str = "diagram";
const READER: &str = "reader";
const SHARED: &str = "shared";

const PARTS: [Part; 11] = [
    Part { name: "page", files: ("index", ".html"), first: true },
    Part { name: "style", files: ("style-", ".css"), first: true },
    Part { name: "print", files: ("print-", ".css"), first: false },
    Part { name: "boot", files: ("boot-", ".js"), first: true },
    Part { name: "rescue", files: ("vitrine.rescue", ".js"), first: false },
    Part { name: "glue", files: ("vitrine-", ".js"), first: true },
    Part { name: PROGRAM, files: ("vitrine-", ".wasm"), first: true },
    Part { name: DIAGRAM, files: ("diagram-", ".wasm"), first: false },
    Part { name: READER, files: ("reader-", ".wasm"), first: false },
    Part { name: SHARED, files: ("shared-", ".wasm"), first: false },
    Part { name: "icons", files: ("icons-", ".svg"), first: false },
];
/// All that a visitor of the start page waits for but the fonts.
const START: &str = "start page without fonts";
/// The fonts that the start page asks for.
const FONTS: &str = "fonts of the start page";

type Sizes = BTreeMap<String, u64>;

/// What to do with the sizes.
#[derive(clap::Args)]
pub struct Options {
    /// Make what the site weighs now its budget
    #[arg(long)]
    record: bool,
    /// List the largest functions of the program's parts
    #[arg(long)]
    functions: bool,
    /// Compile the program in other ways and print what it would weigh (half an hour or more)
    #[arg(long)]
    matrix: bool,
}

/// Builds the site if need be and prints what it weighs.
///
/// # Errors
/// When the build fails, or a part is over its budget.
pub fn run(options: &Options) -> Result<ExitCode> {
    let machine = Machine::ready()?;
    if options.matrix {
        return matrix::run(&machine).map(|()| ExitCode::SUCCESS);
    }
    let dist = place::dist();
    build::Site::own(&BasePath::default(), &dist).build_if_stale(&machine)?;
    if options.record {
        let text = serde_json::to_string_pretty(&measure(&dist)?)? + "\n";
        fs::write(place::project().join(BUDGET), text).with_context(|| format!("cannot write {BUDGET}"))?;
    }
    if options.functions {
        functions::list(&machine, &[PROGRAM, DIAGRAM, READER, SHARED])?;
    }
    check(&machine, &dist)?;
    Ok(ExitCode::SUCCESS)
}

/// Holds the site in `dist` against its budget.
///
/// # Errors
/// When a part is over it or unknown to it; the largest functions are printed of what has functions.
pub fn check(machine: &Machine, dist: &Path) -> Result<()> {
    let path = place::project().join(BUDGET);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let budget: Sizes = serde_json::from_str(&text).with_context(|| format!("{BUDGET} is no list of sizes"))?;
    let sizes = measure(dist)?;
    println!("\n{}", table(&sizes, &budget));
    let over = over(&sizes, &budget);
    if over.is_empty() {
        return Ok(());
    }
    let heavy = heavy(&over);
    if !heavy.is_empty() {
        // The sizes are what counts; without the list they are still over.
        if let Err(error) = functions::list(machine, &heavy) {
            step::note(&format!("{error:#}"));
        }
    }
    bail!(
        "over budget by more than {SLACK} %, or over what a first visit may load: {}. Make it smaller, or say why it has to be larger and run \
         `cargo xtask size --record`.",
        over.join(", ")
    )
}

/// Whether a file ends the worker of a site that was here before, so that no page asks for it (`crates/site/src/former_worker.rs`).
fn ends_worker(name: &str) -> bool {
    name.contains("worker") || name.split(['-', '.']).any(|word| word == "sw")
}

/// What each part weighs, and their sum.
fn measure(dist: &Path) -> Result<Sizes> {
    let names = names(dist)?;
    let mut sizes = Sizes::new();
    let mut start = 0;
    for part in &PARTS {
        let (head, tail) = part.files;
        let mut files = names.iter().filter(|name| name.starts_with(head) && name.ends_with(tail));
        let (Some(file), None) = (files.next(), files.next()) else {
            bail!("{} holds not exactly one {head}*{tail}", dist.display());
        };
        let size = compressed(&dist.join(file))?;
        start += if part.first { size } else { 0 };
        sizes.insert(part.name.to_owned(), size);
    }
    let is_known = |name: &String| PARTS.iter().any(|part| part.holds(name)) || ends_worker(name);
    if let Some(unknown) = names.iter().find(|name| is_code(name) && !is_known(name)) {
        bail!("{unknown} belongs to no part that xtask/src/size.rs knows, so nothing limits its size");
    }
    sizes.insert(START.to_owned(), start);
    let page = fs::read_to_string(dist.join("index.html")).context("there is no page")?;
    let mut fonts = 0;
    for font in fonts_of(&page) {
        fonts += fs::metadata(dist.join(font)).with_context(|| format!("there is no {font}"))?.len();
    }
    sizes.insert(FONTS.to_owned(), fonts);
    Ok(sizes)
}

impl Part {
    fn holds(&self, name: &str) -> bool {
        name.starts_with(self.files.0) && name.ends_with(self.files.1)
    }
}

fn is_code(name: &str) -> bool {
    [".wasm", ".js", ".css"].iter().any(|kind| name.ends_with(kind))
}

fn names(dist: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(dist).with_context(|| format!("cannot list {}", dist.display()))?;
    Ok(entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect())
}

/// The size of the compressed copy beside a file, or its own if compressing gains nothing.
fn compressed(file: &Path) -> Result<u64> {
    let mut copy = file.as_os_str().to_owned();
    copy.push(".br");
    let sent = if Path::new(&copy).is_file() { PathBuf::from(copy) } else { file.to_owned() };
    Ok(fs::metadata(&sent).with_context(|| format!("cannot read {}", sent.display()))?.len())
}

/// The fonts that a page names, each once.
fn fonts_of(page: &str) -> BTreeSet<&str> {
    let words = page.split(['"', ' ', '>', '=']);
    words
        .filter(|word| word.starts_with("fonts/") && Path::new(word).extension().is_some_and(|kind| kind == "woff2"))
        .collect()
}

/// The parts that weigh more than their budget and what is added to it, or than any budget allows, or have none.
fn over(sizes: &Sizes, budget: &Sizes) -> Vec<String> {
    let limit = |name: &str| LIMITS.iter().find(|(limited, _)| *limited == name).map_or(u64::MAX, |(_, bytes)| *bytes);
    let most = |name: &str| budget.get(name).map_or(0, |bytes| bytes * (100 + SLACK) / 100).min(limit(name));
    sizes.iter().filter(|(name, bytes)| **bytes > most(name)).map(|(name, _)| name.clone()).collect()
}

/// The parts whose functions tell why these are over. A first visit is mostly the program, which may be within its own.
fn heavy(over: &[String]) -> Vec<&'static str> {
    let is_over = |part: &str| over.iter().any(|name| name == part || (name == START && part == PROGRAM));
    [PROGRAM, DIAGRAM, READER, SHARED].into_iter().filter(|part| is_over(part)).collect()
}

fn table(sizes: &Sizes, budget: &Sizes) -> String {
    let mut lines = vec![format!("    {:<26} {:>9} {:>9}", "brotli", "now", "budget")];
    for (name, bytes) in sizes {
        let (recorded, change) = match budget.get(name) {
            Some(recorded) => (recorded.to_string(), (*bytes as f64 / *recorded as f64 - 1.0) * 100.0),
            None => ("none".to_owned(), 0.0),
        };
        lines.push(format!("    {name:<26} {bytes:>9} {recorded:>9} {change:>+7.1} %"));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(list: &[(&str, u64)]) -> Sizes {
        list.iter().map(|(name, bytes)| ((*name).to_owned(), *bytes)).collect()
    }

    #[test]
    fn a_part_may_grow_by_two_percent_and_not_by_a_byte_more() {
        let budget = sizes(&[("page", 10_000), ("style", 10_000)]);
        for (bytes, expected) in [(9_000, 0), (10_200, 0), (10_201, 1)] {
            assert_eq!(over(&sizes(&[("page", bytes), ("style", 1)]), &budget).len(), expected, "{bytes}");
        }
        assert_eq!(over(&sizes(&[("new", 1)]), &budget), ["new"]);
        assert_eq!(over(&sizes(&[(START, 200_001)]), &sizes(&[(START, 200_001)])), [START]);
    }

    #[test]
    fn functions_are_listed_of_what_may_be_too_large_by_them() {
        for (over, expected) in [
            (vec![PROGRAM], vec![PROGRAM]),
            (vec![START], vec![PROGRAM]),
            (vec![START, PROGRAM], vec![PROGRAM]),
            (vec![DIAGRAM, START], vec![PROGRAM, DIAGRAM]),
            (vec![DIAGRAM], vec![DIAGRAM]),
            (vec!["style", FONTS], vec![]),
        ] {
            let over: Vec<String> = over.into_iter().map(str::to_owned).collect();
            assert_eq!(heavy(&over), expected, "{over:?}");
        }
    }

    #[test]
    fn a_site_is_weighed_as_it_is_sent_and_nothing_slips_in() {
        let dist = std::env::temp_dir().join(format!("vitrine-size-{}", std::process::id()));
        fs::create_dir_all(dist.join("fonts")).unwrap();
        let page = "<meta content=fonts/a.woff2 name=font><meta content=\"fonts/b.woff2\">";
        for (name, bytes) in [
            ("index.html", page.len()),
            ("style-1.css", 9),
            ("print-1.css", 60),
            ("boot-1.js", 2),
            ("vitrine.rescue.js", 70),
            ("sw.js", 80),
            ("vitrine-1.js", 3),
            ("vitrine-1_bg.wasm", 90),
            ("vitrine-1_bg.wasm.br", 40),
            ("diagram-1.wasm", 500),
            ("reader-1.wasm", 50),
            ("shared-3-1.wasm", 60),
            ("icons-1.svg", 600),
            ("fonts/a.woff2", 7),
            ("fonts/b.woff2", 8),
            ("fonts/c.woff2", 9_000),
        ] {
            fs::write(dist.join(name), &page.repeat(200).as_bytes()[..bytes]).unwrap();
        }
        let found = measure(&dist).unwrap();
        assert_eq!((found[PROGRAM], found[DIAGRAM], found[FONTS]), (40, 500, 15));
        assert_eq!(found[START], page.len() as u64 + 9 + 2 + 3 + 40);
        fs::write(dist.join("more-1.wasm"), "").unwrap();
        assert!(measure(&dist).unwrap_err().to_string().contains("more-1.wasm"));
        fs::remove_dir_all(dist).unwrap();
    }
}

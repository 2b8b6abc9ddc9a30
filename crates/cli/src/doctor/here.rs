//! What there is on this machine and in this folder.

use std::fs;
use std::io::{IsTerminal as _, stdout};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::Command;
use std::rc::Rc;

use vitrine_model::folder::Folder;
use vitrine_model::{Gate, Severity, check_beside, version};

use super::{Finding, Options, State};
use crate::changed::answer;
use crate::export::{BROWSER_ADVICE, find_browser};
use crate::folder::album;
use crate::{front_end, portfolio_file, serve};

/// Everything, what is needed most first.
pub fn all(options: &Options) -> Vec<Finding> {
    let mut findings = vec![engine(), front_end(options.frame.as_deref()), portfolio(options.portfolio.as_deref())];
    findings.extend([
        folder(),
        out(&options.out),
        letters(),
        git(),
        browser(options.browser.as_deref()),
        port(),
        colours(),
    ]);
    findings
}

fn engine() -> Finding {
    let found = format!("vitrine {}, format of portfolios: version {}", env!("CARGO_PKG_VERSION"), version::VERSION);
    Finding::well("engine", &[], found)
}

fn front_end(frame: Option<&Path>) -> Finding {
    let finding = |found: &str| Finding::well("front end", &["build", "export html", "export pdf"], found);
    match (front_end::open(frame), frame) {
        (Ok(_), Some(folder)) => finding(&folder.display().to_string()),
        (Ok(_), None) => finding("the command's own"),
        (Err(error), _) => finding("none").but(State::Missing, error.to_string()),
    }
}

fn portfolio(given: Option<&Path>) -> Finding {
    let finding = |found: String| Finding::well("portfolio", &["build", "check", "export"], found);
    let read = portfolio_file::find(given).and_then(|file| Ok((portfolio_file::read(&file)?, file)));
    let (text, file) = match read {
        Ok(read) => read,
        Err(error) => return finding("none that can be read".to_owned()).but(State::Missing, format!("{error:#}")),
    };
    let (name, beside): (_, Rc<dyn Folder>) = (file.display(), album(&file));
    match check_beside(&portfolio_file::json(&text), &Gate::native(), &beside) {
        Ok(reading) => {
            let count = |severity| reading.problems.iter().filter(|problem| problem.severity() == severity).count();
            match (count(Severity::Error), count(Severity::Warning)) {
                (0, 0) => finding(format!("{name} is sound")),
                (errors, warnings) => finding(format!("{name} has errors: {errors}, warnings: {warnings}"))
                    .but(State::Note, "`vitrine check` shows each with what to do"),
            }
        }
        Err(error) => finding(format!("{name} is no portfolio"))
            .but(State::Missing, format!("{error}; `vitrine check` shows the place")),
    }
}

fn folder() -> Finding {
    let finding = |found: &str| Finding::well("this folder", &["build", "migrate"], found);
    match tempfile::tempfile_in(".") {
        Ok(_) => finding("can be written"),
        Err(error) => {
            finding("can't be written").but(State::Missing, format!("{error}; change its rights, or go to another"))
        }
    }
}

fn out(folder: &Path) -> Finding {
    let name = folder.display();
    let finding = |found: String| Finding::well("site", &["build"], found);
    if folder.is_file() {
        return finding(format!("{name} is a file")).but(State::Missing, "delete it, or build with --out");
    }
    if !folder.is_dir() {
        return finding(format!("{name} is not there yet, and `build` makes it"));
    }
    if let Err(error) = tempfile::tempfile_in(folder) {
        return finding(format!("{name} can't be written"))
            .but(State::Missing, format!("{error}; change its rights, or build with --out"));
    }
    let is_empty = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if is_empty || folder.join("index.html").is_file() {
        finding(format!("{name} can be written"))
    } else {
        finding(format!("{name} holds something other than a site"))
            .but(State::Note, "`build` leaves it alone: empty it, or build with --out")
    }
}

/// Hosts mostly tell `A` from `a`; where the author's machine does not, a wrong name is found by nobody but visitors.
fn letters() -> Finding {
    let finding = |found: &str| Finding::well("file names", &["build"], found);
    let tried = tempfile::Builder::new().prefix(".vitrine-a").tempfile_in(".");
    match tried.as_ref().map(|file| file.path().with_file_name(upper(file.path()))) {
        Ok(other) if other.exists() => finding("A and a are the same here").but(
            State::Note,
            "most hosts tell them apart: write names of pictures and files in the portfolio exactly as they are",
        ),
        Ok(_) => finding("A and a are two, as on most hosts"),
        Err(_) => finding("not known, as this folder can't be written").but(State::Note, "see above"),
    }
}

fn upper(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().to_uppercase()
}

fn git() -> Finding {
    let finding = |found: &str| Finding::well("git", &["import git"], found);
    let Some(version) = answer(Command::new("git").arg("--version")) else {
        return finding("none").but(
            State::Missing,
            "install git, from which dates of changes are known, too; without it write \"updated\" into entries",
        );
    };
    match answer(Command::new("git").args(["rev-parse", "--is-inside-work-tree"])).as_deref() {
        Some("true") => finding(&format!("{version}; this folder has a history")),
        _ => finding(&format!("{version}; this folder has no history")).but(
            State::Note,
            "without one the days of changes are unknown: `git init`, or write \"updated\" into entries",
        ),
    }
}

fn browser(given: Option<&Path>) -> Finding {
    let finding = |found: String| Finding::well("browser", &["export pdf"], found);
    match find_browser(given) {
        Ok(browser) => {
            let path = browser.path.display().to_string();
            finding(browser.name().map_or(path.clone(), |name| format!("{name}, {path}")))
        }
        Err(_) => finding("none that prints".to_owned()).but(State::Missing, BROWSER_ADVICE),
    }
}

fn port() -> Finding {
    let finding = |found: String| Finding::well("port", &["serve"], found);
    let is_free = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok();
    match (serve::PORT..serve::PORT + serve::TRIES).find(|port| is_free(*port)) {
        Some(port) if port == serve::PORT => finding(format!("{port} is free")),
        Some(port) => finding(format!("{} is taken, {port} is free", serve::PORT)),
        None if is_free(0) => finding(format!("{} and those after it are taken; others are free", serve::PORT)),
        None => finding("none is free".to_owned())
            .but(State::Missing, "end what listens on this machine, or allow this program to"),
    }
}

fn colours() -> Finding {
    let finding = |found: &str| Finding::well("colours", &[], found);
    let is_refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    match (stdout().is_terminal(), is_refused) {
        (_, true) => finding("none, as NO_COLOR is set"),
        (true, false) => finding("yes, this is a terminal"),
        (false, false) => finding("none, as this is no terminal; --color always brings them"),
    }
}

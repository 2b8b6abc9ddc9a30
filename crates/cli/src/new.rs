//! `new`: a portfolio to fill in, with what publishes it.

use std::fs;
use std::io::{IsTerminal as _, stderr, stdin};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use jsonc_parser::ParseOptions;
use jsonc_parser::cst::CstRootNode;

use crate::import::Start;
use crate::portfolio_file;
use crate::terminal::Terminal;

const STARTER: &str = include_str!("../starter/portfolio.jsonc");
/// What git is to leave alone.
const GITIGNORE: &str = ".gitignore";
const IGNORED: &str = include_str!("../starter/gitignore");
/// What the starter is called.
const FILE: &str = "portfolio.jsonc";
/// What one is called that was imported: there are no comments in it.
const IMPORTED: &str = "portfolio.json";

/// What to make.
#[derive(clap::Args)]
pub struct Options {
    /// The folder to write into; made if it is not there
    #[arg(default_value = ".", value_name = "DIR")]
    folder: PathBuf,
    /// Whose portfolio it is
    #[arg(long)]
    name: Option<String>,
    /// How it looks
    #[arg(long, value_enum)]
    theme: Option<Theme>,
    /// Where it will be published
    #[arg(long, value_enum)]
    host: Option<Host>,
    /// Start from what you have: a resume.json of JSON Resume, the ZIP of a LinkedIn export, Mermaid, a Structurizr workspace
    #[arg(long, value_name = "FILE", conflicts_with = "name")]
    from: Option<PathBuf>,
    /// Ask nothing
    #[arg(long, short)]
    yes: bool,
    /// Write over files that are there
    #[arg(long)]
    force: bool,
}

/// How a site looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Theme {
    /// Monospaced, green on black or the reverse
    #[default]
    Terminal,
    /// Serifs on warm paper
    Paper,
    /// Sober grey and blue
    Slate,
}

impl Theme {
    fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Paper => "paper",
            Self::Slate => "slate",
        }
    }
}

/// Who serves a site.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Host {
    /// GitHub Pages, by a workflow
    Github,
    /// GitLab Pages
    Gitlab,
    /// Netlify
    Netlify,
    /// Cloudflare Pages
    Cloudflare,
    /// Somewhere else: a server of your own, say
    #[default]
    Other,
}

impl Host {
    /// The file that has it build and publish, and what that says.
    fn file(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Github => (".github/workflows/publish.yml", include_str!("../starter/host/github.yml")),
            Self::Gitlab => (".gitlab-ci.yml", include_str!("../starter/host/gitlab.yml")),
            Self::Netlify => ("netlify.toml", include_str!("../starter/host/netlify.toml")),
            Self::Cloudflare => ("wrangler.toml", include_str!("../starter/host/wrangler.toml")),
            Self::Other => return None,
        })
    }
}

/// What the author has answered, or would have.
struct Answers {
    name: Option<String>,
    theme: Theme,
    host: Host,
}

/// Writes the files.
///
/// # Errors
/// When some are there already, or can't be written.
pub fn run(options: &Options, terminal: Terminal) -> Result<ExitCode> {
    let Options { folder, force, .. } = options;
    // Before anything is asked.
    let there = portfolio_file::NAMES.iter().map(|name| folder.join(name)).find(|file| is_there(file));
    if let Some(file) = there.filter(|_| !force) {
        bail!("{} is there already; choose another folder, or write over it with --force", file.display());
    }
    let start = options.from.as_deref().map(Start::of).transpose()?;
    let answers = if !options.yes && stdin().is_terminal() && stderr().is_terminal() {
        ask(options)?
    } else {
        Answers {
            name: options.name.clone(),
            theme: options.theme.unwrap_or_default(),
            host: options.host.unwrap_or_default(),
        }
    };
    let mut files = files(&answers, start.as_ref());
    // One that is there has what its author wants in it.
    files.retain(|(name, _)| *name != GITIGNORE || !is_there(&folder.join(name)));
    // All or nothing.
    if let Some((name, _)) = files.iter().find(|(name, _)| !force && is_there(&folder.join(name))) {
        bail!("{} is there already; move it away, or write over it with --force", folder.join(name).display());
    }
    for (name, text) in &files {
        write(&folder.join(name), text)?;
    }
    if let Some(start) = &start {
        start.remember(&folder.join(IMPORTED))?;
        start.notes().iter().for_each(|note| terminal.say(format_args!("note: {note}")));
    }
    let here = folder == Path::new(".");
    terminal.say(format_args!(
        "{} to fill in{}. Next:\n\n{}  vitrine dev     shows it while you write\n  vitrine build   \
         leaves the finished site in dist/",
        folder.join(files[0].0).display(),
        if start.is_some() { "" } else { ", with what each part of it is for" },
        if here { String::new() } else { format!("  cd {}\n", folder.display()) },
    ));
    Ok(ExitCode::SUCCESS)
}

/// Whether there is anything of that name, be it a link to nothing.
fn is_there(file: &Path) -> bool {
    fs::symlink_metadata(file).is_ok()
}

/// Asks what has not been told.
fn ask(options: &Options) -> Result<Answers> {
    let failed = "nobody answered; --yes asks nothing";
    let name = match &options.name {
        Some(name) => name.clone(),
        None if options.from.is_some() => String::new(),
        None => cliclack::input("Whose portfolio is it?").placeholder("Ada Lovelace").interact().context(failed)?,
    };
    let theme = match options.theme {
        Some(theme) => theme,
        None => cliclack::select("How does it look?")
            .item(Theme::Terminal, "terminal", "monospaced, green on black or the reverse")
            .item(Theme::Paper, "paper", "serifs on warm paper")
            .item(Theme::Slate, "slate", "sober grey and blue")
            .interact()
            .context(failed)?,
    };
    let host = match options.host {
        Some(host) => host,
        None => cliclack::select("Where will it be published?")
            .item(Host::Github, "GitHub Pages", "")
            .item(Host::Gitlab, "GitLab Pages", "")
            .item(Host::Netlify, "Netlify", "")
            .item(Host::Cloudflare, "Cloudflare Pages", "")
            .item(Host::Other, "somewhere else", "or later")
            .interact()
            .context(failed)?,
    };
    Ok(Answers { name: Some(name), theme, host })
}

/// The files of a new portfolio, each with what it holds.
fn files(answers: &Answers, start: Option<&Start>) -> Vec<(&'static str, String)> {
    let mut portfolio =
        STARTER.replacen("\"theme\": \"terminal\"", &format!("\"theme\": \"{}\"", answers.theme.name()), 1);
    if let Some(name) = answers.name.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        let name = serde_json::Value::from(name).to_string();
        portfolio = portfolio.replacen("\"Your Name\"", &name, 1);
    }
    let host = answers.host.file();
    let host = host.map(|(name, text)| (name, text.replace("@VERSION@", env!("CARGO_PKG_VERSION"))));
    let portfolio = match start {
        Some(start) => (IMPORTED, themed(&start.text(), answers.theme)),
        None => (FILE, portfolio),
    };
    [portfolio, (GITIGNORE, IGNORED.to_owned())].into_iter().chain(host).collect()
}

/// A portfolio with a theme.
fn themed(text: &str, theme: Theme) -> String {
    let root = CstRootNode::parse(text, &ParseOptions::default()).ok();
    let object = root.as_ref().and_then(CstRootNode::object_value).filter(|object| object.get("theme").is_none());
    if let Some(object) = object.filter(|_| theme != Theme::default()) {
        object.append("theme", theme.name().into());
    }
    root.map_or_else(|| text.to_owned(), |root| root.to_string())
}

fn write(file: &Path, text: &str) -> Result<()> {
    let folder = file.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use vitrine_model::{Gate, check};

    #[test]
    fn the_starter_is_sound_whoever_it_is_for() {
        for name in [None, Some("Ada"), Some("  "), Some("Ada \"the\" Łöwe \\ 🦊")] {
            for theme in [Theme::Terminal, Theme::Paper, Theme::Slate] {
                let answers = Answers { name: name.map(str::to_owned), theme, host: Host::Other };
                let files = files(&answers, None);
                let reading = check(&portfolio_file::published(&files[0].1), &Gate::native()).expect("JSON");
                let said: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
                assert_eq!(said, [""; 0], "{name:?}");
                let expected = name.map(str::trim).filter(|name| !name.is_empty()).unwrap_or("Your Name");
                assert_eq!(reading.value.profile.name, expected);
                assert_eq!(reading.value.theme.name.as_str(), theme.name());
            }
        }
    }

    #[test]
    fn every_host_is_told_the_version_that_wrote_its_file() {
        for host in [Host::Github, Host::Gitlab, Host::Netlify, Host::Cloudflare] {
            let files = files(&Answers { name: None, theme: Theme::Paper, host }, None);
            let told = concat!("npx --yes vitrine-cli@", env!("CARGO_PKG_VERSION"), " build");
            assert!(files[2].1.contains(told), "{}", files[2].1);
            assert!(!files[2].1.contains("@VERSION"), "{}", files[2].1);
        }
    }
}

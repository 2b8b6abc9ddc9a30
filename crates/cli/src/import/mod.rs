//! `import SOURCE`: a portfolio of what somebody has already, or what it adds to one that is there.

mod fetch;
mod history;
mod input;
mod target;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use vitrine_import::{Import, Value, json_resume, linkedin, merge, mermaid, read_strict, structurizr};

use crate::change::{Change, Consent};
use crate::terminal::{Terminal, print};
use crate::{portfolio_file, replace};
use target::Target;

/// What to import, and where to.
#[derive(clap::Args)]
pub struct Options {
    /// What it is
    source: Source,
    /// Files to read (`-` is standard input), or for git the folders of repositories
    #[arg(value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// The portfolio that it goes into; `-` prints it (default: that of this folder, or a new portfolio.json)
    #[arg(long, value_name = "FILE")]
    into: Option<PathBuf>,
    /// Write without asking
    #[arg(long, short)]
    yes: bool,
    /// Show what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// github: whose account to ask for
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// github: a file that holds the token (default: the variable `GITHUB_TOKEN`)
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,
    /// github: where to ask, for GitHub Enterprise `https://HOST/api/graphql`
    #[arg(long, value_name = "URL", default_value = fetch::API)]
    api: String,
    /// git: the mail address of your commits, once for each that you use (default: that of git's own settings)
    #[arg(long, value_name = "MAIL")]
    author: Vec<String>,
}

/// What can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Source {
    /// A resume.json of JSON Resume
    JsonResume,
    /// The ZIP archive of a LinkedIn data export
    Linkedin,
    /// Contributions and pinned repositories on GitHub
    Github,
    /// Your commits in repositories
    Git,
    /// Mermaid flowcharts and sequence diagrams, also in Markdown
    Mermaid,
    /// A Structurizr workspace as JSON
    Structurizr,
}

impl Source {
    /// As the command line and the file of the last import have it.
    fn name(self) -> &'static str {
        match self {
            Self::JsonResume => "json-resume",
            Self::Linkedin => "linkedin",
            Self::Github => "github",
            Self::Git => "git",
            Self::Mermaid => "mermaid",
            Self::Structurizr => "structurizr",
        }
    }
}

/// Imports, shows what changes, asks, and writes.
///
/// # Errors
/// When the source can't be read, or the portfolio can't be written; then nothing has changed.
pub fn run(options: &Options, terminal: Terminal) -> Result<ExitCode> {
    let target = Target::of(options.into.as_deref())?;
    let there = target.read()?;
    let Import { portfolio, notes } = read(options, terminal)?;
    for note in notes {
        terminal.say(format!("note: {}", printable(&note)));
    }
    let Target::File(file) = target else {
        print(portfolio.file());
        return Ok(ExitCode::SUCCESS);
    };
    let known = known(&file, options.source);
    let (text, offered, before) = match &there {
        None => (portfolio.file(), portfolio, None),
        Some(text) => {
            let offered = addition(options.source, portfolio);
            let before = last(&known)?;
            let merged = merge::merge(text, before.as_ref(), &offered)?;
            report_conflicts(&merged.conflicts, &file, terminal);
            if !merged.absent.is_empty() {
                let absent = few(&merged.absent).join(", ");
                terminal.say(format!(
                    "note: what you have taken out stays out: {absent}; to have it anew delete {}",
                    known.display()
                ));
            }
            if let Some(line) = target::unshown(text, &offered) {
                terminal.say(line);
            }
            (merged.text, offered, before)
        }
    };
    let change = Change { file: &file, before: there.as_deref(), after: &text };
    if change.is_none() {
        terminal.say(format!("{} has all of it already", file.display()));
    } else if options.dry_run || !terminal.is_quiet {
        print(change.diff(terminal.has_colour()));
    }
    if options.dry_run {
        return Ok(ExitCode::SUCCESS);
    }
    if !change.is_none() {
        match change.consent(options.yes, options.inputs.iter().any(|input| input == Path::new("-")))? {
            Consent::Given => {}
            Consent::Refused => {
                terminal.say("Nothing was written.");
                return Ok(ExitCode::SUCCESS);
            }
            Consent::NobodyToAsk => {
                bail!("nothing was written: there is nobody to ask; `--yes` writes it, `--dry-run` only shows it")
            }
        }
        let name = file.display();
        match change.write_with_backup()? {
            Some(backup) => {
                terminal.say(format!("{name} is written; what it was before is {}", backup.display()));
            }
            None => terminal.say(format!("{name} is written; `vitrine check` says what could be better")),
        }
    }
    if there.is_none() && offered.get("profile").is_none() {
        terminal.say("note: it is nobody's yet: add \"profile\": { \"name\": \"your name\" }");
    }
    keep(&known, &merge::base(before.as_ref(), &offered))?;
    Ok(ExitCode::SUCCESS)
}

/// The start of a portfolio: what a file holds that somebody has already.
pub struct Start {
    source: Source,
    import: Import,
}

impl Start {
    /// Reads a file that is known by its name and what it holds.
    ///
    /// # Errors
    /// When it can't be read, or is nothing that can be imported.
    pub fn of(file: &Path) -> Result<Self> {
        let end = file.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        if end == "zip" {
            return Ok(Self { source: Source::Linkedin, import: linkedin::read(&input::bytes(file)?)? });
        }
        let text = input::text(file)?;
        if matches!(&*end, "mmd" | "mermaid" | "md" | "markdown") {
            return Ok(Self { source: Source::Mermaid, import: mermaid::read(&[(input::name(file), text)])? });
        }
        let json: serde_json::Value = serde_json::from_str(&portfolio_file::json(&text)).unwrap_or_default();
        if json.get("model").is_some() {
            return Ok(Self { source: Source::Structurizr, import: structurizr::read(&text)? });
        }
        if json.get("basics").is_none() && json.get("work").is_none() {
            bail!(
                "{} is neither a resume.json of JSON Resume, the ZIP archive of a LinkedIn export, Mermaid nor a Structurizr workspace; \
                 `vitrine import` takes GitHub and git, too",
                file.display()
            );
        }
        Ok(Self { source: Source::JsonResume, import: json_resume::read(&text)? })
    }

    /// The portfolio as a file.
    pub fn text(&self) -> String {
        self.import.portfolio.file()
    }

    /// What is to be said about it.
    pub fn notes(&self) -> &[String] {
        &self.import.notes
    }

    /// Remembers beside the portfolio what it began with, so that the next import of the same knows what was edited since.
    ///
    /// # Errors
    /// When that can't be written.
    pub fn remember(&self, portfolio: &Path) -> Result<()> {
        keep(&known(portfolio, self.source), &merge::base(None, &self.import.portfolio))
    }
}

fn read(options: &Options, terminal: Terminal) -> Result<Import> {
    let inputs = &options.inputs[..];
    Ok(match options.source {
        Source::JsonResume => {
            json_resume::read(&input::text(input::one(inputs, Some("resume.json"), "the resume.json")?)?)?
        }
        Source::Linkedin => {
            linkedin::read(&input::bytes(input::one(inputs, None, "the ZIP archive that LinkedIn sent")?)?)?
        }
        Source::Structurizr => {
            structurizr::read(&input::text(input::one(inputs, Some("workspace.json"), "the workspace.json")?)?)?
        }
        Source::Mermaid => {
            if inputs.is_empty() {
                bail!("name the files with Mermaid in them: vitrine import mermaid shop.mmd README.md");
            }
            let files: Result<Vec<(String, String)>> =
                inputs.iter().map(|file| Ok((input::name(file), input::text(file)?))).collect();
            mermaid::read(&files?)?
        }
        Source::Git => history::read(inputs, &options.author, terminal)?,
        Source::Github => fetch::read(options, terminal)?,
    })
}

/// What a source adds to a portfolio that knows its own version, and whose it is unless that is what the source tells.
fn addition(source: Source, portfolio: Value) -> Value {
    let tells_whose = matches!(source, Source::JsonResume | Source::Linkedin);
    let Value::Object(mut properties) = portfolio else { return portfolio };
    properties.retain(|(name, _)| name != "version" && (tells_whose || name != "profile"));
    Value::Object(properties)
}

/// Where it is kept what the last import of a source had: beside the portfolio, and apart for one of another name.
fn known(file: &Path, source: Source) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let of = if portfolio_file::NAMES.contains(&&*name) { String::new() } else { format!(".{name}") };
    file.with_file_name(".vitrine").join(format!("import-{}{of}.json", source.name()))
}

/// What the last import of this source had.
fn last(known: &Path) -> Result<Option<Value>> {
    if !known.is_file() {
        return Ok(None);
    }
    let text = portfolio_file::read(known)?;
    let remedy = || format!("{}: delete it, and what is in the portfolio counts as written by you", known.display());
    Ok(Some(read_strict(&text, "what is known of the last import").with_context(remedy)?))
}

/// Keeps what this import had beside the portfolio.
fn keep(known: &Path, base: &Value) -> Result<()> {
    let folder = known.parent().unwrap_or(known);
    let made = std::fs::create_dir_all(folder).map_err(anyhow::Error::from);
    made.and_then(|()| replace::file(known, base.file().as_bytes())).with_context(|| {
        format!("the portfolio is written, but not {}, by which the next import knows it", known.display())
    })
}

/// So many places are listed one by one.
const MOST_LISTED: usize = 12;

fn report_conflicts(conflicts: &[merge::Conflict], file: &Path, terminal: Terminal) {
    if conflicts.is_empty() {
        return;
    }
    terminal.say(format!("What you have in {} stays where the source has something else:", file.display()));
    for line in few(conflicts) {
        terminal.say(format!("  {line}"));
    }
}

/// As many of a list as people read, and how many more there are.
fn few(list: &[impl ToString]) -> Vec<String> {
    let more = list.len().saturating_sub(MOST_LISTED);
    let listed = list.iter().take(MOST_LISTED).map(|entry| printable(&entry.to_string()));
    listed.chain((more > 0).then(|| format!("and {more} more"))).collect()
}

/// A text of somebody else's without what moves the cursor.
fn printable(text: &str) -> String {
    text.replace(char::is_control, " ")
}

//! `build`: the finished release site in dist/.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};
use vitrine_frame::{BasePath, hash};

use crate::frame::Grade;
use crate::setup::Machine;
use crate::{cli, fingerprint, frame, place, step};

/// What to build.
#[derive(clap::Args)]
pub struct Options {
    /// The path the site will be mounted at
    #[arg(long, default_value = "/", value_name = "PATH")]
    public_url: BasePath,
    /// The portfolio to render (default: that of this project, with all that lies beside it)
    #[arg(long, value_name = "FILE")]
    portfolio: Option<PathBuf>,
    /// A folder whose files are published beside the pages, as they are: a résumé to download, say
    #[arg(long, value_name = "FOLDER", requires = "portfolio")]
    files: Option<PathBuf>,
    /// Render no pages: one page that loads the portfolio when it is visited
    #[arg(long, conflicts_with = "portfolio")]
    generic: bool,
    /// Ask search engines to leave the site out: for what is shown to a few before it is published
    #[arg(long)]
    preview: bool,
    /// Where the finished site goes
    #[arg(long, default_value_os_t = place::dist(), value_name = "FOLDER", hide_default_value = true)]
    dist: PathBuf,
}

/// A site to be built.
pub struct Site<'a> {
    /// Whose pages are rendered; of none, one page that loads a portfolio.
    pub portfolio: Option<PathBuf>,
    /// A folder whose files are published beside the pages.
    pub files: Option<PathBuf>,
    /// The path it is mounted at.
    pub base: &'a BasePath,
    /// Where it goes.
    pub dist: &'a Path,
    /// Whether search engines are asked to leave it out.
    pub is_preview: bool,
    /// What its front end is made for.
    pub grade: Grade,
}

/// Builds, whether or not anything changed.
///
/// # Errors
/// When the set-up or the build fails.
pub fn run(options: &Options) -> Result<ExitCode> {
    let Options { public_url: base, portfolio, files, generic, preview, dist } = options;
    let dist = std::path::absolute(dist).context("the folder for the site has no name")?;
    let own = Site::own(base, &dist);
    let site = match portfolio {
        Some(portfolio) => Site { portfolio: Some(portfolio.clone()), files: files.clone(), ..own },
        None if *generic => Site { portfolio: None, ..own },
        None => own,
    };
    let site = Site { is_preview: *preview, ..site };
    site.ensure_readable()?;
    let machine = Machine::ready()?;
    let made_of = site.ingredients(&machine)?;
    site.write(&made_of, &site.tools(&machine)?)?;
    println!("\nThe finished site is in {}", dist.canonicalize().context("the site has gone")?.display());
    Ok(ExitCode::SUCCESS)
}

impl<'a> Site<'a> {
    /// That of the project's own portfolio, with the examples beside it.
    pub fn own(base: &'a BasePath, dist: &'a Path) -> Self {
        let public = place::project().join("public");
        let (portfolio, files) = (Some(public.join("portfolio.json")), Some(public));
        Self { portfolio, files, base, dist, is_preview: false, grade: Grade::Finished }
    }

    /// Looks at the portfolio before anything is compiled, which takes minutes.
    fn ensure_readable(&self) -> Result<()> {
        let Some(file) = &self.portfolio else { return Ok(()) };
        let text = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        serde_json::from_slice::<serde::de::IgnoredAny>(&text)
            .with_context(|| format!("{} is no JSON; `cargo xtask check FILE` shows the place", file.display()))?;
        Ok(())
    }

    /// Builds it unless it is there already, made of the same.
    ///
    /// # Errors
    /// When the build fails.
    pub fn build_if_stale(&self, machine: &Machine) -> Result<()> {
        self.ensure_readable()?;
        let made_of = self.ingredients(machine)?;
        if fs::read_to_string(mark(self.dist)).is_ok_and(|mark| Some(mark) == mark_of(&made_of, self.dist)) {
            step::note(&format!("{} is up to date.", shown(self.dist)));
            return Ok(());
        }
        self.write(&made_of, &self.tools(machine)?)
    }

    /// What tells one site from another: the sources, the tools, the path, whose pages are rendered, and for whom.
    fn ingredients(&self, machine: &Machine) -> Result<String> {
        let mut inputs = [&frame::INPUTS[..], &["crates/site/src", "crates/cli/src"]].concat();
        inputs.extend(self.files.as_ref().map(|_| "public"));
        let sources = fingerprint::of(&inputs, machine.versions())?;
        let whose = match &self.portfolio {
            // It may lie outside of the sources.
            Some(path) => {
                let text = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
                hash(&text) + &beside(&text, path).iter().map(|file| hash(file)).collect::<String>()
            }
            None => "generic".to_owned(),
        };
        let kind = if self.is_preview { " preview" } else { "" };
        Ok(format!("{sources} {} {whose} {}{kind}", self.base, self.grade.profile()))
    }

    /// Makes it of the frame.
    fn write(&self, made_of: &str, vitrine: &Path) -> Result<()> {
        let Self { portfolio, files, base, dist, is_preview, grade } = self;
        // Of a site that is being replaced nothing is known.
        let _ = fs::remove_file(mark(dist));
        step::announce(&format!("Write the site to {}", shown(dist)), "seconds");
        let mut build = Command::new(vitrine);
        build.args(["build", "--base", base.as_str(), "--frame"]).arg(frame::folder(*grade)).arg("--out").arg(dist);
        match portfolio {
            Some(portfolio) => build.arg("--portfolio").arg(portfolio),
            None => build.arg("--generic"),
        };
        if let Some(files) = files {
            build.arg("--files").arg(files);
        }
        if *is_preview {
            build.arg("--preview");
        }
        if *grade == Grade::Draft {
            build.arg("--draft");
        }
        // Builds may have been interrupted in the project's own folders.
        if *dist == place::dist() || dist.starts_with(place::generated()) {
            build.arg("--force");
        }
        step::run(&mut build, "`cargo xtask check FILE` lists the problems of a portfolio.")?;
        if let Some(text) = mark_of(made_of, dist) {
            fs::write(mark(dist), text).context("cannot note that the site is up to date")?;
        }
        Ok(())
    }

    /// What makes sites: the command `vitrine`, whose place is returned, and the frame. Both are compiled side by side, since
    /// each takes one core for much of its time.
    fn tools(&self, machine: &Machine) -> Result<PathBuf> {
        std::thread::scope(|scope| {
            let vitrine = scope.spawn(cli::ready);
            frame::if_stale(machine, self.grade)?;
            vitrine.join().unwrap_or_else(|_| bail!("compiling vitrine panicked"))
        })
    }
}

/// What is noted about a finished build: what went in and what came out.
fn mark_of(made_of: &str, dist: &Path) -> Option<String> {
    // Files are named after what they hold, so the page stands for the site.
    Some(format!("{made_of} {}", hash(&fs::read(dist.join("index.html")).ok()?)))
}

/// Where it is noted. Beside the site, not inside, so that it is not published.
fn mark(dist: &Path) -> PathBuf {
    let name = shown(dist).replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    place::generated().join(format!("{name}.built"))
}

fn shown(dist: &Path) -> String {
    fingerprint::slashed(dist.strip_prefix(place::project()).unwrap_or(dist))
}

/// The articles beside a portfolio, and the files that it or one of these names.
fn beside(portfolio: &[u8], path: &Path) -> Vec<Vec<u8>> {
    let articles = fs::read_dir(path.with_file_name("writing")).into_iter().flatten().flatten();
    let mut articles: Vec<PathBuf> = articles.map(|article| article.path()).collect();
    articles.sort();
    let mut found: Vec<Vec<u8>> = articles.iter().filter_map(|article| fs::read(article).ok()).collect();
    let texts: Vec<String> = found
        .iter()
        .map(Vec::as_slice)
        .chain([portfolio])
        .map(|text| String::from_utf8_lossy(text).into_owned())
        .collect();
    let names = texts.iter().flat_map(|text| text.split(['"', '(', ')', '<', '>', '\n']));
    let is_name = |name: &&str| name.contains('.') && name.len() < 200;
    found.extend(names.filter(is_name).filter_map(|name| fs::read(path.with_file_name(name)).ok()));
    found
}

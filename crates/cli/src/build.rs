//! `build`: a portfolio and a frame become the files of a site.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Instant, SystemTime, UNIX_EPOCH};
use std::{env, fs};

use anyhow::{Context, Result};
use vitrine::render::Renderer;
use vitrine_frame::{BasePath, Frame};
use vitrine_model::route::Address;
use vitrine_model::{Day, Portfolio, ReadError};
use vitrine_site::feed::undated;
use vitrine_site::icon::Icon;
use vitrine_site::icons::Library;
use vitrine_site::{Album, File, Source, dead_links, former_worker, generic, lack_note, site};

use crate::audience::Audience;
use crate::body::body;
use crate::changed::{Changed, changed};
use crate::edited::edited;
use crate::folder::album_for;
use crate::portfolio_file::NotText;
use crate::terminal::Terminal;
use crate::{PROBLEMS, check, front_end, icon, languages, output, portfolio_file};

/// The icon that browsers show beside a page's title.
const FAVICON: &str = "favicon.svg";

/// What to build.
#[derive(clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Options {
    /// The portfolio whose pages are rendered (default: the one of this folder)
    #[arg(long, value_name = "FILE")]
    portfolio: Option<PathBuf>,
    /// Render no pages: one page that loads the portfolio when it is visited
    #[arg(long, conflicts_with = "portfolio")]
    generic: bool,
    /// The folder that the site is written into, in place of the site that is there
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    /// The path the site will be mounted at
    #[arg(long, default_value = "/", value_name = "PATH")]
    base: BasePath,
    /// A folder with another front end than the command's own
    #[arg(long, value_name = "DIR")]
    frame: Option<PathBuf>,
    /// A folder whose files are published beside the pages, as they are
    #[arg(long, value_name = "DIR")]
    files: Option<PathBuf>,
    /// Also what is `"for"` these readers; what is `"private"` never
    #[arg(long = "for", value_name = "NAME")]
    audience: Option<String>,
    /// Ask search engines to leave the site out: for what is shown to a few before it is published
    #[arg(long)]
    preview: bool,
    /// Leave out the compressed copies of files, which take most of the time: for a look at the site on this machine
    #[arg(long)]
    draft: bool,
    /// Replace whatever the folder holds, even if that is no site of ours
    #[arg(long)]
    force: bool,
}

/// Writes the site.
///
/// # Errors
/// When the frame or the portfolio can't be read, or the folder can't be written.
pub fn run(options: &Options, terminal: Terminal) -> Result<ExitCode> {
    let Options { portfolio, out, base, frame, files, preview, draft, force, .. } = options;
    let started = Instant::now();
    // What is wrong with the file is said before anything else is done.
    let portfolio = if options.generic { None } else { Some(portfolio_file::find(portfolio.as_deref())?) };
    let sources = portfolio.as_deref().into_iter().chain(files.as_deref());
    output::ensure_apart(out, &sources.collect::<Vec<_>>())?;
    let text = match portfolio.as_deref().map(portfolio_file::read).transpose() {
        Err(error) if error.is::<NotText>() => {
            portfolio.as_deref().map_or(Ok(0), |file| check::warn(file, terminal))?;
            return Ok(ExitCode::from(PROBLEMS));
        }
        text => text?.unwrap_or_default(),
    };
    if let Some(name) = &options.audience {
        let names = Audience::names(&portfolio_file::json(&text));
        if !names.contains(name) {
            note(terminal, &format!("nothing in the portfolio is for {name:?}; it names {}.", listed(&names)));
        }
    }
    let not_as_written = portfolio.as_deref().map_or(Ok(0), |file| check::warn(file, terminal))?;
    let audience = Audience { name: options.audience.clone() };
    let text = match portfolio {
        None => text,
        Some(_) => match audience.shown(&text) {
            Ok(text) => text,
            Err(error) => {
                if not_as_written == 0 {
                    terminal.fail(error);
                }
                return Ok(ExitCode::from(PROBLEMS));
            }
        },
    };
    let json = portfolio_file::published(&text);
    let reading = portfolio.as_deref().map(|file| read(file, &json, &audience)).transpose();
    // It has been said above.
    let Ok(reading) = reading else { return Ok(ExitCode::from(PROBLEMS)) };
    let frame = front_end::open(frame.as_deref())?;
    let given = files.as_deref().map(|folder| given(folder, &frame)).transpose()?.unwrap_or_default();
    let others = json_of(&given);
    let mut written = match (&portfolio, reading) {
        (Some(file), Some(read)) => {
            let own = Own { file, text: &json, read };
            let written = terminal
                .step("Drawing pages and pictures", || own.files(options, &frame, &given, &others, terminal))?;
            // At the end, where it is seen: a site that lacks something is published all the same.
            if not_as_written > 0 {
                let (are, places) =
                    if not_as_written == 1 { ("is", "1 place") } else { ("are", &*format!("{not_as_written} places")) };
                note(
                    terminal,
                    &format!(
                        "{places} of {} {are} not shown as written: see above, or `vitrine check`.",
                        file.display()
                    ),
                );
            }
            written
        }
        _ => generic(&frame, base, *preview, &others),
    };
    // What the site makes itself comes before what is given, but for an icon where it is nobody's.
    for file in given {
        match written.iter_mut().find(|own| own.path == file.path) {
            Some(own) if own.bytes == file.bytes => {}
            Some(own) if own.path == FAVICON && options.generic => *own = file,
            // Who has a worker of their own means that.
            Some(own) if former_worker(&own.path).is_some() => *own = file,
            Some(_) => {
                note(terminal, &format!("{} is not published: the site has a file of that name itself.", file.path));
            }
            None => written.push(file),
        }
    }
    let ready = |file: &File| frame.copies_of(&file.path, &file.bytes).into_iter().cloned().collect();
    terminal.step("Compressing", || output::write(out, &written, if *draft { None } else { Some(&ready) }, *force))?;
    let pages = written.iter().filter(|file| file.path.ends_with("index.html")).count();
    terminal.say(format_args!(
        "{} {} in {} after {:.1} s. `vitrine serve{}` shows it.",
        pages,
        if pages == 1 { "page is" } else { "pages are" },
        out.display(),
        started.elapsed().as_secs_f64(),
        if out == Path::new("dist") { String::new() } else { format!(" --out {}", out.display()) },
    ));
    Ok(ExitCode::SUCCESS)
}

/// What is sound of a portfolio in each of its languages, with what lies beside it.
///
/// # Errors
/// When the text is no portfolio at all.
fn read(file: &Path, text: &str, audience: &Audience) -> Result<(Vec<Arc<Portfolio>>, Rc<Album>), ReadError> {
    let album = album_for(file, audience, |_| {});
    Ok((languages::in_each(text, &album)?, album))
}

/// Somebody's own portfolio.
struct Own<'a> {
    file: &'a Path,
    /// As it is published.
    text: &'a str,
    read: (Vec<Arc<Portfolio>>, Rc<Album>),
}

impl Own<'_> {
    /// The files of its site; says what is to be said about them.
    fn files(
        self,
        options: &Options,
        frame: &Frame,
        given: &[File],
        others: &[String],
        terminal: Terminal,
    ) -> Result<Vec<File>> {
        let Self { file, text, read: (languages, album) } = self;
        let portfolio = Arc::clone(&languages[0]);
        let address = Arc::new(Address::new(options.base.as_str(), None)?);
        let (now, when) = (today(), changed(file));
        // What is wrong with the one that it names has been said with the other problems.
        let icon = match &portfolio.icon {
            Some(name) => icon::read(name, file).ok(),
            None => favicon(given, terminal),
        };
        let source = Source {
            frame,
            portfolio: Arc::clone(&portfolio),
            text,
            others,
            base: &options.base,
            address: Arc::clone(&address),
            today: now,
            changed: match &when {
                Some(Changed::Today) => Some(now),
                Some(Changed::On { day, .. }) => Day::parse(day),
                None => None,
            },
            edited: edited(file, text, now),
            icon,
            is_preview: options.preview,
            extra_head: "",
        };
        if matches!(when, Some(Changed::On { is_cut: true, .. })) {
            note(
                terminal,
                "The history of this clone begins later than the last change may have been, so that is dated too late.",
            );
            note(
                terminal,
                "To have the right day, fetch all of it: `git fetch --unshallow`, or `fetch-depth: 0` in a workflow.",
            );
        }
        let publication = source.publication();
        for text in publication.missing().map(str::to_owned).into_iter().chain(publication.misplaced()) {
            note(terminal, &text);
        }
        for title in undated(&publication) {
            note(
                terminal,
                &format!(
                    "the feed lacks {title:?}, as nobody knows when that changed: write a date into it, such as \"updated\": \"{}\".",
                    now.iso()
                ),
            );
        }
        for (icon, technology) in Library::read(&frame.icons.bytes).missing(&portfolio) {
            note(terminal, &format!("simple-icons has no {icon:?}, which is the icon of {technology}."));
        }
        let renderer = Renderer::new(Arc::clone(&address), now);
        let render = |portfolio, path: &str| body(renderer.body(portfolio, path));
        let in_language = |portfolio: &Arc<Portfolio>| Source {
            portfolio: Arc::clone(portfolio),
            address: Arc::new(address.of(portfolio)),
            ..source.clone()
        };
        let mut site = site(&languages.iter().map(in_language).collect::<Vec<_>>(), &render)?;
        if let Some(text) = lack_note(&site.lacking) {
            note(terminal, &text);
        }
        for file in album.files()? {
            if site.files.iter().all(|own| own.path != file.path) {
                site.files.push(file);
            }
        }
        for link in dead_links(&site, options.base.as_str(), |path| given.iter().any(|file| file.path == path)) {
            note(terminal, &link.to_string());
        }
        Ok(site.files)
    }
}

/// The files of a folder that are published as they are, but for what the frame brings itself.
fn given(folder: &Path, frame: &Frame) -> Result<Vec<File>> {
    let mut given = Vec::new();
    for (path, file) in output::files_below(folder)? {
        let is_font = frame.fonts.iter().any(|font| path == format!("fonts/{}.woff2", font.source));
        let frames = frame.plain.iter().find(|plain| plain.name == path);
        if is_font || (frames.is_some() && path != FAVICON) {
            continue;
        }
        let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        // The engine's own icon is nobody's.
        if frames.is_none_or(|ours| ours.bytes != bytes) {
            given.push(File { path, bytes });
        }
    }
    Ok(given)
}

/// The icon among some files, by the name that such a file always has.
fn favicon(given: &[File], terminal: Terminal) -> Option<Icon> {
    let file = given.iter().find(|file| file.path == FAVICON)?;
    let icon = Icon::read(FAVICON, &file.bytes);
    icon.inspect_err(|fault| note(terminal, &format!("{FAVICON} is not taken as the icon: {fault}."))).ok()
}

/// The portfolios and diagrams among some files.
fn json_of(files: &[File]) -> Vec<String> {
    let json = files.iter().filter(|file| Path::new(&file.path).extension().is_some_and(|kind| kind == "json"));
    json.filter_map(|file| String::from_utf8(file.bytes.clone()).ok()).collect()
}

/// Names in a sentence.
fn listed(names: &BTreeSet<String>) -> String {
    let all: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
    if all.is_empty() { "nobody".to_owned() } else { all.join(", ") }
}

/// Says something about the site.
fn note(terminal: Terminal, text: &str) {
    terminal.say(format_args!("    {text}"));
}

/// The day in UTC, or that of `SOURCE_DATE_EPOCH`, so that a build can be repeated to the byte.
///
/// Source: reproducible-builds.org, on `SOURCE_DATE_EPOCH`.
pub fn today() -> Day {
    const SECONDS_A_DAY: u64 = 86_400;
    let given = env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    Day(i32::try_from(given.unwrap_or_else(now) / SECONDS_A_DAY).unwrap_or(i32::MAX))
}

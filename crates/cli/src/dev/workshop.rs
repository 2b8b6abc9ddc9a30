//! The portfolio as it is now: read again whenever it changes, and asked for pages.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::Result;
use tokio::sync::{oneshot, watch};
use vitrine::render::Renderer;
use vitrine_frame::{BasePath, Frame};
use vitrine_model::route::{Address, WRITING};
use vitrine_model::{Day, Portfolio};
use vitrine_site::icon::Icon;
use vitrine_site::{Album, Preview, Source, former_worker};

use super::Options;
use super::told::{Told, told};
use super::watch::Watch;
use crate::audience::Audience;
use crate::body::body;
use crate::folder::album_for;
use crate::{icon, languages, portfolio_file};

/// How often files are looked at.
const LOOK: Duration = Duration::from_millis(12);

/// What a page shows until there is a portfolio.
const EMPTY: &str = r#"{ "profile": { "name": "Your portfolio" } }"#;

/// A request for what is at a path below the base.
pub struct Asked {
    /// Such as `projects/shop/`.
    pub path: String,
    /// Where the answer goes.
    pub reply: oneshot::Sender<Answer>,
}

/// What is at a path.
pub struct Answer {
    /// Whether there is anything; else it is the page that says so.
    pub is_there: bool,
    /// Whether it never has to be asked for again.
    pub is_lasting: bool,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What pages are told of the file.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct News {
    /// Another one with each change of what is shown, and with each start.
    pub revision: String,
    /// The file's name.
    pub file: String,
    /// Whether the file can't be read at all, and an earlier state of it is shown.
    pub is_broken: bool,
    /// Whether a press can open an editor.
    pub has_editor: bool,
    /// What is wrong, in the file's order.
    pub problems: Vec<Told>,
}

/// A state of the portfolio that could be read.
struct Shown {
    text: String,
    /// In each of its languages.
    languages: Vec<Arc<Portfolio>>,
    album: Rc<Album>,
    icon: Option<Icon>,
    preview: Preview,
}

/// Where a portfolio is read and its pages are made.
pub struct Workshop {
    /// Where it is looked for; the first that is there is read.
    names: Vec<PathBuf>,
    file: PathBuf,
    /// A folder whose files are served beside the pages.
    files: Option<PathBuf>,
    audience: Audience,
    frame: Frame,
    base: BasePath,
    address: Arc<Address>,
    today: Day,
    /// Begins the revisions of this start.
    start: String,
    news: watch::Sender<News>,
    shown: Option<Shown>,
    count: u32,
    watch: Watch,
}

impl Workshop {
    /// Of a file, which may not be there yet; `news` hears of every change.
    pub fn new(
        options: &Options,
        names: Vec<PathBuf>,
        frame: Frame,
        today: Day,
        news: watch::Sender<News>,
    ) -> Result<Self> {
        let Options { base, files, audience, .. } = options;
        let start = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_millis());
        let mut workshop = Self {
            file: names.first().cloned().unwrap_or_default(),
            names,
            files: files.clone(),
            audience: Audience { name: audience.clone() },
            frame,
            address: Arc::new(Address::new(base.as_str(), None)?),
            base: base.clone(),
            today,
            start: format!("{start:x}"),
            news,
            shown: None,
            count: 0,
            watch: Watch::default(),
        };
        workshop.read();
        if workshop.shown.is_none() {
            // Something to lay the problems over.
            workshop.show(EMPTY, Rc::default());
        }
        Ok(workshop)
    }

    /// Answers until nobody asks any more, and looks at the files meanwhile.
    pub fn run(mut self, asked: &Receiver<Asked>) {
        let mut looked = Instant::now();
        loop {
            match asked.recv_timeout(LOOK.saturating_sub(looked.elapsed())) {
                // Who asked may have gone, before or while it is made.
                Ok(Asked { reply, .. }) if reply.is_closed() => {}
                Ok(Asked { path, reply }) => {
                    let _ = reply.send(self.answer(&path));
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            if looked.elapsed() >= LOOK {
                if self.watch.has_changed() {
                    self.read();
                }
                looked = Instant::now();
            }
        }
    }

    /// Reads the file, shows what is sound of it, and says what is wrong.
    fn read(&mut self) {
        let looked_for: Rc<RefCell<BTreeSet<PathBuf>>> = Rc::default();
        if let Some(file) = self.names.iter().find(|file| file.is_file()) {
            self.file.clone_from(file);
        }
        let text = portfolio_file::read(&self.file);
        let (problems, is_broken) = match text {
            Err(error) => (vec![Told::error(format!("{error:#}"))], true),
            Ok(text) => {
                let mut problems = told(&text, &self.file);
                let shown = self.audience.shown(&text);
                if let (Err(error), true) = (&shown, problems.is_empty()) {
                    problems.push(Told::error(error.to_string()));
                }
                let is_shown = shown.is_ok_and(|text| self.show(&text, looked_for.clone()));
                (problems, !is_shown)
            }
        };
        self.count += u32::from(!is_broken);
        let folder = self.file.parent().unwrap_or(Path::new("")).join(WRITING);
        let articles = std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let others = looked_for.borrow().iter().cloned().collect::<Vec<_>>();
        self.watch.set(self.names.iter().cloned().chain(articles).chain([folder.clone()]).chain(others));
        let revision = format!("{}-{}", self.start, self.count);
        let file = self.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.news.send_modify(|news| *news = News { revision, file, is_broken, problems, has_editor: news.has_editor });
    }

    /// Shows a text from now on, if it is a portfolio; whether it is.
    fn show(&mut self, text: &str, looked_for: Rc<RefCell<BTreeSet<PathBuf>>>) -> bool {
        let text = portfolio_file::published(text).into_owned();
        let note = looked_for.clone();
        let album = album_for(&self.file, &self.audience, move |file| {
            note.borrow_mut().insert(file.to_owned());
        });
        let Ok(languages) = languages::in_each(&text, &album) else { return false };
        let icon = languages[0].icon.as_ref().and_then(|name| {
            looked_for.borrow_mut().insert(self.file.with_file_name(name));
            icon::read(name, &self.file).ok()
        });
        let preview = Preview::new(&self.source(&text, &languages[0], None, ""));
        self.shown = Some(Shown { text, languages, album, icon, preview });
        true
    }

    fn source<'a>(
        &'a self,
        text: &'a str,
        portfolio: &Arc<Portfolio>,
        icon: Option<Icon>,
        extra_head: &'a str,
    ) -> Source<'a> {
        Source {
            frame: &self.frame,
            portfolio: Arc::clone(portfolio),
            text,
            others: &[],
            base: &self.base,
            address: Arc::new(self.address.of(portfolio)),
            today: self.today,
            changed: None,
            edited: Vec::new(),
            icon,
            is_preview: true,
            extra_head,
        }
    }

    fn answer(&self, path: &str) -> Answer {
        let Some(Shown { text, languages, album, icon, preview }) = &self.shown else {
            return Answer { is_there: false, is_lasting: false, bytes: Vec::new() };
        };
        let script = format!(
            "<script src=\"{}{}\" data-revision=\"{}\" defer></script>",
            super::server::OWN,
            super::server::SCRIPT,
            self.news.borrow().revision
        );
        let source = |portfolio| self.source(text, portfolio, icon.clone(), &script);
        let sources: Vec<Source<'_>> = languages.iter().map(source).collect();
        let renderer = Renderer::new(Arc::clone(&self.address), self.today);
        let render = |portfolio, path: &str| body(renderer.body(portfolio, path));
        // A page by the name of its file is the page.
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let found = preview.file(&sources, path, &render).or_else(|| album.original(path)).or_else(|| self.given(path));
        // At this port other sites may have been developed.
        let found = found.or_else(|| former_worker(path).map(|text| text.as_bytes().to_vec()));
        match found {
            Some(bytes) => Answer { is_there: true, is_lasting: preview.is_lasting(path), bytes },
            None => Answer { is_there: false, is_lasting: false, bytes: preview.not_found(&sources, path, &render) },
        }
    }

    /// A file of the folder that is served beside the pages.
    fn given(&self, path: &str) -> Option<Vec<u8>> {
        let is_below = Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)));
        let file = self.files.as_ref().filter(|_| is_below && !path.is_empty())?.join(path);
        std::fs::read(file).ok()
    }
}

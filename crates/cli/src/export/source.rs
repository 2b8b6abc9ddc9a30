//! The portfolio that is exported, with what lies beside it.

use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use anyhow::{Result, bail};
use vitrine_frame::{BasePath, Frame};
use vitrine_model::folder::Folder;
use vitrine_model::route::Address;
use vitrine_model::{Day, Gate, Portfolio, Severity, check_beside, read_in};
use vitrine_site::{Album, Publication, Source, highlighted};

use super::Common;
use crate::audience::Audience;
use crate::build::today;
use crate::changed::{Changed, changed};
use crate::edited::edited;
use crate::folder::album_for;
use crate::terminal::Terminal;
use crate::{icon, portfolio_file};

/// Somebody's portfolio.
pub struct Own {
    /// Its file.
    pub file: PathBuf,
    /// As it is published.
    pub text: String,
    /// What is sound of it.
    pub portfolio: Arc<Portfolio>,
    /// What lies beside it.
    pub album: Rc<Album>,
    /// The day of the export.
    pub today: Day,
    address: Arc<Address>,
}

impl Own {
    /// Reads a portfolio; `None` when it is none, which has been said.
    ///
    /// # Errors
    /// When there is no file, or it can't be read.
    pub fn read(common: &Common, terminal: Terminal) -> Result<Option<Self>> {
        let file = portfolio_file::find(common.portfolio.as_deref())?;
        let audience = Audience { name: common.audience.clone() };
        let album = album_for(&file, &audience, |_| {});
        let folder: Rc<dyn Folder> = album.clone();
        let whole = portfolio_file::read(&file)?;
        let text = match audience.shown(&whole) {
            Ok(text) => portfolio_file::published(&text).into_owned(),
            Err(error) => {
                // What is no portfolio at all is that first.
                let reason = match check_beside(&portfolio_file::published(&whole), &Gate::native(), &folder) {
                    Err(reason) => {
                        format!("{} is no portfolio: {reason}. `vitrine check` shows the place", file.display())
                    }
                    Ok(_) => format!("{}: {error}", file.display()),
                };
                terminal.fail(reason);
                return Ok(None);
            }
        };
        let reading = match check_beside(&text, &Gate::native(), &folder) {
            Ok(reading) => reading,
            Err(error) => {
                terminal
                    .fail(format_args!("{} is no portfolio: {error}. `vitrine check` shows the place", file.display()));
                return Ok(None);
            }
        };
        let errors = reading.problems.iter().filter(|problem| problem.severity() == Severity::Error).count();
        if errors > 0 {
            let (places, are) = if errors == 1 { ("1 place", "is") } else { (&*format!("{errors} places"), "are") };
            terminal.say(format_args!(
                "{places} of {} {are} not read as written: `vitrine check` says why.",
                file.display()
            ));
        }
        let portfolio = match &common.language {
            None => reading.value,
            Some(tag) => {
                let languages = &reading.value.languages;
                let Some(tag) = languages.iter().find(|known| known.eq_ignore_ascii_case(tag)) else {
                    bail!("{} is not written in {tag:?}; its languages are: {}", file.display(), languages.join(", "));
                };
                read_in(&text, &Gate::native(), folder, tag)?.value
            }
        };
        let portfolio = Arc::new(highlighted(portfolio));
        let address = Arc::new(Address::new("/", None)?.of(&portfolio));
        Ok(Some(Self { file, text, portfolio, album, today: today(), address }))
    }

    /// Shows it as it is published.
    pub fn publication<T>(&self, show: impl FnOnce(&Publication<'_>) -> T) -> T {
        let mut publication = Publication::new(&self.portfolio, &self.address, self.changed());
        publication.today = Some(self.today);
        show(&publication)
    }

    fn changed(&self) -> Option<Day> {
        match changed(&self.file)? {
            Changed::Today => Some(self.today),
            Changed::On { day, .. } => Day::parse(&day),
        }
    }

    /// What its site is made of.
    pub fn source<'a>(&'a self, frame: &'a Frame, base: &'a BasePath) -> Source<'a> {
        Source {
            frame,
            portfolio: Arc::clone(&self.portfolio),
            text: &self.text,
            others: &[],
            base,
            address: Arc::clone(&self.address),
            today: self.today,
            changed: self.changed(),
            edited: edited(&self.file, &self.text, self.today),
            icon: self.portfolio.icon.as_ref().and_then(|name| icon::read(name, &self.file).ok()),
            is_preview: false,
            extra_head: "",
        }
    }

    /// How its pages link to each other.
    pub fn address(&self) -> Arc<Address> {
        Arc::clone(&self.address)
    }
}

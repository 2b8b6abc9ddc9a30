//! What lies beside a portfolio's file.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use vitrine_model::folder::Essay;
use vitrine_model::route::WRITING;
use vitrine_site::{Album, essay};

use crate::audience::Audience;

/// The articles, pictures and other files beside a portfolio, which its site shows.
pub fn album(portfolio: &Path) -> Rc<Album> {
    let folder = folder_of(portfolio);
    let essays = essays(&folder);
    Rc::new(Album::new(Box::new(move |path| fs::read(folder.join(path)).ok()), essays))
}

/// The same of what is for an audience; `note` hears of every file that is looked for.
pub fn album_for(portfolio: &Path, audience: &Audience, note: impl Fn(&Path) + 'static) -> Rc<Album> {
    let folder = folder_of(portfolio);
    let mut essays = essays(&folder);
    essays.retain(|essay| {
        let head = essay.head.as_deref().unwrap_or_default();
        audience.admits(&serde_json::from_str(head).unwrap_or_default())
    });
    let read = move |path: &str| {
        let file = folder.join(path);
        note(&file);
        fs::read(file).ok()
    };
    Rc::new(Album::new(Box::new(read), essays))
}

fn folder_of(portfolio: &Path) -> PathBuf {
    portfolio.parent().map(Path::to_owned).unwrap_or_default()
}

/// What is written in Markdown in the folder `writing`. What can't be read is left out: it is nothing of the author's making.
fn essays(folder: &Path) -> Vec<Essay> {
    let files = fs::read_dir(folder.join(WRITING)).into_iter().flatten().flatten();
    let essay = |file: fs::DirEntry| {
        let name = file.file_name().to_string_lossy().into_owned();
        let is_essay = Path::new(&name).extension().is_some_and(|end| end.eq_ignore_ascii_case("md"))
            && !name.starts_with(['.', '_']);
        let bytes = is_essay.then(|| fs::read(file.path()).ok()).flatten()?;
        Some(essay(&[WRITING, "/", &name].concat(), &String::from_utf8_lossy(&bytes)))
    };
    files.filter_map(essay).collect()
}

//! What lies beside a portfolio's file.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use vitrine_model::folder::Essay;
use vitrine_model::route::WRITING;
use vitrine_site::{Album, essay};

/// The articles, pictures and other files beside a portfolio, which its site shows.
pub fn album(portfolio: &Path) -> Rc<Album> {
    let folder: PathBuf = portfolio.parent().map(Path::to_owned).unwrap_or_default();
    let essays = essays(&folder);
    Rc::new(Album::new(Box::new(move |path| fs::read(folder.join(path)).ok()), essays))
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

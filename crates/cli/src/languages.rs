//! A portfolio in each of its languages.

use std::iter;
use std::rc::Rc;
use std::sync::Arc;

use vitrine_model::folder::Folder;
use vitrine_model::{Gate, Portfolio, ReadError, read_beside, read_in};
use vitrine_site::{Album, highlighted};

/// What is sound of a portfolio in each of its languages, the usual one first.
///
/// # Errors
/// When the text is no portfolio at all.
pub fn in_each(text: &str, album: &Rc<Album>) -> Result<Vec<Arc<Portfolio>>, ReadError> {
    let folder = || Rc::clone(album) as Rc<dyn Folder>;
    let first = read_beside(text, &Gate::native(), folder())?.value;
    let others = first.languages.iter().skip(1).map(|tag| read_in(text, &Gate::native(), folder(), tag));
    let others: Vec<_> = others.collect::<Result<_, _>>()?;
    let others = others.into_iter().map(|reading| reading.value);
    Ok(iter::once(first).chain(others).map(|portfolio| Arc::new(highlighted(portfolio))).collect())
}

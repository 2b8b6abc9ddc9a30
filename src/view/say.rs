//! What the page says itself.

use std::cell::Cell;

use crate::model::Words;

thread_local! {
    /// A page speaks one language. Natively each page is rendered on one thread from its beginning to its end.
    static SPOKEN: Cell<Words> = const { Cell::new(Words::NONE) };
}

/// The words of the page.
pub fn say() -> Words {
    SPOKEN.get()
}

/// Has the page speak these.
pub fn speak(words: Words) {
    SPOKEN.set(words);
}

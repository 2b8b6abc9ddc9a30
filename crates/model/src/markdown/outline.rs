//! At which level a heading of a text stands, whatever number it has been given.

use super::Tag;

/// The numbers of the headings around the next one, outermost first.
#[derive(Default)]
pub(super) struct Outline(Vec<u8>);

impl Outline {
    /// The next heading, by its number of `#`. No level is left out, so that a screen reader finds none missing.
    pub(super) fn next(&mut self, number: u8) -> Tag {
        while self.0.last().is_some_and(|last| *last >= number) {
            self.0.pop();
        }
        self.0.push(number);
        match self.0.len() {
            1 => Tag::Heading,
            2 => Tag::Heading2,
            _ => Tag::Heading3,
        }
    }
}

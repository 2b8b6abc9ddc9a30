//! Messages with their slots filled.

use vitrine_lean::bidi::is_of_rtl_script;

use crate::Words;

/// Between the forms of a message, and between the entries of a list.
pub(crate) const BETWEEN: char = '|';

/// What fills a slot.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Slot<'a> {
    /// A text of somebody else's.
    Text(&'a str),
    /// A whole number.
    Number(usize),
    /// A text that is as it has to be.
    Done(&'a str),
}

impl Words {
    /// The message at a place.
    #[inline(never)]
    pub(crate) fn text(self, at: usize) -> &'static str {
        self.0.lines.get(at).copied().unwrap_or_default()
    }

    /// One of the texts of a list.
    #[inline(never)]
    pub(crate) fn entry(self, at: usize, entry: usize) -> &'static str {
        self.text(at).split(BETWEEN).nth(entry).unwrap_or_default()
    }

    /// A message with its slots filled.
    #[inline(never)]
    pub(crate) fn filled(self, at: usize, slots: &[Slot<'_>]) -> String {
        self.fill(self.text(at), slots)
    }

    /// The form of a message for a number, with its slots filled.
    #[inline(never)]
    pub(crate) fn counted(self, at: usize, count: usize, slots: &[Slot<'_>]) -> String {
        let mut forms = self.text(at).split(BETWEEN);
        let first = forms.next().unwrap_or_default();
        // Where the forms are the same, there is one.
        let form = self.form(count).checked_sub(1).and_then(|later| forms.nth(later)).unwrap_or(first);
        self.fill(form, slots)
    }

    /// Which form a number takes. Rules for whole numbers ask for no more of one than its last two digits, whether it is below 100,
    /// and whether it is in millions.
    ///
    /// Source: Unicode CLDR, "Language Plural Rules".
    fn form(self, count: usize) -> usize {
        let place = match count {
            0..100 => count,
            _ if count.is_multiple_of(1_000_000) => 200,
            _ => 100 + count % 100,
        };
        self.0.forms.iter().take_while(|(from, _)| *from <= place).last().map_or(0, |(_, form)| *form)
    }

    /// Several texts as one list, such as `a, b and c`.
    pub fn list(self, texts: &[impl AsRef<str>]) -> String {
        let mut list = String::new();
        for (at, text) in texts.iter().enumerate() {
            let how = match at {
                0 => "{1}",
                1 if texts.len() == 2 => self.list_and(0),
                1 => self.list_and(1),
                _ if at + 1 < texts.len() => self.list_and(2),
                _ => self.list_and(3),
            };
            list = self.fill(how, &[Slot::Done(&list), Slot::Text(text.as_ref())]);
        }
        list
    }

    /// Several texts beside each other, such as `a, b, c`.
    pub fn joined(self, texts: &[impl AsRef<str>]) -> String {
        let mut list = String::new();
        for text in texts {
            if !list.is_empty() {
                list.push_str(self.list_separator());
            }
            self.push(&mut list, Slot::Text(text.as_ref()));
        }
        list
    }

    /// A template with its slots filled: `{0}` is the first.
    #[inline(never)]
    fn fill(self, template: &str, slots: &[Slot<'_>]) -> String {
        let mut parts = template.split('{');
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (slot, rest) = part.split_once('}').unwrap_or((part, ""));
            let slot = slot.bytes().next().map_or(0, |digit| usize::from(digit.wrapping_sub(b'0')));
            if let Some(slot) = slots.get(slot) {
                self.push(&mut text, *slot);
            }
            text.push_str(rest);
        }
        text
    }

    /// Appends what fills a slot. A text of somebody else's that is written the other way stands between marks that keep it from
    /// turning what is beside it.
    ///
    /// Source: Unicode Standard Annex #9, § 2.4, "Explicit directional isolates".
    #[inline(never)]
    fn push(self, to: &mut String, slot: Slot<'_>) {
        match slot {
            Slot::Number(number) => to.push_str(&self.whole(number)),
            Slot::Done(text) => to.push_str(text),
            Slot::Text(text) => {
                let turns: fn(char) -> bool = if self.is_rtl() { is_ltr } else { is_of_rtl_script };
                let marks = if text.chars().any(turns) { ["\u{2068}", "\u{2069}"] } else { [""; 2] };
                to.push_str(marks[0]);
                to.push_str(text);
                to.push_str(marks[1]);
            }
        }
    }
}

/// Whether a letter is written from left to right, or a digit: beside letters that are not, its marks would move.
fn is_ltr(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || (c >= '\u{c0}' && !is_of_rtl_script(c) && !matches!(c, '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}'))
}

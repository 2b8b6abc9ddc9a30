//! Ids: which are sound, how one is made from words, and who had one first.

use vitrine_lean::sort::sorted;

/// How the element ids start that the page makes itself; no section has one that starts so.
const PAGE_PREFIXES: [&str; 8] = ["v-", "calendar-", "diagram-", "inspector-", "kind-", "page-", "radar-", "title-"];

/// Element ids that a section must not take either: those of the page's frame, and `top`, which browsers scroll to
/// the start for (HTML, "select the indicated part").
const TAKEN: [&str; 10] = ["app", "body", "footer", "head", "header", "main", "name", "nav", "search", "top"];

/// Whether an id can be one part of a URL's path as it is.
pub fn fits_path(id: &str) -> bool {
    (1..=100).contains(&id.len())
        && id != "."
        && id != ".."
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// Whether an id can be a section's element id and hash.
pub fn fits_element(id: &str) -> bool {
    (1..=100).contains(&id.len())
        && id.starts_with(|first: char| first.is_ascii_alphabetic())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
        && !PAGE_PREFIXES.iter().any(|prefix| id.starts_with(prefix))
        && !TAKEN.contains(&id)
}

/// Lower-case ASCII letters and digits of a text, runs of everything else as one hyphen; may be empty.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars() {
        if slug.len() == 60 {
            break;
        }
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Seven hex digits made from texts, the same on every build: FNV-1a, 32 bits, the texts separated by a zero byte.
pub fn short_hash(texts: &[&str]) -> String {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in texts.iter().flat_map(|text| text.bytes().chain([0])) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    let mut digits = String::with_capacity(7);
    for place in (1..8).rev() {
        digits.push(char::from(b"0123456789abcdef"[(hash >> (4 * place)) as usize & 15]));
    }
    digits
}

/// Names of entries, for looking up who has one.
#[derive(Default)]
pub struct Names {
    names: Vec<(String, usize)>,
    /// Positions in the names, in the order of the alphabet.
    order: Vec<usize>,
}

impl Names {
    /// Takes names with the position of the entry that has it; of one name the first in the list counts.
    pub fn new(names: Vec<(String, usize)>) -> Self {
        let order = sorted(names.len(), &|a, b| names[a].0.cmp(&names[b].0));
        Self { names, order }
    }

    /// The position of the entry with this name.
    pub fn get(&self, name: &str) -> Option<usize> {
        let first = self.order.partition_point(|at| self.names[*at].0.as_str() < name);
        self.order.get(first).map(|at| &self.names[*at]).filter(|(other, _)| other == name).map(|(_, entry)| *entry)
    }

    /// Every name, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(|at| self.names[*at].0.as_str())
    }

    /// How many names there are.
    pub fn count(&self) -> usize {
        self.names.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, fits_element, fits_path, short_hash, slug};

    #[test]
    fn a_slug_is_a_sound_id_wherever_it_is_not_empty() {
        for (text, expected) in [
            ("Case studies", "case-studies"),
            ("  C++ & Rust!  ", "c-rust"),
            ("\"><a onclick=x>", "a-onclick-x"),
            ("プロジェクト", ""),
        ] {
            assert_eq!(slug(text), expected);
            assert!(expected.is_empty() || fits_path(expected));
        }
    }

    #[test]
    fn paths_and_elements_take_no_id_that_would_break_out() {
        for id in ["", ".", "..", "a/b", "a b", "\"><a", "#.[", "%2e", "a?b"] {
            assert!(!fits_path(id) && !fits_element(id), "{id:?}");
        }
        for id in ["v-results", "body", "head", "top", "1st"] {
            assert!(!fits_element(id), "{id:?}");
        }
        for id in ["__proto__", "constructor", "v1.2", "x"] {
            assert!(fits_path(id), "{id:?}");
        }
    }

    #[test]
    fn the_hash_is_fnv_1a() {
        // From the published test vectors: FNV-1a of "a" and a zero byte is 0x2b24d044.
        assert_eq!(short_hash(&["a"]), "2b24d04");
        assert_ne!(short_hash(&["ab", "c"]), short_hash(&["a", "bc"]));
    }

    #[test]
    fn the_first_of_equal_names_counts() {
        let names = Names::new(vec![("b".into(), 0), ("a".into(), 1), ("b".into(), 2)]);
        assert_eq!((names.get("b"), names.get("a"), names.get("c")), (Some(0), Some(1), None));
    }
}

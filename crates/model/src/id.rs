//! Ids: which are sound, how one is made from words, and who had one first.

use std::collections::BTreeMap;

use vitrine_lean::sort::sorted;

/// How the element ids start that the page makes itself; no section has one that starts so.
const PAGE_PREFIXES: [&str; 8] = ["v-", "calendar-", "diagram-", "inspector-", "kind-", "page-", "radar-", "title-"];

/// Element ids that a section must not take either: those of the page's frame, and `top`, which browsers scroll to
/// the start for (HTML, "select the indicated part").
const TAKEN: [&str; 10] = ["app", "body", "footer", "head", "header", "main", "name", "nav", "search", "top"];

/// What Windows can't have as the name of a folder, whatever the case and whatever follows after a dot.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Whether a file system can't have a folder of this name: Windows knows devices, and drops dots at the end.
///
/// Source: Microsoft, "Naming Files, Paths, and Namespaces".
pub fn is_reserved_name(id: &str) -> bool {
    let stem = id.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_port =
        |name: &str| matches!(stem.strip_prefix(name), Some(number) if matches!(number.as_bytes(), [b'1'..=b'9']));
    DEVICES.contains(&stem.as_str()) || is_port("com") || is_port("lpt") || id.ends_with('.')
}

/// Whether an id can be one part of a URL's path as it is.
pub fn fits_path(id: &str) -> bool {
    (1..=100).contains(&id.len())
        && !is_reserved_name(id)
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

/// A text as ids have it: lower-case ASCII letters and digits, runs of everything else as one hyphen. Letters of other scripts are
/// spelt in Latin ones; `+` and `#` are said, since C, C++ and C# are three things, `*` where it makes a name of
/// one letter, such as C*, and so is a dot in front. Empty where nothing
/// of it can be read.
pub fn slug(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut rest = text.trim();
    if let Some(name) =
        rest.strip_prefix('.').filter(|name| name.starts_with(|first: char| first.is_ascii_alphanumeric()))
    {
        said.push_str("dot");
        rest = name;
    }
    for letter in rest.chars() {
        match letter {
            '+' if said.trim_end().ends_with(|last: char| last.is_alphanumeric()) => {
                said.truncate(said.trim_end().len());
                said.push_str("plus");
            }
            '#' if said.ends_with(|last: char| last.is_ascii_alphanumeric()) => said.push_str("sharp"),
            // Behind a longer one it may be the mark of a footnote.
            '*' if rest.len() == 2 && said.starts_with(|only: char| only.is_ascii_alphanumeric()) => {
                said.push_str("star");
            }
            letter if letter.is_ascii() => said.push(letter),
            letter => spell(letter, &mut said),
        }
    }
    let mut slug = String::new();
    for letter in said.chars() {
        if slug.len() >= 60 {
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

/// The id itself, or with a number behind it where it is taken; takes it. What is taken comes with the last number tried behind it.
pub fn free(id: &str, taken: &mut BTreeMap<String, usize>) -> String {
    let mut last = taken.get(id).copied().unwrap_or(0);
    let mut free = id.to_owned();
    while taken.contains_key(&free) {
        last += 1;
        free = [id, "-", &last.to_string()].concat();
    }
    taken.insert(id.to_owned(), last.max(1));
    taken.entry(free.clone()).or_insert(1);
    free
}

/// A letter of any script in ASCII letters, as near as there are any.
#[cfg(not(target_arch = "wasm32"))]
fn spell(letter: char, to: &mut String) {
    // What is put onto a letter or stands within a word is no end of it.
    if !matches!(letter, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '’') {
        to.push_str(any_ascii::any_ascii_char(letter));
    }
}

/// The same for Latin letters: the table of all scripts is 230 kB brotli, more than the program, and a portfolio that no build has read
/// has no pages whose addresses would have to be the same.
#[cfg(target_arch = "wasm32")]
fn spell(letter: char, to: &mut String) {
    to.push_str(&vitrine_fold::fold(letter.encode_utf8(&mut [0; 4])));
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

    /// The first name of the entry at this position.
    pub fn of(&self, entry: usize) -> Option<&str> {
        self.names.iter().find(|(_, at)| *at == entry).map(|(name, _)| name.as_str())
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
            ("  C++ & Rust!  ", "cplusplus-rust"),
            ("\"><a onclick=x>", "a-onclick-x"),
            ("プロジェクト", "purojiekuto"),
            ("Experiência", "experiencia"),
            ("経験", "jingyan"),
            ("Опыт работы", "opyt-raboty"),
            ("الخبرة", "lkhbrh"),
            ("C", "c"),
            ("C++", "cplusplus"),
            ("C#", "csharp"),
            (".NET", "dotnet"),
            ("Node.js", "node-js"),
            ("CI/CD", "ci-cd"),
            ("#1 & +2", "1-2"),
            ("😀", "grinning"),
            ("\u{200b}", ""),
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
        for id in ["con", "NUL", "Com1", "lpt9.html", "aux.", "v1."] {
            assert!(!fits_path(id), "{id:?}");
        }
        for id in ["v-results", "body", "head", "top", "1st"] {
            assert!(!fits_element(id), "{id:?}");
        }
        for id in ["__proto__", "constructor", "v1.2", "x", "console", "com", "com10"] {
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

//! Things found by the words in their fields.

use vitrine_lean::sort::sorted;

use super::haystack::{Haystack, words};

/// Entries of any kind, each a few fields of which the first says most.
///
/// ```
/// use vitrine_lens::Search;
///
/// let mut search = Search::default();
/// search.push(&["Worker", "reads from Redis"]);
/// search.push(&["Redis", "a cache"]);
/// search.push(&["Café", "needs no cache"]);
/// assert_eq!(search.find("redis"), [1, 0], "a match in an earlier field comes first");
/// assert_eq!(search.find("cafe"), [2], "accents make no difference");
/// assert!(search.find("edis").is_empty(), "a word is found by how it begins");
/// ```
#[derive(Debug, Default)]
pub struct Search {
    entries: Vec<Vec<Haystack>>,
}

impl Search {
    /// Adds an entry. Its fields come in the order in which a match counts.
    pub fn push(&mut self, fields: &[&str]) {
        let field = |text: &&str| {
            let mut field = Haystack::default();
            field.push(text);
            field
        };
        self.entries.push(fields.iter().map(field).collect());
    }

    /// Positions of the entries that have each word of a text in some field: those found by an earlier field first,
    /// of equals in the order they were added. Everything for a text without words.
    pub fn find(&self, text: &str) -> Vec<usize> {
        let words = words(text);
        // The field that the least telling word is found in.
        let rank = |fields: &[Haystack]| {
            let first = |word: &String| fields.iter().position(|field| field.has(word));
            words.iter().map(first).try_fold(0, |worst, at| at.map(|at| worst.max(at)))
        };
        let ranked = self.entries.iter().enumerate().filter_map(|(at, fields)| Some((rank(fields)?, at)));
        let found: Vec<(usize, usize)> = ranked.collect();
        sorted(found.len(), &|a, b| found[a].cmp(&found[b])).into_iter().map(|at| found[at].1).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Search;

    #[test]
    fn a_match_in_an_earlier_field_comes_first() {
        let mut search = Search::default();
        for fields in [["Worker", "Redis"], ["Redis cache", ""], ["Orders", "takes redis jobs"], ["Shop", "React"]] {
            search.push(&fields);
        }
        for (text, expected) in [
            ("redis", vec![1, 0, 2]),
            ("redis wor", vec![0]),
            ("zzz", vec![]),
            ("", vec![0, 1, 2, 3]),
            ("RE", vec![1, 0, 2, 3]),
        ] {
            assert_eq!(search.find(text), expected, "{text}");
        }
    }
}

//! Which word was meant.

/// The nearest of `words`, if one is near enough to be what was meant: equal but for case, or within a third of the
/// letters mistyped.
pub fn closest<'a>(word: &str, words: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = letters(word)?;
    let mut limit = word.len() / 3 + 1;
    let mut best = None;
    for candidate in words {
        let Some(other) = letters(candidate) else { continue };
        if other.len().abs_diff(word.len()) < limit {
            let distance = distance(&word, &other);
            if distance < limit {
                (limit, best) = (distance, Some(candidate));
            }
        }
    }
    best
}

/// Lower-case letters of a word; none of a text so long that nobody meant a word.
fn letters(word: &str) -> Option<Vec<char>> {
    let letters: Vec<char> = word.chars().take(49).map(|letter| letter.to_ascii_lowercase()).collect();
    (1..49).contains(&letters.len()).then_some(letters)
}

/// Optimal string alignment distance (Damerau 1964): insertions, deletions, substitutions and swaps of neighbours.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{closest, distance, letters};

    #[test]
    fn a_slip_of_the_finger_is_one_step() {
        for (a, b, steps) in [("redis", "redis", 0), ("redsi", "redis", 1), ("kafak", "kafka", 1), ("go", "", 2)] {
            let letters = |word: &str| letters(word).unwrap_or_default();
            assert_eq!(distance(&letters(a), &letters(b)), steps, "{a} to {b}");
            assert_eq!(distance(&letters(b), &letters(a)), steps, "{b} to {a}");
        }
    }

    #[test]
    fn only_a_near_word_is_suggested() {
        let known = ["postgresql", "redis", "go"];
        for (word, meant) in [
            ("PostgreSQL", Some("postgresql")),
            ("postgres", Some("postgresql")),
            ("redsi", Some("redis")),
            ("Go", Some("go")),
            ("haskell", None),
            ("", None),
        ] {
            assert_eq!(closest(word, &mut known.into_iter()), meant, "{word}");
        }
    }
}

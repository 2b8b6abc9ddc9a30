//! Which word was meant.

#[cfg(not(target_arch = "wasm32"))]
use crate::fit::EVERYWHERE;

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

/// The word that was meant, if no other of them is as near.
#[cfg(not(target_arch = "wasm32"))]
pub fn only<'a>(word: &str, words: &[&'a str]) -> Option<&'a str> {
    let steps = |other: &str| Some(distance(&letters(word)?, &letters(other)?));
    let nearest = closest(word, &mut words.iter().copied())?;
    let rivals = words.iter().filter(|other| **other != nearest && steps(other) == steps(nearest)).count();
    (rivals == 0).then_some(nearest)
}

/// Words for what is private.
#[cfg(not(target_arch = "wasm32"))]
const HIDDEN: [&str; 3] = ["hidden", "secret", "confidential"];

/// Slips of "for". Not all that is near to a word of three letters is one: there are "fork", "form" and "four".
#[cfg(not(target_arch = "wasm32"))]
const FOR: [&str; 12] = ["for", "fro", "ofr", "forr", "foor", "ffor", "fot", "foe", "fpr", "fir", "gor", "dor"];

/// The property by which an item says for whom it is, where that is meant by another name: a slip, other letters, or a word for the
/// same.
#[cfg(not(target_arch = "wasm32"))]
pub fn audience(name: &str) -> Option<&'static str> {
    let [private, names] = EVERYWHERE;
    let plain = name.trim().to_lowercase();
    let is_near = plain.len() > 4 && closest(&plain, &mut std::iter::once(private)).is_some();
    if EVERYWHERE.contains(&name) {
        None
    } else if is_near || HIDDEN.contains(&&*plain) {
        Some(private)
    } else {
        FOR.contains(&&*plain).then_some(names)
    }
}

/// What properties are called elsewhere, in JSON Resume above all, and what they are here: the first of these that an object has.
const SYNONYMS: &[(&str, &[&str])] = &[
    ("description", &["summary", "text", "excerpt", "context", "caption", "note"]),
    ("desc", &["summary", "text", "excerpt", "context", "caption"]),
    ("details", &["text", "summary", "context"]),
    ("body", &["text", "summary"]),
    ("content", &["text", "summary"]),
    ("company", &["name"]),
    ("employer", &["name"]),
    ("organization", &["name", "by"]),
    ("organisation", &["name", "by"]),
    ("institution", &["name", "by"]),
    ("entity", &["role", "name"]),
    ("name", &["title", "label", "technology"]),
    ("title", &["name", "headline", "label"]),
    ("label", &["headline", "title", "name"]),
    ("position", &["title", "role"]),
    ("jobTitle", &["title", "headline"]),
    ("role", &["title", "headline"]),
    ("startDate", &["start", "period"]),
    ("begin", &["start"]),
    ("since", &["start"]),
    ("endDate", &["end", "period"]),
    ("until", &["end"]),
    ("date", &["period", "start"]),
    ("dates", &["period", "start"]),
    ("year", &["date", "period", "start"]),
    ("years", &["period"]),
    ("releaseDate", &["date"]),
    ("published", &["date"]),
    ("publisher", &["publication", "by"]),
    ("journal", &["publication", "by"]),
    ("venue", &["publication", "by"]),
    ("highlight", &["featured"]),
    ("highlighted", &["featured"]),
    ("pinned", &["featured"]),
    ("pin", &["featured"]),
    ("starred", &["featured"]),
    ("favourite", &["featured"]),
    ("favorite", &["featured"]),
    ("highlights", &["achievements", "points", "lessons"]),
    ("bullets", &["achievements", "points"]),
    ("responsibilities", &["achievements"]),
    ("accomplishments", &["achievements"]),
    ("keywords", &["technologies", "entries", "aliases"]),
    ("tags", &["technologies"]),
    ("tech", &["technologies"]),
    ("stack", &["technologies"]),
    ("tools", &["technologies"]),
    ("skills", &["technologies", "entries"]),
    ("items", &["entries", "technologies"]),
    ("website", &["url", "links", "site"]),
    ("homepage", &["url", "links", "site"]),
    ("href", &["url"]),
    ("link", &["url", "links"]),
    ("url", &["links", "site"]),
    ("repo", &["links"]),
    ("repository", &["links"]),
    ("github", &["links"]),
    ("demo", &["links"]),
    ("pubDatetime", &["date"]),
    ("pubDate", &["date"]),
    ("published", &["date"]),
    ("modDatetime", &["updated"]),
    ("lastmod", &["updated"]),
    ("slug", &["id"]),
    ("profiles", &["links"]),
    ("image", &["photo", "pictures", "file"]),
    ("picture", &["photo", "pictures", "file"]),
    ("avatar", &["photo"]),
    ("portrait", &["photo"]),
    ("headshot", &["photo"]),
    ("images", &["pictures"]),
    ("photos", &["pictures"]),
    ("photo", &["pictures"]),
    ("screenshot", &["pictures"]),
    ("screenshots", &["pictures"]),
    ("gallery", &["pictures"]),
    ("cover", &["pictures"]),
    ("thumbnail", &["pictures", "poster"]),
    ("videos", &["video"]),
    ("alternative", &["alt"]),
    ("altText", &["alt"]),
    ("title", &["caption"]),
    ("description", &["alt"]),
    ("path", &["file"]),
    ("social", &["links"]),
    ("network", &["label"]),
    ("cv", &["resume"]),
    ("pdf", &["resume", "url"]),
    ("résumé", &["resume"]),
    ("curriculum", &["resume"]),
    ("curriculumVitae", &["resume"]),
    ("resumeUrl", &["resume"]),
    ("download", &["resume", "url"]),
    ("file", &["url"]),
    ("bio", &["about"]),
    ("summary", &["about", "text", "tagline", "context"]),
    ("intro", &["tagline", "summary"]),
    ("city", &["location"]),
    ("place", &["location"]),
    ("address", &["location"]),
    ("challenge", &["problem"]),
    ("approach", &["solution"]),
    ("result", &["impact"]),
    ("results", &["impact"]),
    ("outcome", &["impact"]),
    ("number", &["value", "figure"]),
    ("type", &["kind"]),
    ("category", &["kind"]),
    ("from", &["source", "start"]),
    ("to", &["target", "end"]),
    ("src", &["source", "file"]),
    ("dst", &["target"]),
    ("children", &["nodes"]),
    ("links", &["edges"]),
    ("arrows", &["edges"]),
    ("boxes", &["nodes"]),
    ("colour", &["kind"]),
    ("color", &["kind"]),
    ("start", &["period"]),
    ("end", &["period"]),
    ("school", &["by"]),
    ("university", &["by"]),
    ("issuer", &["by"]),
    ("awarder", &["by"]),
    ("event", &["by"]),
    ("conference", &["by"]),
    ("author", &["by"]),
    ("degree", &["title"]),
    ("studyType", &["title"]),
    ("area", &["title"]),
    ("language", &["title"]),
    ("fluency", &["level"]),
    ("grade", &["level"]),
    ("score", &["level"]),
    ("gpa", &["level"]),
    ("status", &["level"]),
    ("quote", &["text"]),
    ("reference", &["text"]),
    ("courses", &["points"]),
    ("volunteer", &["volunteering"]),
    ("references", &["testimonials"]),
    ("certifications", &["certificates"]),
    ("honors", &["awards"]),
    ("hobbies", &["interests"]),
    ("favicon", &["icon"]),
    ("logo", &["icon"]),
    ("basics", &["profile"]),
    ("work", &["experience"]),
    ("jobs", &["experience"]),
    ("employment", &["experience"]),
    ("articles", &["writing"]),
    ("posts", &["writing"]),
    ("blog", &["writing"]),
    ("stats", &["metrics"]),
    ("architecture", &["diagrams"]),
    ("format", &["version"]),
    ("formatVersion", &["version"]),
    ("firstDayOfWeek", &["weekStart"]),
    ("lastModified", &["updated"]),
    ("dateModified", &["updated"]),
];

/// What is written at another place, whatever object it stands in.
const ELSEWHERE: &[(&str, &str)] = &[
    ("email", "an address is written in \"contact\", as \"email\""),
    ("mail", "an address is written in \"contact\", as \"email\""),
    ("phone", "a number is written in \"contact\", among the \"links\", as \"tel:+49…\""),
    ("telephone", "a number is written in \"contact\", among the \"links\", as \"tel:+49…\""),
    ("resume", "a file to download is written in \"profile\", as \"resume\""),
    ("cv", "a file to download is written in \"profile\", as \"resume\""),
    ("level", "how well somebody knows it is told by \"years\" and \"context\", or by an axis of the radar"),
];

/// The property for a date that is meant by another name.
pub fn date(name: &str) -> Option<&'static str> {
    match name {
        "startDate" | "from" | "begin" | "since" => Some("start"),
        "endDate" | "to" | "until" | "finish" => Some("end"),
        _ => None,
    }
}

/// What to write instead of a property that has another name here, or another place.
pub fn synonym(name: &str, known: &[&str]) -> Option<String> {
    let same = |other: &str| other.eq_ignore_ascii_case(name);
    let meant = SYNONYMS.iter().filter(|(other, _)| same(other)).flat_map(|(_, meant)| *meant);
    if let Some(property) = meant.into_iter().find(|property| known.contains(property)) {
        return Some(["here it is called \"", property, "\""].concat());
    }
    ELSEWHERE.iter().find(|(other, _)| same(other)).map(|(_, advice)| (*advice).to_owned())
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
    use super::{audience, closest, distance, letters};
    use crate::document::OBJECTS;

    #[test]
    fn what_was_meant_to_hide_an_item_is_known_by_its_slips_and_no_property_of_the_format_is_one() {
        for (name, meant) in [
            ("privat", Some("private")),
            ("pirvate", Some("private")),
            ("Private", Some("private")),
            ("private ", Some("private")),
            ("hidden", Some("private")),
            ("fro", Some("for")),
            ("For", Some("for")),
            ("private", None),
            ("for", None),
            ("from", None),
            ("fork", None),
            ("prime", None),
            ("", None),
        ] {
            assert_eq!(audience(name), meant, "{name:?}");
        }
        for (object, fields) in OBJECTS {
            for name in fields.names {
                assert_eq!(audience(name), None, "{object}");
            }
        }
    }

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

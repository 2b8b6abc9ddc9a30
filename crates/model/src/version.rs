//! The version of the format.
//!
//! It is one number, as lock files have it: it counts changes after which a file that was right before would mean something else, and says
//! nothing of what was added, since a reader passes over what it does not know. JSON Resume and `OpenAPI` name theirs as a text with two
//! dots, so `"1.0.0"` and `"v1"` are read as well, and mean 1. A file needs none: without one it is read as the current one.

/// The current version.
pub const VERSION: u32 = 1;

/// What each version changed, and how a file of the one before is read.
pub const CHANGES: [(u32, &str); 1] =
    [(1, "the number is called \"version\"; \"schemaVersion\", which it was called before, means the same")];

/// The version that a text names: its first number.
pub fn parse(text: &str) -> Option<u32> {
    let text = text.trim();
    let number = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let (major, rest) = number.split_once('.').unwrap_or((number, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(major) && rest.split('.').all(is_number)).then(|| major.parse().unwrap_or(u32::MAX))
}

/// What has changed since a version, up to the current one.
pub fn changes_since(version: u32) -> String {
    let later = CHANGES.iter().filter(|(number, _)| *number > version);
    later.map(|(_, change)| *change).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_its_first_number() {
        for (text, version) in [
            ("1", Some(1)),
            ("v1", Some(1)),
            (" 1.0.0 ", Some(1)),
            ("2.1", Some(2)),
            ("99999999999", Some(u32::MAX)),
            ("", None),
            ("one", None),
            ("1.x", None),
            ("-1", None),
        ] {
            assert_eq!(parse(text), version, "{text}");
        }
    }
}

//! The path a site is mounted at.

use std::fmt;
use std::str::FromStr;

/// A path on the host with a slash at both ends: `/` or `/some/base/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasePath(String);

impl Default for BasePath {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl BasePath {
    /// The path with its slashes, as a page's `<base>` has it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The rest of `path` below this base, without a leading slash.
    pub fn strip<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.strip_prefix(self.as_str())
    }
}

impl fmt::Display for BasePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text that is no path on a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadBasePath {
    /// It is a full address, or has characters that would not survive in an HTML attribute and a URL alike.
    #[error("give a path such as /some/base/, made of letters, digits and - . _ ~ only")]
    Characters,
    /// It leads somewhere else than it says.
    #[error("a base path cannot contain . or ..")]
    Dots,
}

/// Accepts a path with or without slashes at its ends.
///
/// # Errors
/// On a full address, and on characters that would not survive in an HTML attribute and a URL alike.
impl FromStr for BasePath {
    type Err = BadBasePath;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~/".contains(c);
        if !text.chars().all(allowed) {
            return Err(BadBasePath::Characters);
        }
        let segments: Vec<&str> = text.split('/').filter(|segment| !segment.is_empty()).collect();
        if segments.iter().any(|segment| matches!(*segment, "." | "..")) {
            return Err(BadBasePath::Dots);
        }
        Ok(Self(if segments.is_empty() { "/".to_owned() } else { format!("/{}/", segments.join("/")) }))
    }
}

#[cfg(test)]
mod tests {
    use super::BasePath;

    #[test]
    fn slashes_are_put_at_both_ends() {
        for (given, expected) in
            [("", "/"), ("/", "/"), ("base", "/base/"), ("/base", "/base/"), ("some//base/", "/some/base/")]
        {
            assert_eq!(given.parse::<BasePath>().unwrap().as_str(), expected, "{given:?}");
        }
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for given in ["https://example.org/base/", "/../up/", "/a b/", "/\"x/", "/%2e%2e/"] {
            assert!(given.parse::<BasePath>().is_err(), "{given:?}");
        }
    }
}

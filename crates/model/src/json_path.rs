//! Where in a JSON file something is.

use std::fmt;

/// Where in the file: prints `projects[3].links[0].url`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct JsonPath(pub Vec<Segment>);

/// One step of a [`JsonPath`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Segment {
    /// A property.
    Key(String),
    /// A position in an array.
    Index(usize),
}

impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(key) if plain(key) => {
                    f.write_str(if position == 0 { "" } else { "." })?;
                    f.write_str(key)?;
                }
                Segment::Key(key) => write!(f, "[{key:?}]")?,
            }
        }
        Ok(())
    }
}

/// Whether a key reads well after a dot.
fn plain(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$')
}

/// A place while the file is walked: lives on the stack, becomes a [`JsonPath`] only when something is reported.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    up: Option<&'a At<'a>>,
    step: Step<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

impl<'a> At<'a> {
    /// A property of the whole file.
    pub const fn top(key: &'a str) -> Self {
        Self { up: None, step: Step::Key(key) }
    }

    /// A property of the object at a place; `None` is the whole file.
    pub const fn below(up: Option<&'a At<'a>>, key: &'a str) -> Self {
        Self { up, step: Step::Key(key) }
    }

    /// A property of the object here.
    #[must_use]
    pub const fn key(&'a self, key: &'a str) -> Self {
        Self { up: Some(self), step: Step::Key(key) }
    }

    /// An entry of the list here.
    #[must_use]
    pub const fn index(&'a self, index: usize) -> Self {
        Self { up: Some(self), step: Step::Index(index) }
    }

    /// The place as a value.
    pub fn path(&self) -> JsonPath {
        let mut segments = Vec::new();
        let mut here = Some(self);
        while let Some(at) = here {
            segments.push(match at.step {
                Step::Key(key) => Segment::Key(key.to_owned()),
                Step::Index(index) => Segment::Index(index),
            });
            here = at.up;
        }
        segments.reverse();
        JsonPath(segments)
    }
}

/// The place as a value; `None` is the whole file.
pub fn path_of(at: Option<&At>) -> JsonPath {
    at.map(At::path).unwrap_or_default()
}

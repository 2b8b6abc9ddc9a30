//! A JSON array that keeps the position of every entry, also when some of them were dropped.

use serde::{Deserialize, Deserializer};

/// A JSON array; an entry that was dropped is `null` and is passed over, so that positions stay the file's.
#[derive(Debug, Clone, PartialEq)]
pub struct List<T>(Vec<Option<T>>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self)
    }
}

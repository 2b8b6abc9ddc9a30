//! A JSON array whose entries are decoded one by one, so that a bad one loses only itself.

use std::marker::PhantomData;

use serde::{Deserialize, Deserializer};

use super::json::Json;

/// A JSON array of `T`, not yet decoded: validation decodes each entry where it can report and drop it alone.
#[derive(Debug, Clone)]
pub struct List<T> {
    entries: Vec<Json>,
    of: PhantomData<T>,
}

impl<T> List<T> {
    /// The entries as the file has them.
    pub(super) fn into_entries(self) -> Vec<Json> {
        self.entries
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), of: PhantomData }
    }
}

impl<'de, T> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { entries: Vec::deserialize(deserializer)?, of: PhantomData })
    }
}

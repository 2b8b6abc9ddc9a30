//! A JSON array whose entries are fitted one by one, so that a bad one loses only itself.

use std::marker::PhantomData;

/// Stands in the mirror for a JSON array of `T`.
#[derive(Debug, Clone)]
pub struct List<T>(PhantomData<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

//! Which projects a visitor sees, and why: query, search, facets, and what to drop when nothing is left. Pure.

mod fold;
mod haystack;
mod index;
mod query;

pub use index::{Dropped, Facet, Index};
pub use query::Query;

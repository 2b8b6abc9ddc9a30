//! Which projects a visitor sees, and why: query, search, facets, and what to drop when nothing is left; and the search
//! for a node of a diagram.
//!
//! Promises the same answer to the same question, whatever came before. Never knows what is drawn, or where the words of a query come from.

mod haystack;
mod index;
mod query;
mod search;

pub use index::{Dropped, Facet, Index};
pub use query::Query;
pub use search::Search;

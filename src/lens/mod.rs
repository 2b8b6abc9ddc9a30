//! Which projects a visitor sees, and why: query, search, facets, and what to drop when nothing is left; and the search
//! for a node of a diagram. Pure.

mod fold;
mod haystack;
mod index;
mod query;
mod search;

pub use index::{Dropped, Facet, Index};
pub use query::Query;
pub use search::Search;

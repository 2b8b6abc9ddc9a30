//! What happens in a diagram, step by step: which parts a step highlights, where the camera goes, how a mark travels,
//! what is said, and the whole flow as a sequence diagram.

pub mod follow;
pub mod highlight;
pub mod pinned;
pub mod sequence;
pub mod travel;
pub mod words;

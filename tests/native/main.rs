//! What the pure rooms promise, in one binary.

mod model;

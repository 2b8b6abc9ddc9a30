//! Everything that is tested without a browser, in one binary.

mod contrast;

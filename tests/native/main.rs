//! Native tests, one binary.

mod layout;

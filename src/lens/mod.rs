//! Which entries a visitor sees, and why: facets, query, search. Pure.

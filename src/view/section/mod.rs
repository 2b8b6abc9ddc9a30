//! Sections of the start page, one file each.

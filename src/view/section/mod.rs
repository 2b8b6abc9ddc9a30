//! Parts of pages that know the portfolio, one file each.

pub mod about;
pub mod architecture;
mod card;
pub mod contact;
pub mod experience;
pub mod header;
pub mod hero;
pub mod project;
pub mod projects;
pub mod records;
pub mod skills;
pub mod writing;

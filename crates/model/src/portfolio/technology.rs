//! What things run on.

/// Position of a technology in [`Portfolio::technologies`](super::Portfolio::technologies); always in range for the portfolio it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TechId(pub u32);

/// An entry of the technology registry.
#[derive(Debug, Clone, PartialEq)]
pub struct Technology {
    /// As links and filters write it; unique.
    pub id: String,
    /// As visitors read it.
    pub name: String,
    /// Such as `language`.
    pub category: Option<String>,
    /// Other spellings a search accepts.
    pub aliases: Vec<String>,
    /// A simple-icons slug, where it is not the name; `none` for no icon.
    pub icon: Option<String>,
    /// How many projects of the whole portfolio use it.
    pub uses: u32,
}

//! What phase 5 finds, apart from how: later phases and the ports go by it.

/// Positions across the flow, px.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Across {
    /// The centre line of each item.
    pub items: Vec<i32>,
    /// From where to where each group reaches.
    pub groups: Vec<(i32, i32)>,
}

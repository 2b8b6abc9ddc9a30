//! Where a diagram is shown.

/// Where a diagram is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Amid a page: the plain wheel and one finger scroll that page.
    Inline,
    /// Filling the window: they zoom and pan. Has `window.__diagram`.
    Page,
}

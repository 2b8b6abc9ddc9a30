//! What a button or a key can ask of a diagram.

use crate::diagram::walk::Step;
use crate::model::Words;

/// Something a button or a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Nearer.
    ZoomIn,
    /// Further away.
    ZoomOut,
    /// 100 %.
    ActualSize,
    /// Everything.
    Fit,
    /// Looks further that way.
    Pan(Step),
    /// From node to node.
    Walk(Step),
    /// Along an edge: with the arrow, or against it.
    Along(bool),
    /// Highlights what is one step further from the selected node, and after the last the nearest again.
    Widen,
    /// Opens a popover over the picture, or closes it.
    Show(Popover),
    /// Closes a popover or the panel, or leaves full screen.
    Escape,
    /// Fills the screen, or stops doing so.
    FullScreen,
}

impl Command {
    /// What a key means while a node is focused.
    pub fn from_key(key: &str, shift: bool) -> Option<Self> {
        Some(match (key, Step::from_key(key)) {
            ("Escape", _) => Self::Escape,
            ("+" | "=", _) => Self::ZoomIn,
            ("-" | "_", _) => Self::ZoomOut,
            ("0", _) => Self::Fit,
            ("1", _) => Self::ActualSize,
            ("]", _) => Self::Along(true),
            ("[", _) => Self::Along(false),
            ("n", _) => Self::Widen,
            ("/", _) => Self::Show(Popover::Find),
            ("?", _) => Self::Show(Popover::Keys),
            (_, Some(step @ (Step::Left | Step::Right | Step::Up | Step::Down))) if shift => Self::Pan(step),
            (_, Some(step)) => Self::Walk(step),
            _ => return None,
        })
    }
}

/// A small panel that lies over the picture as long as it is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Popover {
    /// Finds a node.
    Find,
    /// Lists the keys.
    Keys,
    /// Saves and shares the picture.
    Export,
}

/// A key of [`KEYS`] as keyboards of the page's language have it.
pub fn cap(key: &'static str, say: Words) -> &'static str {
    match key {
        "Enter" => say.key_enter(),
        "Esc" => say.key_escape(),
        "Home" => say.key_home(),
        "End" => say.key_end(),
        "Shift" => say.key_shift(),
        sign => sign,
    }
}

/// Keys, and what they do as visitors read it.
pub type Meaning = (&'static [&'static str], fn(Words) -> &'static str);

/// What some do besides where one goes from level to level.
pub const LEVEL_KEYS: [Meaning; 2] = [(&["Enter"], Words::key_enter_group), (&["Esc"], Words::key_leave_group)];

/// What each key does.
pub const KEYS: [Meaning; 11] = [
    (&["←", "↑", "↓", "→"], Words::key_nearest),
    (&["]", "["], Words::key_along),
    (&["Home", "End"], Words::key_ends),
    (&["Enter"], Words::key_open),
    (&["n"], Words::key_further),
    (&["/"], Words::key_find_part),
    (&["Shift", "←", "→"], Words::key_pan),
    (&["+", "−"], Words::key_zoom),
    (&["0", "1"], Words::key_show),
    (&["Esc"], Words::key_close),
    (&["?"], Words::key_list),
];

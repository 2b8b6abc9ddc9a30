//! How wide a text is, without a browser: the layout must not wait for a font or change when one arrives.

use super::cluster::{clusters, joins};

/// What a text of a diagram is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Font {
    /// The name of a node.
    Name,
    /// The technology of a node.
    Technology,
    /// What passes along an edge.
    Label,
    /// The name of a group.
    Group,
    /// The name of a node that is seen from afar.
    FarName,
    /// The same, where it has little room.
    FarSmall,
    /// The name of a group that is seen from afar.
    FarGroup,
    /// What passes along an edge that is seen from afar.
    FarLabel,
}

impl Font {
    /// Every font.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Technology,
        Self::Label,
        Self::Group,
        Self::FarName,
        Self::FarSmall,
        Self::FarGroup,
        Self::FarLabel,
    ];

    /// Its size in world px.
    pub const fn px(self) -> f64 {
        match self {
            Self::Name => 14.0,
            Self::Technology | Self::Label | Self::Group => 12.0,
            Self::FarName => 22.0,
            Self::FarSmall => 18.0,
            Self::FarLabel => 17.0,
            Self::FarGroup => 20.0,
        }
    }

    /// From one baseline to the next, in world px.
    pub const fn line(self) -> f64 {
        match self {
            Self::Name => 18.0,
            Self::Technology | Self::Label | Self::Group => 16.0,
            Self::FarName | Self::FarGroup => 24.0,
            Self::FarSmall => 20.0,
            Self::FarLabel => 19.0,
        }
    }

    /// CSS `font-weight`.
    pub const fn weight(self) -> u16 {
        match self {
            Self::Name | Self::FarName | Self::FarSmall => 600,
            Self::Label | Self::FarLabel => 500,
            Self::Technology | Self::Group | Self::FarGroup => 400,
        }
    }

    /// Whether every character has the same width.
    pub const fn mono(self) -> bool {
        matches!(self, Self::Technology | Self::Group | Self::FarGroup)
    }
}

/// Advance widths of Inter at weight 600 from U+0020 to U+007E, in thousandths of an em. The other text faces
/// are narrower, so what fits in these fits in theirs.
const INTER: [u16; 95] = [
    252, 321, 523, 644, 650, 1004, 663, 326, 373, 373, 540, 673, 319, 465, 319, 379, 660, 423, 623, 636, 666, 612, 640,
    576, 640, 640, 319, 329, 673, 673, 673, 543, 999, 728, 659, 737, 722, 605, 588, 749, 746, 277, 580, 703, 565, 922,
    759, 769, 645, 773, 652, 650, 660, 736, 728, 1020, 720, 713, 652, 373, 379, 373, 481, 469, 351, 574, 624, 583, 624,
    591, 389, 625, 612, 262, 262, 569, 262, 900, 612, 609, 624, 624, 397, 549, 353, 612, 587, 839, 569, 588, 566, 455,
    359, 455, 673,
];

/// The only advance width of `JetBrains Mono`.
const MONO: u32 = 600;

/// An emoji, in thousandths of an em.
const EMOJI: u32 = 1300;

/// Signs of the first plane that are in colour by default.
const COLOURED: &str = "⌚⌛⏩⏪⏫⏬⏰⏳☔☕⚡⛔✅✨❌❓❔❕❗➕➖➗⭐⭕";

/// What ends a text that was cut.
const ELLIPSIS: char = '…';

/// The width of a text in world px.
pub fn width(text: &str, font: Font) -> f64 {
    in_px(clusters(text).map(|cluster| of_cluster(cluster, font.mono())).sum(), font)
}

/// Thousandths of an em in world px.
pub(super) fn in_px(sum: u32, font: Font) -> f64 {
    f64::from(sum) * font.px() / 1000.0
}

/// Cuts a text to at most `max` world px; a text that was cut ends in an ellipsis. Reads no further than that.
pub fn clip(text: &str, font: Font, max: f64) -> String {
    let mono = font.mono();
    let (mut sum, mut at, mut end) = (0, 0, 0);
    for cluster in clusters(text) {
        sum += of_cluster(cluster, mono);
        at += cluster.len();
        if in_px(sum, font) > max {
            let mut cut = text[..end].trim_end().to_owned();
            cut.push(ELLIPSIS);
            return cut;
        }
        if in_px(sum + advance(ELLIPSIS, mono), font) <= max {
            end = at;
        }
    }
    text.to_owned()
}

/// Thousandths of an em of what is drawn as one: the letter that others are drawn onto, or an emoji of several.
pub(super) fn of_cluster(cluster: &str, mono: bool) -> u32 {
    let mut chars = cluster.chars();
    let own = chars.next().map_or(0, |c| advance(c, mono));
    let mut all = own;
    for c in chars {
        match c {
            // An emoji of several, one in colour, a flag, a key.
            '\u{200d}' if own > MONO => return EMOJI,
            '\u{fe0f}' | '\u{20e3}' | '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f3fb}'..='\u{1f3ff}' => return EMOJI,
            // Vowel signs that stand beside their letter are at the same places in all scripts of India.
            '\u{900}'..='\u{d7f}' if joins(c) => {
                all += if matches!(c as u32 % 0x80, 0x3e..=0x40 | 0x49..=0x4c) { 300 } else { 0 };
            }
            // The rest of a conjunct is drawn smaller.
            '\u{900}'..='\u{d7f}' => all += 400,
            'ำ' | 'ຳ' => all += 500,
            _ => {}
        }
    }
    all
}

/// Thousandths of an em. Outside ASCII only the coarse classes matter: nothing, one letter, or a full square.
fn advance(c: char, mono: bool) -> u32 {
    match c {
        ' '..='~' if mono => MONO,
        ' '..='~' => u32::from(INTER[c as usize - 32]),
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{200b}'..='\u{200f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{a960}'..='\u{a97c}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3ffff}' => 1000,
        '\u{1f300}'..='\u{1faff}' | '\u{1f1e6}'..='\u{1f1ff}' => EMOJI,
        c if COLOURED.contains(c) => EMOJI,
        c if c > '\u{2ff}' && joins(c) => 0,
        _ if mono => MONO,
        '…' | '—' | '→' | '←' | '↔' => 1000,
        _ => 640,
    }
}

//! What a reader takes for one letter: the places where a text may be cut, and how wide each is.
//!
//! Extended grapheme clusters after Unicode Standard Annex 29. Where its tables would be the larger part of this, the rules are
//! wider: more is kept together than has to be, never less.

/// What is drawn onto the letter before it (`Extend`, `SpacingMark`, zero-width joiner; Unicode 16): `0xSTART_nn` stands for
/// `START` and the `nn` after it. Unassigned ones between two are among them.
#[rustfmt::skip]
#[expect(clippy::unusual_byte_groupings, reason = "a start, and how many more")]
const JOINING: [u32; 261] = [
    0x300_6f, 0x483_06, 0x591_2c, 0x5bf_00, 0x5c1_01, 0x5c4_01, 0x5c7_00, 0x610_0a, 0x64b_14, 0x670_00, 0x6d6_06,
    0x6df_05, 0x6e7_01, 0x6ea_03, 0x711_00, 0x730_1a, 0x7a6_0a, 0x7eb_08, 0x7fd_00, 0x816_03, 0x81b_08, 0x825_02,
    0x829_04, 0x859_02, 0x897_08, 0x8ca_17, 0x8e3_20, 0x93a_02, 0x93e_11, 0x951_06, 0x962_01, 0x981_02, 0x9bc_00,
    0x9be_0f, 0x9d7_00, 0x9e2_01, 0x9fe_05, 0xa3c_15, 0xa70_01, 0xa75_00, 0xa81_02, 0xabc_00, 0xabe_0f, 0xae2_01,
    0xafa_09, 0xb3c_00, 0xb3e_19, 0xb62_01, 0xb82_00, 0xbbe_0f, 0xbd7_00, 0xc00_04, 0xc3c_00, 0xc3e_18, 0xc62_01,
    0xc81_02, 0xcbc_00, 0xcbe_18, 0xce2_01, 0xcf3_10, 0xd3b_01, 0xd3e_0f, 0xd57_00, 0xd62_01, 0xd81_02, 0xdca_15,
    0xdf2_01, 0xe31_00, 0xe33_07, 0xe47_07, 0xeb1_00, 0xeb3_09, 0xec8_06, 0xf18_01, 0xf35_00, 0xf37_00, 0xf39_00,
    0xf3e_01, 0xf71_13, 0xf86_01, 0xf8d_2f, 0xfc6_00, 0x102d_0a, 0x1039_05, 0x1056_03, 0x105e_02, 0x1071_03,
    0x1082_00, 0x1084_02, 0x108d_00, 0x109d_00, 0x135d_02, 0x1712_03, 0x1732_02, 0x1752_01, 0x1772_01, 0x17b4_1f,
    0x17dd_00, 0x180b_02, 0x180f_00, 0x1885_01, 0x18a9_00, 0x1920_1b, 0x1a17_04, 0x1a55_0b, 0x1a62_00, 0x1a65_1a,
    0x1ab0_54, 0x1b34_10, 0x1b6b_08, 0x1b80_02, 0x1ba1_0c, 0x1be6_0d, 0x1c24_13, 0x1cd0_02, 0x1cd4_14, 0x1ced_00,
    0x1cf4_00, 0x1cf7_02, 0x1dc0_3f, 0x200c_01, 0x20d0_20, 0x2cef_02, 0x2d7f_00, 0x2de0_1f, 0x302a_05, 0x3099_01,
    0xa66f_03, 0xa674_09, 0xa69e_01, 0xa6f0_01, 0xa802_00, 0xa806_00, 0xa80b_00, 0xa823_04, 0xa82c_00, 0xa880_01,
    0xa8b4_11, 0xa8e0_11, 0xa8ff_00, 0xa926_07, 0xa947_0c, 0xa980_03, 0xa9b3_0d, 0xa9e5_00, 0xaa29_0d, 0xaa43_00,
    0xaa4c_01, 0xaa7c_00, 0xaab0_00, 0xaab2_02, 0xaab7_01, 0xaabe_01, 0xaac1_00, 0xaaeb_04, 0xaaf5_01, 0xabe3_07,
    0xabec_01, 0xfb1e_00, 0xfe00_0f, 0xfe20_0f, 0xff9e_01, 0x101fd_00, 0x102e0_00, 0x10376_04, 0x10a01_0e, 0x10a38_07,
    0x10ae5_01, 0x10d24_03, 0x10d69_04, 0x10eab_01, 0x10efa_05, 0x10f46_0a, 0x10f82_03, 0x11000_02, 0x11038_0e,
    0x11070_00, 0x11073_01, 0x1107f_03, 0x110b0_0a, 0x110c2_00, 0x11100_02, 0x11127_0d, 0x11145_01, 0x11173_00,
    0x11180_02, 0x111b3_0d, 0x111c9_03, 0x111ce_01, 0x1122c_0b, 0x1123e_03, 0x112df_0b, 0x11300_03, 0x1133b_01,
    0x1133e_0f, 0x11357_00, 0x11362_12, 0x113b8_2a, 0x11435_11, 0x1145e_00, 0x114b0_13, 0x115af_11, 0x115dc_01,
    0x11630_10, 0x116ab_0c, 0x1171d_02, 0x11722_09, 0x1182c_0e, 0x11930_0e, 0x11940_00, 0x11942_01, 0x119d1_0f,
    0x119e4_00, 0x11a01_09, 0x11a33_06, 0x11a3b_03, 0x11a47_00, 0x11a51_0a, 0x11a8a_0f, 0x11b60_07, 0x11c2f_10,
    0x11c92_24, 0x11d31_14, 0x11d47_00, 0x11d8a_0d, 0x11ef3_03, 0x11f00_03, 0x11f34_26, 0x13440_15, 0x1611e_11,
    0x16af0_04, 0x16b30_06, 0x16f4f_00, 0x16f51_41, 0x16fe4_0d, 0x1bc9d_01, 0x1cf00_46, 0x1d165_04, 0x1d16d_05,
    0x1d17b_07, 0x1d185_06, 0x1d1aa_03, 0x1d242_02, 0x1da00_36, 0x1da3b_31, 0x1da75_00, 0x1da84_00, 0x1da9b_14,
    0x1e000_2a, 0x1e08f_00, 0x1e130_06, 0x1e2ae_00, 0x1e2ec_03, 0x1e4ec_03, 0x1e5ee_01, 0x1e6e3_12, 0x1e8d0_06,
    0x1e944_06, 0x1f3fb_04, 0xe0020_5f, 0xe0100_ef,
];

/// Clusters of a text, in order: together they are the text.
pub fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (cluster, after) = rest.split_at_checked(first(rest))?;
        rest = after;
        (!cluster.is_empty()).then_some(cluster)
    })
}

/// The length in bytes of a text's first cluster.
fn first(text: &str) -> usize {
    let mut chars = text.char_indices();
    let Some((_, mut before)) = chars.next() else { return 0 };
    // Two regional indicators are a flag.
    let mut is_paired = false;
    for (at, c) in chars {
        let is_flag = is_regional(before) && is_regional(c) && !is_paired;
        if !(joins(c) || is_flag || holds(before, c)) {
            return at;
        }
        is_paired = is_flag;
        before = c;
    }
    text.len()
}

/// Whether a character is drawn onto the one before it.
pub fn joins(c: char) -> bool {
    let at = JOINING.partition_point(|range| range >> 8 <= c as u32);
    at.checked_sub(1).is_some_and(|at| (c as u32) - (JOINING[at] >> 8) <= JOINING[at] & 0xff)
}

fn is_regional(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Whether a character takes the next one to it.
fn holds(before: char, c: char) -> bool {
    match before {
        '\r' => c == '\n',
        // An emoji of several; rule 11.
        '\u{200d}' => c as u32 >= 0x2190 || matches!(c, '©' | '®'),
        // Signs over the figures that follow; rule 9b.
        '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}' | '\u{d4e}' => c > ' ',
        '\u{11000}'..='\u{11fff}' => matches!(
            before as u32,
            0x110bd | 0x110cd | 0x111c2 | 0x111c3 | 0x113d1 | 0x1193f | 0x11941 | 0x11a84..=0x11a89 | 0x11d46 | 0x11f02
        ),
        // A conjunct of consonants; rule 9c.
        _ if is_stacking(before) => is_indic(c),
        // A syllable of parts; rules 6 to 8.
        '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97c}' => is_hangul(c) || is_hangul_part(c),
        _ if is_hangul(before) || is_hangul_part(before) => is_hangul_part(c),
        _ => false,
    }
}

/// Viramas and their like, after which a consonant is drawn below or beside the one before.
fn is_stacking(c: char) -> bool {
    matches!(c, '\u{1039}' | '\u{17d2}' | '\u{1a60}' | '\u{1b44}' | '\u{1bab}' | '\u{a9c0}' | '\u{aaf6}')
        || is_indic(c) && c as u32 % 0x80 == 0x4d
}

fn is_indic(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{d7f}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{1bff}' | '\u{a980}'..='\u{aaff}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}' | '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97c}')
}

/// A vowel or a final consonant that completes a syllable.
fn is_hangul_part(c: char) -> bool {
    matches!(c, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}')
}

use skrifa::instance::{LocationRef, Size};

use super::*;

fn frame() -> Frame {
    let asset = |start: &str, end: &str| Asset::hashed(start, end, start.into());
    let font = |source: &str| {
        let file = format!("{}/../../public/fonts/{source}.woff2", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        Font { source: source.to_owned(), asset: Asset::hashed(&format!("fonts/{source}"), ".woff2", bytes) }
    };
    Frame {
        program: asset("vitrine", "_bg.wasm"),
        glue: asset("vitrine", ".js"),
        parts: Vec::new(),
        boot: asset("boot", ".js"),
        inline: Asset::new("inline.js", b"help()".to_vec()),
        style: asset("style", ".css"),
        print: asset("print", ".css"),
        fonts: ["inter", "jetbrains-mono", "vitrine-serif", "vitrine-serif-italic"].map(font).into(),
        plain: Vec::new(),
        icons: asset("icons", ".tsv"),
        copies: Vec::new(),
    }
}

fn unpacked(font: &Font) -> Vec<u8> {
    wuff::decompress_woff2(&font.asset.bytes).expect("a sound font")
}

#[test]
fn a_cut_font_has_the_letters_of_the_site_as_wide_and_as_heavy_as_the_whole() {
    let letters: BTreeSet<char> = "Añb→ fi漢".chars().collect();
    for theme in [ThemeName::Terminal, ThemeName::Slate, ThemeName::Paper] {
        let frame = typeset(&frame(), Some(theme), &letters);
        for face in faces(theme).iter().chain([&MONO]) {
            let named = |source: &str| unpacked(frame.fonts.iter().find(|font| font.source == source).expect(source));
            let (whole, cut) = (named(face.source), named(&cut_of(face)));
            let (whole, cut) = (FontRef::new(&whole).expect("a font"), FontRef::new(&cut).expect("a font"));
            let has: BTreeSet<u32> = cut.charmap().mappings().map(|(letter, _)| letter).collect();
            let all: BTreeSet<u32> = whole.charmap().mappings().map(|(letter, _)| letter).collect();
            let signs = if face.source == MONO.source { SIGNS } else { "" };
            let asked = letters.iter().copied().chain(INTERFACE.chars()).chain(signs.chars()).collect::<BTreeSet<_>>();
            let expected = asked.iter().map(|letter| u32::from(*letter)).filter(|letter| all.contains(letter));
            assert_eq!(has, expected.collect(), "{}", face.source);
            for weight in [400.0, 600.0] {
                let widths = |font: &FontRef<'_>| {
                    let location = font.axes().location([("wght", weight)]);
                    let metrics = font.glyph_metrics(Size::new(1000.0), LocationRef::from(&location));
                    let glyphs = has.iter().map(|letter| font.charmap().map(*letter).expect("a glyph"));
                    glyphs.map(|glyph| metrics.advance_width(glyph).map(f32::round)).collect::<Vec<_>>()
                };
                assert_eq!(widths(&cut), widths(&whole), "{} at {weight}", face.source);
            }
        }
    }
}

#[test]
fn letters_that_are_kerned_stay_so() {
    let frame = typeset(&frame(), Some(ThemeName::Paper), &"AVTo".chars().collect());
    let cut = unpacked(frame.fonts.iter().find(|font| font.source == "vitrine-serif-cut").expect("a cut font"));
    let gpos = FontRef::new(&cut).expect("a font").table_data(Tag::new(b"GPOS")).expect("kerning");
    assert!(gpos.len() > 40, "{} bytes", gpos.len());
}

#[test]
fn the_style_sheet_prefers_what_was_cut_for_the_letters_that_it_has() {
    let before = frame();
    let after = typeset(&before, Some(ThemeName::Slate), &"B—漢".chars().collect());
    let sheet = String::from_utf8(after.style.bytes.clone()).expect("a sheet");
    assert_ne!(after.style.name, before.style.name);
    let added = sheet.strip_prefix("style").expect("what was there stays first");
    let cut = after.fonts.iter().find(|font| font.source == "inter-cut").expect("a cut font");
    let start = format!("@font-face{{font-family:\"Inter\";src:url({}) format(\"woff2\");", cut.asset.name);
    assert!(added.starts_with(&start), "{added}");
    assert!(added.contains("unicode-range:U+20,U+30-3A,U+42,U+61-7A,U+B7,U+D7,U+2014,U+2197}"), "{added}");
    let labels =
        "unicode-range:U+20,U+24-25,U+30-3A,U+42,U+5B,U+5D,U+61-7A,U+B7,U+D7,U+2014,U+2190-2193,U+2197,U+2212}";
    assert!(added.contains(labels), "{added}");
    let asked = of_pages(&after, Some(ThemeName::Slate));
    assert!(asked[0].file == cut.asset.name && asked[1].file.starts_with("fonts/jetbrains-mono-cut-"), "{asked:?}");
}

/// What strings of the style sheet show, without what they show of an element.
fn shown_by_style() -> BTreeSet<char> {
    let folder = format!("{}/../../style", env!("CARGO_MANIFEST_DIR"));
    let (mut folders, mut shown) = (vec![std::path::PathBuf::from(folder)], BTreeSet::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
                continue;
            }
            let sheet = std::fs::read_to_string(&entry).expect("a sheet");
            let values = sheet.split("content:").skip(1).filter_map(|rest| rest.split_once(';'));
            for text in
                values.flat_map(|(value, _)| value.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>())
            {
                let mut pieces = text.split('\\');
                shown.extend(pieces.next().into_iter().flat_map(str::chars));
                for piece in pieces {
                    let (code, rest) =
                        piece.split_at(piece.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(piece.len()));
                    shown.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
                    shown.extend(rest.chars());
                }
            }
        }
    }
    shown
}

#[test]
fn what_the_style_sheet_writes_is_among_the_letters() {
    let frame = frame();
    let sans = unpacked(&frame.fonts[0]);
    let sans = FontRef::new(&sans).expect("a font");
    let shown = shown_by_style();
    assert!(shown.contains(&'↗') && shown.contains(&'$'), "{shown:?}");
    let missing: Vec<char> =
        shown.into_iter().filter(|c| !INTERFACE.contains(*c) && !SIGNS.contains(*c) && *c != '\u{a0}').collect();
    let had: Vec<char> = missing.into_iter().filter(|c| sans.charmap().map(*c).is_some()).collect();
    assert!(had.is_empty(), "to be added to INTERFACE: {had:?}");
}

#[test]
fn where_nobody_knows_the_theme_every_face_is_cut_and_labels_are_asked_for() {
    let frame = typeset(&frame(), None, &ENGLISH.chars().collect());
    let cut: Vec<&str> = frame.fonts.iter().filter_map(|font| font.source.strip_suffix("-cut")).collect();
    assert_eq!(cut, ["inter", "vitrine-serif", "vitrine-serif-italic", "jetbrains-mono"]);
    assert_eq!(of_pages(&frame, None).len(), 1);
}

#[test]
fn a_font_that_is_none_stays_as_it_is() {
    let mut damaged = frame();
    damaged.fonts[0].asset.bytes.truncate(100);
    let frame = typeset(&damaged, Some(ThemeName::Slate), &"ab".chars().collect());
    assert!(!frame.fonts.iter().any(|font| font.source == "inter-cut"));
    assert!(of_pages(&frame, Some(ThemeName::Slate))[0].file.starts_with("fonts/inter-"));
}

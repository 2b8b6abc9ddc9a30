//! Words: where they are broken, how wide they are, what is cut.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use vitrine_draw::diagram::cluster::clusters;
use vitrine_draw::diagram::graph::edge_label;
use vitrine_draw::diagram::measure::{Font, clip, width};
use vitrine_draw::diagram::wrap::{is_cut, wrap};

#[test]
fn lines_end_where_words_do() {
    // A text, how many letters of a typewriter a line holds, how many lines there are, and what they are.
    let cases: &[(&str, usize, usize, &[&str])] = &[
        ("one two", 10, 2, &["one two"]),
        ("one two three", 10, 2, &["one two", "three"]),
        ("checkout/orders", 10, 2, &["checkout/", "orders"]),
        ("one two three four five", 10, 2, &["one two", "three fou…"]),
        ("", 10, 2, &[""]),
        ("  padded  ", 10, 2, &["padded"]),
        // Case, and a word of capitals before one that is not.
        ("orderHistoryReader", 12, 2, &["orderHistory", "Reader"]),
        ("HTTPServer", 6, 2, &["HTTP", "Server"]),
        ("payment-service.eu-west-1", 16, 2, &["payment-service.", "eu-west-1"]),
        ("com.example.payments", 12, 2, &["com.example.", "payments"]),
        ("snake_case_name", 11, 2, &["snake_case_", "name"]),
        // A space is better than a seam inside of a word.
        ("the OrderService", 10, 3, &["the Order", "Service"]),
        ("an OrderLine", 10, 2, &["an", "OrderLine"]),
        // Numbers and versions are one word, as long as that costs nothing.
        ("Postgres 17.2", 10, 2, &["Postgres", "17.2"]),
        ("a\u{a0}b c", 4, 2, &["a\u{a0}b", "c"]),
        // One word that no line holds is torn before it is cut.
        ("abcdefghijklm", 10, 2, &["abcdefghij", "klm"]),
        ("abcdefghijklmnopqrstuvw", 10, 2, &["abcdefghi…"]),
    ];
    for (text, letters, lines, expected) in cases {
        assert_eq!(wrap(text, Font::Technology, *letters as f64 * 7.2 + 0.1, *lines), *expected, "{text}");
    }
}

#[test]
fn other_scripts_break_by_their_own_rules() {
    // Lines of so many em.
    let cases: &[(&str, f64, &[&str])] = &[
        ("注文管理サービス", 4.0, &["注文管理", "サービス"]),
        ("支払い。完了", 3.0, &["支払", "い。完", "了"]),
        ("订单API服务", 4.0, &["订单API", "服务"]),
        ("주문 관리 서비스", 5.0, &["주문 관리", "서비스"]),
    ];
    for (text, em, expected) in cases {
        assert_eq!(wrap(text, Font::Name, em * 14.0 + 0.1, 3), *expected, "{text}");
    }
    // No line begins with a small sign or a long vowel, and none ends with an opening bracket.
    for (text, em) in [("キュー処理", 2.0), ("キュー処理", 3.0), ("決済「確認」", 3.0), ("決済「確認」", 4.0)]
    {
        let lines = wrap(text, Font::Name, em * 14.0 + 0.1, 3);
        assert!(lines.iter().all(|line| !line.starts_with(['ー', 'ュ', '」']) && !line.ends_with('「')), "{lines:?}");
    }
    let thai = wrap("ระบบชำระเงินออนไลน์", Font::Name, 90.0, 3);
    assert_eq!(thai.concat(), "ระบบชำระเงินออนไลน์", "nothing of it is lost");
    assert!(thai.len() > 1 && thai.iter().all(|line| !line.starts_with(['ะ', 'า', 'ำ', '์', '้'])), "{thai:?}");
}

#[test]
fn what_is_drawn_as_one_is_as_wide_as_one() {
    let one = |text| width(text, Font::Name);
    assert!((one("e\u{301}") - one("e")).abs() < 0.01);
    assert!((one("👩‍👩‍👧‍👦") - one("👩")).abs() < 0.01, "a family is one picture");
    assert!((one("👍🏽") - one("👍")).abs() < 0.01, "so is a hand of some colour");
    assert!((one("🇨🇭🇯🇵") - 2.0 * one("👍")).abs() < 0.01, "and so is a flag");
    assert!(one("❤\u{fe0f}") > one("❤"), "in colour it is a square");
    assert!(one("नमस्ते") < 5.0 * 14.0, "signs over and below letters take no room");
}

#[test]
fn labels_take_three_lines_before_they_are_cut() {
    for (label, lines) in [
        ("reads", 1),
        ("publishes order events", 2),
        ("publishes every order that was paid to the topic of the warehouse", 3),
        ("Veröffentlicht Bestellungen, sobald sie bezahlt sind", 3),
    ] {
        let (found, plate) = edge_label(label).unwrap_or_default();
        assert_eq!(found.len(), lines, "{found:?}");
        assert!(!is_cut(label, &found), "{found:?}");
        assert!(plate.w <= 200.0 && plate.h <= 60.0, "{plate:?}");
    }
    for empty in ["", "  ", "\u{a0}"] {
        assert_eq!(edge_label(empty), None);
    }
    let (long, _) = edge_label(&"word ".repeat(60)).unwrap_or_default();
    assert!(long.len() == 3 && long[2].ends_with('…'), "{long:?}");
}

/// Letters, signs over letters, emoji of several, flags, scripts with conjuncts and without spaces.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z0-9/ ._-]{1,6}",
        "\\PC{1,3}",
        prop::sample::select(vec![
            "e\u{301}",
            "👩‍💻",
            "🇩🇪",
            "👍🏿",
            "क्ष",
            "กำ",
            "เมือง",
            "ம்",
            "한글",
            "ᄒ\u{1161}\u{11ab}",
            "✈\u{fe0f}",
            "1\u{fe0f}\u{20e3}",
            "注文。",
            "\u{200d}"
        ])
        .prop_map(str::to_owned),
    ];
    // A space that something is drawn onto is left out: at the ends of lines spaces go, with whatever they carry.
    let is_usual =
        |text: &String| text.graphemes(true).all(|letter| letter.trim() == letter || letter.trim().is_empty());
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat()).prop_filter("spaces are bare", is_usual)
}

proptest! {
    #[test]
    fn a_wrapped_text_never_exceeds_its_room(text in "[a-zA-Z/ .-]{0,60}", max in 30.0..300.0, lines in 1_usize..4) {
        for line in wrap(&text, Font::Name, max, lines) {
            prop_assert!(width(&line, Font::Name) <= max, "{line:?}");
        }
    }

    #[test]
    fn nothing_is_broken_or_cut_inside_of_a_letter(text in any_text(), max in 20.0..200.0, lines in 1_usize..4) {
        let bounds: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        let mut at = 0;
        for cluster in clusters(&text) {
            at += cluster.len();
            prop_assert!(bounds.contains(&at), "{cluster:?} of {text:?}");
        }
        prop_assert_eq!(at, text.len());
        let mut from = 0;
        for line in wrap(&text, Font::Name, max, lines) {
            let shown = line.strip_suffix('…').unwrap_or(&line);
            let start = from + text[from..].find(shown).unwrap_or_else(|| panic!("{shown:?} is not of {text:?}"));
            prop_assert!(shown.is_empty() || bounds.contains(&start), "{shown:?} of {text:?}");
            from = start + shown.len();
            prop_assert!(bounds.contains(&from), "{shown:?} of {text:?}");
        }
    }

    #[test]
    fn a_text_that_fits_is_left_alone(text in any_text()) {
        let room = width(&text, Font::Label);
        prop_assert_eq!(clip(&text, Font::Label, room), text);
    }
}

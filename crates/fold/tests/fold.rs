//! What a search takes for the same text, in any script, and the laws of that.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use vitrine_fold::{fold, fold_to};

#[test]
fn what_is_written_in_two_ways_is_one_text() {
    for (written, folded) in [
        // Case and accents of Latin, composed and decomposed.
        ("Redis", "redis"),
        ("Café", "cafe"),
        ("cafe\u{301}", "cafe"),
        ("ÿŸſžŽ", "yyszz"),
        ("Nguyễn Đặng", "nguyen dang"),
        ("Trần Hợp", "tran hop"),
        ("Tra\u{302}\u{300}n Ho\u{31b}\u{323}p", "tran hop"),
        ("Ngữ liệu đọc được", "ngu lieu doc duoc"),
        ("Ștefan Țurcanu ǎ ơ", "stefan turcanu a o"),
        ("Şehir Çağrı İstanbul ığdır", "sehir cagri istanbul igdir"),
        ("Łódź", "lodz"),
        ("Ærø Straße ŒUVRE ẞ", "aero strasse oeuvre ss"),
        ("Þórður Ŋ Ħ Ŧ Ɗ Ƙ", "thordur n h t d k"),
        // Case of other scripts.
        ("ΑΘΗΝΑΣ Ἀθῆναι ς", "αθηνασ αθηναι σ"),
        ("МОСКВА Ёлка Ґанок", "москва елка ґанок"),
        ("ՀԱՅԱՍՏԱՆ Երևան", "հայաստան երեւան"),
        ("ᲗᲑᲘᲚᲘᲡᲘ", "თბილისი"),
        ("ᎣᏏᏲ", "ꭳꮟ\u{13fa}"),
        ("𐐀𐐁 𞤀𞤁", "𐐨𐐩 𞤢𞤣"),
        // The same in other looks.
        ("ＡＰＩ　ｇａｔｅ", "api gate"),
        ("ﬁne ½ ™ Ⅷ", "fine 1/2 tm viii"),
        ("𝓡𝓾𝓼𝓽 ℕ ㎏", "rust n kg"),
        ("ﺳﻼﻡ", "سلام"),
        ("ｶﾞｲﾄﾞ", "か\u{3099}いと\u{3099}"),
        // Kana are one; voicing tells words apart.
        ("カメラ", "かめら"),
        ("ゲートウェイ", "け\u{3099}ーとうぇい"),
        ("パヷヾ", "は\u{309a}わ\u{3099}ゝ\u{3099}"),
        // Points and strokes that nobody has to write.
        ("שָׁלוֹם", "שלום"),
        ("בֵּית־סֵפֶר", "בית-ספר"),
        ("صה״ל ג׳", "صה\"ל ג'"),
        ("مُحَمَّد", "محمد"),
        ("الـــبحث", "البحث"),
        ("أحمد إيمان آدم", "احمد ايمان ادم"),
        ("ܫܠܳܡܳܐ", "ܫܠܡܐ"),
        // Signs without which it is another word.
        ("ค้นหา", "ค้นหา"),
        ("น้ำ", "น\u{e49}\u{e4d}า"),
        ("ຄົ້ນຫາ", "ຄົ້ນຫາ"),
        ("हिन्दी", "हिन्दी"),
        ("தமிழ்", "தமிழ்"),
        ("ស្វែងរក", "ស្វែងរក"),
        // Korean, by its letters.
        ("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"),
        // Typography, and what nobody sees.
        ("zero\u{200b}width\u{ad}s\u{feff}", "zerowidths"),
        ("می\u{200c}خواهم", "میخواهم"),
        ("don’t — “stop” «now»", "don't - \"stop\" \"now\""),
        ("a\u{a0}b\u{2003}c\u{3000}d", "a b c d"),
        ("♥\u{fe0f} 1\u{fe0f}\u{20e3}", "♥ 1"),
        ("日本語 ×÷", "日本語 ×÷"),
        ("搜索，引擎；検索、図", "搜索,引擎;検索,図"),
    ] {
        assert_eq!(fold(written), folded, "{written}");
    }
}

#[test]
fn other_sounds_and_signs_are_other_texts() {
    for (one, other) in [
        ("カ", "ガ"),
        ("は", "ぱ"),
        ("ば", "ぱ"),
        ("ヘ", "ベ"),
        ("กา", "กี"),
        ("ไก", "ไก่"),
        ("ປາ", "ປ່າ"),
        ("कल", "काल"),
        ("दिन", "दीन"),
        ("കല", "കാല"),
        ("က", "ကာ"),
        ("ត", "តា"),
        ("한", "안"),
    ] {
        assert_ne!(fold(one), fold(other), "{one} {other}");
    }
}

#[test]
fn every_mark_is_dropped_but_where_it_tells_words_apart() {
    // Blocks of scripts whose marks are letters, or as good as one, and of notations.
    let apart = |c: char| {
        matches!(c,
            // Thaana, N'Ko, Samaritan, Mandaic, India's and those of South East Asia, Mongolian and the like.
            '\u{780}'..='\u{7ff}' | '\u{800}'..='\u{85f}' | '\u{900}'..='\u{10ff}' | '\u{1700}'..='\u{1aaf}'
            | '\u{1b00}'..='\u{1cff}' | '\u{2d30}'..='\u{2d7f}' | '\u{3099}'..='\u{309a}' | '\u{a6a0}'..='\u{abff}'
            // Of later planes, all but Coptic, Arabic, Cyrillic and variations.
            | '\u{10000}'..='\u{102df}' | '\u{102e1}'..='\u{10efb}' | '\u{10f00}'..='\u{1e08e}' | '\u{1e090}'..='\u{1ffff}')
    };
    let kept = ('\0'..=char::MAX).filter(|c| is_combining_mark(*c) && !apart(*c) && !fold(&c.to_string()).is_empty());
    assert_eq!(kept.map(|c| format!("{:04X}", u32::from(c))).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn capitals_are_told_by_their_places() {
    for (text, folded, capitals) in [
        ("aB", "> ab", &[3][..]),
        ("éS\u{200b}ß", "> esss", &[3]),
        ("É", "> e", &[2]),
        ("ТиП", "> тип", &[2, 6]),
        ("ＴｙＳ日", "> tys日", &[2, 4]),
        ("a’B — ЖжЖ.C", "> a'b - жжж.c", &[4, 8, 12, 15]),
    ] {
        let (mut to, mut found) = ("> ".to_owned(), Vec::new());
        fold_to(text, &mut to, &mut found);
        assert_eq!((to.as_str(), found.as_slice()), (folded, capitals), "{text}");
    }
}

#[test]
fn every_character_folds_once_and_in_any_form_and_case() {
    // Capitals of what is no letter of its own: Greek's small iota; and letters of old prints that share a capital with another.
    let shares = |c: char| c == '\u{345}' || c.nfkd().any(|c| c == '\u{345}') || matches!(c, '\u{1c80}'..='\u{1c88}');
    for c in '\0'..=char::MAX {
        let text = c.to_string();
        let folded = fold(&text);
        let name = u32::from(c);
        assert_eq!(fold(&folded), folded, "U+{name:04X} again");
        assert_eq!(fold(&text.nfc().collect::<String>()), folded, "U+{name:04X} composed");
        assert_eq!(fold(&text.nfd().collect::<String>()), folded, "U+{name:04X} decomposed");
        assert_eq!(fold(&text.to_lowercase()), folded, "U+{name:04X} in lower case");
        assert!(shares(c) || fold(&text.to_uppercase()) == folded, "U+{name:04X} in upper case");
    }
}

/// Texts in many scripts, with what is folded, dropped and kept side by side.
fn any_text() -> impl Strategy<Value = String> {
    let of_scripts = prop_oneof![
        "[a-zA-ZÀ-ž .]{1,4}",
        "[Α-ωА-яԱ-ֆႠ-ჿ]{1,4}",
        "[א-ת\u{591}-\u{5c7}ء-ي\u{64b}-\u{65f}\u{640}]{1,4}",
        "[ก-๎ກ-ໝက-ဿក-៓]{1,4}",
        "[ऀ-ॿঀ-৿஀-௿]{1,4}",
        "[ぁ-ヿ一-三｡-ﾟ\u{3099}]{1,4}",
        "[가-힣ᄀ-ᇿ]{1,3}",
        "[\u{300}-\u{345}\u{34f}\u{ad}\u{200b}-\u{200f}]{1,3}",
        "[Ａ-ｚﬀ-ﬆ①-⑳]{1,3}",
        "\\PC{1,4}",
    ];
    prop::collection::vec(of_scripts, 0..8).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn folding_once_is_enough(text in any_text()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn every_normal_form_folds_alike(text in any_text()) {
        let folded = fold(&text);
        for form in [text.nfc().collect::<String>(), text.nfd().collect(), text.nfkc().collect(), text.nfkd().collect()] {
            prop_assert_eq!(fold(&form), &*folded, "{:?}", form);
        }
    }

    #[test]
    fn case_makes_no_difference(text in any_text()) {
        prop_assume!(!text.nfkd().any(|c| c == '\u{345}' || matches!(c, '\u{1c80}'..='\u{1c88}')));
        let folded = fold(&text);
        prop_assert_eq!(fold(&text.to_lowercase()), &*folded);
        prop_assert_eq!(fold(&text.to_uppercase()), &*folded);
    }

    #[test]
    fn capitals_stand_in_order_at_what_they_became(text in any_text()) {
        let (mut folded, mut capitals) = (String::new(), Vec::new());
        fold_to(&text, &mut folded, &mut capitals);
        prop_assert!(capitals.is_sorted(), "{:?}", capitals);
        prop_assert!(capitals.iter().all(|at| folded.is_char_boundary(*at)), "{:?}", capitals);
        prop_assert_eq!(folded, fold(&text));
    }

    #[test]
    fn parts_between_spaces_fold_on_their_own(parts in prop::collection::vec(any_text(), 0..4)) {
        let folded: Vec<String> = parts.iter().map(|part| fold(part)).collect();
        prop_assert_eq!(fold(&parts.join(" ")), folded.join(" "));
    }
}

//! What is found in texts of any script, with spaces between words or without.

use proptest::prelude::*;
use vitrine_lens::{Index, Query, Search};
use vitrine_model::{Gate, Portfolio, ProjectKind, read};

const PORTFOLIO: &str = r#"{
    "technologies": [
        { "id": "api", "name": "ＡＰＩ" },
        { "id": "go", "name": "Go", "aliases": ["囲碁", "golang"] },
        { "id": "pg", "name": "PostgreSQL", "aliases": ["ПостгресБаза"] }
    ],
    "projects": [
        { "id": "weave", "title": "織機", "summary": "数を織る全文検索エンジンの設計", "technologies": ["go"] },
        { "id": "thai", "title": "เอกสาร", "summary": "ระบบค้นหาเอกสาร" },
        { "id": "fw", "title": "ＡＰＩゲートウェイ", "summary": "全角の名前。", "technologies": ["api"] },
        { "id": "viet", "title": "Nguyễn Đặng", "summary": "Ngữ liệu đọc được." },
        { "id": "vietnfd", "title": "Tra\u0302\u0300n Ho\u031b\u0323p", "summary": "Te\u0302n kha\u0301c." },
        { "id": "roman", "title": "Ștefan Țurcanu ǎ ơ", "summary": "Straße in Łódź, Şişli" },
        { "id": "china", "title": "全文搜索引擎", "summary": "图书馆的文档，Rust写成" },
        { "id": "lao", "title": "ລະບົບຄົ້ນຫາເອກະສານ", "summary": "ແຜນທີ່" },
        { "id": "khmer", "title": "ប្រព័ន្ធស្វែងរកឯកសារ", "summary": "ផែនទី" },
        { "id": "burma", "title": "စာရွက်စာတမ်းရှာဖွေရေးစနစ်", "summary": "မြေပုံ" },
        { "id": "ivrit", "title": "מָנוֹעַ חִפּוּשׂ", "summary": "בית־ספר" },
        { "id": "arab", "title": "مُحَرِّك الـــبحث", "summary": "أدوات" },
        { "id": "hindi", "title": "खोज इंजन", "summary": "दिन और दीन" },
        { "id": "korea", "title": "전문 검색 엔진", "summary": "문서를 찾습니다" },
        { "id": "greek", "title": "Μηχανή ΑΝΑΖΉΤΗΣΗΣ", "summary": "Ὀδυσσεύς" },
        { "id": "russia", "title": "ПОИСК чертёжей", "summary": "ТипСкрипт и ещё", "technologies": ["pg"] }
    ]
}"#;

fn portfolio() -> Portfolio {
    read(PORTFOLIO, &Gate { parse: |_| None }).expect("a portfolio").value
}

#[test]
fn words_are_found_in_any_script() {
    let portfolio = portfolio();
    let index = Index::new(&portfolio);
    for (text, found) in [
        // Inside of text without spaces: Japanese, Chinese, Thai, Lao, Khmer, Burmese.
        ("検索", &["weave"][..]),
        ("エンジン", &["weave"]),
        ("全文", &["china", "weave"]),
        ("検索 設計", &["weave"]),
        ("検索、設計", &["weave"]),
        ("索検", &[]),
        ("引擎", &["china"]),
        ("文档", &["china"]),
        ("写成", &["china"]),
        ("ค้นหา", &["thai"]),
        ("สาร", &["thai"]),
        ("คนหา", &[]),
        ("ຄົ້ນຫາ", &["lao"]),
        ("ສານ", &["lao"]),
        ("ស្វែងរក", &["khmer"]),
        ("ရှာဖွေ", &["burma"]),
        // Where such text ends a word begins as ever.
        ("rust", &["china"]),
        ("ust", &[]),
        ("囲碁", &["weave"]),
        // Hiragana and Katakana are one, voiced or not are two.
        ("えんじん", &["weave"]),
        ("げーとうぇい", &["fw"]),
        ("ｹﾞｰﾄ", &["fw"]),
        ("エンシン", &[]),
        ("ケート", &[]),
        ("エンシ", &[]),
        // Full width.
        ("api", &["fw"]),
        ("ＡＰＩ", &["fw"]),
        ("ｗｅａｖｅ", &["weave"]),
        ("ＧＯＬＡＮＧ", &["weave"]),
        // Accents, composed and decomposed.
        ("nguyen dang", &["viet"]),
        ("NGUYỄN ĐẶNG", &["viet"]),
        ("Nguye\u{302}\u{303}n", &["viet"]),
        ("tran hop", &["vietnfd"]),
        ("Trần Hợp", &["vietnfd"]),
        ("khac", &["vietnfd"]),
        ("stefan turcanu", &["roman"]),
        ("Ştefan Ţurcanu", &["roman"]),
        ("ǎ ơ", &["roman"]),
        ("STRASSE lodz sisli", &["roman"]),
        // Points, harakat and strokes.
        ("מנוע", &["ivrit"]),
        ("חִפּוּשׂ", &["ivrit"]),
        ("ספר", &["ivrit"]),
        ("محرك", &["arab"]),
        ("البحث", &["arab"]),
        ("ادوات", &["arab"]),
        // Vowel signs stay.
        ("दिन", &["hindi"]),
        ("दुन", &[]),
        ("इंजन", &["hindi"]),
        // Korean has spaces, and a syllable is typed letter by letter.
        ("검색", &["korea"]),
        ("거", &["korea"]),
        ("ㄱ", &["korea"]),
        ("색", &[]),
        // Case of every script, also within a word.
        ("αναζητησης", &["greek"]),
        ("ΟΔΥΣΣΕΥΣ", &["greek"]),
        ("поиск", &["russia"]),
        ("ЧЕРТЕЖ", &["russia"]),
        ("скрипт", &["russia"]),
        ("крипт", &[]),
        // Ids and aliases.
        ("vietnfd", &["vietnfd"]),
        ("golang", &["weave"]),
        ("pg", &["russia"]),
        ("sql", &["russia"]),
        ("база", &["russia"]),
    ] {
        let query = Query { text: text.to_owned(), ..Query::default() };
        let hits = index.search(&query, &[ProjectKind::Project]);
        let ids: Vec<&str> = hits.into_iter().map(|at| &*portfolio.projects[at].id).collect();
        assert_eq!(ids, found, "{text}");
    }
}

#[test]
fn an_address_names_technologies_in_any_script() {
    let portfolio = portfolio();
    for (tech, id) in [("ａｐｉ", "api"), ("Api", "api"), ("囲碁", "go"), ("ПОСТГРЕСБАЗА", "pg")] {
        let query = Query::from_params(Some(tech), None, &portfolio);
        let ids: Vec<&str> = query.technologies.iter().map(|id| &*portfolio.technology(*id).id).collect();
        assert_eq!(ids, [id], "{tech}");
    }
}

#[test]
fn a_query_of_what_nobody_sees_asks_for_nothing() {
    for (text, is_empty) in
        [("\u{200b} \u{ad}", true), ("，、；", true), ("´", true), ("“ ”", true), ("が", false), ("्", false)]
    {
        assert_eq!(Query { text: text.to_owned(), ..Query::default() }.is_empty(), is_empty, "{text:?}");
    }
}

/// What readers take for one letter, of many scripts, composed and decomposed.
const LETTERS: [&str; 40] = [
    "a",
    "B",
    "z",
    "7",
    "é",
    "e\u{301}",
    "ễ",
    "e\u{302}\u{303}",
    "Đ",
    "ß",
    "ﬁ",
    "Ｔ",
    "ș",
    "ơ\u{323}",
    "Σ",
    "ς",
    "ή",
    "Й",
    "и\u{306}",
    "ё",
    "א\u{5b8}",
    "ש\u{5c1}",
    "م\u{64f}",
    "ا\u{640}",
    "أ",
    "か",
    "ガ",
    "カ\u{3099}",
    "ﾊﾟ",
    "検",
    "索",
    "引",
    "ค\u{e49}",
    "หา",
    "น้ำ",
    "ເ",
    "हि",
    "न\u{94d}दी",
    "한",
    "\u{1100}\u{1161}",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn every_word_is_found_by_each_of_its_beginnings(
        words in prop::collection::vec(prop::collection::vec(prop::sample::select(&LETTERS[..]), 1..8), 1..5),
        between in prop::sample::select(&[" ", ", ", "-", "/", "。", " · "][..]),
    ) {
        let text = words.iter().map(|word| word.concat()).collect::<Vec<_>>().join(between);
        let mut search = Search::default();
        search.push(&["other", &text]);
        for word in &words {
            for end in 1..=word.len() {
                let beginning = word[..end].concat();
                for typed in [beginning.to_lowercase(), beginning.to_uppercase(), beginning] {
                    prop_assert_eq!(search.find(&typed), [0], "{:?} in {:?}", typed, text);
                }
            }
        }
    }

    #[test]
    fn words_without_spaces_are_found_wherever_they_are(
        before in "[一-龠ก-ฮぁ-おa-z]{0,6}", word in "[一-龠ก-ฮな-の]{1,4}", after in "[一-龠ก-ฮA-Z]{0,6}",
    ) {
        let mut search = Search::default();
        search.push(&[&[&*before, &word, &after].concat()]);
        prop_assert_eq!(search.find(&word), [0]);
    }
}

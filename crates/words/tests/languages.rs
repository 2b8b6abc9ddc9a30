//! The files of all languages: each says everything, in the forms and slots that it has.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use vitrine_words::{Form, LANGUAGES, MESSAGES, Words, messages};

fn nothing() -> Map<String, Value> {
    Map::new()
}

fn file(language: &str) -> Map<String, Value> {
    let path = format!("{}/languages/{language}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The keys of a file, in its order.
fn keys(language: &str) -> Vec<String> {
    let path = format!("{}/languages/{language}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a file");
    text.lines()
        .filter_map(|line| Some(line.trim_start().strip_prefix('"')?.split_once("\": ")?.0.to_owned()))
        .collect()
}

#[test]
fn each_language_says_everything_in_the_order_of_english() {
    let english = keys("en");
    assert_eq!(english, MESSAGES.iter().map(|message| message.key).collect::<Vec<_>>());
    for language in LANGUAGES {
        let own = keys(language);
        if own.len() < english.len()
            && language.contains('-')
            && LANGUAGES.contains(&language.split('-').next().unwrap_or_default())
        {
            assert!(own.iter().all(|key| english.contains(key)), "{language}");
            continue;
        }
        assert_eq!(own, english, "{language}");
    }
}

#[test]
fn each_message_can_be_said() {
    for language in LANGUAGES {
        // As if an author had written it, so that what is wrong is told.
        let (_, faults) = Words::of(language, &file(language));
        assert_eq!(faults, [], "{language}");
    }
}

#[test]
fn plural_forms_are_those_of_the_language() {
    for (language, categories) in [
        ("en", &["one", "other"][..]),
        ("de", &["one", "other"]),
        ("fr", &["one", "many", "other"]),
        ("es", &["one", "many", "other"]),
        ("pt-BR", &["one", "many", "other"]),
        ("hi", &["one", "other"]),
        ("ja", &["other"]),
        ("zh-Hans", &["other"]),
        ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ] {
        for (key, message) in file(language) {
            let Value::Object(forms) = message else { continue };
            assert!(forms.contains_key("other"), "{language}: {key}");
            for form in forms.keys() {
                assert!(categories.contains(&form.as_str()), "{language}: {key} has {form}");
            }
        }
    }
}

#[test]
fn every_slot_of_a_sentence_is_filled_in_every_language() {
    let slots = |text: &str| -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0.to_owned())).collect()
    };
    for language in LANGUAGES {
        for message in MESSAGES.iter().filter(|message| !matches!(message.form, Form::List(_))) {
            let all: Map<String, Value> =
                messages(language).into_iter().map(|(key, message)| (key.to_owned(), message)).collect();
            let text = match &all[message.key] {
                Value::Object(forms) => forms["other"].as_str(),
                text => text.as_str(),
            };
            let expected: BTreeSet<String> = message.slots.iter().map(|slot| (*slot).to_owned()).collect();
            assert_eq!(slots(text.unwrap_or_default()), expected, "{language}: {}", message.key);
        }
    }
}

#[test]
fn the_closest_language_is_spoken() {
    let spoken = |tag: &str| Words::of(tag, &nothing()).0.filter_search();
    for (tag, like) in [
        ("en", "en"),
        ("en-GB", "en"),
        ("EN-us", "en"),
        ("de-AT", "de"),
        ("pt", "pt-BR"),
        ("pt-PT", "pt-BR"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hans-SG", "zh-Hans"),
        ("ar-EG", "ar"),
        // Of these there are no words.
        ("zh-TW", "en"),
        ("zh-Hant-HK", "en"),
        ("hi-Latn", "en"),
        ("pl", "en"),
        ("x", "en"),
        ("", "en"),
    ] {
        assert_eq!(spoken(tag), spoken(like), "{tag}");
    }
    assert_eq!(Words::of("en-US", &nothing()).0.page_scheme(), "Color scheme");
    assert_eq!(Words::of("en-GB", &nothing()).0.page_scheme(), "Colour scheme");
}

#[test]
fn directions_are_those_of_the_script() {
    for (tag, rtl) in [
        ("ar", true),
        ("he-IL", true),
        ("fa", true),
        ("ur", true),
        ("ckb", true),
        ("az-Arab", true),
        ("ar-XB", true),
        ("ar-Latn", false),
        ("pa-Guru", false),
        ("de", false),
        ("ja", false),
    ] {
        assert_eq!(Words::of(tag, &nothing()).0.is_rtl(), rtl, "{tag}");
    }
}

#[test]
fn words_of_ones_own_come_first_and_what_is_wrong_with_them_is_told() {
    let own = |json: &str| -> Map<String, Value> { serde_json::from_str(json).expect("an object") };
    let (words, faults) = Words::of(
        "de",
        &own(r#"{"filter.clear": "Alles zeigen", "site.projects": {"one": "{count} Ding", "other": "{count} Dinge"}}"#),
    );
    assert_eq!(faults, []);
    assert_eq!(
        (words.filter_clear(), words.site_projects(1), words.site_projects(1234)),
        ("Alles zeigen", "1 Ding".to_owned(), "1.234 Dinge".to_owned())
    );
    assert_eq!(words.filter_search(), Words::of("de", &nothing()).0.filter_search(), "the rest stays");
    for (json, said) in [
        (r#"{"filter.claer": "x"}"#, "filter.claer: pages have no message of this name"),
        (r#"{"filter.clear": ["x"]}"#, "filter.clear: write a text"),
        (r#"{"filter.clear": "{x}"}"#, "filter.clear: there is nothing to stand for {x}; the message takes nothing"),
        (
            r#"{"page.no_project": "{name}"}"#,
            "page.no_project: there is nothing to stand for {name}; the message takes {id}",
        ),
        (r#"{"site.projects": {"single": "x", "other": "y"}}"#, r#"site.projects: "single" is no plural form"#),
        (r#"{"site.projects": {"one": "x"}}"#, "site.projects: write an object with a text for each plural form"),
        (r#"{"date.months": ["x"]}"#, "date.months: write a list of 12 texts"),
        (r#"{"filter.clear": "a | b"}"#, "filter.clear: a message can't hold"),
        (r#"{"filter.clear": "<b>"}"#, "filter.clear: a message can't hold"),
    ] {
        let (words, faults) = Words::of("en", &own(json));
        let faults: Vec<String> = faults.iter().map(|(key, fault)| format!("{key}: {fault}")).collect();
        assert!(faults.len() == 1 && faults[0].starts_with(said), "{json}: {faults:?}");
        assert_eq!(words.filter_clear(), "Clear filters", "{json}: English stands for it");
    }
}

#[test]
fn a_page_reads_what_was_written_for_it() {
    for language in LANGUAGES.iter().chain(&["en-XA", "ar-XB"]) {
        let words = Words::of(language, &nothing()).0;
        let read = Words::read(words.lines());
        for count in [0, 1, 2, 3, 11, 21, 100, 101, 102, 1_000_000] {
            assert_eq!(read.diagram_parts(count), words.diagram_parts(count), "{language}: {count}");
        }
        assert_eq!(read.date_months(11), words.date_months(11));
        assert_eq!(read.step_otherwise_bare(), words.step_otherwise_bare());
        assert_eq!(read.site_article(), "", "what only files beside pages say is not in pages");
    }
}

#[test]
fn pseudo_languages_are_longer_and_keep_their_slots() {
    let accented = Words::of("en-XA", &nothing()).0;
    assert_eq!(accented.filter_clear(), "[Çlééååår fîîltéérš]".replace("ååå", "åå"));
    assert_eq!(accented.filter_without("Rust", 3), "[Wîîthööûût Rust: 3]");
    let mirrored = Words::of("ar-XB", &nothing()).0;
    assert!(mirrored.filter_clear().chars().all(|c| c == ' ' || ('\u{5d0}'..='\u{5ea}').contains(&c)));
    assert!(mirrored.is_rtl());
}

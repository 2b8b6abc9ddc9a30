//! What becomes of a portfolio that something is imported into.

use proptest::prelude::*;
use vitrine_import::merge::{base, merge};
use vitrine_import::{Value, read_lenient, read_strict};

fn json(text: &str) -> Value {
    read_strict(text, "it").unwrap()
}

fn held(text: &str) -> Value {
    read_lenient(text, "it").unwrap().0
}

/// Merges, and says what comes out and which places are told of.
#[track_caller]
fn check(file: &str, before: Option<&str>, offered: &str, expected: &str, told: &[&str]) {
    let merged = merge(file, before.map(json).as_ref(), &json(offered)).unwrap();
    assert_eq!(merged.text, expected);
    let places: Vec<&str> = merged.conflicts.iter().map(|conflict| conflict.place.as_str()).collect();
    assert_eq!(places, told);
}

#[test]
fn what_was_edited_by_hand_wins_and_what_is_new_is_added() {
    for (name, file, before, offered, expected, told) in [
        ("nothing changes", "{\"a\": 1}", Some("{\"a\": 1}"), "{\"a\": 1}", "{\"a\": 1}", &[][..]),
        ("the source changed", "{ \"a\": 1 } // x", Some("{\"a\": 1}"), "{\"a\": 2}", "{ \"a\": 2 } // x", &[]),
        ("the author changed", "{ \"a\": 3 }", Some("{\"a\": 1}"), "{\"a\": 1}", "{ \"a\": 3 }", &[]),
        ("both changed", "{ \"a\": 3 }", Some("{\"a\": 1}"), "{\"a\": 2}", "{ \"a\": 3 }", &["a"]),
        ("nothing is known of the last import", "{ \"a\": 3 }", None, "{\"a\": 2}", "{ \"a\": 3 }", &["a"]),
        ("the author took it out", "{}", Some("{\"a\": 1}"), "{\"a\": 2}", "{}", &[]),
        ("the source has it no more", "{ \"a\": 1 }", Some("{\"a\": 1}"), "{}", "{ \"a\": 1 }", &[]),
        (
            "a text for a list",
            "{ \"awards\": \"Ada\" }",
            None,
            "{\"awards\": [{\"title\": \"Ada\"}]}",
            "{ \"awards\": \"Ada\" }",
            &[],
        ),
        (
            "words of the source",
            "{ \"about\": [\"One.\", \"Two.\"] }",
            Some("{\"about\": [\"One.\", \"Two.\"]}"),
            "{\"about\": [\"One.\", \"Three.\"]}",
            "{ \"about\": [\"One.\", \"Three.\"] }",
            &[],
        ),
        (
            "words of the author, and a new one",
            "{ \"about\": [\"Mine.\", \"Two.\"] }",
            Some("{\"about\": [\"One.\", \"Two.\"]}"),
            "{\"about\": [\"One.\", \"Two.\", \"Three.\"]}",
            "{ \"about\": [\"Mine.\", \"Two.\", \"Three.\"] }",
            &[],
        ),
        (
            "words of the author alone",
            "{ \"about\": [\"Mine.\"] }",
            None,
            "{\"about\": [\"One.\"]}",
            "{ \"about\": [\"Mine.\"] }",
            &["about"],
        ),
    ] {
        println!("{name}");
        check(file, before, offered, expected, told);
    }
}

#[test]
fn what_the_author_has_taken_out_stays_out_and_is_told() {
    let before =
        r#"{"contact": "a@example.org", "awards": [{"title": "Medal"}, {"title": "Cup"}], "profile": {"name": "Ada"}}"#;
    let offered = r#"{"contact": "a@example.org", "awards": [{"title": "Medal"}, {"title": "Cup", "date": "2020"}, {"title": "Star"}], "profile": {"name": "Ada"}}"#;
    let file = r#"{ "awards": [{ "title": "Medal" }], "profile": { "name": "Ada" } }"#;
    let merged = merge(file, Some(&json(before)), &json(offered)).unwrap();
    assert_eq!(
        merged.text,
        r#"{ "awards": [{ "title": "Medal" }, { "title": "Star" }], "profile": { "name": "Ada" } }"#
    );
    assert_eq!(merged.absent, ["contact", "awards[Cup]"]);
}

#[test]
fn entries_are_known_by_what_they_are_called() {
    let before = r#"{"experience": [{"name": "Acme", "roles": [{"title": "Engineer", "start": "2020"}]}], "awards": [{"title": "Medal"}]}"#;
    let offered = r#"{"experience": [
        {"name": "Beta", "roles": [{"title": "Lead", "start": "2024"}]},
        {"name": "Acme", "url": "https://acme.example", "roles": [{"title": "Principal", "start": "2022"}, {"title": "Engineer", "start": "2020", "end": "2022"}]}],
        "awards": [{"title": "Medal"}, {"title": "Cup", "date": "2024"}]}"#;
    let file = r#"{
    "experience": [
        // The best years.
        {
            "name": "ACME",
            "roles": [
                { "title": "Engineer", "start": "2020", "summary": "Mine." } // kept
            ]
        },
        { "name": "Own" }
    ],
    "awards": [],
}
"#;
    let expected = r#"{
    "experience": [
        {
            "name": "Beta",
            "roles": [
                { "title": "Lead", "start": "2024" }
            ]
        },
        // The best years.
        {
            "name": "ACME",
            "roles": [
                { "title": "Principal", "start": "2022" },
                { "title": "Engineer", "start": "2020", "summary": "Mine.", "end": "2022" } // kept
            ],
            "url": "https://acme.example"
        },
        { "name": "Own" }
    ],
    "awards": [{ "title": "Cup", "date": "2024" }],
}
"#;
    check(file, Some(before), offered, expected, &[]);
}

#[test]
fn a_role_that_got_another_title_is_the_same_role() {
    let role = |title: &str| {
        format!(r#"{{"experience": [{{"name": "Acme", "roles": [{{"title": "{title}", "start": "2020-01"}}]}}]}}"#)
    };
    check(&role("Senior"), Some(&role("Senior")), &role("Lead"), &role("Lead"), &[]);
    check(&role("Principal"), Some(&role("Senior")), &role("Senior"), &role("Principal"), &[]);
}

#[test]
fn the_only_role_may_stand_in_the_employer() {
    let offered =
        r#"{"experience": [{"name": "Acme", "roles": [{"title": "Engineer", "start": "2020", "summary": "New."}]}]}"#;
    let file = r#"{ "experience": [{ "name": "Acme", "title": "Engineer", "start": "2020" }] }"#;
    let expected = r#"{ "experience": [{ "name": "Acme", "title": "Engineer", "start": "2020", "summary": "New." }] }"#;
    check(file, None, offered, expected, &[]);
}

#[test]
fn two_of_one_name_stay_two() {
    let offered = r#"{"education": [{"title": "BSc", "by": "A"}, {"title": "BSc", "by": "B"}]}"#;
    let merged = merge("{}", None, &json(offered)).unwrap().text;
    assert_eq!(held(&merged), json(offered));
    assert_eq!(merge(&merged, None, &json(offered)).unwrap().text, merged);
}

#[test]
fn the_layout_of_the_file_stays() {
    let offered = r#"{"languages": [{"title": "Latin"}], "projects": [{"title": "Loom", "lessons": ["One"], "impact": {"points": ["Two"]}}]}"#;
    let file = "\u{feff}{\r\n\t\"a\": 1 // one\r\n}\r\n";
    let merged = merge(file, None, &json(offered)).unwrap().text;
    let expected = "\u{feff}{\r\n\t\"a\": 1, // one\r\n\t\"languages\": [\r\n\t\t{ \"title\": \"Latin\" }\r\n\t],\r\n\t\"projects\": [\r\n\t\t{\r\n\t\t\t\"title\": \"Loom\",\r\n\t\t\t\"lessons\": [\"One\"],\r\n\t\t\t\"impact\": {\r\n\t\t\t\t\"points\": [\"Two\"]\r\n\t\t\t}\r\n\t\t}\r\n\t]\r\n}\r\n";
    assert_eq!(merged, expected);
}

#[test]
fn counts_of_one_source_are_not_mixed_with_those_of_another() {
    let of = |source: &str, taken: &str, count: u32| {
        format!(
            r#"{{ "contributions": {{ "source": "{source}", "taken": "{taken}", "days": [{{ "date": "2024-01-0{count}", "count": {count} }}] }} }}"#
        )
    };
    let (github, git) = (of("GitHub", "2024-01-05", 3), of("Commits in loom", "2024-02-05", 4));
    check(&github, None, &git, &github, &["contributions"]);
    check(&github, Some(&git), &of("Commits in loom", "2024-03-05", 5), &github, &["contributions"]);
    // Its author may call the source something else.
    let own = of("My year", "2024-01-05", 3);
    let merged = merge(&own, Some(&json(&github)), &json(&of("GitHub", "2024-03-05", 5))).unwrap();
    let days = held(&merged.text);
    assert_eq!(days.at(&["contributions", "days"]).unwrap().entries().len(), 2);
    assert_eq!(days.at(&["contributions", "taken"]).and_then(Value::text), Some("2024-03-05"));
    assert_eq!(days.at(&["contributions", "source"]).and_then(Value::text), Some("My year"));
}

#[test]
fn many_new_entries_are_added_at_once() {
    let days = |from: u32, to: u32| {
        let day = |day| format!("{{\"date\": \"2024-{:02}-{:02}\", \"count\": {day}}}", day / 28 + 1, day % 28 + 1);
        format!(
            "{{\"contributions\": {{\"taken\": \"2025\", \"days\": [{}]}}}}",
            (from..to).map(day).collect::<Vec<_>>().join(", ")
        )
    };
    let merged = merge(&days(100, 110), Some(&json(&days(100, 110))), &json(&days(0, 300))).unwrap();
    assert_eq!(held(&merged.text), json(&days(0, 300)));
}

#[test]
fn no_word_of_the_source_is_taken_for_something_else() {
    let offered = r#"{"a": ["new-value-0-", "new-value-1-"], "b": {"c": "\u0001\u2028"}}"#;
    assert_eq!(held(&merge("{}", None, &json(offered)).unwrap().text), json(offered));
}

#[test]
fn what_is_no_portfolio_is_left_alone() {
    for file in ["", "[]", "{\"a\": }", "{'a': 1}", &["{\"a\": ", &"[".repeat(9_000)].concat()] {
        let error = merge(file, None, &json("{\"a\": 1}")).unwrap_err().to_string();
        assert!(error.contains("vitrine check"), "{file}: {error}");
    }
}

#[test]
fn what_an_earlier_import_had_stays_known() {
    let one = json(r#"{"diagrams": [{"id": "a", "name": "A"}], "profile": {"name": "x"}}"#);
    let two = json(r#"{"diagrams": [{"id": "b", "name": "B"}]}"#);
    let known = base(Some(&one), &two);
    assert_eq!(
        known,
        json(r#"{"diagrams": [{"id": "b", "name": "B"}, {"id": "a", "name": "A"}], "profile": {"name": "x"}}"#)
    );
    assert_eq!(base(Some(&known), &two), known);
}

/// A portfolio of a few names, so that two of them have much in common.
fn portfolios() -> impl Strategy<Value = Value> {
    let word =
        || prop::sample::select(vec!["Ada", "Loom", "Engine", "ada", "Café", "日本", "a \"b\" \\ c", "// no", "x\ny"]);
    let words = move || prop::collection::vec(word(), 0..4).prop_map(|words| words.into_iter().collect::<Value>());
    let role = move || {
        (word(), word(), prop::option::of(word()), words()).prop_map(|(title, start, end, points)| {
            Value::object([
                ("title", title.into()),
                ("start", start.into()),
                ("end", end.into()),
                ("achievements", points),
            ])
        })
    };
    let roles = prop::collection::vec(role(), 0..3);
    let employer = (word(), prop::option::of(word()), roles).prop_map(|(name, url, roles)| {
        Value::object([("name", name.into()), ("url", url.into()), ("roles", Value::List(roles))])
    });
    let record = (word(), prop::option::of(word()), prop::option::of(word())).prop_map(|(title, by, text)| {
        Value::object([("title", title.into()), ("by", by.into()), ("text", text.into())])
    });
    let profile = (word(), prop::option::of(word()), words()).prop_map(|(name, headline, about)| {
        Value::object([("name", name.into()), ("headline", headline.into()), ("about", about)])
    });
    (profile, prop::collection::vec(employer, 0..4), prop::collection::vec(record, 0..4)).prop_map(
        |(profile, work, awards)| {
            Value::object([("profile", profile), ("experience", Value::List(work)), ("awards", Value::List(awards))])
        },
    )
}

/// A text with a comment of its own at the end of every line, and how many these are.
fn commented(value: &Value) -> (String, usize) {
    let file = value.file();
    let lines = file.lines().enumerate().map(|(number, line)| format!("{line} // comment {number}\n"));
    (lines.collect(), file.lines().count())
}

/// Every text at the end of a path.
fn leaves(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    found.extend(value.text().map(str::to_owned));
    value
        .entries()
        .iter()
        .chain(value.properties().iter().map(|(_, value)| value))
        .for_each(|inner| found.extend(leaves(inner)));
    found
}

/// Whether two entries of a list have one name.
fn has_namesakes(value: &Value) -> bool {
    match value {
        Value::List(entries) => {
            let name = |entry: &Value| match ["id", "name", "title"].iter().find_map(|key| entry.get(key)) {
                Some(Value::Text(name)) => Some(name.to_lowercase()),
                _ => None,
            };
            let mut names: Vec<String> = entries.iter().filter_map(name).collect();
            let count = names.len();
            names.sort();
            names.dedup();
            names.len() < count || entries.iter().any(has_namesakes)
        }
        Value::Object(properties) => properties.iter().any(|(_, value)| has_namesakes(value)),
        _ => false,
    }
}

proptest! {
    #[test]
    fn the_same_import_twice_changes_nothing(file in portfolios(), before in prop::option::of(portfolios()), offered in portfolios()) {
        let once = merge(&file.file(), before.as_ref(), &offered).unwrap().text;
        let known = base(before.as_ref(), &offered);
        let again = merge(&once, Some(&known), &offered).unwrap();
        prop_assert_eq!(&again.text, &once);
        prop_assert!(again.conflicts.is_empty());
        // Without a base nobody knows which of two of one name is meant.
        if !has_namesakes(&offered) {
            let unknown = merge(&once, None, &offered).unwrap().text;
            let twice = merge(&unknown, None, &offered).unwrap().text;
            prop_assert_eq!(twice, unknown);
        }
    }

    #[test]
    fn comments_stay_and_the_text_stays_json(file in portfolios(), before in portfolios(), offered in portfolios()) {
        let (text, count) = commented(&file);
        for before in [None, Some(&before), Some(&file)] {
            let merged = merge(&text, before, &offered).unwrap().text;
            held(&merged);
            for number in 0..count {
                prop_assert!(merged.contains(&format!("// comment {number}\n")), "{number} of\n{merged}");
            }
        }
    }

    #[test]
    fn a_field_that_was_edited_by_hand_survives(before in portfolios(), offered in portfolios()) {
        // The author has put a word of their own behind everything.
        fn edited(value: &Value) -> Value {
            match value {
                Value::Text(text) => (text.clone() + " by hand").into(),
                Value::List(entries) => entries.iter().map(edited).collect(),
                Value::Object(properties) => Value::Object(properties.iter().map(|(name, value)| (name.clone(), edited(value))).collect()),
                other => other.clone(),
            }
        }
        let file = edited(&before);
        for before in [None, Some(&before)] {
            let merged = held(&merge(&file.file(), before, &offered).unwrap().text);
            let there = leaves(&merged);
            for leaf in leaves(&file) {
                prop_assert!(there.contains(&leaf), "{leaf:?} is gone from {merged}");
            }
        }
    }

    #[test]
    fn without_an_author_the_source_is_followed(before in portfolios(), offered in portfolios()) {
        let merged = held(&merge(&before.file(), Some(&before), &offered).unwrap().text);
        for (name, value) in offered.get("profile").unwrap().properties() {
            prop_assert_eq!(merged.at(&["profile", name]), Some(value));
        }
    }
}

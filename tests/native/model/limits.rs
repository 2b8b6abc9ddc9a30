//! Files that are no portfolio, and portfolios that are too much.

use std::time::{Duration, Instant};

use vitrine::model::{Gate, MAX_BYTES, Problem, ReadError, read, read_diagram};

use super::{full, reading, report, sound};

fn refusal(text: &str) -> String {
    read(text, &Gate::native()).map(|reading| report(&reading)).expect_err("nothing to keep").to_string()
}

#[test]
fn a_file_that_is_no_object_says_why() {
    for (text, reason) in [
        ("", "the file is empty"),
        (" \u{feff}\n", "the file is not JSON: expected value at line 1, column 2"),
        ("\u{feff}  \n", "the file is empty"),
        ("[]", "the file must hold one JSON object, and it holds a list"),
        ("5", "the file must hold one JSON object, and it holds the number 5"),
        ("\"a\"", "the file must hold one JSON object, and it holds the text \"a\""),
        ("null", "the file must hold one JSON object, and it holds null"),
        ("<!doctype html><title>404</title>", "this is a web page, not a JSON file"),
        ("{\n  \"a\": 1,\n}", "the file is not JSON: trailing comma at line 3, column 1"),
        ("{\"a\": 1} x", "the file is not JSON: trailing characters at line 1, column 10"),
        ("{\"a\": [", "the file stops too early, at line 1, column 7"),
    ] {
        assert_eq!(refusal(text), reason, "{text:?}");
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused_and_named_so() {
    let text = full().trim_end();
    for percent in 1..100 {
        let mut end = text.len() * percent / 100;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let error = read(&text[..end], &Gate::native()).expect_err("cut off");
        assert!(matches!(error, ReadError::Truncated { .. }), "{percent} %: {error}");
    }
}

#[test]
fn nesting_is_limited_and_never_overflows_the_stack() {
    let nested = |depth: usize| format!("{{\"a\": {}{}}}", "[".repeat(depth - 1), "]".repeat(depth - 1));
    assert!(report(&reading(&nested(127))).contains("a: unknown property"));
    for depth in [128, 129, 10_000, 1_000_000] {
        let error = read(&nested(depth), &Gate::native()).expect_err("too deep");
        assert!(matches!(error, ReadError::TooDeep { line: 1, .. }), "{depth}: {error}");
    }
    assert!(matches!(read(&"[".repeat(10_000), &Gate::native()), Err(ReadError::TooDeep { .. })));
}

#[test]
fn a_file_above_the_limit_is_not_even_parsed() {
    let of = |bytes: usize| format!("{{\"a\": \"{}\"}}", "x".repeat(bytes - 9));
    assert!(read(&of(MAX_BYTES), &Gate::native()).is_ok());
    assert_eq!(refusal(&of(MAX_BYTES + 1)), "the file has 5000001 bytes, and 5000000 are allowed");
}

#[test]
fn numbers_and_letters_that_have_no_value_lose_only_their_place() {
    let text = r#"{"profile": {"name": "Ada \ud800"}, "metrics": [{"value": 1e999, "label": "a"}, {"value": -0, "label": "b"},
        {"value": 9007199254740993, "label": "c"}, {"value": "NaN", "label": "d"}, {"value": 1e16, "label": "e"}],
        "skills": {"radar": {"max": -1e999, "axes": []}}}"#;
    let reading = reading(text);
    let values: Vec<&str> = reading.value.metrics.iter().map(|metric| metric.value.as_str()).collect();
    assert_eq!(values, ["0", "NaN"]);
    assert_eq!(reading.value.profile.name, "Ada \u{fffd}");
    assert!(report(&reading).contains("skills.radar.max: expected a number, found the text \"-1e999\""));
}

/// Quadratic work would take minutes here, even on a slow machine.
#[track_caller]
fn soon(text: &str) -> String {
    let start = Instant::now();
    let report = report(&reading(text));
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    report
}

#[test]
fn ten_thousand_bad_entries_take_no_longer_than_good_ones() {
    let many = |entry: &dyn Fn(usize) -> String| (0..10_000).map(entry).collect::<Vec<_>>().join(",");
    let bad = many(&|n| format!("{{\"id\": [{n}], \"titel\": 5, \"technologies\": [\"t{n}x\"], \"role\": 5}}"));
    let technologies = many(&|n| format!("{{\"id\": \"t{n}\", \"name\": \"T {n}\"}}"));
    let unknown = many(&|n| format!("{{\"id\": \"p{n}\", \"title\": \"P\", \"technologies\": [\"t{n}x\"]}}"));
    let twice = many(&|_| "{\"id\": \"p\", \"title\": \"P\"}".to_owned());
    let edges = many(&|_| "{\"source\": \"a\", \"target\": \"a\"}".to_owned());
    let groups = many(&|n| format!("{{\"id\": \"g{n}\", \"parent\": \"g{}\"}}", (n + 1) % 10_000));
    let properties = many(&|n| format!("\"q{n}\": {n}, \"title\": \"again\""));
    let diagram =
        format!(r#"{{"id": "d", "name": "d", "nodes": [{{"id": "a"}}], "edges": [{edges}], "groups": [{groups}]}}"#);
    let sections = many(&|_| "{\"title\": \"about\", \"parts\": [\"about\"]}".to_owned());

    assert!(soon(&format!("{{\"projects\": [{bad}]}}")).contains("projects[3000].id: expected a text, found a list"));
    let unknown = soon(&format!("{{\"technologies\": [{technologies}], \"projects\": [{unknown}]}}"));
    assert!(unknown.contains("projects[0].technologies[0]: the technology \"t0x\" is not declared, so that it is one of its own; did you mean"));
    assert!(soon(&format!("{{\"projects\": [{twice}]}}")).contains("projects[9999].id: the project id \"p\" is taken"));
    assert!(soon(&format!("{{\"diagrams\": [{diagram}]}}")).contains("would contain itself"));
    assert!(soon(&format!("{{\"projects\": [{{{properties}}}]}}")).contains("projects[0].q0: unknown property"));
    soon(&format!("{{\"profile\": {{\"name\": \"A\", \"about\": [\"x\"]}}, \"sections\": [{sections}]}}"));
}

#[test]
fn a_million_problems_are_counted_and_not_kept() {
    let zeros = vec!["0"; 1_000_000].join(",");
    let reading = reading(&format!("{{\"projects\": [{zeros}]}}"));
    assert_eq!(reading.problems.len(), Problem::MOST + 1);
    assert!(report(&reading).ends_with("and 990001 more problems\n"), "the profile is missing, too");
}

#[test]
fn a_diagram_file_is_read_by_the_same_rules_and_leniently() {
    let portfolio = reading(full()).value;
    let read = |text: &str| read_diagram(text, &portfolio, &Gate::native());
    let good = read(
        r#"{"name": "d", "made-by": "a tool", "nodes": [{"id": "a", "technology": "cards", "colour": 5},
            {"id": "b", "technology": "of the future"}, {"id": []}], "edges": [{"source": "a", "target": "3"}]}"#,
    )
    .expect("a diagram");
    sound::assert_sound_diagram(&good.value, &portfolio);
    assert_eq!((good.value.id.as_str(), good.value.nodes.len(), good.value.edges.len()), ("", 2, 0));
    assert_eq!(good.value.nodes[0].technology.map(|id| portfolio.technology(id).name.as_str()), Some("Punched cards"));
    let problems: Vec<String> = good.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, ["nodes[2].id: expected a text, found a list", "edges[0].target: unknown node \"3\""]);

    for (text, reason) in [
        ("{}", "there is no sound node in this diagram: the property \"name\" is missing; add it"),
        (
            r#"{"name": "d", "nodes": 5}"#,
            "there is no sound node in this diagram: nodes[0]: expected an object, found the number 5",
        ),
        (
            r#"{"name": "d", "nodes": [{}]}"#,
            "there is no sound node in this diagram: nodes[0]: the property \"id\" is missing; add it",
        ),
        ("[]", "the file must hold one JSON object, and it holds a list"),
    ] {
        assert_eq!(read(text).map(|reading| reading.value).expect_err("no diagram").to_string(), reason);
    }
}

use std::path::Path;
use std::rc::Rc;

use vitrine_model::folder::{Folder, Nowhere};

use super::print::{Format, human, print};
use super::report::Report;

#[track_caller]
fn check(bytes: &[u8], expected: &str) {
    let folder: Rc<dyn Folder> = Rc::new(Nowhere);
    let report = Report::of(bytes, Path::new("p.json"), &folder);
    let text = human(&report, false);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    assert_eq!(lines.join("\n"), expected.trim());
    assert_eq!(report.is_sound(), expected.contains("p.json is sound"));
}

#[test]
fn a_sound_file_is_summed_up_in_a_line() {
    let file = br#"{"profile": {"name": "Ada", "about": ["x"]}, "focus": [{"title": "F", "technologies": ["go"]}]}"#;
    check(file, "p.json is sound: 2 sections, 0 projects, 0 employers, 0 diagrams, 1 technology");
}

#[test]
fn a_problem_has_its_code_its_place_and_what_to_do() {
    check(
        b"{\n  \"profile\": {\"name\": \"Ada\", \"nam\": 1}\n}",
        r#"
warning[V0103]: unknown property "nam"
 --> p.json:2:30
  |
2 |   "profile": {"name": "Ada", "nam": 1}
  |                              ^^^^^ profile.nam
  |
  = help: did you mean "name"?

p.json: 0 errors and 1 warning"#,
    );
}

#[test]
fn a_line_of_a_minified_file_is_named_and_not_shown() {
    let file = format!("{{\"profile\": {{\"name\": \"Ada\", \"headline\": \"{}\", \"x\": 1}}}}", "x".repeat(500));
    let expected = "warning[V0103]: unknown property \"x\"\n --> p.json:1:545 profile.x\n  = help: the properties here are name, headline, tagline, location, availability, about, links, photo, resume\n\np.json: 0 errors and 1 warning";
    check(file.as_bytes(), expected);
}

#[test]
fn a_diagram_of_which_a_part_is_drawn_is_noted() {
    let said = |count: usize| {
        let edges = vec![r#"{"source": "a", "target": "b"}"#; count].join(",");
        let nodes = r#""id": "d", "name": "d", "nodes": ["a", "b"]"#;
        let file = format!("{{\"profile\": {{\"name\": \"Ada\"}}, \"diagrams\": [{{{nodes}, \"edges\": [{edges}]}}]}}");
        let folder: Rc<dyn Folder> = Rc::new(Nowhere);
        human(&Report::of(file.as_bytes(), Path::new("p.json"), &folder), false)
    };
    assert!(said(2_001).contains("the drawing shows 2,000 of 2,001 connections"), "{}", said(2_001));
    assert!(!said(2_000).contains("the drawing shows"));
}

#[test]
fn no_text_however_broken_stops_a_report() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let folder: Rc<dyn Folder> = Rc::new(Nowhere);
    let read = |bytes: &[u8]| {
        let report = Report::of(bytes, Path::new("p.json"), &folder);
        for format in [Format::Human, Format::Short, Format::Json, Format::Sarif, Format::Github] {
            assert!(
                !print(format, std::slice::from_ref(&report), true, false).is_empty() || report.findings.is_empty()
            );
        }
        assert!(std::str::from_utf8(bytes).is_ok() || report.findings[0].code == "V0008");
    };
    for file in std::fs::read_dir(data).unwrap().flatten() {
        let bytes = std::fs::read(file.path()).unwrap();
        if bytes.len() > 700 || file.path().extension().is_none_or(|end| end != "json") {
            continue;
        }
        for end in (0..bytes.len()).step_by(19) {
            read(&bytes[..end]);
            let mut spoilt = bytes.clone();
            spoilt[end] = [b'"', b'{', b']', b'\\', b'9', 0xff, b'\n'][end / 19 % 7];
            read(&spoilt);
        }
    }
}

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use vitrine_model::Severity;
use vitrine_model::folder::{Folder, Nowhere};

use super::{Beside, brings, mended};

fn mend(text: &str) -> String {
    let folder: Rc<dyn Folder> = Rc::new(Nowhere);
    mended(text, &Beside { file: Path::new("p.json"), folder: &folder })
}

#[test]
fn what_is_safe_is_mended_where_it_stands() {
    for (text, expected) in [
        // Comments, order, spaces and line ends stay.
        (
            "{ // me\r\n  \"profile\": {\"name\":\"Ada\",\t\"headlin\" : \"Engineer\" },\r\n}",
            "{ // me\r\n  \"profile\": {\"name\":\"Ada\",\t\"headline\" : \"Engineer\" },\r\n}",
        ),
        // What a name hid is mended with it.
        (
            r#"{"profil": {"name": "Ada", "links": ["github.com/ada"]}}"#,
            r#"{"profile": {"name": "Ada", "links": ["https://github.com/ada"]}}"#,
        ),
        (
            r#"{"profile": "Ada", "projects": [{"title": "A", "summary": "See [it](github.com/ada/a)."}], "theme": "papr"}"#,
            r#"{"profile": "Ada", "projects": [{"title": "A", "summary": "See [it](https://github.com/ada/a)."}], "theme": "papr"}"#,
        ),
        (
            r#"{"profile": "Ada", "experience": [{"name": "X", "title": "Dev", "startDate": "2020"}]}"#,
            r#"{"profile": "Ada", "experience": [{"name": "X", "title": "Dev", "start": "2020"}]}"#,
        ),
        (
            r#"{"profile": "Ada", "experience": [{"name": "X", "roles": [{"title": "Dev", "start": "March 2019", "end": "heute"}, {"title": "Dev", "period": "03/2017 – Feb 2019"}]}], "writing": [{"title": "A", "date": "24.9.2021"}]}"#,
            r#"{"profile": "Ada", "experience": [{"name": "X", "roles": [{"title": "Dev", "start": "2019-03", "end": "heute"}, {"title": "Dev", "period": "2017-03 - 2019-02"}]}], "writing": [{"title": "A", "date": "2021-09-24"}]}"#,
        ),
        // Of two slips one has the name.
        (
            r#"{"profile": {"name": "Ada", "headlne": "x", "headlin": "y"}}"#,
            r#"{"profile": {"name": "Ada", "headlne": "x", "headline": "y"}}"#,
        ),
    ] {
        assert_eq!(mend(text), expected);
    }
}

#[test]
fn what_may_mean_this_or_that_stays() {
    for text in [
        // It has the property already.
        r#"{"profile": {"name": "Ada", "nam": "Grace"}}"#,
        // It would show what is wrong inside of it.
        r#"{"profile": "Ada", "writting": [{"url": "https://example.org"}]}"#,
        // A word that is near is not always the one that was meant.
        r#"{"profile": "Ada", "theme": {"name": "slate", "scheme": "night"}}"#,
        // It would leave out who else gets the mail.
        r#"{"profile": "Ada", "contact": {"links": ["mailto:a@example.org?cc=b@example.org"]}}"#,
        // Nobody knows the month.
        r#"{"profile": "Ada", "writing": [{"title": "A", "date": "03/04/2021"}]}"#,
        // A text where a list is meant is a list of one.
        r#"{"profile": {"name": "Ada", "about": "One."}}"#,
        // An address that is written twice in one text.
        r#"{"profile": {"name": "Ada", "about": "[a](github.com/ada) and github.com/ada"}}"#,
        "{\"profile\": ",
        "",
    ] {
        assert_eq!(mend(text), text);
    }
}

/// Every portfolio of the tests, with its names, words and links spoilt one after the other.
fn spoilt() -> Vec<String> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/native/data");
    let folders: [PathBuf; 3] = ["cases", "invalid", "valid"].map(|folder| data.join(folder));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap().flatten());
    let texts = files.filter(|file| file.path().extension().is_some_and(|end| end == "json"));
    let texts: Vec<String> = texts.map(|file| fs::read_to_string(file.path()).unwrap()).collect();
    let short: Vec<String> = texts.into_iter().filter(|text| text.len() < 4_000).collect();
    let slips = [
        ("\"title\":", "\"titel\":"),
        ("\"headline\":", "\"headlin\":"),
        ("\"projects\":", "\"projets\":"),
        ("\"name\":", "\"nmae\":"),
        ("\"https://", "\""),
        ("\"target\":", "\"taget\":"),
        ("\"diagrams\":", "\"diagram\":"),
    ];
    let one = |text: &String| {
        slips.map(|(word, slip)| text.replace(word, slip)).into_iter().chain([text.clone()]).collect::<Vec<_>>()
    };
    short.iter().flat_map(one).collect()
}

#[test]
fn mending_twice_changes_nothing_more_and_brings_no_problem() {
    let folder: Rc<dyn Folder> = Rc::new(Nowhere);
    let beside = Beside { file: Path::new("p.json"), folder: &folder };
    let mut changed = 0;
    for text in spoilt() {
        let once = mend(&text);
        changed += usize::from(once != text);
        assert_eq!(mend(&once), once, "{text}");
        let (before, after) = (beside.problems(&text), beside.problems(&once));
        assert!(!brings(&before, &after, |_| false), "{text}");
        let count = |findings: &[super::Finding]| findings.iter().filter(|one| one.severity != Severity::Note).count();
        assert!(count(&after) <= count(&before), "{text}");
    }
    assert!(changed > 20, "only {changed} were mended");
}

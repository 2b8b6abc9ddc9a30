use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use super::{Explanation, GROUPS, all, canonical, nearest};
use crate::check::codes;

/// What stands at the head of the page.
const HEAD: &str = "# Problems, by their codes

`vitrine check` names each problem by a code; `vitrine explain V0103` says here what it means. A code keeps its meaning for ever. Examples
are properties of a portfolio, unless they are a whole file.
";

/// Those whose example would be a file too large, or an answer of the network.
const WITHOUT_EXAMPLE: [&str; 8] = ["V0005", "V0006", "V0008", "V0117", "V0410", "V0411", "V0609", "V0703"];

/// `docs/guide/problems.md`.
fn page() -> String {
    let mut page = String::from(HEAD);
    for (title, explanations) in GROUPS {
        let _ = write!(page, "\n## {title}\n");
        page.extend(explanations.iter().map(section));
    }
    page
}

fn section(Explanation { code, title, meaning, help, wrong, mended }: &Explanation) -> String {
    let mut section = format!("\n### {code}: {title}\n\n{meaning} To mend it: {help}.\n");
    if !wrong.trim().is_empty() {
        let kind = match &wrong[..1] {
            "-" => "markdown",
            "<" => "html",
            _ => "json",
        };
        let _ = write!(section, "\n```{kind}\n{wrong}\n```\n\nMended:\n\n```{kind}\n{mended}\n```\n");
    }
    section
}

/// A folder with an example in it, and the files that examples name.
fn folder_with(example: &str) -> (PathBuf, PathBuf) {
    let folder =
        env::temp_dir().join(format!("vitrine-explain-{}-{:?}", std::process::id(), std::thread::current().id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("writing")).unwrap();
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>"#;
    for name in ["board.svg", "icon.svg"] {
        fs::write(folder.join(name), svg).unwrap();
    }
    let named = r#""profile": { "name": "Ada" }"#;
    let text = if example.starts_with("---") {
        fs::write(folder.join("writing/queues.md"), example).unwrap();
        format!("{{ {named} }}")
    } else if example.starts_with(['{', '[', '<', ' ']) {
        example.to_owned()
    } else if example.starts_with("\"profile\"") {
        format!("{{ {example} }}")
    } else {
        format!("{{ {named}, {example} }}")
    };
    let file = folder.join("portfolio.json");
    fs::write(&file, text).unwrap();
    (folder, file)
}

#[test]
fn each_example_has_its_problem_and_the_mended_one_has_none() {
    for explanation in all() {
        let Explanation { code, wrong, mended, .. } = explanation;
        assert_eq!(wrong.is_empty(), WITHOUT_EXAMPLE.contains(code), "{code}");
        if wrong.is_empty() {
            continue;
        }
        for (example, expected) in [(wrong, vec![*code]), (mended, vec![])] {
            let (folder, file) = folder_with(example);
            assert_eq!(codes(&file).unwrap(), expected, "{code}: {example}");
            fs::remove_dir_all(&folder).unwrap();
        }
    }
}

#[test]
fn codes_are_in_order_and_each_there_once() {
    let codes: Vec<&str> = all().map(|explanation| explanation.code).collect();
    let ordered: BTreeSet<&str> = codes.iter().copied().collect();
    assert_eq!(codes, ordered.into_iter().collect::<Vec<_>>());
    for explanation in all() {
        assert!(!explanation.title.is_empty() && !explanation.meaning.is_empty() && !explanation.help.is_empty());
    }
}

#[test]
fn every_code_of_the_reader_is_explained() {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model/src/problem/code.rs");
    let text = fs::read_to_string(model).unwrap();
    let given: Vec<&str> = text.split('"').filter(|word| word.len() == 5 && word.starts_with('V')).collect();
    assert!(given.len() > 40);
    for code in given {
        assert!(super::of(code).is_some(), "{code}");
    }
}

#[test]
fn the_page_of_the_guide_is_current() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide/problems.md");
    if env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&file, page()).unwrap();
    }
    let there = fs::read_to_string(&file).unwrap_or_default();
    assert!(there == page(), "docs/guide/problems.md is not current; UPDATE_EXPECTED=1 writes it");
}

#[test]
fn a_code_is_found_as_people_write_it_and_an_unknown_one_has_a_neighbour() {
    for (asked, expected) in [("V0103", "V0103"), ("v103", "V0103"), ("103", "V0103"), (" V0103 ", "V0103"), ("x", "x")]
    {
        assert_eq!(canonical(asked), expected);
    }
    for (asked, expected) in
        [("V0199", Some("V0109")), ("V0211", Some("V0211")), ("v713", Some("V0712")), ("E0103", None)]
    {
        assert_eq!(nearest(asked), expected, "{asked}");
    }
}

//! One door: a file and its report. Run with `UPDATE_EXPECTED=1` to write the reports anew.

use std::path::Path;

use super::{files, full, reading, report};

#[test]
fn a_sound_file_has_no_problems() {
    for file in files("tests/native/data/valid") {
        let reading = reading(&std::fs::read_to_string(&file).expect("readable"));
        assert_eq!(report(&reading), "", "{}", file.display());
    }
}

#[test]
fn each_problem_is_reported_at_its_place_with_a_remedy() {
    for file in files("tests/native/data/invalid") {
        let found = report(&reading(&std::fs::read_to_string(&file).expect("readable")));
        let expected = file.with_extension("expected");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            std::fs::write(&expected, &found).expect("writable");
        }
        let wanted = std::fs::read_to_string(&expected).unwrap_or_default();
        assert!(!found.is_empty(), "{} is sound", file.display());
        assert_eq!(found, wanted, "{}", file.display());
    }
}

#[test]
fn every_field_of_the_file_reaches_the_portfolio() {
    let portfolio = reading(full()).value;
    let all = format!("{portfolio:?}");
    for word in [
        "Paper",
        "Dark",
        "Ada Lovelace",
        "Analyst",
        "not yet built",
        "London",
        "Open to",
        "Second, with",
        "letters/",
        "1.2M+",
        "99.9",
        "\"~\"",
        "cards punched",
        "Jacquard",
        "storage",
        "Challenge",
        "Approach",
        "Shape",
        "Choice",
        "Result",
        "Learnt",
        "Studies",
        "~/engine/bernoulli",
        "~/projects/flight",
        "Author",
        "1842",
        "Loops",
        "Unrolled",
        "Fewer",
        "get cheap",
        "operations",
        "Check the signs",
        "Note G",
        "Translator",
        "HEAD → main",
        "Seven notes",
        "6.5",
        "On paper",
        "Patience",
        "might",
        "Mill and store",
        "mill->store",
        "mill->store#2",
        "mill->mill",
        "500.0",
        "made-up",
        "Memoirs",
        "part 1",
        "ada@example.org",
        "ssh ada",
        "Within a week",
        "tel:+44-20-7946-0000",
        "Augustus De Morgan",
        "by letters",
        "Ockham Park",
        "lessons.html",
        "Taught by ",
        "Calculus",
        "Seal of the Society",
        "Taylor and Francis",
        "Dorset Street",
        "never filed",
        "French",
        "The household",
        "Village school",
        "enchantress",
        "Friends of the engine",
        "Harps",
        "there is.",
        "engine.svg",
        "1846",
        "Sunday",
    ] {
        assert!(all.contains(word), "{word} is lost");
    }
    let ids: Vec<&str> = portfolio.sections.iter().map(|section| section.id.as_str()).collect();
    assert_eq!(ids, ["about", "work", "rest", "life"]);
    assert_eq!(portfolio.projects[0].id, "third", "featured");
    let engine = portfolio.project("bernoulli").expect("a project");
    assert!(engine.brief);
    assert_eq!(engine.diagram.map(|id| portfolio.diagram(id).title.as_str()), Some("The engine"));
    assert_eq!(portfolio.diagrams[0].groups[1].parent, Some(0));
}

#[test]
fn without_sections_everything_is_shown_in_the_usual_order() {
    let mut file: serde_json::Value = serde_json::from_str(full()).expect("JSON");
    file.as_object_mut().expect("an object").remove("sections");
    let portfolio = reading(&file.to_string()).value;
    let sections: Vec<_> =
        portfolio.sections.iter().map(|section| (section.number.as_deref().unwrap_or(""), &*section.title)).collect();
    assert_eq!(
        sections,
        [
            ("01", "About"),
            ("02", "Projects"),
            ("03", "Studies"),
            ("04", "Architecture"),
            ("05", "Experience"),
            ("06", "Skills"),
            ("07", "Strengths"),
            ("08", "Education"),
            ("09", "Publications"),
            ("10", "Activity"),
            ("11", "Writing"),
            ("12", "Awards"),
            ("13", "Volunteering"),
            ("14", "Testimonials"),
            ("15", "Languages"),
            ("16", "Interests"),
            ("17", "Contact"),
        ]
    );
}

#[test]
fn of_a_property_written_twice_the_last_one_counts() {
    let reading = reading(r#"{"profile": {"name": "Ada", "name": "Grace"}}"#);
    assert_eq!(reading.value.profile.name, "Grace");
}

#[test]
fn no_section_takes_an_element_id_of_the_page_itself() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view")];
    let mut texts =
        vec![std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).expect("readable")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("readable").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                texts.push(std::fs::read_to_string(entry).expect("readable"));
            }
        }
    }
    let ids: Vec<&str> =
        texts.iter().flat_map(|text| text.split(" id=\"").skip(1)).filter_map(|rest| rest.split('"').next()).collect();
    assert!(ids.contains(&"app") && ids.contains(&"main"));
    for id in ids {
        assert!(!vitrine::model::id::fits_element(id), "{id} has to be reserved in crates/model/src/id.rs");
        let file = serde_json::json!({"profile": {"name": "Ada", "about": ["x"]}, "sections": [{"title": id, "parts": ["about"]}]});
        assert_ne!(reading(&file.to_string()).value.sections[0].id, id);
    }
}

#[test]
fn the_bundled_portfolios_are_sound() {
    for file in
        [files("public/examples"), vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("public/portfolio.json")]].concat()
    {
        let text = std::fs::read_to_string(&file).expect("readable");
        assert_eq!(report(&reading(&text)), "", "{}", file.display());
    }
}

#[test]
fn an_empty_object_is_a_portfolio_of_nobody() {
    let reading = reading("\u{feff} {} ");
    assert_eq!(reading.value.profile.name, "Portfolio");
    assert!(reading.value.sections.is_empty());
}

//! `resume.json` against the schema of JSON Resume.

use boon::{Compiler, Schemas};
use serde_json::{Value, json};
use vitrine_model::route::Address;
use vitrine_model::{Gate, Part, read};
use vitrine_site::Publication;
use vitrine_site::resume::resume;

use super::{each, without_site};

#[test]
fn resumes_pass_the_schema_of_json_resume() {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema =
        serde_json::from_str(include_str!("../../../../tests/native/data/schema/json-resume.json")).expect("JSON");
    compiler.enable_format_assertions();
    compiler.add_resource("resume.json", schema).expect("a schema");
    let schema = compiler.compile("resume.json", &mut schemas).expect("a sound schema");
    for wrong in [json!({ "work": [{ "startDate": "May 2023" }] }), json!({ "basics": { "email": "nobody" } })] {
        assert!(schemas.validate(&wrong, schema).is_err(), "{wrong}");
    }
    let check = |file: &str, text: String| {
        let resume: Value = serde_json::from_str(&text).expect("JSON");
        if let Err(error) = schemas.validate(&resume, schema) {
            panic!("{file}: {error:#}");
        }
    };
    each(|file, publication| check(file, resume(publication)));
    without_site(|publication| check("without a site", resume(publication)));
}

#[test]
fn a_resume_says_what_the_portfolio_says() {
    each(|file, publication| {
        let resume: Value = serde_json::from_str(&resume(publication)).expect("JSON");
        let portfolio = publication.portfolio;
        let count = |list: &str| resume[list].as_array().map_or(0, Vec::len);
        assert_eq!(resume["basics"]["name"], portfolio.profile.name.as_str());
        assert_eq!(resume["basics"]["label"].as_str(), portfolio.profile.headline.as_deref());
        assert!(
            resume["basics"]["email"].is_string() || portfolio.contact.as_ref().is_none_or(|it| it.email.is_none())
        );
        assert_eq!(count("work"), portfolio.experience.iter().map(|at| at.roles.len()).sum::<usize>(), "{file}");
        assert_eq!(count("projects"), portfolio.projects.len());
        let papers = [Part::Publications, Part::Talks, Part::Patents].map(|part| portfolio.records(part).len());
        assert_eq!(count("publications"), portfolio.writing.len() + papers.iter().sum::<usize>());
        assert!(count("skills") > 0, "{file}");
        for (entry, project) in resume["projects"].as_array().into_iter().flatten().zip(&portfolio.projects) {
            assert_eq!(entry["name"], project.title.as_str());
            assert_eq!(entry["keywords"].as_array().map_or(0, Vec::len), project.technologies.len());
        }
        assert_eq!(
            resume["meta"]["canonical"],
            [publication.site.as_deref().unwrap_or_default(), "resume.json"].concat()
        );
    });
}

#[test]
fn a_whole_career_is_in_the_resume_and_in_json_ld() {
    let text = include_str!("../../../../public/examples/hedda-storvik.json");
    let portfolio = read(text, &Gate::native()).expect("a portfolio").value;
    let address = Address::new("/", None).expect("a base");
    let publication = Publication::new(&portfolio, &address, None);
    let resume: Value = serde_json::from_str(&resume(&publication)).expect("JSON");
    assert_eq!(resume["education"][0]["institution"], "NTNU");
    assert_eq!(resume["education"][0]["startDate"], "2011");
    assert_eq!(resume["education"][0]["courses"], json!(["Power electronics", "Radio waves"]));
    assert_eq!(
        resume["certificates"][0],
        json!({"name": "IPC-A-610 Specialist", "issuer": "IPC", "date": "2022-04", "url": "https://example.org/ipc"})
    );
    assert_eq!(resume["publications"].as_array().map(Vec::len), Some(3), "a paper, a talk and a patent");
    assert_eq!(resume["languages"][2], json!({"language": "Northern Sámi", "fluency": "B1"}));
    assert_eq!(resume["volunteer"][0]["organization"], "Red Cross Tromsø");
    assert_eq!(resume["volunteer"][0].get("endDate"), None, "it goes on");
    assert_eq!(
        resume["references"][1],
        json!({"name": "Per Moe", "reference": "She reads a schematic like others read a map."})
    );
    assert_eq!(resume["interests"].as_array().map(Vec::len), Some(3));
    let said = vitrine_site::json_ld::json_ld(&publication, vitrine_model::route::Page::Home);
    for words in
        ["alumniOf", "NTNU", "EducationalOccupationalCredential", "Northern Sámi", "Engineer of the Arctic", "memberOf"]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
}

/// A portfolio with something for every part of a résumé, that shows `parts` and has a link to `url`.
fn resume_of(parts: &[&str], url: &str) -> Value {
    let file = json!({
        "profile": { "name": "Ada", "about": ["Counts."], "links": [{ "label": "More", "url": url }] },
        "technologies": [{ "id": "rust", "name": "Rust" }, { "id": "c", "name": "C" }],
        "projects": [{ "id": "p", "title": "P" }],
        "experience": [{ "name": "Engines", "roles": [{ "title": "Engineer", "start": "2023-02" }] }],
        "skills": { "groups": [{ "title": "Languages", "entries": [{ "technology": "rust" }] }] },
        "focus": [{ "title": "Core", "technologies": ["c"] }],
        "writing": [{ "title": "Notes", "url": "https://b.example/" }],
        "contact": { "email": "ada@example.org", "links": [{ "label": "Call", "url": "tel:+49123" },
            { "label": "Code", "url": "https://code.example/ada" }] },
        "sections": [{ "id": "all", "title": "All", "parts": parts }],
    });
    let portfolio = read(&file.to_string(), &Gate::native()).expect("a portfolio").value;
    assert_eq!(portfolio.sections.len(), 1);
    let address = Address::new("/", None).expect("an address");
    serde_json::from_str(&resume(&Publication::new(&portfolio, &address, None))).expect("JSON")
}

#[test]
fn projects_stand_in_the_order_of_the_start_page() {
    let file = json!({
        "projects": [{ "kind": "case-study", "title": "A" }, "B", { "title": "C", "featured": true }, { "kind": "initiative", "title": "D" },
            { "kind": "case-study", "title": "E", "featured": true }],
        "sections": [{ "parts": ["projects"], "kinds": ["initiative"] }, "projects"],
    });
    let portfolio = read(&file.to_string(), &Gate::native()).expect("a portfolio").value;
    let address = Address::new("/", None).expect("an address");
    let resume: Value = serde_json::from_str(&resume(&Publication::new(&portfolio, &address, None))).expect("JSON");
    let names = resume["projects"].as_array().expect("projects").iter().map(|project| &project["name"]);
    assert_eq!(names.collect::<Vec<_>>(), ["D", "C", "B", "E", "A"]);
}

#[test]
fn a_resume_says_nothing_that_the_site_does_not_show() {
    // By part of the start page, what it brings into the résumé.
    let facts = [
        ("about", "/basics/summary", json!("Counts.")),
        ("contact", "/basics/email", json!("ada@example.org")),
        ("contact", "/basics/phone", json!("+49123")),
        ("contact", "/basics/profiles/0/network", json!("Code")),
        ("experience", "/work/0/name", json!("Engines")),
        ("projects", "/projects/0/name", json!("P")),
        ("skills", "/skills/0/name", json!("Languages")),
        ("focus", "/skills/0/name", json!("Core")),
        ("writing", "/publications/0/name", json!("Notes")),
    ];
    for (shown, ..) in &facts {
        let resume = resume_of(&[shown], "mailto:x");
        for (part, place, fact) in &facts {
            let is_said = resume.pointer(place) == Some(fact);
            assert_eq!(is_said, part == shown, "{part} where {shown} is shown: {resume:#}");
        }
    }
}

#[test]
fn what_has_a_page_that_is_linked_is_shown() {
    for (url, list) in [("projects/p/", "projects"), ("/experience/#log", "work")] {
        let resume = resume_of(&["about"], url);
        assert!(resume[list].is_array(), "{url}: {resume:#}");
    }
    let resume = resume_of(&["about"], "projects/q/");
    assert_eq!((&resume["projects"], &resume["work"]), (&Value::Null, &Value::Null));
}

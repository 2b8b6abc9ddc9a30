//! `resume.json` against the schema of JSON Resume.

use boon::{Compiler, Schemas};
use serde_json::{Value, json};
use vitrine_model::route::{Address, Page};
use vitrine_model::{Gate, Part, read};
use vitrine_site::Publication;
use vitrine_site::json_ld::json_ld;
use vitrine_site::resume::resume;

use super::{each, without_site};

const CAREER: &str = include_str!("../../../../public/examples/hedda-storvik.json");

/// Shows a portfolio as it is published.
#[track_caller]
fn published(text: &str, show: impl FnOnce(&Publication<'_>)) {
    let portfolio = read(text, &Gate::native()).expect("a portfolio").value;
    let address = Address::new("/", None).expect("an address");
    show(&Publication::new(&portfolio, &address, None));
}

/// The résumé of a portfolio.
#[track_caller]
fn resume_by(file: &Value) -> Value {
    let mut made = Value::Null;
    published(&file.to_string(), |publication| made = serde_json::from_str(&resume(publication)).expect("JSON"));
    made
}

/// A portfolio whose entries lack what most have.
fn bare() -> Value {
    json!({
        "site": "https://ada.example/",
        "profile": { "name": "Ada", "location": "Turin, Italy", "photo": "./my face.png", "links": [
            "https://github.com/ada", "https://www.linkedin.com/in/ada-l/", { "label": "Toots", "url": "https://mas.to/@ada" },
            { "label": "Blog", "url": "https://blog.example" }, { "label": "Code", "url": "https://github.com/ada/engine" },
            "https://medium.com/@ada", { "label": "Papers", "url": "https://scholar.example/citations?user=1" }] },
        "projects": [{ "title": "Engine", "problem": "Sums by *hand*.", "solution": "Gears.", "period": "2020 – present" },
            { "title": "Loom", "problem": "Slow.", "solution": "Cards.", "summary": "Weaves." }, { "title": "Mill", "solution": "Water." }],
        "education": ["Self-taught", { "title": "Course", "text": "A thesis on **looms**.", "date": "2014" }],
        "certificates": ["Bare", { "title": "Valid for three years", "period": "2022-03 – 2025-03" },
            { "title": "Valid for ever", "period": "since 2019" }, { "title": "Of a day", "date": "2018-05" }],
        "awards": [{ "title": "Fellow", "period": "since 2020" }],
        "publications": [{ "title": "Notes", "period": "since 1842-09" }, { "title": "Sketch", "period": "1840 – 1843" }],
    })
}

#[test]
fn whoever_is_found_elsewhere_has_a_name_there() {
    let profiles = &resume_by(&bare())["basics"]["profiles"];
    let named: Vec<_> =
        profiles.as_array().expect("profiles").iter().map(|at| (&at["network"], &at["username"])).collect();
    let named: Vec<_> = named.into_iter().map(|(network, name)| [network.as_str(), name.as_str()]).collect();
    let expected = [
        ["GitHub", "ada"],
        ["LinkedIn", "ada-l"],
        ["Toots", "ada"],
        // Where no account is known, themes show the address.
        ["Blog", "blog.example"],
        ["Code", "github.com/ada/engine"],
        ["Medium", "ada"],
        ["Papers", "scholar.example/citations?user=1"],
    ];
    assert_eq!(named, expected.map(|pair| pair.map(Some)));
}

#[test]
fn a_place_is_where_themes_look_for_one() {
    assert_eq!(resume_by(&bare())["basics"]["location"], json!({ "city": "Turin, Italy" }));
}

#[test]
fn a_project_without_a_summary_says_what_it_solves() {
    let resume = resume_by(&bare());
    let said = resume["projects"].as_array().expect("projects").iter().map(|project| project["description"].as_str());
    assert_eq!(said.collect::<Vec<_>>(), [Some("Sums by hand.\n\nGears."), Some("Weaves."), Some("Water.")]);
}

#[test]
fn what_was_given_on_a_day_has_that_date_though_it_lasts() {
    let resume = resume_by(&bare());
    let dates = |list: &str, name: &str| -> Vec<Option<String>> {
        let entries = resume[list].as_array().expect("entries").iter();
        entries.map(|entry| entry[name].as_str().map(str::to_owned)).collect()
    };
    let all = |dates: &[&str]| dates.iter().map(|date| Some((*date).to_owned())).collect::<Vec<_>>();
    assert_eq!(dates("certificates", "date")[0], None);
    assert_eq!(dates("certificates", "date")[1..], all(&["2022-03", "2019", "2018-05"]));
    assert_eq!(dates("awards", "date"), all(&["2020"]));
    assert_eq!(dates("publications", "releaseDate"), all(&["1842-09", "1843"]));
}

#[test]
fn a_portrait_is_at_its_absolute_address() {
    let image = |publication: &Publication<'_>| {
        let resume: Value = serde_json::from_str(&resume(publication)).expect("JSON");
        let said: Value = serde_json::from_str(&json_ld(publication, Page::Home)).expect("JSON");
        [resume["basics"]["image"].clone(), said["@graph"][0]["mainEntity"]["image"].clone()]
    };
    let at = "https://ada.example/my%20face.png";
    published(&bare().to_string(), |publication| assert_eq!(image(publication), [at, at]));
    let mut nowhere = bare();
    nowhere["site"] = Value::Null;
    published(&nowhere.to_string(), |publication| assert_eq!(image(publication), [Value::Null, Value::Null]));
    let mut faceless = bare();
    faceless["profile"]["photo"] = Value::Null;
    published(&faceless.to_string(), |publication| assert_eq!(image(publication), [Value::Null, Value::Null]));
}

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
    for file in [CAREER, &bare().to_string()] {
        published(file, |publication| check(file, resume(publication)));
    }
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
    let portfolio = read(CAREER, &Gate::native()).expect("a portfolio").value;
    let address = Address::new("/", None).expect("a base");
    let publication = Publication::new(&portfolio, &address, None);
    let resume: Value = serde_json::from_str(&resume(&publication)).expect("JSON");
    assert_eq!(resume["education"][0]["institution"], "NTNU");
    assert_eq!(resume["education"][0]["startDate"], "2011");
    assert_eq!(resume["education"][0]["courses"], json!(["Power electronics", "Radio waves"]));
    assert_eq!(resume["education"][0]["summary"], "Thesis on ice as a dielectric.");
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
    let said = json_ld(&publication, Page::Home);
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
    assert_eq!(names.collect::<Vec<_>>(), ["D", "C", "E", "A", "B"]);
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

/// The résumés that the importer is tried with.
fn published_elsewhere() -> Vec<(String, String)> {
    let folder = super::project().join("crates/import/tests/resumes");
    let files = std::fs::read_dir(folder).expect("résumés").map(|entry| entry.expect("a file").path());
    files.map(|file| (file.display().to_string(), std::fs::read_to_string(&file).expect("a résumé"))).collect()
}

/// What is imported of a résumé, and the résumé that is exported of that.
fn there_and_back(resume: &str) -> (vitrine_import::Value, String) {
    let portfolio = vitrine_import::json_resume::read(resume).expect("a résumé").portfolio;
    let mut exported = String::new();
    published(&portfolio.file(), |publication| exported = super::resume::resume(publication));
    (portfolio, exported)
}

#[test]
fn a_resume_that_is_imported_and_exported_comes_back_the_same() {
    for (name, text) in published_elsewhere() {
        let (first, exported) = there_and_back(&text);
        let (second, again) = there_and_back(&exported);
        assert_eq!(exported, again, "{name}");
        // What a résumé says without marks of Markdown is merged as what is there already, but for what it has no place for.
        let merged = vitrine_import::merge::merge(&first.file(), Some(&first), &second).expect("a portfolio");
        assert_eq!(merged.conflicts, [], "{name}");
        let plain = |text: &str| text.replace("**", "").replace("*little*", "little").replace("\\r", "");
        assert_eq!(merged.text, plain(&first.file()), "{name}");
    }
}

//! Résumés as people publish them: of several years, countries and scripts, with the quirks that they have.

use std::fs;
use std::path::Path;

use vitrine_import::{Import, Value, json_resume};
use vitrine_model::{Gate, Severity, check};

fn file(name: &str) -> Import {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/resumes").join(name);
    json_resume::read(&fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn at<'a>(value: &'a Value, path: &str) -> &'a Value {
    path.split('.').fold(value, |value, step| match step.parse::<usize>() {
        Ok(index) => &value.entries()[index],
        Err(_) => value.get(step).unwrap_or_else(|| panic!("{path} in {value}")),
    })
}

#[test]
fn what_people_publish_becomes_a_sound_portfolio() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/resumes");
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(names.len(), 10);
    for name in names {
        let text = file(&name).portfolio.file();
        let reading = check(&text, &Gate::native()).unwrap();
        let problems = reading.problems.iter().filter(|problem| problem.severity() != Severity::Note);
        let problems: Vec<String> = problems.map(ToString::to_string).collect();
        assert!(problems.is_empty(), "{name}: {problems:#?}\n{text}");
        assert!(!reading.value.profile.name.is_empty(), "{name}");
    }
}

#[test]
fn every_part_of_a_resume_has_its_place() {
    let Import { portfolio, notes } = file("01-san-francisco-2014.json");
    for (path, expected) in [
        ("profile.name", "Ricarda Hendrix"),
        ("profile.headline", "Programmer"),
        ("profile.location", "San Francisco, California, US"),
        ("profile.about.1", "She likes compression."),
        ("profile.links.0.url", "http://ricarda.example.com"),
        ("profile.links.1.url", "https://twitter.com/ricardahendrix"),
        ("contact.email", "ricarda@example.com"),
        ("contact.links.0.url", "tel:9125554321"),
        ("experience.0.name", "Flute Choir"),
        ("experience.0.url", "http://flutechoir.example.com"),
        ("experience.0.roles.0.title", "CEO/President"),
        ("experience.0.roles.0.start", "2013-12"),
        ("experience.0.roles.0.end", "2014-12"),
        ("experience.0.roles.0.achievements.1", "Sold it for *little*"),
        ("volunteering.0.by", "CoderDojo"),
        ("volunteering.0.period.end", "2013-01"),
        ("education.0.title", "Bachelor, Information Technology"),
        ("education.0.by", "University of Oklahoma"),
        ("education.0.level", "4.0"),
        ("education.0.points.0", "DB1101 - Basic SQL"),
        ("awards.0.by", "Techcrunchy"),
        ("publications.0.url", "http://en.example.org/wiki/Flute"),
        ("skills.groups.0.entries.2", "Javascript"),
        ("languages.0.level", "Native speaker"),
        ("interests.0.points.1", "Unicorns"),
        ("testimonials.0.text", "It is my pleasure to recommend Ricarda."),
    ] {
        assert_eq!(at(&portfolio, path).text(), Some(expected), "{path}");
    }
    let told = notes.join("\n");
    assert!(told.contains("an address, which is left out"), "{told}");
    assert!(told.contains("the level \"Master\""), "{told}");
    assert!(told.contains("a telephone number"), "{told}");
}

#[test]
fn quirks_are_read_as_they_are_meant() {
    for (name, path, expected) in [
        ("02-berlin-present.json", "experience.0.roles.1.title", "Entwickler"),
        ("02-berlin-present.json", "education.0.level", "1.3"),
        ("02-berlin-present.json", "profile.links.0.url", "https://example.de"),
        ("02-berlin-present.json", "profile.links.1.url", "https://github.com/joergml"),
        ("03-comments-and-commas.json", "projects.0.id", "pagerless"),
        ("03-comments-and-commas.json", "experience.0.roles.0.technologies.1", "Prometheus"),
        ("04-empty-strings.json", "experience.0.roles.0.start", "2020-01"),
        ("04-empty-strings.json", "experience.1.name", "Freelancer"),
        ("04-empty-strings.json", "education.0.date", "2016"),
        ("04-empty-strings.json", "skills.groups.0.entries.1", "Spring"),
        ("05-tokyo.json", "experience.1.roles.0.start", "2015-04"),
        ("05-tokyo.json", "projects.0.title", "分散ログ"),
        ("06-cairo.json", "profile.links.0.url", "https://linkedin.com/in/layla-hassan"),
        ("07-registry-extras.json", "profile.location", "Kraków, Poland"),
        ("07-registry-extras.json", "experience.0.roles.0.start", "2018-03"),
        ("07-registry-extras.json", "experience.0.roles.0.achievements.0", "Moved 40 TB without a minute of downtime"),
        ("07-registry-extras.json", "skills.groups.0.entries.1", "SQL"),
        ("07-registry-extras.json", "skills.groups.1.entries.1", "GCP"),
        ("07-registry-extras.json", "experience.0.roles.0.summary", "A bank in Kraków. The warehouse."),
        ("07-registry-extras.json", "languages.1.title", "English"),
        ("08-numbers-and-single-things.json", "experience.0.roles.0.start", "2022"),
        ("08-numbers-and-single-things.json", "projects.0.role", "Lead, Campus Radio"),
        ("08-numbers-and-single-things.json", "projects.1.id", "radio-2"),
        ("09-academic-paris.json", "profile.about.1", "Et sur la traduction."),
        ("09-academic-paris.json", "profile.location", "Paris, Île-de-France, France"),
        ("09-academic-paris.json", "experience.1.roles.0.end", "2021-08"),
        ("09-academic-paris.json", "volunteering.0.date", "2018"),
        ("10-broken-fields.json", "experience.0.roles.0.start", "2021"),
        ("10-broken-fields.json", "profile.links.0.url", "https://github.com/priya"),
        ("10-broken-fields.json", "projects.0.period.start", "2022-05"),
    ] {
        assert_eq!(at(&file(name).portfolio, path).text(), Some(expected), "{name} {path}");
    }
    for name in ["02-berlin-present.json", "05-tokyo.json", "06-cairo.json", "09-academic-paris.json"] {
        let lasting = file(name).portfolio;
        assert_eq!(at(&lasting, "experience.0.roles.0").get("end"), None, "{name}: it goes on");
    }
}

#[test]
fn what_has_no_place_or_is_not_plain_is_told() {
    for (name, told) in [
        ("02-berlin-present.json", "save it beside the portfolio"),
        ("03-comments-and-commas.json", "comments"),
        ("03-comments-and-commas.json", "commas at the ends of lists"),
        ("03-comments-and-commas.json", "of the type \"application\""),
        ("07-registry-extras.json", "basics.headline"),
        ("07-registry-extras.json", "work[].salary"),
        ("07-registry-extras.json", "sideQuests"),
        ("10-broken-fields.json", "basics has \"priya at example dot in\" as its email"),
        ("10-broken-fields.json", "basics.url: \"javascript:alert(1)\" is no address"),
        ("10-broken-fields.json", "work[0].startDate: \"03/04/2021\" is read as 2021"),
        ("10-broken-fields.json", "work[2] is left out"),
        ("10-broken-fields.json", "projects[0] has no name and is left out"),
    ] {
        let notes = file(name).notes.join("\n");
        assert!(notes.contains(told), "{name}: {told}\nin\n{notes}");
    }
}

#[test]
fn an_end_that_is_no_date_never_becomes_present() {
    let text = r#"{"basics": {"name": "A"}, "work": [{"name": "B", "position": "C", "startDate": "2020", "endDate": "soon"}]}"#;
    let Import { portfolio, notes } = json_resume::read(text).unwrap();
    assert_eq!(at(&portfolio, "experience.0.roles.0.end").text(), Some("soon"));
    assert!(notes[0].contains("work[0].endDate: \"soon\" is no date"), "{notes:?}");
}

#[test]
fn what_is_no_resume_says_so() {
    for (text, said) in [
        ("", "empty"),
        ("[1]", "no object"),
        ("{}", "nothing of a résumé"),
        ("{\"a\": {\"b\": 1}}", "nothing of a résumé"),
        ("{\"basics\": ", "not JSON"),
    ] {
        let error = json_resume::read(text).unwrap_err().to_string();
        assert!(error.contains(said), "{text}: {error}");
    }
}

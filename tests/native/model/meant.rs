//! What authors write first is read as they mean it: dates, ids, one thing for a list, a word for an object.

use vitrine::model::{Gate, ReadError};
use vitrine::model::{Portfolio, Severity, check};

use super::{reading, report};

/// The problems of a file that are more than notes.
pub fn faults(file: &str) -> Result<Vec<String>, ReadError> {
    let problems = check(file, &Gate::native())?.problems;
    Ok(problems.iter().filter(|problem| problem.severity() != Severity::Note).map(ToString::to_string).collect())
}

#[test]
fn what_an_employer_says_of_a_role_without_a_title_is_told() {
    let reading = reading(
        r#"{"profile": "Ada", "experience": [{"name": "A", "start": "2015", "end": "2020", "roles": ["Lead"]}, "B"]}"#,
    );
    assert_eq!(reading.value.experience.len(), 1);
    let told = report(&reading);
    assert!(
        told.contains("experience[0]: what it says of a role is left out, since the role has no \"title\""),
        "{told}"
    );
    assert!(told.contains("experience[1]: no sound role is left in it; add \"roles\", or the \"title\""), "{told}");
}

#[test]
fn an_id_that_is_written_comes_before_one_that_is_made() {
    let reading = reading(
        r#"{"profile": "Ada", "projects": ["Shop", {"id": "shop", "title": "B"}, "Shop", {"id": "shop-1", "title": "C"}, "Shop"]}"#,
    );
    let ids: Vec<&str> = reading.value.projects.iter().map(|project| &*project.id).collect();
    assert_eq!(ids, ["shop-2", "shop", "shop-3", "shop-1", "shop-4"]);
    assert_eq!(report(&reading), "");
    let many = serde_json::json!({"profile": "Ada", "projects": vec!["x"; 50_000]}).to_string();
    let start = std::time::Instant::now();
    assert_eq!(super::reading(&many).value.projects.len(), 50_000);
    assert!(start.elapsed() < std::time::Duration::from_secs(30), "{:?}", start.elapsed());
}

#[test]
fn two_axes_of_a_radar_and_technologies_of_like_names_are_all_kept() {
    let radar = reading(include_str!("../data/cases/radar-two.json"));
    let axes = radar.value.radar.as_ref().map(|radar| radar.axes.len());
    assert_eq!((axes, report(&radar)), (Some(2), String::new()));
    let names = reading(include_str!("../data/cases/technologies.json"));
    let uses: Vec<(&str, u32)> = names.value.technologies.iter().map(|entry| (&*entry.id, entry.uses)).collect();
    assert_eq!(uses[..4], [("c", 1), ("cpp", 1), ("csharp", 1), ("dotnet", 1)]);
    assert_eq!(report(&names), "");
}

#[test]
fn a_technology_may_be_used_without_being_declared() {
    let reading = reading(
        r#"{"profile": {"name": "Ada"}, "technologies": ["C", {"name": "PostgreSQL", "aliases": ["Postgres"]}],
            "projects": [{"title": "P", "technologies": ["C", "C++", "C#", "postgres", "Postgres", ".NET", "Node.js", "node.js"]},
                {"title": "P", "technologies": "Redis"}],
            "skills": ["Python", "SQL", {"title": "Data", "entries": ["Redis"]}]}"#,
    );
    let technologies: Vec<(&str, &str, u32)> =
        reading.value.technologies.iter().map(|entry| (&*entry.id, &*entry.name, entry.uses)).collect();
    assert_eq!(
        technologies,
        [
            ("c", "C", 1),
            ("postgresql", "PostgreSQL", 1),
            ("cplusplus", "C++", 1),
            ("csharp", "C#", 1),
            ("postgres", "postgres", 1),
            ("dotnet", ".NET", 1),
            ("node-js", "Node.js", 1),
            ("redis", "Redis", 1),
            ("python", "Python", 0),
            ("sql", "SQL", 0),
        ]
    );
    let ids: Vec<&str> = reading.value.projects.iter().map(|project| &*project.id).collect();
    assert_eq!(ids, ["p", "p-2"]);
    let groups: Vec<(&str, usize)> =
        reading.value.skills.iter().map(|group| (&*group.title, group.entries.len())).collect();
    assert_eq!(groups, [("Skills", 2), ("Data", 1)]);
    assert_eq!(
        report(&reading),
        "Warning projects[0].technologies[3]: the technology \"postgres\" is not declared, so that it is one of its own; did you mean \
         \"postgresql\"?\nWarning projects[0].technologies[7]: \"node.js\" is in this list already; delete one\n"
    );
}

#[test]
fn ids_from_any_script_are_folded_readably_and_what_windows_cant_hold_is_reported() {
    let projects = |ids: &[&str]| {
        let list: Vec<_> = ids.iter().map(|id| serde_json::json!({"id": id, "title": "T"})).collect();
        let reading = reading(&serde_json::json!({"profile": "Ada", "projects": list}).to_string());
        (reading.value.projects.iter().map(|project| project.id.clone()).collect::<Vec<_>>(), report(&reading))
    };
    let (ids, told) = projects(&["conciliação", "é", "Опыт", "経験"]);
    assert_eq!(ids, ["conciliacao", "e", "opyt", "jingyan"]);
    assert!(told.lines().all(|line| line.starts_with("Note")) && told.lines().count() == 4, "{told}");
    let (ids, told) = projects(&["con", "NUL", "com1", "LPT9", "con.html", "a.", "console"]);
    assert_eq!(ids, ["con-1", "nul-1", "com1-1", "lpt9-1", "con-html", "a", "console"]);
    assert_eq!(told.lines().filter(|line| line.starts_with("Error")).count(), 6, "{told}");
    assert!(
        told.contains("\"con.html\" is no name for a folder on Windows; choose another id, such as \"con-html\""),
        "{told}"
    );
    let names = reading(include_str!("../data/cases/names.json"));
    assert!(names.value.projects.iter().all(|project| vitrine::model::id::fits_path(&project.id)));
}

#[test]
fn what_nobody_sees_and_what_is_no_number_is_reported() {
    let invisible = reading(include_str!("../data/cases/invisible.json"));
    assert!(report(&invisible).contains("projects[0].title: is empty; write something here"), "{}", report(&invisible));
    let number = reading(include_str!("../data/cases/number.json"));
    assert!(number.value.metrics.is_empty());
    assert_eq!(report(&number).lines().filter(|line| line.contains("mend it")).count(), 2, "{}", report(&number));
    for blank in ["\u{3000}", "\u{2800}", "\u{3164}", "\u{ad}\u{200d}"] {
        let reading =
            reading(&serde_json::json!({"profile": "Ada", "projects": [{"id": "p", "title": blank}]}).to_string());
        assert!(reading.value.projects.is_empty(), "{blank:?}");
    }
}

#[test]
fn one_thing_where_a_list_is_meant_is_a_list_of_one_and_a_word_an_object() {
    let reading = reading(
        r#"{"profile": {"name": "Ada", "about": "One paragraph."}, "theme": "slate", "sections": ["about", "projects"],
            "projects": {"title": "P", "impact": "big", "decision": "SQL", "lessons": "less", "links": "https://example.org/x"},
            "experience": {"name": "Acme", "title": "Dev", "start": 2020, "achievements": "one"},
            "contact": "ada@example.org"}"#,
    );
    assert_eq!(report(&reading), "");
    let portfolio = &reading.value;
    assert_eq!((portfolio.theme.name.as_str(), portfolio.profile.about.len()), ("slate", 1));
    let titles: Vec<&str> = portfolio.sections.iter().map(|section| &*section.title).collect();
    assert_eq!(titles, ["About", "Projects"]);
    let project = &portfolio.projects[0];
    assert_eq!((project.lessons.len(), project.links[0].label.as_str()), (1, "example.org/x"));
    assert!(project.impact.is_some() && project.decision.is_some());
    assert_eq!(
        (&*portfolio.experience[0].roles[0].title, portfolio.experience[0].roles[0].achievements.len()),
        ("Dev", 1)
    );
    assert!(portfolio.contact.as_ref().is_some_and(|contact| contact.email.is_some()));
}

#[test]
fn every_message_of_a_first_try_says_what_to_write() {
    for file in [include_str!("../data/cases/words.json"), include_str!("../data/cases/first-try.json")] {
        let faults = faults(file).expect("a portfolio");
        for fault in &faults {
            let says = [
                "did you mean",
                "here it is called",
                "write",
                "add",
                "the properties here are",
                "is written in",
                "is told by",
                "mend it",
            ];
            assert!(says.iter().any(|word| fault.contains(word)), "{fault}");
        }
    }
    let words = faults(include_str!("../data/cases/words.json")).expect("a portfolio").join("\n");
    for advice in [
        "projects[0].description: unknown property \"description\"; here it is called \"summary\"",
        "experience[0].company: unknown property \"company\"; here it is called \"name\"",
        "diagrams[0].edges[0].from: unknown property \"from\"; here it is called \"source\"",
        "profile.email: unknown property \"email\"; an address is written in \"contact\", as \"email\"",
    ] {
        assert!(words.contains(advice), "{advice}\n\n{words}");
    }
}

#[test]
fn days_of_an_export_are_read_in_silence_or_with_one_word() {
    let exported = reading(include_str!("../data/cases/exported-year.json"));
    let days =
        |reading: &vitrine::model::Reading<Portfolio>| reading.value.contributions.as_ref().map(|it| it.days.len());
    assert_eq!((days(&exported), report(&exported)), (Some(2), String::new()));
    let older = reading(include_str!("../data/cases/older-year.json"));
    assert_eq!((days(&older), report(&older)), (Some(3), String::new()));
    let year: Vec<_> = (1..=28)
        .map(|day| serde_json::json!({"date": format!("2026-12-{day:02}T00:00:00Z"), "count": 1, "level": 1}))
        .collect();
    let file =
        serde_json::json!({"profile": "Ada", "contributions": {"source": "Git", "taken": "2026-12-20", "days": year}});
    let cut = reading(&file.to_string());
    assert_eq!(days(&cut), Some(20));
    assert_eq!(
        report(&cut),
        "Warning contributions.days[20].date: 2026-12-21 and 7 other days are not within the 50 years before the day the counts were \
         taken, 2026-12-20, and left out; mend \"taken\", or delete it\n"
    );
}

#[test]
fn a_career_has_a_place_for_each_of_its_parts() {
    let file = r#"{"profile": "Dana", "education": {"title": "BSc", "by": "TU", "period": "2010-2013", "level": "1.3"},
        "languages": ["English", {"title": "German", "level": "C1"}], "awards": [{"title": "Prize", "date": "2020-05-04"}],
        "talks": [{"title": "On queues", "by": "Conf", "date": 2019}], "certificates": ["A", "B"],
        "sections": ["education", {"title": "How I work", "text": "Slowly.\n\nAnd well."}, {"title": "More", "parts": ["languages", "talks"]},
            {"parts": []}, {"title": "Hobbies", "intro": "I climb."}]}"#;
    let reading = reading(file);
    let portfolio = &reading.value;
    let titles: Vec<&str> = portfolio.sections.iter().map(|section| &*section.title).collect();
    assert_eq!(titles, ["Education", "How I work", "More"]);
    assert!(portfolio.sections[1].text.is_some() && portfolio.sections[1].parts.is_empty());
    assert_eq!(report(&reading), "Error sections[4]: the property \"parts\" is missing; add it\n");
    let without = file.replace("\"sections\"", "\"$schema\": \"x\", \"sectons\"");
    let usual = super::reading(&without).value.sections;
    let titles: Vec<&str> = usual.iter().map(|section| &*section.title).collect();
    assert_eq!(titles, ["Education", "Talks", "Awards", "Languages"]);
    let told = super::report(&super::reading(
        r#"{"profile": "Dana", "education": [{"institution": "TU", "studyType": "BSc", "startDate": "2010"}], "certifications": []}"#,
    ));
    for advice in [
        "here it is called \"by\"",
        "here it is called \"title\"",
        "here it is called \"period\"",
        "did you mean \"certificates\"",
    ] {
        assert!(told.contains(advice), "{advice}: {told}");
    }
}

#[test]
fn names_in_one_text_are_a_list_of_them() {
    for (text, expected) in [
        ("Rust, Go", "rust go"),
        ("Rust; Go;C++", "rust go cplusplus"),
        ("Rust、Go", "rust go"),
        ("Rust,", "rust"),
        ("C*, C", "cstar c"),
        ("Rust", "rust"),
    ] {
        for file in [
            serde_json::json!({"profile": "Ada", "technologies": text}),
            serde_json::json!({"profile": "Ada", "projects": [{"title": "P", "technologies": text}]}),
            serde_json::json!({"profile": "Ada", "experience": [{"name": "E", "title": "T", "technologies": text}]}),
        ] {
            let reading = reading(&file.to_string());
            let ids: Vec<&str> = reading.value.technologies.iter().map(|entry| &*entry.id).collect();
            assert_eq!(ids.join(" "), expected, "{file}");
            assert_eq!(report(&reading), "", "{file}");
        }
    }
    let aliases = reading(
        r#"{"profile": "Ada", "technologies": [{"name": "Go", "aliases": "golang, go lang"}],
            "projects": [{"title": "P", "technologies": ["golang", "a, b"]}, {"title": "Q", "technologies": "go lang"}]}"#,
    );
    let names: Vec<(&str, u32)> = aliases.value.technologies.iter().map(|entry| (&*entry.name, entry.uses)).collect();
    assert_eq!(names, [("Go", 2), ("a, b", 1)], "an entry of a list is one name");
}

#[test]
fn the_day_that_weeks_begin_on_is_monday_unless_it_is_told() {
    use vitrine::model::WeekStart::{Monday, Saturday, Sunday};
    let days = r#""source": "made up", "taken": "2026-11-20", "days": [{"date": "2026-11-20", "count": 1}]"#;
    for (week_start, expected, told) in [
        ("", Monday, ""),
        (r#", "weekStart": "monday""#, Monday, ""),
        (r#", "weekStart": "sunday""#, Sunday, ""),
        (r#", "weekStart": "saturday""#, Saturday, ""),
        (
            r#", "weekStart": "sundy""#,
            Monday,
            "Error contributions.weekStart: unknown first day of weeks \"sundy\"; did you mean \"sunday\"?\n",
        ),
    ] {
        let reading = reading(&format!(r#"{{"profile": "Ada", "contributions": {{{days}{week_start}}}}}"#));
        let found = reading.value.contributions.as_ref().map(|contributions| contributions.week_start);
        assert_eq!((found, report(&reading).as_str()), (Some(expected), told), "{week_start}");
    }
}

#[test]
fn a_file_of_another_version_is_read_and_told_what_to_do() {
    for (version, told) in [
        (r#""version": 1"#, ""),
        (r#""version": "1.0.0""#, ""),
        (r#""version": "v1""#, ""),
        (r#""schemaVersion": 1"#, ""),
        (
            r#""version": 7"#,
            "Warning version: the file's format 7 is newer than 1, which is the latest this program knows",
        ),
        (r#""schemaVersion": 7"#, "Warning schemaVersion: the file's format 7 is newer"),
        (
            r#""version": "0.9""#,
            "Note version: the file's format 0 is older than 1, and read all the same; what changed: the number is called",
        ),
        (r#""version": "latest""#, "Warning version: \"latest\" is no version of the format; write 1, or leave it out"),
        (r#""version": 1.5"#, ""),
        (r#""format": 1"#, "Warning format: unknown property \"format\"; here it is called \"version\""),
    ] {
        let reading = reading(&format!(r#"{{{version}, "profile": "Ada"}}"#));
        let report = report(&reading);
        assert!(report.starts_with(told) && report.is_empty() == told.is_empty(), "{version}: {report}");
        assert_eq!(reading.value.profile.name, "Ada");
    }
}

//! Dates and periods as people write them.

use vitrine::model::{Day, Portfolio};

use super::meant::faults;
use super::{reading, report};

fn today() -> Day {
    Day::parse("2026-11-20").expect("a day")
}

/// Title and period of every role, and of every project that has a period.
fn periods(portfolio: &Portfolio) -> Vec<(&str, String)> {
    let words = |period: &vitrine::model::Period| period.words(today(), vitrine::model::Words::english());
    let roles = portfolio.experience.iter().flat_map(|employer| &employer.roles);
    let projects = portfolio.projects.iter();
    let roles = roles.map(|role| (&*role.title, role.period.as_ref().map(words).unwrap_or_default()));
    roles
        .chain(projects.map(|project| (&*project.title, project.period.as_ref().map(words).unwrap_or_default())))
        .collect()
}

#[test]
fn a_date_is_read_as_it_is_written_and_no_role_is_lost_for_one() {
    let file = include_str!("../data/cases/dates.json");
    let expected = [
        ("A", "Nov 2016 – Sep 2018"),
        ("B", "Oct 2018 – present"),
        ("C", "Mar 2012 – present"),
        ("D", "2010 – present"),
        ("E", "Mar 2009 – Mar 2010"),
        ("F", "2008 – present"),
        ("G", "Sep 2011 – Feb 2012"),
    ];
    let reading = reading(file);
    assert_eq!(periods(&reading.value), expected.map(|(title, words)| (title, words.to_owned())));
    assert_eq!(report(&reading), "");
    assert_eq!(faults(file), Ok(vec![]));
}

#[test]
fn what_cant_be_read_of_a_date_is_left_out_and_never_becomes_present() {
    let roles = [
        (r#""start": "2020-01", "end": "soon""#, "began Jan 2020"),
        (r#""start": "2020-01", "end": "2019""#, "began Jan 2020"),
        (r#""start": "2020-01", "end": "?""#, "began Jan 2020"),
        (r#""start": "whenever""#, ""),
        (r#""start": "whenever", "end": "2021""#, "until 2021"),
        (r#""start": "present""#, ""),
        (r#""start": "Summer 2020", "end": "03/04/2021""#, "2020 – 2021"),
        (r#""start": "2018", "end": 2021.5"#, "began 2018"),
        (r#""start": "2018", "end": [2021, 6]"#, "began 2018"),
        (r#""start": "2018", "end": {"year": 2021}"#, "began 2018"),
        (r#""start": "2018", "end": false"#, "began 2018"),
        (r#""start": "2018", "endDate": "2020""#, "2018 – 2020"),
        (r#""start": "2018", "until": "soon""#, "began 2018"),
        (r#""start": "early 2018 – 2020""#, "2018 – 2020"),
        (r#""start": "Sep 2018 – 21""#, ""),
        (r#""start": 20201"#, ""),
        (r#""start": 2020.5"#, ""),
        (r#""start": "2020-13", "end": "2021-02-30""#, ""),
    ];
    for (dates, expected) in roles {
        let file = format!(
            r#"{{"profile": {{"name": "Ada"}}, "experience": [{{"name": "X", "roles": [{{"title": "T", {dates}}}]}}]}}"#
        );
        let reading = reading(&file);
        assert_eq!(periods(&reading.value), [("T", expected.to_owned())], "{dates}");
        assert_ne!(report(&reading), "", "{dates}");
    }
}

#[test]
fn an_end_alone_is_until_and_what_is_to_come_is_said() {
    let file = include_str!("../data/cases/periods.json");
    let reading = reading(file);
    let expected = [
        ("One month", "Jun 2012"),
        ("2020 to 2020", "2020"),
        ("mixed", "Jun 2020 – 2020"),
        ("Lasting since 2004", "2004 – present"),
        ("From 2027-03", "from Mar 2027"),
        ("End in 2031", "Jan 2024 – Jun 2031"),
        ("future span", "Jan 2027 – Jan 2028"),
        ("ends before", "began May 2022"),
        ("End only", "until Mar 2024"),
        ("Start only", "Mar 2024 – present"),
        ("String", "2024"),
    ];
    assert_eq!(periods(&reading.value), expected.map(|(title, words)| (title, words.to_owned())));
    assert_eq!(
        report(&reading),
        "Error experience[4].roles[0].end: ends 2021-01, before it starts in 2022-05, so that its end is left out; swap or mend the \
         dates\n"
    );
    let refused = super::reading(include_str!("../data/cases/end-refused.json"));
    assert_eq!(periods(&refused.value)[0].1, "Nov 2016 – Sep 2018");
    assert_eq!(periods(&refused.value)[1].1, "Jan 2015 – Sep 2016");
}

#[test]
fn a_period_may_be_one_text() {
    for (text, expected) in [
        ("2020-2022", "2020 – 2022"),
        ("2020-22", "2020 – 2022"),
        ("2019/21", "2019 – 2021"),
        ("1998 – 99", "1998 – 1999"),
        ("Jan 2020 – Present", "Jan 2020 – present"),
        ("2020", "2020"),
        ("2020-05", "May 2020"),
        ("since 2019", "2019 – present"),
        ("03/2020 - 04/2021", "Mar 2020 – Apr 2021"),
        ("2020.05 - 2021.01", "May 2020 – Jan 2021"),
        ("12/2019 – heute", "Dec 2019 – present"),
    ] {
        let file = serde_json::json!({"profile": "Ada", "projects": [{"title": "P", "period": text}]}).to_string();
        let reading = reading(&file);
        assert_eq!(periods(&reading.value), [("P", expected.to_owned())], "{text}");
        assert_eq!(report(&reading), "", "{text}");
    }
}

#[test]
fn a_role_has_its_period_in_one_or_in_two() {
    for (role, expected) in [
        (r#""period": "2021-03 - 2024""#, "Mar 2021 – 2024"),
        (r#""period": "2022-""#, "2022 – present"),
        (r#""period": {"start": "2021", "end": "2022"}"#, "2021 – 2022"),
        (r#""start": "2021", "end": "2022""#, "2021 – 2022"),
    ] {
        for file in [
            format!(r#"{{"profile": "Ada", "experience": [{{"name": "A", "roles": [{{"title": "T", {role}}}]}}]}}"#),
            format!(r#"{{"profile": "Ada", "experience": [{{"name": "A", "title": "T", {role}}}]}}"#),
        ] {
            assert_eq!(faults(&file).expect("JSON"), [""; 0], "{file}");
            assert_eq!(periods(&reading(&file).value), [("T", expected.to_owned())], "{file}");
        }
    }
}

//! One bad field never loses more than its entry: every field of a full portfolio, spoilt in every way.

use serde_json::{Value, json};
use vitrine::model::{Part, Portfolio};

use super::{full, reading, report};

/// Every place of a value, as JSON pointers.
pub fn pointers(value: &Value) -> Vec<String> {
    fn collect(value: &Value, here: &str, all: &mut Vec<String>) {
        let below: Vec<(String, &Value)> = match value {
            Value::Object(entries) => entries.iter().map(|(key, value)| (format!("{here}/{key}"), value)).collect(),
            Value::Array(entries) => {
                entries.iter().enumerate().map(|(index, value)| (format!("{here}/{index}"), value)).collect()
            }
            _ => Vec::new(),
        };
        for (pointer, value) in below {
            collect(value, &pointer, all);
            all.push(pointer);
        }
    }
    let mut all = Vec::new();
    collect(value, "", &mut all);
    all
}

/// How many entries the lists of a portfolio have, by the property they come from.
fn sizes(portfolio: &Portfolio) -> [(&'static str, usize); 15] {
    [
        ("metrics", portfolio.metrics.len()),
        ("technologies", portfolio.technologies.len()),
        ("sections", portfolio.sections.len()),
        ("projects", portfolio.projects.len()),
        ("experience", portfolio.experience.len()),
        ("experience", portfolio.experience.iter().map(|employer| employer.roles.len()).min().unwrap_or(0)),
        ("skills", usize::from(portfolio.radar.is_some())),
        ("skills", portfolio.skills.len()),
        ("focus", portfolio.focus.len()),
        ("competencies", portfolio.competencies.len()),
        ("diagrams", portfolio.diagrams.len()),
        ("contributions", portfolio.contributions.iter().map(|it| it.days.len()).sum()),
        ("writing", portfolio.writing.len()),
        ("education", portfolio.records(Part::Education).len()),
        ("languages", portfolio.records(Part::Languages).len()),
    ]
}

/// Which lists may lose an entry because something they name is gone.
fn follows(list: &str, spoilt: &str) -> bool {
    match list {
        // A section goes with the last thing it could show.
        "sections" => true,
        "skills" | "focus" => spoilt == "technologies",
        _ => false,
    }
}

#[test]
fn one_bad_field_loses_at_most_its_entry() {
    let sound: Value = serde_json::from_str(full()).expect("JSON");
    let before = sizes(&reading(full()).value);
    let huge = "x".repeat(20_000);
    let spoils = [
        None,
        Some(Value::Null),
        Some(json!(true)),
        Some(json!(-1.5e300)),
        Some(json!("")),
        Some(json!([])),
        Some(json!({})),
        Some(json!([null, 5, {"x": []}])),
        Some(json!(huge)),
    ];
    let mut tried = 0;
    for pointer in pointers(&sound) {
        let list = pointer.split('/').nth(1).unwrap_or_default();
        let deep = pointer.matches('/').count() > 1;
        for spoil in &spoils {
            let mut file = sound.clone();
            match (spoil, pointer.rsplit_once('/')) {
                (Some(spoil), _) => *file.pointer_mut(&pointer).expect("there") = spoil.clone(),
                (None, Some((parent, key))) => match file.pointer_mut(parent).expect("there") {
                    Value::Object(entries) => drop(entries.remove(key)),
                    Value::Array(entries) => drop(entries.remove(key.parse().expect("an index"))),
                    _ => unreachable!("only lists and objects hold values"),
                },
                (None, None) => unreachable!("every pointer has a slash"),
            }
            let reading = reading(&file.to_string());
            for ((name, before), (_, after)) in before.iter().zip(sizes(&reading.value)) {
                let gone = before.saturating_sub(after);
                let bound = match (*name == list, deep) {
                    (true, false) => *before,
                    (true, true) if sound.pointer(&pointer).is_some_and(Value::is_array) => *before,
                    // A diagram or a group of skills is an entry with entries.
                    (true, true) => 1 + usize::from(list == "contributions") * before,
                    _ if follows(name, list) => *before,
                    _ => 0,
                };
                assert!(gone <= bound, "{pointer} = {spoil:?} lost {gone} of {name}\n{}", report(&reading));
            }
            let wrong_type = matches!(spoil, Some(Value::Bool(_)))
                && !pointer.ends_with("/sample")
                && !pointer.ends_with("/nav")
                && !pointer.ends_with("/featured");
            let path = pointer.split('/').skip(1).fold(String::new(), |path, step| match step.parse::<usize>() {
                Ok(index) => format!("{path}[{index}]"),
                Err(_) if path.is_empty() => step.to_owned(),
                Err(_) => format!("{path}.{step}"),
            });
            if wrong_type {
                let named = reading.problems.iter().any(|problem| problem.path.to_string() == path);
                assert!(named, "{pointer} = {spoil:?} is not reported\n{}", report(&reading));
            }
            tried += 1;
        }
    }
    assert!(tried > 1_500, "every field is spoilt: {tried}");
}

//! `resume.json` by the schema of JSON Resume, 1.x and before, and what people publish as one: the way back from what a site offers.

mod basics;
mod record;

use std::collections::BTreeMap;

use vitrine_model::id;

use crate::date::{When, period};
use crate::fields::{Fields, Notes};
use crate::{Import, ImportError, Value, lenient};

/// What a résumé has anyway and a portfolio doesn't need.
const PASSED: &[&str] = &["$schema", "meta", "basics"];

/// What skills are called that are in no group.
const NAMELESS: &str = "Skills";

/// Reads a résumé.
///
/// # Errors
/// When it is no JSON, or no object.
pub fn read(text: &str) -> Result<Import, ImportError> {
    let (value, told) = lenient::read(text, "the résumé")?;
    if !matches!(value, Value::Object(_)) {
        return Err(ImportError("the résumé is JSON, but no object; JSON Resume has `{ \"basics\": … }`".into()));
    }
    let notes = Notes::default();
    for line in told {
        notes.say(line);
    }
    let fields = Fields::new(&value, "", String::new(), &notes);
    fields.pass(PASSED);
    let (site, mut own) = basics::read(&value, &notes);
    own.extend([("projects", projects(&fields)), ("experience", experience(&fields)), ("skills", skills(&fields))]);
    own.extend(record::lists(&fields));
    drop(fields);
    let portfolio = Value::object([("version", 1_u64.into()), ("site", site)].into_iter().chain(own));
    if portfolio.properties().len() < 2 {
        return Err(ImportError(
            "there is nothing of a résumé in it: JSON Resume has `basics`, `work`, `education`, `skills`".into(),
        ));
    }
    Ok(notes.into_import(portfolio))
}

/// Employers, with the positions held there one after the other.
fn experience(fields: &Fields<'_>) -> Value {
    let mut employers: Vec<(Value, Vec<Value>)> = Vec::new();
    for entry in fields.list(&["work", "experience"], "position") {
        let job = entry.fields();
        let (name, title) = (job.text(&["name", "company", "organization"]), job.text(&["position", "title", "role"]));
        if name.is_none() || title.is_none() {
            let (missing, other) = if name.is_none() { ("name", "position") } else { ("position", "name") };
            job.say(&format!("has no {missing}; its {other} stands for it"));
        }
        let Some(either) = name.clone().or_else(|| title.clone()) else {
            job.say("is left out");
            continue;
        };
        let about: Vec<String> = [job.text(&["description"]), job.text(&["summary"])].into_iter().flatten().collect();
        let employer = Value::object([
            ("name", name.unwrap_or_else(|| either.clone()).into()),
            ("url", job.address(&["url", "website"]).into()),
            ("location", job.text(&["location"]).into()),
        ]);
        let role = Value::object([
            ("title", title.unwrap_or(either).into()),
            ("start", job.when(&["startDate", "start"]).value()),
            ("end", job.when(&["endDate", "end"]).value()),
            ("summary", about.join(" ").into()),
            ("achievements", job.texts(&["highlights", "achievements"]).into_iter().collect()),
            ("technologies", job.names(&["keywords", "technologies"]).into_iter().collect()),
        ]);
        match employers.last_mut().filter(|(last, _)| *last == employer) {
            Some((_, roles)) => roles.push(role),
            None => employers.push((employer, vec![role])),
        }
    }
    let with_roles = |(mut employer, roles): (Value, Vec<Value>)| {
        employer.set("roles", Value::List(roles));
        employer
    };
    employers.into_iter().map(with_roles).collect()
}

fn projects(fields: &Fields<'_>) -> Value {
    let mut taken = BTreeMap::new();
    let mut projects = Vec::new();
    for entry in fields.list(&["projects"], "name") {
        let project = entry.fields();
        let Some(title) = project.text(&["name", "title"]) else {
            project.say("has no name and is left out");
            continue;
        };
        let slug = Some(id::slug(&title)).filter(|slug| id::fits_path(slug));
        let mut roles = project.texts(&["roles", "role"]);
        roles.extend(project.text(&["entity"]));
        let (start, end) = (project.when(&["startDate"]), project.when(&["endDate"]));
        let highlights: Value = project.texts(&["highlights"]).into_iter().collect();
        let link = project.address(&["url", "website", "githubUrl", "repository"]);
        projects.push(Value::object([
            ("id", slug.map(|slug| id::free(&slug, &mut taken)).into()),
            ("kind", kind(&project)),
            ("title", title.into()),
            ("role", roles.join(", ").into()),
            ("period", one_or_both(&start, &end)),
            ("summary", project.text(&["description", "summary"]).into()),
            ("impact", Value::object([("points", highlights)])),
            ("technologies", project.names(&["keywords", "technologies"]).into_iter().collect()),
            ("links", link.into_iter().map(|url| Value::object([("url", url.into())])).collect()),
        ]));
    }
    Value::List(projects)
}

/// Of a project of which only the end is known, that is when it was.
fn one_or_both(start: &When, end: &When) -> Value {
    if *start == When::Open { period(end, end) } else { period(start, end) }
}

fn kind(project: &Fields<'_>) -> Value {
    let Some(said) = project.text(&["type"]) else { return Value::Null };
    match &*id::slug(&said) {
        kind @ ("case-study" | "initiative") => kind.into(),
        "project" => Value::Null,
        _ => {
            project.say(&format!("is of the type {said:?}, which a portfolio does not tell from other projects"));
            Value::Null
        }
    }
}

/// Groups of skills; those that are in none make one.
fn skills(fields: &Fields<'_>) -> Value {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for entry in fields.list(&["skills"], "name") {
        let skill = entry.fields();
        let (name, mut entries) = (skill.text(&["name", "category"]), skill.names(&["keywords", "skills"]));
        if let Some(level) = skill.text(&["level", "rating"]) {
            skill.say(&format!("has the level {level:?}: say instead where it shipped, in `context`"));
        }
        let title = if entries.is_empty() {
            entries.extend(name);
            NAMELESS.to_owned()
        } else {
            name.unwrap_or_else(|| NAMELESS.to_owned())
        };
        match groups.iter_mut().find(|(known, _)| *known == title) {
            Some((_, known)) => known.extend(entries),
            None => groups.push((title, entries)),
        }
    }
    let group = |(title, mut entries): (String, Vec<String>)| {
        let mut seen = Vec::new();
        entries.retain(|entry| {
            let slug = id::slug(entry);
            let is_new = !seen.contains(&slug);
            seen.push(slug);
            is_new
        });
        Value::object([("title", title.into()), ("entries", entries.into_iter().collect())])
    };
    let groups: Value = groups.into_iter().filter(|(_, entries)| !entries.is_empty()).map(group).collect();
    Value::object([("groups", groups)])
}

//! What belongs to a career beside work, under the names that a portfolio has for it.

use crate::Value;
use crate::date::{When, date_or_period};
use crate::fields::{Entry, Fields};

/// The lists of records, as a portfolio has them.
pub fn lists(fields: &Fields<'_>) -> Vec<(&'static str, Value)> {
    let list = |names: &[&'static str], main, make: &dyn Fn(&Fields<'_>) -> Option<Value>| -> Value {
        let make = |entry: &Entry<'_>| {
            let record = entry.fields();
            let made = make(&record);
            if made.is_none() {
                record.say("has no name and is left out");
            }
            made
        };
        fields.list(names, main).iter().filter_map(make).collect()
    };
    vec![
        ("education", list(&["education"], "institution", &education)),
        ("certificates", list(&["certificates", "certifications"], "name", &certificate)),
        ("publications", list(&["publications"], "name", &publication)),
        ("languages", list(&["languages"], "language", &language)),
        ("awards", list(&["awards"], "title", &award)),
        ("volunteering", list(&["volunteer", "volunteering"], "organization", &volunteering)),
        ("testimonials", list(&["references"], "reference", &reference)),
        ("interests", list(&["interests"], "name", &interest)),
    ]
}

fn education(record: &Fields<'_>) -> Option<Value> {
    let degree: Vec<String> =
        [record.text(&["studyType", "degree"]), record.text(&["area", "major"])].into_iter().flatten().collect();
    let school = record.text(&["institution", "school"]);
    let (title, by) = if degree.is_empty() { (school?, None) } else { (degree.join(", "), school) };
    let [date, period] = date_or_period(&record.when(&["startDate"]), &record.when(&["endDate"]));
    Some(Value::object([
        ("title", title.into()),
        ("by", by.into()),
        ("level", record.text(&["score", "gpa"]).into()),
        date,
        period,
        ("location", record.text(&["location"]).into()),
        ("url", record.address(&["url", "website"]).into()),
        ("text", record.text(&["summary", "description"]).into()),
        ("points", points(record, &["courses", "highlights"])),
    ]))
}

fn certificate(record: &Fields<'_>) -> Option<Value> {
    Some(Value::object([
        ("title", record.text(&["name", "title"])?.into()),
        ("by", record.text(&["issuer"]).into()),
        ("date", record.when(&["date", "startDate"]).value()),
        ("url", record.address(&["url", "website"]).into()),
    ]))
}

fn publication(record: &Fields<'_>) -> Option<Value> {
    Some(Value::object([
        ("title", record.text(&["name", "title"])?.into()),
        ("by", record.text(&["publisher"]).into()),
        ("date", record.when(&["releaseDate", "date"]).value()),
        ("url", record.address(&["url", "website"]).into()),
        ("text", record.text(&["summary"]).into()),
    ]))
}

fn language(record: &Fields<'_>) -> Option<Value> {
    Some(Value::object([
        ("title", record.text(&["language", "name"])?.into()),
        ("level", record.text(&["fluency", "level"]).into()),
    ]))
}

fn award(record: &Fields<'_>) -> Option<Value> {
    Some(Value::object([
        ("title", record.text(&["title", "name"])?.into()),
        ("by", record.text(&["awarder"]).into()),
        ("date", record.when(&["date"]).value()),
        ("url", record.address(&["url"]).into()),
        ("text", record.text(&["summary"]).into()),
    ]))
}

fn volunteering(record: &Fields<'_>) -> Option<Value> {
    let (position, organization) = (record.text(&["position"]), record.text(&["organization", "name"]));
    let (title, by) = if position.is_none() { (organization?, None) } else { (position?, organization) };
    let (start, end) = (record.when(&["startDate"]), record.when(&["endDate"]));
    let [date, period] = match (&start, &end) {
        (When::Open, When::Open) => [("date", Value::Null), ("period", Value::Null)],
        _ => date_or_period(&start, &end),
    };
    Some(Value::object([
        ("title", title.into()),
        ("by", by.into()),
        date,
        period,
        ("location", record.text(&["location"]).into()),
        ("url", record.address(&["url", "website"]).into()),
        ("text", record.text(&["summary", "description"]).into()),
        ("points", points(record, &["highlights"])),
    ]))
}

/// A recommendation. One without a name says what it says.
fn reference(record: &Fields<'_>) -> Option<Value> {
    let (name, text) = (record.text(&["name"]), record.text(&["reference", "text"]));
    Some(match name {
        Some(name) => Value::object([("title", name.into()), ("text", text.into())]),
        None => Value::object([("title", text?.into())]),
    })
}

fn interest(record: &Fields<'_>) -> Option<Value> {
    Some(Value::object([
        ("title", record.text(&["name"])?.into()),
        ("text", record.text(&["summary", "description"]).into()),
        ("points", record.names(&["keywords"]).into_iter().collect()),
    ]))
}

fn points(record: &Fields<'_>, names: &[&'static str]) -> Value {
    record.texts(names).into_iter().collect()
}

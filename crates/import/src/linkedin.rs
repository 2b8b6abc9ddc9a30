//! The archive of a LinkedIn data export: tables in a ZIP, read by the names of their columns.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use vitrine_model::id;

use crate::date::{date_or_period, period};
use crate::fields::{Fields, Notes, address};
use crate::{Import, ImportError, Value};

/// A table of an export is smaller.
const LARGEST: u64 = 20_000_000;

/// The tables that are looked at; nobody else's names and messages are.
const TABLES: [&str; 13] = [
    "profile",
    "positions",
    "education",
    "skills",
    "certifications",
    "publications",
    "patents",
    "languages",
    "honors",
    "projects",
    "volunteering",
    "recommendations_received",
    "organizations",
];

/// Columns that are nobody else's business, or mean nothing elsewhere.
const PRIVATE: &[&str] = &[
    "maiden name",
    "address",
    "birth date",
    "zip code",
    "instant messengers",
    "industry",
    "created date",
    "status",
    "creation date",
];

/// The tables of an export by their names in lower case: each a list of rows, whose columns are in lower case, too.
struct Tables(BTreeMap<String, Value>);

/// Reads an archive.
///
/// # Errors
/// When it is no ZIP, or holds none of the tables.
pub fn read(bytes: &[u8]) -> Result<Import, ImportError> {
    let notes = Notes::default();
    let tables = Tables::of(bytes, &notes)?;
    let list = |table: &str, make: &dyn Fn(&Fields<'_>) -> Option<Value>| -> Value { tables.list(table, &notes, make) };
    let own = vec![
        ("profile", tables.profile(&notes)),
        ("projects", projects(&tables, &notes)),
        ("experience", experience(&tables, &notes)),
        ("skills", skills(&tables, &notes)),
        ("education", list("education", &education)),
        ("certificates", list("certifications", &certificate)),
        ("publications", list("publications", &publication)),
        ("patents", list("patents", &patent)),
        ("languages", list("languages", &language)),
        ("awards", list("honors", &honour)),
        ("volunteering", list("volunteering", &volunteering)),
        ("testimonials", list("recommendations_received", &recommendation)),
        ("memberships", list("organizations", &membership)),
    ];
    let portfolio = Value::object(std::iter::once(("version", 1_u64.into())).chain(own));
    if portfolio.properties().len() < 2 {
        return Err(ImportError(
            "there is no table of a LinkedIn export in the archive, such as Positions.csv; ask LinkedIn for \"the larger data archive\"".into(),
        ));
    }
    Ok(notes.into_import(portfolio))
}

impl Tables {
    fn of(bytes: &[u8], notes: &Notes) -> Result<Self, ImportError> {
        let no_zip = |error: zip::result::ZipError| {
            ImportError(format!("the archive can't be opened ({error}); give the ZIP file as LinkedIn sent it"))
        };
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(no_zip)?;
        let mut tables = BTreeMap::new();
        for position in 0..archive.len() {
            let file = archive.by_index(position).map_err(no_zip)?;
            let name = file.name().unwrap_or_default().rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
            let name = name.strip_suffix(".csv").map(|name| name.replace(' ', "_"));
            let Some(name) = name.filter(|name| TABLES.contains(&&**name)) else { continue };
            let mut text = Vec::new();
            let read = file.take(LARGEST).read_to_end(&mut text);
            if read.is_err() {
                notes.say(format!("{name}.csv is damaged; what can be read of it is taken"));
            }
            tables.insert(name, rows(&String::from_utf8_lossy(&text)));
        }
        Ok(Self(tables))
    }

    fn list(&self, table: &str, notes: &Notes, make: &dyn Fn(&Fields<'_>) -> Option<Value>) -> Value {
        let mut list = Vec::new();
        for (number, row) in self.0.get(table).map_or(&[][..], Value::entries).iter().enumerate() {
            let fields = Fields::new(row, table, format!("{table}.csv, row {}", number + 1), notes);
            fields.pass(PRIVATE);
            match make(&fields) {
                Some(value) => list.push(value),
                None => fields.say("has no name and is left out"),
            }
        }
        Value::List(list)
    }

    fn profile(&self, notes: &Notes) -> Value {
        let list = self.list("profile", notes, &|row| {
            let name: Vec<String> =
                [row.text(&["first name"]), row.text(&["last name"])].into_iter().flatten().collect();
            let about = row.text(&["summary"]).unwrap_or_default();
            let about = about.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
            let mut links = Vec::new();
            for site in brackets(&row.text(&["websites"]).unwrap_or_default()) {
                let (label, url) = match site.split_once(':') {
                    Some((label, url)) if !url.starts_with("//") => (Some(label), url),
                    _ => (None, &*site),
                };
                let label = label.map(capitalised).filter(|label| label != "Other");
                links.extend(address(url).map(|url| Value::object([("label", label.into()), ("url", url.into())])));
            }
            for handle in brackets(&row.text(&["twitter handles"]).unwrap_or_default()) {
                let url = ["https://twitter.com/", handle.trim_start_matches('@')].concat();
                links.push(Value::object([("label", "Twitter".into()), ("url", url.into())]));
            }
            Some(Value::object([
                ("name", Some(name.join(" ")).filter(|name| !name.is_empty())?.into()),
                ("headline", row.text(&["headline"]).into()),
                ("location", row.text(&["geo location"]).into()),
                ("about", about.collect()),
                ("links", Value::List(links)),
            ]))
        });
        list.entries().first().cloned().unwrap_or_default()
    }
}

/// The rows of a table as objects.
fn rows(text: &str) -> Value {
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let Ok(columns) = reader.headers().cloned() else { return Value::Null };
    let columns: Vec<String> = columns.iter().map(|name| name.trim().to_lowercase()).collect();
    let row = |record: csv::StringRecord| {
        let cells =
            columns.iter().map(String::as_str).zip(record.iter().map(|cell| cell.trim().replace("\r\n", "\n").into()));
        Value::object(cells)
    };
    reader.records().flatten().map(row).filter(|row: &Value| !row.is_empty()).collect()
}

/// `[BLOG:https://a.example,OTHER:https://b.example]` as its entries.
fn brackets(text: &str) -> Vec<String> {
    let entries = text.trim().trim_start_matches('[').trim_end_matches(']').split(',');
    entries.map(|entry| entry.trim().to_owned()).filter(|entry| !entry.is_empty()).collect()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
}

fn experience(tables: &Tables, notes: &Notes) -> Value {
    let list = tables.list("positions", notes, &|row| {
        let (company, title) = (row.text(&["company name"]), row.text(&["title"]));
        let either = company.clone().or_else(|| title.clone())?;
        let (mut summary, mut achievements) = (Vec::new(), Vec::new());
        for line in row.text(&["description"]).unwrap_or_default().lines().map(str::trim) {
            match line.strip_prefix(['-', '•', '*', '·', '▪']) {
                Some(point) => achievements.push(point.trim().to_owned()),
                None if line.is_empty() => {}
                None => summary.push(line.to_owned()),
            }
        }
        let role = Value::object([
            ("title", title.unwrap_or_else(|| either.clone()).into()),
            ("start", row.when(&["started on"]).value()),
            ("end", row.when(&["finished on"]).value()),
            ("summary", summary.join("\n\n").into()),
            ("achievements", achievements.into_iter().collect()),
        ]);
        Some(Value::object([
            ("name", company.unwrap_or(either).into()),
            ("location", row.text(&["location"]).into()),
            ("roles", [role].into_iter().collect()),
        ]))
    });
    // Positions held at one employer one after the other are its roles; the place is that of the latest.
    let mut employers: Vec<Value> = Vec::new();
    for employer in list.entries() {
        let is_same = |before: &&mut Value| before.text_of("name") == employer.text_of("name");
        match employers.last_mut().filter(is_same) {
            Some(before) => {
                let roles = [before.list_of("roles"), employer.list_of("roles")].concat();
                before.set("roles", Value::List(roles));
            }
            None => employers.push(employer.clone()),
        }
    }
    Value::List(employers)
}

fn projects(tables: &Tables, notes: &Notes) -> Value {
    let taken = std::cell::RefCell::new(BTreeMap::new());
    tables.list("projects", notes, &|row| {
        let title = row.text(&["title"])?;
        let slug = Some(id::slug(&title)).filter(|slug| id::fits_path(slug));
        let link = row.address(&["url"]).map(|url| Value::object([("url", url.into())]));
        Some(Value::object([
            ("id", slug.map(|slug| id::free(&slug, &mut taken.borrow_mut())).into()),
            ("title", title.into()),
            ("period", period(&row.when(&["started on"]), &row.when(&["finished on"]))),
            ("summary", row.text(&["description"]).into()),
            ("links", link.into_iter().collect()),
        ]))
    })
}

fn skills(tables: &Tables, notes: &Notes) -> Value {
    let mut entries: Vec<Value> = Vec::new();
    for name in tables.list("skills", notes, &|row| Some(row.text(&["name"])?.into())).entries() {
        if !entries.contains(name) {
            entries.push(name.clone());
        }
    }
    if entries.is_empty() {
        return Value::Null;
    }
    let group = Value::object([("title", "Skills".into()), ("entries", Value::List(entries))]);
    Value::object([("groups", [group].into_iter().collect())])
}

fn education(row: &Fields<'_>) -> Option<Value> {
    let (school, degree) = (row.text(&["school name"]), row.text(&["degree name"]));
    let (title, by) = if degree.is_none() { (school?, None) } else { (degree?, school) };
    let [date, period] = date_or_period(&row.when(&["start date"]), &row.when(&["end date"]));
    Some(Value::object([
        ("title", title.into()),
        ("by", by.into()),
        date,
        period,
        ("text", row.text(&["notes"]).into()),
        ("points", row.texts(&["activities"]).into_iter().collect()),
    ]))
}

fn certificate(row: &Fields<'_>) -> Option<Value> {
    row.pass(&["finished on", "license number"]);
    Some(Value::object([
        ("title", row.text(&["name"])?.into()),
        ("by", row.text(&["authority"]).into()),
        ("date", row.when(&["started on"]).value()),
        ("url", row.address(&["url"]).into()),
    ]))
}

fn publication(row: &Fields<'_>) -> Option<Value> {
    Some(Value::object([
        ("title", row.text(&["name"])?.into()),
        ("by", row.text(&["publisher"]).into()),
        ("date", row.when(&["published on"]).value()),
        ("url", row.address(&["url"]).into()),
        ("text", row.text(&["description"]).into()),
    ]))
}

fn patent(row: &Fields<'_>) -> Option<Value> {
    Some(Value::object([
        ("title", row.text(&["title"])?.into()),
        ("by", row.text(&["patent number", "application number"]).into()),
        ("date", row.when(&["issued on", "filed on"]).value()),
        ("url", row.address(&["url"]).into()),
        ("text", row.text(&["description"]).into()),
    ]))
}

fn language(row: &Fields<'_>) -> Option<Value> {
    Some(Value::object([("title", row.text(&["name"])?.into()), ("level", row.text(&["proficiency"]).into())]))
}

fn honour(row: &Fields<'_>) -> Option<Value> {
    Some(Value::object([
        ("title", row.text(&["title"])?.into()),
        ("by", row.text(&["issuer"]).into()),
        ("date", row.when(&["issued on"]).value()),
        ("text", row.text(&["description"]).into()),
    ]))
}

fn volunteering(row: &Fields<'_>) -> Option<Value> {
    row.pass(&["cause"]);
    member(row, &["role"], &["company name"])
}

fn membership(row: &Fields<'_>) -> Option<Value> {
    member(row, &["position"], &["name"])
}

/// What somebody was in a society.
fn member(row: &Fields<'_>, role: &[&'static str], of: &[&'static str]) -> Option<Value> {
    let (role, of) = (row.text(role), row.text(of));
    let (title, by) = if role.is_none() { (of?, None) } else { (role?, of) };
    let [date, period] = date_or_period(&row.when(&["started on"]), &row.when(&["finished on"]));
    let text = row.text(&["description"]);
    Some(Value::object([("title", title.into()), ("by", by.into()), date, period, ("text", text.into())]))
}

fn recommendation(row: &Fields<'_>) -> Option<Value> {
    let name: Vec<String> = [row.text(&["first name"]), row.text(&["last name"])].into_iter().flatten().collect();
    let by: Vec<String> = [row.text(&["job title"]), row.text(&["company"])].into_iter().flatten().collect();
    let title = Some(name.join(" ")).filter(|name| !name.is_empty())?;
    Some(Value::object([("title", title.into()), ("by", by.join(", ").into()), ("text", row.text(&["text"]).into())]))
}

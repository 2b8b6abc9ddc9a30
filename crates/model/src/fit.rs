//! Values that fit their shape: what does not is taken out and reported, until the rest fits.

use vitrine_lean::decimal;

use super::json::Json;
use super::json_path::{At, Segment, path_of};
use super::problem::{Problem, ProblemKind};
use super::shape::{Fields, Shape};
use super::speech::{Heard, Translated, could_be_text};
use super::suggest;
use super::written::UNREADABLE;

/// What any object may say for whom it is: it has been heeded before a file gets here.
pub const EVERYWHERE: [&str; 2] = ["private", "for"];

/// What was found while one value was fitted.
pub struct Findings<'a> {
    /// Which of the texts counts that are written in several languages.
    heard: &'a Heard,
    /// What was taken out.
    pub faults: Vec<Problem>,
    /// What is odd and loses nothing.
    pub notes: Vec<Problem>,
    /// The texts that were taken in another language than the file's first.
    pub translated: Vec<Translated>,
}

impl<'a> Findings<'a> {
    /// Nothing yet, of a file in these languages.
    pub fn of(heard: &'a Heard) -> Self {
        Self { heard, faults: Vec::new(), notes: Vec::new(), translated: Vec::new() }
    }

    /// The value without what is wrong inside it; `None` when it is something else altogether, or lacks what has to be
    /// there. Objects are left with the properties they can have and do have, each once.
    pub fn fit(&mut self, json: Json, shape: Shape, at: Option<&At>) -> Option<Json> {
        let fits = match (&json, shape) {
            (Json::Text(_), Shape::Text | Shape::Figure | Shape::Date)
            | (Json::Number(_), Shape::Number | Shape::Figure)
            | (Json::Bool(_), Shape::Flag)
            | (Json::Array(_), Shape::List(_)) => true,
            (Json::Number(number), Shape::Date) => number.fract() == 0.0,
            (Json::Number(number), Shape::Whole) => {
                number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number)
            }
            (Json::Object(properties), Shape::Words) => words(properties),
            // A text in several languages is that of one of them, also where it stands for an object.
            (Json::Object(properties), shape)
                if shape.takes_text()
                    && !is_object_of(shape, properties)
                    && let Some(text) = self.heard.text(properties, at.is_some_and(is_address)) =>
            {
                self.translated.extend(self.heard.translated(properties, at));
                return self.fit(text, shape, at);
            }
            // A number says as much as its digits.
            (Json::Number(number), Shape::Text) => return Some(Json::Text(decimal::write(*number))),
            (Json::Object(_), Shape::Object(fields)) => return self.object(json, fields, at),
            // What may be said in a word is: `"theme": "slate"`.
            (_, Shape::Object(fields)) => match fields.meant_by(&json) {
                Some(property) => return self.fit(Json::Object(vec![(property.to_owned(), json)]), shape, at),
                None => false,
            },
            // One text where names are listed is those names; any other thing where a list is meant is a list of one.
            (Json::Text(text), Shape::List(_)) if at.is_some_and(lists_names) => return Some(names(text)),
            (Json::Text(_) | Json::Number(_) | Json::Object(_), Shape::List(_)) => {
                return Some(Json::Array(vec![json]));
            }
            _ => false,
        };
        if fits {
            return Some(json);
        }
        let expected = match &json {
            Json::Object(properties) if shape.takes_text() && could_be_text(properties) => UNLISTED,
            _ => shape.words(),
        };
        let kind = ProblemKind::WrongType { expected: expected.to_owned(), found: json.to_string() };
        self.faults.push(Problem { path: path_of(at), kind });
        None
    }

    fn object(&mut self, json: Json, fields: &'static Fields, at: Option<&At>) -> Option<Json> {
        let mut known = self.known(json, fields, at);
        for (key, value) in &mut known {
            let Some(field) = fields.field(key) else { continue };
            let notes = self.notes.len();
            let fitted = self.fit(std::mem::replace(value, Json::Null), field.shape, Some(&At::below(at, key)));
            if let Some(fitted) = fitted {
                *value = fitted;
            } else {
                // What is odd in something that is gone is nobody's concern.
                self.notes.truncate(notes);
                if matches!(field.shape, Shape::Date) {
                    // That there is a date counts, even if nobody can read it: what has an end does not last.
                    *value = Json::Text(UNREADABLE.to_owned());
                }
            }
        }
        for (property, field) in fields.names.iter().zip(fields.takes) {
            if !field.required {
                continue;
            }
            match known.iter().find(|(name, _)| name == property) {
                Some((_, Json::Null)) => {} // What is missing because it was taken out has been reported.
                Some(_) => continue,
                None => self.faults.push(Problem { path: path_of(at), kind: ProblemKind::Missing { property } }),
            }
            return None;
        }
        Some(Json::Object(written(known)))
    }

    /// The properties an object has a field for and that are not null, each once; notes the others. Of a property
    /// written twice the last one counts, as in a browser's `JSON.parse`.
    fn known(&mut self, json: Json, fields: &'static Fields, at: Option<&At>) -> Vec<(String, Json)> {
        let Json::Object(properties) = json else { return Vec::new() };
        let mut known: Vec<(String, Json)> = Vec::new();
        for (key, value) in properties {
            let key = if fields.field(&key).is_some() {
                key
            } else if EVERYWHERE.contains(&&*key) {
                continue;
            } else {
                self.note(at, &key, ProblemKind::UnknownProperty { name: key.clone(), known: fields.names });
                // A date is read all the same: without its end a role would be said to go on.
                match suggest::date(&key).filter(|date| fields.is_date(date)) {
                    Some(date) => date.to_owned(),
                    None => continue,
                }
            };
            if let Some(first) = known.iter_mut().find(|(name, _)| *name == key) {
                self.note(at, &key, ProblemKind::RepeatedProperty);
                first.1 = value;
            } else {
                known.push((key, value));
            }
        }
        written(known)
    }

    fn note(&mut self, at: Option<&At>, key: &str, kind: ProblemKind) {
        // The report is cut off there anyway, and a file may hold a million of them.
        if self.notes.len() <= Problem::MOST {
            self.notes.push(Problem { path: At::below(at, key).path(), kind });
        }
    }
}

/// Whether these are properties of the object that is meant, though they look like tags: `id` is Indonesian, too.
fn is_object_of(shape: Shape, properties: &[(String, Json)]) -> bool {
    matches!(shape, Shape::Object(fields) if properties.iter().all(|(key, _)| fields.field(key).is_some()))
}

/// Whether what is here becomes part of an address, which is the same in all languages.
fn is_address(at: &At) -> bool {
    matches!(at.path().0.last(), Some(Segment::Key(key)) if key == "id")
}

/// What is expected where somebody may have written texts in languages that the file does not list.
const UNLISTED: &str = "a text, or one for each language that \"language\" lists";

/// Whether these may be words of one's own: texts, texts by plural form, or lists of texts.
fn words(properties: &[(String, Json)]) -> bool {
    properties.iter().all(|(_, word)| match word {
        Json::Text(_) => true,
        Json::Array(entries) => entries.iter().all(|entry| matches!(entry, Json::Text(_))),
        // By plural form, or by language and then so.
        Json::Object(forms) => words(forms),
        _ => false,
    })
}

/// Whether what is at a place is a list of names, in which no comma stands.
fn lists_names(at: &At) -> bool {
    matches!(at.path().0.last(), Some(Segment::Key(key)) if key == "technologies" || key == "aliases")
}

/// `Rust, Go` as a list.
fn names(text: &str) -> Json {
    let names = text.split([',', ';', '、', '，']).map(str::trim).filter(|name| !name.is_empty());
    let names: Vec<Json> = names.map(|name| Json::Text(name.to_owned())).collect();
    // What is empty is told of as such.
    Json::Array(if names.is_empty() { vec![Json::Text(text.to_owned())] } else { names })
}

/// The properties that are not null: a property that is null counts as left out.
fn written(mut properties: Vec<(String, Json)>) -> Vec<(String, Json)> {
    properties.retain(|(_, value)| !matches!(value, Json::Null));
    properties
}

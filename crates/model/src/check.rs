//! Strict reading, for whoever writes the file: what is wrong is mended with a stand-in and the file read again, so
//! that what it hid is said in the same report, and what merely followed from it is not.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::rc::Rc;

use super::document::Document;
use super::folder::{Folder, Nowhere};
use super::href::Gate;
use super::json::Json;
use super::json_path::{At, JsonPath, Segment};
use super::portfolio::Portfolio;
use super::problem::{Problem, ProblemKind, Severity};
use super::read_error::ReadError;
use super::shape::Shape;
use super::speech::Speech;
use super::{Reading, checked, parse};

/// How often a file is mended and read again. Each reading shows what one level of mistakes hid.
const READINGS: usize = 8;

/// Reads a portfolio as [`super::read`] does, with every problem of it: those inside things that are dropped too, and
/// none that goes away with another.
///
/// # Errors
/// As [`super::read`].
pub fn check(text: &str, gate: &Gate) -> Result<Reading<Portfolio>, ReadError> {
    let folder: Rc<dyn Folder> = Rc::new(Nowhere);
    check_beside(text, gate, &folder)
}

/// The same with what lies beside the file.
///
/// # Errors
/// As [`super::read`].
pub fn check_beside(text: &str, gate: &Gate, folder: &Rc<dyn Folder>) -> Result<Reading<Portfolio>, ReadError> {
    let speech = Speech::default();
    let mut json = parse::object(text)?;
    let Reading { value, mut problems } = checked(json.clone(), *gate, Rc::clone(folder), speech.clone());
    let mut mended = Mended::default();
    for _ in 0..READINGS {
        let fresh = mended.mend(&mut json, &problems);
        if !fresh {
            break;
        }
        problems = checked(json.clone(), *gate, Rc::clone(folder), speech.clone()).problems;
    }
    // What only a translation has, or only an article in its language.
    for language in value.languages.iter().skip(1) {
        let speech = Speech { language: Some(language.clone()), words: None };
        let found = checked(json.clone(), *gate, Rc::clone(folder), speech).problems;
        let fresh: Vec<Problem> = found.into_iter().filter(|problem| !problems.contains(problem)).collect();
        problems.extend(fresh);
    }
    problems.retain(|problem| !mended.covers(&problem.path));
    problems.extend(taken_names(&json));
    mended.problems.append(&mut problems);
    Ok(Reading { value, problems: mended.problems })
}

/// The stand-ins so far, and the problems they cured.
#[derive(Default)]
struct Mended {
    /// Where one stands, and how many were tried there before it.
    places: BTreeMap<JsonPath, usize>,
    problems: Vec<Problem>,
}

impl Mended {
    /// Puts stand-ins where there are errors; whether there was a place for one.
    fn mend(&mut self, json: &mut Json, problems: &[Problem]) -> bool {
        let errors = || problems.iter().filter(|problem| problem.severity() == Severity::Error);
        let at: BTreeSet<JsonPath> = errors().map(place).collect();
        let mut fresh = false;
        for problem in errors() {
            let path = place(problem);
            // What is said of a whole may be gone with what is wrong inside it.
            let inside = at.range((Bound::Excluded(&path), Bound::Unbounded)).next();
            if inside.is_some_and(|inside| inside.0.starts_with(&path.0)) {
                continue;
            }
            let turn = match self.places.get(&path) {
                Some(tried) => tried + 1,
                None if self.covers(&path) => continue,
                None => 0,
            };
            let count = self.places.len();
            let known = if turn == 0 { some_node(json, problem) } else { None };
            let other = || shape_at(&path).and_then(|shape| stand_in(shape, &problem.kind, turn, count));
            let Some(stand_in) = known.or_else(other) else { continue };
            if put(json, &path.0, stand_in) {
                fresh = true;
                if self.places.insert(path, turn).is_none() {
                    self.problems.push(problem.clone());
                }
            }
        }
        fresh
    }

    /// Whether what is at a place is not the file's own.
    fn covers(&self, path: &JsonPath) -> bool {
        (0..=path.0.len()).any(|end| self.places.contains_key(&JsonPath(path.0[..end].to_vec())))
    }
}

/// Where a stand-in would cure a problem.
fn place(problem: &Problem) -> JsonPath {
    let mut path = problem.path.clone();
    if let ProblemKind::Missing { property } = problem.kind {
        path.0.push(Segment::Key(property.to_owned()));
    }
    path
}

/// What the format has at a place.
fn shape_at(path: &JsonPath) -> Option<Shape> {
    path.0.iter().try_fold(Shape::Object(Document::FIELDS), |shape, segment| match (shape, segment) {
        (Shape::Object(fields), Segment::Key(key)) => fields.field(key).map(|field| field.shape),
        (Shape::List(entry), Segment::Index(_)) => Some(entry()),
        _ => None,
    })
}

/// The stand-in of a turn: what the report itself proposes, or else one thing after the other that some place takes.
fn stand_in(shape: Shape, kind: &ProblemKind, turn: usize, count: usize) -> Option<Json> {
    let text = |text: &str| Some(Json::Text(text.to_owned()));
    match (kind, turn) {
        (ProblemKind::UnknownWord { known, .. }, 0) => return text(known.first()?),
        (ProblemKind::UnknownId { suggestion, .. }, 0) => return text(suggestion.as_ref()?),
        (ProblemKind::BadId { .. } | ProblemKind::ReservedId { .. }, _) => return None,
        (ProblemKind::OutOfRange { min, .. }, 0) => return Some(Json::Number(*min)),
        _ => {}
    }
    match (shape, turn) {
        (Shape::Text | Shape::Figure, 0) => text(&format!("stand-in-{count}")),
        (Shape::Date, 0) => text("2020-01-01"),
        (Shape::Text, 1) => text("https://example.org/"),
        (Shape::Text, 2) => text("name@example.org"),
        (Shape::Number | Shape::Whole, 0) => Some(Json::Number(1.0)),
        (Shape::Flag, 0) => Some(Json::Bool(false)),
        (Shape::List(_), 0) => Some(Json::Array(Vec::new())),
        (Shape::Object(fields), 0) => {
            let required = fields.names.iter().zip(fields.takes).filter(|(_, field)| field.required);
            let filled =
                required.filter_map(|(name, field)| Some(((*name).to_owned(), stand_in(field.shape, kind, 0, count)?)));
            Some(Json::Object(filled.collect()))
        }
        _ => None,
    }
}

/// The id of some node of the diagram, where the end of an edge is unknown.
fn some_node(file: &Json, problem: &Problem) -> Option<Json> {
    let (ProblemKind::UnknownId { what: "node", .. }, [_, Segment::Index(diagram), Segment::Key(list), ..]) =
        (&problem.kind, problem.path.0.as_slice())
    else {
        return None;
    };
    if list != "edges" {
        return None;
    }
    let Json::Array(diagrams) = property(file, "diagrams")? else { return None };
    let Json::Array(nodes) = property(diagrams.get(*diagram)?, "nodes")? else { return None };
    nodes.iter().find_map(|node| property(node, "id")).cloned()
}

/// Puts a value at a place; whether there is one.
fn put(json: &mut Json, path: &[Segment], value: Json) -> bool {
    let Some((first, rest)) = path.split_first() else { return false };
    let next = match (json, first) {
        (Json::Array(entries), Segment::Index(index)) => entries.get_mut(*index),
        (Json::Object(properties), Segment::Key(key)) => {
            if rest.is_empty() {
                properties.retain(|(name, _)| name != key);
                properties.push((key.clone(), value));
                return true;
            }
            properties.iter_mut().rev().find(|(name, _)| name == key).map(|(_, value)| value)
        }
        _ => None,
    };
    match next {
        Some(place) if rest.is_empty() => {
            *place = value;
            true
        }
        Some(place) => put(place, rest, value),
        None => false,
    }
}

/// Names and aliases of technologies that lead to another one. Ids count before names, and names before aliases.
fn taken_names(file: &Json) -> Vec<Problem> {
    let Some(Json::Array(entries)) = property(file, "technologies") else { return Vec::new() };
    let text = |json: Option<&Json>| if let Some(Json::Text(text)) = json { Some(text.clone()) } else { None };
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    let mut problems = Vec::new();
    let at = |entry: usize, key: &str| At::top("technologies").index(entry).key(key).path();
    let mut claim = |word: Option<String>, entry: usize, path: JsonPath| {
        let Some(name) = word else { return };
        let owner = *owners.entry(name.clone()).or_insert(entry);
        // Of two entries with one id the second is reported and dropped.
        if owner != entry && path.0.last() != Some(&Segment::Key("id".to_owned())) {
            let (id, called) = (text(property(&entries[owner], "id")), text(property(&entries[owner], "name")));
            let owner = id.or(called).unwrap_or_default();
            problems.push(Problem { path, kind: ProblemKind::TakenName { name, owner } });
        }
    };
    for key in ["id", "name"] {
        for (index, entry) in entries.iter().enumerate() {
            claim(text(property(entry, key)), index, at(index, key));
        }
    }
    for (index, entry) in entries.iter().enumerate() {
        let Some(Json::Array(aliases)) = property(entry, "aliases") else { continue };
        for (position, alias) in aliases.iter().enumerate() {
            let mut path = at(index, "aliases");
            path.0.push(Segment::Index(position));
            claim(text(Some(alias)), index, path);
        }
    }
    problems
}

fn property<'a>(json: &'a Json, key: &str) -> Option<&'a Json> {
    let Json::Object(properties) = json else { return None };
    properties.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
}

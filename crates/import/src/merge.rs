//! Joins what was imported with a portfolio that is there, by what the last import had: three ways.
//!
//! What an author has edited stays, what is new is added, nothing of theirs is deleted, and of what both sides changed they are told. The
//! file's comments, order and layout stay: only the places that change are written anew.

mod edit;
mod key;

use std::fmt;

use jsonc_parser::cst::{CstArray, CstInputValue, CstNode, CstObject, CstRootNode};

use crate::{ImportError, Value, lenient};
use edit::Edits;
use key::Match;

/// A place that an author has edited and the source has changed, too. The author's stays.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Where, such as `experience[Acme].roles[Engineer].summary`.
    pub place: String,
    /// What stands there.
    pub kept: Value,
    /// What the source has.
    pub offered: Value,
}

/// What has become of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The new text.
    pub text: String,
    /// Where the author's stays.
    pub conflicts: Vec<Conflict>,
    /// What the last import had and the file has no more: its author has taken it out, and so it stays out.
    pub absent: Vec<String>,
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} stays, not {}", self.place, short(&self.kept), short(&self.offered))
    }
}

/// As much of a value as fits into a line.
fn short(value: &Value) -> String {
    const MOST: usize = 60;
    let text = value.to_string();
    if text.chars().nth(MOST).is_none() { text } else { text.chars().take(MOST).collect::<String>() + "…" }
}

/// Joins `offered` with the text of a file. `base` is what the last import of this source had; without one everything that stands in the
/// file counts as the author's.
///
/// # Errors
/// When the file is no JSON, or no object.
pub fn merge(text: &str, base: Option<&Value>, offered: &Value) -> Result<Merged, ImportError> {
    let what = "the portfolio that is there";
    let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    let text = &text[mark.len()..];
    let told = |fault: String| ImportError(format!("{what} {fault}; mend it first, `vitrine check` says where"));
    if lenient::is_too_deep(text) {
        return Err(told("is nested too deep".to_owned()));
    }
    let root = CstRootNode::parse(text, &lenient::OPTIONS).map_err(|error| told(format!("is not JSON: {error}")))?;
    let object = root.object_value().ok_or_else(|| told("is no object".to_owned()))?;
    let mut merge =
        Merge { conflicts: Vec::new(), absent: Vec::new(), edits: Edits::of(&[text, &offered.to_string()]) };
    merge.object(&object, base, offered, "");
    let text = merge.edits.finish(root.to_string(), root.single_indent_text().as_deref());
    Ok(Merged { text: [mark, &text].concat(), conflicts: merge.conflicts, absent: merge.absent })
}

/// What the next import of a source is to know of this one and those before: entries that the source does not have any more stay known.
pub fn base(before: Option<&Value>, offered: &Value) -> Value {
    let mut base = offered.clone();
    for (name, old) in before.map_or(&[][..], Value::properties) {
        let merged = match base.get(name) {
            None => old.clone(),
            Some(new) if key::is_keyed(old, new.entries()) => {
                let pairs = key::pairs(new.entries(), old.entries());
                let gone = old.entries().iter().enumerate().filter(|(at, _)| !pairs.contains(&Some(*at)));
                Value::List(new.entries().iter().cloned().chain(gone.map(|(_, entry)| entry.clone())).collect())
            }
            Some(_) => continue,
        };
        base.set(name, merged);
    }
    base
}

/// Whether days with counts come from elsewhere: together with others they would count nothing that there is.
fn is_of_another(there: Option<&Value>, before: Option<&Value>) -> bool {
    let said = |value: Option<&Value>, name| value.and_then(|value| value.text_of(name).map(str::to_owned));
    let is_empty = there.is_none_or(|there| there.list_of("days").is_empty());
    let differs = |name| said(there, name) != said(before, name);
    // Where only one differs, its author has written it otherwise.
    !is_empty && differs("source") && differs("taken")
}

struct Merge {
    conflicts: Vec<Conflict>,
    absent: Vec<String>,
    edits: Edits,
}

impl Merge {
    fn conflict(&mut self, place: &str, kept: Value, offered: &Value) {
        self.conflicts.push(Conflict { place: place.to_owned(), kept, offered: offered.clone() });
    }

    fn object(&mut self, object: &CstObject, base: Option<&Value>, offered: &Value, place: &str) {
        let mut fresh: Vec<(&str, CstInputValue)> = Vec::new();
        let there = edit::value(&object.clone().into());
        let (offered, base) = (key::fitted(&there, offered), base.map(|base| key::fitted(&there, base)));
        for (name, offered) in offered.properties() {
            let before = base.as_ref().and_then(|base| base.get(name));
            let inner = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
            match edit::property(object, name) {
                Some(_) if before == Some(offered) => {}
                Some(_) if name == "contributions" && is_of_another(there.get(name), before) => {
                    self.conflict(&inner, there.get(name).cloned().unwrap_or_default(), offered);
                }
                Some(property) => {
                    if let Some(value) = property.value() {
                        self.value(&value, before, offered, &inner);
                    }
                }
                None if before.is_some() => self.absent.push(inner),
                None => fresh.push((name.as_str(), self.edits.input(offered))),
            }
        }
        // What stands in one line stays there as far as it fits.
        let node = CstNode::from(object.clone());
        if !fresh.is_empty() && !place.is_empty() && edit::is_one_line(&node) {
            let mut value = edit::value(&node);
            for (name, input) in fresh {
                value.set(name, edit::said(&input));
            }
            self.edits.replace(&node, &value);
        } else {
            for (name, input) in fresh {
                object.append(name, input);
            }
        }
    }

    fn value(&mut self, node: &CstNode, base: Option<&Value>, offered: &Value, place: &str) {
        let there = edit::value(node);
        if there == *offered || base == Some(offered) {
            return;
        }
        match (node.as_object(), node.as_array(), offered) {
            (Some(object), _, Value::Object(_)) => self.object(&object, base, offered, place),
            (_, Some(list), Value::List(entries)) if key::is_keyed(&there, entries) => {
                self.keyed(&list, base, entries, place);
            }
            (_, Some(list), Value::List(entries)) => self.plain(&list, base, entries, place),
            // A comment within would go with what it is in.
            _ if base == Some(&there) && !edit::has_comment(node) => self.edits.replace(node, offered),
            _ if key::says_the_same(&there, offered) => {}
            _ => self.conflict(place, there, offered),
        }
    }

    /// A list of things that can be told from each other.
    fn keyed(&mut self, list: &CstArray, base: Option<&Value>, offered: &[Value], place: &str) {
        let there: Vec<Value> = list.elements().iter().map(edit::value).collect();
        let before = base.map_or(&[][..], Value::entries);
        let (of_there, of_before) = (key::pairs(offered, &there), key::pairs(offered, before));
        let nodes = list.elements();
        let mut fresh: Vec<(usize, &Value)> = Vec::new();
        // A new one comes behind the one that it follows in the source, and ahead of all where it is the first there.
        let mut next = of_there.iter().flatten().min().copied().unwrap_or(there.len());
        for ((entry, there_at), before_at) in offered.iter().zip(&of_there).zip(&of_before) {
            let known = before_at.map(|at| &before[at]);
            match *there_at {
                Some(at) => {
                    next = at + 1;
                    let inner = format!("{place}[{}]", Match::name(entry));
                    self.value(&nodes[at], known, entry, &inner);
                }
                // What was there and is not was taken out, or has another name now.
                None if known.is_some() => self.absent.push(format!("{place}[{}]", Match::name(entry))),
                None => fresh.push((next, entry)),
            }
        }
        self.edits.insert(list, &fresh);
    }

    /// A list of texts, or of other things that have no name. The source's own, as it was, becomes what the source has now; to what its
    /// author has edited is added what is new in the source.
    fn plain(&mut self, list: &CstArray, base: Option<&Value>, offered: &[Value], place: &str) {
        let node = CstNode::from(list.clone());
        let there = edit::value(&node);
        let Some(base) = base else {
            if there.is_empty() {
                self.edits.insert(list, &offered.iter().map(|entry| (0, entry)).collect::<Vec<_>>());
            } else {
                self.conflict(place, there, &Value::List(offered.to_vec()));
            }
            return;
        };
        if *base == there && !edit::has_comment(&node) {
            self.edits.replace(&node, &Value::List(offered.to_vec()));
            return;
        }
        // An entry that is gone from both was edited by hand here and changed there: nobody can tell that it is not one thing now.
        let is_gone = |entry: &&Value| !there.entries().contains(entry) && !offered.contains(entry);
        if base.entries().iter().any(|entry| is_gone(&entry))
            && offered.iter().any(|entry| !base.entries().contains(entry))
        {
            self.conflict(place, there, &Value::List(offered.to_vec()));
            return;
        }
        let is_known = |entry: &Value| base.entries().contains(entry) || there.entries().contains(entry);
        let fresh: Vec<(usize, &Value)> =
            offered.iter().filter(|entry| !is_known(entry)).map(|entry| (there.entries().len(), entry)).collect();
        self.edits.insert(list, &fresh);
    }
}

//! A text in the words of this version. Comments, order and everything that nothing is to be done about stay as they are.

use std::rc::Rc;

use jsonc_parser::ParseOptions;
use jsonc_parser::cst::{CstNode, CstObject, CstObjectProp, CstRootNode};
use vitrine_model::folder::Folder;
use vitrine_model::version::{self, VERSION};
use vitrine_model::{Gate, Portfolio, Problem, ProblemKind, Segment, check_beside, suggest};

use crate::portfolio_file;

/// A text and what was done to it.
#[derive(Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// The whole text.
    pub text: String,
    /// What was done, a sentence each; none if nothing was.
    pub changes: Vec<String>,
}

/// Rewrites a text, which is read as the same portfolio before and after.
///
/// # Errors
/// Why it has to be left as it is, with what to do.
pub fn rewritten(text: &str, folder: &Rc<dyn Folder>) -> Result<Rewritten, String> {
    let (before, problems) = read(text, folder)?;
    if let Some(ProblemKind::NewerVersion { version }) =
        problems.iter().map(|problem| &problem.kind).find(|kind| matches!(kind, ProblemKind::NewerVersion { .. }))
    {
        return Err(format!(
            "its format {version} is newer than {VERSION}, which is the latest this program knows; update the program"
        ));
    }
    let (mark, inside) = text.strip_prefix('\u{feff}').map_or(("", text), |inside| ("\u{feff}", inside));
    let root = CstRootNode::parse(inside, &ParseOptions::default()).map_err(|error| error.to_string())?;
    let Some(object) = root.object_value() else { return Err("it is no object".to_owned()) };
    let mut changes = Vec::new();
    changes.extend(number(&object));
    for problem in &problems {
        changes.extend(change(&object, problem));
    }
    let text = [mark, &root.to_string()].concat();
    let (after, _) = read(&text, folder)?;
    if before != after {
        return Err(
            "it would be read as another portfolio then; run `vitrine check` and mend what it says first".to_owned()
        );
    }
    Ok(Rewritten { text, changes })
}

fn read(text: &str, folder: &Rc<dyn Folder>) -> Result<(Portfolio, Vec<Problem>), String> {
    let reading = check_beside(&portfolio_file::json(text), &Gate::native(), folder);
    let reading = reading.map_err(|error| format!("it is no portfolio: {error}. `vitrine check` shows the place"))?;
    Ok((reading.value, reading.problems))
}

/// The number of the version under its name, and as it is written now.
fn number(object: &CstObject) -> Option<String> {
    let named = |name: &str| last(object, name).filter(|property| !is_null(property));
    let (former, property) = (named("schemaVersion"), named("version"));
    if let (Some(former), Some(_)) = (&former, &property) {
        former.clone().remove();
        return Some("\"schemaVersion\" is left out, since \"version\" says the same".to_owned());
    }
    let is_former = former.is_some();
    let property = former.or(property)?;
    let value = property.value()?;
    let written = value.to_string();
    let version = version::parse(written.trim_matches('"'))?;
    if is_former {
        // What says nothing would stand beside it.
        object.get("version").into_iter().for_each(CstObjectProp::remove);
        rename(&property, "version");
    }
    if version < VERSION {
        property.set_value(jsonc_parser::cst::CstInputValue::Number(VERSION.to_string()));
        return Some(format!("the version was {written} and is {VERSION}"));
    }
    is_former.then(|| "\"schemaVersion\" is called \"version\"".to_owned())
}

/// Writes what a problem is about as it is read, where that is certain.
fn change(object: &CstObject, problem: &Problem) -> Option<String> {
    let path = &problem.path;
    match &problem.kind {
        // Only dates are read under names that the format does not have.
        ProblemKind::UnknownProperty { name, known } => {
            let date = suggest::date(name).filter(|date| known.contains(date))?;
            let (Segment::Key(_), around) = path.0.split_last()? else { return None };
            let around = at(object, around)?.as_object()?;
            // Of both the reader takes the last.
            if last(&around, date).is_some() {
                return None;
            }
            rename(&last(&around, name)?, date);
            Some(format!("{path}: {name:?} is called {date:?}"))
        }
        ProblemKind::MendedLink { url, mended } => {
            let value = at(object, &path.0)?.as_string_lit()?;
            (value.decoded_value().ok()? == *url).then_some(())?;
            value.set_raw_value(quoted(mended));
            Some(format!("{path}: {url:?} is written {mended:?}, as it is read"))
        }
        _ => None,
    }
}

/// The value at a path. One thing may stand where a list is read, and a text where an object is.
fn at(object: &CstObject, path: &[Segment]) -> Option<CstNode> {
    let mut node: CstNode = object.clone().into();
    for segment in path {
        node = match (segment, node.as_object(), node.as_array()) {
            (Segment::Key(key), Some(object), _) => last(&object, key)?.value()?,
            (Segment::Index(index), _, Some(array)) => array.elements().into_iter().nth(*index)?,
            (Segment::Key(_), None, None) | (Segment::Index(0), _, None) => node,
            _ => return None,
        };
    }
    Some(node)
}

/// The property of a name; of several the last, which counts.
fn last(object: &CstObject, name: &str) -> Option<CstObjectProp> {
    let is_named = |property: &CstObjectProp| property.decoded_name().as_deref() == Some(name);
    object.properties().into_iter().rev().find(is_named)
}

fn is_null(property: &CstObjectProp) -> bool {
    property.value().is_some_and(|value| value.as_null_keyword().is_some())
}

fn rename(property: &CstObjectProp, name: &str) {
    if let Some(literal) = property.name().and_then(|name| name.as_string_lit()) {
        literal.set_raw_value(quoted(name));
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests;

//! Taking out what tells of what is gone, and reading a text's items as leniently as the site does.

use std::collections::BTreeSet;

use jsonc_parser::cst::{CstArray, CstNode, CstObject, CstObjectProp};
use vitrine_model::id::slug;

/// Lists without which the words around them tell of nothing.
const TOLD: [&str; 4] = ["steps", "notes", "parallel", "alternative"];

/// The properties of these names, each as often as it stands there.
pub fn named<'a>(object: &CstObject, names: &'a [&str]) -> impl Iterator<Item = CstObjectProp> + use<'a> {
    let properties = object.properties().into_iter();
    properties.filter(|property| property.decoded_name().is_some_and(|name| names.contains(&&*name)))
}

/// The objects of a list; one that stands in place of the list is a list of one.
pub fn items(object: &CstObject, list: &str) -> Vec<CstObject> {
    let values = named(object, &[list]).filter_map(|property| property.value()).collect::<Vec<_>>();
    let one = |value: CstNode| value.as_array().map_or_else(|| vec![value], |list| list.elements());
    values.into_iter().flat_map(one).filter_map(|item| item.as_object()).collect()
}

/// The texts that a property has, alone or in a list.
pub fn words(object: &CstObject, property: &str) -> Vec<String> {
    named(object, &[property]).filter_map(|property| property.value()).flat_map(|value| texts(&value)).collect()
}

fn texts(value: &CstNode) -> Vec<String> {
    match value.as_array() {
        Some(list) => list.elements().iter().filter_map(text).collect(),
        None => text(value).into_iter().collect(),
    }
}

/// A text, or a number, which says as much as its digits.
fn text(node: &CstNode) -> Option<String> {
    if let Some(text) = node.as_string_lit() {
        return text.decoded_value().ok();
    }
    let digits = node.as_number_lit()?.to_string();
    let number = digits.parse::<f64>().ok().filter(|number| number.is_finite());
    Some(number.map_or(digits, |number| number.to_string()))
}

/// Whether an item names one of these by a property.
pub fn is_about(item: &CstObject, properties: &[&str], ids: &BTreeSet<String>) -> bool {
    !ids.is_empty() && properties.iter().flat_map(|name| words(item, name)).any(|id| ids.contains(&slug(&id)))
}

/// Takes out the properties of these names that name one of these, at any depth.
pub fn unlink(node: &CstNode, properties: &[&str], ids: &BTreeSet<String>) {
    if let Some(list) = node.as_array() {
        list.elements().iter().for_each(|element| unlink(element, properties, ids));
    } else if let Some(object) = node.as_object() {
        for property in object.properties() {
            let Some(value) = property.value() else { continue };
            let is_link = property.decoded_name().is_some_and(|name| properties.contains(&&*name));
            if is_link && texts(&value).iter().any(|id| ids.contains(&slug(id))) {
                property.remove();
            } else {
                unlink(&value, properties, ids);
            }
        }
    }
}

/// Takes the items that are gone out of what a property has, at any depth, and with them what is left around
/// nothing: blocks, branches, cases, flows and perspectives. Whether that leaves nothing where there was something.
pub fn forget(property: &CstObjectProp, is_gone: &mut dyn FnMut(&CstObject) -> bool) -> bool {
    let Some(value) = property.value() else { return false };
    if let Some(list) = value.as_array() {
        return forget_in(&list, is_gone);
    }
    let forgotten = value.as_object().is_some_and(|item| is_gone(&item) || is_emptied(&item, is_gone));
    if forgotten {
        property.clone().remove();
    }
    forgotten
}

/// As [`forget`], in a list.
fn forget_in(list: &CstArray, is_gone: &mut dyn FnMut(&CstObject) -> bool) -> bool {
    let elements = list.elements();
    let was_empty = elements.is_empty();
    for element in elements {
        let forgotten = match (element.as_object(), element.as_array()) {
            (Some(item), _) => is_gone(&item) || is_emptied(&item, is_gone),
            (_, Some(branch)) => forget_in(&branch, is_gone),
            _ => false,
        };
        if forgotten {
            element.remove();
        }
    }
    !was_empty && list.elements().is_empty()
}

/// Whether a list that an item is there for is left with nothing.
fn is_emptied(item: &CstObject, is_gone: &mut dyn FnMut(&CstObject) -> bool) -> bool {
    let mut emptied = false;
    for property in item.properties() {
        let is_told = property.decoded_name().is_some_and(|name| TOLD.contains(&&*name));
        emptied |= forget(&property, is_gone) && is_told;
    }
    emptied
}

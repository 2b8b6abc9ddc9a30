//! Changes of a text that is JSON with comments, at single places.

use std::cell::RefCell;

use jsonc_parser::cst::{CstArray, CstContainerNode, CstInputValue, CstLeafNode, CstNode, CstObject, CstObjectProp};

use crate::value::{Layout, Value};

/// So many new entries are written one by one; more of them with the whole list.
const FEW: usize = 40;

/// What a place holds.
pub fn value(node: &CstNode) -> Value {
    match node {
        CstNode::Leaf(CstLeafNode::BooleanLit(flag)) => flag.value().into(),
        CstNode::Leaf(CstLeafNode::NumberLit(number)) => serde_json::from_str(&number.to_string()).unwrap_or_default(),
        CstNode::Leaf(CstLeafNode::StringLit(text)) => {
            serde_json::from_str(&text.raw_value()).unwrap_or_else(|_| text.decoded_value().unwrap_or_default().into())
        }
        CstNode::Container(CstContainerNode::Object(object)) => {
            let property = |property: CstObjectProp| {
                Some((property.decoded_name()?, property.value().map(|node| value(&node)).unwrap_or_default()))
            };
            Value::Object(object.properties().into_iter().filter_map(property).collect())
        }
        CstNode::Container(CstContainerNode::Array(list)) => Value::List(list.elements().iter().map(value).collect()),
        _ => Value::Null,
    }
}

/// A property of an object; of one written twice the last counts.
pub fn property(object: &CstObject, name: &str) -> Option<CstObjectProp> {
    object.properties().into_iter().rev().find(|property| property.decoded_name().as_deref() == Some(name))
}

/// Whether there is a comment within.
pub fn has_comment(node: &CstNode) -> bool {
    match node {
        CstNode::Leaf(CstLeafNode::Comment(_)) => true,
        CstNode::Leaf(_) => false,
        CstNode::Container(container) => container.children().iter().any(has_comment),
    }
}

/// Whether a place that is not empty stands in one line, without comments.
pub fn is_one_line(node: &CstNode) -> bool {
    let text = node.to_string();
    !text.contains('\n') && text.len() > 2 && !has_comment(node)
}

/// The text that stands for a new value.
pub fn said(input: &CstInputValue) -> Value {
    if let CstInputValue::String(text) = input { text.as_str().into() } else { Value::Null }
}

/// New values, which stand in the text as names until it is laid out.
pub struct Edits {
    /// How these names begin: as nothing else in the text.
    prefix: String,
    values: RefCell<Vec<Value>>,
}

impl Edits {
    /// Those of texts.
    pub fn of(texts: &[&str]) -> Self {
        let mut prefix = "new-value-".to_owned();
        while texts.iter().any(|text| text.contains(&prefix)) {
            prefix.push('-');
        }
        Self { prefix, values: RefCell::default() }
    }

    /// Puts a value in place of another.
    pub fn replace(&self, node: &CstNode, value: &Value) {
        let input = self.input(value);
        match node {
            CstNode::Leaf(CstLeafNode::BooleanLit(leaf)) => drop(leaf.clone().replace_with(input)),
            CstNode::Leaf(CstLeafNode::NumberLit(leaf)) => drop(leaf.clone().replace_with(input)),
            CstNode::Leaf(CstLeafNode::StringLit(leaf)) => drop(leaf.clone().replace_with(input)),
            CstNode::Leaf(CstLeafNode::NullKeyword(leaf)) => drop(leaf.clone().replace_with(input)),
            CstNode::Container(CstContainerNode::Object(object)) => drop(object.clone().replace_with(input)),
            CstNode::Container(CstContainerNode::Array(list)) => drop(list.clone().replace_with(input)),
            _ => {}
        }
    }

    /// Inserts values into a list, each ahead of the entry that had this position before.
    pub fn insert(&self, list: &CstArray, values: &[(usize, &Value)]) {
        let mut values = values.to_vec();
        values.sort_by_key(|(position, _)| *position);
        let node = CstNode::from(list.clone());
        if values.len() > FEW && !has_comment(&node) {
            let mut all: Vec<Value> = Vec::new();
            let mut fresh = values.iter().peekable();
            for (position, entry) in list.elements().iter().map(value).enumerate() {
                while let Some((_, value)) = fresh.next_if(|(at, _)| *at <= position) {
                    all.push((*value).clone());
                }
                all.push(entry);
            }
            all.extend(fresh.map(|(_, value)| (*value).clone()));
            self.replace(&node, &Value::List(all));
            return;
        }
        for (inserted, (position, value)) in values.into_iter().enumerate() {
            let at = (position + inserted).min(list.elements().len());
            list.insert(at, self.input(value));
        }
    }

    /// What stands for a value.
    pub fn input(&self, value: &Value) -> CstInputValue {
        let mut values = self.values.borrow_mut();
        values.push(value.clone());
        CstInputValue::String(format!("{}{}-", self.prefix, values.len() - 1))
    }

    /// The text with the values in place of what stands for them, each in the layout of the line that it begins in.
    pub fn finish(self, text: String, step: Option<&str>) -> String {
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let mark = ["\"", &self.prefix].concat();
        let values = self.values.into_inner();
        let (mut done, mut rest) = (String::with_capacity(text.len()), text);
        while let Some((before, after)) = rest.split_once(&mark) {
            let number = after.split_once("-\"");
            let Some((value, after)) =
                number.and_then(|(number, after)| Some((values.get(number.parse::<usize>().ok()?)?, after)))
            else {
                break;
            };
            done.push_str(before);
            let line = done.rsplit('\n').next().unwrap_or_default();
            let start: String = line.chars().take_while(|c| c.is_whitespace()).collect();
            // There may be others in it.
            rest = value.laid_out(&Layout { start: &start, step: step.unwrap_or("  "), end }) + after;
        }
        done + &rest
    }
}

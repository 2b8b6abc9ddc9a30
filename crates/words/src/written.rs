//! From the file of a language to the lines that a page holds.

use std::fmt::Write as _;

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesOptions};
use serde_json::{Map, Value};

use crate::text::BETWEEN;
use crate::{Form, MESSAGES, Message, Words, template};

/// All categories, with their names in files, in the order of forms.
const CATEGORIES: [(PluralCategory, &str); 6] = [
    (PluralCategory::Zero, "zero"),
    (PluralCategory::One, "one"),
    (PluralCategory::Two, "two"),
    (PluralCategory::Few, "few"),
    (PluralCategory::Many, "many"),
    (PluralCategory::Other, "other"),
];

/// What is wrong with a message, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// There is no such message.
    #[error("pages have no message of this name; `vitrine words` lists all")]
    Unknown,
    /// It is no text, no forms or no list where it has to be one.
    #[error("write {0}")]
    Shape(Form),
    /// A slot that it has not; these are its own.
    #[error("there is nothing to stand for {{{0}}}; the message takes {list}", list = slots(.1))]
    Slot(String, &'static [&'static str]),
    /// No plural category of CLDR's.
    #[error("{0:?} is no plural form; they are zero, one, two, few, many and other")]
    Category(String),
    /// It holds what separates forms, a line feed or what could be markup.
    #[error("a message can't hold | or < or a line feed; write it without")]
    Mark,
}

fn slots(slots: &[&str]) -> String {
    let slots: Vec<String> = slots.iter().map(|slot| format!("{{{slot}}}")).collect();
    if slots.is_empty() { "nothing".to_owned() } else { slots.join(", ") }
}

/// The keys of all messages.
pub fn keys() -> impl Iterator<Item = &'static str> {
    MESSAGES.iter().map(|message| message.key)
}

/// The words of a language in which each message is the first that files have of it; and each message that is not as
/// `languages/en.json` declares it, with what is wrong: that is left out.
pub fn compiled(language: &str, files: &[&Map<String, Value>]) -> (String, Vec<(String, Fault)>) {
    let rules = rules(language);
    let categories: Vec<&str> = CATEGORIES
        .iter()
        .filter(|(category, _)| rules.categories().any(|has| has == *category))
        .map(|(_, name)| *name)
        .collect();
    let mut faults = Vec::new();
    for key in files.iter().flat_map(|file| file.keys()) {
        if !MESSAGES.iter().any(|message| message.key == key) {
            faults.push((key.clone(), Fault::Unknown));
        }
    }
    let mut lines = runs(&rules, &categories);
    for message in &MESSAGES {
        let mut line = None;
        for value in files.iter().filter_map(|file| file.get(message.key)) {
            match compile(message, value, &categories) {
                Ok(text) => {
                    line = Some(text);
                    break;
                }
                Err(fault) => faults.push((message.key.to_owned(), fault)),
            }
        }
        lines.push('\n');
        lines.push_str(&line.unwrap_or_default());
    }
    (lines, faults)
}

/// The rules of a language, or those of English.
fn rules(language: &str) -> PluralRules {
    let options = || PluralRulesOptions::default().with_type(PluralRuleType::Cardinal);
    let locale: Locale = language.parse().unwrap_or(icu_locale_core::locale!("en"));
    PluralRules::try_new((&locale).into(), options()).unwrap_or_else(|_| {
        let english = icu_locale_core::locale!("en");
        PluralRules::try_new((&english).into(), options()).expect("English has rules")
    })
}

/// From which number on which form counts, as `Words::form` reads it.
fn runs(rules: &PluralRules, categories: &[&str]) -> String {
    let (mut runs, mut before) = (String::new(), None);
    for place in 0..=200_usize {
        let number = if place == 200 { 1_000_000 } else { place };
        let category = rules.category_for(number);
        let name = CATEGORIES.iter().find(|(other, _)| *other == category).map_or("other", |(_, name)| name);
        let form = categories.iter().position(|category| *category == name).unwrap_or_default();
        if before != Some(form) {
            let space = if runs.is_empty() { "" } else { " " };
            let _ = write!(runs, "{space}{place}:{form}");
            before = Some(form);
        }
    }
    runs
}

/// A message as a line.
fn compile(message: &Message, value: &Value, categories: &[&str]) -> Result<String, Fault> {
    match (message.form, value) {
        (Form::List(count), Value::Array(entries)) if entries.len() == count => {
            const ENDS: &[&str] = &["first", "last"];
            let entry = |entry: &Value| line(entry.as_str().ok_or(Fault::Shape(message.form))?, ENDS);
            Ok(entries.iter().map(entry).collect::<Result<Vec<_>, _>>()?.join(&BETWEEN.to_string()))
        }
        (Form::One | Form::Plural, Value::String(text)) => line(text, message.slots),
        (Form::Plural, Value::Object(forms)) => {
            if let Some(other) = forms.keys().find(|name| !CATEGORIES.iter().any(|(_, category)| category == name)) {
                return Err(Fault::Category(other.clone()));
            }
            let form = |name: &&str| {
                let form = forms.get(*name).or_else(|| forms.get("other")).and_then(Value::as_str);
                line(form.ok_or(Fault::Shape(message.form))?, message.slots)
            };
            let mut lines = categories.iter().map(form).collect::<Result<Vec<_>, _>>()?;
            if lines.iter().all(|other| *other == lines[0]) {
                lines.truncate(1);
            }
            Ok(lines.join(&BETWEEN.to_string()))
        }
        _ => Err(Fault::Shape(message.form)),
    }
}

/// A text with its slots as numbers.
fn line(text: &str, slots: &'static [&'static str]) -> Result<String, Fault> {
    if text.contains([BETWEEN, '\n', '<']) {
        return Err(Fault::Mark);
    }
    let mut line = text.to_owned();
    for slot in template::slots(text) {
        let name = template::parameter(slot).0;
        let Some(at) = slots.iter().position(|own| template::parameter(own).0 == name) else {
            return Err(Fault::Slot(slot.to_owned(), slots));
        };
        line = line.replace(&format!("{{{slot}}}"), &format!("{{{at}}}"));
    }
    Ok(line)
}

impl Words {
    /// What [`Words::read`] reads: all that a page says. What only files beside pages say comes last, and is left out.
    pub fn lines(self) -> String {
        let runs: Vec<String> = self.0.forms.iter().map(|(from, form)| format!("{from}:{form}")).collect();
        let said = MESSAGES.iter().take_while(|message| !message.key.starts_with("site."));
        format!("{}\n{}", runs.join(" "), self.0.lines[..said.count()].join("\n"))
    }
}

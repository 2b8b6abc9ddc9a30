//! What all checks share: the report, the gate, the technologies, and decoding with repair.

use std::cell::RefCell;

use serde::de::DeserializeOwned;

use super::technology::Registry;
use crate::model::href::Gate;
use crate::model::id::Names;
use crate::model::json::Json;
use crate::model::json_path::{At, JsonPath, Segment, path_of};
use crate::model::list::List;
use crate::model::portfolio::{Portfolio, Technology};
use crate::model::problem::{Problem, ProblemKind};
use crate::model::source::{Fault, Source};
use crate::model::suggest;

/// How many words are compared for suggestions in one file. A file full of unknown words is somebody's other file,
/// and comparing each with everything would take time in the square of its size.
const COMPARISONS: usize = 200_000;

/// The state of checking one file.
pub struct Check {
    pub(super) gate: Gate,
    pub(super) registry: Registry,
    problems: Vec<Problem>,
    /// Problems beyond [`Problem::MOST`].
    more: usize,
    comparisons: usize,
    /// Whether unknown technologies and properties are none of the reader's business.
    lenient: bool,
}

impl Check {
    /// A check that has found nothing yet.
    pub fn new(gate: Gate) -> Self {
        Self {
            gate,
            registry: Registry::default(),
            problems: Vec::new(),
            more: 0,
            comparisons: COMPARISONS,
            lenient: false,
        }
    }

    /// The same for a file that others made, which may know more than we do; technologies are those of `portfolio`.
    #[must_use]
    pub fn lenient(self, portfolio: &Portfolio) -> Self {
        Self { registry: Registry::new(portfolio.technologies.clone()), lenient: true, ..self }
    }

    /// Everything that was wrong.
    pub fn into_problems(mut self) -> Vec<Problem> {
        if self.more > 0 {
            let kind = ProblemKind::More { count: self.more };
            self.problems.push(Problem { path: JsonPath::default(), kind });
        }
        self.problems
    }

    pub(super) fn take_technologies(&mut self) -> Vec<Technology> {
        std::mem::take(&mut self.registry.entries)
    }

    pub(super) fn report(&mut self, at: &At, kind: ProblemKind) {
        if self.problems.len() < Problem::MOST {
            self.problems.push(Problem { path: at.path(), kind });
        } else {
            self.more += 1;
        }
    }

    fn report_all(&mut self, problems: Vec<Problem>) {
        for problem in problems {
            let ignored = self.lenient && matches!(problem.kind, ProblemKind::UnknownProperty { .. });
            if ignored {
            } else if self.problems.len() < Problem::MOST {
                self.problems.push(problem);
            } else {
                self.more += 1;
            }
        }
    }

    pub(super) fn report_at(&mut self, path: JsonPath, kind: ProblemKind) {
        self.report_all(vec![Problem { path, kind }]);
    }

    /// Reports that nothing has this id, with the nearest name that something has.
    pub(super) fn report_unknown(&mut self, at: &At, what: &'static str, id: &str, names: &Names) {
        self.report_unknown_at(at.path(), what, id, names);
    }

    pub(super) fn report_unknown_at(&mut self, path: JsonPath, what: &'static str, id: &str, names: &Names) {
        let suggestion = self.closest(id, names).map(str::to_owned);
        self.report_at(path, ProblemKind::UnknownId { what, id: id.chars().take(60).collect(), suggestion });
    }

    /// The name that was meant, as long as comparing is affordable.
    pub(super) fn closest<'a>(&mut self, id: &str, names: &'a Names) -> Option<&'a str> {
        self.comparisons = self.comparisons.checked_sub(names.count())?;
        suggest::closest(id, &mut names.iter())
    }

    /// Whether a technology that the portfolio lacks is no problem.
    pub(super) fn ignores_unknown_technologies(&self) -> bool {
        self.lenient
    }

    /// The position of a word among the few there are; reports one that is not.
    pub(super) fn word(&mut self, at: &At, what: &'static str, word: &str, known: &[&'static str]) -> Option<usize> {
        let position = known.iter().position(|other| *other == word);
        if position.is_none() {
            let word = word.chars().take(60).collect();
            self.report(at, ProblemKind::UnknownWord { what, word, known: known.to_vec() });
        }
        position
    }

    /// Decodes one value. What is wrong inside it is reported and taken out, until the rest can be decoded or
    /// something is missing that has to be there. Each round takes out one property, so that there are no more
    /// rounds than the value has fields.
    pub fn decode<T: DeserializeOwned>(&mut self, mut json: Json, at: Option<&At>) -> Option<T> {
        let mut cleared: Vec<JsonPath> = Vec::new();
        loop {
            let notes = RefCell::default();
            match T::deserialize(Source { json: &json, at, notes: &notes }) {
                Ok(value) => {
                    self.report_all(notes.into_inner());
                    return Some(value);
                }
                Err(fault) => {
                    if !self.repair(&mut json, at, fault, &mut cleared) {
                        self.report_all(notes.into_inner());
                        return None;
                    }
                }
            }
        }
    }

    /// Reports a fault and takes its place out of `json`; `false` when that is all of it.
    fn repair(&mut self, json: &mut Json, at: Option<&At>, fault: Fault, cleared: &mut Vec<JsonPath>) -> bool {
        let (path, kind) = *fault.0;
        let path = path.unwrap_or_else(|| path_of(at));
        // What is missing because it was taken out has been reported.
        let reported = matches!(kind, ProblemKind::Missing { property } if cleared.iter().any(|gone| {
            gone.0.split_last().is_some_and(|(last, up)| *last == Segment::Key(property.to_owned()) && *up == path.0)
        }));
        let inner = path.0.get(path_of(at).0.len()..).unwrap_or_default();
        let keys: Vec<&str> = inner
            .iter()
            .filter_map(|segment| match segment {
                Segment::Key(key) => Some(key.as_str()),
                Segment::Index(_) => None,
            })
            .collect();
        let partial = !keys.is_empty();
        json.clear(&keys);
        cleared.push(path.clone());
        if !reported {
            self.report_all(vec![Problem { path, kind }]);
        }
        partial
    }

    /// Decodes the entries of a list one by one and keeps what `each` makes of them.
    pub(super) fn each<T: DeserializeOwned, U>(
        &mut self,
        list: List<T>,
        at: &At,
        mut each: impl FnMut(&mut Self, T, &At) -> Option<U>,
    ) -> Vec<U> {
        let mut kept = Vec::new();
        for (index, json) in list.into_entries().into_iter().enumerate() {
            let at = at.index(index);
            if let Some(entry) = self.decode(json, Some(&at)) {
                kept.extend(each(self, entry, &at));
            }
        }
        kept
    }
}

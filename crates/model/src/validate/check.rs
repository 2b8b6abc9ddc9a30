//! What all checks share: the report, the gate, the technologies, and decoding with repair.

use std::rc::Rc;

use super::reads::Reads;
use super::registry::Registry;
use crate::doc::Doc;
use crate::fit::Findings;
use crate::folder::{Folder, Nowhere};
use crate::href::Gate;
use crate::id::Names;
use crate::json::Json;
use crate::json_path::{At, JsonPath};
use crate::portfolio::{Diagram, DiagramId, Portfolio, Technology};
use crate::problem::{Problem, ProblemKind};
use crate::shape::{Fields, Shape};
use crate::speech::{Heard, Translated};
use crate::suggest;

/// How many words are compared for suggestions in one file. A file full of unknown words is somebody's other file,
/// and comparing each with everything would take time in the square of its size.
const COMPARISONS: usize = 200_000;

/// What a node leaves open until all diagrams are known.
#[derive(Default)]
struct Left {
    /// The id of what it opens, with its place.
    opens: Option<(String, JsonPath)>,
    /// Whether it says its kind.
    kind: bool,
}

/// The state of checking one file.
pub struct Check {
    pub(super) gate: Gate,
    /// What is read of a file beyond shapes and names.
    pub(super) reads: Reads,
    /// What lies beside the file.
    pub(super) folder: Rc<dyn Folder>,
    /// The folder of the text that is read, if that is not the portfolio's.
    pub(super) texts_in: &'static str,
    /// The files of all articles, as soon as these are read.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) essays: Vec<String>,
    /// The ids of all diagrams: at first as they are written.
    pub(super) diagrams: Vec<String>,
    /// How many pictures can be enlarged so far.
    pub(super) pictures: usize,
    pub(super) registry: Registry,
    /// The languages of the file, and what pages say in the one it is read in.
    pub(super) heard: Heard,
    /// What was read in another language than the first.
    translated: Vec<Translated>,
    /// What the file calls projects of each kind, in its first language.
    pub(super) plurals: [Option<String>; 3],
    problems: Vec<Problem>,
    /// Problems beyond [`Problem::MOST`].
    more: usize,
    comparisons: usize,
    /// What has to wait until all diagrams are known. Until then a node holds its position in here as what it opens.
    left: Vec<Left>,
    /// Whether unknown technologies and properties are none of the reader's business.
    lenient: bool,
}

impl Check {
    /// A check that has found nothing yet.
    pub fn new(gate: Gate, folder: Rc<dyn Folder>, heard: Heard) -> Self {
        Self { heard, ..Self::with(Reads::ALL, gate, folder) }
    }

    /// The same of a file of which only the graph is anybody's business.
    pub fn of_graph() -> Self {
        Self { lenient: true, ..Self::with(Reads::GRAPH, Gate { parse: |_| None }, Rc::new(Nowhere)) }
    }

    fn with(reads: Reads, gate: Gate, folder: Rc<dyn Folder>) -> Self {
        Self {
            gate,
            reads,
            folder,
            texts_in: "",
            #[cfg(not(target_arch = "wasm32"))]
            essays: Vec::new(),
            diagrams: Vec::new(),
            pictures: 0,
            registry: Registry::default(),
            heard: Heard::default(),
            translated: Vec::new(),
            plurals: [None, None, None],
            problems: Vec::new(),
            more: 0,
            comparisons: COMPARISONS,
            left: Vec::new(),
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

    #[inline(never)]
    pub(super) fn report(&mut self, at: &At, kind: ProblemKind) {
        self.report_at(at.path(), kind);
    }

    fn report_all(&mut self, problems: Vec<Problem>) {
        for problem in problems {
            let ignored = self.lenient && matches!(problem.kind, ProblemKind::UnknownProperty { .. });
            if !ignored {
                self.report_at(problem.path, problem.kind);
            }
        }
    }

    pub(super) fn report_at(&mut self, path: JsonPath, kind: ProblemKind) {
        if self.problems.len() < Problem::MOST {
            self.problems.push(Problem { path, kind });
        } else {
            self.more += 1;
        }
    }

    /// Reports that nothing has this id, with the nearest name that something has.
    pub(super) fn report_unknown(&mut self, path: JsonPath, what: &'static str, id: &str, names: &Names) {
        let suggestion = self.closest(id, names).map(str::to_owned);
        self.report_at(path, ProblemKind::UnknownId { what, id: excerpt(id), suggestion });
    }

    /// The name that was meant, as long as comparing is affordable.
    pub(super) fn closest<'a>(&mut self, id: &str, names: &'a Names) -> Option<&'a str> {
        self.comparisons = self.comparisons.checked_sub(names.count())?;
        suggest::closest(id, &mut names.iter())
    }

    /// Takes note of what a node opens, and whether it says its kind.
    pub(super) fn leave(&mut self, doc: &mut Doc, kind: bool) -> DiagramId {
        let opens = doc.text("opens").map(|id| (id, doc.path("opens")));
        self.left.push(Left { opens, kind });
        DiagramId(self.left.len() as u32 - 1)
    }

    /// Looks up what the nodes of a diagram open, and says of each whether it says its kind. `own` is the diagram's position
    /// among them, which its nodes must not open.
    pub(super) fn settle(&mut self, diagram: &mut Diagram, names: &Names, own: Option<usize>) -> Vec<bool> {
        let mut kinds = Vec::with_capacity(diagram.nodes.len());
        for node in &mut diagram.nodes {
            let left = node.opens.take().and_then(|at| self.left.get_mut(at.0 as usize));
            let Some(Left { opens, kind }) = left.map(std::mem::take) else { continue };
            kinds.push(kind);
            let Some((id, path)) = opens else { continue };
            match names.get(id.trim()) {
                Some(found) if Some(found) != own => node.opens = Some(DiagramId(found as u32)),
                Some(_) => self.report_unknown(path, "other diagram", &id, &Names::default()),
                None => self.report_unknown(path, "other diagram", &id, names),
            }
        }
        kinds
    }

    /// Whether a technology that the portfolio lacks is no problem.
    pub(super) fn ignores_unknown_technologies(&self) -> bool {
        self.lenient
    }

    /// The position of a word among the few there are; reports one that is not.
    pub(super) fn word(
        &mut self,
        at: &At,
        what: &'static str,
        word: &str,
        known: &'static [&'static str],
    ) -> Option<usize> {
        // "Case study" and "case_study" are one word.
        let folded = word.trim().to_ascii_lowercase().replace([' ', '_'], "-");
        let position = known.iter().position(|other| *other == folded);
        if position.is_none() {
            self.report(at, ProblemKind::UnknownWord { what, word: excerpt(word), known });
        }
        position
    }

    /// The same for the word that a property holds.
    pub(super) fn choice(
        &mut self,
        doc: &mut Doc,
        name: &str,
        what: &'static str,
        known: &'static [&'static str],
    ) -> Option<usize> {
        let word = doc.text(name)?;
        self.word(&doc.at(name), what, &word, known)
    }

    /// The text at a place as it is in the first of the file's languages; what is made of that is the same in all.
    pub(super) fn original(&self, place: &JsonPath, text: &str) -> String {
        let known = self.translated.iter().find(|translated| translated.path == *place);
        known.map_or(text, |translated| translated.original.trim()).to_owned()
    }

    /// The same of a property of an object, or of the text that stands for all of it.
    pub(super) fn original_of(&self, doc: &Doc, property: &str, text: &str) -> String {
        let own = self.original(&doc.path(property), text);
        if own == text { self.original(&doc.here(), text) } else { own }
    }

    /// Fits a value to a shape and reports what that takes.
    fn fit(&mut self, json: Json, shape: Shape, at: Option<&At>) -> Option<Json> {
        let mut found = Findings::of(&self.heard);
        let fitted = found.fit(json, shape, at);
        let Findings { faults, notes, translated, .. } = found;
        self.translated.extend(translated);
        self.report_all(faults);
        self.report_all(notes);
        fitted
    }

    /// The whole file as the object it has to be; without properties where it does not fit.
    pub fn file(&mut self, json: Json, fields: &'static Fields) -> Doc<'static> {
        let fitted = self.fit(json, Shape::Object(fields), None);
        Doc::new(fitted.unwrap_or(Json::Null), fields, None)
    }

    /// Another object, if it fits.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn object<'a>(&mut self, json: Json, fields: &'static Fields, at: &'a At<'a>) -> Option<Doc<'a>> {
        let fitted = self.fit(json, Shape::Object(fields), Some(at))?;
        Some(Doc::new(fitted, fields, Some(at)))
    }

    /// What `make` makes of the object that a property holds.
    pub(super) fn part<T>(
        &mut self,
        doc: &mut Doc,
        name: &str,
        make: impl FnOnce(&mut Self, &mut Doc) -> T,
    ) -> Option<T> {
        let at = doc.at(name);
        let mut part = doc.part(name, &at)?;
        Some(make(self, &mut part))
    }

    /// Fits the entries of a list one by one and shows each that fits.
    fn entries(&mut self, doc: &mut Doc, name: &str, show: &mut dyn FnMut(&mut Self, Json, &At, Shape)) {
        let (json, shape) = (doc.take(name), doc.shape(name));
        self.list(json, shape, &doc.at(name), show);
    }

    fn list(&mut self, json: Json, shape: Shape, at: &At, show: &mut dyn FnMut(&mut Self, Json, &At, Shape)) {
        let (Json::Array(entries), Shape::List(shape)) = (json, shape) else { return };
        let shape = shape();
        for (index, json) in entries.into_iter().enumerate() {
            let at = at.index(index);
            if let Some(json) = self.fit(json, shape, Some(&at)) {
                show(self, json, &at, shape);
            }
        }
    }

    /// Shows the objects of a list.
    pub(super) fn objects(&mut self, doc: &mut Doc, name: &str, show: &mut dyn FnMut(&mut Self, &mut Doc)) {
        self.entries(doc, name, &mut |check, json, at, shape| {
            let Shape::Object(fields) = shape else { return };
            show(check, &mut Doc::new(json, fields, Some(at)));
        });
    }

    /// Shows the objects of a list of lists, with the position of the list that each is in.
    pub(super) fn nested(&mut self, doc: &mut Doc, name: &str, show: &mut dyn FnMut(&mut Self, &mut Doc, usize)) {
        let mut branch = 0;
        self.entries(doc, name, &mut |check, json, at, shape| {
            check.list(json, shape, at, &mut |check, json, at, shape| {
                let Shape::Object(fields) = shape else { return };
                show(check, &mut Doc::new(json, fields, Some(at)), branch);
            });
            branch += 1;
        });
    }

    /// Shows the texts of a list.
    pub(super) fn words(&mut self, doc: &mut Doc, name: &str, show: &mut dyn FnMut(&mut Self, String, &At)) {
        self.entries(doc, name, &mut |check, json, at, _| {
            let Json::Text(text) = json else { return };
            show(check, text, at);
        });
    }

    /// Keeps what `make` makes of the objects of a list.
    pub(super) fn each<T>(
        &mut self,
        doc: &mut Doc,
        name: &str,
        mut make: impl FnMut(&mut Self, &mut Doc) -> Option<T>,
    ) -> Vec<T> {
        let mut kept = Vec::new();
        self.objects(doc, name, &mut |check, doc| {
            if let Some(entry) = make(check, doc) {
                kept.push(entry);
            }
        });
        kept
    }
}

/// As much of a text as a report repeats.
pub fn excerpt(text: &str) -> String {
    text.chars().take(60).collect()
}

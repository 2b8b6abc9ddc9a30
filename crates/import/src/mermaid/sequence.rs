//! Sequence diagrams: participants are boxes, whoever sends something to somebody has an arrow to them, and what happens is a flow.

use super::{Drawn, label};
use crate::{ImportError, Value};

/// Arrows of messages, the longer first, and whether they are drawn dashed, as answers are, or with an open head, as what nobody waits for.
const ARROWS: [(&str, Sort); 14] = [
    ("<<-->>", Sort::Reply),
    ("<<->>", Sort::Call),
    ("-->>", Sort::Reply),
    ("->>", Sort::Call),
    ("--x", Sort::Reply),
    ("--)", Sort::Post),
    ("-->", Sort::Reply),
    ("-)", Sort::Post),
    ("-x", Sort::Call),
    ("->", Sort::Call),
    ("--|\\", Sort::Reply),
    ("--|/", Sort::Reply),
    ("-|\\", Sort::Call),
    ("-|/", Sort::Call),
];

/// Lines that say how a diagram looks, or which a reader has no use for.
const LOOKS: [&str; 8] = ["autonumber", "activate", "deactivate", "link", "links", "properties", "details", "accDescr"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Call,
    Reply,
    Post,
}

/// A block of steps that is not closed yet.
enum Block {
    /// A block of this name, and its cases with their steps; the last is open.
    Cases(&'static str, Vec<(String, Vec<Value>)>),
    Parallel(Vec<Vec<Value>>),
    /// Steps that need no block.
    Plain(Vec<Value>),
    /// Participants in a box.
    Box,
}

struct Participant {
    id: String,
    label: String,
    is_actor: bool,
    group: Option<usize>,
}

#[derive(Default)]
struct Sequence {
    participants: Vec<Participant>,
    groups: Vec<String>,
    /// Whether the box that was opened last is open.
    is_in_box: bool,
    edges: Vec<(String, String, Sort)>,
    steps: Vec<Value>,
    blocks: Vec<Block>,
    /// Who begins, or ends, with the message that comes next.
    created: Option<String>,
    destroyed: Option<String>,
    drawn: Drawn,
}

/// Reads the lines of a sequence diagram; `first` is the number of the line that they begin in.
pub fn read(body: &str, first: usize) -> Result<Drawn, ImportError> {
    let mut sequence = Sequence::default();
    for (number, line) in (first..).zip(body.lines()) {
        let line = line.split("%%").next().unwrap_or_default();
        for statement in statements(line) {
            let fault = || format!("line {number}: {:?} is not understood; mend it, or take it out", statement.trim());
            sequence.statement(statement.trim()).ok_or_else(|| ImportError(fault()))?;
        }
    }
    while !sequence.blocks.is_empty() {
        sequence.close();
    }
    Ok(sequence.finish())
}

/// The statements of a line; a semicolon behind the name of a sign ends none.
fn statements(line: &str) -> Vec<&str> {
    let (mut found, mut start) = (Vec::new(), 0);
    for (at, _) in line.match_indices(';') {
        let is_sign = line[start..at].rfind(['#', '&']).is_some_and(|sign| {
            line[start + sign + 1..at].chars().all(|c| c.is_ascii_alphanumeric()) && at - start - sign > 1
        });
        if !is_sign {
            found.push(&line[start..at]);
            start = at + 1;
        }
    }
    found.push(&line[start..]);
    found
}

impl Sequence {
    /// Takes a statement; `None` where it can't be told what it means.
    fn statement(&mut self, text: &str) -> Option<()> {
        let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let rest = rest.trim();
        match word.trim_end_matches(':') {
            "" => {}
            "title" | "accTitle" => self.drawn.title = Some(label::plain(rest)).filter(|title| !title.is_empty()),
            "participant" | "actor" => {
                self.declare(rest, word == "actor");
            }
            "create" => {
                let (word, rest) = rest.split_once(char::is_whitespace)?;
                self.created = Some(self.declare(rest.trim(), word == "actor"));
            }
            "destroy" => self.destroyed = Some(rest.to_owned()),
            "box" => {
                self.groups.push(label::of_box(rest));
                self.is_in_box = true;
                self.blocks.push(Block::Box);
            }
            "alt" => self.open("alternative", &case(rest, word)),
            "opt" => self.open("optional", rest),
            "loop" => self.open("loop", rest),
            "break" => self.open("break", rest),
            "critical" => self.open("critical", rest),
            "else" | "option" => match self.blocks.last_mut()? {
                Block::Cases(_, cases) => cases.push((case(rest, "otherwise"), Vec::new())),
                _ => return None,
            },
            "par" | "par_over" => self.blocks.push(Block::Parallel(vec![Vec::new()])),
            "and" => match self.blocks.last_mut()? {
                Block::Parallel(branches) => branches.push(Vec::new()),
                _ => return None,
            },
            "rect" => self.blocks.push(Block::Plain(Vec::new())),
            "end" if rest.is_empty() => {
                self.blocks.last()?;
                self.close();
            }
            "note" | "Note" => self.note(rest)?,
            look if LOOKS.contains(&look) => {}
            _ => self.message(text)?,
        }
        Some(())
    }

    /// Begins a block.
    fn open(&mut self, name: &'static str, words: &str) {
        self.blocks.push(Block::Cases(name, vec![(label::plain(words), Vec::new())]));
    }

    /// `A as Alice`, `A@{ "type": "database" }`.
    fn declare(&mut self, text: &str, is_actor: bool) -> String {
        let (id, words) = text.split_once(" as ").unwrap_or((text, ""));
        let id = id.split("@{").next().unwrap_or_default().trim().to_owned();
        let at = self.participant(&id);
        let participant = &mut self.participants[at];
        participant.is_actor |= is_actor;
        if !words.trim().is_empty() {
            participant.label = label::plain(words);
        }
        if self.is_in_box {
            participant.group = Some(self.groups.len() - 1);
        }
        id
    }

    fn participant(&mut self, id: &str) -> usize {
        self.participants.iter().position(|participant| participant.id == id).unwrap_or_else(|| {
            let label = label::plain(id);
            self.participants.push(Participant { id: id.to_owned(), label, is_actor: false, group: None });
            self.participants.len() - 1
        })
    }

    /// `right of A: words`, `over A,B: words`.
    fn note(&mut self, text: &str) -> Option<()> {
        let (place, words) = text.split_once(':')?;
        let names = ["right of ", "left of ", "over "].iter().find_map(|place_of| place.strip_prefix(place_of))?;
        let ids: Vec<&str> = names.split(',').map(str::trim).filter(|id| !id.is_empty()).collect();
        for id in &ids {
            self.participant(id);
        }
        let node = match ids[..] {
            [] => return None,
            [id] => ("node", id.into()),
            _ => ("nodes", ids.into_iter().collect()),
        };
        self.add(Value::object([node, ("note", label::plain(words).into())]));
        Some(())
    }

    /// `A->>+B: words`.
    fn message(&mut self, text: &str) -> Option<()> {
        let (route, words) = text.split_once(':').unwrap_or((text, ""));
        let places = (0..route.len()).filter(|at| route.is_char_boundary(*at));
        let (at, (arrow, sort)) = places
            .into_iter()
            .find_map(|at| Some((at, ARROWS.iter().find(|(arrow, _)| route[at..].starts_with(arrow))?)))?;
        let name = |text: &str| {
            text.trim().trim_matches(['+', '-']).trim_end_matches("()").trim_start_matches("()").trim().to_owned()
        };
        let (from, to) = (name(&route[..at]), name(&route[at + arrow.len()..]));
        if from.is_empty() || to.is_empty() {
            return None;
        }
        self.participant(&from);
        self.participant(&to);
        let note = label::plain(words);
        let has =
            |one: &str, other: &str| self.edges.iter().any(|(source, target, _)| source == one && target == other);
        let is_reply = *sort == Sort::Reply && has(&to, &from);
        if !is_reply && from != to && !has(&from, &to) {
            self.edges.push((from.clone(), to.clone(), *sort));
        }
        let ended = self.destroyed.take();
        let kind = match sort {
            _ if self.created.take_if(|created| *created == to).is_some() => Some("create"),
            _ if from != to && ended.as_ref() == Some(&to) => Some("destroy"),
            Sort::Reply if is_reply => Some("reply"),
            Sort::Post => Some("async"),
            _ => Some("sync"),
        };
        self.add(Value::object([
            ("from", from.clone().into()),
            ("to", to.into()),
            ("kind", kind.into()),
            ("note", note.into()),
        ]));
        if let Some(sender) = ended.filter(|ended| *ended == from) {
            self.add(Value::object([("node", sender.into()), ("kind", "destroy".into())]));
        }
        Some(())
    }

    /// Adds a step where steps are told at present.
    fn add(&mut self, step: Value) {
        let open = self.blocks.iter_mut().rev().find_map(|block| match block {
            Block::Cases(_, cases) => cases.last_mut().map(|(_, steps)| steps),
            Block::Parallel(branches) => branches.last_mut(),
            Block::Plain(steps) => Some(steps),
            Block::Box => None,
        });
        open.unwrap_or(&mut self.steps).push(step);
    }

    /// Ends a block.
    fn close(&mut self) {
        match self.blocks.pop() {
            Some(Block::Cases(name, mut cases)) => {
                // Of what nothing is left, the rest is not the other case.
                let name = if cases.first().is_some_and(|(_, steps)| steps.is_empty()) { "alternative" } else { name };
                cases.retain(|(_, steps)| !steps.is_empty());
                // The first of a list of cases is one of them; elsewhere it is what the block is about.
                let first = if name == "alternative" || cases.is_empty() { None } else { Some(cases.remove(0)) };
                let cases: Value = cases
                    .into_iter()
                    .map(|(when, steps)| Value::object([("when", when.into()), ("steps", Value::List(steps))]))
                    .collect();
                match first {
                    Some((about, steps)) => {
                        // It is there even if it is about nothing.
                        let mut block = vec![(name.to_owned(), about.into()), ("steps".to_owned(), Value::List(steps))];
                        block.extend(Some(("otherwise".to_owned(), cases)).filter(|(_, cases)| !cases.is_empty()));
                        self.add(Value::Object(block));
                    }
                    None if !cases.is_empty() => self.add(Value::object([(name, cases)])),
                    None => {}
                }
            }
            Some(Block::Parallel(branches)) => {
                let branches: Vec<Value> =
                    branches.into_iter().filter(|steps| !steps.is_empty()).map(Value::List).collect();
                if !branches.is_empty() {
                    self.add(Value::object([("parallel", Value::List(branches))]));
                }
            }
            Some(Block::Plain(steps)) => steps.into_iter().for_each(|step| self.add(step)),
            Some(Block::Box) => self.is_in_box = false,
            None => {}
        }
    }

    fn finish(self) -> Drawn {
        let mut drawn = self.drawn;
        let group_id = |group: usize| format!("box-{}", group + 1);
        for participant in self.participants {
            drawn.nodes.push(Value::object([
                ("id", participant.id.as_str().into()),
                ("label", Some(participant.label).filter(|label| *label != participant.id).into()),
                ("kind", participant.is_actor.then_some("person").into()),
                ("group", participant.group.map(group_id).into()),
            ]));
            if let Some(group) = participant.group.filter(|group| drawn.groups.len() <= *group) {
                for (position, words) in self.groups.iter().enumerate().take(group + 1).skip(drawn.groups.len()) {
                    let words = Some(words.as_str()).filter(|words| !words.is_empty());
                    drawn.groups.push(Value::object([("id", group_id(position).into()), ("label", words.into())]));
                }
            }
        }
        for (source, target, sort) in self.edges {
            let kind = (sort == Sort::Post).then_some("async");
            drawn.edges.push(Value::object([
                ("source", source.into()),
                ("target", target.into()),
                ("kind", kind.into()),
            ]));
        }
        if !self.steps.is_empty() {
            drawn.flows.push(Value::object([
                ("id", "sequence".into()),
                ("name", "Sequence".into()),
                ("steps", Value::List(self.steps)),
            ]));
        }
        drawn
    }
}

/// When a case happens.
fn case(words: &str, instead: &str) -> String {
    let words = label::plain(words);
    if words.is_empty() { instead.to_owned() } else { words }
}

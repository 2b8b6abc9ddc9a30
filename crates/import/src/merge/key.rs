//! What tells the entries of a list from each other: an id, or what stands for one.

use vitrine_model::id;

use crate::Value;

/// The properties that say what something is called; a text is its own name.
const NAMES: [&str; 8] = ["name", "title", "label", "url", "date", "technology", "file", "id"];
/// What tells two of the same name apart.
const MORE: [&str; 6] = ["by", "date", "period", "start", "location", "label"];

/// How an entry is found again.
pub struct Match {
    id: Option<String>,
    name: String,
    more: Vec<Option<Value>>,
    /// When it began, if it is a role.
    start: Option<String>,
    /// The names of what it holds, such as the roles at an employer.
    inner: Vec<String>,
}

impl Match {
    fn of(value: &Value) -> Option<Self> {
        let name = if let (Some(source), Some(target)) = (value.text_of("source"), value.text_of("target")) {
            [source, " -> ", target].concat()
        } else if let Some(text) = value.text() {
            folded(text)
        } else {
            folded(NAMES.iter().find_map(|name| value.text_of(name))?)
        };
        let inner = value.list_of("roles").iter().filter_map(|role| role.text_of("title").or(role.text()));
        let own = value.text_of("title").filter(|_| value.text_of("name").is_some());
        Some(Self {
            id: value.text_of("id").map(str::to_owned),
            name,
            start: value.text_of("start").map(str::to_owned),
            more: MORE.iter().map(|name| value.get(name).cloned()).collect(),
            inner: inner.chain(own).map(folded).collect(),
        })
    }

    /// Whether nothing that was written says that they are two.
    fn ids_fit(&self, other: &Self) -> bool {
        self.id.is_none() || other.id.is_none() || self.id == other.id
    }

    /// What an entry is called in words for people.
    pub fn name(value: &Value) -> String {
        if let (Some(source), Some(target)) = (value.text_of("source"), value.text_of("target")) {
            return [source, " -> ", target].concat();
        }
        value.text().or_else(|| NAMES.iter().find_map(|name| value.text_of(name))).unwrap_or_default().to_owned()
    }
}

/// A text by which two spellings of a name are the same.
fn folded(text: &str) -> String {
    let slug = id::slug(text.trim().trim_end_matches('/'));
    if slug.is_empty() || slug.len() >= 60 { text.trim().to_lowercase() } else { slug }
}

/// Whether two lists hold things that have names, and not just words.
pub fn is_keyed(there: &Value, offered: &[Value]) -> bool {
    let has_name = |value: &Value| Match::of(value).is_some();
    offered.iter().all(|value| matches!(value, Value::Object(_)) && has_name(value))
        && there.entries().iter().all(has_name)
        && !offered.is_empty()
}

/// Whether two entries are the same thing.
type Rule = fn(&Match, &Match) -> bool;

/// By what is the same in all, then by ever less.
const RULES: [Rule; 5] = [
    |a, b| a.id.is_some() && a.id == b.id,
    |a, b| a.name == b.name && a.more == b.more && Match::ids_fit(a, b),
    |a, b| a.name == b.name && a.inner.iter().any(|inner| b.inner.contains(inner)),
    |a, b| a.name == b.name && Match::ids_fit(a, b),
    // The same role by another title.
    |a, b| a.start.is_some() && a.start == b.start,
];

/// Which rule goes by the name alone.
const BY_NAME: usize = 3;

/// The position in `there` of what each of `offered` is, each taken once.
pub fn pairs(offered: &[Value], there: &[Value]) -> Vec<Option<usize>> {
    let (all_ours, theirs): (Vec<_>, Vec<_>) =
        (offered.iter().map(Match::of).collect(), there.iter().map(Match::of).collect());
    let mut pairs = vec![None; offered.len()];
    let mut is_taken = vec![false; there.len()];
    for (turn, rule) in RULES.iter().enumerate() {
        for (mine, ours) in all_ours.iter().enumerate() {
            let Some(ours) = ours.as_ref().filter(|_| pairs[mine].is_none()) else { continue };
            let fits = |at: &usize| !is_taken[*at] && theirs[*at].as_ref().is_some_and(|theirs| rule(ours, theirs));
            // By name alone only where there are as many of it on either side.
            let of_name = |all: &[Option<Match>]| all.iter().flatten().filter(|other| other.name == ours.name).count();
            let is_one = turn != BY_NAME || of_name(&all_ours) <= of_name(&theirs);
            if let Some(at) = (0..there.len()).find(fits).filter(|_| is_one) {
                pairs[mine] = Some(at);
                is_taken[at] = true;
            }
        }
    }
    pairs
}

/// Whether a text says what an object says: its name, and nothing else.
pub fn says_the_same(there: &Value, offered: &Value) -> bool {
    match (there, offered) {
        (Value::Text(text), Value::Object(properties)) => {
            properties.len() == 1 && properties.iter().all(|(_, value)| value.text() == Some(text))
        }
        (Value::Text(text), Value::List(entries)) => {
            entries.len() == 1 && (entries[0].text() == Some(text) || says_the_same(there, &entries[0]))
        }
        _ => false,
    }
}

/// What is offered in the shape that is there: the only role at an employer may stand in the employer itself.
pub fn fitted(there: &Value, offered: &Value) -> Value {
    let Some(title) = there.text_of("title").filter(|_| there.text_of("name").is_some()) else {
        return offered.clone();
    };
    let mut own = None;
    let mut fitted: Vec<(String, Value)> = Vec::new();
    for (name, value) in offered.properties() {
        if name != "roles" {
            fitted.push((name.clone(), value.clone()));
            continue;
        }
        let is_own = |role: &&Value| role.text_of("title").is_some_and(|role| folded(role) == folded(title));
        own = value.entries().iter().find(is_own).cloned();
        let others: Vec<Value> = value.entries().iter().filter(|role| Some(*role) != own.as_ref()).cloned().collect();
        if !others.is_empty() {
            fitted.push((name.clone(), Value::List(others)));
        }
    }
    fitted.extend(own.iter().flat_map(|role| role.properties().iter().cloned()));
    Value::Object(fitted)
}

//! What a visitor asked for, and how an address writes it.

use vitrine_fold::fold;
use vitrine_model::{Portfolio, TechId};

use super::haystack::words;

/// What a visitor asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// A project must use each of them. No duplicates matter, and no order.
    pub technologies: Vec<TechId>,
    /// A project must have each word of it; as typed.
    pub text: String,
}

impl Query {
    /// Characters of text that count; more than anybody types.
    const MAX_TEXT: usize = 200;
    /// Entries of an address's `tech` that are looked at.
    const MAX_TECHNOLOGIES: usize = 32;

    /// Reads `?tech=redis,kafka&q=queue`, percent-decoded. A technology is named by id, name or alias, in any case;
    /// unknown ones are left out ([`Self::unknown`]). Overlong values are cut.
    pub fn from_params(tech: Option<&str>, q: Option<&str>, portfolio: &Portfolio) -> Self {
        let (technologies, _) = named(tech, portfolio);
        Self { technologies: in_order(&technologies, portfolio), text: tidy(q.unwrap_or_default()) }
    }

    /// The first name in an address's `tech` that is no technology of the portfolio.
    pub fn unknown(tech: Option<&str>, portfolio: &Portfolio) -> Option<String> {
        named(tech, portfolio).1
    }

    /// The values of `tech` and `q` that [`Self::from_params`] reads as an equivalent query; `None` where the
    /// parameter is not needed. Technologies come in the registry's order, text without surplus space.
    pub fn to_params(&self, portfolio: &Portfolio) -> (Option<String>, Option<String>) {
        let mut chosen = in_order(&self.technologies, portfolio);
        chosen.truncate(Self::MAX_TECHNOLOGIES);
        let ids: Vec<&str> = chosen.iter().map(|&id| portfolio.technology(id).id.as_str()).collect();
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        (some(ids.join(",")), some(tidy(&self.text)))
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.technologies.is_empty() && self.words().is_empty()
    }

    /// Adds a technology, or drops it if it is there.
    pub fn toggle(&mut self, technology: TechId) {
        let before = self.technologies.len();
        self.technologies.retain(|&chosen| chosen != technology);
        if self.technologies.len() == before {
            self.technologies.push(technology);
        }
    }

    /// The folded words of its text.
    pub(super) fn words(&self) -> Vec<String> {
        words(&self.text.chars().take(Self::MAX_TEXT).collect::<String>())
    }
}

/// Technologies in the registry's order, each once.
fn in_order(chosen: &[TechId], portfolio: &Portfolio) -> Vec<TechId> {
    (0..portfolio.technologies.len() as u32).map(TechId).filter(|id| chosen.contains(id)).collect()
}

/// The technologies that an address's `tech` lists, and the first of the names that is none, folded.
///
/// Whoever writes `?tech=c++` by hand means what a form would send as `c%2B%2B`; decoded it ends in two spaces, and is not C.
fn named(tech: Option<&str>, portfolio: &Portfolio) -> (Vec<TechId>, Option<String>) {
    let (mut found, mut unknown) = (Vec::new(), None);
    for name in tech.unwrap_or_default().split(',').take(Query::MAX_TECHNOLOGIES) {
        let mut folded = fold(name.trim_start());
        if folded.ends_with("  ") {
            folded = folded.replace(' ', "+");
        }
        let trimmed = folded.trim_end();
        match find(trimmed, portfolio) {
            Some(id) => found.push(id),
            None if trimmed.is_empty() || unknown.is_some() => {}
            None => unknown = Some(trimmed.chars().take(40).collect()),
        }
    }
    (found, unknown)
}

/// Looks a folded name up: ids first, since only they are unique.
fn find(folded: &str, portfolio: &Portfolio) -> Option<TechId> {
    if folded.is_empty() {
        return None;
    }
    let all = &portfolio.technologies;
    let at = all.iter().position(|technology| fold(&technology.id) == folded).or_else(|| {
        all.iter().position(|technology| {
            fold(&technology.name) == folded || technology.aliases.iter().any(|alias| fold(alias) == folded)
        })
    })?;
    u32::try_from(at).ok().map(TechId)
}

/// Single spaces, none at the ends, no more than [`Query::MAX_TEXT`] characters.
fn tidy(text: &str) -> String {
    let mut tidy = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    if let Some((end, _)) = tidy.char_indices().nth(Query::MAX_TEXT) {
        tidy.truncate(end);
    }
    tidy.truncate(tidy.trim_end().len());
    tidy
}

//! The languages that pages speak.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use serde_json::{Map, Value};

use crate::written::{self, Fault};
use crate::{Words, pseudo};

type File = Map<String, Value>;

macro_rules! languages {
    ($($tag:literal),*) => {
        /// The languages of which there are words, by BCP 47 tag, English first; one with a region differs in a few messages.
        pub const LANGUAGES: &[&str] = &[$($tag),*];
        const FILES: &[&str] = &[$(include_str!(concat!("../languages/", $tag, ".json"))),*];
    };
}
languages!("en", "de", "fr", "es", "pt-BR", "hi", "ja", "zh-Hans", "ar", "en-US");

static PARSED: LazyLock<Vec<File>> = LazyLock::new(|| {
    let parse = |text: &&str| serde_json::from_str(text).unwrap_or_default();
    FILES.iter().map(parse).collect()
});

/// Words live as long as the program, those of each language and of each author once.
static KNOWN: LazyLock<Mutex<BTreeMap<String, Words>>> = LazyLock::new(Mutex::default);

impl Words {
    /// English.
    pub fn english() -> Self {
        Self::of("en", &File::new()).0
    }

    /// Those that fit a language best, and English for what that lacks; `own` comes before both. With what is wrong in `own`.
    pub fn of(language: &str, own: &File) -> (Self, Vec<(String, Fault)>) {
        // What is said in English within a page of another direction goes by the page's.
        let direction = File::from_iter([("format.direction".to_owned(), Value::from(direction(language)))]);
        let files = files(language);
        let all: Vec<&File> = [&direction, own].into_iter().chain(files.iter().map(Cow::as_ref)).collect();
        let (lines, mut faults) = written::compiled(language, &all);
        faults.retain(|(key, _)| own.contains_key(key));
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let words = *known.entry(lines).or_insert_with_key(|lines| Self::read(lines.clone()));
        (words, faults)
    }

    /// Whether there are words of a language, or of one that it is a kind of.
    pub fn has(language: &str) -> bool {
        pseudo::is_one(language) || !chain(language).is_empty()
    }
}

/// Every message in the words that pages of a language have, as files write them, in the order of the files.
pub fn messages(language: &str) -> Vec<(&'static str, Value)> {
    let files = files(language);
    let of = |key: &str| files.iter().find_map(|file| file.get(key));
    crate::MESSAGES.iter().filter_map(|message| Some((message.key, of(message.key)?.clone()))).collect()
}

/// The files in which a message of a language is looked for, one after the other; English comes last.
fn files(language: &str) -> Vec<Cow<'static, File>> {
    let english = &PARSED[0];
    let mut files: Vec<Cow<'static, File>> = match pseudo::file(language, english) {
        Some(made) => vec![Cow::Owned(made)],
        None => chain(language).into_iter().map(|at| Cow::Borrowed(&PARSED[at])).collect(),
    };
    files.push(Cow::Borrowed(english));
    files
}

/// How a language is written: `rtl` or `ltr`.
///
/// Source: Unicode CLDR, "layout.json" (`characterOrder`) and the scripts of `supplemental/scriptMetadata`.
fn direction(language: &str) -> &'static str {
    const LANGUAGES: [&str; 16] =
        ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "rhg", "sd", "syr", "ug", "ur", "yi"];
    const SCRIPTS: [&str; 8] = ["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa"];
    let tag = language.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    // A script that is named comes before that which is usual.
    let script = parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let is_rtl = script.map_or_else(|| LANGUAGES.contains(&first), |script| SCRIPTS.contains(&script));
    if is_rtl { "rtl" } else { "ltr" }
}

/// The files for a language, the closest first: of `pt-PT` that of Portuguese in Brazil, of `zh-CN` that of simplified Chinese.
///
/// Source: RFC 4647, § 3.4, "Lookup", with the languages that there are instead of a default.
fn chain(language: &str) -> Vec<usize> {
    let tag = language.to_ascii_lowercase();
    let subtags: Vec<&str> = tag.split('-').collect();
    let has = |script: &str| subtags.contains(&script);
    // Words in another script would be as foreign as English.
    let is_other_script = match subtags[0] {
        "zh" => has("hant") || (["tw", "hk", "mo"].iter().any(|region| has(region)) && !has("hans")),
        "de" | "en" | "es" | "fr" | "pt" => subtags.iter().skip(1).any(|subtag| {
            subtag.len() == 4 && *subtag != "latn" && subtag.bytes().all(|byte| byte.is_ascii_alphabetic())
        }),
        "hi" => has("latn"),
        _ => false,
    };
    if is_other_script {
        return Vec::new();
    }
    let mut fitting: Vec<(usize, usize)> = Vec::new();
    for (at, known) in LANGUAGES.iter().enumerate() {
        let known = known.to_ascii_lowercase();
        let parts: Vec<&str> = known.split('-').collect();
        // A region that is not asked for counts only where there is no other file of the language.
        let is_only = LANGUAGES.iter().filter(|other| other.split('-').next() == Some(parts[0])).count() == 1;
        if parts[0] == subtags[0] && (is_only || parts[1..].iter().all(|part| has(part))) {
            fitting.push((parts.len(), at));
        }
    }
    fitting.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
    fitting.into_iter().map(|(_, at)| at).collect()
}

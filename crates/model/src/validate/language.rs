//! The languages of the file, and the words that it has of its own.

use super::Check;
use super::check::excerpt;
use crate::doc::Doc;
use crate::problem::ProblemKind;
use crate::speech::{LANGUAGE, is_same, is_tag};

/// Reports what is no language, or names one twice; which they are is known since before the file was fitted.
pub fn languages(check: &mut Check, doc: &mut Doc) {
    let mut seen: Vec<String> = Vec::new();
    check.words(doc, LANGUAGE, &mut |check, tag, at| {
        let tag = tag.trim().to_owned();
        if !is_tag(&tag) {
            check.report(at, ProblemKind::BadLanguage(excerpt(&tag)));
        } else if seen.iter().any(|known| is_same(known, &tag)) {
            check.report(at, ProblemKind::Repeated { word: tag });
        } else {
            seen.push(tag);
        }
    });
}

/// Reports words that pages never say, and those that can't be said.
#[cfg(not(target_arch = "wasm32"))]
pub fn words(check: &mut Check, doc: &Doc) {
    use vitrine_words::{Fault, keys};

    let at = doc.at("words");
    for (key, fault) in std::mem::take(&mut check.heard.faults) {
        let closest = if fault == Fault::Unknown { crate::suggest::closest(&key, &mut keys()) } else { None };
        check.report(&at.key(&key), ProblemKind::BadWord(fault.to_string(), closest.map(str::to_owned)));
    }
}

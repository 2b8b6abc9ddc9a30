//! What was meant by an address that is not written whole.

use super::is_email;
use crate::suggest;

/// Ends of host names. Some end names of files, too; these count only before a path.
const ENDINGS: [&str; 46] = [
    "com", "org", "net", "io", "dev", "app", "co", "edu", "gov", "info", "tech", "xyz", "page", "site", "blog",
    "cloud", "eu", "de", "fr", "uk", "in", "br", "jp", "cn", "ch", "at", "nl", "se", "no", "fi", "dk", "it", "es",
    "pt", "ca", "au", "us", "ly", "gg", "tv", "ru", "kr", "mx", "social", "design", "codes",
];
const ENDINGS_OF_FILES_TOO: [&str; 9] = ["me", "ai", "sh", "to", "cc", "pl", "rs", "so", "zip"];

/// Ends of files that a portfolio may have beside it, which no host has.
const FILES: [&str; 14] =
    ["pdf", "png", "jpg", "jpeg", "webp", "gif", "svg", "mp4", "webm", "html", "txt", "md", "json", "docx"];

/// What people leave out in front of an address without a scheme: that of a host, a mail address or a number.
pub fn missing_scheme(text: &str) -> Option<&'static str> {
    // A file may have an `@` in its name.
    let is_file =
        |text: &str| text.rsplit_once('.').is_some_and(|(_, end)| FILES.contains(&&*end.to_ascii_lowercase()));
    if is_email(text) && !is_file(text) {
        return Some("mailto:");
    }
    if text.starts_with('+') && text.bytes().filter(u8::is_ascii_digit).count() >= 7 && !text.contains('/') {
        return Some("tel:");
    }
    let place = text.split(['/', '?', '#']).next()?;
    let host = place.split(':').next()?;
    let (name, end) = host.rsplit_once('.')?;
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let end = end.to_ascii_lowercase();
    // A port is none of a file's name.
    let has_path = text.len() > place.len() || place.len() > host.len();
    let is_host = name.split('.').all(is_label)
        && (host.to_ascii_lowercase().starts_with("www.")
            || ENDINGS.contains(&end.as_str())
            || (has_path && ENDINGS_OF_FILES_TOO.contains(&end.as_str())));
    is_host.then_some("https://")
}

/// Whether what looks like a scheme is a host, with its port behind it: `example.org:8080/x`.
pub fn is_host_with_port(scheme: &str, rest: &str) -> bool {
    let port = rest.split(['/', '?', '#']).next().unwrap_or_default();
    scheme.contains('.') && (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// What was meant by a beginning that is nearly `https://`, and is none.
pub fn misspelt(text: &str) -> Option<&'static str> {
    const BEGINNINGS: [(&str, &str); 2] = [("https", "https://"), ("http", "http://")];
    let word = text.split(|c: char| !c.is_ascii_alphanumeric()).next()?.to_ascii_lowercase();
    let marks = text.get(word.len()..)?;
    let marks = &marks[..marks.find(|c: char| !matches!(c, ':' | ';' | '/' | '.' | ',')).unwrap_or(marks.len())];
    if let Some((_, meant)) = BEGINNINGS.iter().find(|(known, _)| *known == word) {
        let is_path = marks.is_empty() || marks == "/" || marks.starts_with('.');
        let is_whole = marks.starts_with("://") && !marks.contains("///");
        return (!is_whole && !is_path).then_some(meant);
    }
    // A slip of the finger in front of `://`.
    let known = &mut ["https", "http"].into_iter();
    if marks != "://" || word.len() < 4 {
        return None;
    }
    let near = suggest::closest(&word, known)?;
    Some(if near == "http" { "http://" } else { "https://" })
}

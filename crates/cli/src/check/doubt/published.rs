//! What nobody should read: keys and tokens anywhere, telephone numbers where nobody looks for them.

use serde_json::Value;
use vitrine_model::{JsonPath, Segment};

use super::{Doubt, each_text};

/// Beginnings of keys, with what may follow, how much of it at least, and what issues such.
const KEYS: [(&str, usize, &str); 17] = [
    ("AKIA", 16, "a key of AWS"),
    ("ASIA", 16, "a key of AWS"),
    ("ghp_", 30, "a token of GitHub"),
    ("gho_", 30, "a token of GitHub"),
    ("ghu_", 30, "a token of GitHub"),
    ("ghs_", 30, "a token of GitHub"),
    ("ghr_", 30, "a token of GitHub"),
    ("github_pat_", 40, "a token of GitHub"),
    ("glpat-", 20, "a token of GitLab"),
    ("sk-", 24, "a secret key"),
    ("sk_live_", 16, "a secret key of Stripe"),
    ("rk_live_", 16, "a secret key of Stripe"),
    ("xoxb-", 20, "a token of Slack"),
    ("xoxp-", 20, "a token of Slack"),
    ("AIza", 35, "a key of Google"),
    ("npm_", 36, "a token of npm"),
    ("pypi-", 40, "a token of PyPI"),
];

/// Words that a secret follows on.
const NAMES: [&str; 8] = ["token", "key", "secret", "password", "passwd", "apikey", "pwd", "auth"];

/// From so many letters and digits on, what follows on such a word is taken for a secret.
const LONG: usize = 20;

/// All of a file.
pub fn doubts(file: &Value) -> Vec<Doubt> {
    let mut found = Vec::new();
    each_text(file, &mut JsonPath::default(), &mut |text, path| {
        if let Some(what) = secret(text) {
            let said = format!(
                "this looks like {what}, and everything here is published; take it out, and have whoever issued it make it invalid"
            );
            found.push(Doubt::warning("V0707", said, path.clone()));
        } else if !is_of_contact(text, path)
            && let Some(number) = telephone(text)
        {
            let said = format!(
                "{number:?} looks like a telephone number, and everything here is published; delete it, or write it in \"contact\", among the \"links\", as \"tel:+49…\""
            );
            found.push(Doubt::warning("V0708", said, path.clone()));
        }
    });
    found
}

/// What a text holds that looks like a secret.
fn secret(text: &str) -> Option<&'static str> {
    if text.contains("-----BEGIN ") && text.contains("PRIVATE KEY-----") {
        return Some("a private key");
    }
    let words = || text.split(|letter: char| !letter.is_ascii_alphanumeric() && !"_-+/.".contains(letter));
    let issued = words().find_map(|word| {
        let (_, _, what) = KEYS.iter().find(|(start, least, _)| {
            // Words in between make it a name: `sk-learn-and-friends-in-production`.
            word.strip_prefix(start).is_some_and(|rest| rest.len() >= *least && is_random(rest))
        })?;
        Some(*what)
    });
    let is_web_token = |word: &str| word.starts_with("eyJ") && word.matches('.').count() == 2 && word.len() > 60;
    issued
        .or_else(|| words().any(is_web_token).then_some("a web token"))
        .or_else(|| follows_a_name(text).then_some("a secret"))
}

/// Whether something long and random follows on a word such as "token", by a colon, an equals sign or the word "is".
fn follows_a_name(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    NAMES.iter().any(|name| {
        lower.match_indices(name).any(|(at, _)| {
            let rest = text[at + name.len()..].trim_start();
            let rest = rest.strip_prefix([':', '=']).or_else(|| rest.strip_prefix("is ")).map(str::trim_start);
            let value = rest.map(|rest| rest.trim_start_matches(['"', '\'', '`']));
            let value = value.map(|rest| {
                let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && !"+/_-".contains(letter));
                &rest[..end.unwrap_or(rest.len())]
            });
            value.is_some_and(|value| value.len() >= LONG && is_random(value))
        })
    })
}

/// Whether letters and digits are mixed as nobody writes words: at least four digits, and as many changes between the two.
fn is_random(word: &str) -> bool {
    let bytes = word.as_bytes();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let changes = bytes.windows(2).filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit()).count();
    digits >= 3 && changes >= 4
}

/// Whether a telephone number belongs there: in "contact", or as a link to call.
fn is_of_contact(text: &str, path: &JsonPath) -> bool {
    let is_contact = path.0.first() == Some(&Segment::Key("contact".to_owned()));
    let is_link = ["tel:", "sms:", "http:", "https:", "+"].iter().any(|start| text.trim_start().starts_with(start))
        && path.0.iter().any(|segment| matches!(segment, Segment::Key(key) if key == "links" || key == "url"));
    is_contact || is_link
}

/// The first telephone number of a text: with its country's code, or behind a word that announces one.
fn telephone(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let plus = text.match_indices('+').map(|(at, _)| (at, false));
    let words = ["phone", "mobile", "tel.", "tel:", "call me", "whatsapp"];
    let announced = words.iter().flat_map(|word| lower.match_indices(word).map(|(at, word)| (at + word.len(), true)));
    plus.chain(announced).find_map(|(at, is_announced)| number(text, at, is_announced))
}

fn number(text: &str, at: usize, is_announced: bool) -> Option<&str> {
    let ahead = text[..at].chars().next_back();
    if !is_announced && ahead.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let rest = &text[at..];
    // Behind the word that announces it only marks may stand: ": ", "(".
    let rest = if is_announced { rest.trim_start_matches([':', ' ', '(', '.']) } else { rest };
    let end =
        rest.find(|letter: char| !letter.is_ascii_digit() && !"+ \u{a0}-()./".contains(letter)).unwrap_or(rest.len());
    let number = rest[..end].trim_end_matches([' ', '\u{a0}', '-', '(', ')', '.', '/']);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let groups: Vec<&str> =
        number.split(|letter: char| !letter.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    // A number of things, such as +100 000 000.
    let is_count = groups.len() > 1 && groups.last() == Some(&"000") || number.trim_start_matches('+').len() < 7;
    let starts = number.starts_with(|first: char| first == '+' || (is_announced && first.is_ascii_digit()));
    // ITU-T E.164: at most 15 digits.
    ((if is_announced { 7 } else { 9 })..=15).contains(&digits).then_some(number).filter(|_| starts && !is_count)
}

#[cfg(test)]
mod tests {
    use super::{secret, telephone};

    #[test]
    fn keys_and_tokens_are_told_from_words() {
        // Put together here, so that nobody takes this file for a leak.
        let digits = "9f86d081884c7d659a2feaa0c55ad015";
        for text in [
            format!("AK{}", "IA2E0A8F3B244C9986"),
            format!("gh{}_16C7e42F292c6912E7710c838347Ae178B4a", "p"),
            format!("curl -H 'key: s{}-proj1abc4DEF7ghi0JKL3mno'", "k"),
            format!("token = {digits}"),
            format!("https://example.org/?access_token={digits}"),
            format!("API key is \"{digits}\""),
            format!("-----BEGIN RSA {} KEY-----\nMII", "PRIVATE"),
        ] {
            assert!(secret(&text).is_some(), "{text}");
        }
        for text in [
            "sk-learn and friends-in-production-since-2019".to_owned(),
            "A token bucket: 10000 requests a second".to_owned(),
            "The key is a composite of tenant-and-creation-date".to_owned(),
            format!("commit {digits}"),
            "key: postgresql-on-kubernetes-2024-edition".to_owned(),
            "monkey=business-as-usual-in-the-zoo".to_owned(),
            "https://example.org/2024/03/14/a-key-to-everything".to_owned(),
        ] {
            assert_eq!(secret(&text), None, "{text}");
        }
    }

    #[test]
    fn telephone_numbers_are_told_from_figures() {
        for (text, number) in [
            ("Call +49 170 1234567.", Some("+49 170 1234567")),
            ("+351 912 345 678", Some("+351 912 345 678")),
            ("Mobile: (0170) 123 45 67", Some("0170) 123 45 67")),
            ("Phone 555-010-1234", Some("555-010-1234")),
            ("grew by +100 000 000 requests", None),
            ("+25 % in 2024, +30 % in 2025", None),
            ("C++ 2011-2024", None),
            ("10,000+ devices since 2019", None),
            ("A phone with 2 GB", None),
            ("1.2M+ events", None),
            ("UTC+01:00", None),
        ] {
            assert_eq!(telephone(text), number, "{text}");
        }
    }
}

//! Whose résumé it is, and how to reach them.

use vitrine_model::href;

use crate::Value;
use crate::fields::{Fields, Notes};

/// Where accounts are, of which a résumé names only the network and the name.
const NETWORKS: [(&str, &str); 12] = [
    ("github", "https://github.com/"),
    ("gitlab", "https://gitlab.com/"),
    ("linkedin", "https://linkedin.com/in/"),
    ("twitter", "https://twitter.com/"),
    ("x", "https://x.com/"),
    ("medium", "https://medium.com/@"),
    ("dev", "https://dev.to/"),
    ("dev.to", "https://dev.to/"),
    ("instagram", "https://instagram.com/"),
    ("facebook", "https://facebook.com/"),
    ("bitbucket", "https://bitbucket.org/"),
    ("codeberg", "https://codeberg.org/"),
];

/// The address of the site, where the résumé is of one of ours, and the parts of a portfolio that tell whose it is.
pub fn read(resume: &Value, notes: &Notes) -> (Value, Vec<(&'static str, Value)>) {
    let nothing = Value::Null;
    let basics = Fields::new(resume.get("basics").unwrap_or(&nothing), "basics", "basics".into(), notes);
    if let Some(image) = basics.text(&["image", "picture"]) {
        basics.say(&format!("has the photo {image}: save it beside the portfolio, and name it in profile.photo"));
    }
    let home = basics.address(&["url", "website"]);
    let ours = resume.at(&["meta", "canonical"]).and_then(Value::text).and_then(|at| at.strip_suffix("resume.json"));
    let (site, home) = if home.is_some() && home.as_deref() == ours { (home, None) } else { (None, home) };
    let mut links: Vec<Value> = Vec::new();
    let mut add = |label: Option<String>, url: String| {
        let bare = |url: &str| url.trim_end_matches('/').replace("://www.", "://");
        if links.iter().all(|link| link.text_of("url").is_none_or(|known| bare(known) != bare(&url))) {
            links.push(Value::object([("label", label.into()), ("url", url.into())]));
        }
    };
    if let Some(home) = home {
        add(Some("Website".into()), home);
    }
    for entry in basics.list(&["profiles"], "url") {
        let profile = entry.fields();
        let (network, name) = (profile.text(&["network"]), profile.text(&["username"]));
        let known = || {
            let (network, name) = (network.as_deref()?.to_lowercase(), name.as_deref()?.trim_start_matches('@'));
            let (_, before) = NETWORKS.iter().find(|(known, _)| *known == network)?;
            Some([before, name].concat())
        };
        match profile.address(&["url"]).or_else(known) {
            Some(url) => add(network, url),
            None => profile.say("has no address and is left out"),
        }
    }
    let about = basics.text(&["summary"]).unwrap_or_default().replace("\r\n", "\n");
    let about = about.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    let profile = Value::object([
        ("name", basics.text(&["name"]).into()),
        ("headline", basics.text(&["label"]).into()),
        ("location", location(&basics)),
        ("about", about.collect()),
        ("links", Value::List(links)),
    ]);
    let contact = Value::object([("email", email(&basics)), ("links", phone(&basics))]);
    (site.into(), vec![("profile", profile), ("contact", contact)])
}

fn location(basics: &Fields<'_>) -> Value {
    let Some(place) = basics.inner("location") else { return Value::Null };
    if let Some(text) = place.own_text() {
        return text.into();
    }
    place.pass(&["address", "postalCode"]);
    let country = ["country", "countryCode"];
    let parts = [place.text(&["city"]), place.text(&["region"]), place.text(&country)];
    place.pass(&country);
    let mut said: Vec<String> = Vec::new();
    for part in parts.into_iter().flatten().filter(|part| part.chars().any(char::is_alphanumeric)) {
        if !said.contains(&part) {
            said.push(part);
        }
    }
    if place.text(&["address"]).is_some() || place.text(&["postalCode"]).is_some() {
        place.say("has an address, which is left out: a portfolio is read by everybody");
    }
    said.join(", ").into()
}

fn email(basics: &Fields<'_>) -> Value {
    let Some(text) = basics.text(&["email"]) else { return Value::Null };
    let text = text.trim_start_matches("mailto:");
    if !href::is_email(text) {
        basics.say(&format!("has {text:?} as its email, which is none and is left out"));
        return Value::Null;
    }
    text.into()
}

/// A telephone number as a link.
fn phone(basics: &Fields<'_>) -> Value {
    let Some(text) = basics.text(&["phone"]) else { return Value::Null };
    let number: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    if number.len() < 3 {
        basics.say(&format!("has {text:?} as its phone, which is none and is left out"));
        return Value::Null;
    }
    basics.say("has a telephone number, which everybody will read: take it out of contact.links if they shouldn't");
    [Value::object([("label", "Phone".into()), ("url", ["tel:", &number].concat().into())])].into_iter().collect()
}

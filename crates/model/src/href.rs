//! The one gate every link of a portfolio passes.

mod meant;

use meant::{is_host_with_port, missing_scheme, misspelt};

/// A link that passed the gate. Fields are private: only [`Gate::admit`] makes one, and what reads it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Href {
    url: String,
    kind: HrefKind,
}

/// Where a link leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HrefKind {
    /// Another site, by http or https.
    External,
    /// A path within this site, without leading slash, to be resolved against the site's base. Empty for the base
    /// itself; never starts with a scheme or a slash, and never leaves the base.
    Relative,
    /// The same, and a page of the site is there. Only a portfolio that was written for a page ([`crate::compact`]) knows.
    Page,
    /// A mail address.
    Mail,
    /// A telephone number.
    Phone,
    /// Something that an app opens: a message, a place on a map, a chat.
    App,
}

/// Why a text is no link, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Nothing is there.
    #[error("there is nothing in it; write an address, or leave it out")]
    Empty,
    /// Longer than browsers and servers take for granted.
    #[error("it has more than 2048 characters; write a shorter one")]
    TooLong,
    /// What parsers drop or turn into something else.
    #[error("it holds a backslash, or characters that nobody sees; delete them")]
    Hidden,
    /// Of which nobody knows what it does.
    #[error(
        "links that begin with \"{0}:\" are not taken; write one with https, http, mailto, tel, sms, geo, matrix, xmpp or skype, or a path within the site"
    )]
    Scheme(String),
    /// `https:/host`, `https//host`, `htps://host`.
    #[error("its beginning is misspelt; write {0}")]
    Misspelt(&'static str),
    /// A host that is none, or looks like another.
    #[error("there is no sound host in it; write it as https://example.org/page")]
    Host,
    /// `https://user:password@host`.
    #[error("a name or password stands before its host; delete what is in front of \"@\"")]
    Credentials,
    /// `../` or `//`.
    #[error("it leads out of the site; write a path below it without \"..\", or the whole address with https://")]
    Outside,
    /// `mailto:` without one address.
    #[error("there is not one e-mail address in it; write it as mailto:name@example.org")]
    Mail,
    /// `tel:` or `sms:` without a number.
    #[error("there is no telephone number in it; write it as tel:+491701234567 or sms:+491701234567")]
    Phone,
    /// What follows an app's scheme is nothing that it opens.
    #[error(
        "what follows is nothing that {0} could open; write it as geo:52.5,13.4, matrix:u/name:host, xmpp:name@host or skype:name?chat"
    )]
    App(&'static str),
}

/// A link that passed, and whether it is another text than was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admitted {
    /// The link.
    pub href: Href,
    /// Whether it had to be mended: the scheme was left out, or a character was not what an address can hold.
    pub is_mended: bool,
}

/// Schemes of apps, with what a link of theirs can be made of beside letters and digits.
const APPS: [(&str, &str); 4] =
    [("geo", ".,-;=?&%"), ("matrix", "/:._-=@%?&"), ("xmpp", "@._-/?;=%"), ("skype", "._-:@?&,=+")];

impl Href {
    /// The serialised URL, or the path for a relative one.
    pub fn as_str(&self) -> &str {
        &self.url
    }

    /// Where it leads.
    pub fn kind(&self) -> HrefKind {
        self.kind
    }

    /// A link that has passed the gate before.
    pub(crate) fn trusted(url: &str, kind: HrefKind) -> Self {
        Self { url: url.to_owned(), kind }
    }
}

/// What a URL parser says of a text that it resolved against [`Gate::BASE`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UrlParts {
    /// Lower case, without the colon.
    pub scheme: String,
    /// Empty where the scheme has none.
    pub host: String,
    /// User name, or a password; empty where there is none.
    pub username: String,
    /// The whole URL, serialised.
    pub href: String,
}

/// The gate, over a WHATWG URL parser: the browser's own on the page, the `url` crate natively.
#[derive(Debug, Clone, Copy)]
pub struct Gate {
    /// Resolves a text against [`Gate::BASE`]; `None` when it is no URL.
    pub parse: fn(&str) -> Option<UrlParts>,
}

impl Gate {
    /// What relative links are resolved against while they are judged.
    pub const BASE: &'static str = "https://portfolio.invalid/";

    /// The gate over the `url` crate.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn native() -> Self {
        fn parse(text: &str) -> Option<UrlParts> {
            let url = url::Url::parse(Gate::BASE).ok()?.join(text).ok()?;
            Some(UrlParts {
                scheme: url.scheme().to_owned(),
                host: url.host_str().unwrap_or_default().to_owned(),
                username: format!("{}{}", url.username(), url.password().unwrap_or_default()),
                href: url.into(),
            })
        }
        Self { parse }
    }

    /// The link that a text is, if it passes.
    pub fn admit(&self, text: &str) -> Option<Href> {
        self.judge(text).ok().map(|admitted| admitted.href)
    }

    /// Lets https, http, mailto, tel, a few schemes of apps and same-origin relative links pass, and mends what people leave out: the
    /// scheme of a host, a mail address or a number, and `%20` for a space.
    ///
    /// Parsers forgive what readers do not see: they drop control characters, take backslashes for slashes and
    /// `https:evil.test` for a path. Such spellings are refused before the parser is asked.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn judge(&self, text: &str) -> Result<Admitted, Fault> {
        let text = text.trim_matches(' ');
        let odd = |c: char| {
            c < ' ' || c == '\\' || c == '\u{7f}' || reorders(c) || c.is_control() || (c.is_whitespace() && c != ' ')
        };
        match text.len() {
            0 => return Err(Fault::Empty),
            1..=2048 => {}
            _ => return Err(Fault::TooLong),
        }
        if text.contains(odd) {
            return Err(Fault::Hidden);
        }
        let as_written = |href| Admitted { href, is_mended: text.contains(' ') };
        if let Some(scheme) = misspelt(text) {
            return Err(Fault::Misspelt(scheme));
        }
        let split = split_scheme(text).filter(|(scheme, rest)| !is_host_with_port(scheme, rest));
        let Some((scheme, rest)) = split else {
            return match missing_scheme(text) {
                Some(scheme) => {
                    let whole = self.judge(&[scheme, text].concat())?;
                    Ok(Admitted { is_mended: true, ..whole })
                }
                None => self.relative(&without_spaces(text)).map(as_written).ok_or(Fault::Outside),
            };
        };
        let scheme = scheme.to_ascii_lowercase();
        match scheme.as_str() {
            scheme @ ("https" | "http") => self.external(&without_spaces(text), scheme, rest).map(as_written),
            "mailto" => self.mail(rest),
            "tel" => self.phone("tel", rest).map(as_written),
            "sms" => self.phone("sms", rest).map(|href| as_written(Href { kind: HrefKind::App, ..href })),
            scheme => match APPS.iter().find(|(app, _)| *app == scheme) {
                Some((app, signs)) => self.app(app, rest, signs).map(as_written).ok_or(Fault::App(app)),
                None => Err(Fault::Scheme(scheme.chars().take(20).collect())),
            },
        }
    }

    fn external(self, text: &str, scheme: &str, rest: &str) -> Result<Href, Fault> {
        let authority =
            rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next()).ok_or(Fault::Host)?;
        if authority.contains('@') {
            return Err(Fault::Credentials);
        }
        let parts = (self.parse)(text).filter(|_| !authority.is_empty()).ok_or(Fault::Host)?;
        let sound = parts.scheme == scheme && !parts.host.is_empty() && parts.username.is_empty();
        if sound { Ok(Href { url: parts.href, kind: HrefKind::External }) } else { Err(Fault::Host) }
    }

    /// One address, with a subject and words to begin with; whatever else a query can ask for is left out.
    fn mail(self, rest: &str) -> Result<Admitted, Fault> {
        let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
        let kept: Vec<&str> = query.split('&').filter(|field| is_opening(field)).collect();
        let mark = if kept.is_empty() { "" } else { "?" };
        let text = ["mailto:", address, mark, &without_spaces(&kept.join("&"))].concat();
        let parts = (self.parse)(&text).filter(|_| is_email(address)).ok_or(Fault::Mail)?;
        let is_mended =
            kept.len() < query.split('&').filter(|field| !field.is_empty()).count() || text.len() > 7 + rest.len();
        if parts.scheme == "mailto" {
            Ok(Admitted { href: Href { url: parts.href, kind: HrefKind::Mail }, is_mended })
        } else {
            Err(Fault::Mail)
        }
    }

    fn phone(self, scheme: &str, number: &str) -> Result<Href, Fault> {
        let number: String = number.chars().filter(|c| *c != ' ').collect();
        let sound = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'(' | b')');
        if number.len() > 32 || !number.bytes().all(sound) || !number.bytes().any(|byte| byte.is_ascii_digit()) {
            return Err(Fault::Phone);
        }
        let parts = (self.parse)(&[scheme, ":", &number].concat()).filter(|parts| parts.scheme == scheme);
        parts.map(|parts| Href { url: parts.href, kind: HrefKind::Phone }).ok_or(Fault::Phone)
    }

    fn app(self, scheme: &str, rest: &str, signs: &str) -> Option<Href> {
        let sound = |c: char| c.is_ascii_alphanumeric() || signs.contains(c);
        let says_something = rest.contains(|c: char| c.is_ascii_alphanumeric());
        if !says_something || rest.len() > 500 || rest.starts_with("//") || !rest.chars().all(sound) {
            return None;
        }
        let parts = (self.parse)(&[scheme, ":", rest].concat()).filter(|parts| parts.scheme == scheme)?;
        Some(Href { url: parts.href, kind: HrefKind::App })
    }

    fn relative(self, text: &str) -> Option<Href> {
        let text = text.strip_prefix('/').unwrap_or(text);
        let path = text.split(['?', '#']).next()?;
        let climbs = |segment: &str| matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "..");
        if text.starts_with('/') || path.split('/').any(climbs) {
            return None;
        }
        let parts = (self.parse)(text)?;
        let url = parts.href.strip_prefix(Self::BASE)?;
        // `./javascript:x` and `.//evil.test` are paths to the parser, but what is left of them is not.
        let first = url.split(['/', '?', '#']).next()?;
        (!first.contains(':') && !url.starts_with('/')).then(|| Href { url: url.to_owned(), kind: HrefKind::Relative })
    }
}

fn without_spaces(text: &str) -> String {
    text.replace(' ', "%20")
}

/// Whether a field of a mail link's query says how the message begins, and nothing of where it goes.
fn is_opening(field: &str) -> bool {
    let Some((name, text)) = field.split_once('=') else { return false };
    let lower = text.to_ascii_lowercase();
    let has = |code: &str| lower.contains(code);
    match name.to_ascii_lowercase().as_str() {
        "subject" => !has("%0d") && !has("%0a") && !has("%00"),
        // RFC 6068, § 5: lines of a body end in %0D%0A.
        "body" => !has("%00"),
        _ => false,
    }
}

/// Whether a text is an e-mail address as people have them; stricter than RFC 5321, so that nothing of it can be
/// read as a second recipient, a header or markup.
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let sound = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | '-' | '\'');
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    text.len() <= 254
        && !name.is_empty()
        && name.chars().all(sound)
        && name.split('.').all(|part| !part.is_empty())
        && host.contains('.')
        && host.split('.').all(label)
}

/// Characters that make a text read in another order than it is written (Unicode UAX 9).
pub(super) fn reorders(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A scheme and what follows its colon, by the grammar of RFC 3986, section 3.1.
fn split_scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let starts = scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    (starts && scheme.bytes().all(sound)).then_some((scheme, rest))
}

//! The one gate every link of a portfolio passes.

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
}

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

    /// Lets https, http, mailto, tel and same-origin relative links pass.
    ///
    /// Parsers forgive what readers do not see: they drop control characters, take backslashes for slashes and
    /// `https:evil.test` for a path. Such spellings are refused before the parser is asked.
    pub fn admit(&self, text: &str) -> Option<Href> {
        let odd =
            |c: char| c <= ' ' || c == '\\' || c == '\u{7f}' || c.is_whitespace() || reorders(c) || c.is_control();
        if !(1..=2048).contains(&text.len()) || text.contains(odd) {
            return None;
        }
        match split_scheme(text) {
            None => self.relative(text),
            Some((scheme, rest)) => match scheme.to_ascii_lowercase().as_str() {
                scheme @ ("https" | "http") => self.external(text, scheme, rest),
                "mailto" => self.mail(rest.split('?').next()?),
                "tel" => self.phone(rest),
                _ => None,
            },
        }
    }

    fn external(self, text: &str, scheme: &str, rest: &str) -> Option<Href> {
        let authority = rest.strip_prefix("//")?.split(['/', '?', '#']).next()?;
        if authority.is_empty() || authority.contains('@') {
            return None;
        }
        let parts = (self.parse)(text)?;
        let sound = parts.scheme == scheme && !parts.host.is_empty() && parts.username.is_empty();
        sound.then_some(Href { url: parts.href, kind: HrefKind::External })
    }

    fn mail(self, address: &str) -> Option<Href> {
        let parts = (self.parse)(&format!("mailto:{address}")).filter(|_| is_email(address))?;
        (parts.scheme == "mailto").then_some(Href { url: parts.href, kind: HrefKind::Mail })
    }

    fn phone(self, number: &str) -> Option<Href> {
        let sound = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'(' | b')');
        if number.len() > 32 || !number.bytes().all(sound) || !number.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let parts = (self.parse)(&format!("tel:{number}"))?;
        (parts.scheme == "tel").then_some(Href { url: parts.href, kind: HrefKind::Phone })
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

//! What a page may do, said in one place: as a header for hosts that send it, as an element for those that don't.
//!
//! `inline` is the integrity of the one script that stands in pages.

/// The scripts that may run; the program is WebAssembly, which has a word of its own.
const SCRIPTS: &str = "script-src 'self' 'wasm-unsafe-eval'";
/// Source: W3C, Content Security Policy Level 3. Nothing is allowed that is not listed.
const DIRECTIVES: [&str; 14] = [
    "default-src 'none'",
    SCRIPTS,
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    FRAMES,
];
/// Only a header can say this.
const FRAMES: &str = "frame-ancestors 'none'";

/// The other headers of every answer.
const OTHERS: [(&str, &str); 6] = [
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Strict-Transport-Security", "max-age=63072000"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), usb=(), payment=()"),
];

/// A header for what only our own pages may show. Others embed share images and icons, so it is not on every answer;
/// and where two rules name a header, hosts send it with both values. Source: WHATWG, Fetch, HTTP extensions.
pub const OWN: (&str, &str) = ("Cross-Origin-Resource-Policy", "same-origin");

/// The headers of every answer, with their values.
pub fn headers(inline: &str) -> Vec<(&'static str, String)> {
    let policy = ("Content-Security-Policy", policy(&DIRECTIVES, inline));
    std::iter::once(policy).chain(OTHERS.map(|(name, value)| (name, value.to_owned()))).collect()
}

/// The policy as the first element of a page's head.
pub fn meta(inline: &str) -> String {
    let directives: Vec<&str> = DIRECTIVES.into_iter().filter(|directive| *directive != FRAMES).collect();
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy(&directives, inline))
}

fn policy(directives: &[&str], inline: &str) -> String {
    directives.join("; ").replace(SCRIPTS, &format!("{SCRIPTS} '{inline}'"))
}

/// The same of a page that is one file: nothing runs, nothing is fetched, and only the style sheet that it holds counts.
pub fn alone(style_integrity: &str) -> String {
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{style_integrity}'; img-src data:; \
         font-src data:; base-uri 'none'; form-action 'none'\">"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_and_header_say_the_same_but_for_frames() {
        let (_, header) = headers("sha384-x").remove(0);
        let meta = meta("sha384-x");
        assert!(meta.contains("script-src 'self' 'wasm-unsafe-eval' 'sha384-x'; "));
        let (_, said) = meta.split_once("content=\"").expect("a content");
        assert_eq!(header.strip_suffix(&format!("; {FRAMES}")), said.strip_suffix("\">"));
    }

    #[test]
    fn nothing_else_inline_and_nobody_else_is_allowed() {
        let (_, header) = headers("sha384-x").remove(0);
        for word in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*", "blob:"] {
            assert!(!header.split([' ', ';']).any(|part| part == word), "{word}");
        }
    }
}

//! The page that trunk has built, as the frame of every page of a portfolio.

use super::font::Font;

/// What trunk's page holds in its head, but for what each page says of itself.
pub struct Shell {
    /// Elements that the page needs: scripts, styles, where the program is.
    head: String,
}

/// Trunk's page is not what is expected.
#[derive(Debug, thiserror::Error)]
#[error("the page that trunk has built has no {0}")]
pub struct BadShell(&'static str);

/// What a page is made of.
pub struct Document<'a> {
    /// Elements of the head: title, description and what else it says of itself.
    pub head: &'a str,
    /// The theme's name.
    pub theme: &'a str,
    /// The fonts that its texts are set in.
    pub fonts: &'a [Font<'a>],
    /// The colour scheme, unless it is the visitor's.
    pub scheme: Option<&'a str>,
    /// What `#app` holds.
    pub app: &'a str,
    /// The portfolio, ready to stand in a script.
    pub data: &'a str,
    /// The absolute path that the page was rendered for.
    pub path: &'a str,
    /// The day it is rendered on, counted from 1970.
    pub day: i32,
}

/// What of trunk's head each page says itself, and what it has no use for, by a piece of the tag.
const OWN: [&str; 3] = ["<title", "name=description", "name=theme-color"];

impl Shell {
    /// The frame of a page that trunk has built.
    ///
    /// # Errors
    /// When that has no head.
    pub fn new(page: &str) -> Result<Self, BadShell> {
        // The minifier leaves out the tag, its quotes and what closes a void element.
        let start = page.find("<meta ").ok_or(BadShell("<meta>"))?;
        let end = page.find("</head>").ok_or(BadShell("</head>"))?;
        let mut head = String::new();
        let mut skips_text = false;
        for tag in page[start..end].split('<').skip(1) {
            let whole = ["<", tag].concat();
            let plain = whole.replace('"', "");
            let is_own = OWN.iter().any(|own| plain.contains(own));
            if !(is_own || skips_text && tag.starts_with('/')) {
                head.push_str(&whole);
            }
            skips_text = is_own && plain.starts_with("<title");
        }
        if !head.contains("<base ") {
            return Err(BadShell("<base>"));
        }
        Ok(Self { head })
    }

    /// A page. Nothing may change its markup after this: the comments in it mark places.
    pub fn page(&self, document: &Document<'_>) -> String {
        let Document { head, theme, fonts, scheme, app, data, path, day } = document;
        let mut page = String::from(
            "<!doctype html>\n<html lang=\"en\" data-state=\"static\" data-layout=\"near\" data-fonts=\"late\" data-theme=\"",
        );
        page.push_str(theme);
        if let Some(scheme) = scheme {
            page.extend(["\" data-scheme=\"", scheme]);
        }
        page.extend(["\">\n<head>", &self.head]);
        for Font { file, family, letter } in *fonts {
            page.extend(["<meta name=\"font\" content=\"", file, "\" data-family=\"", family, "\""]);
            if let Some(letter) = letter {
                page.extend([" data-letter=\"", letter.encode_utf8(&mut [0; 4]), "\""]);
            }
            page.push('>');
        }
        page.extend([head, "</head>\n<body><div id=\"app\">", app]);
        page.push_str("</div>\n<script type=\"application/json\" id=\"v-portfolio\"");
        page.extend([" data-path=\"", path, "\" data-day=\"", &day.to_string(), "\""]);
        page.extend([">", data, "</script>\n</body>\n</html>\n"]);
        page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_keeps_what_every_page_needs() {
        let trunk = "<!doctype html><html><meta charset=utf-8><base href=/b/><title>Portfolio</title><meta \
             content=\"x > y\" name=description><script src=/boot.js></script><link href=favicon.svg \
             rel=icon></head><body></body></html>";
        let shell = Shell::new(trunk).expect("a shell");
        assert_eq!(
            shell.head,
            "<meta charset=utf-8><base href=/b/><script src=/boot.js></script><link href=favicon.svg rel=icon>"
        );
    }

    #[test]
    fn a_page_that_is_none_is_refused() {
        assert!(Shell::new("<html></html>").is_err());
        assert!(Shell::new("<meta charset=utf-8></head>").is_err());
    }
}

//! Pictures and videos: files beside the portfolio that become elements of a text.

use std::fmt::Write as _;

use super::Check;
use crate::doc::Doc;
use crate::folder::{Image, PictureFault};
use crate::href::{Href, HrefKind};
use crate::id::Names;
use crate::json_path::At;
use crate::markdown::{Attribute, Markdown, Piece, Tag};
use crate::problem::ProblemKind;
use crate::route::ARCHITECTURE;

/// From this width on, in px, there is more to see of a picture than a page has room for.
const WORTH_A_CLOSER_LOOK: u32 = 800;
/// How wide the column of a text is at most; the same number is in `style/component/picture.css`.
const COLUMN: &str = "(min-width: 48rem) 44rem, 92vw";
/// How wide a portrait is drawn at most.
const PORTRAIT: &str = "8rem";

/// Begins the class of what stands for a diagram in a text, before its number.
pub(super) const DIAGRAM: &str = "diagram-";

impl Check {
    /// Its `pictures` and its `video`, as figures.
    pub(super) fn figures(&mut self, doc: &mut Doc, title: &str) -> Option<Markdown> {
        let pictures = self.each(doc, "pictures", |check, doc| {
            let file = doc.text("file")?;
            let alternative = check.alternative(doc, title);
            let caption = check.prose(doc, "caption");
            let picture = check.picture(&file, &doc.at("file"), &alternative)?;
            Some(figure(picture, caption.map_or_else(Vec::new, inline)))
        });
        let video = self.part(doc, "video", |check, doc| {
            let path = check.own_file(doc, "file")?;
            let alternative = check.alternative(doc, title);
            let caption = check.prose(doc, "caption");
            let poster = doc.text("poster").and_then(|poster| check.image(&poster, &doc.at("poster")));
            Some(figure(vec![video(&path, &alternative, poster)], caption.map_or_else(Vec::new, inline)))
        });
        let figures: Vec<Piece> = pictures.into_iter().chain(video.flatten()).collect();
        (!figures.is_empty()).then_some(Markdown(figures))
    }

    /// Its `photo`: a portrait of somebody.
    pub(super) fn photo(&mut self, doc: &mut Doc, name: &str) -> Option<Markdown> {
        let photo = self.part(doc, "photo", |check, doc| {
            let file = doc.text("file")?;
            let alternative = check.line(doc, "alt").unwrap_or_else(|| name.to_owned());
            let image = check.image(&file, &doc.at("file"))?;
            let portrait = element(&image, &alternative, PORTRAIT, false);
            Some(Markdown(vec![Piece::Element(Tag::Paragraph, Vec::new(), vec![portrait])]))
        });
        photo.flatten()
    }

    /// A picture in a text.
    pub(super) fn picture_in_text(&mut self, file: &str, alternative: &str, at: &At) -> Option<Piece> {
        if let Some(id) = file.strip_prefix("diagram:") {
            return self.diagram_in_text(id, alternative, at);
        }
        if alternative.is_empty() {
            self.report(at, ProblemKind::NoAlternative);
        }
        let image = self.image(file, at)?;
        Some(element(&image, alternative, COLUMN, true))
    }

    /// A diagram of the portfolio: a link to its page, which the page of an article shows it in place of.
    fn diagram_in_text(&mut self, id: &str, words: &str, at: &At) -> Option<Piece> {
        let Some(position) = self.diagrams.iter().position(|own| own == id) else {
            let names = Names::new(self.diagrams.iter().cloned().zip(0..).collect());
            self.report_unknown(at.path(), "diagram", id, &names);
            return None;
        };
        let href = Href::trusted(&[ARCHITECTURE, "/", id, "/"].concat(), HrefKind::Relative);
        let words = if words.is_empty() { id } else { words };
        let link = Piece::Link(href, vec![Piece::Text(words.to_owned())]);
        let class = (Attribute::Class, [DIAGRAM, &position.to_string()].concat());
        Some(Piece::Element(Tag::Span, vec![class], vec![link]))
    }

    /// What a picture shows, in words.
    fn alternative(&mut self, doc: &mut Doc, title: &str) -> String {
        let alternative = self.line(doc, "alt");
        if alternative.is_none() {
            self.report(&doc.at("alt"), ProblemKind::NoAlternative);
        }
        alternative.unwrap_or_else(|| title.to_owned())
    }

    /// A picture, and what shows it at full size where there is more to see.
    fn picture(&mut self, file: &str, at: &At, alternative: &str) -> Option<Vec<Piece>> {
        let image = self.image(file, at)?;
        let shown = element(&image, alternative, COLUMN, true);
        if image.width < WORTH_A_CLOSER_LOOK {
            return Some(vec![shown]);
        }
        self.pictures += 1;
        let id = format!("v-picture-{}", self.pictures);
        let words = self.heard.words;
        let button = |label: String, inner: Piece| {
            let attributes = vec![
                (Attribute::Type, "button".to_owned()),
                (Attribute::PopoverTarget, id.clone()),
                (Attribute::Label, label),
            ];
            Piece::Element(Tag::Button, attributes, vec![inner])
        };
        let whole = element(&image, alternative, "100vw", true);
        let attributes = vec![(Attribute::Popover, "auto".to_owned()), (Attribute::Id, id.clone())];
        let large = Piece::Element(Tag::Box, attributes, vec![button(words.page_close(alternative), whole)]);
        Some(vec![button(words.page_enlarge(alternative), shown), large])
    }

    /// What a site has of a picture, if that can be shown.
    fn image(&mut self, file: &str, at: &At) -> Option<Image> {
        let mut found = Err(PictureFault::Elsewhere);
        for path in self.own_paths(file) {
            let unknown = || Ok(Image { files: vec![(path.clone(), 0)], width: 0, height: 0 });
            found = self.folder.picture(&path).unwrap_or_else(unknown);
            if !matches!(found, Err(PictureFault::Missing)) {
                break;
            }
        }
        found.map_err(|fault| self.report(at, ProblemKind::NoPicture { file: file.to_owned(), fault })).ok()
    }

    /// The path of a file of its own, if there is one.
    pub(super) fn own_file(&mut self, doc: &mut Doc, name: &str) -> Option<String> {
        let written = doc.text(name)?;
        let paths = self.own_paths(&written);
        let fault = if paths.is_empty() { PictureFault::Elsewhere } else { PictureFault::Missing };
        let found = paths.into_iter().find(|path| self.folder.has(path).unwrap_or(true));
        if found.is_none() {
            self.report(&doc.at(name), ProblemKind::NoPicture { file: written, fault });
        }
        found
    }

    /// Has the file that a link leads to published, if it is one beside the portfolio.
    pub(super) fn publish(&self, written: &str) {
        let _ = self.own_paths(written).into_iter().find(|path| self.folder.has(path) == Some(true));
    }

    /// Where a file may lie below the folder of the portfolio: from the text on that names it, and from the portfolio on; as it is
    /// written, and as an address spells it. None of what leads elsewhere.
    fn own_paths(&self, written: &str) -> Vec<String> {
        let written = written.trim();
        let decoded = decoded(written);
        let spellings = [Some(written), decoded.as_deref().filter(|decoded| *decoded != written)];
        let mut paths = Vec::new();
        for spelling in spellings.into_iter().flatten() {
            let start = spelling.split('/').next().unwrap_or_default();
            if start.contains(':') || spelling.starts_with("//") || spelling.contains(['\\', '\0']) {
                continue;
            }
            for folder in [self.texts_in, ""] {
                paths.extend(normal(&[folder, spelling].concat()).filter(|path| !paths.contains(path)));
            }
        }
        paths
    }
}

/// A path without `.` and `..`, unless it leads out of the folder or nowhere.
fn normal(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// A path whose `%20` and the like are what they stand for.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?].map(|digit| char::from(digit).to_digit(16));
                u8::try_from(digits[0]? * 16 + digits[1]?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// A picture in its sizes.
fn element(image: &Image, alternative: &str, sizes: &str, is_lazy: bool) -> Piece {
    let mut attributes = Vec::new();
    if image.files.len() > 1 {
        let files: Vec<String> =
            image.files.iter().map(|(path, width)| format!("{} {width}w", address(path))).collect();
        attributes.push((Attribute::Files, files.join(", ")));
        attributes.push((Attribute::Sizes, sizes.to_owned()));
    }
    if image.width > 0 {
        attributes.push((Attribute::Width, image.width.to_string()));
        attributes.push((Attribute::Height, image.height.to_string()));
    }
    attributes.push((Attribute::Alternative, alternative.to_owned()));
    if is_lazy {
        attributes.push((Attribute::Loading, "lazy".to_owned()));
    }
    if let Some((path, _)) = image.files.last() {
        attributes.push((Attribute::File, address(path)));
    }
    Piece::Element(Tag::Picture, attributes, Vec::new())
}

/// A path as an address, that lists of addresses can hold.
fn address(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            '%' => address.push_str("%25"),
            '?' => address.push_str("%3F"),
            '#' => address.push_str("%23"),
            ',' => address.push_str("%2C"),
            c if c.is_whitespace() => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    let _ = write!(address, "%{byte:02X}");
                }
            }
            c => address.push(c),
        }
    }
    address
}

fn video(path: &str, alternative: &str, poster: Option<Image>) -> Piece {
    let mut attributes = vec![
        (Attribute::Controls, String::new()),
        (Attribute::Preload, "none".to_owned()),
        (Attribute::Label, alternative.to_owned()),
    ];
    if let Some(poster) = poster
        && let Some((file, _)) =
            poster.files.iter().find(|(_, width)| *width >= WORTH_A_CLOSER_LOOK).or(poster.files.last()).cloned()
    {
        if poster.width > 0 {
            attributes.push((Attribute::Width, poster.width.to_string()));
            attributes.push((Attribute::Height, poster.height.to_string()));
        }
        attributes.push((Attribute::Poster, address(&file)));
    }
    attributes.push((Attribute::File, address(path)));
    Piece::Element(Tag::Video, attributes, Vec::new())
}

fn figure(mut shown: Vec<Piece>, caption: Vec<Piece>) -> Piece {
    if !caption.is_empty() {
        shown.push(Piece::Element(Tag::Caption, Vec::new(), caption));
    }
    Piece::Element(Tag::Figure, Vec::new(), shown)
}

/// A text of one paragraph without it.
fn inline(text: Markdown) -> Vec<Piece> {
    match <[Piece; 1]>::try_from(text.0) {
        Ok([Piece::Element(Tag::Paragraph, _, inner)]) => inner,
        Ok([block]) => vec![block],
        Err(blocks) => blocks,
    }
}

//! The text of a PDF in the order in which it is read, as its structure tells it to screen readers: what is painted first may stand last.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// How deep elements of a page are within each other.
const DEEPEST: usize = 200;

/// Pieces of text, each with its sheet; `None` for a PDF that has no structure.
///
/// Source: ISO 32000-1, § 14.7 (structure) and § 14.6 (marked content).
pub fn runs(document: &Document, pages: &[ObjectId]) -> Option<Vec<(usize, String)>> {
    let marked: Vec<HashMap<i64, String>> = pages.iter().map(|page| marked(document, *page)).collect();
    let root = dictionary(document, document.catalog().ok()?.get(b"StructTreeRoot").ok()?)?;
    let mut reader = Reader { document, pages, marked, runs: Vec::new() };
    reader.kids(root, None, 0);
    Some(reader.runs)
}

struct Reader<'a> {
    document: &'a Document,
    pages: &'a [ObjectId],
    /// The text of each sheet by its marks; taken out once it has been read.
    marked: Vec<HashMap<i64, String>>,
    runs: Vec<(usize, String)>,
}

impl Reader<'_> {
    fn kids(&mut self, element: &Dictionary, around: Option<usize>, depth: usize) {
        let (Ok(kids), true) = (element.get(b"K"), depth < DEEPEST) else { return };
        let sheet = self.sheet(element).or(around);
        match self.document.dereference(kids) {
            Ok((_, Object::Array(kids))) => kids.iter().for_each(|kid| self.kid(kid, sheet, depth)),
            Ok((_, kid)) => self.kid(kid, sheet, depth),
            Err(_) => {}
        }
    }

    fn kid(&mut self, kid: &Object, sheet: Option<usize>, depth: usize) {
        if let Object::Integer(mark) = kid {
            return self.take(sheet, *mark);
        }
        let Some(kid) = dictionary(self.document, kid) else { return };
        match kid.get(b"MCID").and_then(Object::as_i64) {
            Ok(mark) => self.take(self.sheet(kid).or(sheet), mark),
            Err(_) => self.kids(kid, sheet, depth + 1),
        }
    }

    fn take(&mut self, sheet: Option<usize>, mark: i64) {
        let text = sheet.and_then(|sheet| Some((sheet, self.marked.get_mut(sheet)?.remove(&mark)?)));
        self.runs.extend(text);
    }

    fn sheet(&self, element: &Dictionary) -> Option<usize> {
        let page = element.get(b"Pg").and_then(Object::as_reference).ok()?;
        self.pages.iter().position(|other| *other == page)
    }
}

/// The text of a page by its marks.
fn marked(document: &Document, page: ObjectId) -> HashMap<i64, String> {
    let fonts = document.get_page_fonts(page).unwrap_or_default();
    let encodings: HashMap<_, _> =
        fonts.iter().filter_map(|(name, font)| Some((name.clone(), font.get_font_encoding(document).ok()?))).collect();
    let mut texts: HashMap<i64, String> = HashMap::new();
    let mut marks: Vec<Option<i64>> = Vec::new();
    let (mut encoding, mut last) = (None, None);
    let operations = document.get_and_decode_page_content(page).map(|content| content.operations).unwrap_or_default();
    for operation in operations {
        match (&*operation.operator, &operation.operands[..]) {
            ("BDC", [.., Object::Dictionary(properties)]) => {
                marks.push(properties.get(b"MCID").and_then(Object::as_i64).ok());
            }
            ("BDC" | "BMC", _) => marks.push(None),
            ("EMC", _) => drop(marks.pop()),
            ("Tf", [Object::Name(name), ..]) => encoding = encodings.get(name),
            ("Tj" | "'" | "\"" | "TJ", operands) => {
                // What a style sheet writes after an element is in no mark.
                last = marks.iter().rev().find_map(|mark| *mark).or(last);
                let (Some(mark), Some(encoding)) = (last, encoding) else { continue };
                let text = texts.entry(mark).or_default();
                for bytes in operands.iter().flat_map(strings) {
                    text.push_str(&Document::decode_text(encoding, bytes).unwrap_or_default());
                }
            }
            _ => {}
        }
    }
    texts
}

/// The strings of an operand, which may be a list of them with distances between.
fn strings(operand: &Object) -> Vec<&[u8]> {
    match operand {
        Object::String(bytes, _) => vec![bytes],
        Object::Array(parts) => parts.iter().filter_map(|part| part.as_str().ok()).collect(),
        _ => Vec::new(),
    }
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}

//! Documents that can be edited: `WordprocessingML` (ISO/IEC 29500, transitional) in a ZIP archive.
//!
//! Written here: the smallest crate for it adds 185 KB to the app.

mod body;
mod dense;
mod numbering;
mod package;
mod runs;
mod styles;
mod table;

#[cfg(test)]
mod tests;

use super::document::{Direction, Document, PageSize};
use super::zip::archive;
use body::Body;

/// The type of such a file.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What XML declares of itself.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The main name space and the one of relationships, as attributes.
const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// The margin on every side, in twentieths of a point: 23 mm, or 16 mm where one page has to hold all.
fn margin(document: &Document) -> u32 {
    if document.dense { 900 } else { 1300 }
}

/// The document as the bytes of a `.docx` file; the same bytes for the same document.
pub fn write(document: &Document) -> Vec<u8> {
    let mut body = Body::new(document);
    body.document(document);
    let language = language(document);
    let mut files = vec![
        ("[Content_Types].xml", package::content_types(document)),
        ("_rels/.rels", package::relations()),
        ("docProps/core.xml", package::core(document, &language)),
        ("docProps/app.xml", package::app(document)),
        ("word/document.xml", main_part(document, &body)),
        (
            "word/styles.xml",
            styles::part(&language, text_width(document), document.dense),
        ),
        ("word/numbering.xml", numbering::part(&body.lists)),
        ("word/settings.xml", package::settings(&language)),
        (
            "word/_rels/document.xml.rels",
            package::document_relations(document, &body.links),
        ),
    ];
    if !document.header.is_empty() {
        files.push(("word/header1.xml", running(document, "hdr", "Header")));
    }
    if !document.footer.is_empty() {
        files.push(("word/footer1.xml", running(document, "ftr", "Footer")));
    }
    let files: Vec<(&str, Vec<u8>)> = files
        .into_iter()
        .map(|(name, xml)| (name, [DECLARATION, &xml].concat().into_bytes()))
        .collect();
    archive(&files)
}

/// The language tag, with nothing in it that no tag has; undetermined if there is none.
fn language(document: &Document) -> String {
    let tag: String = document
        .language
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    if tag.is_empty() {
        "und".to_owned()
    } else {
        tag
    }
}

/// Width and height of the paper.
fn paper(document: &Document) -> (u32, u32) {
    match document.page {
        PageSize::Letter => (12_240, 15_840),
        PageSize::A4 => (11_906, 16_838),
    }
}

/// The width between the margins.
fn text_width(document: &Document) -> u32 {
    paper(document).0 - 2 * margin(document)
}

fn main_part(document: &Document, body: &Body) -> String {
    let (width, height) = paper(document);
    let margin = margin(document);
    let part = |shown: bool, name: &str, id: &str| {
        if shown {
            format!("<w:{name}Reference w:type=\"default\" r:id=\"{id}\"/>")
        } else {
            String::new()
        }
    };
    let bidi = if document.direction == Direction::RightToLeft {
        "<w:bidi/>"
    } else {
        ""
    };
    format!(
        "<w:document {NAMES}><w:body>{}<w:sectPr>{}{}<w:pgSz w:w=\"{width}\" w:h=\"{height}\"/>\
         <w:pgMar w:top=\"{margin}\" w:right=\"{margin}\" w:bottom=\"{margin}\" w:left=\"{margin}\" w:header=\"450\" \
         w:footer=\"450\" w:gutter=\"0\"/>{bidi}</w:sectPr></w:body></w:document>",
        body.xml,
        part(!document.header.is_empty(), "header", package::HEADER),
        part(!document.footer.is_empty(), "footer", package::FOOTER),
    )
}

/// The line above or below every page.
fn running(document: &Document, element: &str, style: &'static str) -> String {
    let line = if element == "hdr" {
        &document.header
    } else {
        &document.footer
    };
    let mut body = Body::new(document);
    body.running_line(line, style);
    format!("<w:{element} {NAMES}>{}</w:{element}>", body.xml)
}

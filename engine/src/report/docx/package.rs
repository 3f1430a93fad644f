//! The parts around the text: what kinds of parts there are, how they hang together, what the properties say.

use chrono::Datelike;

use super::runs::escape;
use crate::calendar::format_day;
use crate::report::document::Document;

/// The relationship of the line above every page.
pub(super) const HEADER: &str = "rId4";
/// The relationship of the line below every page.
pub(super) const FOOTER: &str = "rId5";

/// The relationship of the link of this position, from 0.
pub(super) fn link_id(position: usize) -> String {
    format!("rId{}", position + 6)
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

pub(super) fn content_types(document: &Document) -> String {
    let mut xml = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/docProps/app.xml\" \
         ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
    );
    let mut part = |name: &str, kind: &str| {
        add!(
            xml,
            "<Override PartName=\"/word/{name}.xml\" ContentType=\"{WORD}.{kind}+xml\"/>"
        );
    };
    part("document", "document.main");
    part("styles", "styles");
    part("numbering", "numbering");
    part("settings", "settings");
    if !document.header.is_empty() {
        part("header1", "header");
    }
    if !document.footer.is_empty() {
        part("footer1", "footer");
    }
    xml.push_str("</Types>");
    xml
}

/// The relationships of the package.
pub(super) fn relations() -> String {
    relationships(&[
        relationship(
            "rId1",
            &format!("{OFFICE}/officeDocument"),
            "word/document.xml",
        ),
        relationship(
            "rId2",
            &format!("{PACKAGE}/relationships/metadata/core-properties"),
            "docProps/core.xml",
        ),
        relationship(
            "rId3",
            &format!("{OFFICE}/extended-properties"),
            "docProps/app.xml",
        ),
    ])
}

/// The relationships of the main part.
pub(super) fn document_relations(document: &Document, links: &[String]) -> String {
    let own =
        |id: &str, kind: &str, target: &str| relationship(id, &format!("{OFFICE}/{kind}"), target);
    let mut all = vec![
        own("rId1", "styles", "styles.xml"),
        own("rId2", "numbering", "numbering.xml"),
        own("rId3", "settings", "settings.xml"),
    ];
    if !document.header.is_empty() {
        all.push(own(HEADER, "header", "header1.xml"));
    }
    if !document.footer.is_empty() {
        all.push(own(FOOTER, "footer", "footer1.xml"));
    }
    for (at, link) in links.iter().enumerate() {
        all.push(format!(
            "<Relationship Id=\"{}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            link_id(at),
            escape(link)
        ));
    }
    relationships(&all)
}

fn relationship(id: &str, kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>")
}

fn relationships(all: &[String]) -> String {
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\">{}</Relationships>",
        all.concat()
    )
}

/// What the properties say of the text.
pub(super) fn core(document: &Document, language: &str) -> String {
    let mut xml = format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
    );
    for (name, text) in [
        ("title", document.title.as_str()),
        ("subject", &document.meta.subject),
        ("creator", &document.meta.author),
        ("language", language),
    ] {
        add!(xml, "<dc:{name}>{}</dc:{name}>", escape(text));
    }
    if let Some(day) = document
        .meta
        .date
        .filter(|day| (1..=9999).contains(&day.year()))
    {
        for name in ["created", "modified"] {
            add!(
                xml,
                "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:{name}>",
                format_day(day)
            );
        }
    }
    xml.push_str("</cp:coreProperties>");
    xml
}

/// What the properties say of the program.
pub(super) fn app(document: &Document) -> String {
    format!(
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>{}</Application></Properties>",
        escape(&document.meta.program)
    )
}

pub(super) fn settings(language: &str) -> String {
    // Without the mode, Word opens it as a document of 2007.
    format!(
        "<w:settings {}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{language}\"/></w:settings>",
        super::NAMES
    )
}

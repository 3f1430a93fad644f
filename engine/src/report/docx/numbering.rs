//! Numbers and bullets: one numbering for headings and clauses, one for bullets, one for each counted list.

use super::NAMES;
use crate::report::numbering::DEPTH;

/// How deep lists go: as deep as the format does.
pub(super) const LEVELS: usize = 9;

/// The numbering of headings and clauses.
pub(super) const OUTLINE: usize = 1;

/// The numbering of bullets.
pub(super) const BULLETS: usize = 2;

/// The numbering that the style of counted lists has, for lists that are added by hand.
pub(super) const BY_HAND: usize = 3;

/// The numbering of the counted list of this position, from 1.
pub(super) fn counted(position: usize) -> usize {
    BY_HAND + position
}

pub(super) fn part(lists: &[usize]) -> String {
    let mut xml = format!("<w:numbering {NAMES}>");
    abstract_numbering(&mut xml, OUTLINE, "multilevel", DEPTH, outline_level);
    abstract_numbering(&mut xml, BULLETS, "hybridMultilevel", LEVELS, bullet_level);
    abstract_numbering(&mut xml, BY_HAND, "hybridMultilevel", LEVELS, counted_level);
    for number in [OUTLINE, BULLETS, BY_HAND] {
        add!(
            xml,
            "<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{number}\"/></w:num>"
        );
    }
    for (at, level) in lists.iter().enumerate() {
        add!(
            xml,
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{BY_HAND}\"/><w:lvlOverride w:ilvl=\"{level}\">\
             <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            counted(at + 1)
        );
    }
    xml.push_str("</w:numbering>");
    xml
}

fn abstract_numbering(
    xml: &mut String,
    id: usize,
    kind: &str,
    levels: usize,
    level: fn(usize) -> Level,
) {
    add!(
        xml,
        "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"{kind}\"/>"
    );
    for at in 0..levels {
        let Level {
            format,
            text,
            indent,
            hanging,
        } = level(at);
        add!(
            xml,
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>\
             <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{indent}\" w:hanging=\"{hanging}\"/></w:pPr></w:lvl>"
        );
    }
    xml.push_str("</w:abstractNum>");
}

struct Level {
    format: &'static str,
    text: String,
    indent: usize,
    hanging: usize,
}

fn outline_level(at: usize) -> Level {
    let numbers: Vec<String> = (1..=at + 1).map(|level| format!("%{level}")).collect();
    let point = if at == 0 { "." } else { "" };
    let indent = if at < 3 { 680 } else { 1_020 };
    Level {
        format: "decimal",
        text: numbers.join(".") + point,
        indent,
        hanging: indent,
    }
}

fn bullet_level(at: usize) -> Level {
    Level {
        format: "bullet",
        text: if at.is_multiple_of(2) { "•" } else { "–" }.to_owned(),
        indent: 360 * (at + 1),
        hanging: 300,
    }
}

fn counted_level(at: usize) -> Level {
    Level {
        format: ["decimal", "lowerLetter", "lowerRoman"][at % 3],
        text: format!("%{}.", at + 1),
        indent: 400 * (at + 1),
        hanging: 400,
    }
}

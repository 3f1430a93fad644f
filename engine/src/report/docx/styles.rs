//! What the text looks like, all of it by style, so that it can be changed in one place.
//!
//! The names are the ones by which word processors know their own styles; they translate them for the person.

use super::NAMES;
use super::dense::closer;

/// Color of headings.
const INK: &str = "1F3A5F";
/// Color of what stands back; 7 to 1 on white.
const QUIET: &str = "505A66";

/// A paragraph style: id, name, what it is based on, what follows it, properties of the paragraph and of its words.
type ParagraphStyle = [&'static str; 6];

/// Sizes are in half points, distances in twentieths of a point.
const PARAGRAPHS: [ParagraphStyle; 21] = [
    ["BodyText", "Body Text", "Normal", "BodyText", "", ""],
    [
        "Title",
        "Title",
        "Normal",
        "BodyText",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>",
        "<w:b/><w:bCs/>{ink}<w:sz w:val=\"48\"/><w:szCs w:val=\"48\"/>",
    ],
    [
        "Subtitle",
        "Subtitle",
        "Normal",
        "BodyText",
        "<w:spacing w:before=\"0\" w:after=\"280\"/>",
        "{quiet}<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
    ],
    [
        "Heading1",
        "heading 1",
        "Normal",
        "BodyText",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"360\" w:after=\"100\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:bCs/>{ink}<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>",
    ],
    [
        "Heading2",
        "heading 2",
        "Normal",
        "BodyText",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:bCs/>{ink}<w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>",
    ],
    [
        "Heading3",
        "heading 3",
        "Normal",
        "BodyText",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"220\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:bCs/>{ink}<w:sz w:val=\"23\"/><w:szCs w:val=\"23\"/>",
    ],
    [
        "Heading4",
        "heading 4",
        "Normal",
        "BodyText",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"180\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"3\"/>",
        "<w:b/><w:bCs/><w:i/><w:iCs/>{ink}",
    ],
    [
        "Lead",
        "Lead",
        "Normal",
        "BodyText",
        "<w:spacing w:after=\"160\"/>",
        "<w:sz w:val=\"25\"/><w:szCs w:val=\"25\"/>",
    ],
    [
        "Small",
        "Small",
        "Normal",
        "Small",
        "<w:spacing w:after=\"60\"/>",
        "{quiet}<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ],
    [
        "Quote",
        "Quote",
        "Normal",
        "BodyText",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"10\" w:color=\"B8C2CE\"/></w:pBdr><w:ind w:left=\"400\" w:right=\"400\"/>",
        "<w:i/><w:iCs/>",
    ],
    [
        "Clause",
        "Clause",
        "Normal",
        "Clause",
        "<w:spacing w:after=\"140\"/>",
        "",
    ],
    [
        "ListBullet",
        "List Bullet",
        "Normal",
        "ListBullet",
        "<w:numPr><w:numId w:val=\"2\"/></w:numPr><w:spacing w:after=\"50\"/>",
        "",
    ],
    [
        "ListNumber",
        "List Number",
        "Normal",
        "ListNumber",
        "<w:numPr><w:numId w:val=\"3\"/></w:numPr><w:spacing w:after=\"50\"/>",
        "",
    ],
    [
        "Caption",
        "caption",
        "Normal",
        "BodyText",
        "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"80\"/>",
        "<w:b/><w:bCs/>{ink}<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    ],
    [
        "TableText",
        "Table Text",
        "Normal",
        "TableText",
        "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"250\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    ],
    [
        "TableHeading",
        "Table Heading",
        "TableText",
        "TableText",
        "",
        "<w:b/><w:bCs/>",
    ],
    [
        "Rule",
        "Rule",
        "Normal",
        "BodyText",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"B8C2CE\"/></w:pBdr><w:spacing w:before=\"0\" w:after=\"160\" w:line=\"160\" w:lineRule=\"exact\"/>",
        "",
    ],
    [
        "Spacer",
        "Spacer",
        "Normal",
        "BodyText",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"140\" w:lineRule=\"exact\"/>",
        "<w:sz w:val=\"8\"/><w:szCs w:val=\"8\"/>",
    ],
    [
        "Header",
        "header",
        "Normal",
        "Header",
        "{running}",
        "{quiet}<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    ],
    [
        "Footer",
        "footer",
        "Normal",
        "Footer",
        "{running}",
        "{quiet}<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    ],
    ["Callout", "Callout", "Normal", "Callout", "{callout}", ""],
];

/// The callouts with a tone, by the color of their line and the one behind them.
const TONES: [[&str; 4]; 3] = [
    ["CalloutGood", "Callout Good", "2E7D4F", "E6F2EA"],
    ["CalloutAttention", "Callout Attention", "B7791F", "FFF3D6"],
    ["CalloutBad", "Callout Bad", "B3382C", "FBE6E3"],
];

/// Styles of words: id, name, properties.
const WORDS: [[&str; 3]; 5] = [
    ["Strong", "Strong", "<w:b/><w:bCs/>"],
    ["Emphasis", "Emphasis", "<w:i/><w:iCs/>"],
    [
        "Code",
        "Code",
        "<w:rFonts w:ascii=\"Consolas\" w:hAnsi=\"Consolas\" w:cs=\"Courier New\"/><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>",
    ],
    [
        "Hyperlink",
        "Hyperlink",
        "<w:color w:val=\"0B5394\"/><w:u w:val=\"single\"/>",
    ],
    [
        "Placeholder",
        "Placeholder",
        "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFF2B3\"/>",
    ],
];

pub(super) fn part(language: &str, width: u32, dense: bool) -> String {
    let ink = format!("<w:color w:val=\"{INK}\"/>");
    let quiet = format!("<w:color w:val=\"{QUIET}\"/>");
    let running = format!(
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"{width}\"/></w:tabs><w:spacing w:before=\"0\" w:after=\"0\"/>"
    );
    let neutral = callout("8A96A3", "F2F4F7");
    let mut xml = format!("<w:styles {NAMES}>{}", defaults(language));
    for [id, name, base, next, paragraph, words] in PARAGRAPHS {
        let paragraph = paragraph
            .replace("{running}", &running)
            .replace("{callout}", &neutral);
        let words = words.replace("{ink}", &ink).replace("{quiet}", &quiet);
        push_paragraph(&mut xml, [id, name, base, next], &paragraph, &words);
    }
    for [id, name, line, shade] in TONES {
        push_paragraph(
            &mut xml,
            [id, name, "Callout", id],
            &callout(line, shade),
            "",
        );
    }
    for [id, name, words] in WORDS {
        add!(
            xml,
            "<w:style w:type=\"character\"{} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:qFormat/><w:rPr>{words}</w:rPr></w:style>",
            custom(name)
        );
    }
    xml.push_str(TABLES);
    xml.push_str("</w:styles>");
    if dense { closer(&xml) } else { xml }
}

fn defaults(language: &str) -> String {
    format!(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:eastAsia=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Arial\"/>\
         <w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"{language}\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"269\" w:lineRule=\"auto\"/></w:pPr>\
         </w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
    )
}

fn push_paragraph(
    xml: &mut String,
    [id, name, base, next]: [&str; 4],
    paragraph: &str,
    words: &str,
) {
    add!(
        xml,
        "<w:style w:type=\"paragraph\"{} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{base}\"/>\
         <w:next w:val=\"{next}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{words}</w:rPr></w:style>",
        custom(name)
    );
}

/// Says of a style that no word processor knows it.
fn custom(name: &str) -> &'static str {
    const KNOWN: [&str; 16] = [
        "Body Text",
        "Title",
        "Subtitle",
        "heading 1",
        "heading 2",
        "heading 3",
        "heading 4",
        "Quote",
        "List Bullet",
        "List Number",
        "caption",
        "header",
        "footer",
        "Strong",
        "Emphasis",
        "Hyperlink",
    ];
    if KNOWN.contains(&name) {
        ""
    } else {
        " w:customStyle=\"1\""
    }
}

/// A box with a broad line where its lines start.
fn callout(line: &str, shade: &str) -> String {
    let side = |name: &str, size: u8, space: u8, color: &str| {
        format!(
            "<w:{name} w:val=\"single\" w:sz=\"{size}\" w:space=\"{space}\" w:color=\"{color}\"/>"
        )
    };
    format!(
        "<w:keepLines/><w:pBdr>{}{}{}{}</w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{shade}\"/>\
         <w:spacing w:before=\"0\" w:after=\"60\"/><w:ind w:left=\"200\" w:right=\"160\"/>",
        side("top", 4, 5, shade),
        side("left", 36, 8, line),
        side("bottom", 4, 5, shade),
        side("right", 4, 8, shade),
    )
}

const TABLES: &str = "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
<w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>\
<w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"ReportTable\"><w:name w:val=\"Report Table\"/><w:basedOn w:val=\"TableNormal\"/>\
<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B8C2CE\"/>\
<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B8C2CE\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B8C2CE\"/>\
<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B8C2CE\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B8C2CE\"/>\
<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"B8C2CE\"/></w:tblBorders></w:tblPr></w:style>\
<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"FactsTable\"><w:name w:val=\"Facts Table\"/><w:basedOn w:val=\"TableNormal\"/>\
<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D5DBE2\"/>\
<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D5DBE2\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D5DBE2\"/>\
</w:tblBorders></w:tblPr></w:style>\
<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"FormTable\"><w:name w:val=\"Form Table\"/><w:basedOn w:val=\"TableNormal\"/></w:style>";

//! A document as other people's readers open it.

use roxmltree::{Document as Xml, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

/// The parts of a file by their names.
pub(super) struct Opened(BTreeMap<String, String>);

/// The order that the schema asks for, among the elements that are written here.
const ORDERS: [(&str, &[&str]); 6] = [
    (
        "pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "numPr",
            "pBdr",
            "shd",
            "tabs",
            "bidi",
            "spacing",
            "ind",
            "jc",
            "outlineLvl",
        ],
    ),
    (
        "rPr",
        &[
            "rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "shd", "rtl",
            "lang",
        ],
    ),
    ("tcPr", &["tcW", "gridSpan", "tcBorders", "shd", "vAlign"]),
    (
        "tblPr",
        &[
            "tblStyle",
            "bidiVisual",
            "tblW",
            "tblInd",
            "tblBorders",
            "tblLayout",
            "tblCellMar",
            "tblLook",
        ],
    ),
    (
        "style",
        &[
            "name",
            "basedOn",
            "next",
            "uiPriority",
            "semiHidden",
            "unhideWhenUsed",
            "qFormat",
            "pPr",
            "rPr",
            "tblPr",
        ],
    ),
    (
        "sectPr",
        &[
            "headerReference",
            "footerReference",
            "pgSz",
            "pgMar",
            "bidi",
        ],
    ),
];

fn local<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The values of an attribute of all elements of a name.
fn values(xml: &Xml, element: &str, attribute: &str) -> BTreeSet<String> {
    xml.descendants()
        .filter(|node| local(*node) == element)
        .flat_map(|node| {
            node.attributes()
                .filter(|a| a.name() == attribute)
                .map(|a| a.value().to_owned())
                .collect::<Vec<_>>()
        })
        .collect()
}

impl Opened {
    pub(super) fn new(bytes: &[u8]) -> Self {
        let mut archive = ::zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            parts.insert(file.name().unwrap().into_owned(), text);
        }
        assert!(
            bytes.starts_with(b"PK\x03\x04") && bytes[30..].starts_with(b"[Content_Types].xml")
        );
        Self(parts)
    }

    pub(super) fn part(&self, name: &str) -> &str {
        &self.0[name]
    }

    fn xml(&self, name: &str) -> Xml<'_> {
        Xml::parse(self.part(name)).unwrap()
    }

    /// The words of each paragraph that has any.
    pub(super) fn words(&self, name: &str) -> Vec<String> {
        let xml = self.xml(name);
        let paragraphs = xml.descendants().filter(|node| local(*node) == "p");
        let words = paragraphs.map(|paragraph| {
            let runs = paragraph
                .descendants()
                .filter(|node| node.parent().is_some_and(|parent| local(parent) == "r"));
            runs.map(|node| match local(node) {
                "t" => node.text().unwrap_or_default(),
                "br" => "\n",
                "tab" => "\t",
                _ => "",
            })
            .collect::<String>()
        });
        words.filter(|words| !words.is_empty()).collect()
    }

    /// Every part is well-formed and announced; whatever is referred to exists; elements stand in the order of the schema.
    pub(super) fn keeps_the_rules(&self) {
        for name in self.0.keys() {
            self.xml(name);
            if name.starts_with("word/") && !name.contains("_rels") {
                self.keeps_order(name);
            }
        }
        let announced: BTreeSet<String> =
            values(&self.xml("[Content_Types].xml"), "Override", "PartName");
        let there: BTreeSet<String> = self
            .0
            .keys()
            .filter(|name| name.starts_with("word/") || name.starts_with("docProps/"))
            .filter(|name| !name.contains("_rels"))
            .map(|name| format!("/{name}"))
            .collect();
        assert_eq!(announced, there);
        self.references_exist();
        self.tables_are_whole();
    }

    fn references_exist(&self) {
        let main = self.xml("word/document.xml");
        let relations = self.xml("word/_rels/document.xml.rels");
        let known = values(&relations, "Relationship", "Id");
        assert_eq!(known.len(), relations.root_element().children().count());
        for element in ["hyperlink", "headerReference", "footerReference"] {
            assert!(values(&main, element, "id").is_subset(&known));
        }
        for relation in relations.root_element().children() {
            let target = relation.attribute("Target").unwrap();
            let own = self.0.contains_key(&format!("word/{target}"));
            assert_eq!(own, relation.attribute("TargetMode").is_none(), "{target}");
        }
        let styles = values(&self.xml("word/styles.xml"), "style", "styleId");
        for element in ["pStyle", "rStyle", "tblStyle"] {
            assert!(values(&main, element, "val").is_subset(&styles));
        }
        for element in ["basedOn", "next"] {
            assert!(values(&self.xml("word/styles.xml"), element, "val").is_subset(&styles));
        }
        let numbers = self.xml("word/numbering.xml");
        assert!(values(&main, "numId", "val").is_subset(&values(&numbers, "num", "numId")));
        assert!(values(&numbers, "abstractNumId", "val").is_subset(&values(
            &numbers,
            "abstractNum",
            "abstractNumId"
        )));
    }

    /// Every row fills its grid, every cell ends with a paragraph, and a paragraph follows every table.
    fn tables_are_whole(&self) {
        let main = self.xml("word/document.xml");
        for table in main.descendants().filter(|node| local(*node) == "tbl") {
            let columns = table
                .descendants()
                .filter(|node| local(*node) == "gridCol")
                .count();
            for row in table.children().filter(|node| local(*node) == "tr") {
                let spans = row
                    .children()
                    .filter(|node| local(*node) == "tc")
                    .map(|cell| {
                        assert_eq!(cell.last_child().map(local), Some("p"));
                        let span = cell.descendants().find(|node| local(*node) == "gridSpan");
                        span.and_then(|span| span.attributes().next())
                            .map_or(1, |value| value.value().parse().unwrap())
                    });
                assert_eq!(spans.sum::<usize>(), columns);
            }
            assert_eq!(table.next_sibling().map(local), Some("p"));
        }
    }

    fn keeps_order(&self, name: &str) {
        let xml = self.xml(name);
        for (parent, order) in ORDERS {
            for node in xml.descendants().filter(|node| local(*node) == parent) {
                let places: Vec<usize> = node
                    .children()
                    .map(|child| {
                        let place = order.iter().position(|name| *name == local(child));
                        place.unwrap_or_else(|| panic!("{} in {parent} of {name}", local(child)))
                    })
                    .collect();
                assert!(
                    places.windows(2).all(|pair| pair[0] < pair[1]),
                    "{parent} of {name}: {places:?}"
                );
            }
        }
    }
}

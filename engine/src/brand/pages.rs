//! Which screens a brand has.

use super::node::Node;
use super::problem::Fault;

/// Every screen by the name in its address, and whether every brand has it: without the last three nobody could see what
/// an answer means, or how it counts.
const ALL: [(&str, bool); 13] = [
    ("assess", true),
    ("commitments", false),
    ("results", true),
    ("compare", false),
    ("report", false),
    ("present", false),
    ("downtime", false),
    ("response", false),
    ("chain", false),
    ("library", false),
    ("learn", true),
    ("method", true),
    ("brand", false),
];

/// The screens that a brand has: all of them, if it does not say which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages(Option<Vec<&'static str>>);

impl Pages {
    /// Whether the screen of that name exists. A name that no brand can leave out exists.
    pub fn has(&self, name: &str) -> bool {
        let named = ALL.iter().any(|(known, _)| *known == name);
        match &self.0 {
            Some(pages) if named => pages.contains(&name),
            _ => true,
        }
    }

    /// The names, if the brand says which.
    pub fn named(&self) -> Option<&[&'static str]> {
        self.0.as_deref()
    }

    /// Every name, and whether every brand has the screen.
    pub fn known() -> impl Iterator<Item = (&'static str, bool)> {
        ALL.into_iter()
    }

    pub(super) fn read(node: &Node) -> Option<Self> {
        let names = ALL.map(|(name, _)| (name, name));
        let mut pages = Vec::new();
        for entry in node.list(2 * ALL.len()) {
            let Some(name) = entry.choice(&names) else {
                continue;
            };
            if pages.contains(&name) {
                entry.fault::<()>(Fault::Twice);
            }
            pages.push(name);
        }
        for (page, stays) in ALL {
            if stays && !pages.contains(&page) {
                return node.fault(Fault::PageStays { page });
            }
        }
        Some(Self(Some(pages)))
    }
}

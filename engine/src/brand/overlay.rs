//! What a brand lays over the catalogue: protections of its own, other weights, other words.
//!
//! It may add; it may not hide a must-have, touch the four gaps, or alter a source. What it changes is listed wherever a
//! score is shown, and the standard score stands beside.

use super::node::Node;
use super::problem::{Fault, Problem};
use super::texts::{Localized, Place};
use crate::assessment::ProtectionId;
use crate::rubric::{APPLIES, ASKED_OF, SHAPES};
use crate::rubric::{Applies, AskedOf, Catalogue, Depth, Shape, Weight};
use crate::scoring::FOUR_GAPS;
use std::collections::BTreeMap;

/// What a brand lays over the catalogue. It fits itself; [`Overlay::misfits`] says whether it fits a catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlay {
    /// The name of the group of added protections; there is one where any are added.
    pub title: Option<Localized>,
    /// One sentence about it.
    pub intro: Option<Localized>,
    /// Protections that the standard catalogue does not have.
    pub added: Vec<Added>,
    /// Weights in place of the catalogue's.
    pub weights: BTreeMap<ProtectionId, Weight>,
    /// Words in place of the catalogue's.
    pub wordings: BTreeMap<ProtectionId, Vec<(Field, Localized)>>,
}

/// A protection that a brand adds. It has no source and no benchmark: it is the brand's own judgment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// Its id, `XB-01` to `XB-99`.
    pub id: ProtectionId,
    /// How much it counts.
    pub weight: Weight,
    /// Whom it concerns.
    pub applies: Applies,
    /// The pass that asks it first; never the quick check.
    pub depth: Depth,
    /// How its absence strikes.
    pub shape: Shape,
    /// Who can answer.
    pub asked_of: AskedOf,
    /// Its words, one for each of [`Field::ALL`].
    pub words: Vec<(Field, Localized)>,
}

/// A text of a protection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its name.
    Title,
    /// The question.
    Question,
    /// Where in a contract to look.
    Where,
    /// What a standard contract says.
    Standard,
    /// What a strong one says.
    Strong,
    /// What earns half credit.
    Partly,
    /// What its absence means.
    Exposure,
    /// Why it matters.
    Why,
    /// What to say to the provider.
    Ask,
    /// A sample clause.
    Clause,
    /// Why it has its weight; an added protection alone has one of the brand's.
    WeightReason,
}

impl Field {
    /// Every text of an added protection.
    pub const ALL: [Self; 11] = [
        Self::Title,
        Self::Question,
        Self::Where,
        Self::Standard,
        Self::Strong,
        Self::Partly,
        Self::Exposure,
        Self::Why,
        Self::Ask,
        Self::Clause,
        Self::WeightReason,
    ];

    /// Its key in the file: the same as in `content/`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Question => "question",
            Self::Where => "where",
            Self::Standard => "standard",
            Self::Strong => "strong",
            Self::Partly => "partly",
            Self::Exposure => "exposure",
            Self::Why => "why",
            Self::Ask => "ask",
            Self::Clause => "clause",
            Self::WeightReason => "weight_reason",
        }
    }

    const fn place(self) -> Place {
        match self {
            Self::Title => Place::TITLE,
            Self::Clause => Place::CLAUSE,
            _ => Place::SENTENCES,
        }
    }

    /// Whether it decides what an answer means: what is asked, and what counts as yes or partly.
    const fn decides(self) -> bool {
        matches!(
            self,
            Self::Title
                | Self::Question
                | Self::Standard
                | Self::Strong
                | Self::Partly
                | Self::Exposure
        )
    }
}

/// As many protections may be added, and as many changed.
const MOST: usize = 99;

impl Overlay {
    /// Whether it changes nothing: the catalogue is the standard one.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.weights.is_empty() && self.wordings.is_empty()
    }

    pub(super) fn read(node: &Node) -> Option<Self> {
        node.object(&["title", "intro", "add", "weights", "wordings"])?;
        let mut overlay = Self {
            title: node
                .get("title")
                .and_then(|node| Localized::read(&node, Place::TITLE)),
            intro: node
                .get("intro")
                .and_then(|node| Localized::read(&node, Place::SENTENCES)),
            ..Self::default()
        };
        for entry in node.get("add").iter().flat_map(|node| node.list(MOST)) {
            if let Some(added) = added(&entry, &overlay.added) {
                overlay.added.push(added);
            }
        }
        if !overlay.added.is_empty() {
            node.need("title");
            node.need("intro");
        }
        for (key, entry) in node
            .get("weights")
            .iter()
            .flat_map(|node| node.entries(MOST))
        {
            if let (Some(id), Some(weight)) = (changed(key, &entry), weight(&entry)) {
                overlay.weights.insert(id, weight);
            }
        }
        for (key, entry) in node
            .get("wordings")
            .iter()
            .flat_map(|node| node.entries(MOST))
        {
            if let (Some(id), Some(words)) = (changed(key, &entry), wording(&entry)) {
                overlay.wordings.insert(id, words);
            }
        }
        Some(overlay)
    }

    /// What does not fit this catalogue: ids that it does not have, and must-haves.
    pub fn misfits(&self, catalogue: &Catalogue) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut note = |path: String, what| found.push(Problem { path, what });
        for id in self.weights.keys() {
            let path = ["overlay.weights.", &id.to_string()].concat();
            match catalogue.protection(*id) {
                None => note(path, Fault::NoSuch),
                Some(of) if of.weight == Weight::MUST_HAVE => note(path, Fault::MustHave),
                Some(_) => {}
            }
        }
        for (id, words) in &self.wordings {
            let path = ["overlay.wordings.", &id.to_string()].concat();
            let Some(of) = catalogue.protection(*id) else {
                note(path, Fault::NoSuch);
                continue;
            };
            let deciding = words.iter().find(|(field, _)| field.decides());
            if let (Some((field, _)), Weight::MUST_HAVE) = (deciding, of.weight) {
                note([&path, ".", field.key()].concat(), Fault::MustHave);
            }
        }
        found
    }
}

/// Never the quick check, which is the same for everybody.
const DEPTHS: [(&str, Depth); 3] = [
    ("first", Depth::First),
    ("core", Depth::Core),
    ("full", Depth::Full),
];

/// The word of a meaning.
fn word<T: PartialEq>(words: &[(&'static str, T)], of: &T) -> &'static str {
    words
        .iter()
        .find(|(_, meaning)| meaning == of)
        .map_or("", |(word, _)| *word)
}

impl Added {
    /// The keys and words of its structure, as they stand in a file.
    pub fn structure(&self) -> [(&'static str, &'static str); 4] {
        [
            ("applies", word(&APPLIES, &self.applies)),
            ("depth", word(&DEPTHS, &self.depth)),
            ("shape", word(&SHAPES, &self.shape)),
            ("asked_of", word(&ASKED_OF, &self.asked_of)),
        ]
    }
}

fn added(node: &Node, earlier: &[Added]) -> Option<Added> {
    let mut known = vec!["id", "weight", "applies", "depth", "shape", "asked_of"];
    known.extend(Field::ALL.map(Field::key));
    node.object(&known)?;
    let id = node.need("id").and_then(|node| own_id(&node, earlier));
    let weight = node.need("weight").and_then(|node| weight(&node));
    let applies = node.need("applies").and_then(|node| node.choice(&APPLIES));
    let depth = node.need("depth").and_then(|node| node.choice(&DEPTHS));
    let shape = node.need("shape").and_then(|node| node.choice(&SHAPES));
    let asked_of = node
        .need("asked_of")
        .and_then(|node| node.choice(&ASKED_OF));
    let text = |field: Field| {
        let words = Localized::read(&node.need(field.key())?, field.place())?;
        Some((field, words))
    };
    let words: Vec<_> = Field::ALL.into_iter().filter_map(text).collect();
    Some(Added {
        id: id?,
        weight: weight?,
        applies: applies?,
        depth: depth?,
        shape: shape?,
        asked_of: asked_of?,
        words: Some(words).filter(|words| words.len() == Field::ALL.len())?,
    })
}

fn own_id(node: &Node, earlier: &[Added]) -> Option<ProtectionId> {
    let id: ProtectionId = match node.word()?.parse() {
        Ok(id) => id,
        Err(error) => return node.fault(Fault::NotAnId(error)),
    };
    if !id.is_added() {
        return node.fault(Fault::NotOwnId);
    }
    if earlier.iter().any(|other| other.id == id) {
        return node.fault(Fault::SameId);
    }
    Some(id)
}

/// The id of something that is changed.
fn changed(key: &str, node: &Node) -> Option<ProtectionId> {
    let id: ProtectionId = match key.parse() {
        Ok(id) => id,
        Err(error) => return node.fault(Fault::NotAnId(error)),
    };
    if id.is_added() {
        return node.fault(Fault::ChangesOwn);
    }
    if FOUR_GAPS.contains(&id) {
        return node.fault(Fault::FourGaps);
    }
    Some(id)
}

fn weight(node: &Node) -> Option<Weight> {
    let number = node.value.as_u64();
    let weight = number.and_then(|number| Weight::new(u8::try_from(number).ok()?));
    if weight.is_none() {
        return node.fault(Fault::Wanted("a whole number from 1 to 5"));
    }
    weight
}

fn wording(node: &Node) -> Option<Vec<(Field, Localized)>> {
    let fields = Field::ALL.into_iter();
    let fields: Vec<Field> = fields
        .filter(|field| *field != Field::WeightReason)
        .collect();
    let known: Vec<&'static str> = fields.iter().map(|field| field.key()).collect();
    node.object(&known)?;
    let text = |field: &Field| {
        let words = Localized::read(&node.get(field.key())?, field.place())?;
        Some((*field, words))
    };
    let words: Vec<_> = fields.iter().filter_map(text).collect();
    if words.is_empty() {
        return node.fault(Fault::Wanted("a text, such as {\"ask\": {\"en\": …}}"));
    }
    Some(words)
}

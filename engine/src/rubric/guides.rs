//! The words around the protections: cards, negotiation, readiness, questions, glossary, verdicts, schedules, method.

use crate::assessment::ProtectionId;

/// A comparison card: what a standard contract says beside what a strong one says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card {
    /// Stable id.
    pub id: String,
    /// What is compared.
    pub title: String,
    /// The standard wording.
    pub standard: String,
    /// The strong wording.
    pub strong: String,
    /// Why the difference matters.
    pub why: String,
    /// The protections that it is about.
    pub protections: Vec<ProtectionId>,
}

/// A titled paragraph: a step or a point.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// Its heading.
    pub title: String,
    /// Its text.
    pub body: String,
}

/// Why a response is not a resolution.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResponseResolution {
    /// The heading.
    pub title: String,
    /// The opening sentence.
    pub lead: String,
    /// The points.
    pub points: Vec<Step>,
    /// The worked example.
    pub example: String,
}

/// Why an organization with many locations can ask for more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leverage {
    /// The heading.
    pub title: String,
    /// The text.
    pub paragraphs: Vec<String>,
}

/// One thing to negotiate.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NegotiationItem {
    /// Stable id.
    pub id: String,
    /// What to ask for.
    pub title: String,
    /// The words to say.
    pub say: String,
    /// Why it matters.
    pub why: String,
    /// The protections that it wins.
    pub protections: Vec<ProtectionId>,
}

/// How to negotiate.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Negotiation {
    /// Why the customer has weight.
    pub leverage: Leverage,
    /// What to ask for.
    pub items: Vec<NegotiationItem>,
    /// In which steps.
    pub steps: Vec<Step>,
}

/// One thing to listen for in a provider's answer to the readiness question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listening {
    /// Stable id.
    pub id: String,
    /// What to listen for.
    pub title: String,
    /// What a good answer sounds like.
    pub good: String,
    /// What a weak answer sounds like.
    pub weak: String,
    /// The most points it earns, 0 to 3.
    pub points: u8,
}

/// What a sum of points means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadinessBand {
    /// Stable id.
    pub id: String,
    /// The fewest points of this band.
    pub from: u32,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub text: String,
}

/// The readiness question with its scoring sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Readiness {
    /// The question to the provider.
    pub question: String,
    /// How to ask it.
    pub intro: String,
    /// What to listen for.
    pub listen_for: Vec<Listening>,
    /// What the sum means; the fewest points first, the first band from 0.
    pub bands: Vec<ReadinessBand>,
}

impl Readiness {
    /// The band that a sum of points falls into.
    pub fn band(&self, points: u32) -> Option<&ReadinessBand> {
        self.bands.iter().rev().find(|band| band.from <= points)
    }
}

/// A question often asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// Stable id.
    pub id: String,
    /// The question.
    pub question: String,
    /// The answer's paragraphs.
    pub answer: Vec<String>,
    /// The protections that it is about.
    pub protections: Vec<ProtectionId>,
}

/// A word of the field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// Stable id.
    pub id: String,
    /// The word.
    pub term: String,
    /// Other forms and names of it.
    pub also: Vec<String>,
    /// What it means.
    pub definition: String,
    /// Ids of terms to see beside it.
    pub see: Vec<String>,
}

/// The words of one band of the four-gap verdict.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerdictBand {
    /// `all`, `some` or `most-missing`.
    pub id: String,
    /// The fewest of the four that are ticked.
    pub from: u8,
    /// The most of the four that are ticked.
    pub to: u8,
    /// The verdict.
    pub title: String,
    /// What it means.
    pub text: String,
    /// What to do next.
    pub next: String,
}

/// A sentence that stands beside a score, whatever the score.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FloorText {
    /// The floor's id, see [`crate::scoring::Floor::id`].
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub text: String,
}

/// The words of the verdicts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdicts {
    /// The bands of the four-gap check.
    pub bands: Vec<VerdictBand>,
    /// What stands in place of a verdict while the answers have not decided it.
    pub range: String,
    /// The floors.
    pub floors: Vec<FloorText>,
    /// What this tool is not.
    pub disclaimer: String,
    /// Where the weights come from.
    pub weights_note: String,
}

impl Verdicts {
    /// The words of a band, by its id.
    pub fn band(&self, id: &str) -> Option<&VerdictBand> {
        self.bands.iter().find(|band| band.id == id)
    }

    /// The words of a floor, by its id.
    pub fn floor(&self, id: &str) -> Option<&FloorText> {
        self.floors.iter().find(|floor| floor.id == id)
    }
}

/// A template that sample clauses point at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Schedule {
    /// Stable id.
    pub id: String,
    /// Its name as clauses write it.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// The headings of its columns.
    pub columns: Vec<String>,
    /// Its rows, each as long as `columns`.
    pub rows: Vec<Vec<String>>,
    /// What stands below it.
    pub notes: Vec<String>,
}

/// A part of the method page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MethodSection {
    /// Stable id.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub paragraphs: Vec<String>,
}

/// How the tool counts, and what it does not know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Method {
    /// The heading.
    pub title: String,
    /// Its parts.
    pub sections: Vec<MethodSection>,
}

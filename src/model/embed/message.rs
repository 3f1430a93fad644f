//! What goes to the host page and what may come from it. `docs/embed.md` describes both.

use super::theme;
use crate::model::{Model, Theme};
use engine::scoring::{FourGaps, Score};

/// The version of the messages. A later one adds fields; a field that is there keeps its meaning.
const VERSION: u8 = 1;

/// Something for the host page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The page is there and hears.
    Ready,
    /// How high the page is, in CSS pixels.
    Height(u32),
    /// Something so far below the frame's top edge has come to be of interest.
    Scroll(u32),
}

impl Message {
    /// The message as JSON.
    pub fn json(&self) -> String {
        match self {
            Self::Ready => json("ready", ""),
            Self::Height(height) => json("height", &[",\"height\":", &height.to_string()].concat()),
            Self::Scroll(top) => json("scroll", &[",\"top\":", &top.to_string()].concat()),
        }
    }
}

fn json(kind: &str, more: &str) -> String {
    let version = VERSION.to_string();
    [
        "{\"source\":\"sla-gap\",\"version\":",
        &version,
        ",\"type\":\"",
        kind,
        "\"",
        more,
        "}",
    ]
    .concat()
}

/// The theme that a message from the host asks for, given what stood in it.
pub fn asked_theme(kind: &str, name: &str) -> Option<Theme> {
    if kind == "theme" { theme(name) } else { None }
}

/// The result as the host gets it: no name, no note, no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostResult {
    /// The verdict of the quick check, by its id.
    pub verdict: &'static str,
    /// How many gaps are covered at least, at most, and how many apply.
    pub four_gaps: (u8, u8, u8),
    /// Multi-location protection, whole percent at least and at most; none where nothing applies.
    pub multi_location: Option<(u32, u32)>,
    /// Completeness, likewise.
    pub completeness: Option<(u32, u32)>,
    /// Whether the weights are the catalog's own.
    pub standard_weights: bool,
    /// The version of the catalog.
    pub catalogue: String,
}

impl HostResult {
    /// The result, once the verdict is decided.
    pub fn of(model: &Model) -> Option<Self> {
        let findings = &model.findings.as_ref()?.findings;
        let FourGaps {
            low,
            high,
            applicable,
            verdict,
            ..
        } = findings.four_gaps;
        let range = |score: &Score| {
            let interval = score.interval()?;
            let (low, high, _) = crate::format::score(model.words, Some(interval));
            Some((low, high))
        };
        Some(Self {
            verdict: verdict?.id(),
            four_gaps: (low, high, applicable),
            multi_location: range(&findings.multi_location),
            completeness: range(&findings.completeness),
            standard_weights: findings.multi_location.standard.is_none(),
            catalogue: findings.catalogue_version.clone(),
        })
    }

    /// The message as JSON.
    pub fn json(&self) -> String {
        let (low, high, of) = self.four_gaps;
        let score = |range: Option<(u32, u32)>| {
            range.map(|(low, high)| serde_json::json!({ "low": low, "high": high }))
        };
        let message = serde_json::json!({
            "source": "sla-gap",
            "version": VERSION,
            "type": "result",
            "verdict": self.verdict,
            "four_gaps": { "low": low, "high": high, "of": of },
            "multi_location": score(self.multi_location),
            "completeness": score(self.completeness),
            "standard_weights": self.standard_weights,
            "catalogue": self.catalogue,
        });
        message.to_string()
    }
}

//! How to negotiate, and the readiness question with its sheet.

use super::super::answer;
use super::scores::title;
use crate::model::{Model, Results};
use crate::text::results as text;
use crate::words::Words;
use engine::rubric::{Catalogue, ReadinessBand};

/// One thing to win first.
pub struct Say {
    /// Stable id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// The words to say.
    pub say: String,
    /// Why it matters.
    pub why: String,
    /// The protections that it wins: id, name, class and name of the state.
    pub wins: Vec<(String, String, (&'static str, &'static str))>,
}

/// The things to win first, with where each protection stands.
pub fn advice_items(words: Words, catalogue: &Catalogue, results: &Results) -> Vec<Say> {
    let items = catalogue.negotiation().items.iter().map(|item| Say {
        id: item.id.clone(),
        title: item.title.clone(),
        say: item.say.clone(),
        why: item.why.clone(),
        wins: item
            .protections
            .iter()
            .map(|id| {
                (
                    id.to_string(),
                    title(catalogue, *id),
                    answer::mark(words, results.findings.item(*id)),
                )
            })
            .collect(),
    });
    items.collect()
}

/// The sum of the readiness sheet.
pub struct Readiness {
    /// The sum, or what to do first.
    pub sum: String,
    /// How many points are not scored; empty when all are.
    pub left: String,
    /// What the sum means, once the open points cannot change it: heading and text.
    pub band: Option<(String, String)>,
}

/// The points that were given for what to listen for.
pub fn given_for(model: &Model, id: &str) -> Option<u8> {
    let mut given = model.showing.readiness.iter();
    given.find(|(of, _)| of == id).map(|(_, points)| *points)
}

/// The sum of the readiness sheet as far as it is filled in.
pub fn readiness(model: &Model, catalogue: &Catalogue) -> Readiness {
    let words = model.words;
    let sheet = catalogue.readiness();
    let (mut given, mut most, mut open, mut left) = (0_u32, 0_u32, 0_u32, 0_u64);
    for point in &sheet.listen_for {
        most += u32::from(point.points);
        if let Some(points) = given_for(model, &point.id) {
            given += u32::from(points.min(point.points));
        } else {
            open += u32::from(point.points);
            left += 1;
        }
    }
    if given == 0 && open == most {
        return Readiness {
            sum: words.get(text::READY_START).to_owned(),
            left: String::new(),
            band: None,
        };
    }
    let (worst, best) = (sheet.band(given), sheet.band(given + open));
    let same = |a: &&ReadinessBand| best.is_some_and(|b| b.id == a.id);
    Readiness {
        sum: words.fill(
            text::READY_SUM,
            &[("n", &given.to_string()), ("max", &most.to_string())],
        ),
        left: if left == 0 {
            String::new()
        } else {
            words.count(left, text::READY_LEFT_ONE, text::READY_LEFT_MANY)
        },
        band: worst
            .filter(same)
            .map(|band| (band.title.clone(), band.text.clone())),
    }
}

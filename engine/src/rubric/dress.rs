//! The catalogue with what a brand lays over it.

use super::{Catalogue, Group, Protection};
use crate::assessment::GroupCode;
use crate::brand::{Added, Field, Localized, Overlay};

impl Catalogue {
    /// This catalogue with the words that a brand changes and the protections that it adds, in a group of their own at the end.
    /// Weights stay the catalogue's: those of the brand are put in force when a score is worked out, as a person's are.
    ///
    /// The overlay must fit this catalogue ([`Overlay::misfits`]); what does not is left out.
    #[must_use]
    pub fn dressed(&self, overlay: &Overlay, language: &str) -> Self {
        let mut dressed = self.clone();
        for (id, words) in &overlay.wordings {
            let found = dressed.protections.iter_mut().find(|of| of.id == *id);
            if let Some(protection) = found {
                reword(protection, words, language);
            }
        }
        let (Some(title), Some(intro)) = (&overlay.title, &overlay.intro) else {
            return dressed;
        };
        if overlay.added.is_empty() {
            return dressed;
        }
        let start = dressed.protections.len();
        let added = overlay
            .added
            .iter()
            .map(|added| protection(added, language));
        dressed.protections.extend(added);
        dressed.groups.push(Group {
            code: GroupCode::ADDED,
            title: title.in_language(language).to_owned(),
            intro: intro.in_language(language).to_owned(),
            span: start..dressed.protections.len(),
        });
        dressed
    }
}

fn protection(of: &Added, language: &str) -> Protection {
    let mut protection = Protection {
        id: of.id,
        weight: of.weight,
        applies: of.applies,
        depth: of.depth,
        shape: of.shape,
        asked_of: of.asked_of,
        sources: Vec::new(),
        schedule: None,
        terms: Vec::new(),
        related: Vec::new(),
        title: String::new(),
        question: String::new(),
        where_to_look: String::new(),
        standard: String::new(),
        strong: String::new(),
        partly: String::new(),
        exposure: String::new(),
        why: String::new(),
        benchmarks: Vec::new(),
        ask: String::new(),
        clause: String::new(),
        weight_reason: String::new(),
        views: None,
    };
    reword(&mut protection, &of.words, language);
    protection
}

fn reword(protection: &mut Protection, words: &[(Field, Localized)], language: &str) {
    for (field, text) in words {
        let place = match field {
            Field::Title => &mut protection.title,
            Field::Question => &mut protection.question,
            Field::Where => &mut protection.where_to_look,
            Field::Standard => &mut protection.standard,
            Field::Strong => &mut protection.strong,
            Field::Partly => &mut protection.partly,
            Field::Exposure => &mut protection.exposure,
            Field::Why => &mut protection.why,
            Field::Ask => &mut protection.ask,
            Field::Clause => &mut protection.clause,
            Field::WeightReason => &mut protection.weight_reason,
        };
        text.in_language(language).clone_into(place);
    }
}

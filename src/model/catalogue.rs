//! The catalogue as it comes: that of the language that is spoken, dressed with what the brand lays over it.

use super::{Effect, Loading, Model};
use crate::words::Code;
use engine::rubric::Catalogue;
use std::rc::Rc;

impl Model {
    /// The catalogue arrived, or not.
    pub(super) fn catalogue_arrived(
        &mut self,
        outcome: Result<Rc<Catalogue>, String>,
    ) -> Vec<Effect> {
        // Asked for before another language was chosen.
        let late = |catalogue: &Catalogue| {
            let language = Code::of_locale(catalogue.language());
            language.is_some_and(|code| code != self.words.language())
        };
        if outcome.as_ref().is_ok_and(|catalogue| late(catalogue)) {
            return Vec::new();
        }
        self.catalogue = match outcome {
            Ok(catalogue) => {
                self.branding.plain = Some(catalogue.clone());
                Loading::Ready(catalogue)
            }
            Err(problem) => {
                self.branding.plain = None;
                Loading::Failed(problem)
            }
        };
        self.dress();
        // An address can name a place that only the catalogue brings.
        self.reveal();
        let place = self
            .place
            .clone()
            .filter(|_| self.catalogue.ready().is_some());
        let mut effects: Vec<Effect> = place.map(Effect::Focus).into_iter().collect();
        if std::mem::take(&mut self.sample_wanted) {
            effects.extend(self.sample());
        }
        effects
    }
}

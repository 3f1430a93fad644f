//! Reaching the firm that offers the tool: only after the result, with a summary that the person sees and edits first.

use super::{Effect, Model};
use crate::model::view::contact as view;
use engine::archive::limits;
use engine::brand::ContactLink;
use engine::rubric::Depth;
use engine::scoring::GateState;

/// The summary as the person has changed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacting {
    /// The client that it is about, and the text: another client's must never be sent.
    draft: Option<(String, String)>,
}

/// Something with the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactEvent {
    /// It was changed.
    Summary(String),
    /// It is to be written anew from the results.
    Afresh,
}

impl Model {
    pub(super) fn contact(&mut self, event: ContactEvent) -> Vec<Effect> {
        let id = self.open.client.id.clone();
        self.contacting.draft = match event {
            ContactEvent::Summary(text) => Some((id, limits::fitting(&text).to_owned())),
            ContactEvent::Afresh => None,
        };
        Vec::new()
    }

    /// The firm, once there is a result to talk about: all four questions of the quick check are answered.
    pub fn contact_now(&self) -> Option<&ContactLink> {
        let contact = self.brand.contact.as_ref()?;
        let findings = &self.findings.as_ref()?.findings;
        let gates = &findings.four_gaps.gates;
        let open = |gate: &engine::scoring::Gate| gate.state == GateState::Unanswered;
        let quick = findings.by_depth.iter().find(|(of, _)| *of == Depth::Quick);
        let some = quick.is_some_and(|(_, progress)| progress.answered > 0);
        (some && !gates.iter().any(open)).then_some(contact)
    }

    /// The summary: as the person has changed it, else made of the results.
    pub fn summary(&self) -> String {
        match &self.contacting.draft {
            Some((id, text)) if *id == self.open.client.id => text.clone(),
            _ => view::written(self),
        }
    }
}

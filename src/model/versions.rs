//! The open client's agreements and their dated assessments: which is worked on, new ones, copies, removal.

use super::{Chosen, Effect, Model, UndoOffer, VersionEvent, blank_assessment};
use crate::text::versions as words;
use crate::words::Text;
use engine::archive::limits;
use engine::client::{AgreementRecord, Assessment, Client, Standing};

impl Model {
    pub(super) fn versions(&mut self, event: VersionEvent) -> Vec<Effect> {
        match event {
            VersionEvent::Choose(agreement, assessment) => self.choose(Chosen {
                agreement,
                assessment,
            }),
            VersionEvent::NewAgreement => self.new_agreement(),
            VersionEvent::CopyAgreement(id) => self.copy_agreement(&id),
            VersionEvent::RemoveAgreement(id) => self.remove_agreement(&id),
            VersionEvent::Standing(id, standing) => self.change(None, |client| {
                if let Some(record) = client.agreements.iter_mut().find(|of| of.id == id) {
                    record.standing = standing;
                }
            }),
            VersionEvent::NewAssessment(id) => self.new_assessment(&id),
            VersionEvent::RemoveAssessment(agreement, id) => {
                self.remove_assessment(&agreement, &id)
            }
        }
    }

    /// Makes it what the screens work on, and says so.
    fn choose(&mut self, chosen: Chosen) -> Vec<Effect> {
        self.open.chosen = chosen;
        self.drafts.clear();
        self.showing = super::Showing::default();
        self.lab.fall.moved = None;
        self.evaluate();
        let mut effects: Vec<Effect> = self.wanted_zones().into_iter().collect();
        effects.extend(self.say(self.working_on(), None));
        effects
    }

    /// What the screens work on, in words.
    pub fn working_on(&self) -> String {
        let name = self.record().map(|record| self.agreement_name(record));
        let date = self
            .assessment()
            .map(|assessment| crate::format::day(self.words, assessment.on));
        self.words.fill(
            words::WORKING_ON,
            &[
                ("name", &name.unwrap_or_default()),
                ("date", &date.unwrap_or_default()),
            ],
        )
    }

    /// An agreement's name, or words for one that has none.
    pub fn agreement_name(&self, record: &AgreementRecord) -> String {
        match record.agreement.name.trim() {
            "" => self.words.get(words::UNNAMED).to_owned(),
            name => name.to_owned(),
        }
    }

    /// Changes the client, and goes on with what is chosen then.
    fn change_and_choose(&mut self, chosen: Chosen, edit: impl FnOnce(&mut Client)) -> Vec<Effect> {
        let mut effects = self.change(None, edit);
        effects.extend(self.choose(chosen));
        effects
    }

    fn new_agreement(&mut self) -> Vec<Effect> {
        if is_full(self.open.client.agreements.len()) {
            return self.say(self.words.get(words::FULL).to_owned(), None);
        }
        let record = AgreementRecord {
            id: self.ids.next('a'),
            standing: Standing::Proposed,
            assessments: vec![blank_assessment(&mut self.ids, self.today)],
            ..AgreementRecord::default()
        };
        self.put_agreement(record)
    }

    fn copy_agreement(&mut self, id: &str) -> Vec<Effect> {
        if is_full(self.open.client.agreements.len()) {
            return self.say(self.words.get(words::FULL).to_owned(), None);
        }
        let records = &self.open.client.agreements;
        let Some(record) = records.iter().find(|of| of.id == id).cloned() else {
            return Vec::new();
        };
        let name = self
            .words
            .fill(words::COPY_OF, &[("name", &self.agreement_name(&record))]);
        let mut copy = AgreementRecord {
            id: self.ids.next('a'),
            standing: Standing::Proposed,
            assessments: vec![self.newest_of(&record)],
            // What went wrong under the one says nothing of the other.
            incidents: Vec::new(),
            agreement: record.agreement,
        };
        limits::fitting(&name).clone_into(&mut copy.agreement.name);
        self.put_agreement(copy)
    }

    fn put_agreement(&mut self, record: AgreementRecord) -> Vec<Effect> {
        let chosen = Chosen {
            agreement: record.id.clone(),
            assessment: String::new(),
        };
        self.change_and_choose(chosen, |client| client.agreements.push(record))
    }

    /// An assessment that begins with what the agreement's newest one says, dated today.
    fn newest_of(&mut self, record: &AgreementRecord) -> Assessment {
        let blank = blank_assessment(&mut self.ids, self.today);
        match record.assessments.last() {
            Some(newest) => Assessment {
                id: blank.id,
                on: blank.on,
                reason: String::new(),
                ..newest.clone()
            },
            None => blank,
        }
    }

    fn new_assessment(&mut self, id: &str) -> Vec<Effect> {
        let records = &self.open.client.agreements;
        let Some(record) = records.iter().find(|of| of.id == id).cloned() else {
            return Vec::new();
        };
        if is_full(record.assessments.len()) {
            return self.say(self.words.get(words::FULL).to_owned(), None);
        }
        let made = self.newest_of(&record);
        let chosen = Chosen {
            agreement: record.id,
            assessment: made.id.clone(),
        };
        let id = chosen.agreement.clone();
        self.change_and_choose(chosen, |client| {
            if let Some(record) = client.agreements.iter_mut().find(|of| of.id == id) {
                record.assessments.push(made);
            }
        })
    }

    fn remove_agreement(&mut self, id: &str) -> Vec<Effect> {
        // The screens need one to work on.
        if self.open.client.agreements.len() < 2 {
            return Vec::new();
        }
        let effects = self.change(None, |client| client.agreements.retain(|of| of.id != id));
        self.removed(effects, words::AGREEMENT_REMOVED)
    }

    fn remove_assessment(&mut self, agreement: &str, id: &str) -> Vec<Effect> {
        let effects = self.change(None, |client| {
            let found = client.agreements.iter_mut().find(|of| of.id == agreement);
            if let Some(record) = found.filter(|record| record.assessments.len() > 1) {
                record.assessments.retain(|of| of.id != id);
            }
        });
        self.removed(effects, words::ASSESSMENT_REMOVED)
    }

    /// Says what was removed, with the offer to take it back.
    fn removed(&mut self, mut effects: Vec<Effect>, said: Text) -> Vec<Effect> {
        if !effects.is_empty() {
            self.drafts.clear();
            let said = self.words.get(said).to_owned();
            effects.extend(self.say(said, Some(UndoOffer::LastChange)));
        }
        effects
    }
}

/// Whether a file could not hold one more.
const fn is_full(length: usize) -> bool {
    length >= limits::ENTRIES
}

//! The entries of one assessment by protection.

use std::collections::BTreeMap;

use super::{Ask, AskState, Entry, ProtectionId, Response};

/// What stands for a protection that nothing was said about.
static NOTHING_SAID: Entry = Entry {
    response: Response::Unanswered,
    note: String::new(),
    evidence: Vec::new(),
    ask: Ask {
        state: AskState::Open,
        on: None,
        owner: String::new(),
        counter_wording: String::new(),
    },
};

/// The entries of one assessment. A protection without an entry is unanswered; an entry that says nothing is no entry,
/// so two assessments that say the same are equal.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Answers {
    entries: BTreeMap<ProtectionId, Entry>,
}

impl Answers {
    /// What is kept about a protection; the default entry where nothing is.
    pub fn get(&self, id: ProtectionId) -> &Entry {
        self.entries.get(&id).unwrap_or(&NOTHING_SAID)
    }

    /// Keeps an entry and returns the one that it replaces.
    pub fn insert(&mut self, id: ProtectionId, entry: Entry) -> Entry {
        let replaced = if entry == NOTHING_SAID {
            self.entries.remove(&id)
        } else {
            self.entries.insert(id, entry)
        };
        replaced.unwrap_or_default()
    }

    /// Changes one entry in place and returns what it was before.
    pub fn change(&mut self, id: ProtectionId, edit: impl FnOnce(&mut Entry)) -> Entry {
        let mut entry = self.get(id).clone();
        edit(&mut entry);
        self.insert(id, entry)
    }

    /// The entries that say something, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (ProtectionId, &Entry)> {
        self.entries.iter().map(|(id, entry)| (*id, entry))
    }

    /// How many protections something was said about.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing was said at all.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl FromIterator<(ProtectionId, Entry)> for Answers {
    fn from_iter<I: IntoIterator<Item = (ProtectionId, Entry)>>(entries: I) -> Self {
        let mut answers = Self::default();
        for (id, entry) in entries {
            answers.insert(id, entry);
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Answer;

    const ID: ProtectionId = ProtectionId::known(*b"SC", 1);

    #[test]
    fn a_missing_entry_is_the_default_one() {
        assert_eq!(*Answers::default().get(ID), Entry::default());
    }

    #[test]
    fn taking_an_answer_back_leaves_no_trace() {
        let mut answers = Answers::default();
        answers.change(ID, |entry| entry.response = Response::Answered(Answer::Yes));
        assert_eq!(answers.len(), 1);
        let before = answers.change(ID, |entry| entry.response = Response::Unanswered);
        assert_eq!(before.response, Response::Answered(Answer::Yes));
        assert_eq!(answers, Answers::default());
    }
}

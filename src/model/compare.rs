//! Agreements side by side: which ones, and each as if it were being worked on.

use super::{Chosen, Effect, Model};
use engine::client::{AgreementRecord, Client, Standing};
use std::rc::Rc;

/// As many stand side by side.
pub const COLUMNS: usize = 4;
/// The key of the recommended baseline.
pub const RECOMMENDED: &str = "baseline";

/// A change of what is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareEvent {
    /// Another one in this column, by its key; empty = the column is empty.
    Column(usize, String),
    /// All rows, or only those that differ.
    All(bool),
}

/// What is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparing {
    /// The keys of the columns; `None` = nobody has chosen.
    pub columns: [Option<String>; COLUMNS],
    /// All rows, or only those that differ.
    pub all: bool,
}

/// What the key of an assessment of the client's other state begins with.
pub const OTHER: &str = "other:";

/// The key of an assessment of one of the client's agreements.
pub fn key_of(agreement: &str, assessment: &str) -> String {
    [agreement, "/", assessment].concat()
}

impl Model {
    pub(super) fn compare(&mut self, event: CompareEvent) -> Vec<Effect> {
        match event {
            CompareEvent::Column(at, key) => {
                if let Some(column) = self.comparing.columns.get_mut(at) {
                    *column = Some(key);
                }
            }
            CompareEvent::All(all) => self.comparing.all = all,
        }
        Vec::new()
    }

    /// The keys of the columns: chosen, else what a person most likely wants to see side by side.
    pub fn columns(&self) -> [String; COLUMNS] {
        let mut likely = self.likely_columns().into_iter();
        let mut columns: [String; COLUMNS] =
            std::array::from_fn(|_| likely.next().unwrap_or_default());
        for (column, chosen) in columns.iter_mut().zip(&self.comparing.columns) {
            if let Some(key) = chosen {
                let there = key.is_empty() || self.compared_with(key).is_some();
                *column = if there { key.clone() } else { String::new() };
            }
        }
        columns
    }

    /// The agreement in force, what is being worked on, the newest proposal, what was found before, the recommended baseline.
    fn likely_columns(&self) -> Vec<String> {
        let mut keys = Vec::new();
        let mut add = |key: String| {
            if !keys.contains(&key) && keys.len() < COLUMNS {
                keys.push(key);
            }
        };
        let (Some(record), Some(assessment)) = (self.record(), self.assessment()) else {
            return keys;
        };
        if let Some(other) = self.other_state() {
            let chosen = Chosen::default();
            if let (Some(of), Some(newest)) = (chosen.record(other), chosen.assessment(other)) {
                add([OTHER, &key_of(&of.id, &newest.id)].concat());
                add(key_of(&record.id, &assessment.id));
                return keys;
            }
        }
        let records = &self.open.client.agreements;
        let in_force = |of: &&AgreementRecord| of.standing == Standing::Current;
        if record.standing != Standing::Current
            && let Some(current) = records.iter().rfind(in_force)
            && let Some(newest) = current.assessments.last()
        {
            add(key_of(&current.id, &newest.id));
        }
        add(key_of(&record.id, &assessment.id));
        let proposed = |of: &&AgreementRecord| of.standing == Standing::Proposed;
        if let Some(proposal) = records.iter().rev().find(proposed)
            && let Some(newest) = proposal.assessments.last()
        {
            add(key_of(&proposal.id, &newest.id));
        }
        let others = record.assessments.iter().rev();
        if let Some(older) = others.into_iter().find(|of| of.id != assessment.id) {
            add(key_of(&record.id, &older.id));
        }
        add(RECOMMENDED.to_owned());
        keys
    }

    /// The model as if that assessment were being worked on; `None` if it is not there.
    pub fn compared_with(&self, key: &str) -> Option<Self> {
        // The organization is the client's own: the same promise is held against the same locations. The client's other
        // state has its own.
        let mut client = &self.open.client;
        let (record, assessment) = if key == RECOMMENDED {
            let record = self.baseline_record()?;
            (record.clone(), String::new())
        } else {
            let of_client = match key.strip_prefix(OTHER) {
                Some(rest) => {
                    client = self.other_state()?;
                    rest
                }
                None => key,
            };
            let (agreement, assessment) = of_client.split_once('/')?;
            let record = client.agreements.iter().find(|of| of.id == agreement)?;
            record.assessments.iter().find(|of| of.id == assessment)?;
            (record.clone(), assessment.to_owned())
        };
        let client = client.clone();
        let mut other = self.clone();
        other.open.chosen = Chosen {
            agreement: record.id.clone(),
            assessment,
        };
        other.open.client = Rc::new(Client {
            agreements: vec![record],
            ..(*client).clone()
        });
        other.evaluate();
        Some(other)
    }
}

//! A client's file: client → agreements → dated assessments, each with a stable id.

use crate::agreement::{Agreement, Organization};
use crate::assessment::Answers;
use chrono::NaiveDate;

/// One organization with its agreements: what is saved, exported and opened as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Client {
    /// Stable, unique among all clients on a device, never reused.
    pub id: String,
    /// The organization's name.
    pub name: String,
    /// Its locations and what a lost hour means there.
    pub organization: Organization,
    /// Its agreements: current, proposed, past.
    pub agreements: Vec<AgreementRecord>,
}

/// One agreement of a client, with its assessments over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreementRecord {
    /// Stable within the client; never reused.
    pub id: String,
    /// Whether it is in force.
    pub standing: Standing,
    /// What it promises.
    pub agreement: Agreement,
    /// Its assessments, oldest first.
    pub assessments: Vec<Assessment>,
}

/// Whether an agreement is in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// In force.
    #[default]
    Current,
    /// On the table.
    Proposed,
    /// Ended.
    Past,
}

/// What was found in one agreement on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Stable within the agreement; never reused.
    pub id: String,
    /// The day it is dated.
    pub on: NaiveDate,
    /// Why it was made or changed.
    pub reason: String,
    /// Who prepared it.
    pub prepared_by: String,
    /// The catalogue's version it was last scored with; empty = never scored.
    pub catalogue_version: String,
    /// The answers, notes, evidence and asks.
    pub answers: Answers,
    /// A changed set of weights, by protection; empty = the standard ones.
    pub weights: std::collections::BTreeMap<crate::assessment::ProtectionId, u8>,
}

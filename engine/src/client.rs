//! A client's file: client → agreements → dated assessments, each with a stable id.

use crate::agreement::{Agreement, Organization, SeverityLevel, Tri};
use crate::assessment::{Answers, ProtectionId};
use crate::calendar::Instant;
use chrono::NaiveDate;
use std::collections::BTreeMap;

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
    /// The documents that were read.
    pub documents: Vec<Document>,
    /// Whether it was put away: kept, but out of the list that is worked with.
    pub archived: bool,
}

/// A document that was read: what it was called and how to recognize it, not its content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Stable within the client; never reused.
    pub id: String,
    /// Its file name or title.
    pub name: String,
    /// What kind of file it is, such as `pdf`.
    pub kind: String,
    /// A fingerprint of its content, as `sha256:` and hexadecimal digits; empty = none was taken.
    pub fingerprint: String,
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
    /// What went wrong while it was in force.
    pub incidents: Vec<IncidentRecord>,
}

/// One thing that went wrong, as it was logged. Nothing here is judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IncidentRecord {
    /// Stable within the agreement; never reused.
    pub id: String,
    /// The location's id; empty = not said.
    pub location: String,
    /// The service's id; empty = not said.
    pub service: String,
    /// When it began.
    pub started: Option<Instant>,
    /// When it was over; absent = not yet, or not said.
    pub ended: Option<Instant>,
    /// When it was reported to the provider.
    pub reported: Option<Instant>,
    /// Its severity.
    pub severity: Option<SeverityLevel>,
    /// Why it happened, in words.
    pub cause: String,
    /// Whether the provider counted it.
    pub counted: Tri,
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
    pub weights: BTreeMap<ProtectionId, u8>,
}

//! The open client's agreements with their dated assessments.

use super::status::{Status, of_assessment};
use crate::format;
use crate::model::Model;
use crate::text::versions as text;
use crate::words::Text;
use engine::client::Standing;

/// Whether an agreement is in force, with key and name.
pub const STANDINGS: [(&str, Standing, Text); 3] = [
    ("current", Standing::Current, text::STANDING_CURRENT),
    ("proposed", Standing::Proposed, text::STANDING_PROPOSED),
    ("past", Standing::Past, text::STANDING_PAST),
];

/// One agreement.
pub struct AgreementView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The key of its standing.
    pub standing: &'static str,
    /// Its assessments, oldest first.
    pub assessments: Vec<AssessmentRow>,
    /// Whether it may be removed: another one is there.
    pub removable: bool,
}

/// One assessment.
pub struct AssessmentRow {
    /// Its id.
    pub id: String,
    /// Its day.
    pub date: String,
    /// Why it was made.
    pub reason: String,
    /// How it stands.
    pub status: Status,
    /// Whether it is the one being worked on.
    pub open: bool,
    /// Whether it may be removed: another one is there.
    pub removable: bool,
}

/// All of them.
pub fn agreements(model: &Model) -> Vec<AgreementView> {
    let client = &model.open.client;
    let here = model
        .record()
        .zip(model.assessment())
        .map(|(record, assessment)| (&record.id, &assessment.id));
    let records = client.agreements.iter();
    let view = |record: &engine::client::AgreementRecord| AgreementView {
        id: record.id.clone(),
        name: model.agreement_name(record),
        standing: STANDINGS
            .iter()
            .find(|(_, standing, _)| *standing == record.standing)
            .map_or("current", |found| found.0),
        assessments: record
            .assessments
            .iter()
            .map(|assessment| AssessmentRow {
                id: assessment.id.clone(),
                date: format::day(model.words, assessment.on),
                reason: assessment.reason.trim().to_owned(),
                status: of_assessment(model, &client.organization, record, assessment),
                open: here == Some((&record.id, &assessment.id)),
                removable: record.assessments.len() > 1,
            })
            .collect(),
        removable: client.agreements.len() > 1,
    };
    records.map(view).collect()
}

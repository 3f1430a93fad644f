//! Which agreement and which of its assessments the screens work on.

use engine::client::{AgreementRecord, Assessment, Client, Standing};

/// By id. What is not there stands for what a person most likely means: the newest agreement in force, and its newest assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The agreement; empty = nothing was chosen.
    pub agreement: String,
    /// The assessment; empty = nothing was chosen.
    pub assessment: String,
}

impl Chosen {
    fn at(&self, records: &[AgreementRecord]) -> Option<usize> {
        let by_id = records.iter().position(|of| of.id == self.agreement);
        let in_force = || {
            records
                .iter()
                .rposition(|of| of.standing == Standing::Current)
        };
        by_id
            .or_else(in_force)
            .or_else(|| records.len().checked_sub(1))
    }

    fn assessment_at(&self, record: &AgreementRecord) -> Option<usize> {
        let all = &record.assessments;
        let by_id = all.iter().position(|of| of.id == self.assessment);
        by_id.or_else(|| all.len().checked_sub(1))
    }

    /// The agreement.
    pub fn record<'a>(&self, client: &'a Client) -> Option<&'a AgreementRecord> {
        client.agreements.get(self.at(&client.agreements)?)
    }

    /// Of a client's agreements, the one to be changed.
    pub fn record_mut<'a>(
        &self,
        agreements: &'a mut [AgreementRecord],
    ) -> Option<&'a mut AgreementRecord> {
        let at = self.at(agreements)?;
        agreements.get_mut(at)
    }

    /// The assessment.
    pub fn assessment<'a>(&self, client: &'a Client) -> Option<&'a Assessment> {
        let record = self.record(client)?;
        record.assessments.get(self.assessment_at(record)?)
    }

    /// The assessment, to be changed.
    pub fn assessment_mut<'a>(&self, client: &'a mut Client) -> Option<&'a mut Assessment> {
        let record = self.record_mut(&mut client.agreements)?;
        let at = self.assessment_at(record)?;
        record.assessments.get_mut(at)
    }
}

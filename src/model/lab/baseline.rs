//! The agreement that this tool recommends, as the downtime screens compare with it.

use crate::model::Model;
use engine::agreement::{Agreement, Service};
use engine::client::AgreementRecord;

impl Model {
    /// The recommended baseline; `None` until the catalogue is there.
    pub fn baseline(&self) -> Option<&Agreement> {
        self.baseline_record().map(|record| &record.agreement)
    }

    /// The same with the answers that it gives.
    pub fn baseline_record(&self) -> Option<&AgreementRecord> {
        let file = self.catalogue.ready()?.baseline()?;
        // Read once: it is the same for as long as the page stands.
        let read = self.lab.baseline.get_or_init(|| {
            let read = engine::archive::import_value(file).ok()?;
            read.client.agreements.into_iter().next()
        });
        read.as_ref()
    }

    /// Its services; none until the catalogue is there.
    pub fn baseline_services(&self) -> &[Service] {
        self.baseline().map_or(&[], |agreement| &agreement.services)
    }
}

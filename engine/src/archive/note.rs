//! What was noticed in a file that could be opened all the same.

use crate::assessment::ProtectionId;
use crate::client::Client;

/// Something that the person should hear about a file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The place, such as `client.agreements[0].colour`.
    pub path: String,
    /// What was noticed there.
    pub kind: NoteKind,
}

/// What was noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// A field that this version does not know was left out; a newer version may have written it.
    UnknownField,
    /// Characters that cannot be shown were taken out of a text.
    ControlCharacters,
    /// The catalogue has no such protection; its entry is kept as it is.
    UnknownProtection,
}

/// The entries of a client for protections that are not in the catalogue, which `is_known` answers for. The catalogue
/// may be older than the file: the entries stay in the client and are exported again.
pub fn unknown_protections(client: &Client, is_known: &dyn Fn(ProtectionId) -> bool) -> Vec<Note> {
    let mut notes = Vec::new();
    for (a, record) in client.agreements.iter().enumerate() {
        for (b, assessment) in record.assessments.iter().enumerate() {
            for (id, _) in assessment.answers.iter().filter(|(id, _)| !is_known(*id)) {
                let path = format!("client.agreements[{a}].assessments[{b}].answers.{id}");
                notes.push(Note {
                    path,
                    kind: NoteKind::UnknownProtection,
                });
            }
        }
    }
    notes
}

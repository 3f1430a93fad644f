//! What a person has said about one agreement: an answer, a note, evidence and an ask for each protection.
//!
//! Nothing here judges the answers; [`crate::scoring`] does.

mod answer;
mod answers;
mod entry;
mod id;

pub use answer::{Answer, Response};
pub use answers::Answers;
pub use entry::{Ask, AskState, Entry, Evidence};
pub use id::{GroupCode, IdError, ProtectionId};

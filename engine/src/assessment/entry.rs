//! Everything kept about one protection in one assessment.

use chrono::NaiveDate;

use super::Response;

/// A sentence that shows what the agreement says, and where it stands.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Evidence {
    /// The words themselves.
    pub quote: String,
    /// Where in the document: a clause number, page or heading.
    pub place: String,
    /// Which document: a file name or a title.
    pub source: String,
}

/// How far the request for a protection has come.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum AskState {
    /// Nothing has been asked yet.
    #[default]
    Open,
    /// The provider has been asked and has not answered.
    Asked,
    /// The provider has offered something.
    Offered,
    /// Both sides agreed.
    Agreed,
    /// The provider refused.
    Refused,
}

/// The request for a protection, followed until it is agreed or refused.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Ask {
    /// How far it has come.
    pub state: AskState,
    /// The day of that state.
    pub on: Option<NaiveDate>,
    /// Who follows it.
    pub owner: String,
    /// What the provider proposed instead.
    pub counter_wording: String,
}

/// Everything kept about one protection in one assessment.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Entry {
    /// The person's own answer.
    pub response: Response,
    /// The person's note.
    pub note: String,
    /// What the agreement says, in its own words.
    pub evidence: Vec<Evidence>,
    /// The request to the provider.
    pub ask: Ask,
}

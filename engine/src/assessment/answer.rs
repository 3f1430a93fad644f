//! What can be answered to a question of the catalogue.

/// An answer. "Yes" always means protected.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Answer {
    /// The full-credit line is met.
    Yes,
    /// The partial-credit line is met: half credit.
    Partly,
    /// The agreement says nothing about it.
    No,
    /// The agreement says the opposite: no credit, and a red flag.
    Opposite,
    /// The person does not know: anything from no credit to full credit, and something to ask the provider.
    Unknown,
}

/// Where a person stands with a question.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum Response {
    /// Not answered yet.
    #[default]
    Unanswered,
    /// Answered, be it with "don't know".
    Answered(Answer),
    /// Taken out by hand.
    NotApplicable {
        /// Why; the report lists it.
        reason: String,
    },
}

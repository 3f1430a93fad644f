//! Where a figure or practice was seen.

use chrono::NaiveDate;

/// What sort of text a source is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A statute or regulation, in force or proposed.
    Law,
    /// A standard of a standards body.
    Standard,
    /// Advice of a public body or association.
    Guidance,
    /// Contract terms that somebody has published.
    PublishedTerms,
    /// An article or page of a firm in the trade.
    Practice,
    /// A study.
    Research,
}

/// Where a figure or practice was seen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// The short key that protections cite.
    pub key: String,
    /// Who published it. Firms are named on the method page only.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// The day on which it was seen.
    pub seen: NaiveDate,
    /// ISO 3166 code, a state as `US-NY`, or `international`.
    pub jurisdiction: String,
    /// What sort of text it is.
    pub kind: Kind,
    /// Anything a reader should know about it.
    pub note: Option<String>,
}

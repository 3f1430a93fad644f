//! How a firm is reached.

/// An address that cannot run anything: only these three kinds exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactLink {
    /// An e-mail address, without `mailto:`.
    Mail(String),
    /// A page, with its `https://`.
    Web(String),
    /// A telephone number: digits, perhaps with a `+` before them.
    Phone(String),
}

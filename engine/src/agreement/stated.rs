//! What is known of one promise.

/// What is known of one promise in the agreement. "Not looked at" is not "silent": unknown is not "no".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stated<T> {
    /// Nobody has looked yet.
    #[default]
    NotLookedAt,
    /// Somebody looked: the agreement does not say.
    Silent,
    /// The agreement says this.
    Says(T),
}

impl<T> Stated<T> {
    /// What the agreement says, if it says anything.
    pub fn says(&self) -> Option<&T> {
        match self {
            Self::Says(value) => Some(value),
            Self::NotLookedAt | Self::Silent => None,
        }
    }

    /// Whether somebody looked and found nothing.
    pub fn is_silent(&self) -> bool {
        matches!(self, Self::Silent)
    }

    /// Whether anybody has looked.
    pub fn is_known(&self) -> bool {
        !matches!(self, Self::NotLookedAt)
    }

    /// The same knowledge about something computed from the promise.
    pub fn map<U>(&self, change: impl FnOnce(&T) -> U) -> Stated<U> {
        match self {
            Self::NotLookedAt => Stated::NotLookedAt,
            Self::Silent => Stated::Silent,
            Self::Says(value) => Stated::Says(change(value)),
        }
    }
}

//! A newer release: offered, and used when the person agrees and everything typed is stored.

use super::{Effect, Model, Storage};
use crate::text::device as words;
use crate::words::Text;

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Newer {
    /// There is none, or it is for later.
    #[default]
    None,
    /// It can be had.
    Offered(Where),
    /// The person has agreed; the last save is awaited.
    Agreed(Where),
    /// The page is about to start anew.
    Starting,
}

/// Where a newer release is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// It lies here, whole, and no tab uses it.
    Waiting,
    /// It is in force, as another tab wanted: this tab alone is behind.
    InForce,
}

/// What can happen with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewerEvent {
    /// One lies here, whole.
    Came,
    /// A release, by its name, is in force now.
    InForce(String),
    /// The person wants it now.
    Use,
    /// Not now.
    Later,
}

impl Model {
    pub(super) fn newer(&mut self, event: NewerEvent) -> Vec<Effect> {
        match event {
            NewerEvent::Came => self.offer(Where::Waiting),
            // The first release to be kept is the page's own.
            NewerEvent::InForce(release) if release == self.version => Vec::new(),
            NewerEvent::InForce(_) => self.offer(Where::InForce),
            NewerEvent::Later => {
                self.newer = Newer::None;
                // The button that had the focus is gone.
                vec![Effect::Focus("page-title".to_owned())]
            }
            NewerEvent::Use => self.agree(),
        }
    }

    fn offer(&mut self, place: Where) -> Vec<Effect> {
        // Whoever has agreed gets it, wherever it is by then.
        if matches!(self.newer, Newer::Agreed(_) | Newer::Starting) {
            return Vec::new();
        }
        let again = self.newer == Newer::Offered(place);
        self.newer = Newer::Offered(place);
        let title = match place {
            Where::Waiting => words::NEWER_TITLE,
            Where::InForce => words::BEHIND_TITLE,
        };
        if again {
            Vec::new()
        } else {
            vec![Effect::Announce(self.words.get(title).to_owned())]
        }
    }

    fn agree(&mut self) -> Vec<Effect> {
        let Newer::Offered(place) = self.newer else {
            return Vec::new();
        };
        // What is not valid yet is in no client, so no save would keep it.
        if self.drafts.has_unfinished() {
            return self.say_of_newer(words::UNFINISHED);
        }
        self.newer = Newer::Agreed(place);
        self.save_now()
    }

    /// Starts the newer release once that was agreed and nothing would be lost. What stands in the way of a save is told by
    /// itself, and the offer stands again after it.
    pub(super) fn use_newer(&mut self) -> Vec<Effect> {
        let Newer::Agreed(place) = self.newer else {
            return Vec::new();
        };
        match self.storage {
            _ if self.drafts.has_unfinished() => {
                self.newer = Newer::Offered(place);
                self.say_of_newer(words::UNFINISHED)
            }
            Storage::Good if self.is_all_stored() => {
                self.newer = Newer::Starting;
                vec![Effect::UseNewer]
            }
            Storage::Opening | Storage::Good | Storage::Saving => Vec::new(),
            Storage::Failing(_) | Storage::Conflict(_) => {
                self.newer = Newer::Offered(place);
                self.say_of_newer(words::NOT_STORED)
            }
        }
    }

    fn say_of_newer(&mut self, text: Text) -> Vec<Effect> {
        self.say(self.words.get(text).to_owned(), None)
    }
}

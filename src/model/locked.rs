//! Files behind a passphrase: what is asked of the browser, and what comes back.

use super::{Download, Effect, FileRefusal, Model, OpenedFile};
use crate::routes::Route;
use crate::text::locked as words;
use engine::archive::{self, Locked};
use std::fmt;

/// The fewest characters of a passphrase. Length is what keeps a file closed; the page asks for more than that.
pub const SHORTEST: usize = 10;

/// A passphrase: never printed, and kept by nobody.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(pub String);

impl Passphrase {
    /// One that is long enough to lock a file with; any will do to try and open one.
    pub fn for_locking(text: &str) -> Option<Self> {
        (SHORTEST <= text.chars().count()).then(|| Self(text.to_owned()))
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// Why a file was not locked or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockProblem {
    /// Another passphrase locked it, or it was changed since.
    Wrong,
    /// The browser has no cryptography here: the page did not come over a secure connection.
    Unavailable,
}

/// A locked file that waits for its passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The file's name.
    pub name: String,
    /// What is in it.
    pub locked: Locked,
    /// Whether the browser is at work on it.
    pub busy: bool,
    /// What went wrong the last time.
    pub problem: Option<LockProblem>,
}

/// Something with a locked file.
#[derive(Clone, Debug, PartialEq)]
pub enum LockEvent {
    /// Save the open client, or all, locked.
    Export {
        /// All clients, not the open one alone.
        all: bool,
        /// With this passphrase.
        passphrase: Passphrase,
    },
    /// The browser has locked a file, or could not.
    Made {
        /// The file's name.
        name: String,
        /// How that went.
        outcome: Result<Locked, LockProblem>,
    },
    /// Open the waiting file with this passphrase.
    Open(Passphrase),
    /// The browser has opened it, or could not: its text.
    Opened(Result<String, LockProblem>),
    /// Leave it.
    Leave,
}

impl Model {
    pub(super) fn lock(&mut self, event: LockEvent) -> Vec<Effect> {
        match event {
            LockEvent::Export { all, passphrase } => {
                let plain = self.plain_export(all);
                let name = [plain.name.trim_end_matches(".json"), "-locked.json"].concat();
                let text = plain.words().to_owned();
                vec![Effect::Lock {
                    name,
                    text,
                    passphrase,
                }]
            }
            LockEvent::Made { name, outcome } => match outcome {
                Ok(locked) => vec![Effect::Download(Download::text(
                    name,
                    "application/json",
                    archive::write_locked(&locked, &self.version, self.today),
                ))],
                Err(_) => self.say(self.words.get(words::UNAVAILABLE).to_owned(), None),
            },
            LockEvent::Open(passphrase) => {
                let Some(waiting) = &mut self.locked else {
                    return Vec::new();
                };
                (waiting.busy, waiting.problem) = (true, None);
                vec![Effect::Unlock(waiting.locked.clone(), passphrase)]
            }
            LockEvent::Opened(Ok(text)) => match self.locked.take() {
                Some(waiting) => self.file_opened(OpenedFile {
                    name: waiting.name,
                    text: Ok::<_, FileRefusal>(text),
                }),
                // It was left meanwhile.
                None => Vec::new(),
            },
            LockEvent::Opened(Err(problem)) => {
                let Some(waiting) = &mut self.locked else {
                    return Vec::new();
                };
                (waiting.busy, waiting.problem) = (false, Some(problem));
                let said = self.words.get(problem_words(problem)).to_owned();
                vec![Effect::Announce(said), Effect::Focus("unlock".to_owned())]
            }
            LockEvent::Leave => {
                self.locked = None;
                Vec::new()
            }
        }
    }

    /// A locked file was chosen: it waits in the library for its passphrase.
    pub(super) fn locked_file(&mut self, name: String, locked: Locked) -> Vec<Effect> {
        self.locked = Some(Waiting {
            name,
            locked,
            busy: false,
            problem: None,
        });
        let mut effects = Vec::new();
        if self.route != Route::Library {
            effects.push(Effect::GoTo(Route::Library));
        }
        effects.push(Effect::Focus("unlock".to_owned()));
        effects
    }
}

/// What went wrong, in words.
pub fn problem_words(problem: LockProblem) -> crate::words::Text {
    match problem {
        LockProblem::Wrong => words::WRONG,
        LockProblem::Unavailable => words::UNAVAILABLE,
    }
}

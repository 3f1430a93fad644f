//! What the model asks of the outside. Effects are data: a test compares them, `browser/` carries them out.

use super::locked::Passphrase;
use crate::words::{Code, Text};
use crate::workers::Ask;
use engine::archive::Locked;
use std::rc::Rc;

/// One thing to do outside the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Fetch the catalogue; answered by `CatalogueArrived`.
    LoadCatalogue(Code),
    /// Read another language's words; answered by `LanguageEvent::Arrived`.
    LoadLanguage(Code),
    /// The page speaks this language from now on, and after a new start.
    ShowLanguage(Code),
    /// Fetch the brand's file; answered by `BrandEvent::Arrived`.
    LoadBrand,
    /// Show the page in this brand's colors, and its name in the title.
    ShowBrand(Rc<engine::brand::Brand>),
    /// Open the browser's database and read everything; answered by `StoreOpened`.
    OpenStore,
    /// Save soon: answered by `SaveDue` when typing pauses.
    SaveSoon,
    /// Write one client; answered by `Saved`. Refused if the stored revision is not `replaces`.
    Save(Record),
    /// Remove one client from the database.
    Delete(String),
    /// Move damaged or foreign data from the clients to a place of its own, in one step, so that it can be had as a file;
    /// answered by nothing.
    KeepAside(Aside),
    /// Drop what was put aside.
    DropAside(u32),
    /// Empty the database and all settings.
    EraseAll,
    /// Hand the person a file.
    Download(Download),
    /// Lock a text with a passphrase; answered by `LockEvent::Made`.
    Lock {
        /// The name of the file that it becomes.
        name: String,
        /// The text.
        text: String,
        /// The passphrase.
        passphrase: Passphrase,
    },
    /// Open what is locked; answered by `LockEvent::Opened`.
    Unlock(Locked, Passphrase),
    /// Put a text on the clipboard; answered by `Copied`.
    Copy(String),
    /// Hand a link over to another app of the device; answered by `ShareEvent::NotSent` if that failed.
    HandOver {
        /// What it is about.
        title: String,
        /// The link.
        address: String,
    },
    /// Say something to a screen reader without moving the focus.
    Announce(String),
    /// Move the keyboard's focus to an element.
    Focus(String),
    /// Change the address, which is answered by `RouteChanged`.
    GoTo(crate::routes::Route),
    /// The same, with a place within the screen: the whole address.
    GoToPlace(String),
    /// Put another address in the place of this one: no step back leads to the old one, and nothing answers.
    ReplaceAddress(String),
    /// These answers of the quick check go along when a tab of its own is opened from the frame.
    HandOn(String),
    /// Send this message, which the person has agreed to, to the page around.
    TellHost(String),
    /// Show the page in full screen, or not any more. Where the browser refuses, it stays as it is.
    FullScreen(bool),
    /// Put a setting's value where it outlives the page.
    Remember(Setting, String),
    /// Show the page in this theme.
    ShowTheme(super::Theme),
    /// Read the offsets of these time zones; answered by `ZonesArrived`.
    LoadZones(Vec<String>),
    /// The years may have to be simulated anew: answered by `YearsEvent::Due` when so many milliseconds have passed.
    YearsSoon(u32),
    /// Simulate these years, and drop what is being simulated; answered by `YearsEvent::Found` with this id, again and again.
    StartYears(u32, Rc<Ask>),
    /// Simulate no more.
    StopYears,
    /// Keep the release for use without a network, and listen for a newer one; answered by `DeviceEvent::Offline` and
    /// `NewerEvent`, now and then.
    KeepRelease,
    /// Start the page anew with the newer release.
    UseNewer,
    /// Ask how much is stored; answered by `DeviceEvent::Measured`.
    MeasureRoom,
    /// Ask the browser to keep what is stored; answered by `DeviceEvent::Answered`.
    AskToKeep,
    /// Open the browser's print dialog.
    Print,
    /// The answers from the entrance are stored with the client now.
    ForgetQuick,
    /// The page is going away and the database may not answer any more: keep one client, with the revision that it grew
    /// from, in a place that answers at once. It comes back with the next start.
    KeepLeft(Stored),
    /// The database has that client now.
    ForgetLeft(String),
    /// The document's title.
    Title(Text),
    /// The document's title is the client's name alone.
    ClientTitle(String),
}

/// One client as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The client's id.
    pub id: String,
    /// Its name, for the list.
    pub name: String,
    /// Counts up with every save.
    pub revision: u32,
    /// The revision that this one replaces; 0 = none may exist.
    pub replaces: u32,
    /// The client's file.
    pub file: String,
}

/// One client as it was found in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The client's id.
    pub id: String,
    /// The revision found.
    pub revision: u32,
    /// The client's file, or whatever stood there.
    pub file: String,
}

/// Damaged or foreign data that is kept and never overwritten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Key in the database.
    pub key: u32,
    /// Where it came from, in words.
    pub name: String,
    /// What was wrong, in words.
    pub problem: String,
    /// The data as it was.
    pub data: String,
}

/// A file for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Its name.
    pub name: String,
    /// Its type.
    pub mime: &'static str,
    /// What stands in it.
    pub content: Content,
}

/// What stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Words.
    Text(String),
    /// Anything.
    Bytes(Vec<u8>),
}

impl Download {
    /// A file of words.
    pub fn text(name: String, mime: &'static str, text: String) -> Self {
        Self {
            name,
            mime,
            content: Content::Text(text),
        }
    }

    /// A file of anything.
    pub fn bytes(name: String, mime: &'static str, bytes: Vec<u8>) -> Self {
        Self {
            name,
            mime,
            content: Content::Bytes(bytes),
        }
    }

    /// Its words; empty where it has none.
    pub fn words(&self) -> &str {
        match &self.content {
            Content::Text(text) => text,
            Content::Bytes(_) => "",
        }
    }
}

/// A setting that outlives the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The theme.
    Theme,
    /// The language, if it was chosen by hand.
    Language,
    /// The client that was open last.
    LastOpen,
    /// Answers of the quick check that were given at the entrance and are not stored with a client yet.
    Quick,
}

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 4] = [Self::Theme, Self::Language, Self::LastOpen, Self::Quick];

    /// The name under which it is kept, after the page's own.
    pub fn key(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Language => "language",
            Self::LastOpen => "last",
            Self::Quick => "quick",
        }
    }
}

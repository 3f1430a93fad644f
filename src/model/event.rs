//! What happens to the model. Events are intent or news; only `update` knows what follows.

use super::brand::BrandEvent;
use super::compare::CompareEvent;
use super::contact::ContactEvent;
use super::device::DeviceEvent;
use super::effect::{Aside, Stored};
use super::embed::{Embed, EmbedEvent};
use super::forms::FormEvent;
use super::lab::LabEvent;
use super::locked::LockEvent;
use super::newer::NewerEvent;
use super::papers::PaperEvent;
use super::present::PresentEvent;
use super::share::ShareEvent;
use super::twins::TwinEvent;
use engine::assessment::{AskState, ProtectionId, Response};
use engine::calendar::ZoneTable;
use engine::client::Standing;
use engine::rubric::{Catalogue, Depth};
use std::rc::Rc;

/// What the model has to know before its first event.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The texts of the page's language.
    pub words: crate::words::Words,
    /// Today on the person's calendar.
    pub today: chrono::NaiveDate,
    /// A number that differs at every start; ids of new things grow from it.
    pub seed: u64,
    /// What chose it.
    pub language_by: super::language::LanguageBy,
    /// The theme kept from last time.
    pub theme: Option<String>,
    /// The client that was open last.
    pub last_open: Option<String>,
    /// The part of the address behind `#`.
    pub address: String,
    /// The release, for files and the footer.
    pub version: String,
    /// What was answered at the entrance.
    pub quick: engine::assessment::Answers,
    /// The element that had the focus at the entrance.
    pub focus: Option<String>,
    /// What the database may not have taken when the page last went away, each with the revision that it grew from.
    pub left: Vec<Stored>,
    /// Whether the page lies on a disk.
    pub on_a_disk: bool,
    /// The page's own address, without what stands behind `?` and `#`.
    pub page_address: String,
    /// Whether the browser hands links over to other apps.
    pub hands_over: bool,
    /// The brand, if the entrance has read its file.
    pub brand: Option<Rc<engine::brand::Brand>>,
    /// What the page around wishes, in the frame of another page.
    pub embed: Option<Embed>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The page is there.
    Started,
    /// The catalogue was read, or could not be (with what was wrong, if known).
    CatalogueArrived(Result<Rc<Catalogue>, String>),
    /// Something with the brand.
    Brand(BrandEvent),
    /// The person asks to try again.
    CatalogueWanted,
    /// The database was opened and read, or could not be.
    StoreOpened(Result<Kept, StoreProblem>),
    /// The database failed at something that is not a save.
    StoreFailed(StoreProblem),
    /// Typing paused, or the page was put away and may come back.
    SaveDue,
    /// The page is going away.
    Leaving,
    /// A save ended.
    Saved {
        /// Which client.
        id: String,
        /// How.
        outcome: SaveOutcome,
    },
    /// Another tab has saved a client.
    OtherTabSaved {
        /// Which.
        id: String,
        /// Its revision.
        revision: u32,
    },
    /// Another tab has erased everything.
    ErasedElsewhere,
    /// The offsets of time zones were read.
    ZonesArrived {
        /// The zones that were asked for.
        asked: Vec<String>,
        /// Those that the browser knows.
        tables: Vec<ZoneTable>,
    },
    /// The address changed.
    RouteChanged(String),
    /// The clipboard took the text, or did not.
    Copied(bool),
    /// The person changed the open assessment.
    Edited(Edit),
    /// The person changed a commitment.
    Form(FormEvent),
    /// The person changed the downtime calculator.
    Lab(LabEvent),
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Something with a newer release.
    Newer(NewerEvent),
    /// Something with the room on this device.
    Device(DeviceEvent),
    /// Something with saved assessments or files.
    Library(LibraryEvent),
    /// What becomes of two states of one client.
    Twin(TwinEvent),
    /// Something with a locked file.
    Lock(LockEvent),
    /// The person changed what is compared.
    Compare(CompareEvent),
    /// Something with the language.
    Language(super::language::LanguageEvent),
    /// Something with the papers.
    Paper(PaperEvent),
    /// Something with sharing.
    Share(ShareEvent),
    /// Something with the summary for the firm that offers the tool.
    Contact(ContactEvent),
    /// Something with the deck.
    Present(PresentEvent),
    /// Something in the frame of another page, or with answers from a link.
    Embed(EmbedEvent),
    /// Something with the open client's agreements and their dated assessments.
    Versions(VersionEvent),
    /// How the questions are shown.
    View(ViewEvent),
    /// A file was chosen or dropped.
    FileOpened(OpenedFile),
    /// Copy this text.
    CopyWanted(String),
    /// The print dialog.
    PrintWanted,
    /// Another theme.
    ThemeChosen(Theme),
    /// The message at the bottom was dismissed.
    NoticeDismissed,
    /// The act that the message offers to take back.
    NoticeUndone,
}

/// A change of the open assessment that is not a commitment.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The client's name.
    ClientName(String),
    /// Who prepared the assessment.
    PreparedBy(String),
    /// Why it was made.
    Reason(String),
    /// An answer.
    Response(ProtectionId, Response),
    /// The reason why something does not apply.
    NotApplicableBecause(ProtectionId, String),
    /// A note.
    Note(ProtectionId, String),
    /// The sentence of the agreement.
    Quote(ProtectionId, String),
    /// Where it stands.
    QuotePlace(ProtectionId, String),
    /// How far an ask has come.
    AskState(ProtectionId, AskState),
    /// Who follows it.
    AskOwner(ProtectionId, String),
    /// The provider's wording.
    AskCounter(ProtectionId, String),
    /// A changed weight; the standard one takes the change back.
    Weight(ProtectionId, u8),
}

impl Edit {
    /// Cuts a text down to what a file can hold: a longer one could be written, but never opened again.
    pub(super) fn shorten(&mut self) -> bool {
        let text = match self {
            Self::ClientName(text)
            | Self::PreparedBy(text)
            | Self::Reason(text)
            | Self::NotApplicableBecause(_, text)
            | Self::Note(_, text)
            | Self::Quote(_, text)
            | Self::QuotePlace(_, text)
            | Self::AskOwner(_, text)
            | Self::AskCounter(_, text)
            | Self::Response(_, Response::NotApplicable { reason: text }) => text,
            Self::Response(..) | Self::AskState(..) | Self::Weight(..) => return false,
        };
        let fits = engine::archive::limits::fitting(text).len();
        let long = fits < text.len();
        text.truncate(fits);
        long
    }
}

/// Something with the open client's agreements and their dated assessments.
#[derive(Clone, Debug, PartialEq)]
pub enum VersionEvent {
    /// Work on this one: the agreement's id, and the assessment's, empty for its newest.
    Choose(String, String),
    /// A blank agreement.
    NewAgreement,
    /// A copy of one, as a proposal, with its newest answers.
    CopyAgreement(String),
    /// Remove one.
    RemoveAgreement(String),
    /// Whether it is in force.
    Standing(String, Standing),
    /// A new dated assessment of the agreement, which begins with what its newest one says.
    NewAssessment(String),
    /// Remove one: the agreement's id, and its own.
    RemoveAssessment(String, String),
}

/// Something with saved assessments or files.
#[derive(Clone, Debug, PartialEq)]
pub enum LibraryEvent {
    /// A new, empty one.
    New,
    /// The sample client.
    Sample,
    /// Open one.
    Open(String),
    /// A copy of one.
    Duplicate(String),
    /// Remove one (can be taken back).
    Delete(String),
    /// Put one away, or take it back.
    Archive(String, bool),
    /// Search in the list.
    Search(String),
    /// List those put away, in place of the others.
    ListArchived(bool),
    /// List more of them.
    MoreClients,
    /// List more of the dates.
    MoreDates,
    /// The open one as a file.
    Export,
    /// All as one file.
    ExportAll,
    /// What falls due, as a calendar file.
    ExportDates,
    /// Everything on this device (asked twice by typing, cannot be taken back).
    EraseEverything,
    /// After a conflict: keep this tab's state as a copy.
    KeepMineAsCopy,
    /// After a conflict: take the other tab's state.
    TakeTheirs,
    /// What was put aside, as a file.
    ExportAside(u32),
    /// Forget it.
    DropAside(u32),
}

/// How the questions are shown.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewEvent {
    /// How thorough.
    Depth(Depth),
    /// Which of them.
    Filter(Filter),
    /// Open or close a question's details.
    Details(ProtectionId),
    /// Open a figure's derivation, or close it.
    Figure(Option<String>),
    /// Points given in the readiness sheet.
    Readiness(String, u8),
    /// Show all gaps, or the first ones only.
    AllGaps,
    /// Search in the questions.
    Search(String),
}

/// Which questions are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Those without an answer.
    Open,
    /// Those that are gaps.
    Gaps,
    /// Weight 5.
    MustHaves,
}

/// A theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Whatever the device says.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 4] = [Self::Device, Self::Light, Self::Dark, Self::Contrast];

    /// The name in the style sheet and in storage.
    pub fn key(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// The theme of that name; an unknown name is the device's.
    pub fn parse(key: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|theme| theme.key() == key)
            .unwrap_or_default()
    }
}

/// All that the database held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The clients.
    pub clients: Vec<Stored>,
    /// What had been put aside.
    pub aside: Vec<Aside>,
}

/// Why the database does not keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreProblem {
    /// The browser does not allow it (private window, sandboxed frame), or it failed.
    Refused,
    /// There is no room left.
    Full,
}

/// How a save ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveOutcome {
    /// Written, with this revision.
    Done(u32),
    /// Another tab had written this meanwhile; nothing was overwritten.
    Conflict(Stored),
    /// Not written.
    Failed(StoreProblem),
}

/// A file that was chosen or dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedFile {
    /// Its name.
    pub name: String,
    /// Its text, or why there is none.
    pub text: Result<String, FileRefusal>,
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileRefusal {
    /// Over 40 MB.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
    /// Not text.
    NotText,
}

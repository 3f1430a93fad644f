//! The app without a browser: state, events, effects. Everything here runs and is tested natively.

mod assess;
pub mod brand;
mod calendar;
mod catalogue;
mod chosen;
pub mod compare;
pub mod contact;
pub mod device;
mod effect;
pub mod embed;
mod event;
mod files;
#[cfg(test)]
pub mod fixture;
pub mod forms;
mod history;
mod ids;
pub mod lab;
mod language;
mod left;
pub mod library;
pub mod locked;
mod newer;
pub mod papers;
pub mod plan;
pub mod present;
pub mod quick_link;
pub mod share;
mod start;
mod storage;
pub mod twins;
mod update;
mod versions;
pub mod view;

pub use assess::circumstances;
pub use chosen::Chosen;
pub use effect::{Aside, Content, Download, Effect, Record, Setting, Stored};
pub use event::{
    Edit, Event, FileRefusal, Filter, Kept, LibraryEvent, OpenedFile, SaveOutcome, Start,
    StoreProblem, Theme, VersionEvent, ViewEvent,
};
pub use language::{LanguageBy, LanguageEvent};
pub use newer::{Newer, NewerEvent, Where};
use start::blank_assessment;
pub(crate) use start::blank_client;
pub use storage::{Conflict, Storage};
pub use update::{title_of, update};

use crate::routes::Route;
use crate::words::Words;
use engine::assessment::{Answers, ProtectionId};
use engine::brand::Brand;
use engine::calendar::ZoneTable;
use engine::client::{AgreementRecord, Assessment, Client};
use engine::derivation::Figure;
use engine::quantity::Seconds;
use engine::rubric::{Catalogue, Depth};
use engine::scoring::{Findings, Gap};
use history::History;
use ids::Ids;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Everything the app knows.
#[derive(Clone)]
pub struct Model {
    /// The texts.
    pub words: Words,
    /// Whose tool it is.
    pub brand: Rc<Brand>,
    /// What belongs to the brand: its file, the catalogue below it, the one that is edited.
    pub branding: brand::Branding,
    /// What the page around wishes, in the frame of another page.
    pub embed: Option<embed::Embed>,
    /// What it may know, and answers that a link has brought.
    pub hosted: embed::Hosted,
    /// The release.
    pub version: String,
    /// Whether the page lies on a disk: the browser then keeps work under rules of its own, which the library tells.
    pub on_a_disk: bool,
    /// Today on the person's calendar.
    pub today: chrono::NaiveDate,
    /// The screen.
    pub route: Route,
    /// The place within the screen, from the address.
    pub place: Option<String>,
    /// The theme.
    pub theme: Theme,
    /// The catalogue.
    pub catalogue: Loading<Rc<Catalogue>>,
    /// The assessment being worked on.
    pub open: Open,
    /// Every saved client but the open one, by id.
    pub shelf: BTreeMap<String, Shelved>,
    /// What could not be read and is kept.
    pub aside: Vec<Aside>,
    /// How keeping goes.
    pub storage: Storage,
    /// A newer release.
    pub newer: Newer,
    /// What this device keeps of the page.
    pub device: device::Device,
    /// What follows from the open assessment, once the catalogue is there.
    pub findings: Option<Rc<Results>>,
    /// Offsets of the time zones in use, each zone once.
    pub zones: Vec<ZoneTable>,
    /// Names of zones that were looked up, and that the browser does not know.
    pub unknown_zones: Vec<String>,
    /// The message at the bottom.
    pub notice: Option<Notice>,
    /// How the questions are shown.
    pub showing: Showing,
    /// Commitments being typed that are not valid yet.
    pub drafts: forms::Drafts,
    /// Clients of which a file has brought another state.
    twins: Vec<twins::Twins>,
    /// A locked file that waits for its passphrase.
    pub locked: Option<locked::Waiting>,
    /// How the deck is shown.
    pub presenting: present::Presenting,
    /// What is compared.
    pub comparing: compare::Comparing,
    /// What goes into the papers.
    pub papers: papers::Papers,
    /// What is shared.
    pub sharing: share::Sharing,
    /// What came with a link.
    pub visiting: Option<share::Visit>,
    /// The summary for the firm that offers the tool.
    pub contacting: contact::Contacting,
    /// The page's own address, for links to it; empty = not known.
    pub page_address: String,
    /// Whether the browser hands links over to other apps.
    pub hands_over: bool,
    /// Which saved clients are listed.
    pub listing: Listing,
    /// How the listed clients stand, as far as it was worked out.
    pub statuses: view::library::Statuses,
    /// The downtime calculator.
    pub lab: lab::Lab,
    /// The same as it was before the deck: what is tried out on a slide stays there.
    lab_before: Option<Box<lab::Lab>>,
    /// Counts the events that bring more than news of the simulated years.
    revision: u64,
    history: History,
    ids: Ids,
    language_by: LanguageBy,
    last_open: Option<String>,
    /// The element that had the focus at the entrance.
    focus_first: Option<String>,
    /// The clients that are being written: a second save of one waits for the first.
    saving: BTreeSet<String>,
    /// The clients that were deleted here: a reading of the database that began before must not bring them back.
    removed: BTreeSet<String>,
    /// What was being typed when the page last went away, until the database is open.
    left: Vec<Stored>,
    /// The sample was asked for before the catalogue, which brings it, was there.
    sample_wanted: bool,
}

/// Something that has to be fetched.
#[derive(Clone, Debug, PartialEq)]
pub enum Loading<T> {
    /// On its way.
    Waiting,
    /// Here.
    Ready(T),
    /// Not to be had; with what was wrong, if known.
    Failed(String),
}

impl<T> Loading<T> {
    /// The thing, if it is here.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(thing) => Some(thing),
            Self::Waiting | Self::Failed(_) => None,
        }
    }
}

/// The assessment being worked on: a client, and within it one agreement and one dated assessment.
#[derive(Clone, Debug, Default)]
pub struct Open {
    /// The client.
    pub client: Rc<Client>,
    /// The stored revision that this state grew from; 0 = never stored.
    pub revision: u32,
    /// Whether there are changes that are not stored.
    pub changed: bool,
    /// Which of its agreements and assessments.
    pub chosen: Chosen,
}

/// A saved client that is not open.
#[derive(Clone, Debug)]
pub struct Shelved {
    /// The client.
    pub client: Rc<Client>,
    /// Its stored revision; 0 = never stored.
    pub revision: u32,
    /// Whether it has changes that are not stored.
    pub changed: bool,
}

/// What follows from an assessment.
#[derive(Clone, Debug)]
pub struct Results {
    /// Scores, lines, floors, progress.
    pub findings: Findings,
    /// The exposures, worst first.
    pub gaps: Vec<Gap>,
    /// How long one incident can last, in location-seconds, by the protection whose absence allows it.
    pub incidents: Vec<(ProtectionId, Figure<Seconds>)>,
}

/// A message at the bottom of the page.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What happened.
    pub text: String,
    /// What would take it back.
    pub undo: Option<UndoOffer>,
}

/// What a message offers to take back.
#[derive(Clone, Debug)]
pub enum UndoOffer {
    /// The last change of the open assessment.
    LastChange,
    /// The removal of a client.
    Removed(Shelved),
    /// Keeping what came with a link.
    Kept {
        /// The client that it became.
        id: String,
        /// The client that was open before, if it is kept.
        before: Option<String>,
    },
    /// The removal of a part from the chain, with its place there.
    ChainPart(usize, Box<lab::ChainPart>),
}

/// Which saved clients are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Search words.
    pub search: String,
    /// Those put away, in place of the others.
    pub archived: bool,
    /// As many clients at most: with hundreds, every letter typed would draw them all.
    pub clients: usize,
    /// As many dates at most.
    pub dates: usize,
}

impl Listing {
    /// As many clients are shown at first, and more at a time.
    pub const CLIENTS: usize = 50;
    /// As many dates.
    pub const DATES: usize = 20;
}

impl Default for Listing {
    fn default() -> Self {
        Self {
            search: String::new(),
            archived: false,
            clients: Self::CLIENTS,
            dates: Self::DATES,
        }
    }
}

/// How the questions are shown.
#[derive(Clone, Debug, Default)]
pub struct Showing {
    /// How thorough; the quick check stands above it in any case.
    pub depth: Option<Depth>,
    /// Which of them.
    pub filter: Filter,
    /// Questions that matched the filter when it was chosen and were answered since: they stay, so that nothing jumps away.
    pub held: Vec<ProtectionId>,
    /// Questions whose details are open.
    pub details: Vec<ProtectionId>,
    /// The figure whose derivation is open.
    pub figure: Option<String>,
    /// Points in the readiness sheet, by the id of what to listen for.
    pub readiness: Vec<(String, u8)>,
    /// Search words.
    pub search: String,
    /// Whether all gaps are listed, or the first ones only.
    pub all_gaps: bool,
}

impl Model {
    /// The agreement being worked on.
    pub fn record(&self) -> Option<&AgreementRecord> {
        self.open.chosen.record(&self.open.client)
    }

    /// The assessment being worked on.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.open.chosen.assessment(&self.open.client)
    }

    /// The answers being worked on.
    pub fn answers(&self) -> &Answers {
        static NONE: std::sync::OnceLock<Answers> = std::sync::OnceLock::new();
        match self.assessment() {
            Some(assessment) => &assessment.answers,
            None => NONE.get_or_init(Answers::default),
        }
    }

    /// The same as long as nothing but news of the simulated years has come: what they leave as it is need not be drawn again.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether the last change can be taken back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether it can be made again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }
}

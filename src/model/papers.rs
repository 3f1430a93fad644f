//! Papers made of the open assessment: which one is shown, what goes into it, and as which file it leaves.

use super::view::report;
use super::{Download, Effect, Model};
use crate::routes::Route;
use crate::text::report as text;
use crate::words::Text;
use engine::report::document::PageSize;
use engine::report::{csv, docx, markdown};

/// A paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// One page for anyone.
    #[default]
    Summary,
    /// Everything.
    Full,
    /// One page for a board.
    Board,
    /// The requests to the provider.
    Letter,
    /// The clauses, to work on.
    Schedule,
}

impl Paper {
    /// Every paper.
    pub const ALL: [Self; 5] = [
        Self::Summary,
        Self::Full,
        Self::Board,
        Self::Letter,
        Self::Schedule,
    ];

    /// Its name in the address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Summary => "one-page",
            Self::Full => "full",
            Self::Board => "board",
            Self::Letter => "letter",
            Self::Schedule => "schedule",
        }
    }

    /// Its name.
    pub const fn name(self) -> Text {
        match self {
            Self::Summary => text::PAPER_SUMMARY,
            Self::Full => text::PAPER_FULL,
            Self::Board => text::PAPER_BOARD,
            Self::Letter => text::PAPER_LETTER,
            Self::Schedule => text::PAPER_SCHEDULE,
        }
    }

    /// Whom it is for.
    pub const fn purpose(self) -> Text {
        match self {
            Self::Summary => text::PAPER_SUMMARY_FOR,
            Self::Full => text::PAPER_FULL_FOR,
            Self::Board => text::PAPER_BOARD_FOR,
            Self::Letter => text::PAPER_LETTER_FOR,
            Self::Schedule => text::PAPER_SCHEDULE_FOR,
        }
    }

    const fn file(self) -> Text {
        match self {
            Self::Summary => text::FILE_SUMMARY,
            Self::Full => text::FILE_FULL,
            Self::Board => text::FILE_BOARD,
            Self::Letter => text::FILE_LETTER,
            Self::Schedule => text::FILE_SCHEDULE,
        }
    }

    /// Whether the person decides how many requests go into it.
    pub const fn reaches(self) -> bool {
        matches!(self, Self::Letter | Self::Schedule)
    }

    /// Whether notes and quotations can go into it.
    pub const fn noted(self) -> bool {
        matches!(self, Self::Full)
    }
}

/// How many requests go into a paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// The ten that weigh most.
    #[default]
    First,
    /// Must-haves.
    MustHaves,
    /// All.
    All,
}

impl Reach {
    /// Each with its key and its name.
    pub const NAMED: [(&'static str, Self, Text); 3] = [
        ("first", Self::First, text::REACH_FIRST),
        ("must", Self::MustHaves, text::REACH_MUST),
        ("all", Self::All, text::REACH_ALL),
    ];
}

/// The sizes of paper, each with its key and its name.
pub const SIZES: [(&str, PageSize, Text); 2] = [
    ("letter", PageSize::Letter, text::SIZE_LETTER),
    ("a4", PageSize::A4, text::SIZE_A4),
];

/// What goes into the papers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Papers {
    /// How many requests.
    pub reach: Reach,
    /// The size of the paper.
    pub size: PageSize,
    /// Whether notes and quotations: no, until somebody says so, as they are often not meant for others.
    pub notes: bool,
}

/// A file that is made of the assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The paper, to be edited.
    Word,
    /// The paper as plain text with marks.
    Markdown,
    /// Every answer as a table.
    Answers,
    /// Every figure as a table.
    Figures,
    /// Everything for a program.
    Json,
}

/// Something with the papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperEvent {
    /// Show another one.
    Choose(Paper),
    /// How many requests go into it.
    Reach(Reach),
    /// The size of the paper.
    Size(PageSize),
    /// Whether notes and quotations go into it.
    Notes(bool),
    /// Make a file.
    Take(Take),
}

/// A table that a spreadsheet reads: other letters than ASCII are read wrongly without the mark.
const TABLE: csv::Format = csv::Format {
    byte_order_mark: true,
    separator: csv::Separator::Comma,
};

impl Model {
    /// The paper that is shown: the one that the address names.
    pub fn paper(&self) -> Paper {
        let place = self.place.as_deref();
        let named = |paper: &Paper| Some(paper.key()) == place;
        let found = Paper::ALL.into_iter().find(named);
        found.unwrap_or_default()
    }

    pub(super) fn papers(&mut self, event: PaperEvent) -> Vec<Effect> {
        match event {
            PaperEvent::Choose(paper) => {
                let address = [Route::Report.hash(), "/", paper.key()].concat();
                return vec![Effect::GoToPlace(address)];
            }
            PaperEvent::Reach(reach) => self.papers.reach = reach,
            PaperEvent::Size(size) => self.papers.size = size,
            PaperEvent::Notes(notes) => self.papers.notes = notes,
            PaperEvent::Take(what) => return self.take(what),
        }
        Vec::new()
    }

    fn take(&mut self, what: Take) -> Vec<Effect> {
        let Some(file) = self.taken(what) else {
            return Vec::new();
        };
        let text = self.words.fill(text::GET_MADE, &[("file", &file.name)]);
        let mut effects = vec![Effect::Download(file)];
        effects.extend(self.say(text, None));
        effects
    }

    /// The file, once there is something to make it of.
    fn taken(&self, what: Take) -> Option<Download> {
        let paper = self.paper();
        let named = |name: Text, ending: &str| {
            let stem = super::files::file_stem(&self.open.client.name);
            let day = self.today.to_string();
            [&stem, "-", self.words.get(name), "-", &day, ending].concat()
        };
        Some(match what {
            Take::Word => Download::bytes(
                named(paper.file(), ".docx"),
                docx::MIME,
                docx::write(&report::paper(self, paper)?),
            ),
            Take::Markdown => Download::text(
                named(paper.file(), ".md"),
                "text/markdown",
                markdown::write(&report::paper(self, paper)?),
            ),
            Take::Answers => Download::text(
                named(text::FILE_ANSWERS, ".csv"),
                "text/csv",
                csv::write(&report::answers_table(self)?, TABLE),
            ),
            Take::Figures => Download::text(
                named(text::FILE_FIGURES, ".csv"),
                "text/csv",
                csv::write(&report::figures_table(self)?, TABLE),
            ),
            Take::Json => Download::text(
                named(text::FILE_RESULTS, ".json"),
                "application/json",
                report::results_json(self)?,
            ),
        })
    }
}

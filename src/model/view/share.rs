//! The part that shares: the ticks, the link with its size, the code.

use crate::format;
use crate::model::Model;
use crate::model::share::{MAIL, QR};
use crate::text::share as text;
use engine::link::Includes;

/// What can be ticked.
pub struct TickView {
    /// Unique on the page.
    pub id: &'static str,
    /// What it is.
    pub label: &'static str,
    /// More about it.
    pub hint: &'static str,
    /// Whether it is ticked.
    pub ticked: bool,
    /// What goes along once it is turned over.
    pub turned: Includes,
}

/// The link.
pub enum LinkView {
    /// There is nothing to share yet.
    Nothing,
    /// The page lies on a disk: no link leads to it.
    Nowhere,
    /// More than a link can hold.
    TooLarge,
    /// It is made.
    Made {
        /// The whole address.
        address: String,
        /// Its size and what that means, in words.
        size: String,
        /// Whether it fits a code that a phone can read.
        fits_code: bool,
    },
}

/// What can be ticked.
pub fn ticks(model: &Model) -> [TickView; 3] {
    let (words, with) = (model.words, model.sharing.with);
    let names = !with.names;
    let notes = !with.notes;
    let progress = !with.progress;
    [
        TickView {
            id: "share-names",
            label: words.get(text::WITH_NAMES),
            hint: words.get(text::WITH_NAMES_HINT),
            ticked: with.names,
            turned: Includes { names, ..with },
        },
        TickView {
            id: "share-notes",
            label: words.get(text::WITH_NOTES),
            hint: words.get(text::WITH_NOTES_HINT),
            ticked: with.notes,
            turned: Includes { notes, ..with },
        },
        TickView {
            id: "share-progress",
            label: words.get(text::WITH_PROGRESS),
            hint: words.get(text::WITH_PROGRESS_HINT),
            ticked: with.progress,
            turned: Includes { progress, ..with },
        },
    ]
}

/// The link as it stands.
pub fn link(model: &Model) -> LinkView {
    let words = model.words;
    if !model.has_results() {
        return LinkView::Nothing;
    }
    match model.link() {
        None => LinkView::Nowhere,
        Some(Err(_)) => LinkView::TooLarge,
        Some(Ok(address)) => {
            let length = address.chars().count();
            let whole = |n: usize| format::whole(words, n as u64);
            let size = words.fill(text::LINK_SIZE, &[("n", &whole(length))]);
            let advice = if length <= MAIL {
                words.get(text::LINK_FITS).to_owned()
            } else {
                words.fill(text::LINK_LONG, &[("n", &whole(MAIL))])
            };
            LinkView::Made {
                fits_code: address.len() <= QR,
                size: [&size, " ", &advice].concat(),
                address,
            }
        }
    }
}

//! Pasting from a spreadsheet.

use super::super::{FormEvent, PasteUse};
use super::Button;
use crate::model::Model;
use crate::text::commitments as text;
use engine::archive::limits;

/// Wrong cells that are shown at once.
const TROUBLES: usize = 10;

/// Pasting from a spreadsheet.
pub struct PasteView {
    /// What was pasted.
    pub text: String,
    /// How much of it was read; empty = nothing was pasted.
    pub found: String,
    /// How many cells were not read; empty = none.
    pub wrong: String,
    /// The first of them.
    pub troubles: Vec<String>,
    /// What can be done with it.
    pub buttons: Vec<Button>,
}

/// Pasting from a spreadsheet.
pub fn paste(model: &Model) -> PasteView {
    let words = model.words;
    let Some(pasted) = &model.drafts.pasted else {
        return PasteView {
            text: String::new(),
            found: String::new(),
            wrong: String::new(),
            troubles: Vec::new(),
            buttons: Vec::new(),
        };
    };
    let (rows, wrong) = (pasted.rows().len() as u64, pasted.trouble_count() as u64);
    let mut buttons = Vec::new();
    let mut found = words.count(rows, text::PASTE_FOUND_ONE, text::PASTE_FOUND_MANY);
    if rows > 0 {
        let mut offer = |label, how| {
            buttons.push(Button {
                label: words.get(label).to_owned(),
                event: FormEvent::PasteUsed(how),
            });
        };
        let present = model.open.client.organization.locations.named();
        if present.is_empty() {
            offer(text::PASTE_USE, PasteUse::Replace);
        } else {
            offer(text::PASTE_REPLACE, PasteUse::Replace);
            if pasted.rows().len() + present.len() <= limits::ENTRIES {
                offer(text::PASTE_APPEND, PasteUse::Append);
            } else {
                let limit = crate::format::whole(words, limits::ENTRIES as u64);
                found.push(' ');
                found.push_str(&words.fill(text::PASTE_FULL, &[("limit", &limit)]));
            }
        }
    }
    PasteView {
        text: pasted.text().to_owned(),
        found,
        wrong: if wrong == 0 {
            String::new()
        } else {
            words.count(wrong, text::PASTE_WRONG_ONE, text::PASTE_WRONG_MANY)
        },
        troubles: pasted.troubles(words, TROUBLES),
        buttons,
    }
}

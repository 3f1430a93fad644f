//! Sharing: what of the open assessment leaves, as a link or as a file, and what comes with a link.

mod visit;

pub use visit::Visit;

use super::{Download, Effect, Model, files};
use crate::routes::Route;
use crate::text::share as words;
use engine::assessment::{ProtectionId, Response};
use engine::client::Client;
use engine::link::{self, Includes, LinkError};
use engine::scoring::{Item, Mark, Origin};

/// Characters of a link that every mail program carries: the shortest limit among those in use is 2,083.
pub const MAIL: usize = 2_000;
/// Bytes of a link whose QR code (version 26 of 40) a phone still reads from a projector.
pub const QR: usize = 1_300;
/// The place of the sharing part on the screen of the papers.
pub const PLACE: &str = "share";

/// What is shared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// What goes with the answers.
    pub with: Includes,
    /// Whether the answers go alone, without the promises.
    pub short: bool,
}

/// Something with sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareEvent {
    /// Other things go along.
    With(Includes),
    /// Answers alone, or with the promises.
    Short(bool),
    /// Hand the link to another app.
    Send,
    /// The browser did not hand it over.
    NotSent,
    /// The same as a file.
    Take,
    /// Keep what came with a link.
    Keep,
    /// Compare it with the open assessment.
    Compare,
}

impl Model {
    pub(super) fn share(&mut self, event: ShareEvent) -> Vec<Effect> {
        match event {
            ShareEvent::With(with) => self.sharing.with = with,
            ShareEvent::Short(short) => self.sharing.short = short,
            ShareEvent::Send => {
                let title = self.words.get(words::LINK_SEND_TITLE).to_owned();
                let link = self.link().and_then(Result::ok);
                return link
                    .map(|address| Effect::HandOver { title, address })
                    .into_iter()
                    .collect();
            }
            ShareEvent::NotSent => {
                return self.say(self.words.get(words::LINK_NOT_SENT).to_owned(), None);
            }
            ShareEvent::Take => {
                return self
                    .shared_file()
                    .map(Effect::Download)
                    .into_iter()
                    .collect();
            }
            ShareEvent::Keep => return self.keep_visit(),
            ShareEvent::Compare => return self.compare_visit(),
        }
        Vec::new()
    }

    /// What leaves of the open assessment.
    pub fn leaving_with(&self, short: bool) -> Option<Client> {
        let (client, with) = (&self.open.client, self.sharing.with);
        let (record, assessment) = (self.record()?, self.assessment()?);
        if !short {
            return Some(link::chosen(client, record, assessment, with));
        }
        let results = self.findings.as_ref()?;
        let decided = results.findings.items.iter().filter_map(decided);
        Some(link::answers_only(
            client, record, assessment, decided, with,
        ))
    }

    /// The link; `None` before there is anything to share, or where a link would lead nowhere.
    pub fn link(&self) -> Option<Result<String, LinkError>> {
        if self.page_address.is_empty() || self.on_a_disk {
            return None;
        }
        let leaves = self.leaving_with(self.sharing.short)?;
        let address =
            |text: String| [&self.page_address, Route::Shared.hash(), "/", &text].concat();
        Some(link::write(&leaves).map(address))
    }

    /// The same as a file. It keeps the client's id, so that a later one is known as another state of the same client.
    fn shared_file(&self) -> Option<Download> {
        let leaves = Client {
            id: self.open.client.id.clone(),
            ..self.leaving_with(false)?
        };
        let named = if self.sharing.with.names {
            &self.open.client.name
        } else {
            ""
        };
        Some(files::client_file(self, &leaves, named))
    }
}

/// An answer that the promises decide.
fn decided(item: &Item) -> Option<(ProtectionId, Response)> {
    match (&item.origin, item.mark()) {
        (Origin::Derived(_), Some(Mark::Answered(answer))) => {
            Some((item.id, Response::Answered(answer)))
        }
        _ => None,
    }
}

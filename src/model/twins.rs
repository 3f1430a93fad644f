//! A file that brings a client which is here already, changed differently: both are kept, shown side by side, and the
//! person decides. Nothing is merged.

use super::{Effect, LibraryEvent, Model};
use crate::routes::Route;
use crate::text::storage as words;
use engine::client::Client;
use std::rc::Rc;

/// Two states of one client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twins {
    /// The client that was here.
    pub here: String,
    /// The one from the file, under an id of its own.
    pub brought: String,
    /// The name that it has in the file.
    pub name: String,
    /// The file.
    pub file: String,
}

/// What the person decides about two states of one client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TwinEvent {
    /// See what differs.
    Look,
    /// Keep both, each by itself.
    Both,
    /// Keep what was here, and delete what the file brought.
    Here,
    /// Keep what the file brought, and delete what was here.
    Brought,
}

impl Model {
    /// The two states that wait for a decision, if both are still there.
    pub fn twins(&self) -> Option<&Twins> {
        let there = |id: &String| self.client_of(id).is_some();
        self.twins
            .iter()
            .find(|twins| there(&twins.here) && there(&twins.brought))
    }

    /// The client to compare the open one with: what came with a link, or its own other state.
    pub fn other_state(&self) -> Option<&Rc<Client>> {
        if let Some(visited) = self.compared_visit() {
            return Some(visited);
        }
        let open = &self.open.client.id;
        let twins = self.twins()?;
        if *open == twins.here {
            self.client_of(&twins.brought)
        } else if *open == twins.brought {
            self.client_of(&twins.here)
        } else {
            None
        }
    }

    /// A client of the library, open or not.
    pub(super) fn client_of(&self, id: &str) -> Option<&Rc<Client>> {
        if self.open.client.id == id {
            return Some(&self.open.client);
        }
        self.shelf.get(id).map(|shelved| &shelved.client)
    }

    pub(super) fn twin(&mut self, event: TwinEvent) -> Vec<Effect> {
        let Some(twins) = self.twins().cloned() else {
            return Vec::new();
        };
        if event == TwinEvent::Look {
            let mut effects = self.open_client(&twins.brought);
            self.comparing = super::compare::Comparing::default();
            effects.push(Effect::GoTo(Route::Compare));
            return effects;
        }
        self.twins.retain(|other| *other != twins);
        match event {
            TwinEvent::Look | TwinEvent::Both => Vec::new(),
            TwinEvent::Here => {
                let mut effects = self.open_client(&twins.here);
                effects.extend(self.remove(&twins.brought, words::TWINS_KEPT_HERE));
                effects
            }
            TwinEvent::Brought => {
                let mut effects = self.open_client(&twins.brought);
                // It is the only one now, and gets its own name back.
                Rc::make_mut(&mut self.open.client).name = twins.name;
                self.open.changed = true;
                effects.push(Effect::SaveSoon);
                effects.extend(self.remove(&twins.here, words::TWINS_KEPT_BROUGHT));
                effects
            }
        }
    }

    fn open_client(&mut self, id: &str) -> Vec<Effect> {
        if self.open.client.id == id {
            return Vec::new();
        }
        self.library(LibraryEvent::Open(id.to_owned()))
    }
}

//! What came with a link: looked at as a visitor, kept as a copy, or compared. It replaces nothing.

use crate::model::view::results::{Stage, stage};
use crate::model::{Effect, Model, Open, Showing, UndoOffer, compare, library::shown_name};
use crate::routes::Route;
use crate::text::share as words;
use engine::archive::limits;
use engine::client::Client;
use engine::link::{self, LinkError};
use std::rc::Rc;

/// What came with a link.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The text of the link, to know it again.
    text: Rc<str>,
    /// What is in it.
    pub client: Result<Rc<Client>, LinkError>,
    /// Whether it stands beside the open assessment.
    compared: bool,
}

impl Model {
    /// Opens what came with a link; false if it is the one that is open already.
    pub(in crate::model) fn visit(&mut self, text: &str) -> bool {
        if self.visiting.as_ref().is_some_and(|of| *of.text == *text) {
            return false;
        }
        self.visiting = Some(Visit {
            text: text.into(),
            client: link::read(text).map(Rc::new),
            compared: false,
        });
        true
    }

    /// The client that came with a link.
    fn visited(&self) -> Option<&Rc<Client>> {
        self.visiting.as_ref()?.client.as_ref().ok()
    }

    /// The same as far as it is being compared.
    pub(in crate::model) fn compared_visit(&self) -> Option<&Rc<Client>> {
        let compared = self.visiting.as_ref().is_some_and(|of| of.compared);
        self.visited().filter(|_| compared)
    }

    /// The model as if that were being worked on: what the screens of results are made from.
    pub fn as_visitor(&self) -> Option<Self> {
        let client = self.visited()?.clone();
        let mut visitor = self.clone();
        visitor.open = Open {
            client,
            ..Open::default()
        };
        visitor.showing = Showing::default();
        visitor.findings = None;
        visitor.evaluate();
        Some(visitor)
    }

    /// Whether there is anything to compare it with.
    pub fn has_results(&self) -> bool {
        matches!(stage(self), Stage::Ready(..))
    }

    /// It becomes a client of the library like any other, under an id of its own, and is opened.
    pub(super) fn keep_visit(&mut self) -> Vec<Effect> {
        let Some(client) = self.visited().cloned() else {
            return Vec::new();
        };
        let before = self.open_is_kept().then(|| self.open.client.id.clone());
        let id = self.ids.next('c');
        let name = match client.name.trim() {
            "" => {
                let date = crate::format::day(self.words, self.today);
                self.words.fill(words::SHARED_KEPT_NAME, &[("date", &date)])
            }
            _ => self.renamed(words::SHARED_KEPT_NAMED, &client.name),
        };
        let kept = Client {
            id: id.clone(),
            name: limits::fitting(&name).to_owned(),
            ..(*client).clone()
        };
        let mut effects = self.show(kept, 0);
        self.open.changed = true;
        effects.extend([Effect::SaveSoon, Effect::GoTo(Route::Results)]);
        let said = self.words.fill(words::SHARED_KEPT, &[("name", &name)]);
        effects.extend(self.say(said, Some(UndoOffer::Kept { id, before })));
        effects
    }

    /// Takes the copy back, and opens what was open before.
    pub(in crate::model) fn unkeep_visit(&mut self, id: &str, before: Option<&str>) -> Vec<Effect> {
        let mut effects = self.remove(id, words::SHARED_REMOVED);
        if let Some(before) = before.filter(|before| self.shelf.contains_key(*before)) {
            effects.extend(self.open_shelved(before));
        }
        effects
    }

    pub(super) fn compare_visit(&mut self) -> Vec<Effect> {
        match &mut self.visiting {
            Some(visit) if visit.client.is_ok() => visit.compared = true,
            _ => return Vec::new(),
        }
        self.comparing = compare::Comparing::default();
        let zones = self.as_visitor().and_then(|of| of.wanted_zones());
        zones
            .into_iter()
            .chain([Effect::GoTo(Route::Compare)])
            .collect()
    }

    /// Leaving the comparison for something else ends it: the next one begins with one's own agreements.
    pub(in crate::model) fn end_comparison(&mut self, before: Route) {
        if before == Route::Compare
            && let Some(visit) = &mut self.visiting
            && std::mem::take(&mut visit.compared)
        {
            self.comparing = compare::Comparing::default();
        }
    }

    /// What a column calls the other client: one that came with a link has a name only if it was sent along.
    pub(in crate::model) fn other_name(&self, other: &Client) -> String {
        if self.compared_visit().is_none() {
            return shown_name(self.words, &other.name);
        }
        match other.name.trim() {
            "" => self.words.get(words::SHARED_COLUMN).to_owned(),
            name => self
                .words
                .fill(words::SHARED_COLUMN_NAMED, &[("name", name)]),
        }
    }
}

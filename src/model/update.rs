//! The one place where the model changes.

use super::{Edit, Effect, Event, Loading, Model, Notice, Theme, UndoOffer, ViewEvent, share};
use crate::routes::Route;
use crate::text::{common as words, routes as titles};
use crate::words::Text;
use engine::client::Client;
use std::rc::Rc;

/// Changes the model by one event and says what has to be done outside.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    if event.may_change_the_years() {
        model.revision = model.revision.wrapping_add(1);
    }
    let before = (model.route, model.open.client.clone());
    let mut effects = changed_by(model, event);
    // The deck is called like its client, whoever changes the name.
    let named = |name: &str| super::library::shown_name(model.words, name);
    let (name, now) = (named(&before.1.name), named(&model.open.client.name));
    if (before.0, model.route) == (Route::Present, Route::Present) && name != now {
        effects.push(Effect::ClientTitle(now));
    }
    effects.extend(model.for_the_host());
    // Whatever it was that the newer release had to wait for.
    effects.extend(model.use_newer());
    effects
}

fn changed_by(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Started => model.started(),
        Event::CatalogueArrived(outcome) => model.catalogue_arrived(outcome),
        Event::Brand(event) => model.brand(event),
        Event::CatalogueWanted => {
            model.catalogue = Loading::Waiting;
            vec![Effect::LoadCatalogue(model.words.language())]
        }
        Event::StoreOpened(outcome) => {
            let mut effects = model.store_opened(outcome);
            effects.extend(model.settle_offered());
            effects
        }
        Event::StoreFailed(problem) => model.store_failed(problem),
        Event::SaveDue => model.save_now(),
        Event::Leaving => model.leaving(),
        Event::Saved { id, outcome } => model.saved(&id, outcome),
        Event::Newer(event) => model.newer(event),
        Event::Device(event) => model.device(event),
        Event::OtherTabSaved { id, revision } => model.other_tab_saved(&id, revision),
        Event::ErasedElsewhere => model.forget_everything(),
        Event::ZonesArrived { asked, tables } => {
            for table in tables {
                if model.zone_named(table.name()).is_none() {
                    model.zones.push(table);
                }
            }
            for name in asked {
                if model.is_new_zone(&name) {
                    model.unknown_zones.push(name);
                }
            }
            Vec::new()
        }
        Event::RouteChanged(address) => model.go(&address),
        Event::Copied(worked) => model.copied(worked),
        Event::Edited(edit) => model.edit(edit),
        Event::Form(event) => model.form(event),
        Event::Lab(event) => model.lab(event),
        // What they would change is not on the screen.
        Event::Undo | Event::Redo if model.route == Route::Shared => Vec::new(),
        Event::Undo => model.undo(),
        Event::Redo => model.redo(),
        Event::Library(event) => model.library(event),
        Event::Versions(event) => model.versions(event),
        Event::Twin(event) => model.twin(event),
        Event::Lock(event) => model.lock(event),
        Event::Compare(event) => model.compare(event),
        Event::Language(event) => model.language_event(&event),
        Event::Paper(event) => model.papers(event),
        Event::Share(event) => model.share(event),
        Event::Contact(event) => model.contact(event),
        Event::Present(event) => model.present(event),
        Event::Embed(event) => model.embed(event),
        Event::View(event) => model.view(event),
        Event::FileOpened(file) => model.file_opened(file),
        Event::CopyWanted(text) => vec![Effect::Copy(text)],
        Event::PrintWanted => vec![Effect::Print],
        Event::ThemeChosen(theme) => model.choose_theme(theme),
        Event::NoticeDismissed => {
            model.notice = None;
            Vec::new()
        }
        Event::NoticeUndone => model.undo_notice(),
    }
}

impl Model {
    fn started(&mut self) -> Vec<Effect> {
        let mut effects = vec![
            Effect::ShowTheme(self.theme),
            if self.branding.is_here {
                Effect::ShowBrand(self.brand.clone())
            } else {
                Effect::LoadBrand
            },
            self.title(),
            Effect::OpenStore,
            Effect::LoadCatalogue(self.words.language()),
        ];
        // Who reads a strip of somebody's page has not asked to keep all of it.
        if self.embed.is_none() {
            effects.push(Effect::KeepRelease);
        }
        if !self.has(self.route) {
            effects.push(Effect::GoTo(Route::default()));
        }
        effects.extend(self.brand_speaks());
        effects.extend(self.measured());
        effects.extend(self.focus_first.take().map(Effect::Focus));
        effects
    }

    pub(super) fn go(&mut self, address: &str) -> Vec<Effect> {
        if let Some(effects) = self.answers_arrived(address) {
            return effects;
        }
        let (route, place) = Route::parse(address);
        let (route, place) = if self.has(route) {
            (route, place)
        } else {
            (Route::default(), None)
        };
        let before = self.route;
        let moved = route != before;
        let other_link = self.arrive(route, place);
        if moved {
            self.end_comparison(before);
        }
        self.showing.figure = None;
        // What was said on the last screen is old news; an offer to take something back stays.
        if moved
            && self
                .notice
                .as_ref()
                .is_some_and(|notice| notice.undo.is_none())
        {
            self.notice = None;
        }
        self.reveal();
        let deck = self.deck_reached(before);
        let focus = match &self.place {
            // The place names a paper, which has no element of its own.
            Some(place) if route == Route::Report && place != share::PLACE => {
                moved.then(|| "page-title".to_owned())
            }
            _ if route == Route::Present => None,
            Some(place) => Some(place.clone()),
            None => (moved || other_link).then(|| "page-title".to_owned()),
        };
        let mut effects = vec![self.title()];
        effects.extend(focus.map(Effect::Focus));
        effects.extend(deck);
        if moved {
            self.device.request = super::device::Request::None;
            effects.extend(self.measured());
        }
        effects
    }

    /// Goes to a screen and the place in it. What stands there in a shared link is its content; whether that is another one
    /// than was open.
    pub(super) fn arrive(&mut self, route: Route, place: Option<&str>) -> bool {
        self.route = route;
        let shared = route == Route::Shared;
        self.place = place.filter(|_| !shared).map(str::to_owned);
        shared && self.visit(place.unwrap_or_default())
    }

    pub(super) fn title(&self) -> Effect {
        if self.route == Route::Present {
            let name = &self.open.client.name;
            return Effect::ClientTitle(super::library::shown_name(self.words, name));
        }
        Effect::Title(title_of(self.route))
    }

    fn copied(&mut self, worked: bool) -> Vec<Effect> {
        let text = self.words.get(if worked {
            words::COPIED
        } else {
            words::NOT_COPIED
        });
        self.say(text.to_owned(), None)
    }

    /// Shows a message at the bottom and says it to a screen reader.
    pub(super) fn say(&mut self, text: String, undo: Option<UndoOffer>) -> Vec<Effect> {
        self.notice = Some(Notice {
            text: text.clone(),
            undo,
        });
        vec![Effect::Announce(text)]
    }

    /// Changes the open client as one step that can be taken back, and does what every change asks for.
    pub(super) fn change(
        &mut self,
        key: Option<String>,
        edit: impl FnOnce(&mut Client),
    ) -> Vec<Effect> {
        let mut client = self.open.client.clone();
        edit(Rc::make_mut(&mut client));
        self.changed_to(client, key)
    }

    fn changed_to(&mut self, client: Rc<Client>, key: Option<String>) -> Vec<Effect> {
        if client == self.open.client {
            return Vec::new();
        }
        let before = std::mem::replace(&mut self.open.client, client);
        self.history.note(before, key);
        self.after_change()
    }

    /// What follows every change of the open client: it is evaluated, and saved when typing pauses.
    pub(super) fn after_change(&mut self) -> Vec<Effect> {
        self.open.changed = true;
        self.evaluate();
        let mut effects = vec![Effect::SaveSoon];
        effects.extend(self.wanted_zones());
        effects
    }

    fn undo(&mut self) -> Vec<Effect> {
        match self.history.undo(self.open.client.clone()) {
            Some(before) => self.restore(before, words::UNDONE),
            None => Vec::new(),
        }
    }

    fn redo(&mut self) -> Vec<Effect> {
        match self.history.redo(self.open.client.clone()) {
            Some(after) => self.restore(after, words::REDONE),
            None => Vec::new(),
        }
    }

    fn restore(&mut self, client: std::rc::Rc<engine::client::Client>, said: Text) -> Vec<Effect> {
        // A step back must not lead out of this client: after a conflict its copy has an id of its own.
        let mut client = client;
        if client.id != self.open.client.id {
            std::rc::Rc::make_mut(&mut client)
                .id
                .clone_from(&self.open.client.id);
        }
        self.open.client = client;
        self.drafts.clear();
        let mut effects = self.after_change();
        effects.push(Effect::Announce(self.words.get(said).to_owned()));
        effects
    }

    fn undo_notice(&mut self) -> Vec<Effect> {
        match self.notice.take().and_then(|notice| notice.undo) {
            Some(UndoOffer::LastChange) => self.undo(),
            Some(UndoOffer::Removed(shelved)) => {
                let id = shelved.client.id.clone();
                self.removed.remove(&id);
                self.shelf.insert(
                    id,
                    super::Shelved {
                        revision: 0,
                        changed: true,
                        ..shelved
                    },
                );
                let mut effects = self.save_now();
                effects.push(Effect::Announce(self.words.get(words::UNDONE).to_owned()));
                effects
            }
            Some(UndoOffer::Kept { id, before }) => self.unkeep_visit(&id, before.as_deref()),
            Some(UndoOffer::ChainPart(at, part)) => self.part_back(at, *part),
            None => Vec::new(),
        }
    }

    fn choose_theme(&mut self, theme: Theme) -> Vec<Effect> {
        self.theme = theme;
        vec![
            Effect::ShowTheme(theme),
            Effect::Remember(super::Setting::Theme, theme.key().to_owned()),
        ]
    }

    fn view(&mut self, event: ViewEvent) -> Vec<Effect> {
        let showing = &mut self.showing;
        match event {
            ViewEvent::Depth(depth) => {
                showing.depth = if showing.depth == Some(depth) {
                    None
                } else {
                    Some(depth)
                };
                self.hold();
            }
            ViewEvent::Filter(filter) => {
                showing.filter = filter;
                self.hold();
            }
            ViewEvent::Search(search) => {
                showing.search = search;
                self.hold();
            }
            ViewEvent::Details(id) => {
                let open = showing.details.len();
                showing.details.retain(|other| *other != id);
                if showing.details.len() == open {
                    showing.details.push(id);
                }
            }
            ViewEvent::Figure(figure) => {
                showing.figure = if showing.figure == figure {
                    None
                } else {
                    figure
                }
            }
            ViewEvent::Readiness(id, points) => {
                showing.readiness.retain(|(of, _)| *of != id);
                showing.readiness.push((id, points));
            }
            ViewEvent::AllGaps => showing.all_gaps = !showing.all_gaps,
        }
        Vec::new()
    }
}

/// What makes two edits in a row one step of undo; `None` = always a step of its own.
pub(super) fn step_key(edit: &Edit) -> Option<String> {
    let (letter, id) = match edit {
        Edit::ClientName(_) => return Some("name".to_owned()),
        Edit::PreparedBy(_) => return Some("by".to_owned()),
        Edit::Reason(_) => return Some("why".to_owned()),
        Edit::Response(..) | Edit::AskState(..) | Edit::Weight(..) => return None,
        Edit::NotApplicableBecause(id, _) => ("because", id),
        Edit::Note(id, _) => ("note", id),
        Edit::Quote(id, _) => ("quote", id),
        Edit::QuotePlace(id, _) => ("place", id),
        Edit::AskOwner(id, _) => ("owner", id),
        Edit::AskCounter(id, _) => ("counter", id),
    };
    Some([letter, &id.to_string()].concat())
}

/// The name of a screen.
pub fn title_of(route: Route) -> Text {
    match route {
        Route::Assess => titles::ASSESS,
        Route::Commitments => titles::COMMITMENTS,
        Route::Results => titles::RESULTS,
        Route::Compare => titles::COMPARE,
        Route::Report => titles::REPORT,
        Route::Present => titles::PRESENT,
        Route::Shared => titles::SHARED,
        Route::Downtime => titles::DOWNTIME,
        Route::Response => titles::RESPONSE,
        Route::Chain => titles::CHAIN,
        Route::Library => titles::LIBRARY,
        Route::Learn => titles::LEARN,
        Route::Method => titles::METHOD,
        Route::Brand => titles::BRAND,
    }
}

//! The only callers of the browser: they carry out effects and answer with events.

mod aids;
mod brand;
mod deck;
mod files;
pub mod handover;
mod host;
mod intl;
pub mod language;
mod lock;
mod net;
mod pointer;
mod release;
mod rescue;
mod room;
mod settings;
mod share;
mod store;
mod tabs;
mod worker;
mod years;
mod zones;

use crate::model::{Effect, Event, Start};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

pub use aids::{focus_now, fresh_root, random_seed, today};
pub use brand::{load_for_entrance as load_entrance_brand, picked_logo};
pub use files::{file_text, picked_file};
pub use host::begin as begin_in_a_frame;
pub use host::embed;
pub use pointer::pressed_at;
pub use rescue::guard_against_panics;
pub use worker::listen as listen_for_years;

/// How long typing has to pause before it is saved, in milliseconds.
const SAVE_PAUSE: u32 = 400;

/// Everything outside the model.
pub struct Browser {
    send: Callback<Event>,
    store: Rc<RefCell<store::Store>>,
    tabs: Option<tabs::Tabs>,
    pending_save: Option<Timeout>,
    years: years::Years,
    release: release::Release,
    brand: String,
    _listeners: Vec<gloo::events::EventListener>,
}

impl Browser {
    /// Begins to listen to the page; everything it hears goes to `send`.
    pub fn new(send: Callback<Event>) -> Self {
        Self {
            tabs: tabs::Tabs::new(send.clone()),
            store: Rc::default(),
            years: years::Years::new(send.clone()),
            release: release::Release::new(send.clone()),
            pending_save: None,
            brand: engine::brand::Brand::standard().name,
            _listeners: aids::listen(&send),
            send,
        }
    }

    /// What the model has to know before its first event.
    pub fn start() -> Start {
        Start {
            words: language::current(),
            language_by: language::chosen_by(),
            today: today(),
            seed: random_seed(),
            theme: settings::read(crate::model::Setting::Theme)
                .or_else(|| host::theme_now().filter(|_| host::is_framed())),
            last_open: settings::read(crate::model::Setting::LastOpen),
            address: aids::address(),
            version: net::meta("sla-gap-version").unwrap_or_default(),
            quick: handover::answers(),
            focus: handover::focus(),
            left: settings::left(),
            on_a_disk: net::on_a_disk(),
            page_address: aids::page_address(),
            hands_over: share::can(),
            brand: brand::handed_over(),
            embed: host::embed(),
        }
    }

    /// Carries out one effect.
    pub fn perform(&mut self, effect: Effect) {
        let send = self.send.clone();
        match effect {
            Effect::LoadCatalogue(code) => net::load_catalogue(code, send),
            Effect::LoadLanguage(code) => language::load(code, send),
            Effect::ShowLanguage(code) => language::choose(code),
            Effect::LoadBrand => brand::load(send),
            Effect::ShowBrand(brand) => {
                brand::show(&brand);
                self.brand.clone_from(&brand.name);
            }
            Effect::OpenStore => store::open(self.store.clone(), send),
            Effect::SaveSoon => {
                // A new timer replaces, and so cancels, the old one.
                self.pending_save =
                    Some(Timeout::new(SAVE_PAUSE, move || send.emit(Event::SaveDue)));
            }
            Effect::Save(record) => {
                self.pending_save = None;
                rescue::remember(&record);
                let told = self.tabs.as_ref().map(tabs::Tabs::channel);
                store::save(&self.store, record, told, send);
            }
            Effect::Delete(id) => store::delete(&self.store, id, send),
            Effect::KeepAside(aside) => store::keep_aside(&self.store, aside, send),
            Effect::DropAside(key) => store::drop_aside(&self.store, key, send),
            Effect::EraseAll => {
                self.pending_save = None;
                settings::erase();
                if let Some(others) = &self.tabs {
                    tabs::tell_erased(&others.channel());
                }
                store::erase(&self.store, send);
            }
            Effect::Download(file) => files::download(&file),
            Effect::Lock {
                name,
                text,
                passphrase,
            } => lock::lock(name, text, passphrase, send),
            Effect::Unlock(locked, passphrase) => lock::unlock(locked, passphrase, send),
            Effect::Copy(text) => aids::copy(&text, send),
            Effect::HandOver { title, address } => share::hand_over(&title, &address, send),
            Effect::Announce(text) => aids::announce(&text),
            Effect::Focus(id) => aids::focus(id),
            Effect::GoTo(route) => aids::go_to(route.hash()),
            Effect::GoToPlace(address) => aids::go_to(&address),
            Effect::ReplaceAddress(address) => host::replace_address(&address),
            Effect::HandOn(quick) => host::hand_on(&quick),
            Effect::TellHost(message) => host::post(&message),
            Effect::FullScreen(full) => deck::full_screen(full),
            Effect::Remember(setting, value) => settings::write(setting, &value),
            Effect::ShowTheme(theme) => aids::show_theme(theme),
            Effect::LoadZones(asked) => {
                let tables = zones::tables(&asked);
                send.emit(Event::ZonesArrived { asked, tables });
            }
            Effect::YearsSoon(pause) => self.years.soon(pause),
            Effect::StartYears(id, ask) => self.years.start(id, &ask),
            Effect::StopYears => self.years.stop(),
            Effect::KeepRelease => self.release.keep(),
            Effect::UseNewer => self.release.exchange(),
            Effect::MeasureRoom => room::measure(send),
            Effect::AskToKeep => room::ask_to_keep(send),
            Effect::Print => aids::print(),
            Effect::ForgetQuick => handover::forget(),
            Effect::KeepLeft(stored) => settings::keep_left(&stored),
            Effect::ForgetLeft(id) => settings::forget_left(&id),
            Effect::Title(text) => aids::title(language::current().get(text), &self.brand),
            Effect::ClientTitle(name) => aids::bare_title(&name),
        }
    }
}

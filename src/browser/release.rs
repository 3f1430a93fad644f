//! The release on this device: kept for use without a network, and exchanged for a newer one when the person agrees.
//! `sw.js` keeps and answers; here it is started, listened to, and told what the person wants.

use super::aids::page;
use crate::model::device::DeviceEvent;
use crate::model::{Event, NewerEvent};
use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    MessageEvent, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState,
};
use yew::Callback;

/// Where the worker lies beside every release. Always the same name: a browser looks there for a newer one.
const WORKER: &str = "./sw.js";
/// A page that stays open for days is never loaded again: it looks by itself, so many milliseconds apart.
const LOOK_AGAIN: u32 = 3_600_000;
/// How long a newer release may take to come into force, in milliseconds, before the page starts anew without it.
const PATIENCE: u32 = 5_000;

/// What goes on.
#[derive(Clone)]
pub struct Release {
    send: Callback<Event>,
    found: Rc<RefCell<Option<ServiceWorkerRegistration>>>,
    /// The person has agreed: the page starts anew as soon as the newer release is in force.
    agreed: Rc<Cell<bool>>,
    listeners: Rc<RefCell<Vec<EventListener>>>,
    look: Rc<RefCell<Option<Interval>>>,
}

impl Release {
    pub fn new(send: Callback<Event>) -> Self {
        Self {
            send,
            found: Rc::default(),
            agreed: Rc::default(),
            listeners: Rc::default(),
            look: Rc::default(),
        }
    }

    /// Keeps it, once the page is idle. A page from a disk, or over plain http, does without: there is nothing to ask.
    pub fn keep(&self) {
        let Some(workers) = workers() else { return };
        let this = self.clone();
        when_idle(move || {
            spawn_local(async move {
                if this.clone().register(&workers).await.is_err() {
                    this.offline(false);
                }
            });
        });
    }

    async fn register(self, workers: &ServiceWorkerContainer) -> Result<(), JsValue> {
        // Before the first question, so that no answer is missed.
        self.hear(workers);
        let found: ServiceWorkerRegistration =
            JsFuture::from(workers.register(WORKER)).await?.dyn_into()?;
        *self.found.borrow_mut() = Some(found.clone());
        if found.active().is_some() {
            self.offline(true);
        }
        if found.waiting().is_some() {
            self.say(NewerEvent::Came);
        }
        if let Some(worker) = found.installing() {
            self.follow(&worker);
        }
        let this = self.clone();
        self.listen(&found, "updatefound", move |_| {
            let coming = this
                .found
                .borrow()
                .as_ref()
                .and_then(ServiceWorkerRegistration::installing);
            if let Some(worker) = coming {
                this.follow(&worker);
            }
        });
        if let Some(worker) = workers.controller() {
            let own = super::net::meta("sla-gap-version").unwrap_or_default();
            let _ = worker.post_message(&JsValue::from_str(&own));
        }
        *self.look.borrow_mut() = Some(Interval::new(LOOK_AGAIN, move || look(&found)));
        Ok(())
    }

    /// What the workers say to this page.
    fn hear(&self, workers: &ServiceWorkerContainer) {
        let this = self.clone();
        self.listen(workers, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            if let Some(release) = data.and_then(|data| data.as_string()) {
                this.say(NewerEvent::InForce(release));
            }
        });
        let this = self.clone();
        self.listen(workers, "controllerchange", move |_| {
            if this.agreed.get() {
                start_anew();
            }
        });
    }

    /// A release that is coming: it is kept once it is here whole, and dropped if it does not come or finds no room.
    fn follow(&self, worker: &ServiceWorker) {
        let (this, coming) = (self.clone(), worker.clone());
        self.listen(worker, "statechange", move |_| {
            let found = this.found.borrow().clone();
            let first = found.is_none_or(|found| found.active().is_none());
            match coming.state() {
                ServiceWorkerState::Installed if first => this.offline(true),
                ServiceWorkerState::Installed => this.say(NewerEvent::Came),
                ServiceWorkerState::Redundant if first => this.offline(false),
                _ => {}
            }
        });
    }

    /// The page starts anew with the newer release.
    pub fn exchange(&self) {
        self.agreed.set(true);
        let found = self.found.borrow().clone();
        match found.and_then(|found| found.waiting()) {
            Some(waiting) if waiting.post_message(&JsValue::from_str("use")).is_ok() => {
                // It comes into force at once; if the browser keeps it waiting, the page is at least what it was.
                Timeout::new(PATIENCE, start_anew).forget();
            }
            // Another tab was faster: it is in force.
            _ => start_anew(),
        }
    }

    fn listen(
        &self,
        target: &web_sys::EventTarget,
        name: &'static str,
        heard: impl FnMut(&web_sys::Event) + 'static,
    ) {
        let listener = EventListener::new(target, name, heard);
        self.listeners.borrow_mut().push(listener);
    }

    fn say(&self, event: NewerEvent) {
        self.send.emit(Event::Newer(event));
    }

    fn offline(&self, kept: bool) {
        self.send.emit(Event::Device(DeviceEvent::Offline(kept)));
    }
}

/// The browser's workers for this page, where it has them: not on a disk, not over plain http, not in every private window.
fn workers() -> Option<ServiceWorkerContainer> {
    let (window, _) = page()?;
    if super::net::on_a_disk() || !window.is_secure_context() {
        return None;
    }
    let navigator = window.navigator();
    let name = JsValue::from_str("serviceWorker");
    let has = js_sys::Reflect::get(&navigator, &name).is_ok_and(|value| value.is_object());
    has.then(|| navigator.service_worker())
}

/// Looks for a newer release; without a network there is none to look for.
fn look(found: &ServiceWorkerRegistration) {
    let online = page().is_some_and(|(window, _)| window.navigator().on_line());
    if let Some(looking) = online.then(|| found.update()).and_then(Result::ok) {
        // What does not come now is looked for again later.
        spawn_local(async move { drop(JsFuture::from(looking).await) });
    }
}

/// Does it when the page has nothing else to do; where the browser cannot tell, a little later.
fn when_idle(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    let asked = page().map(|(window, _)| window.request_idle_callback(work.unchecked_ref()));
    if !matches!(asked, Some(Ok(_))) {
        let later = move || {
            let _ = work
                .unchecked_ref::<js_sys::Function>()
                .call0(&JsValue::NULL);
        };
        Timeout::new(500, later).forget();
    }
}

fn start_anew() {
    if let Some((window, _)) = page() {
        let _ = window.location().reload();
    }
}

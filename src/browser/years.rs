//! Simulated years, on the page's side: a first picture at once, the rest in the worker, or in short slices where there is none.

use super::net;
use crate::model::Event;
use crate::model::lab::{LabEvent, YearsEvent};
use crate::workers::{Ask, Found, Job, Request, Response, Trouble, VERSION};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};
use yew::Callback;

/// The longest that the page is busy with years at a time, in milliseconds.
const SLICE: f64 = 8.0;
/// A worker that says nothing for so long was ended by the browser, which tells nobody: while it draws it speaks ten times a
/// second. Its files may take their time to come.
const SILENCE: u32 = 20_000;
const SILENCE_AT_FIRST: u32 = 60_000;
/// More locations than these are left to the worker from the first: making them ready takes too long.
const FEW: usize = 200;
/// More outages in a year than this are left to the worker: one year alone takes too long.
const SHORT: u64 = 20_000;

/// What goes on.
#[derive(Clone)]
pub struct Years {
    send: Callback<Event>,
    pause: Rc<RefCell<Option<Timeout>>>,
    /// The question that is being answered; 0 = none.
    id: Rc<Cell<u32>>,
    since: Rc<Cell<f64>>,
    worker: Rc<RefCell<Option<Running>>>,
    /// Ends the wait for a worker that says nothing.
    patience: Rc<RefCell<Option<Timeout>>>,
}

struct Running {
    worker: Worker,
    listens: bool,
    /// What to say once it listens.
    waiting: Option<String>,
    _heard: [Closure<dyn FnMut(MessageEvent)>; 2],
}

impl Years {
    pub fn new(send: Callback<Event>) -> Self {
        Self {
            send,
            pause: Rc::default(),
            id: Rc::default(),
            since: Rc::default(),
            worker: Rc::default(),
            patience: Rc::default(),
        }
    }

    /// Asks for the question when nothing has changed for a moment.
    pub fn soon(&self, pause: u32) {
        let send = self.send.clone();
        let due = move || send.emit(Event::Lab(LabEvent::Years(YearsEvent::Due)));
        // A new timer replaces, and so cancels, the old one.
        *self.pause.borrow_mut() = Some(Timeout::new(pause, due));
    }

    /// Stops.
    pub fn stop(&self) {
        self.id.set(0);
        self.wait(None);
        self.tell(&Request::Stop);
    }

    /// Begins, and drops what is going on.
    pub fn start(&self, id: u32, ask: &Rc<Ask>) {
        self.id.set(id);
        self.wait(None);
        self.since.set(now());
        let small = ask.places.len() <= FEW && ask.outages_a_year() <= SHORT;
        if small {
            match Job::new(ask) {
                Ok(mut job) => {
                    self.slice(id, &mut job);
                    if job.is_done() {
                        return;
                    }
                    if !self.in_worker(id, ask) {
                        self.clone().in_slices(id, job);
                    }
                }
                Err(trouble) => self.failed(id, trouble),
            }
        } else if !self.in_worker(id, ask) {
            match Job::new(ask) {
                Ok(job) => self.clone().in_slices(id, job),
                Err(trouble) => self.failed(id, trouble),
            }
        }
    }

    fn slice(&self, id: u32, job: &mut Job) {
        let until = now() + SLICE;
        job.run(|| now() >= until);
        self.found(id, job.found(), job.is_done());
    }

    fn in_slices(self, id: u32, mut job: Job) {
        let next = move || {
            if self.id.get() == id {
                self.slice(id, &mut job);
                if !job.is_done() {
                    self.in_slices(id, job);
                }
            }
        };
        Timeout::new(20, next).forget();
    }

    fn found(&self, id: u32, found: Found, done: bool) {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "milliseconds since the question"
        )]
        let millis = (now() - self.since.get()).max(0.0) as u32;
        let found = Rc::new(found);
        self.say(YearsEvent::Found {
            id,
            found,
            done,
            millis,
        });
    }

    fn failed(&self, id: u32, trouble: Trouble) {
        self.say(YearsEvent::Failed { id, trouble });
    }

    fn say(&self, event: YearsEvent) {
        self.send.emit(Event::Lab(LabEvent::Years(event)));
    }

    /// Whether there is a worker to do it.
    fn in_worker(&self, id: u32, ask: &Rc<Ask>) -> bool {
        if self.worker.borrow().is_none() {
            *self.worker.borrow_mut() = self.fetch();
        }
        let ask = Box::new(Ask::clone(ask));
        let version = VERSION;
        let told = self.tell(&Request::Run { version, id, ask });
        let listens = self.worker.borrow().as_ref().is_some_and(|it| it.listens);
        let limit = if listens { SILENCE } else { SILENCE_AT_FIRST };
        self.wait(told.then_some(limit));
        told
    }

    /// How long the worker may be silent from now on; nothing waits for it without a limit.
    fn wait(&self, limit: Option<u32>) {
        let this = self.clone();
        let timer = limit.map(|limit| Timeout::new(limit, move || this.broke()));
        // A new timer replaces, and so cancels, the old one.
        *self.patience.borrow_mut() = timer;
    }

    fn tell(&self, request: &Request) -> bool {
        let mut running = self.worker.borrow_mut();
        let (Some(running), Ok(text)) = (running.as_mut(), serde_json::to_string(request)) else {
            return false;
        };
        if running.listens {
            return running
                .worker
                .post_message(&JsValue::from_str(&text))
                .is_ok();
        }
        running.waiting = Some(text);
        true
    }

    fn fetch(&self) -> Option<Running> {
        let worker = net::lab_worker()?;
        let this = self.clone();
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            this.heard(&event.data().as_string().unwrap_or_default());
        });
        let this = self.clone();
        // Something broke before it could say so, or its files did not come.
        let broke = Closure::<dyn FnMut(MessageEvent)>::new(move |_: MessageEvent| this.broke());
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(broke.as_ref().unchecked_ref()));
        Some(Running {
            worker,
            listens: false,
            waiting: None,
            _heard: [heard, broke],
        })
    }

    fn heard(&self, text: &str) {
        // Not for the rest of an answer that nobody waits for any more.
        let waits = self.patience.borrow().is_some();
        self.wait(waits.then_some(SILENCE));
        match serde_json::from_str(text) {
            Ok(Response::Ready { version }) if version == VERSION => {
                if let Some(running) = self.worker.borrow_mut().as_mut() {
                    running.listens = true;
                    if let Some(text) = running.waiting.take() {
                        let _ = running.worker.post_message(&JsValue::from_str(&text));
                    }
                }
            }
            Ok(Response::Found { id, found, done }) if id == self.id.get() => {
                if done {
                    self.wait(None);
                }
                self.found(id, found, done);
            }
            Ok(Response::Failed { id, trouble }) if id == self.id.get() => {
                if trouble == Trouble::Broken {
                    self.broke();
                } else {
                    self.wait(None);
                    self.failed(id, trouble);
                }
            }
            Ok(Response::Ready { .. }) => self.broke(),
            // An answer to an older question, or no answer at all.
            Ok(_) | Err(_) => {}
        }
    }

    /// What broke is not asked again; the next question gets a new worker.
    fn broke(&self) {
        let this = self.clone();
        // Not from within its own callback, which goes with it.
        Timeout::new(0, move || {
            let broken = this.worker.borrow_mut().take();
            if let Some(running) = broken {
                running.worker.terminate();
            }
        })
        .forget();
        let id = self.id.replace(0);
        if id != 0 {
            self.failed(id, Trouble::Broken);
        }
    }
}

fn now() -> f64 {
    js_sys::Date::now()
}

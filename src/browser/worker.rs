//! The lab's worker: draws years, and looks up every now and then for a newer question.

use crate::workers::{Ask, Job, Request, Response, Trouble, VERSION};
use gloo::timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::panic;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// How long it draws before it looks up, in milliseconds.
const SLICE: f64 = 70.0;

thread_local! {
    static JOB: RefCell<Option<Job>> = const { RefCell::new(None) };
    /// The question that is being answered.
    static ID: Cell<u32> = const { Cell::new(0) };
}

/// Listens from now on.
pub fn listen() {
    panic::set_hook(Box::new(|_| {
        say(&Response::Failed {
            id: ID.get(),
            trouble: Trouble::Broken,
        });
    }));
    let Some(scope) = scope() else { return };
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
        let text = event.data().as_string().unwrap_or_default();
        match serde_json::from_str(&text) {
            Ok(Request::Run { version, id, ask }) if version == VERSION => begin(id, &ask),
            Ok(Request::Run { id, .. }) => say(&Response::Failed {
                id,
                trouble: Trouble::Broken,
            }),
            Ok(Request::Stop) => drop(JOB.take()),
            Err(_) => {}
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    say(&Response::Ready { version: VERSION });
}

fn begin(id: u32, ask: &Ask) {
    ID.set(id);
    match Job::new(ask) {
        Ok(job) => {
            JOB.set(Some(job));
            // A newer question may be waiting already.
            Timeout::new(0, move || go_on(id)).forget();
        }
        Err(trouble) => {
            JOB.set(None);
            say(&Response::Failed { id, trouble });
        }
    }
}

fn go_on(id: u32) {
    if id != ID.get() {
        return;
    }
    let Some(mut job) = JOB.take() else { return };
    let until = js_sys::Date::now() + SLICE;
    job.run(|| js_sys::Date::now() >= until);
    let done = job.is_done();
    say(&Response::Found {
        id,
        found: job.found(),
        done,
    });
    if !done {
        JOB.set(Some(job));
        Timeout::new(0, move || go_on(id)).forget();
    }
}

fn say(response: &Response) {
    if let (Some(scope), Ok(text)) = (scope(), serde_json::to_string(response)) {
        let _ = scope.post_message(&JsValue::from_str(&text));
    }
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

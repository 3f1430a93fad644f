//! The browser's own database. One row a client, a second table for what could not be read.
//!
//! A row is the array `[revision, file]` under the client's id. A save names the revision that it replaces; if another tab
//! has written meanwhile, nothing is written and the model decides.

use crate::model::{Aside, Event, Kept, Record, SaveOutcome, StoreProblem, Stored};
use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::BroadcastChannel;
use yew::Callback;

const VERSION: u32 = 1;
const CLIENTS: &str = "clients";
const ASIDE: &str = "aside";

/// The connection, once there is one.
#[derive(Default)]
pub struct Store {
    database: Option<Rc<Database>>,
}

type Shared = Rc<RefCell<Store>>;

fn database(store: &Shared) -> Option<Rc<Database>> {
    store.borrow().database.clone()
}

/// Opens the database and reports all that is in it.
pub fn open(store: Shared, send: Callback<Event>) {
    spawn_local(async move {
        let outcome = match connect().await {
            Ok(database) => {
                let database = Rc::new(database);
                store.borrow_mut().database = Some(database.clone());
                read_all(&database)
                    .await
                    .map_err(|problem| problem_of(&problem))
            }
            Err(problem) => Err(problem_of(&problem)),
        };
        send.emit(Event::StoreOpened(outcome));
    });
}

async fn connect() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(&super::net::brand(), Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            for name in [CLIENTS, ASIDE] {
                // A failure here fails the opening, which is reported.
                let _ = database.create_object_store(name, ObjectStoreParams::new());
            }
        }
    });
    let mut database = request.await?;
    // A newer release in another tab must be able to upgrade: let go of the old connection.
    database.on_version_change(|event| {
        if let Ok(database) = event.database() {
            database.close();
        }
    });
    Ok(database)
}

async fn read_all(database: &Database) -> Result<Kept, Error> {
    let transaction = database.transaction(&[CLIENTS, ASIDE], TransactionMode::ReadOnly)?;
    let clients = transaction.object_store(CLIENTS)?;
    let aside = transaction.object_store(ASIDE)?;
    // All requests are made before the first is awaited, so that the transaction stays open.
    let keys = clients.get_all_keys(None, None)?;
    let values = clients.get_all(None, None)?;
    let aside_keys = aside.get_all_keys(None, None)?;
    let aside_values = aside.get_all(None, None)?;
    let (keys, values) = (keys.await?, values.await?);
    let (aside_keys, aside_values) = (aside_keys.await?, aside_values.await?);
    Ok(Kept {
        clients: keys
            .iter()
            .zip(&values)
            .filter_map(|(key, value)| stored(key, value))
            .collect(),
        aside: aside_keys
            .iter()
            .zip(&aside_values)
            .filter_map(|(key, value)| set_aside(key, value))
            .collect(),
    })
}

/// A row that is not of our form still comes back, as a file that the model will refuse and put aside.
fn stored(key: &JsValue, value: &JsValue) -> Option<Stored> {
    let id = key.as_string()?;
    let row = value.dyn_ref::<Array>();
    let revision = row.and_then(|row| whole(&row.get(0))).unwrap_or(0);
    let file = match row.and_then(|row| row.get(1).as_string()) {
        Some(file) => file,
        None => js_sys::JSON::stringify(value)
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default(),
    };
    Some(Stored { id, revision, file })
}

fn set_aside(key: &JsValue, value: &JsValue) -> Option<Aside> {
    let row = value.dyn_ref::<Array>()?;
    let text = |at| row.get(at).as_string().unwrap_or_default();
    Some(Aside {
        key: whole(key)?,
        name: text(0),
        problem: text(1),
        data: text(2),
    })
}

fn whole(value: &JsValue) -> Option<u32> {
    let number = value.as_f64()?;
    (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some(())?;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked on the line above"
    )]
    Some(number as u32)
}

/// Writes one client if nobody else has written it since.
pub fn save(
    store: &Shared,
    record: Record,
    others: Option<BroadcastChannel>,
    send: Callback<Event>,
) {
    let Some(database) = database(store) else {
        send.emit(Event::Saved {
            id: record.id,
            outcome: SaveOutcome::Failed(StoreProblem::Refused),
        });
        return;
    };
    spawn_local(async move {
        let outcome = match write(&database, &record).await {
            Ok(None) => {
                if let Some(others) = others {
                    super::tabs::tell(&others, &record.id, record.revision);
                }
                SaveOutcome::Done(record.revision)
            }
            Ok(Some(theirs)) => SaveOutcome::Conflict(theirs),
            Err(problem) => SaveOutcome::Failed(problem_of(&problem)),
        };
        send.emit(Event::Saved {
            id: record.id,
            outcome,
        });
    });
}

/// Reads the revision and writes in one transaction: no other tab can come between. `Some` is what stood there instead.
async fn write(database: &Database, record: &Record) -> Result<Option<Stored>, Error> {
    let key = JsValue::from_str(&record.id);
    let transaction = database.transaction(&[CLIENTS], TransactionMode::ReadWrite)?;
    let clients = transaction.object_store(CLIENTS)?;
    if let Some(there) = clients
        .get(key.clone())?
        .await?
        .and_then(|value| stored(&key, &value))
        && there.revision != record.replaces
    {
        return Ok(Some(there));
    }
    let row = Array::of2(
        &JsValue::from(record.revision),
        &JsValue::from_str(&record.file),
    );
    clients.put(&row, Some(&key))?.await?;
    // Only a committed transaction is a save: a full disk shows here.
    match transaction.await? {
        idb::TransactionResult::Committed => Ok(None),
        // An aborted write has, in practice, one cause that a person can mend: no room.
        idb::TransactionResult::Aborted => {
            Err(Error::TransactionAbortError(JsValue::from_str("Quota")))
        }
    }
}

/// Removes one client.
pub fn delete(store: &Shared, id: String, send: Callback<Event>) {
    change(store, send, move |database| async move {
        let transaction = database.transaction(&[CLIENTS], TransactionMode::ReadWrite)?;
        transaction
            .object_store(CLIENTS)?
            .delete(JsValue::from_str(&id))?
            .await
    });
}

/// Moves what could not be read out of the clients, in one transaction: it is never in neither place.
pub fn keep_aside(store: &Shared, aside: Aside, send: Callback<Event>) {
    change(store, send, move |database| async move {
        let transaction = database.transaction(&[CLIENTS, ASIDE], TransactionMode::ReadWrite)?;
        let text = |text: &str| JsValue::from_str(text);
        let row = Array::of3(
            &text(&aside.name),
            &text(&aside.problem),
            &text(&aside.data),
        );
        let kept = transaction
            .object_store(ASIDE)?
            .put(&row, Some(&JsValue::from(aside.key)))?;
        let moved = transaction
            .object_store(CLIENTS)?
            .delete(text(&aside.name))?;
        kept.await?;
        moved.await
    });
}

/// Drops what was kept aside.
pub fn drop_aside(store: &Shared, key: u32, send: Callback<Event>) {
    change(store, send, move |database| async move {
        let transaction = database.transaction(&[ASIDE], TransactionMode::ReadWrite)?;
        transaction
            .object_store(ASIDE)?
            .delete(JsValue::from(key))?
            .await
    });
}

/// Empties the database.
pub fn erase(store: &Shared, send: Callback<Event>) {
    change(store, send, |database| async move {
        let transaction = database.transaction(&[CLIENTS, ASIDE], TransactionMode::ReadWrite)?;
        let clients = transaction.object_store(CLIENTS)?.clear()?;
        let aside = transaction.object_store(ASIDE)?.clear()?;
        clients.await?;
        aside.await
    });
}

fn change<F, W>(store: &Shared, send: Callback<Event>, work: F)
where
    F: FnOnce(Rc<Database>) -> W + 'static,
    W: Future<Output = Result<(), Error>> + 'static,
{
    let Some(database) = database(store) else {
        return;
    };
    spawn_local(async move {
        if let Err(problem) = work(database).await {
            send.emit(Event::StoreFailed(problem_of(&problem)));
        }
    });
}

/// What a failure means to a person: there is no room, or the browser does not let us.
fn problem_of(error: &Error) -> StoreProblem {
    if error.to_string().contains("Quota") {
        StoreProblem::Full
    } else {
        StoreProblem::Refused
    }
}

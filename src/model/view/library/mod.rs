//! The list of saved clients: how each stands, what falls due, and the agreements of the open one.

mod dates;
mod device;
mod status;
mod versions;

pub use dates::{DateRow, dates, of_client};
pub use device::{DeviceView, device};
pub use status::{Status, Statuses};
pub use versions::{AgreementView, AssessmentRow, STANDINGS, agreements};

use crate::model::{Model, library::shown_name};
use crate::text::library as text;
use crate::words::Text;
use engine::client::Client;
use engine::order::{by_name, caseless, in_order};
use std::rc::Rc;

/// One client in the list.
pub struct Row {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The agreement's name and provider.
    pub agreement: String,
    /// How it stands.
    pub status: Rc<Status>,
    /// What falls due next.
    pub next: Option<DateRow>,
    /// Whether it is the one being worked on.
    pub open: bool,
}

/// The list.
pub struct Listing {
    /// The clients that are shown, the open one first, the others by name.
    pub rows: Vec<Row>,
    /// What shows more of them, with how many of those found are not shown; empty = all are.
    pub more: String,
    /// How many there are in all.
    pub all: usize,
    /// How many of them were put away.
    pub archived: usize,
}

/// The clients that are searched for: those put away, or the others.
pub fn listing(model: &Model) -> Listing {
    let shown = &model.listing;
    let sought = caseless(shown.search.trim());
    let open = model.open_is_kept().then_some(&model.open.client);
    let clients = || {
        let shelf = model.shelf.values().map(|shelved| (&shelved.client, false));
        open.map(|client| (client, true)).into_iter().chain(shelf)
    };
    let found = clients().filter(|(client, _)| {
        client.archived == shown.archived && (sought.is_empty() || holds(client, &sought))
    });
    let found = in_order(
        found
            .map(|(client, open)| (shown_name(model.words, &client.name), client, open))
            .collect(),
        |a: &Found, b: &Found| {
            b.2.cmp(&a.2)
                .then_with(|| by_name(&a.0, &b.0))
                .then_with(|| a.1.id.cmp(&b.1.id))
        },
    );
    let more = more(model, text::MORE, found.len(), shown.clients);
    let rows = found.into_iter().take(shown.clients);
    Listing {
        rows: rows
            .map(|(name, client, open)| row(model, name, client, open))
            .collect(),
        more,
        all: clients().count(),
        archived: clients().filter(|(client, _)| client.archived).count(),
    }
}

/// What falls due, as far as it is listed.
pub struct DatesView {
    /// The dates, the earliest first.
    pub rows: Vec<DateRow>,
    /// What shows more of them; empty = all are shown.
    pub more: String,
}

/// What falls due, as far as it is listed.
pub fn dates_listed(model: &Model) -> DatesView {
    let mut rows = dates(model);
    let shown = model.listing.dates;
    let more = more(model, crate::text::dates::MORE, rows.len(), shown);
    rows.truncate(shown);
    DatesView { rows, more }
}

/// The words of a button that shows more of a long list; empty where all is shown.
fn more(model: &Model, label: Text, all: usize, shown: usize) -> String {
    match all.saturating_sub(shown) {
        0 => String::new(),
        n => {
            let n = crate::format::whole(model.words, n as u64);
            model.words.fill(label, &[("n", &n)])
        }
    }
}

/// A client that was found: its name in words, itself, whether it is the one being worked on.
type Found<'a> = (String, &'a Rc<Client>, bool);

/// Whether what is sought stands in the client's name, in that of an agreement, a provider or a location.
fn holds(client: &Client, sought: &str) -> bool {
    let agreements = client.agreements.iter().map(|record| &record.agreement);
    let locations = client.organization.locations.named().iter();
    let mut names = std::iter::once(&client.name)
        .chain(agreements.flat_map(|agreement| [&agreement.name, &agreement.provider]))
        .chain(locations.map(|location| &location.name));
    names.any(|name| caseless(name).contains(sought))
}

fn row(model: &Model, name: String, client: &Rc<Client>, open: bool) -> Row {
    let record = crate::model::Chosen::default().record(client);
    let agreement = record.map(|record| {
        let parts = [
            record.agreement.name.trim(),
            record.agreement.provider.trim(),
        ];
        let named = parts.into_iter().filter(|part| !part.is_empty());
        named.collect::<Vec<_>>().join(", ")
    });
    Row {
        id: client.id.clone(),
        name,
        agreement: agreement.unwrap_or_default(),
        status: status::of_client(model, client),
        next: of_client(model, client).into_iter().next(),
        open,
    }
}

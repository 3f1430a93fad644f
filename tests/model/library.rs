//! The list of clients: how each stands, what is found, put away, and falls due.

use crate::support::{ready, sample, today};
use crate::{library, name, settle};
use engine::agreement::{Notice, Renewal, Stated};
use engine::client::Client;
use sla_gap::model::view::library::{dates, listing};
use sla_gap::model::{Effect, Event, LibraryEvent, Model, OpenedFile, update};

fn names(model: &Model) -> Vec<String> {
    listing(model)
        .rows
        .into_iter()
        .map(|row| row.name)
        .collect()
}

/// Opens a file with clients of these names.
fn with_clients(names: &[&str]) -> Model {
    let mut model = ready("#/library");
    let clients: Vec<Client> = names
        .iter()
        .map(|name| Client {
            id: name.to_lowercase().replace(' ', "-"),
            name: (*name).to_owned(),
            ..Client::default()
        })
        .collect();
    let all: Vec<&Client> = clients.iter().collect();
    let text = engine::archive::export_many(&all, "0.1.0", today());
    let file = OpenedFile {
        name: "all.json".to_owned(),
        text: Ok(text),
    };
    update(&mut model, Event::FileOpened(file));
    settle(&mut model);
    model
}

#[test]
fn a_client_is_found_by_any_of_its_names() {
    let mut model = sample("#/library");
    settle(&mut model);
    let row = &listing(&model).rows[0];
    assert_eq!(row.name, "Cedar Ridge Dental Group");
    assert_eq!(row.status.protection, "26–38%");
    assert!(!row.status.gaps.is_empty());
    let next = row.next.as_ref().unwrap();
    assert!(today() <= next.on, "{next:?}");
    for (sought, found) in [
        ("cedar RIDGE", 1),
        (" brookside ", 1),
        ("nobody", 0),
        ("", 1),
    ] {
        library(&mut model, LibraryEvent::Search(sought.to_owned()));
        assert_eq!(listing(&model).rows.len(), found, "{sought}");
    }
}

#[test]
fn a_client_put_away_is_kept_and_comes_back() {
    let mut model = with_clients(&["Aspen", "Birch", "Cedar"]);
    library(&mut model, LibraryEvent::Archive("birch".to_owned(), true));
    settle(&mut model);
    assert!(!names(&model).contains(&"Birch".to_owned()));
    assert_eq!(listing(&model).archived, 1);
    library(&mut model, LibraryEvent::ListArchived(true));
    assert_eq!(names(&model), ["Birch"]);
    // The one that is open goes on the shelf first.
    let open = model.open.client.id.clone();
    library(&mut model, LibraryEvent::Archive(open.clone(), true));
    settle(&mut model);
    assert_ne!(model.open.client.id, open);
    assert_eq!(listing(&model).archived, 2);
    library(&mut model, LibraryEvent::Archive("birch".to_owned(), false));
    library(&mut model, LibraryEvent::ListArchived(false));
    assert!(names(&model).contains(&"Birch".to_owned()));
    library(&mut model, LibraryEvent::Archive("gone".to_owned(), true));
    assert_eq!(listing(&model).archived, 1);
}

#[test]
fn what_falls_due_comes_from_the_terms_of_all_clients() {
    let mut model = ready("#/library");
    assert_eq!(dates(&model), []);
    name(&mut model, "Smile");
    let mut client = (*model.open.client).clone();
    let term = &mut client.agreements[0].agreement.term;
    term.starts = Stated::Says("2026-02-01".parse().unwrap());
    term.initial_months = Stated::Says(12);
    term.renewal = Stated::Says(Renewal::Automatic(12));
    term.notice = Stated::Says(Notice::Days(90));
    term.review_on = Some("2026-11-20".parse().unwrap());
    model.open.client = client.into();
    let said: Vec<_> = dates(&model)
        .into_iter()
        .map(|row| (row.date, row.away, model.words.get(row.what)))
        .collect();
    let expected = [
        ("November 2, 2026", "21 days ago", "Last day to give notice"),
        ("November 20, 2026", "3 days ago", "Planned review"),
        (
            "January 31, 2027",
            "in 69 days",
            "The term ends and renews by itself",
        ),
    ];
    let expected = expected.map(|(date, away, what)| (date.to_owned(), away.to_owned(), what));
    assert_eq!(said, expected);
}

#[test]
fn the_dates_can_be_put_into_any_calendar() {
    let mut model = sample("#/library");
    let rows = dates(&model);
    let effects = library(&mut model, LibraryEvent::ExportDates);
    let [Effect::Download(file)] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(file.name, "sla-gap-dates-2026-11-23.ics");
    assert_eq!(file.words().matches("BEGIN:VEVENT").count(), rows.len());
    let day = rows[0].on.to_string().replace('-', "");
    assert!(
        file.words().contains(&format!("DTSTART;VALUE=DATE:{day}")),
        "{}",
        file.words()
    );
    assert!(file.words().contains("BEGIN:VALARM"));
    assert!(file.words().lines().all(|line| line.len() <= 75));
    // The same file again, so that a calendar recognizes its entries.
    assert_eq!(library(&mut model, LibraryEvent::ExportDates), effects);
}

#[test]
fn five_hundred_clients_are_listed_and_each_is_scored_once() {
    let all: Vec<String> = (0..500).map(|n| format!("Client {n:03}")).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let mut model = with_clients(&all);
    let first = listing(&model);
    assert_eq!(first.rows.len(), 50);
    assert_eq!(first.more, "Show more (450 not shown)");
    library(&mut model, LibraryEvent::MoreClients);
    let more = listing(&model);
    assert_eq!(more.rows.len(), 100);
    assert_eq!(more.rows[99].name, "Client 098");
    library(&mut model, LibraryEvent::Search("client 04".to_owned()));
    let second = listing(&model);
    assert_eq!(second.rows.len(), 10);
    let same = |row: &sla_gap::model::view::library::Row| {
        let before = more.rows.iter().find(|of| of.id == row.id).unwrap();
        std::rc::Rc::ptr_eq(&before.status, &row.status)
    };
    assert!(second.rows.iter().all(same), "a status was worked out anew");
}

//! What is said at the bottom of the page.

use crate::support::ready;
use crate::{library, settle};
use sla_gap::model::{Edit, Event, LibraryEvent, update};

#[test]
fn what_was_said_goes_with_its_screen_but_an_offer_stays() {
    let mut model = ready("#/library");
    update(&mut model, Event::Copied(true));
    assert!(model.notice.is_some());
    update(&mut model, Event::RouteChanged("#/results".to_owned()));
    assert!(model.notice.is_none());
    update(
        &mut model,
        Event::Edited(Edit::ClientName("First".to_owned())),
    );
    let record = settle(&mut model).remove(0);
    library(&mut model, LibraryEvent::Delete(record.id));
    update(&mut model, Event::RouteChanged("#/".to_owned()));
    assert!(model.notice.is_some_and(|notice| notice.undo.is_some()));
}

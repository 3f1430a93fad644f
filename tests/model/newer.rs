//! A newer release: offered, and used once the person agrees and everything is stored.

use crate::support::ready;
use crate::{done, name, saves};
use engine::agreement::ServiceKind;
use sla_gap::model::forms::{FieldPath, FormEvent, Place};
use sla_gap::model::{
    Effect, Event, Model, Newer, NewerEvent, SaveOutcome, StoreProblem, Where, update,
};

fn newer(model: &mut Model, event: NewerEvent) -> Vec<Effect> {
    update(model, Event::Newer(event))
}

fn offered() -> Model {
    let mut model = ready("#/");
    newer(&mut model, NewerEvent::Came);
    model
}

#[test]
fn it_is_offered_and_can_wait() {
    let mut model = ready("#/");
    let effects = newer(&mut model, NewerEvent::Came);
    assert!(
        matches!(effects.as_slice(), [Effect::Announce(_)]),
        "{effects:?}"
    );
    assert_eq!(model.newer, Newer::Offered(Where::Waiting));
    // Said once, however often the browser says so.
    assert_eq!(newer(&mut model, NewerEvent::Came), []);
    let title = Effect::Focus("page-title".to_owned());
    assert_eq!(newer(&mut model, NewerEvent::Later), [title]);
    assert_eq!(model.newer, Newer::None);
    // What nobody offers cannot be used.
    assert_eq!(newer(&mut model, NewerEvent::Use), []);
}

#[test]
fn with_nothing_to_save_it_starts_at_once_and_once() {
    let mut model = offered();
    assert_eq!(newer(&mut model, NewerEvent::Use), [Effect::UseNewer]);
    assert_eq!(newer(&mut model, NewerEvent::Use), []);
    // It is in force before the page is gone: no news for a page that is about to start anew.
    let said = newer(&mut model, NewerEvent::InForce("0.2.0".to_owned()));
    assert_eq!((said, model.newer), (vec![], Newer::Starting));
}

#[test]
fn what_is_typed_is_stored_first() {
    let mut model = offered();
    name(&mut model, "Half");
    let effects = newer(&mut model, NewerEvent::Use);
    assert!(!effects.contains(&Effect::UseNewer), "{effects:?}");
    let record = saves(&effects)[0].clone();
    // Somebody goes on typing while it is being written.
    name(&mut model, "Half and whole");
    assert!(!done(&mut model, &record).contains(&Effect::UseNewer));
    let effects = update(&mut model, Event::SaveDue);
    let record = saves(&effects)[0].clone();
    assert!(done(&mut model, &record).contains(&Effect::UseNewer));
}

#[test]
fn what_cannot_be_stored_keeps_the_page_as_it_is() {
    let mut model = offered();
    name(&mut model, "No room");
    let effects = newer(&mut model, NewerEvent::Use);
    let id = saves(&effects)[0].id.clone();
    let outcome = SaveOutcome::Failed(StoreProblem::Full);
    let effects = update(&mut model, Event::Saved { id, outcome });
    assert!(!effects.contains(&Effect::UseNewer), "{effects:?}");
    assert_eq!(model.newer, Newer::Offered(Where::Waiting));
    assert!(model.notice.is_some(), "nothing says why");
}

#[test]
fn a_field_that_is_not_finished_is_not_lost() {
    let mut model = offered();
    let target = FieldPath {
        place: Place::Service(0),
        key: "target",
    };
    let typed = |text: &str| Event::Form(FormEvent::Typed(target, text.to_owned()));
    update(
        &mut model,
        Event::Form(FormEvent::AddService(ServiceKind::Network)),
    );
    update(&mut model, typed("99,"));
    let effects = newer(&mut model, NewerEvent::Use);
    assert!(saves(&effects).is_empty(), "{effects:?}");
    assert_eq!(model.newer, Newer::Offered(Where::Waiting));
    assert!(model.notice.is_some(), "nothing says why");
    update(&mut model, typed("99.5"));
    let effects = newer(&mut model, NewerEvent::Use);
    let record = saves(&effects)[0].clone();
    assert!(done(&mut model, &record).contains(&Effect::UseNewer));
}

#[test]
fn a_tab_that_another_left_behind_is_told() {
    let mut model = ready("#/");
    // The first release that is kept is the page's own.
    let own = NewerEvent::InForce(model.version.clone());
    assert_eq!(newer(&mut model, own), []);
    assert_eq!(model.newer, Newer::None);
    let effects = newer(&mut model, NewerEvent::InForce("0.2.0".to_owned()));
    assert!(
        matches!(effects.as_slice(), [Effect::Announce(_)]),
        "{effects:?}"
    );
    assert_eq!(model.newer, Newer::Offered(Where::InForce));
    assert_eq!(newer(&mut model, NewerEvent::Use), [Effect::UseNewer]);
}

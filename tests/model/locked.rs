//! Files behind a passphrase, as the model sees them: the browser does the locking.

use crate::support::{ready, sample, today};
use crate::{name, opened};
use engine::archive::{self, Locked, ROUNDS, write_locked};
use sla_gap::model::locked::{LockEvent, LockProblem, Passphrase};
use sla_gap::model::{Effect, Event, Model, update};

fn locked() -> Locked {
    Locked {
        rounds: ROUNDS,
        salt: "AAECAwQFBgcICQoLDA0ODw==".to_owned(),
        nonce: "AAECAwQFBgcICQoL".to_owned(),
        data: "AAECAwQFBgcICQoLDA0ODxAR".to_owned(),
    }
}

fn lock(model: &mut Model, event: LockEvent) -> Vec<Effect> {
    update(model, Event::Lock(event))
}

fn passphrase() -> Passphrase {
    Passphrase("four random words here".to_owned())
}

#[test]
fn what_is_locked_is_the_file_and_what_is_saved_is_its_envelope() {
    let mut model = sample("#/library");
    for all in [false, true] {
        let export = LockEvent::Export {
            all,
            passphrase: passphrase(),
        };
        let effects = lock(&mut model, export);
        let [Effect::Lock { name, text, .. }] = effects.as_slice() else {
            panic!("{effects:?}")
        };
        assert!(name.ends_with("-locked.json"), "{name}");
        assert!(archive::import_any(text).is_ok());
        assert!(!format!("{effects:?}").contains("random words"), "printed");
        let made = LockEvent::Made {
            name: name.clone(),
            outcome: Ok(locked()),
        };
        let effects = lock(&mut model, made);
        let [Effect::Download(file)] = effects.as_slice() else {
            panic!("{effects:?}")
        };
        assert_eq!(file.words(), write_locked(&locked(), "0.1.0", today()));
    }
    let failed = LockEvent::Made {
        name: "x".to_owned(),
        outcome: Err(LockProblem::Unavailable),
    };
    lock(&mut model, failed);
    assert!(model.notice.unwrap().text.contains("cryptography"));
}

#[test]
fn a_short_passphrase_locks_nothing() {
    assert_eq!(Passphrase::for_locking("too short"), None);
    assert_eq!(Passphrase::for_locking(&"ü".repeat(9)), None);
    assert!(Passphrase::for_locking(&"ü".repeat(10)).is_some());
}

#[test]
fn a_locked_file_waits_for_its_passphrase_and_a_wrong_one_changes_nothing() {
    let mut model = ready("#/");
    name(&mut model, "Smile");
    let before = model.open.client.clone();
    let effects = update(
        &mut model,
        opened("all.json", &write_locked(&locked(), "0.1.0", today())),
    );
    assert!(effects.contains(&Effect::Focus("unlock".to_owned())));
    assert_eq!(model.locked.as_ref().unwrap().name, "all.json");
    let effects = lock(&mut model, LockEvent::Open(passphrase()));
    assert_eq!(effects, [Effect::Unlock(locked(), passphrase())]);
    assert!(model.locked.as_ref().unwrap().busy);
    lock(&mut model, LockEvent::Opened(Err(LockProblem::Wrong)));
    let waiting = model.locked.as_ref().unwrap();
    assert_eq!(
        (waiting.busy, waiting.problem),
        (false, Some(LockProblem::Wrong))
    );
    assert_eq!(model.open.client, before);
    // The right one.
    let inside = archive::export(&sample("#/").open.client, "0.1.0", today());
    lock(&mut model, LockEvent::Opened(Ok(inside)));
    assert_eq!(model.locked, None);
    assert_eq!(model.open.client.name, "Cedar Ridge Dental Group");
    // What comes after it was left changes nothing.
    let inside = archive::export(&before, "0.1.0", today());
    lock(&mut model, LockEvent::Opened(Ok(inside)));
    assert_eq!(model.open.client.name, "Cedar Ridge Dental Group");
}

#[test]
fn what_was_unlocked_and_is_no_file_is_refused() {
    let mut model = ready("#/library");
    let file = write_locked(&locked(), "0.1.0", today());
    update(&mut model, opened("all.json", &file));
    lock(&mut model, LockEvent::Opened(Ok("nothing".to_owned())));
    assert!(model.notice.unwrap().text.contains("was not opened"));
}

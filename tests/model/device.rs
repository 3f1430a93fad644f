//! What this device keeps: measured where it is told, and asked for.

use crate::support::ready;
use sla_gap::model::device::{DeviceEvent, Request, Room};
use sla_gap::model::view::library::device;
use sla_gap::model::{Effect, Event, Model, update};

fn said(model: &mut Model, event: DeviceEvent) -> Vec<Effect> {
    update(model, Event::Device(event))
}

fn measured(promised: Option<bool>) -> Model {
    let mut model = ready("#/library");
    let room = Room {
        used: 1_840_000,
        allowed: 58_000_000_000,
        promised,
    };
    said(&mut model, DeviceEvent::Measured(Some(room)));
    model
}

#[test]
fn it_is_measured_when_the_library_is_opened() {
    let mut model = ready("#/");
    let go = |model: &mut Model, to: &str| update(model, Event::RouteChanged(to.to_owned()));
    assert!(go(&mut model, "#/library").contains(&Effect::MeasureRoom));
    assert!(!go(&mut model, "#/").contains(&Effect::MeasureRoom));
    assert_eq!(said(&mut model, DeviceEvent::Offline(true)), []);
    go(&mut model, "#/library");
    let effects = said(&mut model, DeviceEvent::Offline(true));
    assert_eq!(effects, [Effect::MeasureRoom]);
}

#[test]
fn a_browser_that_does_not_tell_has_no_section() {
    let mut model = ready("#/library");
    said(&mut model, DeviceEvent::Measured(None));
    assert!(device(&model).is_none());
}

#[test]
fn one_that_tells_no_room_may_still_keep_the_page() {
    let mut model = ready("#/library");
    said(&mut model, DeviceEvent::Offline(true));
    let view = device(&model).unwrap();
    assert_eq!(view.facts.len(), 1);
    assert!(!view.can_ask);
}

#[test]
fn it_says_how_much_and_for_how_long() {
    let mut model = measured(Some(false));
    let view = device(&model).unwrap();
    let text = view.facts.join(" ");
    assert!(text.contains("1.8 MB") && text.contains("58 GB"), "{text}");
    assert!(text.contains("may be cleared") && view.can_ask, "{text}");
    // Nothing is said of a network where it is not known.
    assert!(!text.contains("network"), "{text}");
    said(&mut model, DeviceEvent::Offline(false));
    let text = device(&model).unwrap().facts.join(" ");
    assert!(text.contains("not kept here for use without"), "{text}");
    let kept = device(&measured(Some(true))).unwrap();
    assert!(kept.facts.join(" ").contains("has promised") && !kept.can_ask);
    // One that makes no such promise is not asked for one.
    assert!(!device(&measured(None)).unwrap().can_ask);
}

#[test]
fn the_answer_is_told_either_way() {
    for agreed in [true, false] {
        let mut model = measured(Some(false));
        assert_eq!(said(&mut model, DeviceEvent::Ask), [Effect::AskToKeep]);
        let effects = said(&mut model, DeviceEvent::Answered(agreed));
        assert!(
            matches!(
                effects.as_slice(),
                [Effect::MeasureRoom, Effect::Announce(_)]
            ),
            "{effects:?}"
        );
        assert_eq!(model.device.request, Request::Answered(agreed));
        let view = device(&model).unwrap();
        // The button has the focus: it must not go away under it.
        assert!(view.can_ask);
        assert_eq!(view.answer.contains("did not agree"), !agreed);
        update(&mut model, Event::RouteChanged("#/".to_owned()));
        update(&mut model, Event::RouteChanged("#/library".to_owned()));
        assert_eq!(model.device.request, Request::None);
    }
}

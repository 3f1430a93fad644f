//! The keys of the deck, and the address that keeps the slide.

use crate::present::{press, say};
use crate::support::sample;
use sla_gap::model::lab::{Field, LabEvent};
use sla_gap::model::present::{Held, PresentEvent, key};
use sla_gap::model::{Effect, Event, update};
use sla_gap::routes::Route;

#[test]
fn keys_turn_the_slides_and_the_address_follows() {
    let mut model = sample("#/present");
    for (pressed, shown) in [
        ("ArrowRight", 1),
        ("PageDown", 2),
        (" ", 3),
        ("Enter", 4),
        ("n", 5),
        ("ArrowDown", 6),
        ("ArrowLeft", 5),
        ("PageUp", 4),
        ("Backspace", 3),
        ("p", 2),
        ("ArrowUp", 1),
        ("End", 9),
        ("ArrowRight", 9),
        ("Home", 0),
        ("ArrowLeft", 0),
    ] {
        press(&mut model, pressed);
        assert_eq!(model.slide_shown(), shown, "{pressed}");
    }
    assert_eq!(
        press(&mut model, "End"),
        [Effect::GoToPlace("#/present/10".to_owned())]
    );
    // A number and Enter; one that is too large is the last.
    for (pressed, shown) in [("7", 6), ("10", 9), ("99", 9), ("0", 0), ("123", 2)] {
        for digit in pressed.chars() {
            press(&mut model, &digit.to_string());
        }
        press(&mut model, "Enter");
        assert_eq!(model.slide_shown(), shown, "{pressed}");
        assert_eq!(model.presenting.typed, None);
    }
    // Another key forgets the number.
    press(&mut model, "7");
    press(&mut model, "s");
    assert!(model.presenting.notes);
    press(&mut model, "Enter");
    assert_eq!(model.slide_shown(), 3);
}

#[test]
fn the_address_names_the_slide() {
    let mut model = sample("#/results");
    for (address, shown) in [
        ("#/present/3", 2),
        ("#/present", 0),
        ("#/present/99", 9),
        ("#/present/<b>", 0),
        ("#/present/0", 0),
    ] {
        let effects = update(&mut model, Event::RouteChanged(address.to_owned()));
        assert_eq!(model.slide_shown(), shown, "{address}");
        assert_eq!(
            effects,
            [
                Effect::ClientTitle("Cedar Ridge Dental Group".to_owned()),
                Effect::Focus("page-title".to_owned())
            ]
        );
    }
    assert_eq!(sample("#/present/4").slide_shown(), 3);
}

#[test]
fn keys_stay_with_what_uses_them() {
    use PresentEvent as Say;
    for pressed in ["ArrowRight", "Home", "7", " ", "n", "PageDown", "Enter"] {
        assert_eq!(key(pressed, Held::Own), None, "{pressed}");
    }
    for pressed in ["ArrowRight", "Home", "7", " ", "n", "Backspace", "f"] {
        assert_eq!(key(pressed, Held::Text), None, "{pressed}");
    }
    // A clicker goes on from a field, and Enter or Escape gives the keys back.
    assert_eq!(key("PageDown", Held::Text), Some(Say::Next));
    assert_eq!(key("Enter", Held::Text), Some(Say::Release));
    assert_eq!(key("Escape", Held::Text), Some(Say::Release));
    assert_eq!(key("Escape", Held::Own), Some(Say::Release));
    assert_eq!(key("Enter", Held::Press), None);
    assert_eq!(key(" ", Held::Press), None);
    assert_eq!(key("ArrowRight", Held::Press), Some(Say::Next));
    assert_eq!(key("ArrowDown", Held::Tall), None);
    assert_eq!(key("PageDown", Held::Tall), Some(Say::Next));
    for pressed in ["Tab", "Shift", "F5", "Dead", "a", "é", "12", "-1", ""] {
        assert_eq!(key(pressed, Held::Nothing), None, "{pressed}");
    }
}

#[test]
fn escape_leads_out_one_step_at_a_time() {
    let mut model = sample("#/library");
    update(&mut model, Event::RouteChanged("#/present".to_owned()));
    assert_eq!(press(&mut model, "f"), [Effect::FullScreen(true)]);
    say(&mut model, PresentEvent::FullNow(true));
    assert_eq!(
        press(&mut model, "."),
        [Effect::Focus("deck-black".to_owned())]
    );
    // What is black does not move on unseen.
    let title = Effect::Focus("page-title".to_owned());
    assert!(press(&mut model, "ArrowRight").contains(&title));
    assert_eq!(model.slide_shown(), 0);
    press(&mut model, "b");
    assert_eq!(press(&mut model, "Escape"), [title]);
    assert!(!model.presenting.black);
    assert_eq!(press(&mut model, "Escape"), [Effect::FullScreen(false)]);
    say(&mut model, PresentEvent::FullNow(false));
    assert_eq!(press(&mut model, "Escape"), [Effect::GoTo(Route::Library)]);
    assert_eq!(model.route, Route::Library);
    // Elsewhere, the deck hears nothing.
    assert_eq!(say(&mut model, PresentEvent::Next), []);
    say(&mut model, PresentEvent::Printing(true));
    assert!(!model.presenting.paper);
}

#[test]
fn leaving_ends_the_full_screen() {
    let mut model = sample("#/results");
    update(&mut model, Event::RouteChanged("#/present/5".to_owned()));
    say(&mut model, PresentEvent::FullNow(true));
    let effects = update(&mut model, Event::RouteChanged("#/results".to_owned()));
    assert!(effects.contains(&Effect::FullScreen(false)), "{effects:?}");
    assert_eq!(
        say(&mut sample("#/present"), PresentEvent::Leave),
        [Effect::GoTo(Route::Results)]
    );
}

#[test]
fn buttons_step_through_targets() {
    let mut model = sample("#/present/6");
    let mut step = |better| {
        say(&mut model, PresentEvent::Target(better));
        model.lab.target.text.clone()
    };
    assert_eq!(step(true), "99.5");
    assert_eq!(step(true), "99.9");
    assert_eq!(step(false), "99.5");
    let typed = LabEvent::Typed(Field::Target, "99.7".to_owned());
    update(&mut model, Event::Lab(typed));
    say(&mut model, PresentEvent::Target(false));
    assert_eq!(model.lab.target.text, "99.5");
    for _ in 0..20 {
        say(&mut model, PresentEvent::Target(true));
    }
    assert_eq!(model.lab.target.text, "99.999");
}

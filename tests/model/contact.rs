//! Reaching the firm: after the result only, with a summary that the person has seen and can change.

use crate::support::{ready, sample};
use crate::{answer, library, name};
use engine::assessment::Answer;
use engine::brand::{Brand, ContactLink};
use sla_gap::model::contact::ContactEvent;
use sla_gap::model::share::ShareEvent;
use sla_gap::model::view::contact::{Way, invitation, view};
use sla_gap::model::{Edit, Event, LibraryEvent, Model, update};
use std::rc::Rc;

fn with(mut model: Model, contact: ContactLink) -> Model {
    model.brand = Rc::new(Brand {
        name: "Harbor IT".to_owned(),
        contact: Some(contact),
        ..Brand::standard()
    });
    model
}

fn mail() -> ContactLink {
    ContactLink::Mail("hello@harbor.example".to_owned())
}

fn says(model: &mut Model, text: &str) {
    update(
        model,
        Event::Contact(ContactEvent::Summary(text.to_owned())),
    );
}

#[test]
fn nobody_is_reached_before_the_fourth_answer() {
    let mut model = with(ready("#/"), mail());
    for of in ["ML-06", "ML-05", "ML-02"] {
        assert!(view(&model).is_none() && invitation(&model).is_none());
        answer(&mut model, of, Answer::No);
    }
    assert!(view(&model).is_none());
    answer(&mut model, "SC-01", Answer::Unknown);
    assert!(view(&model).is_some());
    assert!(invitation(&model).unwrap().contains("Harbor IT"));
    // The tool without a firm has nobody to reach.
    model.brand = Rc::default();
    assert!(view(&model).is_none());
}

#[test]
fn the_summary_says_the_result_and_no_note_and_no_name() {
    let mut model = with(sample("#/results"), mail());
    let summary = view(&model).unwrap().summary;
    for part in ["Four-gap check", "Completeness", "1. ", "5. ", "Harbor IT"] {
        assert!(summary.contains(part), "{part}: {summary}");
    }
    let client = model.open.client.clone();
    assert!(!summary.contains(&client.name));
    for (_, entry) in model.answers().iter().filter(|(_, of)| !of.note.is_empty()) {
        assert!(!summary.contains(&entry.note));
    }
    let mut includes = model.sharing.with;
    includes.names = true;
    update(&mut model, Event::Share(ShareEvent::With(includes)));
    assert!(view(&model).unwrap().summary.contains(&client.name));
}

#[test]
fn what_was_changed_is_what_is_sent() {
    let mut model = with(sample("#/results"), mail());
    says(&mut model, "Zoë & I\nwould like to talk.");
    let contact = view(&model).unwrap();
    assert_eq!(contact.summary, "Zoë & I\nwould like to talk.");
    let Way::Mail(href, cut) = contact.way else {
        panic!("an address for mail")
    };
    assert!(
        href.starts_with("mailto:hello@harbor.example?subject="),
        "{href}"
    );
    assert!(
        href.ends_with("&body=Zo%C3%AB%20%26%20I%0D%0Awould%20like%20to%20talk."),
        "{href}"
    );
    assert_eq!(cut, "");
    // Another answer does not take the words away; asking for it does.
    answer(&mut model, "SC-01", Answer::No);
    assert!(view(&model).unwrap().summary.starts_with("Zoë"));
    update(&mut model, Event::Contact(ContactEvent::Afresh));
    assert!(view(&model).unwrap().summary.contains("Four-gap check"));
}

#[test]
fn a_long_message_is_cut_at_a_line_and_says_so() {
    let mut model = with(sample("#/results"), mail());
    says(&mut model, &"A line that says something.\n".repeat(200));
    let Way::Mail(href, cut) = view(&model).unwrap().way else {
        panic!("an address for mail")
    };
    assert!(href.len() <= 1_900 && href.ends_with("something."));
    assert!(cut.contains("lines"), "{cut}");
}

#[test]
fn words_about_one_client_are_never_sent_for_another() {
    let mut model = with(sample("#/results"), mail());
    says(&mut model, "About the sample.");
    library(&mut model, LibraryEvent::New);
    name(&mut model, "Another");
    for of in ["ML-06", "ML-05", "ML-02", "SC-01"] {
        answer(&mut model, of, Answer::No);
    }
    assert!(!view(&model).unwrap().summary.contains("About the sample"));
    update(&mut model, Event::Edited(Edit::PreparedBy("Me".to_owned())));
    assert!(!view(&model).unwrap().summary.contains("Me"));
}

#[test]
fn only_three_kinds_of_link_are_made() {
    let way = |contact| view(&with(sample("#/results"), contact)).map(|view| view.way);
    let page = way(ContactLink::Web("https://harbor.example/talk".to_owned()));
    assert!(matches!(page, Some(Way::Page(href)) if href == "https://harbor.example/talk"));
    let phone = way(ContactLink::Phone("+1 (555) 010-0199".to_owned()));
    assert!(matches!(phone, Some(Way::Phone(href, _)) if href == "tel:+15550100199"));
    // However the value came about.
    for hostile in [
        "javascript:alert(1)",
        "data:text/html,x",
        "http://harbor.example",
    ] {
        assert!(way(ContactLink::Web(hostile.to_owned())).is_none());
        let Some(Way::Mail(href, _)) = way(ContactLink::Mail(hostile.to_owned())) else {
            panic!("mail")
        };
        assert!(href.starts_with("mailto:"));
    }
}

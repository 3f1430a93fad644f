//! What a page has only in the frame of another one.

use super::support::{catalogue, render, start};
use sla_gap::model::embed::Embed;
use sla_gap::model::{Edit, Event, Kept, Model, Start, update};

fn framed(wishes: &str) -> Model {
    let mut model = Model::new(Start {
        embed: Some(Embed::parse(wishes)),
        ..start("#/")
    });
    update(&mut model, Event::Started);
    update(&mut model, Event::StoreOpened(Ok(Kept::default())));
    update(&mut model, Event::CatalogueArrived(Ok(catalogue())));
    for id in ["ML-06", "ML-05", "ML-02", "SC-01"] {
        let yes = engine::assessment::Response::Answered(engine::assessment::Answer::Yes);
        update(
            &mut model,
            Event::Edited(Edit::Response(id.parse().unwrap(), yes)),
        );
    }
    model
}

#[tokio::test]
async fn the_question_names_the_host() {
    let html = render(framed("host=https%3A%2F%2Fexample.com&result=ask")).await;
    assert!(html.contains("Let example.com know this result?"), "{html}");
    assert!(html.contains("Yes, tell example.com"));
    let silent = render(framed("host=https%3A%2F%2Fexample.com")).await;
    assert!(!silent.contains("example.com"));
}

#[tokio::test]
async fn the_rest_is_here_or_in_a_tab() {
    let link = "href=\"#/quick/ML-06=yes,ML-05=yes,ML-02=yes,SC-01=yes\" target=\"_blank\" rel=\"noopener\"";
    let here = render(framed("")).await;
    assert_eq!(here.matches(link).count(), 1, "the full page, at the end");
    assert!(here.contains("about-title"));
    let tab = render(framed("rest=tab")).await;
    assert_eq!(tab.matches(link).count(), 2, "the rest, and the full page");
    assert!(!tab.contains("about-title") && tab.contains("Go on in a new tab"));
    let plain = render(super::support::ready("#/")).await;
    assert!(!plain.contains("#/quick/"));
}

#[tokio::test]
async fn answers_from_a_link_are_offered_in_words() {
    let mut model = super::support::answered("#/");
    update(
        &mut model,
        Event::RouteChanged("#/quick/ML-05=no".to_owned()),
    );
    let html = render(model).await;
    assert!(html.contains("Answers came with the link"));
    assert!(html.contains("Leave them"));
}

//! The deck: its slides, its keys, and that it shows one client only.

use crate::support::html::parse;
use crate::support::{answered, ready, render, sample};
use crate::{answer, library, name};
use engine::assessment::{Answer, AskState};
use sla_gap::model::present::{Held, PresentEvent, Slide, key};
use sla_gap::model::view::present::{Body, slide};
use sla_gap::model::{Edit, Effect, Event, LibraryEvent, Model, update};

pub fn say(model: &mut Model, event: PresentEvent) -> Vec<Effect> {
    update(model, Event::Present(event))
}

/// Carries out what turning a slide asks for, as the browser does.
pub fn press(model: &mut Model, pressed: &str) -> Vec<Effect> {
    let event = key(pressed, Held::Nothing).unwrap_or_else(|| panic!("{pressed} means nothing"));
    let effects = say(model, event);
    for effect in &effects {
        let address = match effect {
            Effect::GoToPlace(address) => address.clone(),
            Effect::GoTo(route) => route.hash().to_owned(),
            _ => continue,
        };
        update(model, Event::RouteChanged(address));
    }
    effects
}

pub fn titles(model: &Model) -> Vec<String> {
    let slides = model.slides();
    let title = |of: &Slide| slide(model, *of).unwrap().title;
    slides.iter().map(title).collect()
}

#[test]
fn the_sample_has_ten_slides() {
    let model = sample("#/present");
    assert_eq!(
        model.slides(),
        [
            Slide::Title,
            Slide::Verdict,
            Slide::Gap(0),
            Slide::Gap(1),
            Slide::Gap(2),
            Slide::Downtime,
            Slide::Fall,
            Slide::Response,
            Slide::Asks,
            Slide::Ahead
        ]
    );
    let titles = titles(&model);
    assert_eq!(titles[0], "Cedar Ridge Dental Group");
    assert_eq!(titles[1], "So far, 1 to 2 of 4 gaps are covered");
    for (at, gap) in [Slide::Gap(0), Slide::Gap(1), Slide::Gap(2)]
        .into_iter()
        .enumerate()
    {
        let view = slide(&model, gap).unwrap();
        let Body::Gap(body) = view.body else {
            panic!("no gap at {at}")
        };
        assert_eq!(
            body.rank,
            format!("Gap {} of the 3 that weigh most", at + 1)
        );
        assert!(body.ask.starts_with("Ask ") && !body.exposure.contains('{'));
        assert_eq!(view.notes.len(), 3);
    }
    let Body::Downtime(downtime) = slide(&model, Slide::Downtime).unwrap().body else {
        panic!("no downtime")
    };
    assert_eq!(downtime.headline.allowance.text, "3 h 21 min 36 s");
    assert_eq!(downtime.facts.len(), 3);
    let Body::Ahead(ahead) = slide(&model, Slide::Ahead).unwrap().body else {
        panic!("nothing ahead")
    };
    assert!(!ahead.dates.is_empty());
    assert!(slide(&model, Slide::Gap(500)).is_none());
}

#[test]
fn a_blank_client_says_that_nothing_is_known() {
    let mut model = ready("#/present");
    let titles = titles(&model);
    assert_eq!(titles.len(), 8);
    assert_eq!(
        titles[..3],
        [
            "Unnamed client",
            "The verdict is still open",
            "No gap is known"
        ]
    );
    let Body::Verdict(verdict) = slide(&model, Slide::Verdict).unwrap().body else {
        panic!("no verdict")
    };
    // Nothing said is not a no.
    assert_eq!(verdict.four.figure, "0 to 4 of 4");
    let Body::Asks(asks) = slide(&model, Slide::Asks).unwrap().body else {
        panic!("no asks")
    };
    assert!(asks.asks.is_empty() && asks.more.is_empty() && !asks.against.is_empty());
    answer(&mut model, "ML-06", Answer::No);
    assert_eq!(model.slides().len(), 8);
    assert!(model.slides().contains(&Slide::Gap(0)));
    let Body::Gap(gap) = slide(&model, Slide::Gap(0)).unwrap().body else {
        panic!("no gap")
    };
    assert_eq!(gap.rank, "The gap that weighs most");
}

#[test]
fn what_is_tried_out_on_a_slide_stays_there() {
    let mut model = sample("#/downtime");
    let before = model.lab.target.text.clone();
    update(&mut model, Event::RouteChanged("#/present".to_owned()));
    say(&mut model, PresentEvent::Target(true));
    let tried = model.lab.target.text.clone();
    assert_ne!(tried, before);
    update(&mut model, Event::RouteChanged("#/present/3".to_owned()));
    assert_eq!(model.lab.target.text, tried);
    update(&mut model, Event::RouteChanged("#/downtime".to_owned()));
    assert_eq!(model.lab.target.text, before);
}

#[test]
fn there_is_no_deck_before_anything_is_there() {
    let mut model = crate::support::blank("#/present/3");
    assert!(model.slides().is_empty());
    assert_eq!(say(&mut model, PresentEvent::Next), []);
    update(&mut model, Event::Started);
    update(
        &mut model,
        Event::StoreOpened(Ok(sla_gap::model::Kept::default())),
    );
    let catalogue = crate::support::catalogue();
    update(&mut model, Event::CatalogueArrived(Ok(catalogue)));
    // The address still holds.
    assert_eq!(model.slide_shown(), 2);
}

#[test]
fn requests_under_way_come_first_with_who_follows_them_up() {
    let mut model = sample("#/present");
    let found = model.findings.clone().unwrap();
    let asked = |id| model.answers().get(id).ask.state == AskState::Asked;
    let made = found.gaps.iter().map(|gap| gap.id).find(|id| asked(*id));
    let owner = Edit::AskOwner(made.unwrap(), "<b>Dana</b>".to_owned());
    update(&mut model, Event::Edited(owner));
    let Body::Asks(asks) = slide(&model, Slide::Asks).unwrap().body else {
        panic!("no asks")
    };
    assert_eq!(asks.asks.len(), 5);
    let mut owners = asks.asks.iter().map(|(_, _, owner)| owner);
    assert!(owners.any(|owner| owner == "Follows up: <b>Dana</b>"));
    assert!(
        asks.asks
            .iter()
            .take_while(|(_, state, _)| *state != "Not asked")
            .count()
            > 0
    );
    assert!(asks.more.starts_with("And "));
    assert_eq!(asks.against.len(), 2);
}

#[test]
fn the_title_follows_the_client_and_names_nothing_else() {
    let mut model = sample("#/present");
    let effects = name(&mut model, "Mine");
    assert!(effects.contains(&Effect::ClientTitle("Mine".to_owned())));
    let mut elsewhere = sample("#/results");
    let effects = name(&mut elsewhere, "Mine");
    assert!(
        !effects
            .iter()
            .any(|of| matches!(of, Effect::ClientTitle(_)))
    );
}

/// Three clients on the shelf, and one open.
fn shelf() -> Model {
    let mut model = ready("#/results");
    for other in ["Birch Dental", "Secret Smiles", "Third Group"] {
        name(&mut model, other);
        answer(&mut model, "ML-06", Answer::No);
        crate::settle(&mut model);
        library(&mut model, LibraryEvent::New);
    }
    library(&mut model, LibraryEvent::Sample);
    assert_eq!(model.shelf.len(), 3);
    model
}

#[tokio::test]
async fn nothing_of_other_clients_is_reachable() {
    let mut model = shelf();
    // Even a message about another client waits.
    let id = model.open.client.id.clone();
    library(&mut model, LibraryEvent::Duplicate(id));
    update(&mut model, Event::RouteChanged("#/present".to_owned()));
    let own = model.open.client.name.clone();
    let all = model.slides().len();
    for at in 0..=all {
        if at == all {
            say(&mut model, PresentEvent::Printing(true));
        } else {
            update(
                &mut model,
                Event::RouteChanged(format!("#/present/{}", at + 1)),
            );
            say(&mut model, PresentEvent::Notes);
        }
        let html = render(model.clone()).await;
        for other in ["Birch", "Secret", "Third Group"] {
            assert!(!html.contains(other), "{other} on slide {at}");
        }
        let links = parse(&html).into_iter().filter(|of| of.name == "a").count();
        assert_eq!(links, 0, "a link on slide {at}");
        assert!(!html.contains("top__") && !html.contains("rail") && !html.contains("toast"));
        if at == 0 || at == all {
            assert!(html.contains(&own));
        }
    }
}

#[tokio::test]
async fn one_slide_on_the_screen_and_all_on_paper() {
    let mut model = sample("#/present/2");
    let screen = render(model.clone()).await;
    assert!(screen.contains("So far, 1 to 2") && !screen.contains("What we propose"));
    assert!(!screen.contains("Begin with what is covered"));
    assert_eq!(say(&mut model, PresentEvent::Handout), [Effect::Print]);
    let paper = render(model.clone()).await;
    for title in [
        "Cedar Ridge Dental Group, ",
        "So far, 1 to 2",
        "Where it may fall",
        "What we propose",
        "What happens next",
    ] {
        assert!(paper.contains(title), "{title}");
    }
    assert!(!paper.contains("Begin with what is covered"));
    say(&mut model, PresentEvent::Notes);
    assert!(
        render(model.clone())
            .await
            .contains("Begin with what is covered")
    );
    say(&mut model, PresentEvent::Printing(false));
    assert!(!render(model.clone()).await.contains("What we propose"));
    say(&mut model, PresentEvent::Black);
    let black = render(model).await;
    assert!(black.contains("deck-black") && !black.contains("Begin with what is covered"));
}

#[tokio::test]
async fn what_was_typed_stays_text_in_any_direction() {
    let mut model = answered("#/present");
    name(&mut model, "<b>שיניים</b> \u{202e}abc");
    update(
        &mut model,
        Event::Edited(Edit::PreparedBy("<i>דנה</i>".to_owned())),
    );
    say(&mut model, PresentEvent::Notes);
    say(&mut model, PresentEvent::Printing(true));
    let html = render(model).await;
    assert!(html.contains("&lt;b&gt;שיניים&lt;/b&gt;") && html.contains("<bdi>&lt;i&gt;דנה"));
    for markup in ["<b>", "<i>", "<script", "{n}"] {
        assert!(!html.contains(markup), "{markup}");
    }
}

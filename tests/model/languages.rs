//! Another language: chosen by hand, loaded whole, and used everywhere.

use crate::support::{catalogue, ready, spanish, spanish_catalogue};
use sla_gap::model::{Edit, Effect, Event, LanguageEvent, Loading, Setting, update};
use sla_gap::text::{common, formats};
use sla_gap::words::Code;

#[test]
fn the_words_come_first_and_then_the_catalogue() {
    let mut model = ready("#/");
    update(
        &mut model,
        Event::Edited(Edit::ClientName("Smile".to_owned())),
    );
    let chosen = update(&mut model, LanguageEvent::Chosen(Code::Spanish).into());
    let kept = Effect::Remember(Setting::Language, "es".to_owned());
    assert_eq!(chosen, [kept, Effect::LoadLanguage(Code::Spanish)]);
    assert_eq!(
        model.words.language(),
        Code::English,
        "not before they are there"
    );
    let arrived = LanguageEvent::Arrived(Code::Spanish, Ok(spanish()));
    let effects = update(&mut model, arrived.into());
    assert!(effects.contains(&Effect::ShowLanguage(Code::Spanish)));
    assert!(effects.contains(&Effect::LoadCatalogue(Code::Spanish)));
    // An answer to an older question.
    update(&mut model, Event::CatalogueArrived(Ok(catalogue())));
    assert_eq!(model.catalogue, Loading::Waiting);
    update(&mut model, Event::CatalogueArrived(Ok(spanish_catalogue())));
    assert!(model.catalogue.ready().is_some());
    assert_eq!(model.open.client.name, "Smile");
    assert!(model.can_undo(), "another language is no reason to forget");
    let part = &model.lab.chain.parts[0].name;
    assert_eq!(*part, spanish().get(sla_gap::text::chain::USUAL_INTERNET));
}

#[test]
fn a_language_that_does_not_come_changes_nothing() {
    let mut model = ready("#/");
    let failed = LanguageEvent::Arrived(Code::Spanish, Err("words".to_owned()));
    update(&mut model, failed.into());
    assert_eq!(model.words.language(), Code::English);
    assert!(model.catalogue.ready().is_some());
    let notice = model.notice.map(|notice| notice.text);
    assert_eq!(
        notice.as_deref(),
        Some("Español could not be loaded. Check the connection and try again.")
    );
}

#[test]
fn the_same_language_is_no_choice() {
    let mut model = ready("#/");
    assert_eq!(
        update(&mut model, LanguageEvent::Chosen(Code::English).into()),
        []
    );
}

#[test]
fn both_languages_name_the_same_places() {
    let places = |text: &str| {
        let mut found: Vec<String> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
            .collect();
        found.sort();
        found
    };
    for text in [
        common::PERCENT_RANGE,
        common::LANGUAGE_FAILED,
        formats::DATE,
        formats::MONEY_OTHER,
    ] {
        let (english, spanish) = (
            sla_gap::words::Words::english().get(text),
            spanish().get(text),
        );
        assert_eq!(places(english), places(spanish), "{english} / {spanish}");
    }
}

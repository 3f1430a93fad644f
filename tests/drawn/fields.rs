//! Everything that is filled in: lines, areas, choices, lists, the fields of the commitments.

use crate::support::{draw, ready};
use crate::{MARKUP, RIGHT_TO_LEFT, long, same};
use engine::agreement::ServiceKind;
use sla_gap::components::{Choice, ChoiceOption, FormField, Look, Pick, PickGroup, TextField};
use sla_gap::model::forms::{self, Field, FieldPath, FormEvent, Place};
use sla_gap::model::{Event, update};
use yew::prelude::*;

/// Several states of one part below each other.
async fn states(name: &str, states: Vec<Html>) {
    let html = draw(move || html! { <>{ states.clone() }</> }).await;
    same(name, &html, None);
}

#[tokio::test]
async fn lines() {
    let heard = Callback::noop();
    let line = |id: &'static str, value: String, hint: &'static str, error: String| {
        let field = TextField::new(id, "Name", value, heard.clone());
        field.hint(hint).error(error).line()
    };
    let wrong = [MARKUP, " is above 100."].concat();
    let all = vec![
        line("empty", String::new(), "", String::new()),
        line("filled", "99.9".to_owned(), "In percent", String::new()),
        line("wrong", "101".to_owned(), "In percent", wrong),
        line("markup", MARKUP.to_owned(), "", String::new()),
        line(
            "turned",
            RIGHT_TO_LEFT.to_owned(),
            "",
            RIGHT_TO_LEFT.to_owned(),
        ),
        line("long", long(), "", long()),
        TextField::new("number", "Count", "", heard.clone())
            .mode("numeric")
            .line(),
    ];
    states("line", all).await;
}

#[tokio::test]
async fn areas() {
    let heard = Callback::noop();
    let area = |id: &'static str, value: String, error: &'static str| {
        let field = TextField::new(id, "Note", value, heard.clone());
        field.hint("What they said").error(error).area("2")
    };
    let all = vec![
        area("empty", String::new(), ""),
        area("filled", "Two\nlines".to_owned(), ""),
        area("wrong", MARKUP.to_owned(), "Not like this."),
        area("turned", RIGHT_TO_LEFT.to_owned(), ""),
        TextField::new("rows", "List", long(), heard.clone()).area("5"),
    ];
    states("area", all).await;
}

#[tokio::test]
async fn choices() {
    let choice = |name: &'static str, chosen: &'static str, hint: &'static str| Choice {
        name: name.into(),
        legend: "Is it so?".into(),
        hint: hint.into(),
        options: ChoiceOption::list(&[("yes", "Yes"), ("no", "No"), ("markup", MARKUP)]),
        chosen,
        on_choose: Callback::noop(),
        look: Look::Plain,
    };
    let all = vec![
        choice("nothing", "", ""),
        choice("chosen", "no", "Look in the annex."),
        choice("gone", "no such key", ""),
        Choice {
            legend: RIGHT_TO_LEFT.into(),
            options: Vec::new(),
            look: Look::Bare,
            ..choice("small", "", "")
        },
    ];
    states("choice", all.into_iter().map(Choice::draw).collect()).await;
}

#[tokio::test]
async fn lists() {
    let group = |label: &str| PickGroup {
        label: label.to_owned().into(),
        options: [("a", "First"), ("b", MARKUP)]
            .map(|(key, name)| ([label, key].concat().into(), name.into()))
            .to_vec(),
    };
    let pick = |id: &'static str, groups: Vec<PickGroup>, chosen: &'static str| {
        html! { <Pick {id} label="Period" {groups} {chosen} on_pick={Callback::noop()} /> }
    };
    let all = vec![
        pick("empty", Vec::new(), ""),
        pick("grouped", vec![group("Weeks"), group("Months")], "Monthsa"),
        pick("plain", vec![group("")], "b"),
    ];
    states("pick", all).await;
}

/// The fields of a service after these events.
fn service(events: Vec<FormEvent>) -> Vec<Field> {
    let mut model = ready("#/commitments");
    update(
        &mut model,
        Event::Form(FormEvent::AddService(ServiceKind::Other)),
    );
    for event in events {
        update(&mut model, Event::Form(event));
    }
    let sections = forms::view(&model);
    let services = sections
        .into_iter()
        .find(|section| section.id == "services");
    services.unwrap().items.remove(0).fields
}

#[tokio::test]
async fn fields_of_the_commitments() {
    let path = |key| FieldPath {
        place: Place::Service(0),
        key,
    };
    let named = |fields: Vec<Field>, key: &str| {
        let field = fields.into_iter().find(|field| field.path.key == key);
        let field = field.unwrap();
        html! { <FormField {field} /> }
    };
    let typed = |key, text: &str| {
        let text = text.to_owned();
        service(vec![
            FormEvent::Typed(path(key), text),
            FormEvent::Left(path(key)),
        ])
    };
    let all = vec![
        named(service(Vec::new()), "target"),
        named(typed("target", "99.90"), "target"),
        named(typed("target", MARKUP), "target"),
        named(
            service(vec![FormEvent::Silent(path("target"), true)]),
            "target",
        ),
        named(typed("definition", RIGHT_TO_LEFT), "definition"),
        named(
            service(vec![FormEvent::Chosen(path("period"), "calendar-month")]),
            "period",
        ),
        named(
            service(vec![FormEvent::Chosen(path("coverage"), "silent")]),
            "coverage",
        ),
    ];
    states("form_field", all).await;
}

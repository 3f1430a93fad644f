//! The main screens of the sample, each reduced to the part that carries it.

use crate::same;
use crate::support::{render, sample, sample_link, with_contact};
use engine::brand::ContactLink;
use sla_gap::model::device::{DeviceEvent, Room};
use sla_gap::model::{Event, NewerEvent, update};

async fn screen(name: &str, address: &str, of: (&str, &str)) {
    let html = render(sample(address)).await;
    same(name, &html, Some(of));
}

#[tokio::test]
async fn sample_question() {
    screen("sample_question", "#/", ("id", "ML-06")).await;
    screen("sample_facts", "#/", ("aria-labelledby", "about-title")).await;
}

#[tokio::test]
async fn sample_results() {
    screen("sample_frame", "#/results", ("class", "top")).await;
    screen(
        "sample_scores",
        "#/results",
        ("aria-labelledby", "scores-title"),
    )
    .await;
    screen("sample_gaps", "#/results", ("class", "gap")).await;
    screen(
        "sample_find_out",
        "#/results",
        ("aria-labelledby", "find-out-title"),
    )
    .await;
}

#[tokio::test]
async fn sample_commitments() {
    let at = "#/commitments";
    let part = |id: &'static str| ("aria-labelledby", id);
    screen("sample_agreement", at, part("agreement")).await;
    screen("sample_services", at, part("services-caption")).await;
    screen("sample_service", at, ("class", "entry")).await;
    screen("sample_severities", at, part("severities-caption")).await;
    screen("sample_credits", at, part("credits")).await;
    screen("sample_term", at, part("term")).await;
}

#[tokio::test]
async fn sample_downtime() {
    screen("sample_downtime", "#/downtime", ("class", "lab__top")).await;
    screen(
        "sample_downtime_money",
        "#/downtime",
        ("aria-labelledby", "lab-money"),
    )
    .await;
    screen(
        "sample_downtime_table",
        "#/downtime",
        ("aria-labelledby", "lab-table"),
    )
    .await;
}

#[tokio::test]
async fn sample_share() {
    let mut model = sample("#/report");
    model.on_a_disk = true;
    let html = render(model).await;
    same(
        "sample_share_on_a_disk",
        &html,
        Some(("class", "share no-print")),
    );
    let mut model = sample("#/");
    update(&mut model, Event::RouteChanged(sample_link()));
    let html = render(model).await;
    same("sample_shared", &html, Some(("class", "shared__visit")));
    let contact = ContactLink::Mail("hello@harbor.example".to_owned());
    let html = render(with_contact(sample("#/results"), contact)).await;
    same("sample_contact", &html, Some(("class", "contact no-print")));
}

#[tokio::test]
async fn sample_chain() {
    let part = |id: &'static str| ("aria-labelledby", id);
    screen("sample_chain_part", "#/chain", ("class", "entry")).await;
    screen("sample_chain_whole", "#/chain", part("chain-whole")).await;
    screen("sample_chain_each", "#/chain", part("chain-each")).await;
    screen("sample_chain_promise", "#/chain", part("chain-promise")).await;
}

#[tokio::test]
async fn sample_present() {
    let slide = ("class", "deck__slide");
    screen("sample_present_verdict", "#/present/2", slide).await;
    screen("sample_present_asks", "#/present/9", slide).await;
}

#[tokio::test]
async fn sample_library() {
    screen("sample_library", "#/library", ("class", "screen")).await;
    let mut model = sample("#/library");
    model.on_a_disk = true;
    let html = render(model).await;
    same("sample_on_a_disk", &html, Some(("id", "on-a-disk")));
    same("sample_on_a_disk_foot", &html, Some(("class", "foot")));
}

#[tokio::test]
async fn sample_room() {
    let mut model = sample("#/library");
    let room = Room {
        used: 1_840_000,
        allowed: 58_000_000_000,
        promised: Some(false),
    };
    for said in [
        DeviceEvent::Measured(Some(room)),
        DeviceEvent::Offline(true),
        DeviceEvent::Answered(false),
    ] {
        update(&mut model, Event::Device(said));
    }
    let html = render(model).await;
    same("sample_room", &html, Some(("id", "device")));
}

#[tokio::test]
async fn sample_newer() {
    for (name, said) in [
        ("sample_newer", NewerEvent::Came),
        ("sample_behind", NewerEvent::InForce("0.2.0".to_owned())),
    ] {
        let mut model = sample("#/library");
        update(&mut model, Event::Newer(said));
        let html = render(model).await;
        same(name, &html, Some(("class", "alerts")));
    }
}

//! What the tests of the whole app share: the catalogue from `content/`, models, pages as a person meets them.
#![allow(dead_code, reason = "each test program uses its own part")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used)]

pub mod html;
pub mod pretty;
#[path = "../../xtask/src/release/texts.rs"]
pub mod texts;

use chrono::NaiveDate;
use engine::assessment::{Answer, Response};
use engine::rubric::Catalogue;
use serde_json::{Map, Value};
use sla_gap::model::{Edit, Event, Kept, LibraryEvent, Model, Start, update};
use sla_gap::pages::{Frame, State};
use sla_gap::words::{Code, Words};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use yew::prelude::*;

/// The day on which every test happens.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// The page's own address.
pub const PAGE: &str = "https://tool.example/sla/";

/// What a model knows before its first event, at an address.
pub fn start(address: &str) -> Start {
    Start {
        today: today(),
        seed: 7,
        theme: None,
        last_open: None,
        address: address.to_owned(),
        version: "0.1.0".to_owned(),
        page_address: PAGE.to_owned(),
        ..Start::default()
    }
}

/// A model before its first event, at an address.
pub fn blank(address: &str) -> Model {
    Model::new(start(address))
}

/// A model whose database is open and empty and whose catalogue is there.
pub fn ready(address: &str) -> Model {
    let mut model = blank(address);
    update(&mut model, Event::Started);
    update(&mut model, Event::StoreOpened(Ok(Kept::default())));
    update(&mut model, Event::CatalogueArrived(Ok(catalogue())));
    model
}

/// The same with every sixth question answered, each kind of answer in turn, and typed texts that try to be markup.
pub fn answered(address: &str) -> Model {
    let mut model = ready(address);
    let ids: Vec<_> = catalogue()
        .protections()
        .iter()
        .map(|protection| protection.id)
        .step_by(6)
        .collect();
    let answers = [
        Answer::Yes,
        Answer::Partly,
        Answer::No,
        Answer::Opposite,
        Answer::Unknown,
    ];
    let mut edits = vec![Edit::ClientName("<b>Smile</b> \u{202e}& \"Co\"".to_owned())];
    for (at, id) in ids.into_iter().enumerate() {
        let response = match answers.get(at % 6) {
            Some(answer) => Response::Answered(*answer),
            None => Response::NotApplicable {
                reason: "<i>no</i> {n}".to_owned(),
            },
        };
        edits.push(Edit::Response(id, response));
        edits.push(Edit::Note(id, "<script>alert(1)</script>".to_owned()));
    }
    for edit in edits {
        update(&mut model, Event::Edited(edit));
    }
    model
}

/// The catalogue as the release packs it.
pub fn catalogue() -> Rc<Catalogue> {
    thread_local! {
        static CATALOGUE: Rc<Catalogue> = Rc::new(Catalogue::parse(&pack("en")).unwrap());
    }
    CATALOGUE.with(Rc::clone)
}

/// The catalogue in Spanish.
pub fn spanish_catalogue() -> Rc<Catalogue> {
    thread_local! {
        static CATALOGUE: Rc<Catalogue> = Rc::new(Catalogue::parse(&pack("es")).unwrap());
    }
    CATALOGUE.with(Rc::clone)
}

/// The interface in Spanish, as the release packs it.
pub fn spanish() -> Words {
    thread_local! {
        static WORDS: Words = Words::parse(Code::Spanish, &words_pack("es")).unwrap();
    }
    WORDS.with(|words| *words)
}

fn words_pack(language: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("content")
        .join(language);
    let texts = texts::interface(&folder).unwrap().into_iter();
    let texts: Vec<String> = texts.map(|named| named.text).collect();
    let quick = texts::quick_check(&folder).unwrap();
    let bands = texts::verdicts(&folder).unwrap();
    serde_json::json!({ "texts": texts, "quick": quick, "bands": bands }).to_string()
}

fn pack(language: &str) -> String {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let words = content.join(language);
    let mut pack = Map::new();
    pack.insert("version".to_owned(), Value::from("test"));
    pack.insert("language".to_owned(), Value::from(language));
    pack.insert("structure".to_owned(), folder(&content.join("catalogue")));
    pack.insert("words".to_owned(), folder(&words.join("protections")));
    pack.insert("sources".to_owned(), file(&content.join("sources.json")));
    for path in json_files(&words) {
        let name = path
            .file_stem()
            .unwrap()
            .to_str()
            .unwrap()
            .replace('-', "_");
        pack.insert(name, file(&path));
    }
    Value::Object(pack).to_string()
}

fn folder(path: &Path) -> Value {
    json_files(path).iter().map(|path| file(path)).collect()
}

fn json_files(path: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    files.sort();
    files
}

fn file(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[derive(Properties, PartialEq)]
struct Shown {
    state: State,
}

#[component]
fn Whole(props: &Shown) -> Html {
    html! { <Frame state={props.state.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    draw: Callback<(), Html>,
}

#[component]
fn Part(props: &PartProps) -> Html {
    props.draw.emit(())
}

/// One part of a screen as HTML.
pub async fn draw(part: impl Fn() -> Html + 'static) -> String {
    let draw = Callback::from(move |()| part());
    yew::LocalServerRenderer::<Part>::with_props(PartProps { draw })
        .hydratable(false)
        .render()
        .await
}

/// A model in which the sample is open.
pub fn sample(address: &str) -> Model {
    let mut model = ready(address);
    update(&mut model, Event::Library(LibraryEvent::Sample));
    model
}

/// The link of the sample, without the page's own address.
pub fn sample_link() -> String {
    let link = sample("#/report").link().unwrap().unwrap();
    link.strip_prefix(PAGE).unwrap().to_owned()
}

/// The same in a firm's colors: somebody to reach.
pub fn with_contact(mut model: Model, contact: engine::brand::ContactLink) -> Model {
    model.brand = Rc::new(engine::brand::Brand {
        contact: Some(contact),
        ..engine::brand::Brand::standard()
    });
    model
}

/// The whole page as HTML.
pub async fn render(model: Model) -> String {
    let state = State(Rc::new(model));
    yew::LocalServerRenderer::<Whole>::with_props(Shown { state })
        .hydratable(false)
        .render()
        .await
}

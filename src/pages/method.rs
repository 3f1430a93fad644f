//! How the tool counts: the rules, the lengths of periods, every weight, every source.

use super::assess::loading;
use super::parts::{Part, contents, heading};
use crate::components::{
    Choice, ChoiceOption, Look, Row, Send, hint, p, screen_title, table, use_send, use_words,
};
use crate::model::view::learn::is_place;
use crate::model::view::method::{self as view, WeightRow};
use crate::model::{Edit, Event, Model};
use crate::routes::Route;
use crate::text::{brand, common, method as text};
use crate::words::Words;
use engine::rubric::{Catalogue, Source};
use yew::prelude::*;

const PARTS: [Part; 5] = [
    ("periods", text::PERIODS_TITLE),
    ("weights", text::WEIGHTS_TITLE),
    ("sources", text::SOURCES_TITLE),
    ("differs", brand::DIFFERS_TITLE),
    ("disclaimer", text::DISCLAIMER_TITLE),
];

/// The screen.
pub fn screen(send: &Send, model: &Model) -> Html {
    let words = model.words;
    html! {
        <>
            { screen_title(words.get(text::TITLE), words.get(text::LEAD)) }
            <div class="method">
                if let Some(catalogue) = model.catalogue.ready() {
                    { contents(words, Route::Method, text::CONTENTS, &PARTS) }
                    { sections(catalogue) }
                    <section>{ periods(words) }</section>
                    <section>{ weights(model, catalogue) }</section>
                    <section>{ sources(words, catalogue) }</section>
                    <section>{ differs(model) }</section>
                    <section>
                        { heading(words, PARTS[4]) }
                        { p(&catalogue.verdicts().disclaimer) }
                        { hint(&words.fill(common::FOOTER_CATALOGUE, &[("version", catalogue.version())])) }
                    </section>
                } else {
                    { loading(send, model) }
                }
            </div>
        </>
    }
}

/// What is not of the standard catalogue, and the way to the brand.
fn differs(model: &Model) -> Html {
    let words = model.words;
    let lines = crate::model::view::brand::differs(model);
    html! {
        <>
            { heading(words, PARTS[3]) }
            { p(&crate::model::view::brand::counted(model)) }
            <p hidden={!lines.is_empty()}>{ words.get(brand::DIFFERS_NONE) }</p>
            <ul hidden={lines.is_empty()}>
                for line in lines.iter() { <li key={line.clone()}>{ line.clone() }</li> }
            </ul>
            <p hidden={!model.has(Route::Brand)}><a href={Route::Brand.hash()}>{ words.get(brand::LINK) }</a></p>
        </>
    }
}

fn sections(catalogue: &Catalogue) -> Html {
    html! {
        <div class="rules">
            for section in catalogue.method().sections.iter() {
                <section key={section.id.clone()}>
                    <h2 id={["method-", &section.id].concat()} tabindex="-1">{ section.title.clone() }</h2>
                    <div>
                        for (at, paragraph) in section.paragraphs.iter().enumerate() {
                            <p key={at}>{ paragraph.clone() }</p>
                        }
                    </div>
                </section>
            }
        </div>
    }
}

fn periods(words: Words) -> Html {
    let columns = [
        (words.get(text::PERIOD), ""),
        (words.get(text::LENGTH), "number"),
        (words.get(text::SECONDS), "number"),
    ];
    let row = |row: view::PeriodRow| {
        let cells = vec![row.name.into(), row.length.into(), row.seconds.into()];
        Row::new(row.key, cells)
    };
    let rows = view::periods(words).into_iter().map(row).collect();
    html! {
        <>
            { heading(words, PARTS[0]) }
            { p(words.get(text::PERIODS_LEAD)) }
            { table("periods".into(), "", &columns, rows) }
        </>
    }
}

fn weights(model: &Model, catalogue: &Catalogue) -> Html {
    let words = model.words;
    let groups = view::weights(model, catalogue);
    html! {
        <>
            { heading(words, PARTS[1]) }
            { p(&catalogue.verdicts().weights_note) }
            { p(words.get(text::WEIGHTS_CHANGE)) }
            <p role="status"><strong>{ view::changes(words, &groups) }</strong></p>
            <div>
                for group in groups {
                    <details key={group.id.clone()} id={group.id.clone()} class="fold" tabindex="-1"
                        open={is_place(model.place.as_deref(), "", &group.id)}>
                        <summary id={[&group.id, "-title"].concat()}>
                            { group.title }{ " " }<span class="tag" hidden={group.changed.is_empty()}>{ group.changed }</span>
                        </summary>
                        <Weights id={group.id} rows={group.rows} />
                    </details>
                }
            </div>
        </>
    }
}

/// Properties of [`Weights`].
#[derive(Properties, PartialEq)]
struct WeightsProps {
    id: AttrValue,
    rows: Vec<WeightRow>,
}

/// The weights of one group. Redrawn only when one of them changes.
#[component]
fn Weights(props: &WeightsProps) -> Html {
    let send = use_send();
    let words = use_words();
    let columns = [
        (words.get(text::PROTECTION), ""),
        (words.get(text::WEIGHT), ""),
        (words.get(text::REASON), ""),
        (words.get(text::DEPTH), ""),
        (words.get(text::SHAPE), ""),
    ];
    let row = |row: &WeightRow| {
        let link = ["#/assess/", &row.key].concat();
        let cells = vec![
            html! { <a href={link}>{ row.title.clone() }</a> },
            weight(&send, words, row),
            Html::from(&row.reason),
            row.depth.into(),
            row.shape.into(),
        ];
        Row::new(row.key.clone(), cells)
    };
    let rows = props.rows.iter().map(row).collect();
    let title = [&props.id, "-title"].concat();
    table(title.into(), "weights", &columns, rows)
}

fn weight(send: &Send, words: Words, row: &WeightRow) -> Html {
    let (id, standard) = (row.id, row.standard);
    let named = [
        ("n", view::weight_key(standard)),
        ("title", row.title.as_str()),
    ];
    let options = ChoiceOption::list(&view::WEIGHTS.map(|weight| (weight, weight)));
    let on_choose = {
        let send = send.clone();
        Callback::from(move |key| {
            if let Some(weight) = view::weight_of(key) {
                send.emit(Event::Edited(Edit::Weight(id, weight)));
            }
        })
    };
    let changed = row.weight != standard;
    let place = ["own-", &row.key].concat();
    let reset = {
        let (send, place) = (send.clone(), place.clone());
        Callback::from(move |_: MouseEvent| {
            send.emit(Event::Edited(Edit::Weight(id, standard)));
            // The button is about to go, and must not take the focus with it.
            crate::browser::focus_now(&place);
        })
    };
    let choice = Choice {
        name: ["weight-", &row.key].concat().into(),
        legend: words.fill(text::WEIGHT_NAMED, &named).into(),
        hint: AttrValue::default(),
        options,
        chosen: view::weight_key(row.weight),
        on_choose,
        look: Look::Bare,
    };
    html! {
        <div id={place} tabindex="-1">
            { choice.draw() }
            <p class="weights__standard">
                { words.fill(text::STANDARD, &named) }{ " " }<span class="tag" hidden={!changed}>{ words.get(text::CHANGED) }</span>
            </p>
            <button type="button" class="button button--quiet" hidden={!changed} aria-label={words.fill(text::RESET_NAMED, &named)}
                onclick={reset}>{ words.fill(text::RESET, &named) }</button>
        </div>
    }
}

fn sources(words: Words, catalogue: &Catalogue) -> Html {
    html! {
        <>
            { heading(words, PARTS[2]) }
            { p(words.get(text::SOURCES_LEAD)) }
            <div>
                for group in view::sources(words, catalogue) {
                    <section key={group.id} aria-labelledby={group.id}>
                        <h3 id={group.id}>{ group.title }</h3>
                        <ul class="sources">
                            for entry in group.sources {
                                { source(words, entry) }
                            }
                        </ul>
                    </section>
                }
            </div>
        </>
    }
}

fn source(words: Words, source: &Source) -> Html {
    let id = ["source-", &source.key].concat();
    let facts = [
        (text::PUBLISHER, source.publisher.clone()),
        (
            text::JURISDICTION,
            view::jurisdiction(words, &source.jurisdiction),
        ),
        (text::SEEN, crate::format::day(words, source.seen)),
    ];
    html! {
        <li key={id.clone()} {id} tabindex="-1">
            <a href={source.url.clone()} rel="noreferrer noopener" target="_blank">
                { source.title.clone() }<span class="sr-only">{ " (" }{ words.get(common::NEW_TAB) }{ ")" }</span>
            </a>
            <dl class="facts facts--row">
                for (name, body) in facts {
                    <div key={name.key()}><dt>{ words.get(name) }</dt><dd>{ body }</dd></div>
                }
            </dl>
            <p class="hint" hidden={source.note.is_none()}>{ source.note.clone().unwrap_or_default() }</p>
        </li>
    }
}

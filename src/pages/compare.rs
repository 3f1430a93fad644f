//! Agreements side by side.

use crate::components::{Pick, PickGroup, Send, cell, hint, screen_title, state_mark};
use crate::model::compare::CompareEvent;
use crate::model::view::compare::{
    self as view, CompareCell, CompareRow, CompareView, SectionView,
};
use crate::model::{Event, Model};
use crate::routes::Route;
use crate::text::{compare as text, results};
use crate::words::Words;
use yew::prelude::*;

/// The screen.
pub fn screen(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let view = view::view(model);
    let few = view.heads.len() < 2;
    html! {
        <div class="compare">
            { screen_title(words.get(text::TITLE), words.get(text::LEAD)) }
            <div class="grid">
                for (at, (label, chosen)) in view.picks.iter().enumerate() {
                    <div key={at}>{ pick(send, &view, at, label, chosen) }</div>
                }
            </div>
            <p role="status" hidden={!few}>{ words.get(text::FEW) }</p>
            <div class="actions" hidden={few}>{ all(send, words, &view) }</div>
            <div>{ hint(&view.hidden) }</div>
            <p hidden={view.same.is_empty()}>{ view.same.clone() }</p>
            <div>
                if !few { { contents(words, &view) } }
            </div>
            for section in view.sections.iter() {
                <section key={section.id} aria-labelledby={["compare-", section.id].concat()}>
                    { part(words, &view.heads, section) }
                </section>
            }
        </div>
    }
}

fn pick(send: &Send, view: &CompareView, at: usize, label: &str, chosen: &str) -> Html {
    let send = send.clone();
    let on_pick = Callback::from(move |key| {
        send.emit(Event::Compare(CompareEvent::Column(at, key)));
    });
    let group = |(label, options): &(String, Vec<(String, String)>)| PickGroup {
        label: label.clone().into(),
        options: options
            .iter()
            .map(|(key, name)| (key.clone().into(), name.clone().into()))
            .collect(),
    };
    let groups: Vec<PickGroup> = view.options.iter().map(group).collect();
    let id = ["compare-", &at.to_string()].concat();
    html! { <Pick {id} label={label.to_owned()} {groups} chosen={chosen.to_owned()} {on_pick} /> }
}

fn all(send: &Send, words: Words, view: &CompareView) -> Html {
    let label = if view.all {
        text::DIFFERENCES
    } else {
        text::ALL
    };
    let event = Event::Compare(CompareEvent::All(!view.all));
    html! { <button type="button" class="button" onclick={send.says(event)}>{ words.get(label) }</button> }
}

/// Links to the parts with how many rows each has: on a phone the whole is many screens long.
fn contents(words: Words, view: &CompareView) -> Html {
    let link = |section: &SectionView| {
        let rows = section.rows.len().to_string();
        let values = [("title", section.title), ("n", &*rows)];
        let href = [Route::Compare.hash(), "/compare-", section.id].concat();
        html! { <li key={section.id}><a {href}>{ words.fill(text::PART, &values) }</a></li> }
    };
    html! {
        <nav class="contents" aria-label={words.get(results::CONTENTS)}>
            <ul>for section in view.sections.iter() { { link(section) } }</ul>
        </nav>
    }
}

fn part(words: Words, heads: &[String], section: &SectionView) -> Html {
    let id = ["compare-", section.id].concat();
    html! {
        <>
            <h2 id={id.clone()} tabindex="-1">{ section.title }</h2>
            <div class="table-frame" tabindex="0" role="region" aria-labelledby={id}>
                <table class="compare__table">
                    <thead><tr>
                        <th scope="col">{ words.get(text::ROW) }</th>
                        for (at, head) in heads.iter().enumerate() { <th key={at} scope="col"><bdi>{ head.clone() }</bdi></th> }
                    </tr></thead>
                    <tbody>
                        for (at, of) in section.rows.iter().enumerate() { { row(at, of) } }
                    </tbody>
                </table>
            </div>
        </>
    }
}

fn row(at: usize, row: &CompareRow) -> Html {
    let class = if row.differs() {
        "compare__row compare__row--differs"
    } else {
        "compare__row"
    };
    html! {
        <tr key={at} {class}>
            <th scope="row">
                <span class="compare__group" hidden={row.group.is_empty()}><bdi>{ row.group.clone() }</bdi>{ " " }</span>
                <bdi>{ row.name.clone() }</bdi>
            </th>
            for (at, of) in row.cells.iter().enumerate() {
                <td key={at}>{ inside(of) }</td>
            }
        </tr>
    }
}

fn inside(of: &CompareCell) -> Html {
    match of {
        CompareCell::Cell(of) => cell(of),
        CompareCell::Mark(state, name) => state_mark((state, name)),
    }
}

//! Simulated years: the assumptions, one year as a picture, how downtime spreads, and what it comes to.

use super::pick;
use crate::components::{Send, TextField};
use crate::model::Event;
use crate::model::lab::{LabEvent, YearsEvent};
use crate::model::view::downtime::{
    self as view, Picture, PictureRow, Results, Spread, YearsInput, YearsView,
};
use crate::text::years as text;
use crate::words::{Text, Words};
use yew::prelude::*;

/// The section.
pub(super) fn section(send: &Send, words: Words, view: YearsView) -> Html {
    html! {
        <>
            <h2 id="lab-years">{ words.get(text::TITLE) }</h2>
            <p class="lead">{ words.get(text::LEAD) }</p>
            <p>{ words.get(text::ASSUMED) }</p>
            <details class="years__inputs">
                <summary>{ words.get(text::INPUTS) }</summary>
                <div class="grid">
                    for input in view.fields { <div key={input.id}>{ field(send, input) }</div> }
                    <div key="law">{ pick(send, words, "years-law", text::LAW, view.law, view::law_event) }</div>
                </div>
            </details>
            <p class="years__status">
                <span class="number" id="years-status">{ view.status }</span>{ " " }
                { button(send, words, text::STOP, YearsEvent::Stop, !view.running) }
                { button(send, words, text::GO_ON, YearsEvent::Again, !view.halted) }
                { button(send, words, text::RESEED, YearsEvent::Reseed, false) }
            </p>
            <div class="lab__says" aria-live="polite">
                for note in view.notes { <p key={note.clone()}>{ note.clone() }</p> }
            </div>
            <div class="years__results">
                if let Some(found) = view.results {
                    <div>{ results(send, words, found) }</div>
                }
            </div>
        </>
    }
}

fn field(send: &Send, input: YearsInput) -> Html {
    let (send, field) = (send.clone(), input.field);
    let on_input = Callback::from(move |typed| {
        send.emit(Event::Lab(LabEvent::Years(YearsEvent::Typed(field, typed))));
    });
    TextField::new(input.id, input.label, input.value, on_input)
        .hint(input.hint)
        .error(input.error)
        .line()
}

fn button(send: &Send, words: Words, name: Text, event: YearsEvent, hidden: bool) -> Html {
    let onclick = send.on(move || Event::Lab(LabEvent::Years(event.clone())));
    html! { <button type="button" class="button" {hidden} {onclick}>{ words.get(name) }</button> }
}

fn results(send: &Send, words: Words, view: Results) -> Html {
    html! {
        <>
            <div class="years__pick">{ pick(send, words, "years-look", text::LOOK, view.look, view::look_event) }</div>
            <figure class="year" hidden={view.picture.is_none()}>
                if let Some(picture) = view.picture {
                    { self::picture(words, picture) }
                }
            </figure>
            <figure class="spread">{ spread(words, view.spread) }</figure>
            <h3 id="years-chances">{ words.get(text::CHANCES) }</h3>
            { table("years-chances", &[words.get(text::COLUMN_WHAT), words.get(text::COLUMN_ASKED), &view.baseline], view.figures.into_iter().map(Vec::from).collect()) }
            { sentences(view.says) }
            <h3>{ words.get(text::MONEY) }</h3>
            <dl class="facts" hidden={view.money.0.is_empty()}>
                for (name, value) in view.money.0 { <div key={name}><dt>{ name }</dt><dd class="number">{ value.clone() }</dd></div> }
            </dl>
            { sentences(view.money.1) }
        </>
    }
}

fn sentences(says: Vec<String>) -> Html {
    html! {
        <div class="lab__says">for sentence in says { <p key={sentence.clone()}>{ sentence.clone() }</p> }</div>
    }
}

/// A table in a frame of its own; columns without a heading are left out.
fn table(labelled: &'static str, columns: &[&str], rows: Vec<Vec<String>>) -> Html {
    let shown = columns.iter().filter(|name| !name.is_empty()).count();
    let columns: Vec<String> = columns
        .iter()
        .take(shown)
        .map(|name| (*name).to_owned())
        .collect();
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-labelledby={labelled}>
            <table>
                <thead><tr>for name in columns { <th key={name.clone()} scope="col">{ name.clone() }</th> }</tr></thead>
                <tbody>
                    for (at, row) in rows.into_iter().enumerate() {
                        <tr key={at}>
                            <th scope="row">{ row.first().cloned().unwrap_or_default() }</th>
                            for (at, cell) in row.into_iter().enumerate().take(shown).skip(1) { <td key={at}>{ cell }</td> }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn picture(words: Words, view: Picture) -> Html {
    let columns = [
        words.get(text::COLUMN_LOCATION),
        words.get(text::COLUMN_BEGINS),
        words.get(text::COLUMN_LASTS),
        words.get(text::COLUMN_MEANING),
    ];
    html! {
        <>
            <figcaption><strong id="years-picture">{ view.title }</strong><span class="hint">{ view.measure }</span></figcaption>
            <ul class="year__kinds">
                for (class, name) in view.kinds {
                    <li key={class}><svg viewBox="0 0 24 20" aria-hidden="true">{ mark(class, 4, 16) }</svg>{ name }</li>
                }
            </ul>
            <div class="year__rows" role="img" aria-label={view.label}>
                for (at, row) in view.rows.into_iter().enumerate() { <div key={at} class="year__row">{ self::row(row) }</div> }
            </div>
            { sentences(view.notes) }
            <details>
                <summary>{ words.get(text::PICTURE_TABLE) }</summary>
                { table("years-picture", &columns, view.list.into_iter().map(Vec::from).collect()) }
            </details>
        </>
    }
}

fn row(row: PictureRow) -> Html {
    html! {
        <>
            <span class="year__name"><bdi>{ row.name }</bdi></span>
            <svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
                <rect class="year__base" x="0" y="18" width="1000" height="2" />
                for (at, outage) in row.marks.into_iter().enumerate() {
                    <g key={at}>{ mark(outage.class, outage.x, outage.width) }</g>
                }
            </svg>
        </>
    }
}

/// Its height says what it means as much as its color.
fn mark(class: &'static str, x: u32, width: u32) -> Html {
    let height = match class {
        "missed" => 18,
        "met" => 11,
        _ => 5,
    };
    html! {
        <rect class={["year__mark year__mark--", class].concat()} x={x.to_string()} y={(18 - height).to_string()}
            width={width.to_string()} height={height.to_string()} />
    }
}

fn spread(words: Words, view: Spread) -> Html {
    let step = 1_000 / view.bars.len().max(1);
    let rows = view
        .bars
        .iter()
        .map(|(name, share, _)| vec![name.clone(), share.clone()])
        .collect();
    let columns = [
        words.get(text::COLUMN_LENGTH),
        words.get(text::COLUMN_SHARE),
    ];
    let limit = view.limit.to_string();
    html! {
        <>
            <figcaption><strong id="years-spread">{ view.title }</strong><span class="hint">{ words.get(text::MEASURE) }</span></figcaption>
            <svg class="spread__chart" role="img" aria-label={view.label} viewBox="0 0 1000 240" preserveAspectRatio="none">
                for (at, (_, _, height)) in view.bars.iter().enumerate() {
                    <rect key={at} class="spread__bar" x={(at * step + 6).to_string()} width={(step - 12).to_string()}
                        y={(230 - height * 210 / 1_000).to_string()} height={(height * 210 / 1_000).to_string()} />
                }
                <rect class="year__base" x="0" y="230" width="1000" height="2" />
                <line class="spread__limit" x1={limit.clone()} x2={limit} y1="0" y2="240" />
            </svg>
            <ol class="spread__names" aria-hidden="true">
                for (at, (name, share, _)) in view.bars.iter().enumerate() {
                    <li key={at}><span>{ name.clone() }</span><b class="number">{ share.clone() }</b></li>
                }
            </ol>
            { sentences(view.says) }
            <details>
                <summary>{ words.get(text::SPREAD_TABLE) }</summary>
                { table("years-spread", &columns, rows) }
            </details>
        </>
    }
}

//! The response clock.

use crate::components::{Pick, PickGroup, Send, TextField, cell, hint, screen_title, state_mark};
use crate::model::Model;
use crate::model::lab::ResponseEvent;
use crate::model::view::response::{self as view, Chart, Control, Field, List, SideView};
use crate::routes::Route;
use crate::text::response as text;
use crate::words::Words;
use yew::prelude::*;

/// The screen.
pub fn screen(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let view = view::view(model);
    html! {
        <div class="lab">
            { screen_title(words.get(text::TITLE), words.get(text::LEAD)) }
            <section aria-labelledby="clock-form">
                <h2 id="clock-form">{ words.get(text::FORM_TITLE) }</h2>
                <div class="grid">
                    for control in view.controls {
                        <div key={control.id()}>{ self::control(send, control) }</div>
                    }
                </div>
                { hint(&[words.get(text::FROM_HINT), " ", &view.zone].concat()) }
            </section>
            if let Some(chart) = view.chart {
                { picture(words, chart) }
            } else {
                <p class="error">{ words.get(text::TOO_FAR) }</p>
            }
            <div class="sides">
                for (at, side) in view.sides.into_iter().enumerate() {
                    <section key={at} class="card" aria-labelledby={["clock-side-", &at.to_string()].concat()}>{ self::side(words, at, side) }</section>
                }
            </div>
        </div>
    }
}

pub(super) fn control(send: &Send, control: Control) -> Html {
    match control {
        Control::List(list) => pick(send, list),
        Control::Field(field) => line(send, field),
    }
}

fn pick(send: &Send, list: List) -> Html {
    let send = send.clone();
    let event = list.event;
    let on_pick = Callback::from(move |key: String| {
        if let Some(event) = event(&key) {
            send.emit(view::event(event));
        }
    });
    let group = PickGroup {
        label: AttrValue::default(),
        options: list
            .options
            .into_iter()
            .map(|(key, name)| (key.into(), name.into()))
            .collect(),
    };
    html! { <Pick id={list.id} label={list.label} groups={vec![group]} chosen={list.chosen} {on_pick} /> }
}

fn line(send: &Send, field: Field) -> Html {
    let (send, which) = (send.clone(), field.field);
    let on_input =
        Callback::from(move |typed| send.emit(view::event(ResponseEvent::Typed(which, typed))));
    TextField::new(field.id, field.label, field.value, on_input)
        .hint(field.hint)
        .error(field.error)
        .line()
}

pub(super) fn picture(words: Words, chart: Chart) -> Html {
    html! {
        <figure class="clocks">
            <figcaption aria-live="polite"><strong><bdi>{ chart.title }</bdi></strong><span class="hint">{ " " }{ chart.measure }</span></figcaption>
            <ul class="clocks__rows" aria-label={words.get(text::TABLE)}>
                for (at, row) in chart.rows.into_iter().enumerate() {
                    <li key={at}>
                        <span class="clocks__name" aria-hidden="true"><bdi>{ row.name }</bdi></span>
                        <svg role="img" aria-label={row.says} viewBox="0 0 1000 20" preserveAspectRatio="none">
                            for (at, bar) in row.bars.iter().enumerate() {
                                <rect key={at} class={["clocks__", bar.class].concat()} x={bar.from.to_string()} width={bar.width.to_string()}
                                    y={if bar.class == "stand" { "9" } else { "0" }} height={if bar.class == "stand" { "2" } else { "20" }} />
                            }
                        </svg>
                    </li>
                }
            </ul>
            <p class="clocks__scale" aria-hidden="true">for end in chart.ends { <span key={end.clone()}>{ end.clone() }</span> }</p>
        </figure>
    }
}

fn side(words: Words, at: usize, side: SideView) -> Html {
    html! {
        <>
            <h2 id={["clock-side-", &at.to_string()].concat()}><bdi>{ side.name }</bdi></h2>
            <p class="hint" hidden={side.note.is_empty()}>{ side.note }</p>
            <p hidden={!side.enter}><a href={Route::Commitments.hash()}>{ words.get(text::ENTER) }</a></p>
            <dl class="facts">
                for each in side.facts.iter() {
                    <div key={each.name.clone()}><dt>{ each.name.clone() }</dt><dd>{ cell(&each.value) }</dd></div>
                }
            </dl>
            <h3>{ words.get(text::VERDICT) }</h3>
            <ul>
                for verdict in side.verdicts {
                    <li key={verdict.name}>{ verdict.name }{ ": " }{ state_mark((verdict.state, verdict.word)) }</li>
                }
            </ul>
        </>
    }
}

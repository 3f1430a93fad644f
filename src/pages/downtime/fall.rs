//! Where an outage may fall: two weeks as a timeline, moved by drag, tap, keys or buttons, and the same as a table.

use crate::browser::pressed_at;
use crate::components::{Choice, ChoiceOption, Look, Send, figure};
use crate::model::Event;
use crate::model::lab::{FallEvent, LabEvent, STEP};
use crate::model::view::downtime::{Drawing, FallView, RowView, WIDTH, extreme};
use crate::text::fall as text;
use crate::words::{Text, Words};
use web_sys::{KeyboardEvent, PointerEvent};
use yew::prelude::*;

const DAY: i64 = 86_400;
/// The height of a row in the drawing.
const ROW: u32 = 100;

/// The section.
pub fn fall(send: &Send, words: Words, view: FallView) -> Html {
    html! {
        <>
            <h2 id="lab-fall">{ words.get(text::TITLE) }</h2>
            { body(send, words, view) }
        </>
    }
}

/// What stands below its title.
pub(in crate::pages) fn body(send: &Send, words: Words, view: FallView) -> Html {
    let ask = {
        let send = send.clone();
        Callback::from(move |key| say(&send, FallEvent::Ask(extreme(key))))
    };
    let asks = Choice {
        name: "fall-ask".into(),
        legend: words.get(text::ASK).into(),
        hint: AttrValue::default(),
        options: ChoiceOption::list(&view.asks),
        chosen: view.asked,
        on_choose: ask,
        look: Look::Plain,
    };
    html! {
        <>
            { asks.draw() }
            <p hidden={view.note.is_none()}>{ view.note.unwrap_or_default() }</p>
            <div>
                if let Some(drawing) = view.drawing {
                    { picture(send, words, &view.title, &view.lead, drawing) }
                }
            </div>
        </>
    }
}

fn say(send: &Send, event: FallEvent) {
    send.emit(Event::Lab(LabEvent::Fall(event)));
}

fn picture(send: &Send, words: Words, title: &str, lead: &str, drawing: Drawing) -> Html {
    let verdict = if drawing.kept {
        "fall__verdict fall__verdict--kept"
    } else {
        "fall__verdict fall__verdict--missed"
    };
    let mark = if drawing.kept { "✓" } else { "✗" };
    html! {
        <figure class="fall">
            <figcaption><strong id="fall-finding" class="fall__finding">{ title.to_owned() }</strong><span class="hint">{ lead.to_owned() }</span></figcaption>
            { timeline(send, words, &drawing) }
            <p class="hint" hidden={drawing.more.is_none()}>{ drawing.more.clone().unwrap_or_default() }</p>
            <p class={verdict} role="status"><span aria-hidden="true">{ mark }</span>{ " " }{ drawing.verdict }</p>
            <dl class="facts">
                for (name, value) in drawing.facts.iter() { <div key={*name}><dt>{ *name }</dt><dd class="number">{ value.clone() }</dd></div> }
            </dl>
            { buttons(send, words, drawing.worst) }
            <p class="hint" id="fall-how">{ words.get(text::HOW) }</p>
            { table(words, drawing) }
        </figure>
    }
}

/// The drawing is one slider: what lies in it is presentation, and its value is said in words.
fn timeline(send: &Send, words: Words, drawing: &Drawing) -> Html {
    let rows = u32::try_from(drawing.rows.len()).unwrap_or(1).max(1);
    let height = (rows * ROW).to_string();
    let view_box = ["0 0 ", &WIDTH.to_string(), " ", &height].concat();
    html! {
        <div class="fall__frame">
            <ol class="fall__days" aria-hidden="true">
                for (at, (letter, day)) in drawing.days.iter().enumerate() { <li key={at}>{ letter.clone() }<span>{ day.clone() }</span></li> }
            </ol>
            <div class="fall__slider" role="slider" tabindex="0" aria-label={words.get(text::SLIDER)} aria-describedby="fall-how" aria-valuemin="0"
                aria-valuemax={WIDTH.to_string()} aria-valuenow={drawing.value.to_string()} aria-valuetext={drawing.spoken.clone()}
                onkeydown={keys(send)} onpointerdown={pointer(send, true)} onpointermove={pointer(send, false)}>
                <svg aria-hidden="true" viewBox={view_box} preserveAspectRatio="none">
                    for (at, row) in (0_u32..).zip(drawing.rows.iter()) { { drawn(at, row) } }
                    for (at, x) in drawing.boundaries.iter().enumerate() {
                        <rect key={at} class="fall__boundary" x={x.to_string()} y="0" width="25" height={height.clone()} />
                    }
                </svg>
                <ol class="fall__names" aria-hidden="true">
                    for (at, row) in drawing.rows.iter().enumerate() { <li key={at}><bdi>{ row.name.clone() }</bdi></li> }
                </ol>
            </div>
        </div>
    }
}

fn drawn(at: u32, row: &RowView) -> Html {
    let top = at * ROW;
    let bars = [
        ("fall__open", 45, 50, &row.opening),
        ("fall__lost", 45, 50, &row.lost),
    ];
    let down: Vec<_> = row.down.into_iter().collect();
    let all = [bars[0], ("fall__down", 60, 20, &down), bars[1]];
    html! {
        <g key={at}>
            for (class, y, height, stretches) in all {
                for (x, width) in stretches.iter() {
                    <rect key={[class, &x.to_string()].concat()} {class} x={x.to_string()} y={(top + y).to_string()} width={width.to_string()} height={height.to_string()} />
                }
            }
        </g>
    }
}

fn keys(send: &Send) -> Callback<KeyboardEvent> {
    let send = send.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let by = |step| {
            if event.shift_key() {
                FallEvent::Longer(step)
            } else {
                FallEvent::Later(step)
            }
        };
        let what = match event.key().as_str() {
            "ArrowLeft" => by(-STEP),
            "ArrowRight" => by(STEP),
            "PageUp" => FallEvent::Later(-DAY),
            "PageDown" => FallEvent::Later(DAY),
            "ArrowUp" => FallEvent::Down(-1),
            "ArrowDown" => FallEvent::Down(1),
            "Home" => FallEvent::First,
            "End" => FallEvent::Last,
            _ => return,
        };
        event.prevent_default();
        say(&send, what);
    })
}

/// A press moves the outage there; while it lasts, the outage follows.
fn pointer(send: &Send, press: bool) -> Callback<PointerEvent> {
    let send = send.clone();
    Callback::from(move |event: PointerEvent| {
        if let Some((x, y)) = pressed_at(&event, ".fall__slider", press) {
            say(&send, FallEvent::At { x, y });
        }
    })
}

fn buttons(send: &Send, words: Words, worst: bool) -> Html {
    let moves: [(Text, FallEvent); 8] = [
        (text::DAY_EARLIER, FallEvent::Later(-DAY)),
        (text::EARLIER, FallEvent::Later(-STEP)),
        (text::LATER, FallEvent::Later(STEP)),
        (text::DAY_LATER, FallEvent::Later(DAY)),
        (text::SHORTER, FallEvent::Longer(-STEP)),
        (text::LONGER, FallEvent::Longer(STEP)),
        (text::UP, FallEvent::Down(-1)),
        (text::DOWN, FallEvent::Down(1)),
    ];
    let button = |event: FallEvent| send.on(move || Event::Lab(LabEvent::Fall(event.clone())));
    html! {
        <div class="actions fall__buttons" role="group" aria-label={words.get(text::BUTTONS)}>
            for (name, event) in moves {
                <button key={name.key()} type="button" class="button" onclick={button(event)}>{ words.get(name) }</button>
            }
            <button key={text::WORST.key()} type="button" class="button" disabled={worst} onclick={button(FallEvent::Worst)}>{ words.get(text::WORST) }</button>
        </div>
    }
}

fn table(words: Words, drawing: Drawing) -> Html {
    let heads = [
        text::COLUMN_LOCATION,
        text::COLUMN_PERIOD,
        text::COLUMN_LOST,
        text::COLUMN_COUNTED,
        text::COLUMN_SHARE,
        text::COLUMN_LINE,
    ];
    html! {
        <details class="fall__table">
            <summary>{ words.get(text::TABLE) }</summary>
            <div class="table-frame" tabindex="0" role="region" aria-labelledby="fall-finding">
            <table>
                <thead><tr>for head in heads { <th key={head.key()} scope="col">{ words.get(head) }</th> }</tr></thead>
                <tbody>
                    for (at, row) in drawing.table.into_iter().enumerate() {
                        <tr key={at}>
                            <th scope="row"><bdi>{ row.name }</bdi></th>
                            <td>{ row.period }</td>
                            <td>{ row.lost }</td>
                            <td>{ row.counted }</td>
                            <td>
                                if let Some(shown) = row.share { { figure(&shown, "figure") } }
                            </td>
                            <td>{ row.line }</td>
                        </tr>
                    }
                </tbody>
            </table>
            </div>
        </details>
    }
}

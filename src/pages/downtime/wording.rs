//! What the wording does to the promise: its inputs, bars from the headline down, and the same as a table.

use crate::components::{Choice, ChoiceOption, Look, Send, TextField, figure};
use crate::model::lab::{LabEvent, WordingEvent};
use crate::model::view::downtime::{CLOCKS, MAINTENANCE, SEEN, WordingFieldView, WordingView};
use crate::model::{Event, lab::WordingField};
use crate::text::wording as text;
use crate::words::{Text, Words};
use yew::prelude::*;

/// The section.
pub fn wording(send: &Send, words: Words, view: WordingView) -> Html {
    html! {
        <>
            <h2 id="lab-wording">{ words.get(text::TITLE) }</h2>
            { inputs(send, words, &view) }
            { bars(words, &view) }
            <div class="lab__says">for note in view.notes { <p key={note.clone()}>{ note.clone() }</p> }</div>
        </>
    }
}

fn inputs(send: &Send, words: Words, view: &WordingView) -> Html {
    let say = |event: fn(&'static str) -> WordingEvent| {
        let send = send.clone();
        Callback::from(move |key| send.emit(Event::Lab(LabEvent::Wording(event(key)))))
    };
    let clocks = CLOCKS.map(|(key, _, name)| (key, words.get(name)));
    let seen = SEEN.map(|(key, _, name)| (key, words.get(name)));
    let maintenances = MAINTENANCE.map(|(key, _, name)| (key, words.get(name)));
    let choice = |name: &'static str,
                  legend: Text,
                  options: &[(&'static str, &'static str)],
                  chosen,
                  on_choose| {
        Choice {
            name: name.into(),
            legend: words.get(legend).into(),
            hint: AttrValue::default(),
            options: ChoiceOption::list(options),
            chosen,
            on_choose,
            look: Look::Plain,
        }
        .draw()
    };
    html! {
        <details class="wording__inputs">
            <summary>{ words.get(text::FORM) }</summary>
            <p class="hint">{ words.get(text::FORM_HINT) }</p>
            <div class="grid">
                { choice("wording-clock", text::CLOCK, &clocks, view.clock, say(clock)) }
                { choice("wording-seen", text::SEEN, &seen, view.seen, say(measured)) }
                if let Some(chosen) = view.maintenance {
                    { choice("wording-maintenance", text::MAINTENANCE, &maintenances, chosen, say(maintenance)) }
                }
                for field in view.fields.iter() { <div key={field.id}>{ line(send, field) }</div> }
            </div>
        </details>
    }
}

fn clock(key: &'static str) -> WordingEvent {
    let found = CLOCKS.iter().find(|(of, _, _)| *of == key);
    WordingEvent::Clock(found.map_or(CLOCKS[0].1, |found| found.1))
}

fn measured(key: &'static str) -> WordingEvent {
    let found = SEEN.iter().find(|(of, _, _)| *of == key);
    WordingEvent::Seen(found.map_or(SEEN[0].1, |found| found.1))
}

fn maintenance(key: &'static str) -> WordingEvent {
    let found = MAINTENANCE.iter().find(|(of, _, _)| *of == key);
    WordingEvent::Maintenance(found.map_or(MAINTENANCE[0].1, |found| found.1))
}

fn line(send: &Send, view: &WordingFieldView) -> Html {
    let (send, field) = (send.clone(), view.field);
    let on_input = Callback::from(move |typed| {
        send.emit(Event::Lab(LabEvent::Wording(WordingEvent::Typed(
            field, typed,
        ))));
    });
    let mode = if field == WordingField::Short {
        "numeric"
    } else {
        "text"
    };
    TextField::new(view.id, view.label, view.value.clone(), on_input)
        .hint(view.hint)
        .error(view.error.clone())
        .mode(mode)
        .line()
}

fn bars(words: Words, view: &WordingView) -> Html {
    let rows = view.bars.len();
    let said: Vec<String> = view
        .bars
        .iter()
        .map(|bar| [bar.label, ": ", &bar.left.text].concat())
        .collect();
    let label = [&view.title, ". ", &said.join(". ")].concat();
    html! {
        <figure class="bars wording__bars" hidden={rows == 0}>
            <figcaption><strong id="wording-finding">{ view.title.clone() }</strong><span class="hint">{ view.measure.clone() }</span></figcaption>
            <div class="bars__frame">
                <svg role="img" aria-label={label} viewBox={["0 0 1000 ", &(rows.max(1) * 100).to_string()].concat()} preserveAspectRatio="none">
                    for (at, bar) in view.bars.iter().enumerate() {
                        <rect key={["whole-", bar.label].concat()} class="bars__bar bars__bar--period" x="0" y={(at * 100 + 72).to_string()} width="1000" height="24" />
                        <rect key={bar.label} class="bars__bar bars__bar--allowance" x="0" y={(at * 100 + 72).to_string()} width={bar.width.to_string()} height="24" />
                    }
                </svg>
                <ol class="bars__labels" aria-hidden="true">
                    for bar in view.bars.iter() { <li key={bar.label}>{ bar.label }<span class="number">{ bar.left.text.clone() }</span></li> }
                </ol>
            </div>
            <details>
                <summary>{ words.get(text::TABLE) }</summary>
                <div class="table-frame" tabindex="0" role="region" aria-labelledby="wording-finding">
                <table>
                    <thead><tr>
                        <th scope="col">{ words.get(text::COLUMN_WORDING) }</th>
                        <th scope="col">{ words.get(text::COLUMN_LOST) }</th>
                        <th scope="col">{ words.get(text::COLUMN_LEFT) }</th>
                    </tr></thead>
                    <tbody>
                        for bar in view.bars.iter() {
                            <tr key={bar.label}>
                                <th scope="row">{ bar.label }</th>
                                <td>{ figure(&bar.lost, "figure") }</td>
                                <td>{ figure(&bar.left, "figure") }</td>
                            </tr>
                        }
                    </tbody>
                </table>
                </div>
            </details>
        </figure>
    }
}

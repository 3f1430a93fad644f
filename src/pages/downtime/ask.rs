//! What to ask for instead: two promises side by side.

use super::pick;
use crate::components::{Send, cell};
use crate::model::Event;
use crate::model::lab::LabEvent;
use crate::model::view::downtime::AskView;
use crate::text::ask as text;
use crate::words::Words;
use yew::prelude::*;

/// The section.
pub fn ask(send: &Send, words: Words, view: AskView) -> Html {
    let heads = [text::COLUMN_FIGURE, text::COLUMN_OWN, text::COLUMN_OTHER];
    let rules = [text::JUDGMENT, text::COLUMN_OWN, text::COLUMN_OTHER];
    html! {
        <>
            <h2 id="lab-ask">{ words.get(text::TITLE) }</h2>
            { pick(send, words, "lab-against", text::AGAINST, view.against, against) }
            <p><strong id="ask-finding">{ view.title }</strong></p>
            <div class="table-frame" tabindex="0" role="region" aria-labelledby="ask-finding">
                <table>
                    <thead><tr>
                        for head in heads { <th key={head.key()} scope="col">{ words.get(head) }</th> }
                        <th scope="col">{ words.get(text::COLUMN_DIFFERENCE) }</th>
                    </tr></thead>
                    <tbody>
                        for row in view.rows {
                            <tr key={row.name}>
                                <th scope="row">{ row.name }</th>
                                <td>{ cell(&row.own) }</td>
                                <td>{ cell(&row.other) }</td>
                                <td>{ row.difference }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
            <p hidden={view.planned.is_none()}>{ view.planned.unwrap_or_default() }</p>
            <p id="ask-judged">{ view.judged }</p>
            <div class="table-frame" tabindex="0" role="region" aria-labelledby="ask-judged">
                <table>
                    <thead><tr>for head in rules { <th key={head.key()} scope="col">{ words.get(head) }</th> }</tr></thead>
                    <tbody>
                        for (name, own, other) in view.rules {
                            <tr key={name}><th scope="row">{ name }</th><td>{ answer(words, own) }</td><td>{ answer(words, other) }</td></tr>
                        }
                    </tbody>
                </table>
            </div>
            <div class="actions">
                <button type="button" class="button" onclick={send.says(Event::Lab(view.take))}>
                    { words.get(text::TAKE) }
                </button>
            </div>
        </>
    }
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "a list of other things may hold keys that mean nothing"
)]
fn against(key: &str) -> Option<LabEvent> {
    Some(LabEvent::Compare(key.to_owned()))
}

fn answer(words: Words, yes: bool) -> Html {
    let (mark, name, class) = if yes {
        ("✓", text::YES, "ask__answer ask__answer--yes")
    } else {
        ("✗", text::NO, "ask__answer ask__answer--no")
    };
    html! { <span {class}><span aria-hidden="true">{ mark }</span>{ " " }{ words.get(name) }</span> }
}

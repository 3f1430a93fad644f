//! The question whether the page around may know the result, and answers that a link has brought.

use crate::components::{Send, banner, button};
use crate::model::embed::{Consent, EmbedEvent, Origin};
use crate::model::{Event, Model};
use crate::text::embed as text;
use crate::words::Text;
use yew::prelude::*;

/// Beside the verdict, where the host page asks for the result.
pub fn consent(send: &Send, model: &Model) -> Html {
    match model.asking_host() {
        Some(host) => asked(send, model, host),
        None => html! { <div hidden={true}></div> },
    }
}

fn asked(send: &Send, model: &Model, host: &Origin) -> Html {
    let say = |label: Text| model.words.fill(label, &[("host", host.name())]);
    let act = |class: &'static str, label: Text, agreed| {
        let event = Event::Embed(EmbedEvent::Consent(agreed));
        html! { <button type="button" {class} onclick={send.says(event)}>{ say(label) }</button> }
    };
    let quiet = "button button--quiet";
    let (title, body, buttons) = match model.hosted.consent {
        Consent::Unasked => (
            Some(say(text::ASK_TITLE)),
            say(text::ASK_BODY),
            html! { <>{ act("button", text::ASK_YES, true) }{ act("button", text::ASK_NO, false) }</> },
        ),
        Consent::Agreed => (None, say(text::TOLD), act(quiet, text::STOP, false)),
        Consent::Refused => (None, say(text::NOT_TOLD), act(quiet, text::ASK_YES, true)),
    };
    html! {
        <section class="consent" aria-live="polite">
            <h3 hidden={title.is_none()}>{ title.unwrap_or_default() }</h3>
            <p>{ body }</p>
            <div class="actions">{ buttons }</div>
        </section>
    }
}

/// Answers that came with a link and wait for a decision.
pub fn offered(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let act = |label: Text, event| button(send, "button", words.get(label), Event::Embed(event));
    let buttons = html! {
        <>
            { act(text::OFFERED_OPEN, EmbedEvent::TakeOffered) }
            { act(text::OFFERED_LEAVE, EmbedEvent::LeaveOffered) }
        </>
    };
    banner(
        words.get(text::OFFERED_TITLE),
        words.get(text::OFFERED_BODY).to_owned(),
        buttons,
    )
}

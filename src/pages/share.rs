//! The part of a page that shares the open assessment.

use crate::components::{
    Choice, ChoiceOption, Look, Qr, Send, button, copy, hint, p, summary, tick,
};
use crate::model::share::{PLACE, ShareEvent};
use crate::model::view::share::{self as view, LinkView};
use crate::model::{Event, Model};
use crate::text::share as text;
use yew::prelude::*;

/// The part.
pub fn section(send: &Send, model: &Model) -> Html {
    let words = model.words;
    html! {
        <section class="share no-print" aria-labelledby={PLACE}>
            <h2 id={PLACE} tabindex="-1">{ words.get(text::TITLE) }</h2>
            { body(send, model) }
        </section>
    }
}

fn body(send: &Send, model: &Model) -> Html {
    let words = model.words;
    match view::link(model) {
        LinkView::Nothing => html! { <div key="nothing">{ p(words.get(text::NOTHING)) }</div> },
        LinkView::Nowhere => html! {
            <div key="nowhere">
                { p(words.get(text::LINK_DISK)) }
                { ticks(send, model) }
                { file(send, model) }
            </div>
        },
        LinkView::TooLarge => html! {
            <div key="made">
                { options(send, model) }
                <p class="error" role="status">{ words.get(text::LINK_TOO_LARGE) }</p>
                { file(send, model) }
            </div>
        },
        LinkView::Made {
            address,
            size,
            fits_code,
        } => html! {
            <div key="made">
                { options(send, model) }
                <div class="field">
                    <label for="share-link">{ words.get(text::LINK_LABEL) }</label>
                    <input type="text" id="share-link" readonly={true} value={address.clone()} aria-describedby="share-size" />
                    <p class="hint" id="share-size" role="status">{ size }</p>
                </div>
                <div class="actions">
                    { copy(send, "button button--primary", words.get(text::LINK_COPY), None, address.clone()) }
                    if model.hands_over {
                        { button(send, "button", words.get(text::LINK_SEND), Event::Share(ShareEvent::Send)) }
                    }
                    { button(send, "button", words.get(text::LINK_FILE), Event::Share(ShareEvent::Take)) }
                </div>
                <details class="share__code">
                    { summary(words.get(text::QR_TITLE)) }
                    { code(send, model, address, fits_code) }
                </details>
            </div>
        },
    }
}

fn options(send: &Send, model: &Model) -> Html {
    html! {
        <>
            { p(model.words.get(text::LEAD)) }
            { ticks(send, model) }
            { much(send, model) }
        </>
    }
}

/// What goes along. Other pages that let answers leave show the same.
pub fn ticks(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let one = |of: view::TickView| {
        let event = Event::Share(ShareEvent::With(of.turned));
        tick(
            of.id,
            of.label,
            of.hint,
            of.ticked,
            send.on(move || event.clone()),
        )
    };
    html! {
        <fieldset class="choice ticks" aria-describedby="share-with-hint">
            <legend class="choice__legend">{ words.get(text::WITH_LEGEND) }</legend>
            <p class="hint" id="share-with-hint">{ words.get(text::WITH_HINT) }</p>
            for of in view::ticks(model) { { one(of) } }
        </fieldset>
    }
}

fn much(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let options = [
        ("whole", words.get(text::MUCH_WHOLE)),
        ("short", words.get(text::MUCH_SHORT)),
    ];
    let send = send.clone();
    Choice {
        name: "share-much".into(),
        legend: words.get(text::MUCH_LEGEND).into(),
        hint: words.get(text::MUCH_HINT).into(),
        options: ChoiceOption::list(&options),
        chosen: if model.sharing.short {
            "short"
        } else {
            "whole"
        },
        on_choose: Callback::from(move |key| {
            send.emit(Event::Share(ShareEvent::Short(key == "short")));
        }),
        look: Look::Small,
    }
    .draw()
}

fn file(send: &Send, model: &Model) -> Html {
    let label = model.words.get(text::LINK_FILE);
    html! { <div class="actions">{ button(send, "button", label, Event::Share(ShareEvent::Take)) }</div> }
}

fn code(send: &Send, model: &Model, address: String, fits: bool) -> Html {
    let words = model.words;
    if fits {
        return html! {
            <div key="code">
                { hint(words.get(text::QR_HINT)) }
                <Qr text={address} name={words.get(text::QR_NAME)} />
            </div>
        };
    }
    html! {
        <div key="long">
            { p(words.get(text::QR_LONG)) }
            <p hidden={model.sharing.short}>
                { button(send, "button", words.get(text::QR_SHORTER), Event::Share(ShareEvent::Short(true))) }
            </p>
        </div>
    }
}

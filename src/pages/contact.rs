//! The part of a page that leads to the firm which offers the tool.

use crate::components::{Send, TextField, button, copy, h3, p};
use crate::model::contact::ContactEvent;
use crate::model::share::ShareEvent;
use crate::model::view::contact::{ContactView, Way};
use crate::model::{Event, Model};
use crate::text::{common, contact as text};
use crate::words::Words;
use yew::prelude::*;

/// The part.
pub fn section(send: &Send, model: &Model, view: &ContactView) -> Html {
    let words = model.words;
    let on_input = {
        let send = send.clone();
        Callback::from(move |said| send.emit(Event::Contact(ContactEvent::Summary(said))))
    };
    let label = words.get(text::SUMMARY);
    let field = TextField::new("contact-summary", label, view.summary.clone(), on_input);
    html! {
        <section class="contact no-print" aria-labelledby="contact">
            <h2 id="contact" tabindex="-1"><bdi>{ view.title.clone() }</bdi></h2>
            { p(&view.lead) }
            { field.hint(words.get(text::SUMMARY_HINT)).area("14") }
            <div class="actions">
                { way(words, &view.way) }
                { copy(send, "button", words.get(text::COPY), None, view.summary.clone()) }
                { button(send, "button button--quiet", words.get(text::AFRESH), Event::Contact(ContactEvent::Afresh)) }
            </div>
            <div>
                if let Way::Mail(_, cut) = &view.way {
                    <p class="hint" role="status">{ cut.clone() }</p>
                }
            </div>
            { h3(words.get(text::FILE_TITLE)) }
            { p(&view.file) }
            { super::share::ticks(send, model) }
            <div class="actions">{ button(send, "button", words.get(text::FILE), Event::Share(ShareEvent::Take)) }</div>
        </section>
    }
}

fn way(words: Words, way: &Way) -> Html {
    let class = "button button--primary";
    match way {
        Way::Mail(href, _) => {
            html! { <a key="mail" {class} href={href.clone()}>{ words.get(text::MAIL) }</a> }
        }
        Way::Page(href) => html! {
            <a key="page" {class} href={href.clone()} target="_blank" rel="noreferrer noopener">
                { words.get(text::PAGE) }<span class="sr-only">{ " (" }{ words.get(common::NEW_TAB) }{ ")" }</span>
            </a>
        },
        Way::Phone(href, label) => {
            html! { <a key="phone" {class} href={href.clone()}>{ label.clone() }</a> }
        }
    }
}

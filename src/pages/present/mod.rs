//! The deck: one slide on the screen, all of them on paper, and nothing else around it.

mod slides;

use crate::components::{Send, p};
use crate::model::present::PresentEvent;
use crate::model::view::present::{self as view, SlideView};
use crate::model::{Event, Model};
use crate::text::{common, present as text};
use crate::words::{Text, Words};
use yew::prelude::*;

/// The whole page while a deck is shown.
pub fn deck(send: &Send, model: &Model) -> Html {
    let deck = &model.presenting;
    let class = if deck.paper {
        "deck deck--paper"
    } else {
        "deck"
    };
    html! {
        <div {class}>
            { inside(send, model) }
            <div id="announcer" class="sr-only" role="status" aria-live="polite"></div>
        </div>
    }
}

fn inside(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let (all, shown) = (model.slides(), model.slide_shown());
    let slides: Vec<SlideView> = if model.presenting.paper {
        all.iter()
            .filter_map(|of| view::slide(model, *of))
            .collect()
    } else {
        let one = all.get(shown).and_then(|of| view::slide(model, *of));
        one.into_iter().collect()
    };
    if slides.is_empty() {
        return html! {
            <main class="deck__slide" key="waiting">
                <h1 id="page-title" tabindex="-1">{ words.get(text::WAITING) }</h1>
                <div>{ super::assess::loading(send, model) }</div>
                <div class="actions">{ act(send, words, text::LEAVE, PresentEvent::Leave) }</div>
            </main>
        };
    }
    if model.presenting.paper {
        return paper(send, model, slides);
    }
    if model.presenting.black {
        return black(send, words, slides);
    }
    html! {
        <>
            <main class="deck__slide" key={shown} aria-labelledby="page-title">
                for slide in slides { { one(send, model, slide) } }
            </main>
            { controls(send, model, shown, all.len()) }
        </>
    }
}

fn one(send: &Send, model: &Model, slide: SlideView) -> Html {
    let SlideView { title, notes, body } = slide;
    html! {
        <>
            <h1 id="page-title" tabindex="-1"><bdi>{ title }</bdi></h1>
            <div class="deck__body">{ slides::body(send, model.words, body) }</div>
            <div>
                if model.presenting.notes {
                    { self::notes(model.words, "deck-notes", notes) }
                }
            </div>
        </>
    }
}

fn notes(words: Words, id: &'static str, notes: Vec<String>) -> Html {
    html! {
        <aside class="deck__notes" aria-label={words.get(text::NOTES_TITLE)} {id}>
            for note in notes { <p key={note.clone()}>{ note.clone() }</p> }
        </aside>
    }
}

/// Nothing to be seen; a press anywhere shows the slide again.
fn black(send: &Send, words: Words, slides: Vec<SlideView>) -> Html {
    let titles = slides.into_iter().map(|slide| slide.title);
    let title: String = titles.collect();
    html! {
        <main class="deck__black" key="black">
            <h1 class="sr-only" id="page-title" tabindex="-1"><bdi>{ title }</bdi></h1>
            <button type="button" id="deck-black" onclick={send.says(Event::Present(PresentEvent::Black))}>
                <span class="sr-only">{ words.get(text::SHOW) }</span>
            </button>
        </main>
    }
}

fn controls(send: &Send, model: &Model, shown: usize, all: usize) -> Html {
    let words = model.words;
    let values = [("n", &*(shown + 1).to_string()), ("all", &all.to_string())];
    let counter = words.fill(text::SLIDE_OF, &values);
    let jump = model
        .presenting
        .typed
        .map(|n| words.fill(text::JUMP, &[("n", &n.to_string())]));
    let more = [
        (text::BLACK, PresentEvent::Black),
        (text::FULL, PresentEvent::FullScreen),
        (text::HANDOUT, PresentEvent::Handout),
        (text::LEAVE, PresentEvent::Leave),
    ];
    let step = |label: Text, event: PresentEvent, disabled: bool| {
        html! {
            <button type="button" class="button" {disabled} onclick={send.says(Event::Present(event))}>{ words.get(label) }</button>
        }
    };
    html! {
        <footer class="deck__bar" key="bar" role="group" aria-label={words.get(text::CONTROLS)}>
            { step(text::BACK, PresentEvent::Back, shown == 0) }
            <p class="deck__count number" aria-live="polite"><span class="sr-only">{ words.get(text::SLIDE) }{ " " }</span>{ counter }</p>
            { step(text::NEXT, PresentEvent::Next, shown + 1 == all) }
            <p class="deck__jump hint" role="status">{ jump.unwrap_or_default() }</p>
            <button type="button" class="button button--quiet" aria-pressed={model.presenting.notes.to_string()}
                onclick={send.says(Event::Present(PresentEvent::Notes))}>{ words.get(text::NOTES) }</button>
            for (label, event) in more {
                <span key={label.key()}>{ act(send, words, label, event) }</span>
            }
        </footer>
    }
}

fn act(send: &Send, words: Words, label: Text, event: PresentEvent) -> Html {
    crate::components::button(
        send,
        "button button--quiet",
        words.get(label),
        Event::Present(event),
    )
}

/// All slides, one below the other, with the client's name and the day above them.
fn paper(send: &Send, model: &Model, slides: Vec<SlideView>) -> Html {
    let words = model.words;
    let all = slides.len().to_string();
    let slide = |(at, slide): (usize, SlideView)| {
        let id = ["slide-", &(at + 1).to_string()].concat();
        let number = words.fill(
            text::SLIDE_OF,
            &[("n", &(at + 1).to_string()), ("all", &all)],
        );
        let SlideView { title, notes, body } = slide;
        html! {
            <section key={at} class="deck__sheet" aria-labelledby={id.clone()}>
                <h2 {id}><bdi>{ title }</bdi><span class="hint number">{ " " }{ number }</span></h2>
                <div class="deck__body">{ slides::body(send, words, body) }</div>
                <div>
                    if model.presenting.notes {
                        <div class="deck__notes">for note in notes { { p(&note) } }</div>
                    }
                </div>
            </section>
        }
    };
    html! {
        <main class="deck__paper" key="paper">
            <h1 id="page-title" tabindex="-1"><bdi>{ view::handout_title(model) }</bdi></h1>
            for each in slides.into_iter().enumerate() { { slide(each) } }
            <p class="hint">{ words.get(common::FOOTER_ADVICE) }</p>
        </main>
    }
}

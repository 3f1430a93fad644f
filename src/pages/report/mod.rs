//! Papers: choose one, see it, print it, take it as a file.

use crate::components::{
    Choice, ChoiceOption, Look, Send, button, hint, paper, screen_title, summary,
};
use crate::model::papers::{Paper, PaperEvent, Reach, SIZES, Take};
use crate::model::view::report as view;
use crate::model::{Event, Model};
use crate::text::report as text;
use crate::words::{Text, Words};
use yew::prelude::*;

/// The screen.
pub fn screen(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let chosen = model.paper();
    html! {
        <div class="report">
            <div class="no-print">
                { screen_title(words.get(text::TITLE), words.get(text::LEAD)) }
                { which(send, words, chosen) }
                { hint(words.get(chosen.purpose())) }
                <div class="report__options">{ options(send, model, chosen) }</div>
                { take(send, model, chosen) }
                { crate::pages::share::section(send, model) }
                <h2 id="preview">{ words.get(text::GET_PREVIEW) }</h2>
            </div>
            <div class="report__paper">
                if let Some(document) = view::paper(model, chosen) {
                    { paper(&document) }
                } else {
                    { super::assess::loading(send, model) }
                }
            </div>
        </div>
    }
}

fn which(send: &Send, words: Words, chosen: Paper) -> Html {
    let options: Vec<_> = Paper::ALL
        .into_iter()
        .map(|paper| (paper.key(), words.get(paper.name())))
        .collect();
    let send = send.clone();
    let on_choose = Callback::from(move |key: &'static str| {
        let found = Paper::ALL.into_iter().find(|paper| paper.key() == key);
        if let Some(paper) = found {
            send.emit(Event::Paper(PaperEvent::Choose(paper)));
        }
    });
    Choice {
        name: "paper".into(),
        legend: words.get(text::WHICH).into(),
        hint: AttrValue::default(),
        options: ChoiceOption::list(&options),
        chosen: chosen.key(),
        on_choose,
        look: Look::Small,
    }
    .draw()
}

/// What can be decided about the chosen paper.
fn options(send: &Send, model: &Model, chosen: Paper) -> Html {
    let papers = model.papers;
    html! {
        <>
            if chosen.reaches() {
                { one_of(send, model.words, "reach", text::REACH_LABEL, &Reach::NAMED, papers.reach, PaperEvent::Reach) }
            }
            { one_of(send, model.words, "size", text::SIZE_LABEL, &SIZES, papers.size, PaperEvent::Size) }
            if chosen.noted() {
                { notes(send, model) }
            }
        </>
    }
}

/// Whether notes and quotations leave, with the reason why not.
fn notes(send: &Send, model: &Model) -> Html {
    let (words, with) = (model.words, model.papers.notes);
    html! {
        <>
            { one_of(send, words, "notes", text::NOTES_LABEL, &NOTES, with, PaperEvent::Notes) }
            { hint(words.get(text::NOTES_HINT)) }
        </>
    }
}

const NOTES: [(&str, bool, Text); 2] = [
    ("without", false, text::NOTES_WITHOUT),
    ("with", true, text::NOTES_WITH),
];

fn one_of<T: Copy + PartialEq + 'static, const N: usize>(
    send: &Send,
    words: Words,
    name: &'static str,
    legend: Text,
    all: &'static [(&'static str, T, Text); N],
    chosen: T,
    event: fn(T) -> PaperEvent,
) -> Html {
    let options: Vec<_> = all
        .iter()
        .map(|(key, _, name)| (*key, words.get(*name)))
        .collect();
    let send = send.clone();
    let on_choose = Callback::from(move |key: &'static str| {
        if let Some((_, value, _)) = all.iter().find(|(of, ..)| *of == key) {
            send.emit(Event::Paper(event(*value)));
        }
    });
    let chosen = all.iter().find(|(_, of, _)| *of == chosen);
    Choice {
        name: name.into(),
        legend: words.get(legend).into(),
        hint: AttrValue::default(),
        options: ChoiceOption::list(&options),
        chosen: chosen.map_or("", |(key, ..)| key),
        on_choose,
        look: Look::Small,
    }
    .draw()
}

/// The files.
fn take(send: &Send, model: &Model, chosen: Paper) -> Html {
    let words = model.words;
    let file = |label: Text, what: Take| {
        let event = Event::Paper(PaperEvent::Take(what));
        button(send, "button", words.get(label), event)
    };
    html! {
        <>
            <h2 id="take">{ words.get(text::GET_TITLE) }</h2>
            <div class="actions">
                { button(send, "button button--primary", words.get(text::GET_PRINT), Event::PrintWanted) }
                { file(text::GET_WORD, Take::Word) }
                { file(text::GET_MARKDOWN, Take::Markdown) }
            </div>
            <details id="data">
                { summary(words.get(text::GET_DATA_TITLE)) }
                { hint(words.get(text::GET_DATA_LEAD)) }
                // The same choice as above, where a paper has none.
                if !chosen.noted() {
                    { notes(send, model) }
                }
                <div class="actions">
                    { file(text::GET_ANSWERS, Take::Answers) }
                    { file(text::GET_FIGURES, Take::Figures) }
                    { file(text::GET_JSON, Take::Json) }
                </div>
            </details>
        </>
    }
}

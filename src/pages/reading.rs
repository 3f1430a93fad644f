//! The page for a browser that runs no scripts: the four questions, the verdicts and what people ask, to be read.
//! It is drawn once, while the release is built.

use crate::text::{assess, page as text};
use crate::words::Words;
use engine::rubric::Catalogue;
use yew::prelude::*;

/// What stands there in place of a running program.
pub fn reading(words: Words, catalogue: &Catalogue) -> Html {
    html! {
        <div class="reading">
            <h2>{ words.get(text::SCRIPT_TITLE) }</h2>
            <p>{ words.get(text::SCRIPT_BODY) }</p>
            <h2>{ words.get(assess::QUICK_TITLE) }</h2>
            for quick in words.quick() {
                <section key={quick.id}>
                    <h3>{ quick.question }</h3>
                    <p>{ quick.where_to_look }</p>
                    <p><strong>{ words.get(text::STANDARD) }{ ": " }</strong>{ quick.standard }</p>
                    <p><strong>{ words.get(text::STRONG) }{ ": " }</strong>{ quick.strong }</p>
                </section>
            }
            <h2>{ words.get(text::VERDICTS_TITLE) }</h2>
            for band in words.bands() {
                <section key={band.id}>
                    <h3>{ band.title }</h3>
                    <p>{ band.text }{ " " }{ band.next }</p>
                </section>
            }
            <h2>{ words.get(text::QUESTIONS_TITLE) }</h2>
            for question in catalogue.questions() {
                <section key={question.id.clone()}>
                    <h3>{ question.question.clone() }</h3>
                    for (at, paragraph) in question.answer.iter().enumerate() {
                        <p key={at}>{ paragraph.clone() }</p>
                    }
                </section>
            }
        </div>
    }
}

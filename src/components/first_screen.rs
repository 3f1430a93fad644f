//! The top of the first screen: the four questions and the verdict beside them.

use super::verdict;
use crate::model::view::assess as view;
use crate::text::assess as text;
use crate::words::Words;
use yew::prelude::*;

/// The same in the entrance and in the app, so that the app takes over without a jump. `questions` are the four with
/// their answers; `go_on` hears that the person wants the results.
pub fn first_screen(
    words: Words,
    questions: Html,
    decided: view::Verdict,
    go_on: &Callback<MouseEvent>,
) -> Html {
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ words.get(text::TITLE) }</h1>
            <p class="lead">{ words.get(text::LEAD) }</p>
            <div class="with-aside">
                <section aria-labelledby="quick-title">
                    <h2 id="quick-title">{ words.get(text::QUICK_TITLE) }</h2>
                    <div class="questions">{ questions }</div>
                </section>
                <aside class="verdict" aria-labelledby="verdict-title">{ verdict(words, decided, go_on) }</aside>
            </div>
        </>
    }
}

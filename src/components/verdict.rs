//! The verdict of the quick check.

use super::state_mark;
use crate::model::view::assess as view;
use crate::routes::Route;
use crate::text::assess as text;
use crate::words::Words;
use yew::prelude::*;

/// The verdict as it stands beside the questions, here and in the app.
pub fn verdict(words: Words, verdict: view::Verdict, go_on: &Callback<MouseEvent>) -> Html {
    let class = verdict
        .decided
        .as_ref()
        .map_or("open", |decided| decided.id);
    html! {
        <div class={["verdict__body verdict__body--", class].concat()}>
            <h2 id="verdict-title">{ words.get(text::VERDICT_TITLE) }</h2>
            <p class="verdict__figure" aria-live="polite">{ verdict.figure }</p>
            <ul class="verdict__gates">
                for (state, title) in verdict.gates {
                    <li key={title}>{ state_mark((state, title)) }</li>
                }
            </ul>
            <div aria-live="polite">
                if let Some(decided) = verdict.decided {
                    <h3>{ decided.title }</h3>
                    <p>{ decided.text }</p>
                    <p><strong>{ words.get(text::VERDICT_NEXT) }</strong>{ ": " }{ decided.next }</p>
                    <p><a class="button button--primary" href={Route::Results.hash()} onclick={go_on.clone()}>{ words.get(text::TO_RESULTS) }</a></p>
                }
            </div>
            <p class="hint" hidden={verdict.ask.is_none()}>{ verdict.ask.unwrap_or_default() }</p>
        </div>
    }
}

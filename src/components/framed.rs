//! What stands on a page only while it is shown in the frame of another one.

use crate::model::quick_link;
use crate::text::{assess, embed as text};
use crate::words::Words;
use yew::prelude::*;

/// The whole page in a tab of its own, with the answers so far.
pub fn full_page(words: Words, quick: &str) -> Html {
    tab(words.get(text::FULL_PAGE), "", quick)
}

/// Where the rest is to open in a tab of its own: the way there, in place of the rest.
pub fn go_on_in_a_tab(words: Words, quick: &str) -> Html {
    html! {
        <section class="full" aria-labelledby="more-title">
            <h2 id="more-title">{ words.get(assess::MORE_TITLE) }</h2>
            <p>{ words.get(assess::MORE_LEAD) }</p>
            { tab(words.get(text::GO_ON_TAB), "button", quick) }
        </section>
    }
}

fn tab(label: &'static str, class: &'static str, quick: &str) -> Html {
    let href = quick_link::address(quick, "#/");
    html! { <a {class} {href} target="_blank" rel="noopener">{ label }</a> }
}

//! The parts of a long page: the links to them, and their headings.

use crate::routes::Route;
use crate::words::{Text, Words};
use yew::prelude::*;

/// The id of a part and its title.
pub type Part = (&'static str, Text);

/// Links to the parts of a page; `name` is what the list is called.
pub fn contents(words: Words, route: Route, name: Text, parts: &[Part]) -> Html {
    let titles: Vec<_> = parts
        .iter()
        .map(|(id, title)| (*id, words.get(*title)))
        .collect();
    links(route, words.get(name), &titles)
}

/// The same for parts whose titles are words already.
pub fn links(route: Route, name: &'static str, parts: &[(&'static str, &'static str)]) -> Html {
    html! {
        <nav class="contents" aria-label={name}>
            <ul>
                for (id, title) in parts.iter() {
                    <li key={*id}><a href={[route.hash(), "/", *id].concat()}>{ *title }</a></li>
                }
            </ul>
        </nav>
    }
}

/// The heading of a part, which a link can lead to.
pub fn heading(words: Words, (id, title): Part) -> Html {
    html! { <h2 {id} tabindex="-1">{ words.get(title) }</h2> }
}

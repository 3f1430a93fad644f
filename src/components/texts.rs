//! Elements that hold nothing but a text. Such an element is some forty instructions wherever its markup stands, and a call
//! of these is three.

use yew::prelude::*;

/// A paragraph.
pub fn p(text: &str) -> Html {
    html! { <p>{ text }</p> }
}

/// A paragraph that explains what it stands beside.
pub fn hint(text: &str) -> Html {
    html! { <p class="hint">{ text }</p> }
}

/// A heading of a part.
pub fn h3(text: &str) -> Html {
    html! { <h3>{ text }</h3> }
}

/// A heading within a part.
pub fn h4(text: &str) -> Html {
    html! { <h4>{ text }</h4> }
}

/// What a folded part is about.
pub fn summary(text: &str) -> Html {
    html! { <summary>{ text }</summary> }
}

/// A name and what is said of it, in a list of such pairs.
pub fn fact(name: &str, body: &str) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ body }</dd></div> }
}

/// The title of a screen and what it is for.
pub fn screen_title(title: &str, lead: &str) -> Html {
    html! {
        <>
            <h1 id="page-title" tabindex="-1">{ title }</h1>
            <p class="lead">{ lead }</p>
        </>
    }
}

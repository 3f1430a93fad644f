//! Something that the person should know, with what can be done about it.

use yew::prelude::*;

/// Properties of [`Banner`].
#[derive(Properties, PartialEq)]
pub struct BannerProps {
    /// What happened.
    pub title: AttrValue,
    /// More about it.
    pub body: AttrValue,
    /// What can be done.
    #[prop_or_default]
    pub children: Html,
}

/// Something that the person should know.
#[component]
pub fn Banner(props: &BannerProps) -> Html {
    html! {
        <section class="banner" role="status">
            <h2>{ props.title.clone() }</h2>
            <p>{ props.body.clone() }</p>
            <div class="actions">{ props.children.clone() }</div>
        </section>
    }
}

//! The brand at the head of the page.

use engine::brand::FirstScreen;
use yew::prelude::*;

/// The picture, if there is one, and the name. A picture that says the name is not said twice.
pub fn brand_mark(brand: &FirstScreen) -> Html {
    let (image, says) = brand.logo.clone().unwrap_or_default();
    let says = if says == brand.name {
        String::new()
    } else {
        says
    };
    html! {
        <>
            <span class="top__logo" hidden={brand.logo.is_none()}>
                if !image.is_empty() {
                    <img src={image} alt={says} />
                }
            </span>
            <span>{ brand.name.clone() }</span>
        </>
    }
}

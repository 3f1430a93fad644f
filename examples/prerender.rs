//! Draws the page of one language as it stands before any program has arrived, for the release: JSON to the standard
//! output. `prerender CODE CATALOGUE_PACK BRAND [WORDS_PACK]`. An example, because it draws natively, as the tests do.

use engine::brand::Brand;
use engine::rubric::Catalogue;
use sla_gap::first;
use sla_gap::words::{Code, Words};
use std::error::Error;
use std::fs;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct ReadingProps {
    words: Words,
    catalogue: AttrValue,
}

#[component]
fn Reading(props: &ReadingProps) -> Html {
    match Catalogue::parse(&props.catalogue) {
        Ok(catalogue) => first::to_read(props.words, &catalogue),
        Err(_) => html! { <p></p> },
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let code = given.next().ok_or("which language?")?;
    let code = Code::of_locale(&code).ok_or_else(|| format!("{code} is no language here"))?;
    let pack = fs::read_to_string(given.next().ok_or("which catalogue?")?)?;
    let catalogue = Catalogue::parse(&pack)?;
    let brand = fs::read_to_string(given.next().ok_or("which brand?")?)?;
    let brand = Rc::new(Brand::parse(&brand)?);
    let words = match given.next() {
        Some(file) => Words::parse(code, &fs::read_to_string(file)?)?,
        None => Words::english(),
    };
    let screen = yew::LocalServerRenderer::<first::Screen>::with_props(first::first_screen(
        words,
        brand.clone(),
    ))
    .hydratable(false)
    .render()
    .await;
    let props = ReadingProps {
        words,
        catalogue: pack.into(),
    };
    let reading = yew::LocalServerRenderer::<Reading>::with_props(props)
        .hydratable(false)
        .render()
        .await;
    println!(
        "{}",
        first::page(words, &brand, &catalogue, &screen, &reading)
    );
    Ok(())
}

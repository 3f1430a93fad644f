//! The page as it stands before any program has arrived: drawn natively while the release is built, from the same parts.

use crate::entrance::{Entrance, EntranceProps};
use crate::pages::reading;
use crate::text::page as text;
use crate::words::Words;
use engine::brand::Brand;
use engine::rubric::Catalogue;
use serde_json::{Value, json};
use std::rc::Rc;

/// All that a language's page says before it runs.
///
/// `screen` and `reading` are drawn by the caller, who has the renderer: see [`first_screen`] and [`to_read`].
pub fn page(
    words: Words,
    brand: &Brand,
    catalogue: &Catalogue,
    screen: &str,
    reading: &str,
) -> Value {
    let own = [&*brand.name, ": ", words.get(text::DESCRIPTION_SHORT)].concat();
    json!({
        "lang": words.language().locale(),
        "brand_locale": brand.locale.map(engine::brand::Locale::tag),
        "title": own,
        "description": words.get(text::DESCRIPTION),
        "failed": words.get(text::FAILED),
        "failed_again": words.get(text::FAILED_AGAIN),
        "screen": screen,
        "reading": reading,
        "colors": brand.first_screen(words.language().code()).properties,
        "facts": facts(words, brand, catalogue),
    })
}

/// What search engines read: the tool, and the questions that the page answers (schema.org).
fn facts(words: Words, brand: &Brand, catalogue: &Catalogue) -> Value {
    let answered = |question: &engine::rubric::Question| {
        json!({
            "@type": "Question",
            "name": question.question,
            "acceptedAnswer": { "@type": "Answer", "text": question.answer.join(" ") },
        })
    };
    let questions: Vec<Value> = catalogue.questions().iter().map(answered).collect();
    let language = words.language().locale();
    json!({
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "WebApplication",
                "name": brand.name,
                "description": words.get(text::DESCRIPTION),
                "applicationCategory": "BusinessApplication",
                "operatingSystem": "Any",
                "inLanguage": language,
                "isAccessibleForFree": true,
            },
            { "@type": "FAQPage", "inLanguage": language, "mainEntity": questions },
        ],
    })
}

/// The first screen, as a part to be drawn.
pub type Screen = Entrance;

/// What it has to know: nothing is answered yet.
pub fn first_screen(words: Words, brand: Rc<Brand>) -> EntranceProps {
    EntranceProps {
        words,
        brand,
        answers: engine::assessment::Answers::default(),
        embed: None,
    }
}

/// The page for a browser that runs no scripts.
pub fn to_read(words: Words, catalogue: &Catalogue) -> yew::Html {
    reading(words, catalogue)
}

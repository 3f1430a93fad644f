//! What the screens and the papers say of the brand: which catalogue was counted with, and the editor.

use crate::model::{Model, title_of};
use crate::routes::Route;
use crate::text::{brand as text, report};
use crate::words::{Text, Words};
use engine::brand::color::Hundredths;
use engine::brand::palette::Accent;
use engine::brand::{Brand, Field, Pages};
use engine::scoring::Score;

use super::results::changed_weights;

/// Which catalogue was counted with, in a sentence.
pub fn counted(model: &Model) -> String {
    let words = model.words;
    let Some(catalogue) = model.catalogue.ready() else {
        return words.get(text::COUNTED_WAITING).to_owned();
    };
    let own = model.assessment().is_some_and(|of| !of.weights.is_empty());
    let sentence = match (model.has_standard_catalogue(), own) {
        (true, false) => text::COUNTED_STANDARD,
        (true, true) => report::HEAD_OWN_WEIGHTS,
        (false, false) => text::COUNTED_BRAND,
        (false, true) => text::COUNTED_BOTH,
    };
    let values = [
        ("version", catalogue.version()),
        ("name", model.brand.name.as_str()),
    ];
    words.fill(sentence, &values)
}

/// Everything in which the catalogue and the weights differ from the standard, a line each.
pub fn differs(model: &Model) -> Vec<String> {
    let (Some(catalogue), Some(found)) = (model.catalogue.ready(), &model.findings) else {
        return Vec::new();
    };
    let mut lines = of_the_brand(model);
    lines.extend(changed_weights(model.words, catalogue, found));
    lines
}

/// Which catalogue was counted with and all that differs, in one paragraph.
pub fn counted_in_full(model: &Model) -> String {
    let counted = counted(model);
    let lines = differs(model);
    if lines.is_empty() {
        return counted;
    }
    let title = model.words.get(text::DIFFERS_TITLE);
    [&counted, " ", title, ": ", &lines.join("; "), "."].concat()
}

/// What the brand has added and worded.
fn of_the_brand(model: &Model) -> Vec<String> {
    let (words, brand) = (model.words, &model.brand);
    let Some(catalogue) = model.catalogue.ready() else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for added in &brand.overlay.added {
        let title = super::results::title(catalogue, added.id);
        let values = [
            ("id", &*added.id.to_string()),
            ("title", &title),
            ("name", &brand.name),
            ("weight", &added.weight.get().to_string()),
        ];
        lines.push(words.fill(text::DIFFERS_ADDED, &values));
    }
    let standard = model.standard_catalogue();
    for (id, fields) in &brand.overlay.wordings {
        let title = standard.map_or_else(String::new, |of| super::results::title(of, *id));
        let fields: Vec<&str> = fields.iter().map(|(of, _)| words.get(name(*of))).collect();
        let values = [
            ("id", &*id.to_string()),
            ("title", &title),
            ("name", &brand.name),
            ("fields", &fields.join(", ")),
        ];
        lines.push(words.fill(text::DIFFERS_WORDS, &values));
    }
    lines
}

const fn name(field: Field) -> Text {
    match field {
        Field::Title => text::FIELD_TITLE,
        Field::Question => text::FIELD_QUESTION,
        Field::Where => text::FIELD_WHERE,
        Field::Standard => text::FIELD_STANDARD,
        Field::Strong => text::FIELD_STRONG,
        Field::Partly => text::FIELD_PARTLY,
        Field::Exposure => text::FIELD_EXPOSURE,
        Field::Why | Field::WeightReason => text::FIELD_WHY,
        Field::Ask => text::FIELD_ASK,
        Field::Clause => text::FIELD_CLAUSE,
    }
}

/// What a paper to the other side says of requests that are not of the standard catalogue.
pub fn from_brand(model: &Model) -> Option<String> {
    let lines = of_the_brand(model);
    let values = [
        ("name", model.brand.name.as_str()),
        ("list", &lines.join("; ")),
    ];
    (!lines.is_empty()).then(|| model.words.fill(text::FROM_BRAND, &values))
}

/// A figure with the standard one beside it, where the brand has a catalogue of its own.
pub fn beside(model: &Model, figure: String, score: &Score) -> String {
    let Some(standard) = score.standard.filter(|_| !model.has_standard_catalogue()) else {
        return figure;
    };
    let standard = crate::format::score(model.words, Some(standard)).2;
    let values = [("figure", &*figure), ("standard", &standard)];
    model.words.fill(text::STANDARD_BESIDE, &values)
}

/// The tag of a protection that the brand has added.
pub fn tag(model: &Model, id: engine::assessment::ProtectionId) -> Option<String> {
    let values = [("name", model.brand.name.as_str())];
    id.is_added()
        .then(|| model.words.fill(text::TAG_ADDED, &values))
}

/// What is wrong with the page's own brand file: its first line; none where nothing is.
pub fn trouble(model: &Model) -> Option<String> {
    let first = model.branding.trouble.lines().next()?;
    Some(
        model
            .words
            .fill(text::FOOTER_TROUBLE, &[("problem", first)]),
    )
}

/// A color of the brand, as it is used.
pub struct ColorRow {
    /// The scheme.
    pub scheme: &'static str,
    /// What was done to the color.
    pub says: String,
}

/// The colors of a brand with what was mended.
pub fn colors(words: Words, brand: &Brand) -> Vec<ColorRow> {
    let row = |(accent, scheme): (Accent, Text)| {
        let values = [
            ("color", &*accent.asked.to_string()),
            ("used", &accent.used.to_string()),
            ("before", &ratio(accent.before)),
            ("after", &ratio(accent.after)),
        ];
        ColorRow {
            scheme: words.get(scheme),
            says: words.fill(
                if accent.is_mended() {
                    text::COLOR_MENDED
                } else {
                    text::COLOR_GOOD
                },
                &values,
            ),
        }
    };
    let names = [text::SCHEME_LIGHT, text::SCHEME_DARK];
    let accents = brand.accents().into_iter().flatten();
    accents.zip(names).map(row).collect()
}

fn ratio(of: Hundredths) -> String {
    let digits = (100 + of % 100).to_string();
    [
        &(of / 100).to_string(),
        ".",
        digits.get(1..).unwrap_or_default(),
    ]
    .concat()
}

/// A screen that a brand may leave out.
pub struct PageRow {
    /// Its key.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Whether the brand has it.
    pub there: bool,
    /// Whether every brand has it.
    pub stays: bool,
}

/// The screens of the brand that is edited.
pub fn pages(model: &Model) -> Vec<PageRow> {
    let row = |(key, stays)| {
        let address = if key == "assess" { "" } else { key };
        PageRow {
            key,
            name: model.words.get(title_of(Route::parse(address).0)),
            there: model.brand_has(key),
            stays,
        }
    };
    Pages::known().map(row).collect()
}

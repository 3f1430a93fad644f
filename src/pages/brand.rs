//! The brand of this page: edited field by field, shown at once, taken as a file.

use crate::components::{Pick, PickGroup, Send, TextField, hint, p, screen_title};
use crate::model::brand::{BrandEvent, editor::Edited};
use crate::model::view::brand as view;
use crate::model::{Event, Model};
use crate::text::brand as text;
use crate::words::{Text, Words};
use engine::brand::Locale;
use yew::prelude::*;

/// The places that a brand words, in the file and by name.
const TEXTS: [(&str, &str, Text); 4] = [
    ("texts.lead.en", "texts.lead.es", text::TEXT_LEAD),
    (
        "texts.contact_title.en",
        "texts.contact_title.es",
        text::TEXT_CONTACT_TITLE,
    ),
    (
        "texts.contact_text.en",
        "texts.contact_text.es",
        text::TEXT_CONTACT_TEXT,
    ),
    ("texts.footer.en", "texts.footer.es", text::TEXT_FOOTER),
];

/// The screen.
pub fn screen(send: &Send, model: &Model) -> Html {
    let words = model.words;
    html! {
        <div class="brand">
            { screen_title(words.get(text::TITLE), words.get(text::LEAD)) }
            { file(send, model) }
            <div role="status">{ problems(model) }</div>
            <section aria-labelledby="part-name">{ name(send, model) }</section>
            <section aria-labelledby="part-logo">{ logo(send, model) }</section>
            <section aria-labelledby="part-colors">{ colors(send, model) }</section>
            <section aria-labelledby="part-contact">
                { title(words, "part-contact", text::CONTACT_TITLE) }
                { field(send, model, "contact", text::CONTACT).hint(words.get(text::CONTACT_HINT)).line() }
            </section>
            <section aria-labelledby="part-texts">{ texts(send, model) }</section>
            <section aria-labelledby="part-pages">{ pages(send, model) }</section>
            <section aria-labelledby="part-overlay">{ overlay(send, model) }</section>
        </div>
    }
}

fn title(words: Words, id: &'static str, title: Text) -> Html {
    html! { <h2 {id}>{ words.get(title) }</h2> }
}

fn says(send: &Send, edited: Edited) -> Callback<MouseEvent> {
    send.says(Event::Brand(BrandEvent::Edited(edited)))
}

/// A field for the text at a place of the file, with what is wrong there.
fn field(send: &Send, model: &Model, place: &'static str, label: Text) -> TextField {
    named_field(send, model, place, model.words.get(label))
}

fn named_field(send: &Send, model: &Model, place: &'static str, label: &'static str) -> TextField {
    let send = send.clone();
    let typed = Callback::from(move |typed| {
        send.emit(Event::Brand(BrandEvent::Edited(Edited::Typed(
            place, typed,
        ))));
    });
    let id = ["brand-", &place.replace('.', "-")].concat();
    TextField::new(id, label, model.brand_text(place), typed)
        .error(model.branding.editor.wrong_at(place))
}

/// The file: opened, taken, given up.
fn file(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let picked = {
        let send = send.clone();
        Callback::from(move |event: web_sys::Event| {
            if let Some(file) = crate::browser::picked_file(&event) {
                // The screen decides what an opened file is: here it is a brand's.
                crate::browser::file_text(file, send.0.clone());
            }
        })
    };
    let trouble = &model.branding.trouble;
    let untouched = !model.is_trying_on() && model.branding.editor.problems().is_empty();
    html! {
        <>
            <div hidden={trouble.is_empty()}>
                { p(words.get(text::FILE_TROUBLE)) }
                <ul>for line in trouble.lines() { <li key={line.to_owned()}><code dir="auto">{ line.to_owned() }</code></li> }</ul>
            </div>
            <div class="field">
                <label for="brand-file">{ words.get(text::OPEN) }</label>
                { hint(words.get(text::OPEN_HINT)) }
                <input type="file" id="brand-file" accept=".json,application/json" onchange={picked} />
            </div>
            <p hidden={!model.is_trying_on()}>{ words.get(text::TRYING) }</p>
            <div class="actions">
                <button type="button" class="button button--primary" onclick={says(send, Edited::Download)}>{ words.get(text::DOWNLOAD) }</button>
                <button type="button" class="button" disabled={untouched} onclick={says(send, Edited::Stop)}>{ words.get(text::STOP) }</button>
            </div>
        </>
    }
}

fn problems(model: &Model) -> Html {
    let words = model.words;
    let problems = model.branding.editor.problems();
    html! {
        <>
            <p hidden={!problems.is_empty()}>{ words.get(text::NO_PROBLEMS) }</p>
            <div class="brand__problems" hidden={problems.is_empty()}>
                <h2>{ words.get(text::PROBLEMS_TITLE) }</h2>
                { p(words.get(text::PROBLEMS_LEAD)) }
                <ul>
                    for (at, problem) in problems.iter().enumerate() {
                        <li key={at}><code dir="auto">{ problem.path.clone() }</code>{ " " }<span dir="auto">{ problem.what.to_string() }</span></li>
                    }
                </ul>
            </div>
        </>
    }
}

fn name(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let group = |options: Vec<(AttrValue, AttrValue)>| PickGroup {
        label: AttrValue::default(),
        options,
    };
    let names = [text::LOCALE_EN, text::LOCALE_ES];
    let mut options = vec![(AttrValue::default(), words.get(text::LOCALE_NONE).into())];
    let tags = Locale::TAGS.iter().zip(names);
    options.extend(tags.map(|((tag, _), name)| (AttrValue::Static(tag), words.get(name).into())));
    let on_pick = {
        let send = send.clone();
        Callback::from(move |tag| {
            send.emit(Event::Brand(BrandEvent::Edited(Edited::Typed(
                "locale", tag,
            ))));
        })
    };
    html! {
        <>
            { title(words, "part-name", text::NAME_TITLE) }
            <div class="grid">
                { field(send, model, "name", text::NAME).line() }
                { field(send, model, "id", text::ID).hint(words.get(text::ID_HINT)).line() }
                <Pick id="brand-locale" label={words.get(text::LOCALE)} groups={vec![group(options)]} chosen={model.brand_text("locale")} {on_pick} />
                { field(send, model, "currency", text::CURRENCY).hint(words.get(text::CURRENCY_HINT)).line() }
            </div>
        </>
    }
}

fn logo(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let picked = {
        let send = send.clone();
        Callback::from(move |event: web_sys::Event| {
            crate::browser::picked_logo(&event, send.0.clone());
        })
    };
    let shown = model.brand.first_screen(model.language()).logo;
    let (image, alternative) = shown.clone().unwrap_or_default();
    let wrong = model.branding.editor.wrong_at("logo.image");
    html! {
        <>
            { title(words, "part-logo", text::LOGO_TITLE) }
            <div class="brand__logo" hidden={shown.is_none()}>
                if !image.is_empty() {
                    <img src={image} alt={alternative} />
                }
            </div>
            <div class="field">
                <label for="brand-picture">{ words.get(text::PICTURE) }</label>
                <p class="hint" id="brand-picture-hint">{ words.get(text::PICTURE_HINT) }</p>
                <p class="error" id="brand-picture-error" hidden={wrong.is_empty()}>{ wrong }</p>
                <input type="file" id="brand-picture" accept="image/png,image/webp,image/svg+xml"
                    aria-describedby="brand-picture-error brand-picture-hint" onchange={picked} />
            </div>
            { field(send, model, "logo.alternative.en", text::ALTERNATIVE).hint(words.get(text::ALTERNATIVE_HINT)).line() }
            <div class="actions">
                <button type="button" class="button" disabled={model.brand_text("logo.image").is_empty()} onclick={says(send, Edited::NoPicture)}>{ words.get(text::PICTURE_REMOVE) }</button>
            </div>
        </>
    }
}

fn colors(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let rows = view::colors(words, &model.brand);
    let code = words.get(text::COLOR_HINT);
    html! {
        <>
            { title(words, "part-colors", text::COLORS_TITLE) }
            <div class="grid">
                { field(send, model, "colors.light", text::LIGHT).hint(code).line() }
                { field(send, model, "colors.dark", text::DARK).hint(code).line() }
            </div>
            <div id="brand-contrast" role="status">
                <p hidden={!rows.is_empty()}>{ words.get(text::COLORS_NONE) }</p>
                <dl class="facts">
                    for row in rows { <div key={row.scheme}><dt>{ row.scheme }</dt><dd>{ row.says.clone() }</dd></div> }
                </dl>
            </div>
            { hint(words.get(text::COLORS_CONTRAST)) }
        </>
    }
}

fn texts(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let one = |place, name: Text, language: Text| {
        let label = words.fill(language, &[("place", words.get(name))]);
        let typed = {
            let send = send.clone();
            Callback::from(move |typed| {
                send.emit(Event::Brand(BrandEvent::Edited(Edited::Typed(
                    place, typed,
                ))));
            })
        };
        let id = ["brand-", &place.replace('.', "-")].concat();
        // A text by itself is the one for every language: it stands in the English field.
        let alone = place
            .strip_suffix(".en")
            .map(|place| model.brand_text(place));
        let value = match alone {
            Some(text) if !text.starts_with('{') => text,
            _ => model.brand_text(place),
        };
        TextField::named(id, label, value, typed)
            .error(model.branding.editor.wrong_at(place))
            .area("2")
    };
    html! {
        <>
            { title(words, "part-texts", text::TEXTS_TITLE) }
            { p(words.get(text::TEXTS_LEAD)) }
            <div class="grid">
                for (english, spanish, name) in TEXTS {
                    <div key={english}>{ one(english, name, text::IN_ENGLISH) }{ one(spanish, name, text::IN_SPANISH) }</div>
                }
            </div>
        </>
    }
}

fn pages(send: &Send, model: &Model) -> Html {
    let words = model.words;
    html! {
        <>
            { title(words, "part-pages", text::PAGES_TITLE) }
            { p(words.get(text::PAGES_LEAD)) }
            <fieldset class="brand__pages" aria-labelledby="part-pages">
                for row in view::pages(model) {
                    <label key={row.key}>
                        <input type="checkbox" id={["brand-page-", row.key].concat()} checked={row.there} disabled={row.stays}
                            onchange={send.on::<web_sys::Event>(move || Event::Brand(BrandEvent::Edited(Edited::Page(row.key, !row.there))))} />
                        <span>{ row.name }</span>
                    </label>
                }
            </fieldset>
            <p class="error" hidden={model.branding.editor.wrong_at("pages").is_empty()}>{ model.branding.editor.wrong_at("pages") }</p>
        </>
    }
}

fn overlay(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let typed = {
        let send = send.clone();
        Callback::from(move |typed| {
            send.emit(Event::Brand(BrandEvent::Edited(Edited::Overlay(typed))));
        })
    };
    let wrong: Vec<String> = model
        .branding
        .editor
        .problems()
        .iter()
        .filter(|problem| problem.path.starts_with("overlay"))
        .map(ToString::to_string)
        .collect();
    html! {
        <>
            { title(words, "part-overlay", text::OVERLAY_TITLE) }
            { p(words.get(text::OVERLAY_LEAD)) }
            { TextField::new("brand-json", words.get(text::OVERLAY), model.brand_overlay(), typed)
                .hint(words.get(text::OVERLAY_HINT)).error(wrong.join(" ")).long().area("14") }
        </>
    }
}

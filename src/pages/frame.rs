//! The frame around every screen: menu, score in sight, how keeping goes, messages, footer.

use super::State;
use crate::components::{
    Choice, ChoiceOption, Look, Send, banner, button, full_page, meter, use_send,
};
use crate::model::quick_link;
use crate::model::twins::TwinEvent;
use crate::model::view::brand as brand_view;
use crate::model::view::shell::{self, StorageView};
use crate::model::{Event, LanguageEvent, LibraryEvent, Model, Newer, NewerEvent, Theme, Where};
use crate::routes::Route;
use crate::text::{brand as brand_text, common as text, device, storage};
use crate::words::{Code, Text};
use yew::prelude::*;

/// Properties of [`Frame`].
#[derive(Properties, PartialEq)]
pub struct FrameProps {
    /// What is shown.
    pub state: State,
}

/// The whole page.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let send = use_send();
    let model = &*props.state.0;
    let words = model.words;
    if model.route == Route::Present {
        return super::present::deck(&send, model);
    }
    html! {
        <div class="frame">
            <a class="skip" href="#page-title" onclick={skip(&send)}>{ words.get(text::SKIP) }</a>
            <header class="top">
                <a class="top__brand" href={Route::Assess.hash()}>{ crate::components::brand_mark(&model.brand.first_screen(model.language())) }</a>
                <span class="top__client"><bdi>{ shell::client(model) }</bdi></span>
                <div class="top__score">
                    if let Some(score) = shell::in_sight(model) {
                        <a href={Route::Results.hash()}>
                            { meter(score.label, score.figure, score.low, score.high) }
                        </a>
                    }
                </div>
                <div class="top__tools" hidden={model.route == Route::Shared}>
                    <span class="top__kept">{ quiet(model) }</span>
                    <button type="button" class="button button--quiet" disabled={!model.can_undo()} onclick={send.says(Event::Undo)}>{ words.get(text::UNDO) }</button>
                    <button type="button" class="button button--quiet" disabled={!model.can_redo()} onclick={send.says(Event::Redo)}>{ words.get(text::REDO) }</button>
                </div>
            </header>
            <nav class="rail" aria-label={words.get(text::MENU)}>
                for (route, name) in shell::shown(&model.brand, &shell::PLACES) {
                    <a key={route.hash()} href={route.hash()} aria-current={(shell::place_of(model.route) == route).then_some("page")}>{ words.get(name) }</a>
                }
            </nav>
            <main class="page" id="main">
                <div class="alerts">{ alerts(&send, model) }</div>
                <div class="parts">
                    if !shell::parts_of(model.route).is_empty() {
                        <nav class="parts__nav" aria-label={words.get(text::PARTS_MENU)}>
                            for (route, name) in shell::shown(&model.brand, shell::parts_of(model.route)) {
                                <a key={route.hash()} href={route.hash()} aria-current={(model.route == route).then_some("page")}>{ words.get(name) }</a>
                            }
                        </nav>
                    }
                </div>
                <div class="screen" key={model.route.hash()}>{ screen(&send, &props.state) }</div>
            </main>
            <footer class="foot">
                <p>{ words.get(text::FOOTER_PRIVACY) }{ " " }{ words.get(text::FOOTER_ADVICE) }</p>
                <p>
                    <a href={Route::Learn.hash()}>{ words.get(text::FOOTER_LEARN) }</a>{ " · " }
                    <a href={Route::Method.hash()}>{ words.get(text::FOOTER_METHOD) }</a>{ " · " }
                    <span>{ [&model.brand.name, " ", &model.version].concat() }</span>
                </p>
                { brand_foot(model) }
                if model.on_a_disk {
                    <p><a href={Route::Library.hash()}>{ words.get(text::FOOTER_DISK) }</a></p>
                }
                if model.embed.is_some() {
                    <p>{ full_page(words, &quick_link::text(model.answers())) }</p>
                }
                { themes(&send, model) }
                { languages(&send, model) }
            </footer>
            <div class="toast" hidden={model.notice.is_none()}>{ notice(&send, model) }</div>
            <div id="announcer" class="sr-only" role="status" aria-live="polite"></div>
        </div>
    }
}

/// What the brand says at the foot of every screen, and which catalogue is counted with.
fn brand_foot(model: &Model) -> Html {
    let words = model.words;
    let own = model.brand.first_screen(model.language()).footer;
    let trouble = brand_view::trouble(model);
    html! {
        <>
            <p hidden={own.is_none()}>{ own.unwrap_or_default() }</p>
            <p>
                { brand_view::counted(model) }{ " " }
                <a href={[Route::Method.hash(), "/differs"].concat()} hidden={model.has_standard_catalogue()}>{ words.get(brand_text::DIFFERS_LINK) }</a>
            </p>
            <p hidden={trouble.is_none()}>{ trouble.unwrap_or_default() }</p>
        </>
    }
}

/// The link jumps to the page's title without changing the address, which names the screen.
fn skip(_send: &Send) -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        crate::browser::focus_now("page-title");
    })
}

fn screen(send: &Send, state: &State) -> Html {
    let model = &*state.0;
    match model.route {
        Route::Assess => super::assess::screen(send, model),
        Route::Commitments => super::commitments::screen(send, model),
        Route::Results => super::results::screen(send, model),
        Route::Compare => super::compare::screen(send, model),
        Route::Report => super::report::screen(send, model),
        // Drawn in place of the whole frame.
        Route::Present => super::present::deck(send, model),
        Route::Shared => super::shared::screen(send, model),
        Route::Downtime => super::downtime::screen(send, state),
        Route::Response => super::response::screen(send, model),
        Route::Chain => super::chain::screen(send, model),
        Route::Library => super::library::screen(send, model),
        Route::Learn => super::learn::screen(send, model),
        Route::Method => super::method::screen(send, model),
        Route::Brand => super::brand::screen(send, model),
    }
}

fn quiet(model: &Model) -> &'static str {
    match shell::storage(model) {
        StorageView::Quiet(word) => word,
        StorageView::Failing(..) | StorageView::Conflict(..) => "",
    }
}

fn alerts(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let act = |label, event| button(send, "button", words.get(label), Event::Library(event));
    match shell::storage(model) {
        // What waits for a decision would not outlive a new start: it comes before the offer of one.
        StorageView::Quiet(_) if model.hosted.offered.is_some() => {
            super::framed::offered(send, model)
        }
        StorageView::Quiet(_) => match shell::twins(model) {
            Some(body) => twins(send, model, body),
            None => newer(send, model),
        },
        StorageView::Failing(title, body) => banner(
            title,
            body.to_owned(),
            act(storage::SAVE_FILE, LibraryEvent::Export),
        ),
        StorageView::Conflict(title, body) => {
            let keep = act(storage::KEEP_COPY, LibraryEvent::KeepMineAsCopy);
            let take = act(storage::TAKE_THEIRS, LibraryEvent::TakeTheirs);
            banner(title, body.to_owned(), html! { <>{ keep }{ take }</> })
        }
    }
}

/// Two states of one client, as long as nobody has decided.
fn twins(send: &Send, model: &Model, body: String) -> Html {
    let act = |label, event| button(send, "button", model.words.get(label), Event::Twin(event));
    let buttons = html! {
        <>
            { act(storage::TWINS_LOOK, TwinEvent::Look) }
            { act(storage::TWINS_BOTH, TwinEvent::Both) }
            { act(storage::TWINS_HERE, TwinEvent::Here) }
            { act(storage::TWINS_BROUGHT, TwinEvent::Brought) }
        </>
    };
    banner(model.words.get(storage::TWINS_TITLE), body, buttons)
}

/// The quietest of all alerts: nothing is wrong, and it can wait.
fn newer(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let act =
        |class, label: Text, event| button(send, class, words.get(label), Event::Newer(event));
    let (title, body, label) = match model.newer {
        Newer::Offered(Where::Waiting) => {
            (device::NEWER_TITLE, device::NEWER_BODY, device::NEWER_USE)
        }
        Newer::Offered(Where::InForce) => (
            device::BEHIND_TITLE,
            device::BEHIND_BODY,
            device::BEHIND_USE,
        ),
        Newer::None | Newer::Agreed(_) | Newer::Starting => {
            return html! { <span hidden={true}></span> };
        }
    };
    let using = act("button", label, NewerEvent::Use);
    let later = act(
        "button button--quiet",
        device::NEWER_LATER,
        NewerEvent::Later,
    );
    let buttons = html! { <>{ using }{ later }</> };
    html! { <div class="newer">{ banner(words.get(title), words.get(body).to_owned(), buttons) }</div> }
}

fn notice(send: &Send, model: &Model) -> Html {
    let words = model.words;
    match &model.notice {
        None => html! { <span></span> },
        Some(notice) => html! {
            <>
                <p><bdi>{ notice.text.clone() }</bdi></p>
                <div class="actions">
                    if notice.undo.is_some() {
                        { button(send, "button", words.get(text::UNDO), Event::NoticeUndone) }
                    }
                    { button(send, "button button--quiet", words.get(text::DISMISS), Event::NoticeDismissed) }
                </div>
            </>
        },
    }
}

fn languages(send: &Send, model: &Model) -> Html {
    let names: Vec<_> = Code::ALL.map(|code| (code.code(), code.own_name())).into();
    let on_choose = {
        let send = send.clone();
        Callback::from(move |key: &'static str| {
            if let Some(code) = Code::of_locale(key) {
                send.emit(LanguageEvent::Chosen(code).into());
            }
        })
    };
    Choice {
        name: "language".into(),
        legend: model.words.get(text::LANGUAGE).into(),
        hint: AttrValue::default(),
        options: ChoiceOption::list(&names),
        chosen: model.words.language().code(),
        on_choose,
        look: Look::Small,
    }
    .draw()
}

fn themes(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let names = [
        text::THEME_DEVICE,
        text::THEME_LIGHT,
        text::THEME_DARK,
        text::THEME_CONTRAST,
    ];
    let themes: Vec<_> = Theme::ALL
        .into_iter()
        .zip(names)
        .map(|(theme, name)| (theme.key(), words.get(name)))
        .collect();
    let options = ChoiceOption::list(&themes);
    let on_choose = {
        let send = send.clone();
        Callback::from(move |key: &'static str| send.emit(Event::ThemeChosen(Theme::parse(key))))
    };
    Choice {
        name: "theme".into(),
        legend: words.get(text::THEME).into(),
        hint: AttrValue::default(),
        options,
        chosen: model.theme.key(),
        on_choose,
        look: Look::Small,
    }
    .draw()
}

//! The first screen: quick check, then the full assessment.

use crate::components::{
    Choice, ChoiceOption, Look, Question, Send, TextField, button, go_on_in_a_tab, hint, p,
    screen_title,
};
use crate::model::embed::Rest;
use crate::model::view::{assess as view, contact};
use crate::model::{Edit, Event, LibraryEvent, Loading, Model, ViewEvent, forms, quick_link};
use crate::routes::Route;
use crate::text::{assess as text, common};
use yew::prelude::*;

/// The screen.
pub fn screen(send: &Send, model: &Model) -> Html {
    let words = model.words;
    html! {
        <>
            { screen_title(words.get(text::TITLE), model.brand.first_screen(model.language()).lead.as_deref().unwrap_or(words.get(text::LEAD))) }
            <div class="with-aside">
                <section aria-labelledby="quick-title">
                    <h2 id="quick-title">{ words.get(text::QUICK_TITLE) }</h2>
                    <div class="questions">
                        for card in view::quick(model) {
                            <Question key={card.id.to_string()} card={card.clone()} />
                        }
                    </div>
                </section>
                <aside class="verdict" aria-labelledby="verdict-title">
                    { crate::components::verdict(words, view::verdict(model), &Callback::noop()) }
                    if let Some(label) = contact::invitation(model) {
                        <p class="verdict__contact"><a href={[Route::Results.hash(), "/contact"].concat()}>{ label }</a></p>
                    }
                    { super::framed::consent(send, model) }
                </aside>
            </div>
            if rest_elsewhere(model) {
                { go_on_in_a_tab(words, &quick_link::text(model.answers())) }
            } else {
                <section class="about" aria-labelledby="about-title">{ about(send, model) }</section>
                <section class="full" aria-labelledby="more-title">{ full(send, model) }</section>
                <section class="ways" aria-labelledby="ways-title">{ ways(send, model) }</section>
            }
        </>
    }
}

/// Whether everything but the quick check opens in a tab of its own.
fn rest_elsewhere(model: &Model) -> bool {
    model
        .embed
        .as_ref()
        .is_some_and(|embed| embed.rest == Rest::Tab)
}

/// The three facts that decide which protections count.
fn about(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let name = {
        let send = send.clone();
        Callback::from(move |name| send.emit(Event::Edited(Edit::ClientName(name))))
    };
    html! {
        <>
            <h2 id="about-title">{ words.get(text::ABOUT_TITLE) }</h2>
            <div class="grid">
                { TextField::new("client-name", words.get(text::CLIENT), model.open.client.name.clone(), name).line() }
                for field in forms::essentials(model) {
                    <div key={field.id.clone()}>{ super::commitments::field(send, &field) }</div>
                }
            </div>
        </>
    }
}

fn full(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let depth_chosen = model.showing.depth;
    html! {
        <>
            <h2 id="more-title">{ words.get(text::MORE_TITLE) }</h2>
            { p(words.get(text::MORE_LEAD)) }
            <div class="status-line">{ loading(send, model) }</div>
            <div class="depths" role="group" aria-label={words.get(text::DEPTH)}>
                for (depth, name, progress) in view::depths(model) {
                    <button key={name} type="button" class="depth" aria-expanded={(depth_chosen == Some(depth)).to_string()}
                        onclick={send.says(Event::View(ViewEvent::Depth(depth)))}>
                        <strong>{ name }</strong><span>{ progress.unwrap_or_default() }</span>
                    </button>
                }
            </div>
            <div>
                if depth_chosen.is_some() {
                    { questions(send, model) }
                }
            </div>
        </>
    }
}

/// How the catalogue is coming along.
pub(super) fn loading(send: &Send, model: &Model) -> Html {
    let words = model.words;
    match &model.catalogue {
        Loading::Waiting => hint(words.get(common::LOADING)),
        Loading::Ready(_) => html! { <span hidden={true}></span> },
        Loading::Failed(problem) => html! {
            <div class="banner" role="alert">
                <h2>{ words.get(common::FAILED_TITLE) }</h2>
                <p>{ words.get(common::FAILED_BODY) }{ " " }{ problem.clone() }</p>
                { button(send, "button", words.get(common::RETRY), Event::CatalogueWanted) }
            </div>
        },
    }
}

fn questions(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let groups = view::groups(model);
    let shown: usize = groups.iter().map(|group| group.cards.len()).sum();
    let count = words.count(shown as u64, text::SHOWN_ONE, text::SHOWN_MANY);
    let chosen = view::FILTERS
        .iter()
        .find(|(_, filter, _)| *filter == model.showing.filter)
        .map_or("all", |(key, _, _)| *key);
    let options = ChoiceOption::list(&view::FILTERS.map(|(key, _, name)| (key, words.get(name))));
    let on_choose = {
        let send = send.clone();
        Callback::from(move |key: &'static str| send.emit(Event::View(view::filter_event(key))))
    };
    let filter = Choice {
        name: "filter".into(),
        legend: words.get(text::FILTER).into(),
        hint: AttrValue::default(),
        options,
        chosen,
        on_choose,
        look: Look::Plain,
    };
    let search = {
        let send = send.clone();
        Callback::from(move |text| send.emit(Event::View(ViewEvent::Search(text))))
    };
    html! {
        <>
            <div class="filters">
                { filter.draw() }
                { TextField::new("search", words.get(text::SEARCH), model.showing.search.clone(), search).line() }
                <p class="hint" role="status">{ if shown == 0 { words.get(text::NONE_SHOWN).to_owned() } else { count } }</p>
            </div>
            <div class="groups">
                for group in groups {
                    <section key={group.code.clone()} class="group" aria-labelledby={["group-", &group.code].concat()}>
                        <h3 id={["group-", &group.code].concat()}>{ group.title }<span class="group__progress">{ group.progress }</span></h3>
                        <p class="group__intro">{ group.intro }</p>
                        <div class="questions">
                            for card in group.cards {
                                <Question key={card.id.to_string()} card={card.clone()} />
                            }
                        </div>
                    </section>
                }
            </div>
        </>
    }
}

fn ways(send: &Send, model: &Model) -> Html {
    let words = model.words;
    html! {
        <>
            <h2 id="ways-title">{ words.get(text::WAYS_TITLE) }</h2>
            <ul class="ways__list">
                <li>
                    { button(send, "link", words.get(text::WAY_SAMPLE), Event::Library(LibraryEvent::Sample)) }
                    <span>{ words.get(text::WAY_SAMPLE_BODY) }</span>
                </li>
                <li hidden={!model.has(Route::Downtime)}><a href={Route::Downtime.hash()}>{ words.get(text::WAY_DOWNTIME) }</a><span>{ words.get(text::WAY_DOWNTIME_BODY) }</span></li>
                <li hidden={!model.has(Route::Library)}><a href={Route::Library.hash()}>{ words.get(text::WAY_FILE) }</a></li>
            </ul>
        </>
    }
}

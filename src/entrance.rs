//! The first screen by itself: the quick check and its verdict, small enough to be there at once on a phone.
//!
//! It shows what the app shows in the same place, so that the app can take over without a jump; everything that leads
//! further asks for the app.

use crate::browser::{handover, language};
use crate::components::{
    Choice, ChoiceOption, Look, brand_mark, full_page, go_on_in_a_tab, state_mark,
};
use crate::model::embed::{Embed, Rest};
use crate::model::quick_link;
use crate::model::view::{answer, assess as view, shell};
use crate::routes::Route;
use crate::text::{assess as text, brand as brand_text, common};
use crate::words::{Code, QuickText, Words};
use engine::assessment::{Answers, ProtectionId, Response};
use engine::brand::Brand;
use engine::scoring::{Circumstances, FOUR_GAPS, FourGaps};
use std::rc::Rc;
use yew::prelude::*;

/// What the first screen has to know.
#[derive(Properties, PartialEq)]
pub struct EntranceProps {
    /// Its texts.
    pub words: Words,
    /// What was answered before the program was there.
    pub answers: Answers,
    /// What the page around wishes, in the frame of another page.
    #[prop_or_default]
    pub embed: Option<Embed>,
    /// Whose tool it is, as far as that is known yet.
    #[prop_or_default]
    pub brand: Rc<Brand>,
}

/// The first screen.
pub struct Entrance {
    answers: Answers,
    brand: Rc<Brand>,
}

impl EntranceProps {
    fn rest(&self) -> Rest {
        self.embed
            .as_ref()
            .map(|embed| embed.rest)
            .unwrap_or_default()
    }

    /// Whether the app is wanted here after the last answer: to go on, or to ask what the host may know.
    fn app_is_next(&self) -> bool {
        self.rest() == Rest::Here || self.embed.as_ref().is_some_and(|embed| embed.asks)
    }
}

/// What can happen here.
pub enum Said {
    /// An answer to one of the four questions.
    Answered(ProtectionId, &'static str),
    /// The brand's file was read.
    Branded(Rc<Brand>),
    /// Anything that only the app can do.
    GoOn,
}

impl Component for Entrance {
    type Message = Said;
    type Properties = EntranceProps;

    fn create(context: &Context<Self>) -> Self {
        Self {
            answers: context.props().answers.clone(),
            brand: context.props().brand.clone(),
        }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        // Not while the screen is drawn for the release, where there is nobody to ask.
        if first {
            // The screen stood there before: whoever was on it already is where they were.
            if let Some(id) = handover::focus() {
                crate::browser::focus_now(&id);
            }
            crate::browser::load_entrance_brand(context.link().callback(Said::Branded));
        }
    }

    fn update(&mut self, context: &Context<Self>, said: Said) -> bool {
        match said {
            Said::Answered(id, key) => {
                self.answers.change(id, |entry| {
                    entry.response = answer::response(key, &Response::Unanswered);
                });
                handover::keep(&self.answers);
                // With the fourth answer the person will want to know what follows: have it ready, if that is to be here.
                if self.answers.len() == FOUR_GAPS.len() && context.props().app_is_next() {
                    handover::go_on(None);
                }
            }
            Said::Branded(brand) => self.brand = brand,
            Said::GoOn => handover::go_on(None),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let words = context.props().words;
        let verdict = view::verdict_of(
            words,
            &FourGaps::from_answers(&self.answers, Circumstances::default()),
            Circumstances::default(),
        );
        let brand = self.brand.first_screen(words.language().code());
        let lead = brand.lead.clone();
        let go_on = context.link().callback(|_: MouseEvent| Said::GoOn);
        html! {
            <div class="frame frame--entrance">
                <header class="top">
                    <a class="top__brand" href={Route::Assess.hash()}>{ brand_mark(&brand) }</a>
                    <span class="top__client"></span>
                </header>
                <nav class="rail" aria-label={words.get(common::MENU)}>
                    for (route, name) in shell::shown(&self.brand, &shell::PLACES) {
                        <a key={route.hash()} href={route.hash()} aria-current={(route == Route::Assess).then_some("page")}
                            onclick={go_on.clone()}>{ words.get(name) }</a>
                    }
                </nav>
                <main class="page" id="main">
                    <div class="parts"><nav class="parts__nav" aria-label={words.get(common::PARTS_MENU)}>
                        for (route, name) in shell::shown(&self.brand, shell::parts_of(Route::Assess)) {
                            <a key={route.hash()} href={route.hash()} aria-current={(route == Route::Assess).then_some("page")}
                                onclick={go_on.clone()}>{ words.get(name) }</a>
                        }
                    </nav></div>
                    <div class="screen">
                        <h1 id="page-title" tabindex="-1">{ words.get(text::TITLE) }</h1>
                        <p class="lead">{ lead.unwrap_or_else(|| words.get(text::LEAD).to_owned()) }</p>
                        <div class="with-aside">
                            <section aria-labelledby="quick-title">
                                <h2 id="quick-title">{ words.get(text::QUICK_TITLE) }</h2>
                                <div class="questions">
                                    for (id, quick) in FOUR_GAPS.into_iter().zip(words.quick()) {
                                        <article key={quick.id} class="question" id={quick.id} tabindex="-1">
                                            { self.question(context, id, quick) }
                                        </article>
                                    }
                                </div>
                            </section>
                            <aside class="verdict" aria-labelledby="verdict-title">{ crate::components::verdict(words, verdict, &go_on) }</aside>
                        </div>
                        if context.props().rest() == Rest::Tab {
                            { go_on_in_a_tab(words, &quick_link::text(&self.answers)) }
                        } else {
                            <section class="full" aria-labelledby="more-title">
                                <h2 id="more-title">{ words.get(text::MORE_TITLE) }</h2>
                                <p>{ words.get(text::MORE_LEAD) }</p>
                                <button type="button" class="button" id="go-on" onclick={go_on.clone()}>{ words.get(text::GO_ON) }</button>
                            </section>
                        }
                    </div>
                </main>
                <footer class="foot">
                    <p>{ words.get(common::FOOTER_PRIVACY) }{ " " }{ words.get(common::FOOTER_ADVICE) }</p>
                    <p hidden={brand.footer.is_none()}>{ brand.footer.clone().unwrap_or_default() }</p>
                    <p hidden={self.brand.overlay.is_empty()}>{ words.get(brand_text::QUICK_STANDARD) }</p>
                    <p>
                        <a href={Route::Learn.hash()} onclick={go_on.clone()}>{ words.get(common::FOOTER_LEARN) }</a>{ " · " }
                        <a href={Route::Method.hash()} onclick={go_on}>{ words.get(common::FOOTER_METHOD) }</a>{ " · " }
                        <span class="foot__languages">{ languages(words.language()) }</span>
                    </p>
                    if context.props().embed.is_some() {
                        <p>{ full_page(words, &quick_link::text(&self.answers)) }</p>
                    }
                </footer>
            </div>
        }
    }
}

/// The other languages, each as a link to its own page.
fn languages(now: Code) -> Html {
    let others = Code::ALL.into_iter().filter(|code| *code != now);
    let link = |code: Code| {
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            language::go_to(code);
        });
        html! { <a key={code.code()} href={code.page()} hreflang={code.code()} lang={code.code()} {onclick}>{ code.own_name() }</a> }
    };
    others.map(link).collect()
}

impl Entrance {
    fn question(
        &self,
        context: &Context<Self>,
        id: ProtectionId,
        quick: &'static QuickText,
    ) -> Html {
        let words = context.props().words;
        let response = &self.answers.get(id).response;
        let options = ChoiceOption::list(&answer::choices(words));
        let on_choose = context.link().callback(move |key| Said::Answered(id, key));
        let choice = Choice {
            name: quick.id.into(),
            legend: quick.question.into(),
            hint: quick.where_to_look.into(),
            options,
            chosen: answer::key(response),
            on_choose,
            look: Look::Plain,
        };
        html! {
            <>
                <div class="question__head">{ state_mark(answer::own_mark(words, response)) }<span class="question__id">{ quick.id }</span><span class="tag">{ words.get(text::MUST_HAVE) }</span></div>
                { choice.draw() }
                <div class="question__more"><div class="actions">
                    <button type="button" class="button button--quiet" aria-expanded="false"
                        onclick={context.link().callback(|_| Said::GoOn)}>{ words.get(text::DETAILS) }</button>
                </div></div>
            </>
        }
    }
}

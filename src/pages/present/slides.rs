//! What stands on each slide.

use super::super::{downtime as lab, response};
use crate::components::{Row, Send, button, cell, figure, hint, meter, p, state_mark, table};
use crate::model::Event;
use crate::model::present::PresentEvent;
use crate::model::view::downtime::{self, AskRow};
use crate::model::view::present::{
    AheadSlide, AsksSlide, Body, DowntimeSlide, GapSlide, VerdictSlide,
};
use crate::model::view::response::{self as clock, Control};
use crate::model::view::results::ScoreView;
use crate::text::{downtime as lab_text, present as text};
use crate::words::Words;
use yew::prelude::*;

/// The slide below its title.
pub fn body(send: &Send, words: Words, body: Body) -> Html {
    match body {
        Body::Title(facts) => title(words, facts),
        Body::Verdict(slide) => verdict(words, *slide),
        Body::Gap(slide) => gap(words, slide),
        Body::Says(says) => html! { <>for say in says { { p(&say) } }</> },
        Body::Downtime(slide) => downtime(send, words, *slide),
        Body::Fall(view) => {
            html! { <div class="deck__fall">{ lab::fall::body(send, words, *view) }</div> }
        }
        Body::Response(view) => clocks(send, words, view),
        Body::Asks(slide) => asks(words, slide),
        Body::Ahead(slide) => ahead(words, slide),
    }
}

fn title(words: Words, facts: Vec<(&'static str, String)>) -> Html {
    html! {
        <>
            <p class="lead">{ words.get(text::TITLE_LEAD) }</p>
            <dl class="facts deck__facts">
                for (name, value) in facts { <div key={name}><dt>{ name }</dt><dd><bdi>{ value.clone() }</bdi></dd></div> }
            </dl>
        </>
    }
}

fn verdict(words: Words, slide: VerdictSlide) -> Html {
    let VerdictSlide {
        four,
        scores,
        counted,
    } = slide;
    let lines = four.breakdown.lines.iter();
    html! {
        <div class="deck__columns">
            <div>
                { score(&four) }
                <ul class="deck__marks">
                    for line in lines { <li key={line.id.clone()}>{ state_mark(line.mark) }{ " " }<span>{ line.title.clone() }</span></li> }
                </ul>
            </div>
            <div>
                <div>
                    if let Some((_, body, next)) = four.verdict {
                        <>{ p(body) }<p><strong>{ words.get(text::VERDICT_NEXT) }{ ": " }</strong>{ next }</p></>
                    }
                </div>
                for each in scores { <div key={each.id} class="deck__score">{ score(&each) }</div> }
                { hint(words.get(text::VERDICT_UNKNOWN)) }
                { hint(&counted) }
            </div>
        </div>
    }
}

fn score(score: &ScoreView) -> Html {
    html! {
        <>
            { meter(score.label, score.figure.clone(), score.low, score.high) }
            <p class="hint" hidden={score.open.is_empty()}>{ [&score.open, " ", score.bar].concat().trim().to_owned() }</p>
            <p class="hint" hidden={score.standard.is_none()}>{ score.standard.clone().unwrap_or_default() }</p>
        </>
    }
}

fn gap(words: Words, slide: GapSlide) -> Html {
    html! {
        <>
            <p class="deck__rank">{ slide.rank }{ " " }{ state_mark(slide.mark) }</p>
            <p class="lead">{ slide.exposure }</p>
            <div class="deck__big" hidden={slide.incident.is_none()}>
                if let Some(time) = &slide.incident {
                    <><h2>{ words.get(text::GAP_INCIDENT) }</h2>{ figure(time, "figure figure--headline") }</>
                }
            </div>
            <div class="deck__ask"><h2>{ words.get(text::GAP_ASK) }</h2>{ p(&slide.ask) }</div>
        </>
    }
}

fn downtime(send: &Send, words: Words, slide: DowntimeSlide) -> Html {
    let view = slide.headline;
    let step = |label, better| {
        button(
            send,
            "button",
            words.get(label),
            Event::Present(PresentEvent::Target(better)),
        )
    };
    html! {
        <>
            <div class="deck__controls">
                <div>{ lab::line(send, bare(slide.target)) }</div>
                <div class="actions deck__steps" role="group" aria-label={words.get(text::DOWNTIME_STEPPER)}>{ step(text::DOWNTIME_WORSE, false) }{ step(text::DOWNTIME_BETTER, true) }</div>
                <div>{ lab::pick(send, words, "lab-period", lab_text::PERIOD, slide.period, downtime::period_event) }</div>
                <div>{ lab::line(send, bare(slide.locations)) }</div>
            </div>
            <div class="actions deck__presets" hidden={slide.agreed.is_empty()} role="group" aria-labelledby="deck-start">
                <span id="deck-start">{ words.get(text::DOWNTIME_START) }{ ":" }</span>
                for preset in slide.agreed {
                    <button key={preset.id} type="button" class="button button--quiet" onclick={send.says(Event::Lab(preset.event))}><bdi>{ preset.label }</bdi></button>
                }
            </div>
            <div class="deck__columns">
                <div>
                    <div class="deck__big" aria-live="polite">{ figure(&view.allowance, "figure figure--headline") }</div>
                    <p><bdi>{ view.of }</bdi></p>
                    for note in view.stale { <p key={note.clone()} class="error">{ note.clone() }</p> }
                    <dl class="facts">
                        for (name, value) in slide.facts { <div key={name.key()}><dt>{ words.get(name) }</dt><dd>{ cell(&value) }</dd></div> }
                    </dl>
                </div>
                <div>{ lab::chart(words, slide.chart) }</div>
            </div>
        </>
    }
}

/// On a slide, a field needs no hint.
fn bare(field: downtime::FieldView) -> downtime::FieldView {
    downtime::FieldView { hint: "", ..field }
}

/// The controls that tell a story; the others stay on the screen of the clock.
const STORY: [&str; 3] = ["clock-day", "clock-time", "clock-severity"];

fn clocks(send: &Send, words: Words, view: clock::View) -> Html {
    let controls = view.controls.into_iter();
    let told = controls.filter(|control| STORY.contains(&control.id()));
    html! {
        <>
            <div class="deck__controls">
                for control in told { <div key={control.id()}>{ response::control(send, bare_control(control)) }</div> }
            </div>
            <div>
                if let Some(chart) = view.chart {
                    { response::picture(words, chart) }
                }
            </div>
            <div class="deck__columns deck__due">
                for (at, side) in view.sides.into_iter().enumerate() {
                    <div key={at}>
                        <h2><bdi>{ side.name }</bdi></h2>
                        <dl class="facts">
                            for fact in side.facts.iter().filter(|fact| fact.short) {
                                <div key={fact.name.clone()}><dt>{ fact.name.clone() }</dt><dd>{ cell(&fact.value) }</dd></div>
                            }
                        </dl>
                    </div>
                }
            </div>
        </>
    }
}

fn bare_control(control: Control) -> Control {
    match control {
        Control::Field(field) => Control::Field(clock::Field { hint: "", ..field }),
        list @ Control::List(_) => list,
    }
}

fn asks(words: Words, slide: AsksSlide) -> Html {
    let settled = slide.asks.is_empty();
    let columns = [
        (words.get(text::ASKS_FIGURE), ""),
        (words.get(text::ASKS_OWN), ""),
        (words.get(text::ASKS_OTHER), ""),
    ];
    let figures = |row: AskRow| {
        Row::new(
            row.name,
            vec![row.name.into(), cell(&row.own), cell(&row.other)],
        )
    };
    html! {
        <div class="deck__columns">
            <div>
                <h2>{ words.get(if settled { text::ASKS_NONE } else { text::ASKS_LIST }) }</h2>
                <ol class="deck__asks">
                    for (title, state, owner) in slide.asks {
                        <li key={title.clone()}><strong>{ title.clone() }</strong>{ " " }<span class="tag">{ state }</span><span class="hint" hidden={owner.is_empty()}><bdi>{ owner }</bdi></span></li>
                    }
                </ol>
                <p hidden={slide.more.is_empty()}>{ slide.more.clone() }</p>
            </div>
            <div>
                <h2 id="deck-against">{ words.get(text::ASKS_AGAINST) }</h2>
                { table("deck-against".into(), "", &columns, slide.against.into_iter().map(figures).collect()) }
                <p>{ words.get(text::ASKS_OTHER) }{ ": " }<bdi>{ slide.other }</bdi></p>
            </div>
        </div>
    }
}

fn ahead(words: Words, slide: AheadSlide) -> Html {
    let undated = slide.dates.is_empty();
    let first = slide.dates.first().map(|row| row.agreement.clone());
    let several = slide
        .dates
        .iter()
        .any(|row| Some(&row.agreement) != first.as_ref());
    html! {
        <div class="deck__columns">
            <div>
                <h2>{ words.get(text::AHEAD_DATES) }</h2>
                <p hidden={!undated}>{ words.get(text::AHEAD_NO_DATES) }</p>
                <dl class="facts">
                    for (at, row) in slide.dates.into_iter().enumerate() {
                        <div key={at}><dt>{ words.get(row.what) }<span hidden={!several}>{ " · " }<bdi>{ row.agreement_name }</bdi></span></dt><dd>{ row.date }{ ", " }{ row.away }</dd></div>
                    }
                </dl>
            </div>
            <div>
                <h2>{ words.get(text::AHEAD_ASKS) }</h2>
                <ul>for line in slide.asks { <li key={line.clone()}>{ line.clone() }</li> }</ul>
                { p(slide.advice) }
            </div>
        </div>
    }
}

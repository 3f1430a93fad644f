//! The downtime calculator.

mod ask;
pub(super) mod fall;
mod wording;
mod years;

use super::State;
use crate::components::{
    Pick, PickGroup, Row, Send, TextField, figure, h3, hint, screen_title, summary, table, use_send,
};
use crate::model::lab::{LabEvent, Question};
use crate::model::view::downtime::{self as view, Chart, FieldView, Preset, Section, Select};
use crate::model::view::figure::Shown;
use crate::model::{Event, Model};
use crate::routes::Route;
use crate::text::downtime as text;
use crate::words::{Text, Words};
use yew::prelude::*;

/// The screen.
pub fn screen(send: &Send, state: &State) -> Html {
    let words = state.0.words;
    html! {
        <div class="lab">
            <Still state={state.clone()} after={false} />
            <section class="lab__years" aria-labelledby="lab-years">{ years::section(send, words, view::years(&state.0)) }</section>
            <Still state={state.clone()} after={true} />
        </div>
    }
}

#[derive(Properties)]
struct StillProps {
    state: State,
    /// What stands after the simulated years; else what stands before them.
    after: bool,
}

impl PartialEq for StillProps {
    fn eq(&self, other: &Self) -> bool {
        self.after == other.after && self.state.0.revision() == other.state.0.revision()
    }
}

/// What news of the simulated years leave as it is: they come ten times a second.
#[component]
fn Still(props: &StillProps) -> Html {
    let (send, model) = (use_send(), &*props.state.0);
    let question = model.question();
    if props.after {
        after(&send, model, &question)
    } else {
        before(&send, model, &question)
    }
}

fn before(send: &Send, model: &Model, question: &Question) -> Html {
    let words = model.words;
    html! {
        <>
            { screen_title(words.get(text::TITLE), words.get(text::LEAD)) }
            <div class="lab__top">
                <section class="lab__form" aria-labelledby="lab-form">{ form(send, model) }</section>
                <section class="lab__headline card" aria-labelledby="lab-headline">{ headline(words, view::headline(model, question)) }</section>
            </div>
            <div class="lab__sections">
                for section in view::sections(model, question) {
                    <section key={section.id} class="lab__section" aria-labelledby={section.id}>{ point(send, words, section) }</section>
                }
            </div>
            <section class="lab__section lab__story" aria-labelledby="lab-fall">{ fall::fall(send, words, view::fall(model, question)) }</section>
            <section class="lab__section lab__story" aria-labelledby="lab-wording">{ wording::wording(send, words, view::wording(model, question)) }</section>
        </>
    }
}

fn after(send: &Send, model: &Model, question: &Question) -> Html {
    let words = model.words;
    html! {
        <>
            <section class="lab__section lab__story" aria-labelledby="lab-ask">{ ask::ask(send, words, view::ask(model, question)) }</section>
            <section class="lab__table" aria-labelledby="lab-table">{ periods(words, view::table(model, question)) }</section>
        </>
    }
}

fn form(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let form = view::form(model);
    let days: Vec<FieldView> = form.days.into_iter().collect();
    html! {
        <>
            <h2 id="lab-form">{ words.get(text::FORM_TITLE) }</h2>
            <div class="grid">
                <div>{ line(send, form.target) }</div>
                <div>
                    { pick(send, words, "lab-period", text::PERIOD, form.period, view::period_event) }
                    <div>for field in days { <div key={field.id}>{ line(send, field) }</div> }</div>
                </div>
                <div>
                    { pick(send, words, "lab-window", text::WINDOW, form.window, view::window_event) }
                    <div>for field in form.hours { <div key={field.id}>{ line(send, field) }</div> }</div>
                </div>
                <div>{ line(send, form.locations) }</div>
                <div>
                    { pick(send, words, "lab-counting", text::COUNTING, form.counting, view::counting_event) }
                    <div>for field in form.users { <div key={field.id}>{ line(send, field) }</div> }</div>
                </div>
            </div>
            <details class="lab__presets">
                { summary(words.get(text::PRESETS_TITLE)) }
                for (title, group) in form.presets { { presets(send, words, title, group) } }
            </details>
        </>
    }
}

pub(super) fn line(send: &Send, view: FieldView) -> Html {
    let (send, field) = (send.clone(), view.field);
    let on_input =
        Callback::from(move |typed| send.emit(Event::Lab(LabEvent::Typed(field, typed))));
    TextField::new(view.id, view.label, view.value, on_input)
        .hint(view.hint)
        .error(view.error)
        .mode(view.mode)
        .line()
}

pub(super) fn pick(
    send: &Send,
    words: Words,
    id: &'static str,
    label: Text,
    view: Select,
    event: fn(&str) -> Option<LabEvent>,
) -> Html {
    let send = send.clone();
    let on_pick = Callback::from(move |key: String| {
        if let Some(event) = event(&key) {
            send.emit(Event::Lab(event));
        }
    });
    let group = |(label, options): (&'static str, Vec<(String, String)>)| PickGroup {
        label: label.into(),
        options: options
            .into_iter()
            .map(|(key, name)| (key.into(), name.into()))
            .collect(),
    };
    let groups: Vec<PickGroup> = view.groups.into_iter().map(group).collect();
    html! { <Pick {id} label={words.get(label)} {groups} chosen={view.chosen} {on_pick} /> }
}

fn presets(send: &Send, words: Words, title: Text, presets: Vec<Preset>) -> Html {
    html! {
        <div class="lab__preset-group" hidden={presets.is_empty()}>
            { h3(words.get(title)) }
            <ul class="lab__preset-list">
                for preset in presets {
                    <li key={preset.id}>
                        <button type="button" class="button" onclick={send.says(Event::Lab(preset.event))}><bdi>{ preset.label }</bdi></button>
                        <p class="hint" hidden={preset.hint.is_empty()}>{ preset.hint }</p>
                    </li>
                }
            </ul>
        </div>
    }
}

fn headline(words: Words, view: view::Headline) -> Html {
    html! {
        <>
            <h2 id="lab-headline">{ words.get(text::HEADLINE) }</h2>
            <div aria-live="polite">{ figure(&view.allowance, "figure figure--headline") }</div>
            <p><bdi>{ view.of }</bdi></p>
            { facts(view.facts) }
            <ul class="lab__stale" hidden={view.stale.is_empty()}>
                for note in view.stale { <li key={note.clone()} class="error">{ note.clone() }</li> }
            </ul>
        </>
    }
}

fn facts(facts: Vec<(&'static str, Shown)>) -> Html {
    html! {
        <dl class="facts" hidden={facts.is_empty()}>
            for (name, shown) in facts {
                <div key={name}><dt>{ name }</dt><dd>{ figure(&shown, "figure") }</dd></div>
            }
        </dl>
    }
}

fn point(send: &Send, words: Words, section: Section) -> Html {
    let field: Vec<FieldView> = section.field.into_iter().collect();
    html! {
        <>
            <h2 id={section.id}>{ section.title }</h2>
            <div>for field in field { <div key={field.id}>{ line(send, field) }</div> }</div>
            { facts(section.facts) }
            <div class="lab__says">
                for sentence in section.says { <p key={sentence.clone()}><bdi>{ sentence.clone() }</bdi></p> }
            </div>
            <p hidden={section.enter.is_none()}><a href={Route::Commitments.hash()}>{ section.enter.unwrap_or_default() }</a></p>
            <div>
                if let Some(chart) = section.chart {
                    { self::chart(words, chart) }
                }
            </div>
        </>
    }
}

/// Bars from zero in one picture that stretches; the names stand above them as text, so that they keep their size.
pub(super) fn chart(words: Words, chart: Chart) -> Html {
    let height = (chart.bars.len() * 100).to_string();
    let columns = [
        (words.get(text::CHART_COLUMN_WHAT), ""),
        (words.get(text::CHART_COLUMN_TIME), "number"),
    ];
    let row = |bar: &view::Bar| Row::new(bar.label, vec![bar.label.into(), Html::from(&bar.value)]);
    let rows = chart.bars.iter().map(row).collect();
    let parts = chart
        .bars
        .iter()
        .map(|bar| [bar.label, ": ", &bar.value].concat())
        .collect::<Vec<_>>();
    let label = [&chart.title, ". ", &parts.join(". ")].concat();
    html! {
        <figure class="bars">
            <figcaption><strong id="lab-chart">{ chart.title }</strong><span class="hint">{ words.get(text::CHART_MEASURE) }</span></figcaption>
            <div class="bars__frame">
                <svg role="img" aria-label={label} viewBox={["0 0 1000 ", &height].concat()} preserveAspectRatio="none">
                    for (at, bar) in chart.bars.iter().enumerate() {
                        <rect key={at} class={["bars__bar bars__bar--", bar.class].concat()} x="0" y={(at * 100 + 72).to_string()}
                            width={bar.width.to_string()} height="24" />
                    }
                </svg>
                <ol class="bars__labels" aria-hidden="true">
                    for bar in chart.bars.iter() { <li key={bar.label}>{ bar.label }<span class="number">{ bar.value.clone() }</span></li> }
                </ol>
            </div>
            <details>
                { summary(words.get(text::CHART_TABLE)) }
                { table("lab-chart".into(), "", &columns, rows) }
            </details>
        </figure>
    }
}

fn periods(words: Words, rows: Vec<view::Row>) -> Html {
    let columns = [
        (words.get(text::TABLE_PERIOD), ""),
        (words.get(text::TABLE_ALLOWANCE), ""),
        (words.get(text::TABLE_LENGTH), "number"),
    ];
    let row = |row: view::Row| {
        let name = html! {
            <>{ row.name }{ " " }<span class="tag" hidden={!row.chosen}>{ words.get(text::TABLE_CHOSEN) }</span></>
        };
        let allowance = figure(&row.allowance, "figure");
        let mut shown = Row::new(row.key, vec![name, allowance, row.measured.into()]);
        if row.chosen {
            shown.class = "chosen";
        }
        shown
    };
    let rows = rows.into_iter().map(row).collect();
    html! {
        <>
            <h2 id="lab-table">{ words.get(text::TABLE_TITLE) }</h2>
            { hint(words.get(text::TABLE_BY_WEEKS)) }
            { table("lab-table".into(), "", &columns, rows) }
        </>
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::model::fixture::blank;
    use std::rc::Rc;
    use yew::LocalServerRenderer;

    #[derive(Properties, PartialEq)]
    struct ScreenProps {
        state: State,
    }

    #[component]
    fn Screen(props: &ScreenProps) -> Html {
        let send = Send(Callback::noop());
        html! {
            <ContextProvider<Send> context={send.clone()}>{ screen(&send, &props.state) }</ContextProvider<Send>>
        }
    }

    fn rendered() -> String {
        let model = blank("#/downtime", "2026-02-10");
        let state = State(Rc::new(model));
        let renderer =
            LocalServerRenderer::<Screen>::with_props(ScreenProps { state }).hydratable(false);
        tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap()
            .block_on(renderer.render())
    }

    #[test]
    fn shows_the_answer_and_how_it_came_about() {
        let html = rendered();
        assert!(html.contains("3 h 21 min 36 s"));
        assert!(html.contains("Measured time × (100% − target)"));
        assert!(
            html.contains(r#"<option value="two-weeks" selected"#),
            "{html}"
        );
        assert!(html.contains(r##"href="#/commitments""##));
    }

    #[test]
    fn every_name_points_at_an_element_and_no_id_stands_twice() {
        let html = rendered();
        let attributes = |name: &str| {
            let start = [" ", name, "=\""].concat();
            html.split(&*start)
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        let ids = attributes("id");
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), ids.len());
        for name in ["for", "aria-labelledby", "aria-describedby"] {
            for id in attributes(name).iter().flat_map(|list| list.split(' ')) {
                assert!(ids.iter().any(|known| known == id), "{name}={id}");
            }
        }
        assert!(
            !html.contains(" style="),
            "the content security policy forbids inline style"
        );
        assert!(!html.contains('{'), "a place in a text was not filled");
    }
}

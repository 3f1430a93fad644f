//! The chain that one location's work depends on.

use crate::components::{
    Choice, ChoiceOption, Look, Pick, PickGroup, Row, Send, TextField, button, fact, figure, h3,
    hint, named_button, p, screen_title, state_mark, table,
};
use crate::model::Model;
use crate::model::lab::{ChainEvent, LIST};
use crate::model::view::chain::{self as view, FieldView, Found, PartView, Promise};
use crate::routes::Route;
use crate::text::chain as text;
use crate::words::{Text, Words};
use yew::prelude::*;

/// The screen.
pub fn screen(send: &Send, model: &Model) -> Html {
    let words = model.words;
    let view = view::view(model);
    let empty = view.found.is_none();
    let full = view.full;
    html! {
        <div class="lab chain">
            { screen_title(words.get(text::TITLE), words.get(text::LEAD)) }
            <div class="lab__top">
                <section class="lab__form" aria-labelledby={LIST}>
                    <h2 id={LIST} tabindex="-1">{ words.get(text::FORM) }</h2>
                    { hint(words.get(text::FORM_HINT)) }
                    <div class="entries">
                        for part in view.parts {
                            <details key={part.id} class="entry" open={part.open}>{ self::part(send, words, part) }</details>
                        }
                    </div>
                    { p(&view.note) }
                    <div class="actions">
                        if !full { { button(send, "button", words.get(text::ADD), view::event(ChainEvent::Add)) } }
                        if empty { { button(send, "button", words.get(text::BEGIN), view::event(ChainEvent::Usual)) } }
                    </div>
                </section>
                if let Some(found) = &view.found {
                    <section class="lab__headline card" aria-labelledby="chain-whole">{ headline(words, found, view.stale) }</section>
                }
            </div>
            if let Some(found) = view.found {
                { results(words, found) }
            }
            { limits(words) }
        </div>
    }
}

fn part(send: &Send, words: Words, part: PartView) -> Html {
    let id = part.id;
    let say = |event| send.says(view::event(event));
    let labels = [text::UP, text::DOWN];
    let movers = part.movers.into_iter().zip(labels).zip([true, false]);
    html! {
        <>
            <summary id={part.key.clone()}>
                <h3><bdi>{ part.name }</bdi></h3>{ " " }
                <span class="chain__says number">{ part.says }</span>{ " " }
                <span class="tag">{ part.origin }</span>
            </summary>
            <div class="grid" role="group" aria-labelledby={part.key.clone()}>
                <div>{ line(send, id, part.first) }</div>
                { by(send, words, id, &part.key, part.by_times) }
                for field in part.fields {
                    <div key={field.id.clone()}>{ line(send, id, field) }</div>
                }
                if !part.agreed.is_empty() {
                    { agreed(send, words, id, &part.key, part.agreed, part.chosen) }
                }
            </div>
            <div class="actions">
                for (((id_of, name, there), label), up) in movers {
                    <button key={id_of.clone()} id={id_of} type="button" class="button button--quiet" aria-label={name} disabled={!there}
                        onclick={say(ChainEvent::Move(id, up))}>{ words.get(label) }</button>
                }
                { named_button(send, "button button--quiet", words.get(text::REMOVE), part.remove, view::event(ChainEvent::Remove(id))) }
            </div>
        </>
    }
}

fn line(send: &Send, id: u32, view: FieldView) -> Html {
    let (send, field) = (send.clone(), view.field);
    let on_input = Callback::from(move |typed| {
        send.emit(view::event(ChainEvent::Typed(id, field, typed)));
    });
    TextField::new(view.id, view.label, view.value, on_input)
        .hint(view.hint)
        .error(view.error)
        .mode(view.mode)
        .line()
}

fn by(send: &Send, words: Words, id: u32, key: &str, by_times: bool) -> Html {
    let send = send.clone();
    let names = [("percent", text::BY_PERCENT), ("times", text::BY_TIMES)];
    Choice {
        name: [key, "-by"].concat().into(),
        legend: words.get(text::BY).into(),
        hint: AttrValue::default(),
        options: ChoiceOption::list(&names.map(|(key, name)| (key, words.get(name)))),
        chosen: names[usize::from(by_times)].0,
        on_choose: Callback::from(move |key| {
            send.emit(view::event(ChainEvent::ByTimes(id, key == "times")));
        }),
        look: Look::Small,
    }
    .draw()
}

fn agreed(
    send: &Send,
    words: Words,
    id: u32,
    key: &str,
    targets: Vec<(String, String)>,
    chosen: String,
) -> Html {
    let send = send.clone();
    let on_pick = Callback::from(move |service| {
        send.emit(view::event(ChainEvent::Agreed(id, service)));
    });
    let group = PickGroup {
        label: AttrValue::default(),
        options: targets
            .into_iter()
            .map(|(key, name)| (key.into(), name.into()))
            .collect(),
    };
    html! { <Pick id={[key, "-agreed"].concat()} label={words.get(text::AGREED)} groups={vec![group]} {chosen} {on_pick} /> }
}

fn headline(words: Words, found: &Found, stale: Vec<String>) -> Html {
    html! {
        <>
            <h2 id="chain-whole">{ words.get(text::WHOLE) }</h2>
            <div aria-live="polite">
                { figure(&found.whole, "figure figure--headline") }
                <p><bdi>{ found.finding.clone() }</bdi></p>
            </div>
            <dl class="facts">
                <div><dt>{ words.get(text::YEAR) }</dt><dd>{ figure(&found.year, "figure") }</dd></div>
            </dl>
            <ul class="lab__stale" hidden={stale.is_empty()}>
                for note in stale { <li key={note.clone()} class="error"><bdi>{ note.clone() }</bdi></li> }
            </ul>
        </>
    }
}

fn results(words: Words, found: Found) -> Html {
    let head = |name: Text| (words.get(name), "");
    let periods = found.periods.into_iter().map(|row| {
        let open = row
            .open
            .map_or_else(|| "-".into(), |open| figure(&open, "figure"));
        Row::new(
            row.name.clone(),
            vec![row.name.into(), figure(&row.down, "figure"), open],
        )
    });
    let parts = found.parts.into_iter().map(|row| {
        let name = html! { <><bdi>{ row.name }</bdi>{ " " }<span class="tag">{ row.origin }</span>{ hint(&row.there) }</> };
        let down = html! {
            <>
                <span class="number">{ row.down }</span>
                <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect width={row.width.to_string()} height="10" /></svg>
            </>
        };
        Row::new(row.id.to_string(), vec![name, figure(&row.share, "figure"), down])
    });
    let more = found.more.into_iter().map(|row| {
        let name = html! { <bdi>{ row.name }</bdi> };
        let cells = vec![name, row.there.into(), row.whole.into(), row.saved.into()];
        Row::new(row.id.to_string(), cells)
    });
    let periods = table(
        "chain-periods".into(),
        "",
        &[
            head(text::PERIODS_PERIOD),
            head(text::PERIODS_DOWN),
            head(text::PERIODS_OPEN),
        ],
        periods.collect(),
    );
    let parts = table(
        "chain-each".into(),
        "chain__each",
        &[
            head(text::PARTS_PART),
            head(text::PARTS_SHARE),
            head(text::PARTS_DOWN),
        ],
        parts.collect(),
    );
    let more = table(
        "chain-more".into(),
        "",
        &[
            head(text::PARTS_PART),
            head(text::MORE_THERE),
            head(text::MORE_WHOLE),
            head(text::MORE_SAVED),
        ],
        more.collect(),
    );
    let change =
        html! { <p><a href={Route::Downtime.hash()}>{ words.get(text::PROMISE_CHANGE) }</a></p> };
    let notes = html! { <>for note in found.notes { { hint(&note) } }</> };
    html! {
        <>
            { section("chain-periods", words.get(text::PERIODS_TITLE), "", periods, notes) }
            { section("chain-each", &found.parts_title, words.get(text::PARTS_MEASURE), parts, p(&found.overlap)) }
            { section("chain-more", &found.more_title, &found.more_measure, more, p(words.get(text::MORE_NOTE))) }
            { section("chain-promise", words.get(text::PROMISE_TITLE), "", promise(words, &found.promise), change) }
        </>
    }
}

fn section(id: &'static str, title: &str, measure: &str, body: Html, after: Html) -> Html {
    html! {
        <section class="lab__section lab__table" aria-labelledby={id}>
            <h2 {id}><bdi>{ title }</bdi></h2>
            { hint(measure) }
            { body }
            { after }
        </section>
    }
}

fn promise(words: Words, promise: &Promise) -> Html {
    html! {
        <>
            { p(&promise.of) }
            <dl class="facts">
                for (name, value) in promise.facts.iter() { { fact(name, value) } }
            </dl>
            <p>{ state_mark(promise.mark) }</p>
            { p(&promise.says) }
            { p(words.get(text::PROMISE_EXPECTED_VALUE)) }
        </>
    }
}

fn limits(words: Words) -> Html {
    let said = html! {
        <>
            { p(words.get(text::LIMITS_INDEPENDENT)) }
            { p(words.get(text::LIMITS_PRODUCT)) }
            { p(words.get(text::LIMITS_INPUT)) }
            { h3(words.get(text::LIMITS_ASK_TITLE)) }
        </>
    };
    let ask = p(words.get(text::LIMITS_ASK));
    section("chain-limits", words.get(text::LIMITS_TITLE), "", said, ask)
}

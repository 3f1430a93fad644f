//! The readiness question with its scoring sheet.

use crate::components::{Choice, ChoiceOption, Look, Send, copy, fact, h3, p, summary};
use crate::model::view::results as view;
use crate::model::{Event, Model, ViewEvent};
use crate::text::results as text;
use engine::rubric::{Catalogue, Listening};
use yew::prelude::*;

/// The points that can be given.
const POINTS: [&str; 4] = ["0", "1", "2", "3"];

/// The question, the sum and the sheet.
pub fn section(send: &Send, model: &Model, catalogue: &Catalogue) -> Html {
    let words = model.words;
    let sheet = catalogue.readiness();
    let sum = view::readiness(model, catalogue);
    html! {
        <>
            <blockquote class="clause">{ sheet.question.clone() }</blockquote>
            <p>{ copy(send, "button", words.get(text::READY_COPY), None, sheet.question.clone()) }</p>
            { p(&sheet.intro) }
            <details class="sheet">
                { summary(words.get(text::READY_SHEET)) }
                for point in sheet.listen_for.iter() {
                    <div key={point.id.clone()} class="listen">{ listen(send, model, point) }</div>
                }
            </details>
            <div class="ready-sum" role="status">
                <p class="ready-sum__figure">{ sum.sum }</p>
                <p hidden={sum.left.is_empty()}>{ sum.left }</p>
                <div>
                    if let Some((title, body)) = sum.band {
                        <h3>{ title }</h3>
                        <p>{ body }</p>
                    }
                </div>
            </div>
        </>
    }
}

fn listen(send: &Send, model: &Model, point: &Listening) -> Html {
    let words = model.words;
    let given =
        view::given_for(model, &point.id).and_then(|points| POINTS.get(usize::from(points)));
    let mut options = ChoiceOption::list(&POINTS.map(|points| (points, points)));
    options.truncate(usize::from(point.points) + 1);
    let on_choose = {
        let (send, id) = (send.clone(), point.id.clone());
        Callback::from(move |key: &'static str| {
            let points = POINTS
                .iter()
                .position(|of| *of == key)
                .and_then(|at| u8::try_from(at).ok())
                .unwrap_or_default();
            send.emit(Event::View(ViewEvent::Readiness(id.clone(), points)));
        })
    };
    let choice = Choice {
        name: ["ready-", &point.id].concat().into(),
        legend: words
            .fill(text::READY_POINTS, &[("title", &point.title)])
            .into(),
        hint: AttrValue::default(),
        options,
        chosen: given.copied().unwrap_or_default(),
        on_choose,
        look: Look::Bare,
    };
    html! {
        <>
            { h3(&point.title) }
            <dl class="facts">
                { fact(words.get(text::READY_GOOD), &point.good) }
                { fact(words.get(text::READY_WEAK), &point.weak) }
            </dl>
            { choice.draw() }
        </>
    }
}

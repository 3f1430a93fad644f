//! The open client's agreements, and when each was assessed.

use crate::components::{Pick, PickGroup, Row, Send, button, named_button, p, table};
use crate::model::view::library as view;
use crate::model::{Event, Model, VersionEvent};
use crate::text::versions as text;
use crate::words::Text;
use yew::prelude::*;

/// The section.
pub fn versions(send: &Send, model: &Model) -> Html {
    let words = model.words;
    html! {
        <>
            <h2 id="versions-title">{ words.get(text::TITLE) }</h2>
            { p(words.get(text::LEAD)) }
            <div class="versions">
                for (at, of) in view::agreements(model).into_iter().enumerate() {
                    <div key={of.id.clone()} class="card">{ agreement(send, model, at, of) }</div>
                }
            </div>
            <div class="actions">{ button(send, "button", words.get(text::NEW), Event::Versions(VersionEvent::NewAgreement)) }</div>
        </>
    }
}

fn agreement(send: &Send, model: &Model, at: usize, view: view::AgreementView) -> Html {
    let words = model.words;
    let title = ["version-", &at.to_string()].concat();
    let act = |label: Text, full: Text, event: VersionEvent| {
        let full = words.fill(full, &[("name", &view.name)]);
        let event = Event::Versions(event);
        named_button(send, "button button--quiet", words.get(label), full, event)
    };
    let id = || view.id.clone();
    let removable = view.removable;
    let actions = html! {
        <>
            { act(text::NEW_ASSESSMENT, text::NEW_ASSESSMENT_NAMED, VersionEvent::NewAssessment(id())) }
            { act(text::COPY, text::COPY_NAMED, VersionEvent::CopyAgreement(id())) }
            if removable {
                { act(text::REMOVE_AGREEMENT, text::REMOVE_AGREEMENT_NAMED, VersionEvent::RemoveAgreement(id())) }
            }
        </>
    };
    html! {
        <>
            <h3 id={title.clone()}><bdi>{ view.name.clone() }</bdi></h3>
            { standing(send, model, &title, &view) }
            { assessments(send, model, &title, view) }
            <div class="actions">{ actions }</div>
        </>
    }
}

fn standing(send: &Send, model: &Model, title: &str, view: &view::AgreementView) -> Html {
    let words = model.words;
    let on_pick = {
        let (send, id) = (send.clone(), view.id.clone());
        Callback::from(move |key: String| {
            let found = view::STANDINGS.iter().find(|(of, _, _)| *of == key);
            if let Some((_, standing, _)) = found {
                let event = VersionEvent::Standing(id.clone(), *standing);
                send.emit(Event::Versions(event));
            }
        })
    };
    let options = view::STANDINGS.map(|(key, _, name)| (key.into(), words.get(name).into()));
    let group = PickGroup {
        label: AttrValue::default(),
        options: options.to_vec(),
    };
    let label = words.fill(text::STANDING, &[("name", &view.name)]);
    html! { <Pick id={[title, "-standing"].concat()} {label} groups={vec![group]} chosen={view.standing.to_owned()} {on_pick} /> }
}

fn assessments(send: &Send, model: &Model, title: &str, view: view::AgreementView) -> Html {
    let words = model.words;
    let columns = [
        text::COLUMN_DATE,
        text::COLUMN_REASON,
        text::COLUMN_GAPS,
        text::COLUMN_PROTECTION,
        text::COLUMN_ACTIONS,
    ]
    .map(|title| (words.get(title), ""));
    let (agreement, name) = (view.id, view.name);
    let row = |row: view::AssessmentRow| {
        let act = |class, label: Text, full: Text, event: VersionEvent| {
            let full = words.fill(full, &[("name", &name), ("date", &row.date)]);
            named_button(send, class, words.get(label), full, Event::Versions(event))
        };
        let (of, id) = (|| agreement.clone(), || row.id.clone());
        let actions = html! {
            <div class="actions">
                if row.open {
                    <span class="tag">{ words.get(text::HERE) }</span>
                } else {
                    { act("button", text::CHOOSE, text::CHOOSE_NAMED, VersionEvent::Choose(of(), id())) }
                }
                if row.removable {
                    { act("button button--quiet", text::REMOVE, text::REMOVE_ASSESSMENT_NAMED, VersionEvent::RemoveAssessment(of(), id())) }
                }
            </div>
        };
        let cells = vec![
            Html::from(&row.date),
            html! { <bdi>{ row.reason.clone() }</bdi> },
            Html::from(&row.status.gaps),
            Html::from(&row.status.protection),
            actions,
        ];
        Row::new(row.id.clone(), cells)
    };
    let rows = view.assessments.into_iter().map(row).collect();
    table(title.to_owned().into(), "", &columns, rows)
}

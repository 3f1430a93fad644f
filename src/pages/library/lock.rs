//! A passphrase: for a file to be saved, and for one to be opened.

use crate::components::{banner, hint, p, summary, use_send, use_words};
use crate::model::Event;
use crate::model::locked::{LockEvent, Passphrase, SHORTEST, Waiting, problem_words};
use crate::text::locked as text;
use crate::words::Words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Saving with a passphrase. What is typed stays in the field and is gone with the page.
#[component]
pub fn LockedExport() -> Html {
    let send = use_send();
    let typed = use_state(String::new);
    let words = use_words();
    let passphrase = Passphrase::for_locking(&typed);
    let ready = passphrase.is_some();
    let export = |all: bool| {
        let (passphrase, send) = (passphrase.clone(), send.clone());
        move || {
            if let Some(passphrase) = passphrase.clone() {
                send.emit(Event::Lock(LockEvent::Export { all, passphrase }));
            }
        }
    };
    let save = |all: bool| {
        let export = export(all);
        Callback::from(move |_: MouseEvent| export())
    };
    let submit = {
        let export = export(false);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            export();
        })
    };
    let least = words.fill(text::HINT, &[("n", &SHORTEST.to_string())]);
    html! {
        <details class="lock">
            { summary(words.get(text::TITLE)) }
            { p(words.get(text::BODY)) }
            // A form of its own: Enter saves the open assessment, and password managers know what they see.
            <form onsubmit={submit}>
                { field(words, "lock", &typed, &least, "new-password") }
                <div class="actions">
                    <button type="submit" class="button" disabled={!ready}>{ words.get(text::EXPORT) }</button>
                    <button type="button" class="button" disabled={!ready} onclick={save(true)}>{ words.get(text::EXPORT_ALL) }</button>
                </div>
            </form>
        </details>
    }
}

/// Properties of [`Unlock`].
#[derive(Properties, PartialEq)]
pub struct UnlockProps {
    /// The file.
    pub waiting: Waiting,
}

/// Opening a locked file.
#[component]
pub fn Unlock(props: &UnlockProps) -> Html {
    let send = use_send();
    let typed = use_state(String::new);
    let words = use_words();
    let Waiting {
        name,
        busy,
        problem,
        ..
    } = &props.waiting;
    let on_submit = {
        let (typed, send) = (typed.clone(), send.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let passphrase = Passphrase((*typed).clone());
            send.emit(Event::Lock(LockEvent::Open(passphrase)));
        })
    };
    let said = problem.map_or("", |problem| words.get(problem_words(problem)));
    let buttons = html! {
        <form class="lock" onsubmit={on_submit}>
            { field(words, "unlock", &typed, "", "off") }
            <p class="error" role="alert" hidden={said.is_empty()}>{ said }</p>
            <p role="status" hidden={!busy}>{ words.get(text::BUSY) }</p>
            <div class="actions">
                <button type="submit" class="button button--primary" disabled={*busy || typed.is_empty()}>{ words.get(text::OPEN) }</button>
                <button type="button" class="button button--quiet" onclick={send.says(Event::Lock(LockEvent::Leave))}>{ words.get(text::LEAVE) }</button>
            </div>
        </form>
    };
    let body = words.fill(text::WAITING_BODY, &[("name", name)]);
    banner(words.get(text::WAITING), body, buttons)
}

fn field(
    words: Words,
    id: &'static str,
    typed: &UseStateHandle<String>,
    about: &str,
    autocomplete: &'static str,
) -> Html {
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            let field: Option<HtmlInputElement> = event.target_dyn_into();
            typed.set(field.map(|field| field.value()).unwrap_or_default());
        })
    };
    let hint_id = [id, "-hint"].concat();
    html! {
        <div class="field">
            <label for={id}>{ words.get(text::PASSPHRASE) }</label>
            <div id={hint_id.clone()}>{ hint(about) }</div>
            // Password managers look for whose passphrase it is, and browsers ask for it.
            <input type="text" hidden={true} readonly={true} autocomplete="username" value="sla-gap" />
            <input type="password" {id} value={(**typed).clone()} {oninput} {autocomplete} spellcheck="false" aria-describedby={hint_id} />
        </div>
    }
}

//! A score as a bar and in words, and the mark of a state. Never color alone.

use yew::prelude::*;

/// A score from `low` to `high` whole percent, with its finished `figure`, such as `42–58%`: what is certain is solid, what
/// is open is hatched.
pub fn meter(label: &'static str, figure: String, low: u32, high: u32) -> Html {
    let (low, high) = (low.min(100), high.min(100));
    html! {
        <div class="meter">
            <span class="meter__label">{ label }</span>
            <span class="meter__figure">{ figure }</span>
            <svg class="meter__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect class="meter__track" width="100" height="6" />
                <rect class="meter__open" x={low.to_string()} width={high.saturating_sub(low).to_string()} height="6" />
                <rect class="meter__sure" width={low.to_string()} height="6" />
            </svg>
        </div>
    }
}

/// The mark of a state, a shape and a word. The state: `met`, `partly`, `missing`, `opposite`, `unknown`, `open`, `out`.
pub fn state_mark((state, label): (&'static str, &'static str)) -> Html {
    let shape = match state {
        "met" => "M3 8.5l3.2 3.2L13 5",
        "partly" => "M4 8h8",
        "missing" => "M4.5 4.5l7 7m0-7l-7 7",
        "opposite" => "M8 3v6.5M8 12v1",
        "unknown" => "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 12.2v.8",
        "out" => "M4 12L12 4",
        _ => "M8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9",
    };
    html! {
        <span class={["mark mark--", state].concat()}>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d={shape} /></svg>
            <span>{ label }</span>
        </span>
    }
}

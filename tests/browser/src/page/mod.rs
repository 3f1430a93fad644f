//! The scripts that run inside the page.

/// Finding elements; put before every question.
const FIND: &str = include_str!("find.js");

/// Waiting for an answer.
const WAIT: &str = include_str!("wait.js");

/// The recorder of console messages.
pub const RECORDER: &str = include_str!("recorder.js");

/// A script that returns `body`'s value at once.
pub fn now(body: &str) -> String {
    format!("{FIND}\n{body}")
}

/// An asynchronous script that answers when `ask`, the body of a function of `wanted`, gives something else than null.
pub fn when(ask: &str) -> String {
    format!("{FIND}\nconst ask = (wanted) => {{ {ask} }};\n{WAIT}")
}

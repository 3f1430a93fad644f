//! The quick check's answers in an address: from a frame into a tab of its own, whose storage is another.
//!
//! `#/quick/ML-06=yes,ML-05=no` and, where another screen is wanted, `#/quick/ML-06=yes,ML-05=no/results`.

use super::view::answer;
use engine::assessment::{Answers, Response};
use engine::scoring::FOUR_GAPS;

const START: &str = "#/quick/";

/// More characters are none of ours.
const LONGEST: usize = 200;

/// The answers to the four questions as text; empty where there are none.
pub fn text(answers: &Answers) -> String {
    let mut out = String::new();
    for id in FOUR_GAPS {
        let key = answer::key(&answers.get(id).response);
        if !key.is_empty() {
            if !out.is_empty() {
                out.push(',');
            }
            out.push_str(&id.to_string());
            out.push('=');
            out.push_str(key);
        }
    }
    out
}

/// The address of a screen that is to take these answers along.
pub fn address(quick: &str, screen: &str) -> String {
    let screen = screen.trim_start_matches("#/");
    if quick.is_empty() {
        ["#/", screen].concat()
    } else if screen.is_empty() {
        [START, quick].concat()
    } else {
        [START, quick, "/", screen].concat()
    }
}

/// The answers that an address brings, and the screen that it leads to. `None` for any other address.
pub fn read(address: &str) -> Option<(Answers, String)> {
    let rest = address.strip_prefix(START)?;
    let (pairs, screen) = rest.split_once('/').unwrap_or((rest, ""));
    let mut answers = Answers::default();
    if pairs.len() > LONGEST {
        return Some((answers, "#/".to_owned()));
    }
    for pair in pairs.split(',') {
        let Some((id, key)) = pair.split_once('=') else {
            continue;
        };
        let known = id.parse().ok().filter(|id| FOUR_GAPS.contains(id));
        let response = answer::response(key, &Response::Unanswered);
        if let (Some(id), true) = (known, response != Response::Unanswered) {
            answers.change(id, |entry| entry.response = response);
        }
    }
    // An address within an address leads nowhere.
    let screen = if screen.starts_with("quick/") {
        ""
    } else {
        screen
    };
    Some((answers, ["#/", screen].concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_survive_the_address() {
        let (answers, screen) = read("#/quick/ML-06=yes,SC-01=partly/results").unwrap_or_default();
        assert_eq!(screen, "#/results");
        let quick = text(&answers);
        assert_eq!(quick, "ML-06=yes,SC-01=partly");
        assert_eq!(
            address(&quick, &screen),
            "#/quick/ML-06=yes,SC-01=partly/results"
        );
        assert_eq!(address(&quick, "#/"), "#/quick/ML-06=yes,SC-01=partly");
        assert_eq!(address("", "#/results"), "#/results");
    }

    #[test]
    fn takes_the_four_questions_and_nothing_else() {
        let taken = |address: &str| read(address).map(|(answers, screen)| (text(&answers), screen));
        let some = |text: &str, screen: &str| Some((text.to_owned(), screen.to_owned()));
        assert_eq!(taken("#/results"), None);
        assert_eq!(taken("#/quick/"), some("", "#/"));
        assert_eq!(taken("#/quick/SC-02=yes,ML-06=maybe,ML-05"), some("", "#/"));
        assert_eq!(taken("#/quick/ML-06=yes,ML-06=no"), some("ML-06=no", "#/"));
        assert_eq!(
            taken("#/quick/%3Cb%3E=yes,ML-05=out"),
            some("ML-05=out", "#/")
        );
        assert_eq!(
            taken("#/quick/ML-05=no/quick/ML-05=yes"),
            some("ML-05=no", "#/")
        );
        let long = ["#/quick/", &"ML-06=yes,".repeat(100_000)].concat();
        assert_eq!(taken(&long), some("", "#/"));
    }
}

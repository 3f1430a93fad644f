//! Links: what leaves with one, what comes back, and what damaged and hostile ones end in.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    missing_docs
)]

mod hostile;
mod leaving;
mod old;

use engine::archive::import;
use engine::assessment::{Answer, Entry, Response};
use engine::client::Client;
use engine::link::{Includes, chosen, read, write};
use proptest::prelude::*;

pub const ALL: Includes = Includes {
    names: true,
    notes: true,
    progress: true,
};

pub fn full() -> Client {
    import(include_str!("../fixtures/v1-full.json"))
        .unwrap()
        .client
}

/// The first agreement of a client with its first assessment, as it leaves.
pub fn leaving(client: &Client, with: Includes) -> Client {
    let record = &client.agreements[0];
    chosen(client, record, &record.assessments[0], with)
}

pub fn link() -> String {
    write(&leaving(&full(), ALL)).unwrap()
}

proptest! {
    #[test]
    fn what_was_written_is_read_back(
        given in prop::collection::btree_map((0..3_usize, 1..=99_u8), (0..7_usize, "\\PC{0,20}"), 0..120),
        names in "\\PC{0,40}",
        with: (bool, bool, bool),
    ) {
        let mut client = full();
        client.name = names;
        let assessment = &mut client.agreements[0].assessments[0];
        for ((group, number), (response, note)) in given {
            let id = format!("{}-{number:02}", ["BR", "CT", "ML"][group]).parse().unwrap();
            let answers = [Answer::Yes, Answer::Partly, Answer::No, Answer::Opposite, Answer::Unknown];
            let response = match response {
                5 => Response::Unanswered,
                6 => Response::NotApplicable { reason: note.clone() },
                at => Response::Answered(answers[at]),
            };
            assessment.answers.insert(id, Entry { response, note, ..Entry::default() });
        }
        let includes = Includes { names: with.0, notes: with.1, progress: with.2 };
        let sent = leaving(&client, includes);
        prop_assert_eq!(read(&write(&sent).unwrap()), Ok(sent));
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,200}", rest in "[A-Za-z0-9_-]{0,400}") {
        prop_assert!(read(&text).is_err());
        let started = format!("1{rest}");
        prop_assert!(read(&started).is_err());
    }
}

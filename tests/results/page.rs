//! The page as HTML.

use crate::support::{blank, render};
use crate::{answered, id};
use engine::assessment::{Answer, Response};
use sla_gap::model::{Edit, Event, ViewEvent, update};

#[tokio::test(flavor = "current_thread")]
async fn the_page_is_sound() {
    let mut full = answered(&[
        ("SC-01", Answer::Yes),
        ("SC-02", Answer::Yes),
        ("SC-03", Answer::Opposite),
        ("ML-05", Answer::Unknown),
        ("ML-06", Answer::No),
        ("RM-01", Answer::No),
    ]);
    update(
        &mut full,
        Event::Edited(Edit::Response(
            id("CT-01"),
            Response::NotApplicable {
                reason: "<i>none</i>".into(),
            },
        )),
    );
    update(&mut full, Event::Edited(Edit::Weight(id("SC-02"), 5)));
    for of in full
        .catalogue
        .ready()
        .unwrap()
        .readiness()
        .listen_for
        .clone()
    {
        update(&mut full, Event::View(ViewEvent::Readiness(of.id, 2)));
    }
    for model in [
        blank("#/results"),
        answered(&[]),
        answered(&[("SC-01", Answer::Yes)]),
        full,
    ] {
        let page = render(model).await;
        assert_eq!(page.matches("<h1").count(), 1);
        assert!(!page.contains("style=\""));
        assert!(!page.contains("<i>none"), "what was typed is text");
        let ids: Vec<&str> = page
            .split(" id=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "every id stands once");
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            for named in page
                .split(&[" ", attribute, "=\""].concat())
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
            {
                assert!(
                    named.split(' ').all(|id| ids.contains(&id)),
                    "{attribute}={named}"
                );
            }
        }
        let mut level = 1;
        for heading in page.split("<h").skip(1) {
            let Some(next) = heading.chars().next().and_then(|digit| digit.to_digit(10)) else {
                continue;
            };
            assert!(
                next <= level + 1,
                "h{next} after h{level}: {}",
                &heading[..heading.len().min(80)]
            );
            level = next;
        }
        for text in page.split('>').filter_map(|part| part.split('<').next()) {
            assert!(!text.contains('{'), "an empty place: {text}");
        }
    }
}

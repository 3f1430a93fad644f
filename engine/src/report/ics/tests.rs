#![allow(clippy::unwrap_used)]

use super::*;
use crate::calendar::parse_day;
use proptest::prelude::*;

fn calendar(events: Vec<Event>) -> Calendar {
    Calendar {
        program: "-//Example//Example//EN".to_owned(),
        name: String::new(),
        written: Instant::parse("2026-03-08T07:00:00Z").unwrap(),
        today: parse_day("2026-03-08").unwrap(),
        events,
    }
}

fn event(day: &str, reminders: &[(u32, &str)]) -> Event {
    Event {
        uid: uid(&["client-1", "agreement-2", "notice"], "example.org"),
        day: parse_day(day).unwrap(),
        summary: "Notice; last day, in writing".to_owned(),
        description: String::new(),
        reminders: reminders
            .iter()
            .map(|(days_before, at)| Reminder {
                days_before: *days_before,
                at: WallTime::parse(at).unwrap(),
            })
            .collect(),
    }
}

/// What stood before folding and escaping, property by property.
fn unfolded(file: &str) -> Vec<(String, String)> {
    assert!(file.ends_with("\r\n"));
    file.replace("\r\n ", "")
        .split_terminator("\r\n")
        .map(|line| {
            let (name, value) = line.split_once(':').unwrap();
            (name.to_owned(), unescaped(value))
        })
        .collect()
}

fn unescaped(value: &str) -> String {
    let mut out = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next().unwrap() {
                'n' => out.push('\n'),
                other => out.push(other),
            },
            (c, false) => out.push(c),
        }
    }
    out
}

fn values<'a>(lines: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    lines
        .iter()
        .filter(|line| line.0 == name)
        .map(|line| line.1.as_str())
        .collect()
}

#[test]
fn a_day_is_written_as_the_standard_has_it() {
    let file = write(&calendar(vec![event("2026-06-30", &[(7, "09:00")])]));
    assert_eq!(
        file,
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Example//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n\
         BEGIN:VEVENT\r\nUID:client-1.agreement-2.notice@example.org\r\nDTSTAMP:20260308T070000Z\r\n\
         DTSTART;VALUE=DATE:20260630\r\nDTEND;VALUE=DATE:20260701\r\nSUMMARY:Notice\\; last day\\, in writing\r\n\
         TRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Notice\\; last day\\, in writing\r\n\
         TRIGGER:-P6DT15H\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
}

#[test]
fn reminders_in_the_past_are_left_out_and_past_days_stay() {
    let triggers = |day: &str, reminders: &[(u32, &str)]| -> Vec<String> {
        let file = write(&calendar(vec![event(day, reminders)]));
        let lines = unfolded(&file);
        assert_eq!(
            values(&lines, "BEGIN")
                .iter()
                .filter(|kind| **kind == "VEVENT")
                .count(),
            1
        );
        values(&lines, "TRIGGER")
            .iter()
            .map(ToString::to_string)
            .collect()
    };
    let all = [
        (30, "00:00"),
        (7, "09:30"),
        (1, "09:30:05"),
        (1, "24:00"),
        (0, "00:00"),
        (0, "09:00"),
    ];
    assert_eq!(triggers("2026-03-07", &all), Vec::<String>::new());
    assert_eq!(triggers("2026-03-08", &all), ["PT0H", "PT9H"]);
    assert_eq!(
        triggers("2026-03-15", &all),
        ["-P6DT14H30M", "-PT14H29M55S", "PT0H", "PT0H", "PT9H"]
    );
    assert_eq!(triggers("2026-04-30", &all)[0], "-P30D");
    assert_eq!(
        triggers("0001-01-01", &[(u32::MAX, "09:00")]),
        Vec::<String>::new()
    );
}

#[test]
fn days_that_no_calendar_can_write_are_left_out() {
    let mut late = event("9999-12-31", &[]);
    let file = write(&calendar(vec![late.clone()]));
    assert!(file.contains("DTSTART;VALUE=DATE:99991231\r\nSUMMARY"));
    late.day = NaiveDate::MAX;
    assert!(!write(&calendar(vec![late])).contains("VEVENT"));
}

#[test]
fn different_ids_give_different_identities() {
    assert_eq!(uid(&["a.b", "é@"], "x.org"), "a%2Eb.%C3%A9%40@x.org");
    assert_ne!(uid(&["a", "b"], "x.org"), uid(&["a.b"], "x.org"));
}

proptest! {
    #[test]
    fn any_words_come_out_as_they_went_in(
        summary in "[a-c \\\\;,:\"n\r\n\t\u{0}\u{7}\u{200f}é漢😀-]{0,120}",
        description in ".{0,200}|x{9000,10000}",
        name in ".{0,90}",
    ) {
        let file = write(&Calendar {
            name: name.clone(),
            ..calendar(vec![Event {
                summary: summary.clone(),
                description: description.clone(),
                ..event("2026-06-30", &[(1, "09:00")])
            }])
        });
        prop_assert!(file.split("\r\n").all(|line| line.len() <= LINE));
        prop_assert!(!file.replace("\r\n", "").contains(['\r', '\n', '\0']));
        let lines = unfolded(&file);
        prop_assert_eq!(values(&lines, "SUMMARY"), [clean(&summary)]);
        prop_assert_eq!(values(&lines, "NAME"), if name.is_empty() { vec![] } else { vec![clean(&name)] });
        let mut descriptions = vec![clean(&description), clean(&summary)];
        if description.is_empty() {
            descriptions.remove(0);
        }
        prop_assert_eq!(values(&lines, "DESCRIPTION"), descriptions);
    }
}

#![allow(clippy::unwrap_used)]

use super::{Embed, Follow, Message, Origin, Rest, asked_theme, follow};
use crate::model::Theme;
use crate::routes::Route;

#[test]
fn reads_every_wish() {
    let embed = Embed::parse(
        "start=downtime&theme=dark&brand=harbor-dental-it&locale=es-US&rest=tab&height=auto&result=ask\
         &host=https%3A%2F%2Fwww.example.com%3A8443",
    );
    let expected = Embed {
        start: Route::Downtime,
        theme: Some(Theme::Dark),
        brand: Some("harbor-dental-it".to_owned()),
        locale: Some("es-US".to_owned()),
        rest: Rest::Tab,
        grows: true,
        host: Origin::parse("https://www.example.com:8443"),
        asks: true,
    };
    assert_eq!(embed, expected);
    assert_eq!(embed.host.unwrap().name(), "www.example.com:8443");
}

#[test]
fn what_is_not_understood_was_not_said() {
    let nothing = Embed::default();
    for wishes in [
        "",
        "&&==&=",
        "start=present&theme=Dark&rest=window&height=600",
        "brand=../secret&locale=e&theme=",
        "brand=Harbor&locale=%3Cb%3E",
        // Nobody to tell: nothing to ask, and nobody makes the frame grow.
        "result=ask&height=auto",
        "result=ask&height=auto&host=*",
        "host=javascript%3Aalert(1)",
    ] {
        assert_eq!(Embed::parse(wishes), nothing, "{wishes}");
    }
    let long = ["theme=dark&", &"x=1&".repeat(300_000)].concat();
    assert_eq!(Embed::parse(&long), nothing);
    assert_eq!(Embed::parse("theme=%64ark&x=%zz%").theme, Some(Theme::Dark));
}

#[test]
fn an_origin_is_a_scheme_a_host_and_perhaps_a_port() {
    for good in [
        "https://example.com",
        "http://localhost:8080",
        "https://xn--mller-kva.example",
        "http://[::1]:3000",
        "http://[::1]",
    ] {
        assert_eq!(Origin::parse(good).unwrap().as_str(), good);
    }
    for bad in [
        "*",
        "null",
        "example.com",
        "https://",
        "https://example.com/",
        "https://example.com/path",
        "https://user@example.com",
        "https://example.com:",
        "https://example.com:port",
        "https://exa mple.com",
        "HTTPS://EXAMPLE.COM",
        "file:///x",
        "https://a,https://b",
    ] {
        assert_eq!(Origin::parse(bad), None, "{bad}");
    }
    assert_eq!(
        Origin::parse(&["https://", &"a".repeat(300)].concat()),
        None
    );
}

#[test]
fn links_stay_in_the_frame_or_get_a_tab() {
    let here = Embed::default();
    let tab = Embed {
        rest: Rest::Tab,
        ..Embed::default()
    };
    let quick = "ML-06=yes";
    let to = |address: &str| Follow::Tab(address.to_owned());
    assert_eq!(follow(&here, "#/results", quick), Follow::Here);
    assert_eq!(
        follow(&tab, "#/results", quick),
        to("#/quick/ML-06=yes/results")
    );
    assert_eq!(follow(&tab, "#/results", ""), to("#/results"));
    assert_eq!(follow(&tab, "#/assess/ML-06", quick), Follow::Here);
    for embed in [&here, &tab] {
        assert_eq!(follow(embed, "#/shared/1abc", quick), to("#/shared/1abc"));
        assert_eq!(
            follow(embed, "https://www.nist.gov/", quick),
            to("https://www.nist.gov/")
        );
        assert_eq!(
            follow(embed, "mailto:a@example.com", quick),
            Follow::Browser
        );
        assert_eq!(follow(embed, "#page-title", quick), Follow::Browser);
    }
}

#[test]
fn messages_are_plain_json() {
    let shapes = [
        (
            Message::Ready,
            r#"{"source":"sla-gap","version":1,"type":"ready"}"#,
        ),
        (
            Message::Height(812),
            r#"{"source":"sla-gap","version":1,"type":"height","height":812}"#,
        ),
        (
            Message::Scroll(0),
            r#"{"source":"sla-gap","version":1,"type":"scroll","top":0}"#,
        ),
    ];
    for (message, json) in shapes {
        assert_eq!(message.json(), json);
        assert!(serde_json::from_str::<serde_json::Value>(json).is_ok());
    }
}

#[test]
fn the_host_may_change_the_theme_and_nothing_else() {
    assert_eq!(asked_theme("theme", "contrast"), Some(Theme::Contrast));
    assert_eq!(asked_theme("theme", "pink"), None);
    assert_eq!(asked_theme("result", "dark"), None);
}

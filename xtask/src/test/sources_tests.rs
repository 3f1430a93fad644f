use super::sources::{browser_crates, in_text};

#[test]
fn finds_the_traps() {
    let traps = [
        "    { for items.iter().map(row) }",
        "    {for items}",
        "    html! {}",
        "    None => html!{ },",
        "    Html::default()",
        "    { note.as_ref().map(|note| html! { <p>{ note }</p> }) }",
        "    { open.then(|| html! { <Panel/> }) }",
    ];
    for trap in traps {
        assert_eq!(in_text(trap).len(), 1, "{trap}");
    }
}

#[test]
fn leaves_sound_lines_alone() {
    let sound = [
        "    for item in items { <Row key={item.id}/> }",
        "    for item in &items {",
        "    impl Trait for Thing { }",
        "    html! { <p/> }",
        "    // { for items }",
        "    { items.iter().map(|item| row(item)).collect::<Html>() }",
        "    let names = list.iter().map(|item| item.name());",
        "    html! {} // trap: the root of a test page",
    ];
    for line in sound {
        assert_eq!(in_text(line), [], "{line}");
    }
}

#[test]
fn names_the_line() {
    let lines: Vec<_> = in_text("fn a() {\n\n    html! {}\n}")
        .into_iter()
        .map(|(line, _)| line)
        .collect();
    assert_eq!(lines, [3]);
}

#[test]
fn finds_browser_crates_in_a_tree() {
    let tree = "sla-gap-engine v0.1.0 (/x)\nserde v1.0.2\nchrono v0.4.1\nweb-sys v0.3.1\nwasm-bindgen-shared v0.2.1\n";
    assert_eq!(
        browser_crates(tree),
        [
            "the engine depends on web-sys",
            "the engine depends on wasm-bindgen-shared"
        ]
    );
    assert!(browser_crates("serde v1\nyewish v1").is_empty());
}

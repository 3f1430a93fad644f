//! The little of HTML that the tests need: elements with their attributes and their text, in order.

/// One element.
#[derive(Debug, Default, Clone)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// Its attributes, unescaped.
    pub attributes: Vec<(String, String)>,
    /// All text inside it, unescaped.
    pub text: String,
    /// The places of the elements around it, outermost first.
    pub within: Vec<usize>,
}

impl Element {
    /// An attribute's value.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(of, _)| of == name)
            .map(|(_, value)| value.as_str())
    }

    /// An attribute that lists ids.
    pub fn ids(&self, name: &str) -> Vec<&str> {
        self.get(name)
            .map(|list| list.split_whitespace().collect())
            .unwrap_or_default()
    }
}

/// Elements that hold nothing and have no end.
pub const VOID: [&str; 5] = ["input", "br", "hr", "img", "meta"];

/// The elements of a page that a renderer wrote: every tag closed, every value quoted.
pub fn parse(html: &str) -> Vec<Element> {
    let mut all: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let text = unescape(&rest[..at]);
        for &place in &open {
            all[place].text.push_str(&text);
        }
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix("!--") {
            rest = &after[after.find("-->").unwrap() + 3..];
            continue;
        }
        let end = end_of_tag(rest);
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop().unwrap();
            assert_eq!(
                all[last].name,
                name.trim(),
                "an element is closed that is not open"
            );
            continue;
        }
        let mut element = element(tag.trim_end_matches('/'));
        element.within.clone_from(&open);
        let closed = tag.ends_with('/') || VOID.contains(&element.name.as_str());
        all.push(element);
        if !closed {
            open.push(all.len() - 1);
        }
    }
    assert!(open.is_empty(), "an element stays open");
    all
}

/// Where the tag ends that begins before `rest`.
pub fn end_of_tag(rest: &str) -> usize {
    let mut quoted = false;
    for (at, letter) in rest.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '>' if !quoted => return at,
            _ => {}
        }
    }
    panic!(
        "a tag does not end: {}",
        rest.chars().take(80).collect::<String>()
    )
}

/// The element of a tag, without what is in it.
pub fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let end = rest
            .find(|c: char| c == '=' || c.is_whitespace())
            .unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let close = quoted.find('"').unwrap();
            value = unescape(&quoted[..close]);
            rest = &quoted[close + 1..];
        }
        attributes.push((name, value));
    }
    Element {
        name: name.to_owned(),
        attributes,
        ..Element::default()
    }
}

fn unescape(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    pairs
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

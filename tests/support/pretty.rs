//! HTML as a reader can review it: one element a line, its parts indented below it.

use super::html::{VOID, element, end_of_tag};

/// A text, or an element with what is in it.
enum Node<'a> {
    Text(&'a str),
    Element { tag: &'a str, inside: Vec<Node<'a>> },
}

/// All of it, or as much as is in sight of the element with the attribute `of`: what is folded away there is left out.
///
/// # Panics
/// No element has it.
pub fn pretty(html: &str, of: Option<(&str, &str)>) -> String {
    let all = nodes(html);
    let mut out = String::new();
    match of {
        None => all.iter().for_each(|node| write(node, 0, false, &mut out)),
        Some((name, value)) => match find(&all, name, value) {
            Some(node) => write(node, 0, true, &mut out),
            None => panic!("no element has {name}={value}"),
        },
    }
    out
}

fn nodes(html: &str) -> Vec<Node<'_>> {
    let mut open: Vec<(&str, Vec<Node>)> = vec![("", Vec::new())];
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, after) = rest.split_at(at);
        if !text.is_empty() {
            open.last_mut().unwrap().1.push(Node::Text(text));
        }
        let end = end_of_tag(&after[1..]);
        let tag = &after[1..=end];
        rest = &after[end + 2..];
        let name = tag.split_whitespace().next().unwrap_or_default();
        if tag.starts_with('/') {
            let (tag, inside) = open.pop().unwrap();
            let node = Node::Element { tag, inside };
            open.last_mut().unwrap().1.push(node);
        } else if tag.ends_with('/') || VOID.contains(&name) {
            let inside = Vec::new();
            open.last_mut()
                .unwrap()
                .1
                .push(Node::Element { tag, inside });
        } else {
            open.push((tag, Vec::new()));
        }
    }
    let (_, mut all) = open.pop().unwrap();
    assert!(open.is_empty(), "an element stays open");
    if !rest.is_empty() {
        all.push(Node::Text(rest));
    }
    all
}

fn find<'a, 'b>(all: &'b [Node<'a>], name: &str, value: &str) -> Option<&'b Node<'a>> {
    all.iter().find_map(|node| match node {
        Node::Text(_) => None,
        Node::Element { tag, inside } => {
            let found = element(tag).get(name) == Some(value);
            if found {
                Some(node)
            } else {
                find(inside, name, value)
            }
        }
    })
}

fn write(node: &Node, depth: usize, fold: bool, out: &mut String) {
    out.push_str(&"  ".repeat(depth));
    match node {
        // A blank between two elements shows on the screen.
        Node::Text(text) if text.trim().is_empty() => out.push_str("\" \""),
        Node::Text(text) => out.push_str(&visible(text.trim())),
        Node::Element { tag, inside } => {
            out.push_str(&["<", &visible(tag), ">"].concat());
            let name = tag.split_whitespace().next().unwrap_or_default();
            match inside.as_slice() {
                [] => {}
                [Node::Text(text)] => out.push_str(&visible(text)),
                several => {
                    let closed = name == "details" && element(tag).get("open").is_none();
                    let folded = fold && closed && depth > 0;
                    out.push('\n');
                    for node in several.iter().take(if folded { 1 } else { several.len() }) {
                        write(node, depth + 1, fold, out);
                    }
                    if folded {
                        out.push_str(&["  ".repeat(depth + 1).as_str(), "…\n"].concat());
                    }
                    out.push_str(&"  ".repeat(depth));
                }
            }
            if !tag.ends_with('/') && !VOID.contains(&name) {
                out.push_str(&["</", name, ">"].concat());
            }
        }
    }
    out.push('\n');
}

/// What would break the line, or turn it around in the reader's editor, by its code; a long run of one letter by its length.
fn visible(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut times = 1;
        while letters.next_if_eq(&letter).is_some() {
            times += 1;
        }
        let shown = match letter {
            '\n'
            | '\r'
            | '\t'
            | '\u{200e}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => letter.escape_unicode().to_string(),
            letter => letter.to_string(),
        };
        if times > 40 {
            out.push_str(&[&*shown, "[", &times.to_string(), " times]"].concat());
        } else {
            out.push_str(&shown.repeat(times));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_element_a_line() {
        let html = "<p id=\"a\" hidden>x <b>y</b></p><br/><ul><li class=\"c\">z\u{202e}</li></ul>";
        assert_eq!(
            pretty(html, None),
            "<p id=\"a\" hidden>\n  x\n  <b>y</b>\n</p>\n<br/>\n<ul>\n  <li class=\"c\">z\\u{202e}</li>\n</ul>\n"
        );
        assert_eq!(
            pretty(html, Some(("class", "c"))),
            "<li class=\"c\">z\\u{202e}</li>\n"
        );
        let folded = "<div id=\"d\"><details><summary>s</summary><p>in</p></details></div>";
        assert_eq!(
            pretty(folded, Some(("id", "d"))),
            "<div id=\"d\">\n  <details>\n    <summary>s</summary>\n    …\n  </details>\n</div>\n"
        );
    }
}

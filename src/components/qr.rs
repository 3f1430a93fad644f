//! A QR code: black on white in every theme, as readers expect it.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;
use yew::prelude::*;

/// Properties of [`Qr`].
#[derive(Properties, PartialEq)]
pub struct QrProps {
    /// What it says.
    pub text: String,
    /// What it is, for those who do not see it.
    pub name: &'static str,
}

/// Modules that stay white around a code: the standard asks for four.
const QUIET: i32 = 4;

/// A QR code, made anew only when it says something else.
#[component]
pub fn Qr(props: &QrProps) -> Html {
    // The lowest level of correction: a screen is not torn or stained, and larger modules are read from further away.
    let Ok(code) = QrCode::encode_text(&props.text, QrCodeEcc::Low) else {
        return html! { <svg class="qr" hidden={true}></svg> };
    };
    let size = code.size() + 2 * QUIET;
    let view = ["0 0 ", &size.to_string(), " ", &size.to_string()].concat();
    html! {
        <svg class="qr" viewBox={view} role="img" aria-label={props.name} shape-rendering="crispEdges">
            <path class="qr__paper" d={["M0 0h", &size.to_string(), "v", &size.to_string(), "H0z"].concat()} />
            <path class="qr__ink" d={ink(&code)} />
        </svg>
    }
}

/// The black modules, a rectangle for each run of a row.
fn ink(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                // Writing to a String cannot fail.
                let (left, top, wide) = (start + QUIET, y + QUIET, x - start);
                let _ = write!(path, "M{left} {top}h{wide}v1h-{wide}z");
            }
            x += 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn every_black_module_is_drawn_once() {
        let code = QrCode::encode_text("https://example.com/#/shared/1", QrCodeEcc::Low).unwrap();
        let black = (0..code.size())
            .flat_map(|y| (0..code.size()).map(move |x| (x, y)))
            .filter(|(x, y)| code.get_module(*x, *y))
            .count();
        let drawn: usize = ink(&code)
            .split('h')
            .skip(1)
            .filter_map(|run| run.split('v').next()?.parse::<usize>().ok())
            .sum();
        assert_eq!(drawn, black);
    }
}

//! Presenting: which slide is shown, and what the keys of a keyboard or a clicker mean.

use super::lab::{Field, LabEvent};
use super::view::results::{Stage, stage};
use super::{Effect, Model, Storage};
use crate::routes::Route;
use engine::quantity::Percent;

/// Something with the deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresentEvent {
    /// The next slide.
    Next,
    /// The one before.
    Back,
    /// The first.
    First,
    /// The last.
    Last,
    /// A digit of a slide's number.
    Digit(u8),
    /// Go to the slide whose number was typed; without a number, to the next.
    Enter,
    /// Show the speaker's notes, or put them away.
    Notes,
    /// Darken the screen, or show the slide again.
    Black,
    /// Full screen, or not any more.
    FullScreen,
    /// The browser shows the page in full screen, or does not any more.
    FullNow(bool),
    /// One step out: of the black screen, of the full screen, of the deck.
    Escape,
    /// Back to where one came from.
    Leave,
    /// The keys belong to the deck again.
    Release,
    /// A better promise on the slide, or a worse one.
    Target(bool),
    /// All slides on paper.
    Handout,
    /// The browser begins to print, or is done.
    Printing(bool),
}

/// What the element that has the focus does with keys by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nothing.
    Nothing,
    /// The slide is taller than the window: the arrows up and down scroll it.
    Tall,
    /// A button: it is pressed.
    Press,
    /// A line of text: everything is typed but the keys that turn a page.
    Text,
    /// A list, a choice, a slider, a part that scrolls: everything.
    Own,
}

/// What a key means; `None` = the deck leaves it alone.
pub fn key(key: &str, held: Held) -> Option<PresentEvent> {
    use PresentEvent as Say;
    match (held, key) {
        (Held::Own, "Escape") | (Held::Text, "Escape" | "Enter") => return Some(Say::Release),
        (Held::Text, "PageDown" | "PageUp") | (Held::Nothing, _) => {}
        (Held::Own | Held::Text, _)
        | (Held::Press, "Enter" | " ")
        | (Held::Tall, "ArrowDown" | "ArrowUp") => return None,
        (Held::Press | Held::Tall, _) => {}
    }
    Some(match key {
        "ArrowRight" | "ArrowDown" | "PageDown" | " " | "n" | "N" => Say::Next,
        "ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace" | "p" | "P" => Say::Back,
        "Home" => Say::First,
        "End" => Say::Last,
        "Enter" => Say::Enter,
        "f" | "F" => Say::FullScreen,
        "s" | "S" => Say::Notes,
        "b" | "B" | "." => Say::Black,
        "Escape" => Say::Escape,
        digit => Say::Digit(digit.parse().ok().filter(|digit| *digit < 10)?),
    })
}

/// One slide of the deck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    /// Whose agreement it is.
    Title,
    /// The four-gap check and the scores.
    Verdict,
    /// One of the worst gaps, by its place in their order.
    Gap(usize),
    /// That no gap is known.
    NoGap,
    /// What the promise allows.
    Downtime,
    /// Where an outage may fall.
    Fall,
    /// The response clock.
    Response,
    /// What to ask for.
    Asks,
    /// The next dates.
    Ahead,
}

/// As many gaps have a slide.
pub const WORST: usize = 3;

/// The targets that the buttons on the slide step through.
const TARGETS: [&str; 10] = [
    "90", "95", "97", "98", "99", "99.5", "99.9", "99.95", "99.99", "99.999",
];

/// How the deck is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is switched by itself, in any combination"
)]
pub struct Presenting {
    /// The slide as the address names it, from 0; there may be fewer.
    slide: usize,
    /// Whether the speaker's notes are shown.
    pub notes: bool,
    /// Whether the screen is black.
    pub black: bool,
    /// Whether all slides are shown, for paper.
    pub paper: bool,
    /// The number of a slide, as far as it was typed.
    pub typed: Option<usize>,
    full: bool,
    from: Route,
}

impl Default for Presenting {
    fn default() -> Self {
        Self {
            slide: 0,
            notes: false,
            black: false,
            paper: false,
            typed: None,
            full: false,
            from: Route::Results,
        }
    }
}

impl Presenting {
    /// The slide that an address names; anything else is the first.
    pub(super) fn at(&mut self, place: Option<&str>) {
        let number: Option<usize> = place.and_then(|place| place.parse().ok());
        self.slide = number.unwrap_or(1).saturating_sub(1);
    }
}

impl Model {
    /// The slides of the deck; none until there is something to show.
    pub fn slides(&self) -> Vec<Slide> {
        let (Stage::Ready(..) | Stage::Empty, false) =
            (stage(self), matches!(self.storage, Storage::Opening))
        else {
            return Vec::new();
        };
        let gaps = self.findings.as_ref().map_or(0, |found| found.gaps.len());
        let mut slides = vec![Slide::Title, Slide::Verdict];
        if gaps == 0 {
            slides.push(Slide::NoGap);
        }
        slides.extend((0..gaps.min(WORST)).map(Slide::Gap));
        slides.extend([
            Slide::Downtime,
            Slide::Fall,
            Slide::Response,
            Slide::Asks,
            Slide::Ahead,
        ]);
        slides
    }

    /// The slide that is shown, from 0.
    pub fn slide_shown(&self) -> usize {
        let last = self.slides().len().saturating_sub(1);
        self.presenting.slide.min(last)
    }

    pub(super) fn present(&mut self, event: PresentEvent) -> Vec<Effect> {
        if self.route != Route::Present {
            // Another screen is printed as it is.
            return Vec::new();
        }
        let shown = self.slide_shown();
        let typed = match event {
            PresentEvent::Digit(_) | PresentEvent::Enter => self.presenting.typed,
            _ => self.presenting.typed.take(),
        };
        let deck = &mut self.presenting;
        match event {
            PresentEvent::Next => self.turn_to(shown + 1),
            PresentEvent::Back => self.turn_to(shown.saturating_sub(1)),
            PresentEvent::First => self.turn_to(0),
            PresentEvent::Last => self.turn_to(usize::MAX),
            PresentEvent::Digit(digit) => {
                // Two digits are enough for any deck; a third begins anew.
                let before = typed.filter(|typed| *typed < 10).unwrap_or_default();
                deck.typed = Some(before * 10 + usize::from(digit));
                Vec::new()
            }
            PresentEvent::Enter => {
                deck.typed = None;
                self.turn_to(typed.map_or(shown + 1, |number| number.saturating_sub(1)))
            }
            PresentEvent::Notes => {
                deck.notes = !deck.notes;
                Vec::new()
            }
            PresentEvent::Black => self.blacken(!self.presenting.black),
            PresentEvent::FullScreen => vec![Effect::FullScreen(!deck.full)],
            PresentEvent::FullNow(full) => {
                deck.full = full;
                Vec::new()
            }
            PresentEvent::Escape if deck.black => self.blacken(false),
            PresentEvent::Escape if deck.full => vec![Effect::FullScreen(false)],
            PresentEvent::Escape | PresentEvent::Leave => vec![Effect::GoTo(deck.from)],
            PresentEvent::Release => vec![to_title()],
            PresentEvent::Target(better) => self.step_target(better),
            PresentEvent::Handout => {
                deck.paper = true;
                vec![Effect::Print]
            }
            PresentEvent::Printing(paper) => {
                deck.paper = paper;
                Vec::new()
            }
        }
    }

    /// Turns to a slide, at most to the last. From a black screen, the same slide comes back first.
    fn turn_to(&mut self, slide: usize) -> Vec<Effect> {
        if self.presenting.black {
            return self.blacken(false);
        }
        self.presenting.paper = false;
        let slide = slide.min(self.slides().len().saturating_sub(1));
        if slide == self.slide_shown() {
            return Vec::new();
        }
        self.presenting.slide = slide;
        let number = (slide + 1).to_string();
        vec![Effect::GoToPlace(
            [Route::Present.hash(), "/", &number].concat(),
        )]
    }

    fn blacken(&mut self, black: bool) -> Vec<Effect> {
        self.presenting.black = black;
        vec![if black {
            Effect::Focus("deck-black".to_owned())
        } else {
            to_title()
        }]
    }

    fn step_target(&mut self, better: bool) -> Vec<Effect> {
        let now = self.lab.target.value;
        let beyond = |text: &&&str| {
            Percent::parse(text).is_ok_and(
                |target| {
                    if better { target > now } else { target < now }
                },
            )
        };
        let next = if better {
            TARGETS.iter().find(beyond)
        } else {
            TARGETS.iter().rfind(beyond)
        };
        match next {
            Some(text) => self.lab(LabEvent::Typed(Field::Target, (*text).to_owned())),
            None => Vec::new(),
        }
    }

    /// What follows when the address leads to the deck, within it, or away from it.
    pub(super) fn deck_reached(&mut self, before: Route) -> Option<Effect> {
        let (here, came) = (self.route == Route::Present, before == Route::Present);
        if here {
            let place = self.place.take();
            if !came {
                self.lab_before = Some(Box::new(self.lab.clone()));
                self.presenting = Presenting {
                    from: before,
                    notes: self.presenting.notes,
                    full: self.presenting.full,
                    ..Presenting::default()
                };
            }
            self.presenting.black = false;
            self.presenting.at(place.as_deref());
            return Some(to_title());
        }
        if let Some(before) = self.lab_before.take().filter(|_| came) {
            self.lab = *before;
        }
        (came && self.presenting.full).then_some(Effect::FullScreen(false))
    }
}

fn to_title() -> Effect {
    Effect::Focus("page-title".to_owned())
}

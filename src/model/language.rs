//! Another language, chosen by hand: the words come first, then the catalogue in them.

use super::{Effect, Event, Loading, Model, Setting};
use crate::text::common as text;
use crate::words::{Code, Words};

/// Something with the language.
#[derive(Clone, Debug)]
pub enum LanguageEvent {
    /// The person chose one.
    Chosen(Code),
    /// Its words are there, or not.
    Arrived(Code, Result<Words, String>),
}

/// What chose the language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LanguageBy {
    /// The browser, or the page that was opened: a brand may choose another.
    #[default]
    Page,
    /// The person.
    Hand,
}

impl From<LanguageEvent> for Event {
    fn from(event: LanguageEvent) -> Self {
        Self::Language(event)
    }
}

impl Model {
    pub(super) fn language_event(&mut self, event: &LanguageEvent) -> Vec<Effect> {
        match *event {
            LanguageEvent::Chosen(code) if code == self.words.language() => Vec::new(),
            LanguageEvent::Chosen(code) => {
                self.language_by = LanguageBy::Hand;
                let kept = code.code().to_owned();
                vec![
                    Effect::Remember(Setting::Language, kept),
                    Effect::LoadLanguage(code),
                ]
            }
            LanguageEvent::Arrived(code, Ok(words)) => self.speak(code, words),
            LanguageEvent::Arrived(code, Err(_)) => {
                let named = [("language", code.own_name())];
                let said = self.words.fill(text::LANGUAGE_FAILED, &named);
                self.say(said, None)
            }
        }
    }

    /// The brand's own language, unless the person chose one.
    pub(super) fn brand_speaks(&self) -> Option<Effect> {
        let wanted = Code::of_locale(self.brand.locale?.tag())?;
        let other = self.language_by == LanguageBy::Page && wanted != self.words.language();
        other.then_some(Effect::LoadLanguage(wanted))
    }

    fn speak(&mut self, code: Code, words: Words) -> Vec<Effect> {
        self.lab.speak(self.words, words);
        self.words = words;
        // What was said in the other language, and what was worked out in its words.
        self.notice = None;
        self.statuses = super::view::library::Statuses::default();
        self.catalogue = Loading::Waiting;
        self.branding.plain = None;
        vec![
            Effect::ShowLanguage(code),
            self.title(),
            Effect::LoadCatalogue(code),
            Effect::Announce(words.get(text::LANGUAGE_NOW).to_owned()),
        ]
    }
}

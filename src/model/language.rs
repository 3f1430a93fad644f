//! Another language, chosen by hand: the words come first, then the catalogue in them.

use super::{Effect, Event, Loading, Model};
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

impl From<LanguageEvent> for Event {
    fn from(event: LanguageEvent) -> Self {
        Self::Language(event)
    }
}

impl Model {
    pub(super) fn language(&mut self, event: LanguageEvent) -> Vec<Effect> {
        match event {
            LanguageEvent::Chosen(code) if code == self.words.language() => Vec::new(),
            LanguageEvent::Chosen(code) => vec![Effect::LoadLanguage(code)],
            LanguageEvent::Arrived(code, Ok(words)) => self.speak(code, words),
            LanguageEvent::Arrived(code, Err(_)) => {
                let named = [("language", code.own_name())];
                let said = self.words.fill(text::LANGUAGE_FAILED, &named);
                self.say(said, None)
            }
        }
    }

    fn speak(&mut self, code: Code, words: Words) -> Vec<Effect> {
        self.lab.speak(self.words, words);
        self.words = words;
        // What was said in the other language, and what was worked out in its words.
        self.notice = None;
        self.statuses = super::view::library::Statuses::default();
        self.catalogue = Loading::Waiting;
        vec![
            Effect::ShowLanguage(code),
            self.title(),
            Effect::LoadCatalogue(code),
            Effect::Announce(words.get(text::LANGUAGE_NOW).to_owned()),
        ]
    }
}

//! What the host page may know, and the answers that came along in the address.

use super::{Embed, HostResult, Origin};
use crate::model::{Effect, Model, Storage, Theme, UndoOffer, blank_client, quick_link};
use crate::text::embed as words;
use engine::assessment::{Answers, Entry, Response};

/// What the person said to the question whether the host may know the result. It holds until the page is left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Consent {
    /// Nothing yet.
    #[default]
    Unasked,
    /// Yes.
    Agreed,
    /// No.
    Refused,
}

/// How it stands with the host page, and with answers that a link has brought.
#[derive(Clone, Debug, Default)]
pub struct Hosted {
    /// What the host may know.
    pub consent: Consent,
    /// The result that it was told last.
    told: Option<HostResult>,
    /// The answers that a new tab would get.
    handed: String,
    /// What the address has brought, until it is clear what becomes of it.
    pub offered: Option<Answers>,
    /// The screen that the address leads to.
    screen: String,
}

/// Something in a frame, or with answers from a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmbedEvent {
    /// Whether the host may know the result.
    Consent(bool),
    /// The host has changed the theme.
    ThemeShown(Theme),
    /// The answers from the link become an assessment of their own.
    TakeOffered,
    /// They do not.
    LeaveOffered,
}

impl Hosted {
    /// At the start of a page with this address.
    pub fn at(address: &str) -> Self {
        let mut hosted = Self::default();
        hosted.arrived(address);
        hosted
    }

    fn arrived(&mut self, address: &str) -> bool {
        let Some((answers, screen)) = quick_link::read(address) else {
            return false;
        };
        self.offered = Some(answers);
        self.screen = screen;
        true
    }
}

impl Model {
    /// The host that asks for a result, once there is one that the person can be asked about.
    pub fn asking_host(&self) -> Option<&Origin> {
        let Embed { host, asks, .. } = self.embed.as_ref()?;
        let decided = self.findings.as_ref()?.findings.four_gaps.verdict.is_some();
        host.as_ref().filter(|_| *asks && decided)
    }

    pub(in crate::model) fn embed(&mut self, event: EmbedEvent) -> Vec<Effect> {
        match event {
            EmbedEvent::Consent(true) => self.hosted.consent = Consent::Agreed,
            EmbedEvent::Consent(false) => {
                self.hosted.consent = Consent::Refused;
                // Whoever agrees again is told again.
                self.hosted.told = None;
            }
            EmbedEvent::ThemeShown(theme) => self.theme = theme,
            EmbedEvent::LeaveOffered => self.hosted.offered = None,
            EmbedEvent::TakeOffered => return self.take_offered(),
        }
        Vec::new()
    }

    /// What the page around has to be told after an event.
    pub(in crate::model) fn for_the_host(&mut self) -> Vec<Effect> {
        if self.embed.is_none() {
            return Vec::new();
        }
        let mut effects = Vec::new();
        let quick = quick_link::text(self.answers());
        if quick != self.hosted.handed {
            self.hosted.handed.clone_from(&quick);
            effects.push(Effect::HandOn(quick));
        }
        if self.hosted.consent == Consent::Agreed && self.asking_host().is_some() {
            let result = HostResult::of(self);
            if result != self.hosted.told {
                effects.extend(
                    result
                        .as_ref()
                        .map(|result| Effect::TellHost(result.json())),
                );
                self.hosted.told = result;
            }
        }
        effects
    }

    /// An address with answers was opened in a page that is open already.
    pub(in crate::model) fn answers_arrived(&mut self, address: &str) -> Option<Vec<Effect>> {
        self.hosted.arrived(address).then(|| self.settle_offered())
    }

    /// Answers from a link go where nothing is answered yet; elsewhere they wait for the person. Only once it is known what is
    /// stored.
    pub(in crate::model) fn settle_offered(&mut self) -> Vec<Effect> {
        if matches!(self.storage, Storage::Opening) {
            return Vec::new();
        }
        let Some(offered) = self.hosted.offered.clone() else {
            return Vec::new();
        };
        let screen = std::mem::take(&mut self.hosted.screen);
        let mut effects = Vec::new();
        if !screen.is_empty() {
            effects.extend(self.go(&screen));
            // A step back, or a reload, must not bring the answers a second time.
            effects.push(Effect::ReplaceAddress(screen));
        }
        let answered = |(_, entry): (_, &Entry)| entry.response != Response::Unanswered;
        let untouched = !self.answers().iter().any(answered);
        if quick_link::text(&offered) == quick_link::text(self.answers()) {
            self.hosted.offered = None;
        } else if untouched {
            self.hosted.offered = None;
            effects.extend(self.answer_all(&offered));
        }
        effects
    }

    fn take_offered(&mut self) -> Vec<Effect> {
        let Some(offered) = self.hosted.offered.take() else {
            return Vec::new();
        };
        let client = blank_client(&mut self.ids, self.today);
        let mut effects = self.show(client, 0);
        // A step of its own: taken back, the new client is empty, and an empty one is not kept.
        effects.extend(self.answer_all(&offered));
        let said = self.words.get(words::OFFERED_OPENED).to_owned();
        effects.extend(self.say(said, Some(UndoOffer::LastChange)));
        effects
    }

    fn answer_all(&mut self, offered: &Answers) -> Vec<Effect> {
        let chosen = self.open.chosen.clone();
        self.change(None, |client| {
            let Some(assessment) = chosen.assessment_mut(client) else {
                return;
            };
            for (id, entry) in offered.iter() {
                assessment
                    .answers
                    .change(id, |own| own.response = entry.response.clone());
            }
        })
    }
}

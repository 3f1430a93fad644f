//! The few values of a brand that the first screen needs.

use super::palette::{Accent, DARK, LIGHT};
use super::{Brand, Localized};

/// A custom property of the page and its value.
pub type Property = (&'static str, String);

/// What the first screen shows of a brand, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstScreen {
    /// What the tool is called.
    pub name: String,
    /// The picture's address, and what it says.
    pub logo: Option<(String, String)>,
    /// What stands under the title in place of the tool's own words.
    pub lead: Option<String>,
    /// A line at the foot.
    pub footer: Option<String>,
    /// The properties of the page's root that carry the colors; none = the standard ones.
    pub properties: Vec<Property>,
}

impl Brand {
    /// What the first screen shows, in that language.
    pub fn first_screen(&self, language: &str) -> FirstScreen {
        let said = |text: &Option<Localized>| {
            let text = text.as_ref()?;
            Some(text.in_language(language).to_owned())
        };
        FirstScreen {
            name: self.name.clone(),
            logo: self.logo.as_ref().map(|logo| {
                let says = logo.alternative.in_language(language);
                (logo.image.clone(), says.to_owned())
            }),
            lead: said(&self.texts.lead),
            footer: said(&self.texts.footer),
            properties: self.properties(),
        }
    }

    /// The accents as they can be used, light and dark, if the brand has a color. One that it names for one scheme only is
    /// mended for the other.
    pub fn accents(&self) -> Option<[Accent; 2]> {
        let light = self.light.or(self.dark)?;
        let dark = self.dark.or(self.light)?;
        Some([LIGHT.accent(light), DARK.accent(dark)])
    }

    /// The custom properties that carry the colors. `styles/tokens.css` reads them; the high contrast theme does not.
    pub fn properties(&self) -> Vec<Property> {
        let Some([light, dark]) = self.accents() else {
            return Vec::new();
        };
        let both = |one, other| format!("light-dark({one}, {other})");
        vec![
            ("--brand-accent", both(light.used, dark.used)),
            ("--brand-accent-text", both(light.text, dark.text)),
            ("--brand-accent-soft", both(light.soft, dark.soft)),
        ]
    }
}

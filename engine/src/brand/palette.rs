//! A brand's color on this page's surfaces: whatever lacks contrast is mended, and what was mended is told.

use super::color::{Color, Hundredths, TEXT};

/// The accent in one of the two schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// The color that the brand asks for.
    pub asked: Color,
    /// The color that is used: the same, or as far toward black or white as it takes.
    pub used: Color,
    /// A text on it.
    pub text: Color,
    /// A ground for texts, tinted with it.
    pub soft: Color,
    /// The least contrast of the color asked for with the surfaces that it stands on.
    pub before: Hundredths,
    /// The same of the color used.
    pub after: Hundredths,
}

impl Accent {
    /// Whether the color had to be changed.
    pub fn is_mended(&self) -> bool {
        self.asked != self.used
    }
}

/// What a scheme sets a color against: `styles/tokens.css` has the same values, and a test compares them.
#[derive(Clone, Copy, Debug)]
pub struct Scheme {
    /// The page, and what lies on it.
    pub surfaces: [Color; 2],
    /// Where a color goes that lacks contrast.
    away: Color,
    /// What is written on the accent.
    on: Color,
    /// How many 256ths of the accent tint a ground.
    tint: u16,
}

/// The light scheme.
pub const LIGHT: Scheme = Scheme {
    surfaces: [Color::WHITE, Color([0xf4, 0xf6, 0xf5])],
    away: Color::BLACK,
    on: Color::WHITE,
    tint: 26,
};

/// The dark scheme.
pub const DARK: Scheme = Scheme {
    surfaces: [Color([0x12, 0x17, 0x16]), Color([0x1a, 0x21, 0x20])],
    away: Color::WHITE,
    on: Color([0x05, 0x0a, 0x09]),
    tint: 38,
};

impl Scheme {
    /// The accent as it can be used here.
    pub fn accent(&self, asked: Color) -> Accent {
        let before = self.least(asked);
        let steps = 0..=256;
        // The end of the way always has contrast enough.
        let used = steps
            .map(|parts| asked.toward(self.away, parts))
            .find(|color| self.least(*color) >= TEXT)
            .unwrap_or(self.away);
        Accent {
            asked,
            used,
            text: self.on,
            soft: self.soft(used),
            before,
            after: self.least(used),
        }
    }

    fn soft(&self, color: Color) -> Color {
        self.surfaces[0].toward(color, self.tint)
    }

    /// The least contrast of a color with all that it meets: as a text on the surfaces and on its own tint, and as the ground
    /// of a text.
    fn least(&self, color: Color) -> Hundredths {
        let [page, raised] = self.surfaces;
        let met = [page, raised, self.soft(color), self.on];
        met.into_iter()
            .map(|other| color.contrast(other))
            .min()
            .unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{DARK, LIGHT};
    use crate::brand::color::{Color, TEXT};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_color_can_be_read_everywhere(channels: [u8; 3]) {
            for scheme in [LIGHT, DARK] {
                let accent = scheme.accent(Color(channels));
                let [page, raised] = scheme.surfaces;
                for other in [page, raised, accent.soft, accent.text] {
                    prop_assert!(accent.used.contrast(other) >= TEXT, "{accent:?}");
                }
                prop_assert_eq!(accent.is_mended(), accent.before < TEXT);
                prop_assert!(accent.after >= accent.before);
            }
        }
    }

    #[test]
    fn a_color_with_contrast_stays() {
        let teal = Color::parse("#0b5c58").unwrap();
        assert_eq!(LIGHT.accent(teal).used, teal);
        let yellow = LIGHT.accent(Color::parse("#ffd400").unwrap());
        assert!(yellow.is_mended());
        assert!((TEXT..TEXT + 20).contains(&yellow.after), "{yellow:?}");
    }

    #[test]
    fn the_surfaces_are_those_of_the_style_sheet() {
        let tokens = include_str!("../../../styles/tokens.css");
        for (name, at) in [("--surface", 0), ("--surface-2", 1)] {
            let line = format!(
                "{name}: light-dark({}, {})",
                LIGHT.surfaces[at], DARK.surfaces[at]
            );
            let line = line.replace("#ffffff", "#fff");
            assert!(tokens.contains(&line), "{line}");
        }
    }
}

//! Whose tool it is: the brand's file as it comes, the catalogue with what the brand lays over it, and the screens that the
//! brand has.

pub mod editor;

use super::forms::FieldPath;
use super::{Effect, Loading, Model};
use crate::routes::Route;
use editor::{Edited, Editor};
use engine::brand::Brand;
use engine::rubric::{Catalogue, Protection, Weight};
use std::rc::Rc;

/// The fields that hold an amount of money.
const AMOUNTS: [&str; 3] = ["production", "recurring", "new-location"];

/// What belongs to the brand and is not the brand itself.
#[derive(Clone, Debug, Default)]
pub struct Branding {
    /// The entrance has read the brand's file.
    pub is_here: bool,
    /// The catalogue without anything laid over it.
    pub plain: Option<Rc<Catalogue>>,
    /// What is wrong with the brand's file, a line each; empty = nothing.
    pub trouble: String,
    /// The brand's file, as long as another is tried out.
    pub(super) kept: Option<Rc<Brand>>,
    /// The brand that is being edited.
    pub editor: Editor,
}

/// Something with the brand.
#[derive(Clone, Debug, PartialEq)]
pub enum BrandEvent {
    /// Its file was read, or refused with what is wrong, a line each; nothing where it did not come.
    Arrived(Result<Rc<Brand>, String>),
    /// The person edits a brand.
    Edited(Edited),
}

impl Model {
    pub(super) fn brand(&mut self, event: BrandEvent) -> Vec<Effect> {
        match event {
            BrandEvent::Arrived(Ok(brand)) => {
                // What is tried out stays: the file is what it goes back to.
                if self.branding.kept.is_some() {
                    self.branding.kept = Some(brand);
                    return Vec::new();
                }
                self.wear(brand)
            }
            BrandEvent::Arrived(Err(trouble)) => {
                self.branding.trouble = trouble;
                Vec::new()
            }
            BrandEvent::Edited(edited) => self.edit_brand(edited),
        }
    }

    /// Shows the page as another brand for a while; what is stored stays as it is.
    pub(super) fn try_on(&mut self, brand: Rc<Brand>) -> Vec<Effect> {
        let before = self.brand.clone();
        self.branding.kept.get_or_insert(before);
        self.wear(brand)
    }

    /// Back to the brand of the file.
    pub(super) fn take_off(&mut self) -> Vec<Effect> {
        match self.branding.kept.take() {
            Some(brand) => self.wear(brand),
            None => Vec::new(),
        }
    }

    /// Whether another brand than that of the file is shown.
    pub fn is_trying_on(&self) -> bool {
        self.branding.kept.is_some()
    }

    fn wear(&mut self, brand: Rc<Brand>) -> Vec<Effect> {
        self.brand = brand;
        self.dress();
        let mut effects = vec![Effect::ShowBrand(self.brand.clone())];
        effects.extend(self.brand_speaks());
        if self.has(self.route) {
            effects.push(self.title());
        } else {
            effects.push(Effect::GoTo(Route::Assess));
        }
        effects
    }

    /// Lays what the brand changes over the catalogue. What does not fit it is refused whole: the brand's look stays, and the
    /// catalogue is the standard one.
    pub(super) fn dress(&mut self) {
        let Some(plain) = self.branding.plain.clone() else {
            self.evaluate();
            return;
        };
        let misfits = self.brand.overlay.misfits(&plain);
        if !misfits.is_empty() {
            let lines: Vec<String> = misfits.iter().map(ToString::to_string).collect();
            self.branding.trouble = lines.join("\n");
            Rc::make_mut(&mut self.brand).overlay = engine::brand::Overlay::default();
        }
        let overlay = &self.brand.overlay;
        self.catalogue = Loading::Ready(if overlay.is_empty() {
            plain
        } else {
            Rc::new(plain.dressed(overlay, self.language()))
        });
        self.evaluate();
    }

    /// What was typed, with the brand's currency where it is an amount without one.
    pub(super) fn in_currency(&self, path: FieldPath, typed: &str) -> String {
        let bare = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ');
        let amount = AMOUNTS.contains(&path.key) && typed.contains(|c: char| c.is_ascii_digit());
        match self.brand.currency {
            Some(currency) if amount && typed.chars().all(bare) => {
                [typed.trim(), " ", currency.code()].concat()
            }
            _ => typed.to_owned(),
        }
    }

    /// The language of what is shown, as a brand's file names it.
    pub fn language(&self) -> &'static str {
        self.words.language().code()
    }

    /// Whether the brand has that screen.
    pub fn has(&self, route: Route) -> bool {
        route.is_of(&self.brand)
    }

    /// Whether what is scored is the standard catalogue, with the standard weights or a person's own.
    pub fn has_standard_catalogue(&self) -> bool {
        self.brand.overlay.is_empty()
    }

    /// The catalogue without what the brand lays over it.
    pub fn standard_catalogue(&self) -> Option<&Rc<Catalogue>> {
        self.branding.plain.as_ref().or(self.catalogue.ready())
    }

    /// The weight of a protection where the person has not chosen another: the brand's, else the catalogue's.
    pub fn given_weight(&self, protection: &Protection) -> Weight {
        let brands = self.brand.overlay.weights.get(&protection.id);
        brands.copied().unwrap_or(protection.weight)
    }
}

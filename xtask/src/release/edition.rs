//! Whose single file is made.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use engine::brand::{Brand, is_id};

use super::brands;
use crate::paths;

/// The brand of a file: what is shown, and under which name the file keeps things.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The name of the file's database, and of the file itself.
    pub id: String,
    /// The brand.
    pub brand: Brand,
    /// Its file.
    pub text: String,
}

impl Edition {
    /// The edition that was asked for: a brand's file, a brand of `brands/` by its name, or any other name for a storage of its
    /// own.
    ///
    /// # Errors
    /// The file cannot be read or is wrong, or the name cannot be part of a file's name.
    pub fn of(asked: &str) -> Result<Self> {
        let known = paths::root()
            .join(brands::FOLDER)
            .join(format!("{asked}.json"));
        let file = if Path::new(asked)
            .extension()
            .is_some_and(|end| end == "json")
        {
            PathBuf::from(asked)
        } else if is_id(asked) && known.is_file() {
            known
        } else {
            ensure!(
                is_id(asked),
                "{asked:?} is no brand's name here: use up to 40 small letters, digits and hyphens, or a brand's .json file"
            );
            let standard = paths::root().join(brands::FOLDER).join("standard.json");
            let (brand, text) = brands::read(&standard)?;
            let id = asked.to_owned();
            return Ok(Self { id, brand, text });
        };
        let (brand, text) = brands::read(&file)?;
        let id = brand.id.clone();
        Ok(Self { id, brand, text })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::Edition;

    #[test]
    fn an_edition_is_a_file_a_brand_or_a_name() {
        for name in ["sla-gap", "a1"] {
            let edition = Edition::of(name).unwrap();
            assert_eq!(
                (edition.id.as_str(), edition.brand.name.as_str()),
                (name, "SLA Gap")
            );
        }
        let brand = Edition::of("puente-norte").unwrap();
        assert_eq!(
            (brand.id.as_str(), brand.brand.name.as_str()),
            ("puente-norte", "Puente Norte TI")
        );
        for bad in ["", "A", "../x", "a b", "é", "nowhere.json"] {
            assert!(Edition::of(bad).is_err(), "{bad}");
        }
    }
}

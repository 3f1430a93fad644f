//! Accessibility, checked by axe-core.

use std::fmt;

use anyhow::{Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::session::Session;

/// A rule that the page breaks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Violation {
    /// The rule.
    pub id: String,
    /// What it asks for.
    pub help: String,
    /// Where it is broken, as selectors.
    pub places: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} ({})", self.id, self.help, self.places.join(", "))
    }
}

const CHECK: &str = "
    const done = arguments[arguments.length - 1];
    const options = { runOnly: arguments[0], resultTypes: ['violations'] };
    axe.run(document, options).then(
      (found) => done(found.violations.map(({ id, help, nodes }) =>
        ({ id, help, places: nodes.map((node) => node.target.flat().join(' ')) }))),
      (error) => done(String(error)));";

impl Session {
    /// What breaks WCAG 2.2, levels A and AA, on the page as it is.
    ///
    /// # Errors
    /// The checker does not run.
    pub async fn axe(&self) -> Result<Vec<Violation>> {
        let tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        self.check(json!({ "type": "tag", "values": tags })).await
    }

    async fn check(&self, rules: Value) -> Result<Vec<Violation>> {
        if self.ask("return typeof axe", vec![]).await? == "undefined" {
            self.web
                .execute(format!("{}\nwindow.axe = axe;", self.lab.axe), vec![])
                .await?;
        }
        let found = self
            .web
            .execute_async(CHECK, vec![rules])
            .await?
            .json()
            .clone();
        match found.as_str() {
            Some(error) => bail!("axe-core failed: {error}"),
            None => Ok(serde_json::from_value(found)?),
        }
    }

    /// Fails if the page breaks a rule about colors: what remains to be seen in a second theme.
    ///
    /// # Errors
    /// It does; the error names the rules and the places.
    pub async fn assert_colors(&self) -> Result<()> {
        let rules = ["color-contrast", "link-in-text-block"];
        refuse(
            &self
                .check(json!({ "type": "rule", "values": rules }))
                .await?,
        )
    }

    /// Fails if the page breaks a rule.
    ///
    /// # Errors
    /// It does; the error names the rules and the places.
    pub async fn assert_accessible(&self) -> Result<()> {
        refuse(&self.axe().await?)
    }
}

fn refuse(found: &[Violation]) -> Result<()> {
    if found.is_empty() {
        return Ok(());
    }
    let lines: Vec<_> = found.iter().map(ToString::to_string).collect();
    bail!("not accessible:\n  {}", lines.join("\n  "))
}

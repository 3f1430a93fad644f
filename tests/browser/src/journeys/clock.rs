//! The response clock: one incident, two agreements, in the words and in the picture.

use anyhow::{Result, ensure};
use harness::Session;

use super::steps::{filled, sample, visit, words};

/// The usual small print survives four hours and three days; a quick repair keeps both; the sample's own agreement is the first.
pub async fn two_agreements(s: &Session) -> Result<()> {
    visit(s, "#/response").await?;
    let (usual, baseline) = (
        words("response.side.usual"),
        words("response.side.baseline"),
    );
    let finding = |key: &str, answered: &str, fixed: &str, first: &str| {
        let values = [
            ("answered", answered),
            ("fixed", fixed),
            ("first", first),
            ("second", &baseline),
        ];
        filled(&["response.finding.", key].concat(), &values)
    };
    let title = ".clocks figcaption";
    s.wait_text(title, &finding("first_kept", "4 h", "3 d", &usual))
        .await?;
    s.fill("#clock-answered", "20 min").await?;
    s.fill("#clock-fixed", "2 h").await?;
    s.wait_text(title, &finding("both_kept", "20 min", "2 h", &usual))
        .await?;
    s.fill("#clock-fixed", "soon").await?;
    s.wait_text(
        "#clock-fixed-error",
        &filled("response.error_after", &[("value", "soon")]),
    )
    .await?;
    sample(s).await?;
    visit(s, "#/response").await?;
    let sides = s.texts(".sides h2").await?;
    ensure!(
        sides.len() == 2 && sides[0] != usual && sides[1] == baseline,
        "the sides are {sides:?}"
    );
    Ok(())
}

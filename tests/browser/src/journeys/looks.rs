//! Every screen in every theme, narrow and wide, and for everybody.

use anyhow::{Context, Result, ensure};
use harness::{Browser, By, Session};
use serde_json::Value;

use super::steps::{SCREENS, THEMES, button_from, sample, visit};

/// Opens everything that a screen can open, so that it is looked at too.
async fn open_all(s: &Session, name: &str) -> Result<()> {
    if name == "assess" {
        s.click(button_from("assess.depth_core")).await?;
        s.wait_for(&By::css(".groups article")).await?;
        s.click("#ML-01 .question__more .button").await?;
        s.wait_for(&By::css("#ML-01-note")).await?;
    }
    s.ask(
        "document.querySelectorAll('main details').forEach((each) => { each.open = true; })",
        vec![],
    )
    .await?;
    Ok(())
}

pub(super) async fn theme(s: &Session, theme: &str) -> Result<()> {
    // Not by its place on the screen: the switch stands at the foot of pages that may still be growing.
    let press = "document.getElementById('theme-' + arguments[0]).click()";
    s.ask(press, vec![theme.into()]).await?;
    let ask = "return document.documentElement.dataset.theme === wanted ? true : null";
    s.wait_until("the theme", ask, theme.into()).await?;
    // Colors fade into each other, and begin to do so with the next picture of the page.
    let pictures =
        "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));";
    s.ask_later(pictures, vec![]).await?;
    let still = "return document.getAnimations().some((each) => each.playState === 'running') ? null : true";
    s.wait_until("the colors to settle", still, Value::Null)
        .await
        .map(drop)
}

/// What makes the page too wide, for the message: alone among its siblings it still does, and none of its parts does.
const WIDE: &str = "
    const page = document.scrollingElement;
    let found = document.body;
    for (;;) {
      const parts = [...found.children].filter((each) => !each.hidden);
      const part = parts.find((child) => {
        const others = parts.filter((each) => each !== child);
        others.forEach((each) => { each.hidden = true; });
        const wide = page.scrollWidth > page.clientWidth;
        if (!wide) others.forEach((each) => { each.hidden = false; });
        return wide;
      });
      if (!part) return `${found.outerHTML.slice(0, 300)} at ${JSON.stringify(found.getBoundingClientRect())}`;
      found = part;
    }";

/// Every screen fits in 320 pixels; pictures of all screens, sizes and themes go to `target/screens`.
pub async fn narrow(s: &Session) -> Result<()> {
    sample(s).await?;
    for (address, _, name) in SCREENS {
        visit(s, address).await?;
        if s.browser() == Browser::Chromium {
            // One browser's pictures of every size and theme are enough to look at.
            pictures(s, name).await?;
        }
        s.resize(320, 700).await?;
        open_all(s, name).await?;
        let over = s.overflow().await?;
        let wide = s.ask(WIDE, vec![]).await?;
        ensure!(
            over <= 0,
            "{address} is {over} pixels wider than 320: {wide}"
        );
        top(s).await?;
        s.screenshot(&format!("{name}-320-open")).await?;
        s.resize(1280, 900).await?;
    }
    s.resize(320, 700).await?;
    for number in 1..=10 {
        slide(s, number).await?;
        let (over, wide) = (s.overflow().await?, s.ask(WIDE, vec![]).await?);
        ensure!(
            over <= 0,
            "slide {number} is {over} pixels wider than 320: {wide}"
        );
        s.screenshot(&format!("present-{number}-320")).await?;
    }
    Ok(())
}

async fn pictures(s: &Session, name: &str) -> Result<()> {
    for width in [320, 768, 1280] {
        s.resize(width, 900).await?;
        for key in THEMES {
            theme(s, key).await?;
            top(s).await?;
            s.screenshot(&format!("{name}-{width}-{key}")).await?;
        }
    }
    theme(s, "light").await
}

/// The deck has no frame and so no colors to choose: they are those of the screen before.
async fn slide(s: &Session, number: usize) -> Result<()> {
    s.open(&format!("#/present/{number}")).await?;
    let ask = "return document.querySelector('.deck__count')?.textContent.includes(` ${wanted} of `) ? true : null";
    s.wait_until("the slide", ask, number.into())
        .await
        .map(drop)
}

async fn top(s: &Session) -> Result<()> {
    s.ask("scrollTo(0, 0)", vec![]).await?;
    let ask = "return scrollY === 0 ? true : null";
    s.wait_until("the top of the page", ask, Value::Null)
        .await
        .map(drop)
}

async fn accessible_in(s: &Session, key: &str) -> Result<()> {
    sample(s).await?;
    for (address, _, name) in SCREENS {
        visit(s, address).await?;
        theme(s, key).await?;
        open_all(s, name).await?;
        // A theme changes colors and nothing else: all rules in every theme take one browser.
        let found = if key == "light" || s.browser() == Browser::Chromium {
            s.assert_accessible().await
        } else {
            s.assert_colors().await
        };
        found.with_context(|| format!("{address} in {key}"))?;
    }
    for number in 1..=10 {
        slide(s, number).await?;
        let found = s.assert_colors().await;
        found.with_context(|| format!("slide {number} in {key}"))?;
    }
    Ok(())
}

/// No screen breaks a rule in the light theme.
pub async fn accessible_light(s: &Session) -> Result<()> {
    accessible_in(s, "light").await
}

/// No screen breaks a rule in the dark theme.
pub async fn accessible_dark(s: &Session) -> Result<()> {
    accessible_in(s, "dark").await
}

/// No screen breaks a rule with high contrast.
pub async fn accessible_contrast(s: &Session) -> Result<()> {
    accessible_in(s, "contrast").await
}

/// The screens of somebody who has answered nothing break no rule either.
pub async fn accessible_empty(s: &Session) -> Result<()> {
    s.open("").await?;
    s.assert_accessible().await.context("the entrance")?;
    for (address, ..) in SCREENS {
        visit(s, address).await?;
        s.assert_accessible().await.context(address)?;
    }
    Ok(())
}

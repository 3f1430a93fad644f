//! Runs the tests, a few at a time, and says how each ended.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use tokio::task::{JoinSet, LocalSet};

use crate::lab::Lab;
use crate::session::Session;

/// How long one test may take.
const PATIENCE: Duration = Duration::from_secs(180);

/// How many tests run at once; each has a browser and a server of its own.
const AT_ONCE: usize = 2;

/// A test in progress.
type Going<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A named test.
#[derive(Clone, Copy)]
pub struct Test {
    /// Its path, which a filter is compared with.
    pub name: &'static str,
    /// What it does.
    pub run: for<'a> fn(&'a Session) -> Going<'a>,
}

/// Runs the tests that the command line selects: the browser, then perhaps a part of the names. True if all passed.
///
/// # Errors
/// The command line or the surroundings are not right, or no test has such a name.
pub async fn run(tests: Vec<Test>) -> Result<bool> {
    let mut words = std::env::args().skip(1);
    let browser = words
        .next()
        .context("which browser? run `cargo xtask browser`")?
        .parse()?;
    let filter = words.next().unwrap_or_default();
    let selected: Vec<_> = tests
        .into_iter()
        .filter(|test| test.name.contains(&filter))
        .collect();
    if selected.is_empty() {
        bail!("no test has {filter:?} in its name");
    }
    let lab = Arc::new(Lab::open(browser)?);
    let failed = LocalSet::new().run_until(all(&lab, selected)).await?;
    Ok(failed == 0)
}

/// Runs them all and returns how many failed.
async fn all(lab: &Arc<Lab>, tests: Vec<Test>) -> Result<usize> {
    let (all, mut failed) = (tests.len(), Vec::new());
    let mut waiting = tests.into_iter();
    let mut running = JoinSet::new();
    loop {
        while running.len() < AT_ONCE
            && let Some(test) = waiting.next()
        {
            let lab = Arc::clone(lab);
            running.spawn_local(async move { timed(&lab, test).await });
        }
        let Some(failure) = running.join_next().await else {
            break;
        };
        failed.extend(failure?);
    }
    // Said again where it is read first: the end of a long output.
    for failure in &failed {
        println!("{failure}");
    }
    let count = failed.len();
    println!("browser tests: {} passed, {count} failed", all - count);
    Ok(count)
}

/// Runs one and prints how it ended. Returns what to say of it at the end, if it failed.
async fn timed(lab: &Arc<Lab>, test: Test) -> Option<String> {
    let start = Instant::now();
    let result = one(lab, test).await;
    let took = start.elapsed().as_secs_f64();
    let browser = lab.browser;
    match result {
        Ok(()) => {
            println!("test {browser} {} ... ok ({took:.1} s)", test.name);
            None
        }
        Err(error) => {
            // A driver adds its own stack, which tells nothing about the page.
            let whole = format!("{error:#}");
            let lines: Vec<&str> = whole
                .lines()
                .filter(|line| !line.trim_start().starts_with('#') || line.contains("#/"))
                .collect();
            println!(
                "test {browser} {} ... FAILED ({took:.1} s)\n  {}",
                test.name,
                lines.join("\n")
            );
            let first = lines.first().copied().unwrap_or_default();
            Some(format!("failed: {browser} {}: {first}", test.name))
        }
    }
}

async fn one(lab: &Arc<Lab>, test: Test) -> Result<()> {
    let session = Session::start(lab).await?;
    let result = tokio::time::timeout(PATIENCE, (test.run)(&session))
        .await
        .unwrap_or_else(|_| Err(anyhow!("not done after {} s", PATIENCE.as_secs())));
    let result = match result {
        Ok(()) => clean(&session).await,
        Err(error) => Err(describe(&session, test, error).await),
    };
    let ended = session.end().await;
    result.and(ended)
}

/// What every test asks at its end.
async fn clean(session: &Session) -> Result<()> {
    let strays = session.strays()?;
    let console = session.take_console().await?;
    if strays.is_empty() && console.is_empty() {
        return Ok(());
    }
    let mut text = String::new();
    for (title, lines) in [
        ("asked for what the release does not list:", strays),
        ("wrote to the console:", console),
    ] {
        if !lines.is_empty() {
            text.push_str("\n  the page ");
            text.push_str(title);
            text.push_str("\n    ");
            text.push_str(&lines.join("\n    "));
        }
    }
    bail!("{}", text.trim())
}

/// Adds what helps to understand a failure: the console, and a picture.
async fn describe(session: &Session, test: Test, error: anyhow::Error) -> anyhow::Error {
    let name = format!("failed-{}", test.name.replace("::", "-").replace(' ', ""));
    let picture = match session.screenshot(&name).await {
        Ok(()) => format!(
            "picture: {}",
            session
                .lab
                .screens
                .join(name)
                .with_extension("png")
                .display()
        ),
        Err(error) => format!("no picture: {error:#}"),
    };
    let console = session.take_console().await.unwrap_or_default();
    let requests = session.take_requests();
    let requests: Vec<_> = requests
        .iter()
        .map(|r| format!("{} {} {}", r.method, r.path, r.status))
        .collect();
    anyhow!("{error:#}\n  console: {console:?}\n  requests: {requests:?}\n  {picture}")
}

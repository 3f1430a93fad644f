//! Drives the built app in real browsers, as a person would.
//!
//! A test is an `async fn name(s: &Session) -> Result<()>` named in `main.rs`. Each gets a fresh profile and a server of its
//! own. When it ends well, the harness still fails it if the page wrote to the console or asked for a file that the release
//! does not list.
//!
//! Nothing waits for a time: every step waits for the state that it needs, and says what it missed if that never comes.

mod axe;
mod browser;
mod by;
mod console;
mod drivers;
mod files;
mod lab;
mod page;
mod requests;
mod run;
mod screen;
mod session;
mod tabs;

pub use axe::Violation;
pub use browser::Browser;
pub use by::By;
pub use files::Downloaded;
pub use lab::Lab;
pub use run::{Test, run};
pub use screen::{Emulated, Scheme};
pub use session::{Host, Session};
pub use tabs::Tab;
pub use thirtyfour::Key;

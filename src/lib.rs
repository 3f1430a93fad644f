//! SLA Gap: what a managed-IT agreement really protects, shown in the browser.
//!
//! `model` decides, `pages` and `components` show, `browser` does: see ARCHITECTURE.md.

pub mod app;
pub mod browser;
pub mod components;
pub mod entrance;
pub mod first;
pub mod format;
pub mod model;
pub mod pages;
pub mod routes;
pub mod words;
pub mod workers;

pub use words::text;

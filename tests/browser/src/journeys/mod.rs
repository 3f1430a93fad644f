//! What a person does with the app. Each test is named in `main.rs`.

pub mod bad_input;
pub mod brand;
pub mod chain;
pub mod clock;
pub mod commitments;
pub mod first_screen;
pub mod first_visit;
pub mod instruments;
pub mod kept;
pub mod keyboard;
pub mod languages;
pub mod looks;
pub mod meeting;
pub mod offline;
pub mod policy;
pub mod present;
pub mod report;
pub mod room;
pub mod share;
pub mod single;
pub mod smoke;
mod steps;
pub mod timeline;
pub mod whole_job;
pub mod year;
pub mod years;

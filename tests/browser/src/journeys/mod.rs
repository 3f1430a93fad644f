//! What a person does with the app. Each test is named in `main.rs`.

pub mod bad_input;
pub mod chain;
pub mod clock;
pub mod commitments;
pub mod embed;
pub mod first_visit;
pub mod instruments;
pub mod kept;
pub mod keyboard;
pub mod looks;
pub mod meeting;
pub mod offline;
pub mod policy;
pub mod present;
pub mod release;
pub mod report;
pub mod room;
pub mod single;
pub mod smoke;
mod steps;
pub mod timeline;
pub mod whole_job;
pub mod year;
pub mod years;

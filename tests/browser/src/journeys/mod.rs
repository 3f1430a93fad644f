//! What a person does with the app. Each test is named in `main.rs`.

pub mod instruments;
pub mod smoke;

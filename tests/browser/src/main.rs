//! The tests that run in every browser. `cargo xtask browser` starts this program.

mod journeys;

use std::process::ExitCode;

use harness::Test;

/// Makes the list of tests from their paths.
macro_rules! tests {
    ($($path:path),* $(,)?) => {
        vec![$(Test { name: stringify!($path), run: |s| Box::pin($path(s)) }),*]
    };
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    use journeys::{
        bad_input, brand, chain, clock, commitments, contact, embed, embed_messages, first_screen,
        first_visit, instruments, kept, keyboard, languages, looks, meeting, offline, policy,
        present, release, report, room, share, single, smoke, timeline, whole_job, year, years,
    };
    let tests = tests![
        smoke::starts,
        years::simulated,
        years::bad_years,
        instruments::hands,
        instruments::files,
        instruments::window,
        instruments::alarms,
        // The longest first, so that two at a time end together.
        looks::accessible_light,
        looks::accessible_dark,
        looks::accessible_contrast,
        looks::accessible_empty,
        looks::narrow,
        whole_job::questions_to_results,
        commitments::typed,
        commitments::pasted,
        clock::two_agreements,
        chain::built,
        chain::from_the_agreement,
        first_visit::entrance,
        first_visit::comes_back,
        first_visit::goes_on,
        first_screen::before_the_program,
        first_screen::pressed_early,
        first_screen::not_in_the_way,
        first_screen::without_scripts,
        languages::spanish_check,
        languages::by_hand,
        languages::linked,
        embed::sample_page,
        embed::back,
        embed::keyboard,
        embed_messages::strangers,
        embed_messages::million,
        embed::tab,
        embed::plain,
        keyboard::only,
        timeline::moved_by_keys,
        timeline::moved_by_hand,
        kept::several,
        kept::in_a_hurry,
        kept::samples,
        kept::undo,
        kept::two_tabs,
        kept::damaged,
        kept::refused,
        kept::full,
        year::of_a_client,
        year::two_states,
        year::many,
        meeting::proposal,
        meeting::put_away,
        meeting::locked,
        bad_input::files,
        bad_input::odd,
        bad_input::markup,
        brand::two_brands,
        brand::hostile,
        brand::edited,
        brand::replaced,
        present::meeting,
        release::unpacked,
        report::taken,
        report::printed,
        contact::after_the_result,
        share::another_profile,
        share::kept,
        share::damaged,
        share::looks,
        policy::in_force,
        policy::nothing_inline,
        single::from_disk,
        single::its_worker,
        single::refused,
        single::cut_short,
        single::brands,
        single::preview,
        years::killed,
        offline::without_a_server,
        offline::update,
        offline::half,
        offline::full,
        offline::plain,
        offline::installable,
        room::asked,
    ];
    match harness::run(tests).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("browser tests: {error:#}");
            ExitCode::FAILURE
        }
    }
}

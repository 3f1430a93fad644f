//! Where a link in a frame leads. The host page's "back" must stay what it was: nothing in the frame may add a step to it.

use super::{Embed, Rest};
use crate::model::quick_link;
use crate::routes::Route;

/// What becomes of a click on a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Follow {
    /// The screen changes in place, without a step in the history.
    Here,
    /// This address opens in a tab of its own.
    Tab(String),
    /// Whatever the browser does with it.
    Browser,
}

/// Where a link leads, given the quick check's answers so far.
pub fn follow(embed: &Embed, link: &str, quick: &str) -> Follow {
    if link.starts_with("https://") || link.starts_with("http://") {
        return Follow::Tab(link.to_owned());
    }
    if !link.starts_with("#/") {
        return Follow::Browser;
    }
    // What somebody else has sent is not looked at in a strip of a marketing page.
    if link.starts_with("#/shared/") {
        return Follow::Tab(link.to_owned());
    }
    let (route, _) = Route::parse(link);
    if embed.rest == Rest::Here || route == Route::Assess {
        return Follow::Here;
    }
    Follow::Tab(quick_link::address(quick, link))
}

//! Several tabs of one person.

use anyhow::Result;
use thirtyfour::WindowHandle;

use crate::session::Session;

/// A tab; made by [`Session::new_tab`] and [`Session::this_tab`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab(pub(crate) WindowHandle);

impl Session {
    /// The tab that the session looks at.
    ///
    /// # Errors
    /// The browser cannot be asked.
    pub async fn this_tab(&self) -> Result<Tab> {
        Ok(Tab(self.web.window().await?))
    }

    /// Opens an empty tab in the same profile and looks at it from now on.
    ///
    /// # Errors
    /// The browser opens none.
    pub async fn new_tab(&self) -> Result<Tab> {
        self.keep_console().await?;
        let handle = self.web.new_tab().await?;
        self.web.switch_to_window(handle.clone()).await?;
        Ok(Tab(handle))
    }

    /// Closes the tab that the session looks at, and looks at another from now on.
    ///
    /// # Errors
    /// The browser refuses, or the other was closed too.
    pub async fn close_for(&self, tab: &Tab) -> Result<()> {
        self.keep_console().await?;
        self.web.close_window().await?;
        Ok(self.web.switch_to_window(tab.0.clone()).await?)
    }

    /// Looks at another tab from now on.
    ///
    /// # Errors
    /// It was closed.
    pub async fn look_at(&self, tab: &Tab) -> Result<()> {
        self.keep_console().await?;
        Ok(self.web.switch_to_window(tab.0.clone()).await?)
    }
}

//! Drives the built app in real browsers.

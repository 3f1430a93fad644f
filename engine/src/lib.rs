//! What SLA Gap knows, as a pure library: no browser, no clock, no I/O, no global state.

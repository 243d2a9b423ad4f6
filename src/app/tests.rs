//! The window without a display: found by label, clicked, typed into, and the session looked at.

mod articles;
mod flows;
mod pictures;
mod support;

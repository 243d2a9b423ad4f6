//! The window without a display: found by label, clicked, typed into, and the session looked at.

mod articles;
mod claims;
mod details;
mod flows;
mod inspector;
mod names;
mod overlays;
mod panels;
mod pictures;
mod support;
mod typing;
mod views;

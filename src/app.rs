//! The window. Only this room knows egui and the system's dialogs.
//!
//! Views read the session and push [`action::Action`]s; [`dispatch`] is the one place that runs them;
//! every command with its keys and its menu stands in [`command`].

mod action;
mod articles;
mod asking;
mod claims;
mod command;
mod deciding;
mod dialog;
mod dispatch;
mod files;
#[doc(hidden)]
pub mod headless;
mod inspector;
mod keys;
mod mark;
mod menu;
mod opening;
mod panels;
mod safety;
mod saving;
mod shaping;
mod start;
mod status;
mod theme;
mod toolbar;
mod typing;
mod view;
mod welcome;
mod words;
mod workbench;

pub use start::{StartError, run};

#[cfg(test)]
mod tests;

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
mod details;
mod dialog;
mod dispatch;
mod drafts;
mod files;
#[doc(hidden)]
pub mod headless;
mod inspector;
mod keymap;
mod keys;
mod known;
mod mark;
mod matrix;
mod menu;
mod opening;
mod origin;
mod overlay;
mod overview;
mod palette;
mod panels;
mod radio;
mod room;
mod safety;
mod saving;
mod screen;
mod settings_dialog;
mod shaping;
mod start;
mod status;
mod theme;
mod toolbar;
mod turns;
mod typing;
mod unchecked;
mod undoing;
mod view;
mod views;
mod walking;
mod welcome;
mod words;
mod workbench;

pub use start::{StartError, run};

#[cfg(test)]
mod tests;

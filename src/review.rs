//! What a reviewer does to a project: edits and their inverses, undo, finding claims again.
//!
//! [`Edit`] is the only way a project changes. [`actions`] makes edits from what a reviewer means,
//! [`History`] remembers their inverses, [`incorporate()`] takes found claims in without touching
//! what anybody worked on.

pub mod actions;
mod edit;
mod history;
mod incorporate;

pub use edit::{Edit, EditError};
pub use history::{History, Step};
pub use incorporate::{Found, incorporate};

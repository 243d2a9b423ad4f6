//! From a story to groups of passages that state one thing.

pub(super) mod candidates;
pub(super) mod context;
pub(super) mod frames;
pub(super) mod groups;
mod hours;
pub(super) mod merging;
pub(super) mod narrowing;
pub(super) mod similarity;
mod states;
pub(super) mod strays;
mod years;

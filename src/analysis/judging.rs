//! From passages that state one thing to what differs between them.

pub(super) mod differences;
pub(super) mod facts;
pub(super) mod sizes;
pub(super) mod suggestion;
pub(super) mod told;

//! How far the work has come, told to whoever watches.

use super::{Cancelled, Watch};

/// Tells a watch about one stage of the work after the other.
pub(super) struct Progress<'w, 'f> {
    watch: &'w mut Watch<'f>,
    from: f32,
    to: f32,
    last: f32,
}

impl<'w, 'f> Progress<'w, 'f> {
    /// Before the first stage.
    pub(super) fn new(watch: &'w mut Watch<'f>) -> Self {
        Self { watch, from: 0.0, to: 0.0, last: 0.0 }
    }

    /// Begins the stage that ends at share `to` of the whole.
    pub(super) fn stage(&mut self, to: f32) -> Result<(), Cancelled> {
        (self.from, self.to) = (self.to, to);
        self.at(0, 1)
    }

    /// `done` of `all` of this stage is done.
    pub(super) fn at(&mut self, done: usize, all: usize) -> Result<(), Cancelled> {
        self.last = self.from + (self.to - self.from) * done as f32 / all.max(1) as f32;
        self.still()
    }

    /// The work goes on, as far as before.
    pub(super) fn still(&mut self) -> Result<(), Cancelled> {
        if (self.watch)(self.last).is_break() { Err(Cancelled) } else { Ok(()) }
    }
}

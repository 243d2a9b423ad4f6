//! Work that takes longer than a frame, on a thread of its own.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

/// Work under way that will end in a `T`.
///
/// A job knows nothing of the window: it calls `wake` whenever there is something new to see, and
/// whoever owns it asks with [`Job::end`].
#[derive(Debug)]
pub struct Job<T> {
    /// What is being done, for the status bar.
    pub label: String,
    progress: Progress,
    end: Receiver<T>,
}

/// How a job ended.
#[derive(Debug)]
pub enum JobEnd<T> {
    /// With its result.
    Done(T),
    /// Without one: the work broke off. Nothing was changed.
    Broken,
}

impl<T: Send + 'static> Job<T> {
    /// Starts `work` on a thread.
    pub fn start(
        label: impl Into<String>,
        wake: impl Fn() + Send + Sync + 'static,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
    ) -> Self {
        let progress = Progress { shared: Arc::default(), wake: Arc::new(wake) };
        let (send, end) = mpsc::channel();
        let inside = progress.clone();
        let spawned =
            thread::Builder::new().name("job".into()).stack_size(STACK).spawn(move || {
                let result = work(&inside);
                send.send(result).ok();
                (inside.wake)();
            });
        // Without a thread the sender is gone, and the owner is told that the job broke off.
        spawned.ok();
        Self { label: label.into(), progress, end }
    }

    /// How it ended; `None` while it goes on.
    pub fn end(&self) -> Option<JobEnd<T>> {
        match self.end.try_recv() {
            Ok(result) => Some(JobEnd::Done(result)),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(JobEnd::Broken),
        }
    }

    /// How far it has come, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        self.progress.share()
    }

    /// Asks it to stop; it ends soon with whatever it has for that case.
    pub fn cancel(&self) {
        self.progress.shared.is_cancelled.store(true, Ordering::Relaxed);
    }
}

/// Room for parsers of nested input, in bytes.
pub(super) const STACK: usize = 16 << 20;

/// What a job and its owner share.
#[derive(Clone)]
pub struct Progress {
    shared: Arc<Shared>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

#[derive(Debug, Default)]
struct Shared {
    per_mille: AtomicU32,
    is_cancelled: AtomicBool,
}

impl Progress {
    /// Tells how far the work has come, from 0 to 1, and learns whether to go on.
    pub fn report(&self, share: f32) -> ControlFlow<()> {
        let per_mille = (share.clamp(0.0, 1.0) * 1000.0) as u32;
        if self.shared.per_mille.swap(per_mille, Ordering::Relaxed) != per_mille {
            (self.wake)();
        }
        if self.shared.is_cancelled.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    fn share(&self) -> f32 {
        self.shared.per_mille.load(Ordering::Relaxed) as f32 / 1000.0
    }
}

impl std::fmt::Debug for Progress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.shared.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Waits on the job's own channel, so that no test sleeps.
    fn wait<T>(job: &Job<T>) -> Option<T> {
        job.end.recv().ok()
    }

    #[test]
    fn a_job_hands_over_its_result() {
        let job = Job::start("Count", || (), |_| 7);
        assert_eq!(wait(&job), Some(7));
    }

    #[test]
    fn a_cancelled_job_learns_it_at_its_next_report() {
        let (go, gate) = mpsc::channel();
        let job = Job::start(
            "Wait",
            || (),
            move |progress| {
                gate.recv().expect("the test opens the gate");
                progress.report(0.5).is_break()
            },
        );
        job.cancel();
        go.send(()).expect("the job waits");
        assert_eq!(wait(&job), Some(true));
        assert!((job.share() - 0.5).abs() < 1e-6);
    }

    #[test]
    fn a_job_that_panics_is_broken_and_nothing_else_happens() {
        let job: Job<()> =
            Job::start("Fail", || (), |_| std::panic::resume_unwind(Box::new("gone")));
        assert_eq!(wait(&job), None);
        assert!(matches!(job.end(), Some(JobEnd::Broken)));
    }
}

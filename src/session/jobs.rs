//! Work that takes longer than a frame, on a thread of its own.

use std::num::NonZero;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use rayon::ThreadPoolBuilder;

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

    /// Starts work that computes rather than waits. All such work is done in turn, by the threads of a
    /// pool that leaves one of the machine's cores to the window.
    pub fn compute(
        label: impl Into<String>,
        wake: impl Fn() + Send + Sync + 'static,
        work: impl FnOnce(&Progress) -> T + Send + 'static,
    ) -> Self {
        Self::start(label, wake, move |progress| {
            // Work that broke off leaves nothing behind that the next would see.
            let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
            let pool = ThreadPoolBuilder::new().num_threads(spare_cores()).stack_size(STACK);
            match pool.build() {
                Ok(pool) => pool.install(|| work(progress)),
                Err(_) => work(progress),
            }
        })
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

/// Held by the work that computes.
static TURN: Mutex<()> = Mutex::new(());

/// Room for parsers of nested input, in bytes.
pub(super) const STACK: usize = 16 << 20;

/// The machine's cores without that of the window; one where there is no other.
fn spare_cores() -> usize {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    cores.saturating_sub(1).max(1)
}

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
    fn work_that_computes_is_done_in_turn_and_leaves_a_core_to_the_window() {
        static AT_WORK: AtomicU32 = AtomicU32::new(0);
        let work = |_: &Progress| {
            let others = AT_WORK.fetch_add(1, Ordering::SeqCst);
            thread::yield_now();
            AT_WORK.fetch_sub(1, Ordering::SeqCst);
            (others, rayon::current_num_threads())
        };
        let jobs: Vec<_> = (0..8).map(|_| Job::compute("Count", || (), work)).collect();
        assert!(jobs.iter().all(|job| wait(job) == Some((0, spare_cores()))));
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

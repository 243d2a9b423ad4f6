//! The same work on many things, by as many threads as there are.
//!
//! What a thing gives may depend on nothing but the thing, and results stand in the order of the things:
//! so the number of threads, and who of them was first, tell nothing. Whoever is free takes the next
//! handful. The thread that asks for the work takes part in it, and tells after each of its handfuls how
//! far the work has come; the others are those of the pool that it runs in.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::{Cancelled, Progress, Watch};

/// Things that one thread takes at once, at most: enough to be worth its while where they are small;
const HANDFUL: usize = 16;
/// the same of things of which each may take a millisecond.
const HANDFUL_OF_LONG: usize = 4;
/// Handfuls a thread where there are few things, so that all are busy to the end.
const HANDFULS: usize = 32;
/// How long a thread waits for another before it asks whether to go on.
const PATIENCE: Duration = Duration::from_millis(2);

/// What `work` makes of every item, in their order. Each thread has a `desk` of its own, which must be
/// left as it was found.
pub(super) fn map<T: Sync, R: Send, D>(
    items: &[T],
    progress: &mut Progress<'_, '_>,
    desk: impl Fn() -> D + Sync,
    work: impl Fn(&mut D, &T) -> R + Sync,
) -> Result<Vec<R>, Cancelled> {
    let ask = |done: usize| progress.at(done, items.len());
    shared(&Heap::new(items, HANDFUL), ask, &desk, &work)
}

/// The same for things of which each may take long.
pub(super) fn map_long<T: Sync, R: Send>(
    items: &[T],
    progress: &mut Progress<'_, '_>,
    work: impl Fn(&T) -> R + Sync,
) -> Result<Vec<R>, Cancelled> {
    let ask = |done: usize| progress.at(done, items.len());
    shared(&Heap::new(items, HANDFUL_OF_LONG), ask, &|| (), &|(), item| work(item))
}

/// The same for things that are soon done: nobody asks how far the work has come.
pub(super) fn map_soon<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let heap = Heap::new(items, HANDFUL);
    shared(&heap, |_| Ok(()), &|| (), &|(), item| work(item)).unwrap_or_default()
}

/// Two pieces of work side by side: the calling thread does the first, and tells how far it has come.
pub(super) fn beside<A, B: Send>(
    progress: &mut Progress<'_, '_>,
    own: impl FnOnce(&mut Progress<'_, '_>) -> Result<A, Cancelled>,
    other: impl FnOnce(&mut Progress<'_, '_>) -> Result<B, Cancelled> + Send,
) -> Result<(A, B), Cancelled> {
    if rayon::current_num_threads() == 1 {
        return Ok((own(progress)?, other(progress)?));
    }
    let is_over = AtomicBool::new(false);
    let (done, result) = channel();
    rayon::in_place_scope(|scope| {
        let is_over = &is_over;
        scope.spawn(move |_| {
            let watch: &mut Watch<'_> = &mut |_| {
                let is_over = is_over.load(Ordering::Relaxed);
                if is_over { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            done.send(other(&mut Progress::new(watch))).ok();
        });
        let both = own(progress).and_then(|own| Ok((own, awaited(&result, progress)?)));
        is_over.store(true, Ordering::Relaxed);
        both
    })
}

/// What another thread is about to send; whoever watches is asked meanwhile.
fn awaited<T>(
    result: &Receiver<Result<T, Cancelled>>,
    progress: &mut Progress<'_, '_>,
) -> Result<T, Cancelled> {
    loop {
        match result.recv_timeout(PATIENCE) {
            Ok(result) => return result,
            Err(RecvTimeoutError::Disconnected) => return Err(Cancelled),
            Err(RecvTimeoutError::Timeout) => progress.still()?,
        }
        // If this thread belongs to the pool, the other may be waiting for it.
        rayon::yield_now();
    }
}

/// Things to be worked off, a handful at a time.
struct Heap<'i, T> {
    items: &'i [T],
    handful: usize,
    /// The handfuls that are taken.
    taken: AtomicUsize,
}

impl<'i, T> Heap<'i, T> {
    fn new(items: &'i [T], most: usize) -> Self {
        let share = items.len() / (HANDFULS * rayon::current_num_threads());
        Self { items, handful: share.clamp(1, most), taken: AtomicUsize::new(0) }
    }

    /// The next handful, and the place of its first thing.
    fn take(&self) -> Option<(usize, &'i [T])> {
        let from = self.taken.fetch_add(1, Ordering::Relaxed) * self.handful;
        let rest = self.items.get(from..).filter(|rest| !rest.is_empty())?;
        Some((from, rest.get(..self.handful).unwrap_or(rest)))
    }

    /// Leaves what nobody has taken undone.
    fn give_up(&self) {
        self.taken.store(self.items.len(), Ordering::Relaxed);
    }
}

/// Works a heap off, with the threads of the pool; `ask` is told how many things were taken.
fn shared<T: Sync, R: Send, D>(
    heap: &Heap<'_, T>,
    mut ask: impl FnMut(usize) -> Result<(), Cancelled>,
    desk: &(impl Fn() -> D + Sync),
    work: &(impl Fn(&mut D, &T) -> R + Sync),
) -> Result<Vec<R>, Cancelled> {
    // Others may have done all before this thread takes a handful, and would never hear that they are to stop.
    ask(0)?;
    let (done, results) = channel();
    let helpers = rayon::current_num_threads().min(heap.items.len()).saturating_sub(1);
    rayon::in_place_scope(|scope| {
        for _ in 0..helpers {
            let done = done.clone();
            scope.spawn(move |_| work_off(heap, &done, |_| Ok(()), desk, work).unwrap_or_default());
        }
        work_off(heap, &done, ask, desk, work)
    })?;
    drop(done);
    let mut results: Vec<(usize, Vec<R>)> = results.into_iter().collect();
    results.sort_unstable_by_key(|(from, _)| *from);
    Ok(results.into_iter().flat_map(|(_, results)| results).collect())
}

/// One thread's part in it.
fn work_off<T, R, D>(
    heap: &Heap<'_, T>,
    done: &Sender<(usize, Vec<R>)>,
    mut ask: impl FnMut(usize) -> Result<(), Cancelled>,
    desk: impl Fn() -> D,
    work: impl Fn(&mut D, &T) -> R,
) -> Result<(), Cancelled> {
    let mut desk = desk();
    while let Some((from, handful)) = heap.take() {
        if let Err(cancelled) = ask(from) {
            heap.give_up();
            return Err(cancelled);
        }
        let results = handful.iter().map(|item| work(&mut desk, item)).collect();
        // Whoever listens does so until all have worked.
        done.send((from, results)).ok();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_stand_in_the_order_of_the_things() {
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        let numbers: Vec<usize> = (0..3000).collect();
        let squares = map(&numbers, &mut Progress::new(watch), || (), |(), number| number * number);
        assert_eq!(squares, Ok(numbers.iter().map(|number| number * number).collect()));
    }

    #[test]
    fn what_is_soon_done_stands_in_order_too() {
        let numbers: Vec<usize> = (0..3000).collect();
        let squares = map_soon(&numbers, |number| number * number);
        assert!(numbers.iter().zip(&squares).all(|(number, square)| number * number == *square));
        assert_eq!(squares.len(), numbers.len());
    }

    #[test]
    fn both_of_two_pieces_of_work_are_done_unless_one_is_cancelled() {
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        let mut progress = Progress::new(watch);
        let until_told = |progress: &mut Progress<'_, '_>| {
            while progress.still().is_ok() {
                std::thread::yield_now();
            }
            Ok(2)
        };
        assert_eq!(beside(&mut progress, |_| Ok(1), |_| Ok(2)), Ok((1, 2)));
        assert_eq!(beside(&mut progress, |_| Err::<u8, _>(Cancelled), until_told), Err(Cancelled));
        let cancelled: Result<(u8, u8), _> = beside(&mut progress, |_| Ok(1), |_| Err(Cancelled));
        assert_eq!(cancelled, Err(Cancelled));
    }

    #[test]
    fn the_work_stops_when_it_is_told_to() {
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Break(());
        let found = map(&[1, 2], &mut Progress::new(watch), || (), |(), number| *number);
        assert_eq!(found, Err(Cancelled));
    }
}

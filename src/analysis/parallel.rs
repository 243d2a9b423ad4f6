//! The same work on many things, by as many threads as there are.
//!
//! What a thing gives may depend on nothing but the thing, and results stand in the order of the things:
//! so the number of threads, and who of them was first, tell nothing. The threads are those of the pool
//! that the caller runs in.

use rayon::iter::{IndexedParallelIterator as _, ParallelExtend as _, ParallelIterator as _};
use rayon::slice::ParallelSlice as _;

use super::{Cancelled, Progress};

/// Things between two reports of how far the work has come: some milliseconds of work;
const PIECE: usize = 256;
/// the same of things of which each may take a millisecond.
const PIECE_OF_LONG: usize = 64;
/// Things that one thread takes at once, at most: enough to be worth its while where they are small.
const HANDFUL: usize = 32;
/// Handfuls a thread where there are few things: who has light ones takes another.
const HANDFULS: usize = 8;

/// What `work` makes of every item, in their order. Each handful of items has a `desk` of its own, which
/// must be left as it was found.
pub(super) fn map<T: Sync, R: Send, D>(
    items: &[T],
    progress: &mut Progress<'_, '_>,
    desk: impl Fn() -> D + Sync + Send,
    work: impl Fn(&mut D, &T) -> R + Sync + Send,
) -> Result<Vec<R>, Cancelled> {
    in_pieces(PIECE, items, progress, &desk, &work)
}

/// The same for things of which each may take long.
pub(super) fn map_long<T: Sync, R: Send>(
    items: &[T],
    progress: &mut Progress<'_, '_>,
    work: impl Fn(&T) -> R + Sync + Send,
) -> Result<Vec<R>, Cancelled> {
    in_pieces(PIECE_OF_LONG, items, progress, &|| (), &|(), item| work(item))
}

/// The same for things that are soon done: nobody asks how far the work has come.
pub(super) fn map_soon<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync + Send,
) -> Vec<R> {
    in_handfuls(items, &|| (), &|(), item| work(item)).into_iter().flatten().collect()
}

fn in_pieces<T: Sync, R: Send, D>(
    size: usize,
    items: &[T],
    progress: &mut Progress<'_, '_>,
    desk: &(impl Fn() -> D + Sync + Send),
    work: &(impl Fn(&mut D, &T) -> R + Sync + Send),
) -> Result<Vec<R>, Cancelled> {
    let mut results = Vec::with_capacity(items.len());
    for piece in items.chunks(size) {
        progress.at(results.len(), items.len())?;
        results.extend(in_handfuls(piece, desk, work).into_iter().flatten());
    }
    Ok(results)
}

fn in_handfuls<T: Sync, R: Send, D>(
    piece: &[T],
    desk: &(impl Fn() -> D + Sync + Send),
    work: &(impl Fn(&mut D, &T) -> R + Sync + Send),
) -> Vec<Vec<R>> {
    let share = piece.len() / (HANDFULS * rayon::current_num_threads());
    let handfuls = piece.par_chunks(share.clamp(1, HANDFUL)).map_init(desk, |desk, handful| {
        handful.iter().map(|item| work(desk, item)).collect::<Vec<R>>()
    });
    let mut done = Vec::new();
    done.par_extend(handfuls.with_max_len(1));
    done
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::analysis::Watch;

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
    fn the_work_stops_when_it_is_told_to() {
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Break(());
        let found = map(&[1, 2], &mut Progress::new(watch), || (), |(), number| *number);
        assert_eq!(found, Err(Cancelled));
    }
}

//! Which words of a passage the passage it is compared with does not have.

use std::ops::Range;

use eframe::egui::Context;
use eframe::egui::cache::{ComputerMut, FrameCache};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

/// The least share of a passage's words that the other has too, for the others to be marked: of a
/// passage in quite other words nothing stands out.
const LEAST_SHARED: f64 = 0.4;

/// What [`unlike`] tells, found again only where other passages are shown than in the frame before.
pub(super) fn kept_unlike(ctx: &Context, reference: &str, quote: &str) -> Vec<Range<usize>> {
    ctx.memory_mut(|memory| memory.caches.cache::<Kept>().get((reference, quote)).clone())
}

type Kept = FrameCache<Vec<Range<usize>>, Unlike>;

#[derive(Default)]
struct Unlike;

impl ComputerMut<(&str, &str), Vec<Range<usize>>> for Unlike {
    fn compute(&mut self, (reference, quote): (&str, &str)) -> Vec<Range<usize>> {
        unlike(reference, quote)
    }
}

/// The words of `quote` that `reference` does not have in that order, as byte ranges of `quote`,
/// ascending; words next to each other are one range.
fn unlike(reference: &str, quote: &str) -> Vec<Range<usize>> {
    let (old, new) = (words(reference), words(quote));
    let (a, b): (Vec<_>, Vec<_>) = (texts(&old), texts(&new));
    let mut ranges = Vec::new();
    let mut unlike = 0;
    for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
        let is_same = matches!(op, DiffOp::Equal { .. });
        let run = new.get(op.new_range()).unwrap_or_default();
        if let (false, [(first, _), ..], [.., (last, word)]) = (is_same, run, run) {
            unlike += run.len();
            ranges.push(*first..last + word.len());
        }
    }
    let shared = 1.0 - unlike as f64 / new.len().max(1) as f64;
    if shared < LEAST_SHARED { Vec::new() } else { ranges }
}

fn words(text: &str) -> Vec<(usize, &str)> {
    text.unicode_word_indices().collect()
}

fn texts(words: &[(usize, &str)]) -> Vec<String> {
    words.iter().map(|(_, word)| word.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that differ are marked by brackets.
    fn check(reference: &str, expected: &str) {
        let quote = expected.replace(['[', ']'], "");
        let mut marked = quote.clone();
        for range in unlike(reference, &quote).into_iter().rev() {
            marked.insert(range.end, ']');
            marked.insert(range.start, '[');
        }
        assert_eq!(marked, expected);
    }

    #[test]
    fn words_that_the_reference_lacks_are_marked() {
        let reference = "Engineers found cracks in 14 of the 220 hangers.";
        check(reference, "Engineers found cracks in [about a dozen] of the 220 hangers.");
        check(reference, "engineers found cracks in 14 hangers.");
        check(reference, reference);
    }

    #[test]
    fn nothing_is_marked_in_quite_other_words() {
        check("The bridge is shut.", "All traffic was stopped on the crossing.");
        check("", "The bridge.");
    }
}

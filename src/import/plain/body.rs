//! Which sentences are the article's.
//!
//! Sentences that follow one another are a run. The article is a chain of runs: the first is where
//! it opens, and behind each interruption the next run must look like the article. How much, depends
//! on what stood between: behind a subhead anything does; behind a list of other headlines or the
//! readers' comments only what uses the article's words.

use std::ops::Range;

use super::footer;
use super::sight::Sight;
use crate::import::boilerplate::{Plea, Verdict};
use crate::import::signs;

/// Sentences that follow one another.
struct Run {
    range: Range<usize>,
    words: usize,
    /// Share of its longer words that stand elsewhere in the text's sentences.
    shared: f32,
}

/// An article does not end before it has so many words.
const TOO_SHORT: usize = 120;

/// For each unit whether it is a sentence of the article; empty if none is.
pub(super) fn body(sights: &[Sight]) -> Vec<bool> {
    let speaks = speaks_itself(sights);
    let solid: Vec<bool> = (0..sights.len()).map(|at| is_solid(sights, at, speaks)).collect();
    let runs = runs(sights, &solid);
    let Some(first) = opening(sights, &runs) else { return Vec::new() };
    let mut is_body = vec![false; sights.len()];
    let mut end = None;
    let mut words = 0;
    for (at, run) in runs.iter().enumerate().skip(first) {
        let between = end.and_then(|end| sights.get(end..run.range.start));
        let goes_on = || words < TOO_SHORT || goes_on(sights, runs.get(at..).unwrap_or_default());
        if between.is_none_or(|between| Interruption::new(between).lets_resume(run, goes_on)) {
            let is_first = end.is_none();
            let from = opener(sights, run).filter(|_| is_first).unwrap_or(run.range.start);
            is_body.get_mut(from..run.range.end).unwrap_or_default().fill(true);
            end = Some(run.range.end);
            words += run.words;
        }
    }
    footer::unmark(sights, &mut is_body);
    is_body
}

/// Whether the article itself says "you" or "we": a column, or advice.
fn speaks_itself(sights: &[Sight]) -> bool {
    let of_article = || sights.iter().filter(|sight| sight.tells() && sight.shared >= 0.2);
    let voices = of_article().filter(|sight| sight.plea == Plea::Voice).count();
    voices >= 2 && voices * 10 >= of_article().count()
}

/// Whether the unit at `at` is a sentence in which the page does not speak for itself.
fn is_solid(sights: &[Sight], at: usize, speaks: bool) -> bool {
    // Notices are short; what is longer is a paragraph.
    const LONGEST: usize = 70;
    let Some(sight) = sights.get(at) else { return false };
    let is_sentence = sight.is_prose || sight.words >= 2 && signs::ends_with_stop(sight.text);
    if !is_sentence || !sight.is_free() || sight.is_caption() || signs::is_byline(sight.text) {
        return false;
    }
    if is_entry(sights, at) {
        return false;
    }
    let is_apart = sight.shared < 0.5 && sight.words <= LONGEST;
    let is_beside_page = || {
        let is_page = |at: usize| sights.get(at).is_none_or(|other| !other.tells());
        is_page(at + 1) || at == 0 || is_page(at - 1)
    };
    match sight.plea {
        Plea::Sure => !is_apart || speaks && !is_beside_page(),
        Plea::Likely => !is_apart || speaks || !is_beside_page(),
        Plea::Voice | Plea::None => true,
    }
}

/// Whether the unit at `at` is a question among the entries under a heading such as "Most read".
fn is_entry(sights: &[Sight], at: usize) -> bool {
    const LONGEST: usize = 14;
    let asks = |sight: &Sight| {
        sight.text.ends_with(['?', '？'])
            && sight.words <= LONGEST
            && !signs::has_inner_stop(sight.text)
    };
    let Some(sight) = sights.get(at).filter(|sight| asks(sight)) else { return false };
    let in_block = |other: &&Sight| other.unit.block == sight.unit.block;
    let above = sights.get(..at).unwrap_or_default().iter().rev().take_while(in_block);
    let mut above =
        above.skip_while(|above| !above.heads_entries() && (!above.tells() || asks(above)));
    let below = sights.get(at + 1).filter(in_block);
    above.next().is_some_and(Sight::heads_entries)
        && below.is_none_or(|below| !below.tells() || asks(below))
}

fn runs(sights: &[Sight], solid: &[bool]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < solid.len() {
        let length = solid.iter().skip(at).take_while(|solid| **solid).count();
        if length > 0 {
            runs.push(run(sights, at..at + length));
        }
        at += length + 1;
    }
    runs
}

fn run(sights: &[Sight], range: Range<usize>) -> Run {
    let members = sights.get(range.clone()).unwrap_or_default();
    let words: usize = members.iter().map(|sight| sight.words).sum();
    let shared: f32 = members.iter().map(|sight| sight.shared * sight.words as f32).sum();
    Run { range, words, shared: shared / words.max(1) as f32 }
}

/// Which of `runs` the article opens with: the first that has a paragraph, unless the headline comes
/// only behind it.
fn opening(sights: &[Sight], runs: &[Run]) -> Option<usize> {
    let mut candidates = runs.iter().enumerate().filter(|(_, run)| opener(sights, run).is_some());
    let mut best = candidates.next()?;
    let mut rest: usize = runs.iter().skip(best.0 + 1).map(|run| run.words).sum();
    for (at, run) in candidates {
        let is_small = best.1.shared < 0.25 && best.1.words * 3 < rest;
        let above = has_headline(sights, 0..best.1.range.start);
        if !is_small || above || !has_headline(sights, best.1.range.end..run.range.start) {
            break;
        }
        rest = rest.saturating_sub(run.words);
        best = (at, run);
    }
    Some(best.0)
}

/// The first sentence of `run` that may open an article; headlines end in other marks.
fn opener(sights: &[Sight], run: &Run) -> Option<usize> {
    let opens = |sight: &Sight| {
        let is_ended = signs::is_long(sight.text, sight.words) || signs::ends_with_stop(sight.text);
        sight.is_prose && !sight.unit.has_bullet && is_ended
    };
    run.range.clone().find(|at| sights.get(*at).is_some_and(opens))
}

/// Whether one of the lines in `range` may head the article: its words come again.
fn has_headline(sights: &[Sight], range: Range<usize>) -> bool {
    let mut lines = sights.get(range).unwrap_or_default().iter();
    lines.any(|sight| sight.is_line() && sight.is_free() && sight.words >= 4 && sight.shared >= 0.3)
}

/// Whether from the first of `runs` on several paragraphs follow that outweigh what parts them.
fn goes_on(sights: &[Sight], runs: &[Run]) -> bool {
    const ENOUGH: usize = 15;
    const FAR: usize = 12;
    let Some(first) = runs.first() else { return false };
    let (mut words, mut lines, mut paragraphs, mut shared) = (0, 0, 0, 0.0);
    let mut end = first.range.start;
    for run in runs.iter().take(FAR) {
        let between = sights.get(end..run.range.start).unwrap_or_default();
        lines += between.iter().map(|sight| if sight.is_free() { 4 } else { 8 }).sum::<usize>();
        if lines > words && end > first.range.start {
            return false;
        }
        words += run.words;
        shared += run.shared * run.words as f32;
        paragraphs += run.range.len();
        end = run.range.end;
        if paragraphs >= 2 && words >= lines + ENOUGH && shared >= words as f32 * 0.1 {
            return true;
        }
    }
    false
}

/// What stands between two runs.
#[derive(Default)]
struct Interruption {
    units: usize,
    /// Those that are the page's by their words.
    marked: usize,
    /// Whether entries stand under a heading such as "Most read", hardly ever inside an article.
    heads_entries: bool,
    has_comments: bool,
}

impl Interruption {
    fn new(between: &[Sight]) -> Self {
        let heads = |sight: &Sight| sight.verdict == Verdict::Heading && !sight.is_bare_heading;
        let heading = between.iter().any(heads);
        Self {
            units: between.len(),
            marked: between.iter().filter(|sight| !sight.is_free()).count(),
            heads_entries: heading && between.len() >= 2,
            has_comments: between.iter().any(|sight| sight.verdict == Verdict::Comments),
        }
    }

    /// Whether the article may go on with `run`; `goes_on` says that more of the kind follows.
    fn lets_resume(&self, run: &Run, goes_on: impl Fn() -> bool) -> bool {
        let has = |shared: f32, words: usize| run.shared >= shared && run.words >= words;
        match () {
            () if self.has_comments => has(0.35, 20) || has(0.25, 60),
            () if self.heads_entries => has(0.4, 6) || has(0.3, 10) || has(0.15, 25) || goes_on(),
            () if self.marked >= 3 && self.units >= 12 => {
                run.shared >= 0.15 || run.words >= 12 || goes_on()
            }
            () => true,
        }
    }
}

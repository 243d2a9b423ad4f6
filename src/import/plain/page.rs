//! Lines among and below the article's sentences that are the page's.
//!
//! Told by what they stand among: menus, the entries under headings such as "Most read", the box about
//! the writer, and all that follows the article's last sentence.

use std::ops::Range;

use super::sight::Sight;
use super::tail;
use crate::import::boilerplate::{self, Plea};
use crate::model::PartKind;

/// Where the article stands among the units.
pub(super) struct Article<'b> {
    /// For each unit whether it is a sentence of the article.
    pub(super) is_body: &'b [bool],
    /// From the first sentence to the last.
    pub(super) body: Range<usize>,
}

impl Article<'_> {
    fn has(&self, at: usize) -> bool {
        self.is_body.get(at) == Some(&true)
    }
}

/// Marks in `kinds` what is the page's.
pub(super) fn mark(sights: &[Sight], kinds: &mut [PartKind], article: &Article) {
    mark_menus(sights, kinds);
    // A sentence may stand below the headline and above the first byline and dateline.
    let first = |kind: PartKind| kinds.iter().position(|own| *own == kind);
    let kept = [first(PartKind::Byline), first(PartKind::Dateline)];
    for (at, sight) in sights.iter().enumerate().skip(article.body.start) {
        let is_label = || boilerplate::has_label(sight.text) || sight.plea == Plea::Sure;
        if sight.heads_entries() {
            mark_entries(kinds, entries(sights, article, at), kept);
        } else if sight.is_line() && is_label() {
            fill(kinds, at..at + 1);
        }
    }
    tail::mark(sights, kinds, article.body.end);
}

/// Marks short lines that follow one another, among which some are the page's by their words.
fn mark_menus(sights: &[Sight], kinds: &mut [PartKind]) {
    const LONGEST: usize = 5;
    let is_entry = |sight: &Sight| sight.is_line() && sight.words <= LONGEST;
    let mut from = 0;
    while let Some(sight) = sights.get(from) {
        let rest = sights.get(from..).unwrap_or_default();
        let block = sight.unit.block;
        let in_block = rest.iter().take_while(|sight| sight.unit.block == block).count();
        let length = rest.iter().take(in_block).take_while(|sight| is_entry(sight)).count();
        let marked = rest.iter().take(length).filter(|sight| !sight.is_free()).count();
        if length >= 3 && length == in_block && marked * 4 >= length {
            fill(kinds, from..from + length);
        }
        from += in_block.max(1);
    }
}

fn fill(kinds: &mut [PartKind], range: Range<usize>) {
    kinds.get_mut(range).unwrap_or_default().fill(PartKind::Boilerplate);
}

/// No page lists more under one heading.
const MOST_ENTRIES: usize = 100;

/// The heading at `at` with the lines and items below it, up to the next sentence of the article. A
/// line right above that sentence, apart from the entries, is its subhead.
fn entries(sights: &[Sight], article: &Article, at: usize) -> Range<usize> {
    let is_sentence = |at: usize| {
        let is_item = sights.get(at).is_none_or(|sight| sight.unit.has_bullet);
        article.has(at) && !is_item
    };
    let below = (at + 1..sights.len()).take(MOST_ENTRIES);
    let end = at + 1 + below.take_while(|at| !is_sentence(*at)).count();
    let has_subhead = end < sights.len() && end > at + 2 && is_apart(sights, end - 1);
    at..if has_subhead { end - 1 } else { end }
}

/// Marks `entries` but captions and what is `kept`.
fn mark_entries(kinds: &mut [PartKind], entries: Range<usize>, kept: [Option<usize>; 2]) {
    for at in entries.filter(|at| !kept.contains(&Some(*at))) {
        if let Some(kind) = kinds.get_mut(at).filter(|kind| **kind != PartKind::Caption) {
            *kind = PartKind::Boilerplate;
        }
    }
}

/// Whether the line at `at` stands in another block than the one before it.
fn is_apart(sights: &[Sight], at: usize) -> bool {
    let block = |at: usize| sights.get(at).map(|sight| sight.unit.block);
    sights.get(at).is_some_and(|sight| sight.is_line() && sight.is_free())
        && block(at) != block(at - 1)
}

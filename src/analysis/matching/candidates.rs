//! Which sentences are worth comparing: those that share heavy terms.
//!
//! An inverted index from terms to units. What a unit can find is bounded, so that the work grows with
//! the number of units and not with its square: it looks up its heaviest terms only, a term answers
//! with at most so many units, and only the best candidates are kept.

use std::ops::Range;

use crate::analysis::lists::Lists;
use crate::analysis::story::{Story, Unit, UnitTerm};
use crate::analysis::words::kinship::Kinship;
use crate::analysis::{Cancelled, Progress, parallel};

/// A pair is looked at only if its common terms weigh this much together.
const LEAST_COMMON_WEIGHT: f64 = 1.2;
/// Stories with no more units than this are searched with all their terms.
const SMALL: usize = 2000;
/// Heaviest terms of a unit that are indexed and looked up in a large story. Gold pairs found with 12: 99, 94
/// and 99 in a hundred (engine notes, part 1, section 7).
const DEPTH: usize = 12;
/// The same in a small one, where few units have more terms.
const DEPTH_IN_SMALL: usize = 24;
/// Candidates kept a unit in a large story;
const KEPT: usize = 30;
/// in a small one so many for each other article, but no fewer and no more than these. On the stories at
/// hand, of five articles, a fifth of 80 finds the same claims; in the topics of twenty texts of ECB+ every
/// tenth link is lost where only 40 are kept.
const KEPT_AN_ARTICLE: usize = 4;
/// See [`KEPT_AN_ARTICLE`].
const KEPT_IN_SMALL: std::ops::RangeInclusive<usize> = 16..=80;
/// About how many postings are read in all.
const BUDGET: usize = 60_000_000;

/// The pairs of units to compare: those of which either found the other.
pub(in crate::analysis) struct Candidates {
    /// What each unit found, ascending.
    found: Vec<Vec<u32>>,
    /// The later units that found each, ascending.
    found_by: Lists<u32>,
}

/// Looks for the pairs of units to compare.
pub(in crate::analysis) fn candidates(
    story: &Story<'_>,
    kinship: &Kinship,
    progress: &mut Progress<'_, '_>,
) -> Result<Candidates, Cancelled> {
    let search = Search::new(story, kinship);
    let units: Vec<usize> = (0..story.units.len()).collect();
    let scratch = || Scratch { weights: vec![0.0; story.units.len()], touched: Vec::new() };
    let found =
        parallel::map(&units, progress, scratch, |scratch, unit| search.find(*unit, scratch))?;
    progress.still()?;
    Ok(Candidates::of(found))
}

impl Candidates {
    fn of(found: Vec<Vec<u32>>) -> Self {
        let found_by = Lists::collected(found.len(), || {
            (0..).zip(&found).flat_map(|(unit, found)| {
                let earlier = found.iter().take_while(move |other| **other < unit);
                earlier.map(move |other| (*other as usize, unit))
            })
        });
        Self { found, found_by }
    }

    /// The later units that a unit is compared with, ascending.
    pub(in crate::analysis) fn after(&self, unit: u32) -> Vec<u32> {
        let found = &self.found[unit as usize];
        let own = &found[found.partition_point(|other| *other < unit)..];
        let mut others = self.found_by.of(unit as usize);
        let mut after = Vec::with_capacity(own.len() + others.len());
        for other in own {
            let before = others.partition_point(|finder| finder < other);
            after.extend_from_slice(&others[..before]);
            after.push(*other);
            others = &others[before..];
            others = others.strip_prefix(&[*other]).unwrap_or(others);
        }
        after.extend_from_slice(others);
        after
    }
}

struct Search<'s> {
    story: &'s Story<'s>,
    kinship: &'s Kinship,
    /// The article of every unit, ascending.
    articles: Vec<u32>,
    postings: Vec<Vec<u32>>,
    depth: usize,
    kept: usize,
}

struct Scratch {
    weights: Vec<f64>,
    touched: Vec<u32>,
}

impl<'s> Search<'s> {
    fn new(story: &'s Story<'s>, kinship: &'s Kinship) -> Self {
        let count = story.units.len().max(1);
        let is_small = count <= SMALL;
        let others = story.articles.len().saturating_sub(1);
        let kept = (KEPT_AN_ARTICLE * others).clamp(*KEPT_IN_SMALL.start(), *KEPT_IN_SMALL.end());
        let (depth, kept) = if is_small { (DEPTH_IN_SMALL, kept) } else { (DEPTH, KEPT) };
        let longest = (BUDGET / (count * depth)).clamp(40, 2000);
        let mut postings = vec![Vec::new(); story.terms.len()];
        for (index, unit) in (0..).zip(&story.units) {
            for term in heaviest(unit, depth) {
                let list: &mut Vec<u32> = &mut postings[term.id.index()];
                if list.len() < longest {
                    list.push(index);
                }
            }
        }
        let articles = story.units.iter().map(|unit| unit.article as u32).collect();
        Self { story, kinship, articles, postings, depth, kept }
    }

    /// The best candidates of a unit, ascending.
    fn find(&self, index: usize, scratch: &mut Scratch) -> Vec<u32> {
        let own = self.article_around(index);
        for term in heaviest(&self.story.units[index], self.depth) {
            scratch.meet(&self.postings[term.id.index()], &own, term.weight);
            for (kin, likeness) in self.kinship.of_term(term.id) {
                scratch.meet(&self.postings[kin.index()], &own, likeness * term.weight);
            }
        }
        let mut others = scratch.best(self.kept);
        others.sort_unstable();
        others
    }

    /// The units of the article of a unit.
    fn article_around(&self, index: usize) -> Range<u32> {
        let article = self.articles[index];
        let start = self.articles.partition_point(|other| *other < article);
        let end = self.articles.partition_point(|other| *other <= article);
        start as u32..end as u32
    }
}

impl Scratch {
    /// Adds what a term weighs to the units that have it, those of the article at hand apart.
    fn meet(&mut self, units: &[u32], own: &Range<u32>, heft: f64) {
        for other in units.iter().filter(|other| !own.contains(other)) {
            let weight = &mut self.weights[*other as usize];
            if *weight == 0.0 {
                self.touched.push(*other);
            }
            *weight += heft;
        }
    }

    /// Empties it of the units that were met: the few heaviest of them, the first of equal ones.
    fn best(&mut self, few: usize) -> Vec<u32> {
        // Weight and unit in one number, the heaviest first: quicker to order than both.
        let mut ranks: Vec<u128> = Vec::with_capacity(4 * few);
        // Once there are more than enough, whoever is not among the few is left out at once.
        let mut limit = u128::MAX;
        for other in self.touched.drain(..) {
            let weight = std::mem::take(&mut self.weights[other as usize]);
            let rank = u128::from(!weight.to_bits()) << 32 | u128::from(other);
            if weight >= LEAST_COMMON_WEIGHT && rank < limit {
                ranks.push(rank);
                if ranks.len() == 4 * few {
                    limit = cut(&mut ranks, few);
                }
            }
        }
        if ranks.len() > few {
            cut(&mut ranks, few);
        }
        ranks.into_iter().map(|rank| rank as u32).collect()
    }
}

/// Keeps the `few` least of more numbers; the least of the others.
fn cut(numbers: &mut Vec<u128>, few: usize) -> u128 {
    let (_, next, _) = numbers.select_nth_unstable(few);
    let next = *next;
    numbers.truncate(few);
    next
}

/// The `depth` heaviest terms of a unit.
fn heaviest(unit: &Unit, depth: usize) -> Vec<&UnitTerm> {
    let mut terms: Vec<_> = unit.terms.iter().collect();
    if terms.len() > depth {
        terms.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.id.cmp(&b.id)));
        terms.truncate(depth);
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_told_once_whoever_found_it() {
        let candidates = Candidates::of(vec![vec![2, 3], vec![3], vec![0, 1], vec![0, 2]]);
        let after: Vec<Vec<u32>> = (0..4).map(|unit| candidates.after(unit)).collect();
        assert_eq!(after, [vec![2, 3], vec![2, 3], vec![3], vec![]]);
    }
}

//! In which order articles tell their story.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::partners::{Partners, Seat};
use crate::analysis::matching::similarity::{Pair, greater};
use crate::analysis::story::{Story, Stream, Unit};

/// How far before and after a pair its neighbours count.
const REACH: usize = 3;
/// What a neighbour's word is worth by its distance from the pair: 0.75 a step of either side.
const FADING: [f64; 2 * REACH - 1] = [1.0, 0.75, 0.5625, 0.421_875, 0.316_406_25];
/// A pair less alike than this tells nothing of the order.
const ANCHOR: f64 = 0.5;

/// The unit that stands next to each unit in its stream, in one direction.
pub(super) struct Steps(Vec<Option<u32>>);

impl Steps {
    /// The steps before and the steps after, each in the unit's own article.
    pub(super) fn both(story: &Story<'_>) -> [Self; 2] {
        let units = &story.units;
        let (mut before, mut after) = (vec![None; units.len()], vec![None; units.len()]);
        for article in 0..story.articles.len() {
            let is_own = |unit: u32| units[unit as usize].article == article;
            let mut last: BTreeMap<Stream, u32> = BTreeMap::new();
            for unit in story.reading(article) {
                let Some(previous) = last.insert(units[*unit as usize].stream, *unit) else {
                    continue;
                };
                if is_own(*unit) {
                    before[*unit as usize] = Some(previous);
                }
                if is_own(previous) {
                    after[previous as usize] = Some(*unit);
                }
            }
        }
        [Self(before), Self(after)]
    }

    /// The nearest neighbours of a unit, the nearest first.
    fn from(&self, unit: u32) -> impl Iterator<Item = u32> + Clone {
        let next = |at: u32| self.0.get(at as usize).copied().flatten();
        std::iter::successors(next(unit), move |at| next(*at)).take(REACH)
    }
}

/// What the neighbours of one unit on one side say of all others, laid out to be looked up.
pub(super) struct Neighbours<'c> {
    steps: &'c Steps,
    partners: &'c Partners,
    /// The words between every unit and the neighbours of the one at hand, the nearest neighbour first; 0
    /// for strangers.
    words: Vec<[f64; REACH]>,
}

impl<'c> Neighbours<'c> {
    pub(super) fn new(steps: &'c Steps, partners: &'c Partners) -> Self {
        Self { steps, partners, words: vec![[0.0; REACH]; steps.0.len()] }
    }

    /// Makes `unit` the one at hand.
    pub(super) fn open(&mut self, unit: u32) {
        for (distance, neighbour) in self.steps.from(unit).enumerate() {
            for partner in self.partners.of(neighbour) {
                self.words[partner.unit as usize][distance] = partner.word;
            }
        }
    }

    /// Undoes [`Self::open`].
    pub(super) fn close(&mut self, unit: u32) {
        for partner in self.steps.from(unit).flat_map(|neighbour| self.partners.of(neighbour)) {
            self.words[partner.unit as usize] = [0.0; REACH];
        }
    }

    /// The best word between a neighbour of the unit at hand and one of `other`, fading with the distance.
    pub(super) fn best_with(&self, other: u32) -> f64 {
        let mut best = 0.0;
        for (further, neighbour) in self.steps.from(other).enumerate() {
            for (distance, word) in self.words[neighbour as usize].iter().enumerate() {
                best = greater(best, FADING[distance + further] * word);
            }
        }
        best
    }
}

/// Two articles and a stream: the seats of its units in both.
type Key = (Seat, Seat);

/// How far every two articles tell the story in one order, 0 to 1.
pub(super) struct Orders(FxHashMap<Key, f64>);

impl Orders {
    /// The orders that the sure pairs tell.
    pub(super) fn of(units: &[Unit], seats: &[Seat], partners: &Partners, pairs: &[Pair]) -> Self {
        let mut anchors: Vec<(Key, u32)> = Vec::new();
        for pair in pairs.iter().filter(|pair| pair.alike > ANCHOR) {
            let [a, b] = [pair.a as usize, pair.b as usize];
            let is_best = |unit: u32, other: usize| {
                let best = partners.rivals(unit, seats[other]).first();
                best.is_none_or(|best| best.word <= pair.alike)
            };
            if units[a].stream == units[b].stream && is_best(pair.a, b) && is_best(pair.b, a) {
                anchors.push(((seats[a], seats[b]), pair.b));
            }
        }
        // Stable, so that the anchors of two articles stay in the order of the first.
        anchors.sort_by_key(|(key, _)| *key);
        let chains = anchors.chunk_by(|x, y| x.0 == y.0);
        let order = |chain: &[(Key, u32)]| {
            let mut seconds: Vec<u32> = chain.iter().map(|(_, second)| *second).collect();
            Some((chain.first()?.0, concordance(&mut seconds)))
        };
        Self(chains.filter_map(order).collect())
    }

    /// How far the units of two seats of one stream stand in one order; 0 where nothing tells.
    pub(super) fn between(&self, a: Seat, b: Seat) -> f64 {
        self.0.get(&(a, b)).copied().unwrap_or(0.0)
    }
}

/// (concordant − discordant) / (all + 3) over the pairs of anchors, not below 0. `seconds` are the places
/// in the second article in the order of the first; they are sorted.
fn concordance(seconds: &mut [u32]) -> f64 {
    let count = seconds.len() as f64;
    let all = count * (count - 1.0) / 2.0;
    let discordant = inversions(seconds) as f64;
    ((all - 2.0 * discordant) / (all + 3.0)).max(0.0)
}

/// How many pairs stand in falling order; sorts the list.
fn inversions(list: &mut [u32]) -> u64 {
    let middle = list.len() / 2;
    if middle == 0 {
        return 0;
    }
    let (left, right) = list.split_at_mut(middle);
    let mut count = inversions(left) + inversions(right);
    let mut at = 0;
    for value in right.iter() {
        at += left[at..].partition_point(|other| other <= value);
        count += (left.len() - at) as u64;
    }
    list.sort_unstable();
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falling_pairs_are_counted() {
        assert_eq!(inversions(&mut [1, 2, 3]), 0);
        assert_eq!(inversions(&mut [3, 2, 1]), 3);
        assert_eq!(inversions(&mut [2, 1, 4, 3, 0]), 6);
    }
}

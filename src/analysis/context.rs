//! Second pass: how alike two sentences are, seen among their neighbours and rivals.
//!
//! Articles on one story tell it in about the same order, and a sentence has one best partner in each;
//! what a third article agrees with is more likely the same. The weights were fitted by the prototype
//! of the engine notes (part 1, section 2 G).

use std::collections::BTreeMap;

use super::similarity::{Pair, logistic};
use super::story::{Story, Stream, Unit};
use super::{Cancelled, Progress};

/// A pair's word after the second pass.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Bond {
    /// Index of the unit of the earlier article.
    pub(super) a: u32,
    /// Index of the unit of the later article.
    pub(super) b: u32,
    /// How likely it is that both state the same, 0 to 1.
    pub(super) strength: f64,
}

/// How far before and after a pair its neighbours count.
const REACH: usize = 3;
/// Neighbours through which a third article speaks for a pair.
const WITNESSES: usize = 40;

/// Judges all pairs again, and pairs without a common term that a third article joins.
pub(super) fn judge(
    story: &Story<'_>,
    pairs: &[Pair],
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Bond>, Cancelled> {
    let context = Context::new(story, pairs);
    let mut bonds = Vec::with_capacity(pairs.len());
    for (count, pair) in pairs.iter().enumerate() {
        if count % 512 == 0 {
            progress.at(count, pairs.len())?;
        }
        bonds.push(Bond {
            a: pair.a,
            b: pair.b,
            strength: context.strength(pair.a, pair.b, pair.alike),
        });
    }
    for (a, b) in context.joined_by_others(pairs) {
        bonds.push(Bond { a, b, strength: context.strength(a, b, 0.0) });
    }
    bonds.sort_by_key(|bond| (bond.a, bond.b));
    Ok(bonds)
}

/// The best partners of a unit, by article and stream.
type Ranking = BTreeMap<(usize, Stream), Vec<(f64, u32)>>;

/// Everything about the first pass that the second looks up.
struct Context<'s> {
    story: &'s Story<'s>,
    /// For every unit its partners, ascending, with the first pass's word.
    partners: Vec<Vec<(u32, f64)>>,
    /// For every unit its best partners, the best first.
    witnesses: Vec<Vec<(f64, u32)>>,
    /// For every unit the two best words by article and stream of the partner.
    best: Vec<Ranking>,
    /// For every unit its neighbours in its stream.
    before: Vec<Option<u32>>,
    after: Vec<Option<u32>>,
    /// How far two articles tell the story in one order, by article and article.
    order: BTreeMap<(usize, usize, Stream), f64>,
}

impl<'s> Context<'s> {
    fn new(story: &'s Story<'s>, pairs: &[Pair]) -> Self {
        let mut partners = vec![Vec::new(); story.units.len()];
        for pair in pairs {
            partners[pair.a as usize].push((pair.b, pair.alike));
            partners[pair.b as usize].push((pair.a, pair.alike));
        }
        for partners in &mut partners {
            partners.sort_by_key(|(other, _)| *other);
        }
        let (before, after) = neighbours(&story.units);
        let mut context = Self {
            story,
            best: best_of(story, &partners),
            witnesses: partners.iter().map(|partners| witnesses(partners)).collect(),
            partners,
            before,
            after,
            order: BTreeMap::new(),
        };
        context.order = context.orders(pairs);
        context
    }

    fn unit(&self, index: u32) -> &'s Unit {
        &self.story.units[index as usize]
    }

    fn alike(&self, a: u32, b: u32) -> f64 {
        let partners = &self.partners[a as usize];
        partners.binary_search_by_key(&b, |(other, _)| *other).map_or(0.0, |at| partners[at].1)
    }

    fn strength(&self, a: u32, b: u32, alike: f64) -> f64 {
        let (first, second) = (self.unit(a), self.unit(b));
        let is_ordered = first.stream == second.stream && first.stream != Stream::Title;
        let (previous, next) = if is_ordered {
            (self.along(&self.before, a, b), self.along(&self.after, a, b))
        } else {
            (0.0, 0.0)
        };
        let rows = [self.best_word(a, b), self.best_word(b, a)]
            .map(|best| alike / (best.max(alike) + 0.1));
        let order = self
            .order
            .get(&(first.article, second.article, first.stream))
            .copied()
            .filter(|_| is_ordered)
            .unwrap_or(0.0);
        let diagonal = if is_ordered && first.stream == Stream::Text {
            (first.position - second.position).abs()
        } else {
            0.25
        };
        let same = if alike > 0.9 { 0.53 } else { 0.0 };
        logistic(
            -4.25
                + 0.68 * alike
                + 0.34 * previous
                + 0.88 * next
                + 0.12 * previous.min(next)
                + 2.75 * self.witnessed(a, b, alike)
                + 2.56 * rows[0].min(rows[1])
                + 3.55 * rows[0].max(rows[1])
                - 1.62 * self.rivalry(a, b, alike)
                - 1.49 * diagonal
                + same
                + 0.28 * order * (previous + next) / 2.0,
        )
    }

    /// The best word among the pairs of neighbours in one direction, fading with the distance.
    fn along(&self, steps: &[Option<u32>], a: u32, b: u32) -> f64 {
        let mut best = 0.0_f64;
        let chain = |from: u32| {
            std::iter::successors(steps[from as usize], |at| steps[*at as usize]).take(REACH)
        };
        for (d, x) in chain(a).enumerate() {
            for (e, y) in chain(b).enumerate() {
                best = best.max(0.75_f64.powf((d + e) as f64) * self.alike(x, y));
            }
        }
        best
    }

    /// How much better a third article joins both than they are alike.
    fn witnessed(&self, a: u32, b: u32, alike: f64) -> f64 {
        let other = self.unit(b).article;
        let mut best = alike;
        for (word, third) in &self.witnesses[a as usize] {
            // The list falls: nobody further on can join them better.
            if *word <= best {
                break;
            }
            if self.unit(*third).article != other {
                best = best.max(word.min(self.alike(*third, b)));
            }
        }
        best - alike
    }

    /// The best word of `a` in the article and stream of `b`.
    fn best_word(&self, a: u32, b: u32) -> f64 {
        self.ranked(a, b).first().map_or(0.0, |(word, _)| *word)
    }

    fn ranked(&self, a: u32, b: u32) -> &[(f64, u32)] {
        let key = (self.unit(b).article, self.unit(b).stream);
        self.best[a as usize].get(&key).map_or(&[], Vec::as_slice)
    }

    /// By how much a rival of either beats the pair; a rival that repeats its own article's side is none.
    fn rivalry(&self, a: u32, b: u32, alike: f64) -> f64 {
        if [a, b].iter().any(|unit| self.unit(*unit).stream == Stream::Title) {
            return 0.0;
        }
        let rival = |from: u32, to: u32| {
            let rivals = self.ranked(from, to).iter().take(4);
            rivals
                .filter(|(_, other)| *other != to && !is_copy(self.unit(*other), self.unit(to)))
                .map(|(word, _)| *word)
                .fold(0.0, f64::max)
        };
        (rival(a, b).max(rival(b, a)) - alike).max(0.0)
    }

    /// For every two articles how far their sure pairs stand in one order: concordant less discordant.
    fn orders(&self, pairs: &[Pair]) -> BTreeMap<(usize, usize, Stream), f64> {
        let mut anchors: BTreeMap<(usize, usize, Stream), Vec<(u32, u32)>> = BTreeMap::new();
        for pair in pairs.iter().filter(|pair| pair.alike > 0.5) {
            let (a, b) = (self.unit(pair.a), self.unit(pair.b));
            let is_mutual = self.best_word(pair.a, pair.b) <= pair.alike
                && self.best_word(pair.b, pair.a) <= pair.alike;
            if is_mutual && a.stream == b.stream {
                anchors.entry((a.article, b.article, a.stream)).or_default().push((pair.a, pair.b));
            }
        }
        anchors.into_iter().map(|(key, chain)| (key, concordance(&chain))).collect()
    }

    /// Pairs that share no term, but which a third article joins.
    fn joined_by_others(&self, pairs: &[Pair]) -> Vec<(u32, u32)> {
        let mut joined = Vec::new();
        for pair in pairs.iter().filter(|pair| pair.alike > 0.6) {
            for (from, via) in [(pair.a, pair.b), (pair.b, pair.a)] {
                let onward = self.partners[via as usize]
                    .iter()
                    .filter(|(_, word)| *word > 0.6)
                    .take(WITNESSES);
                for (to, _) in onward {
                    let is_new = from < *to && self.unit(from).article != self.unit(*to).article;
                    if is_new
                        && self.partners[from as usize]
                            .binary_search_by_key(to, |(other, _)| *other)
                            .is_err()
                    {
                        joined.push((from, *to));
                    }
                }
            }
        }
        joined.sort_unstable();
        joined.dedup();
        joined
    }
}

/// The unit before and the unit after each unit in its stream.
fn neighbours(units: &[Unit]) -> (Vec<Option<u32>>, Vec<Option<u32>>) {
    let (mut before, mut after) = (vec![None; units.len()], vec![None; units.len()]);
    let mut last: BTreeMap<(usize, Stream), u32> = BTreeMap::new();
    for (index, unit) in (0..).zip(units) {
        if let Some(previous) = last.insert((unit.article, unit.stream), index) {
            before[index as usize] = Some(previous);
            after[previous as usize] = Some(index);
        }
    }
    (before, after)
}

/// The partners of a unit that may speak for a pair, the best first.
fn witnesses(partners: &[(u32, f64)]) -> Vec<(f64, u32)> {
    let likely = partners.iter().filter(|(_, word)| *word > 0.15);
    let mut witnesses: Vec<(f64, u32)> = likely.map(|(other, word)| (*word, *other)).collect();
    witnesses.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    witnesses.truncate(WITNESSES);
    witnesses
}

/// The few best partners of every unit by article and stream.
fn best_of(story: &Story<'_>, partners: &[Vec<(u32, f64)>]) -> Vec<Ranking> {
    let rank = |partners: &Vec<(u32, f64)>| {
        let mut best: Ranking = BTreeMap::new();
        for (other, word) in partners {
            let unit = &story.units[*other as usize];
            let list = best.entry((unit.article, unit.stream)).or_default();
            let at = list.partition_point(|(kept, _)| kept >= word);
            list.insert(at, (*word, *other));
            list.truncate(5);
        }
        best
    };
    partners.iter().map(rank).collect()
}

/// Whether one of two units of an article nearly repeats the other.
fn is_copy(a: &Unit, b: &Unit) -> bool {
    let (mut x, mut y, mut shared) = (0, 0, 0.0);
    while let (Some(p), Some(q)) = (a.terms.get(x), b.terms.get(y)) {
        if p.id == q.id {
            shared += p.weight;
        }
        x += usize::from(p.id <= q.id);
        y += usize::from(q.id <= p.id);
    }
    shared > 0.6 * a.weight.min(b.weight)
}

/// (concordant − discordant) / (all + 3) over the pairs of anchors, not below 0.
fn concordance(chain: &[(u32, u32)]) -> f64 {
    let mut seconds: Vec<u32> = chain.iter().map(|(_, b)| *b).collect();
    let count = seconds.len() as f64;
    let all = count * (count - 1.0) / 2.0;
    let discordant = inversions(&mut seconds) as f64;
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

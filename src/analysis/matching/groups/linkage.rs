//! Average linkage: the two clusters most alike become one, over and over.
//!
//! The pair of clusters to join next is found through two layers of heaps. A cluster, when it is made,
//! offers itself to all it has bonds with, and keeps these offers; only its best one stands in the
//! common heap. A pair of clusters is thus offered by the later made of the two, an offer is known to be
//! old by the other's version, and most offers of a large story are never looked at again.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use crate::analysis::matching::context::Bond;
use crate::analysis::story::Unit;
use crate::analysis::{Cancelled, Progress};

/// Clusters are joined while their clauses are joined this strongly on the average.
const JOIN: f64 = 0.50;
/// Weaker bonds are taken for none.
const FLOOR: f64 = 0.05;

/// The clusters of two or more clauses, each ascending; `units` tells the unit of every clause.
pub(super) fn clusters(
    units: &[&Unit],
    bonds: &[Bond],
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Vec<u32>>, Cancelled> {
    let mut linkage = Linkage::new(units, bonds);
    linkage.run(progress)?;
    let made = linkage.clusters.into_iter().map(|cluster| cluster.members);
    let mut groups: Vec<Vec<u32>> = made.filter(|members| members.len() > 1).collect();
    for group in &mut groups {
        group.sort_unstable();
    }
    Ok(groups)
}

struct Linkage {
    /// One a clause at first; those that were put into others are empty.
    clusters: Vec<Cluster>,
    /// The best offer of every cluster.
    heap: BinaryHeap<Front>,
}

#[derive(Default)]
struct Cluster {
    members: Vec<u32>,
    /// How many times its members are said; more than there are members where some are echoed.
    size: usize,
    /// How many times each article says them, by article.
    articles: Vec<(usize, u32)>,
    /// The sums of the bonds with other clusters, by cluster.
    sums: Vec<(u32, f64)>,
    offers: BinaryHeap<Offer>,
    /// Counts its changes, so that old offers are known.
    version: u32,
}

/// Two clusters that may be joined; the greatest is the one to join first.
#[derive(Clone, Copy, PartialEq)]
struct Offer {
    mean: f64,
    a: u32,
    b: u32,
    /// The version of the one that did not make the offer.
    version: u32,
}

impl Eq for Offer {}

impl Ord for Offer {
    fn cmp(&self, other: &Self) -> Ordering {
        let places = |offer: &Self| Reverse((offer.a, offer.b));
        self.mean.total_cmp(&other.mean).then(places(self).cmp(&places(other)))
    }
}

impl PartialOrd for Offer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// An offer in the common heap, and who made it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Front {
    offer: Offer,
    maker: u32,
    version: u32,
}

impl Front {
    fn other(&self) -> u32 {
        if self.offer.a == self.maker { self.offer.b } else { self.offer.a }
    }
}

impl Linkage {
    /// Each clause is of the unit at its place in `units`.
    fn new(units: &[&Unit], bonds: &[Bond]) -> Self {
        let clauses = (0..).zip(units);
        let mut clusters: Vec<Cluster> = clauses.map(|(at, unit)| Cluster::of(at, unit)).collect();
        // Bonds ascend, so that each cluster's list does, too: first those with lesser clauses.
        for bond in bonds.iter().filter(|bond| bond.strength >= FLOOR) {
            let pairs = clusters[bond.a as usize].pairs(&clusters[bond.b as usize]);
            let sum = bond.strength * pairs;
            clusters[bond.a as usize].sums.push((bond.b, sum));
            clusters[bond.b as usize].sums.push((bond.a, sum));
        }
        let mut linkage = Self { clusters, heap: BinaryHeap::new() };
        for maker in 0..linkage.clusters.len() as u32 {
            linkage.make_offers(maker, |other| other > maker);
        }
        linkage
    }

    fn run(&mut self, progress: &mut Progress<'_, '_>) -> Result<(), Cancelled> {
        let mut count = 0_usize;
        while let Some(front) = self.heap.pop() {
            count += 1;
            if count.is_multiple_of(256) {
                progress.still()?;
            }
            if self.clusters[front.maker as usize].version != front.version {
                continue;
            }
            if self.clusters[front.other() as usize].version == front.offer.version {
                self.merge(front.offer.a, front.offer.b);
            } else {
                self.bring_forward(front.maker);
            }
        }
        Ok(())
    }

    /// Offers a cluster to those of its bonds that `is_asked` names.
    fn make_offers(&mut self, maker: u32, is_asked: impl Fn(u32) -> bool) {
        let own = &self.clusters[maker as usize];
        let offer = |(other, sum): &(u32, f64)| {
            let theirs = &self.clusters[*other as usize];
            let mean = own.mean(theirs, *sum)?;
            let (a, b) = (maker.min(*other), maker.max(*other));
            Some(Offer { mean, a, b, version: theirs.version })
        };
        let asked = own.sums.iter().filter(|(other, _)| is_asked(*other));
        let offers: Vec<Offer> = asked.filter_map(offer).collect();
        self.clusters[maker as usize].offers = BinaryHeap::from(offers);
        self.bring_forward(maker);
    }

    /// Puts a cluster's best offer that still holds into the common heap.
    fn bring_forward(&mut self, maker: u32) {
        let version = self.clusters[maker as usize].version;
        while let Some(offer) = self.clusters[maker as usize].offers.pop() {
            let front = Front { offer, maker, version };
            if self.clusters[front.other() as usize].version == offer.version {
                self.heap.push(front);
                return;
            }
        }
    }

    /// Puts the cluster with fewer bonds into the other.
    fn merge(&mut self, a: u32, b: u32) {
        let bonds = |cluster: u32| self.clusters[cluster as usize].sums.len();
        let (into, from) = if bonds(a) >= bonds(b) { (a, b) } else { (b, a) };
        let gone = std::mem::take(&mut self.clusters[from as usize]);
        self.clusters[from as usize].version = gone.version + 1;
        for (other, sum) in &gone.sums {
            let sums = &mut self.clusters[*other as usize].sums;
            if *other == into {
                remove(sums, from);
            } else {
                replace(sums, from, into, *sum);
            }
        }
        self.clusters[into as usize].take_in(into, gone);
        self.make_offers(into, |_| true);
    }
}

impl Cluster {
    /// The cluster of one unit.
    fn of(index: u32, unit: &Unit) -> Self {
        let mut articles: Vec<usize> = unit.articles().collect();
        articles.sort_unstable();
        let runs = articles.chunk_by(|x, y| x == y);
        let articles = runs.filter_map(|run| Some((*run.first()?, run.len() as u32))).collect();
        Self { members: vec![index], size: unit.count(), articles, ..Self::default() }
    }

    /// Takes in the members and bonds of `gone`; itself is known as `own`.
    fn take_in(&mut self, own: u32, gone: Self) {
        self.members.extend(gone.members);
        self.size += gone.size;
        self.articles = added(&self.articles, &gone.articles);
        self.sums = added(&self.sums, &gone.sums);
        remove(&mut self.sums, own);
        self.version += 1;
    }

    /// The mean of the bonds with another cluster whose sum is `sum`; `None` where it is too low to join.
    fn mean(&self, other: &Self, sum: f64) -> Option<f64> {
        let all = self.size as f64 * other.size as f64;
        let is_enough = |mean: &f64| *mean >= JOIN;
        // However many of the pairs are of one article, they are no more than this.
        let most_same = self.most_same(other).min(other.most_same(self));
        Some(sum / (all - most_same).max(1.0)).filter(is_enough)?;
        Some(sum / self.pairs(other)).filter(is_enough)
    }

    /// How many pairs of different articles lie between two clusters, at least 1.
    fn pairs(&self, other: &Self) -> f64 {
        let all = self.size as f64 * other.size as f64;
        (all - f64::from(same(&self.articles, &other.articles))).max(1.0)
    }

    /// More pairs with another cluster cannot be of one article each: no article of the other says its
    /// members more often.
    fn most_same(&self, other: &Self) -> f64 {
        let most = other.size + 1 - other.articles.len();
        self.size as f64 * most as f64
    }
}

/// How many pairs of members of two clusters are of one article.
fn same(x: &[(usize, u32)], y: &[(usize, u32)]) -> u32 {
    let (few, many) = if x.len() < y.len() { (x, y) } else { (y, x) };
    if few.len() * 8 < many.len() {
        let of = |article: usize| {
            many.binary_search_by_key(&article, |(article, _)| *article).map_or(0, |at| many[at].1)
        };
        return few.iter().map(|(article, count)| count * of(*article)).sum();
    }
    let (mut i, mut j, mut same) = (0, 0, 0);
    while let (Some((p, m)), Some((q, n))) = (few.get(i), many.get(j)) {
        same += if p == q { m * n } else { 0 };
        i += usize::from(p <= q);
        j += usize::from(q <= p);
    }
    same
}

/// Two ascending lists as one, what both have added up.
fn added<K: Copy + Ord, V: Copy + std::ops::Add<Output = V>>(
    x: &[(K, V)],
    y: &[(K, V)],
) -> Vec<(K, V)> {
    let mut sum = Vec::with_capacity(x.len() + y.len());
    let (mut i, mut j) = (0, 0);
    while let (Some(p), Some(q)) = (x.get(i), y.get(j)) {
        sum.push(match p.0.cmp(&q.0) {
            Ordering::Less => *p,
            Ordering::Greater => *q,
            Ordering::Equal => (p.0, p.1 + q.1),
        });
        i += usize::from(p.0 <= q.0);
        j += usize::from(q.0 <= p.0);
    }
    sum.extend_from_slice(&x[i..]);
    sum.extend_from_slice(&y[j..]);
    sum
}

fn place(sums: &[(u32, f64)], cluster: u32) -> Result<usize, usize> {
    sums.binary_search_by_key(&cluster, |(other, _)| *other)
}

fn remove(sums: &mut Vec<(u32, f64)>, cluster: u32) {
    if let Ok(at) = place(sums, cluster) {
        sums.remove(at);
    }
}

/// Takes `from` out of an ascending list and adds its sum to that of `into`.
fn replace(sums: &mut Vec<(u32, f64)>, from: u32, into: u32, sum: f64) {
    match (place(sums, from), place(sums, into)) {
        (Ok(old), Ok(new)) => {
            sums[new].1 += sum;
            sums.remove(old);
        }
        // The entry moves to its new place, and those between close up.
        (Ok(old), Err(new)) => {
            sums[old] = (into, sum);
            if old < new {
                sums[old..new].rotate_left(1);
            } else {
                sums[new..=old].rotate_right(1);
            }
        }
        (Err(_), _) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bond_that_moves_to_another_cluster_keeps_the_order() {
        let check = |from: u32, into: u32, expected: &[(u32, f64)]| {
            let mut sums = vec![(1, 0.1), (4, 0.4), (7, 0.7)];
            let sum = sums.iter().find(|(other, _)| *other == from).map_or(0.0, |found| found.1);
            replace(&mut sums, from, into, sum);
            assert_eq!(sums, expected, "{from} into {into}");
        };
        check(1, 5, &[(4, 0.4), (5, 0.1), (7, 0.7)]);
        check(7, 2, &[(1, 0.1), (2, 0.7), (4, 0.4)]);
        check(4, 7, &[(1, 0.1), (7, 1.1)]);
        check(4, 5, &[(1, 0.1), (5, 0.4), (7, 0.7)]);
    }

    #[test]
    fn pairs_of_one_article_are_counted() {
        assert_eq!(same(&[(1, 2), (3, 1)], &[(0, 5), (1, 3), (3, 4)]), 10);
        let many: Vec<(usize, u32)> = (0..20).map(|article| (article, 2)).collect();
        assert_eq!(same(&many, &[(4, 3)]), 6);
    }

    #[test]
    fn ascending_lists_are_added_up() {
        assert_eq!(added(&[(1, 1), (3, 1)], &[(0, 5), (3, 2)]), [(0, 5), (1, 1), (3, 3)]);
    }
}

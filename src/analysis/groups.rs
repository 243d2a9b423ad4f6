//! From pairs to groups: sentences that state one thing.
//!
//! Groups grow by average linkage, so that a chain of weak links cannot melt two claims into one. What
//! is strongly joined and yet fell into different groups then forms further groups, in which every
//! member is joined to every other: a long sentence states several things and may stand in several.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::context::Bond;
use super::story::Story;
use super::{Cancelled, Progress};

/// Groups are joined while their sentences are joined this strongly on the average.
const JOIN: f64 = 0.50;
/// A bond this strong is kept in a group of its own where the groups parted it.
const KEEP: f64 = 0.42;
/// Weaker bonds are taken for none.
const FLOOR: f64 = 0.05;

/// Groups of two or more units, each ascending, in the order of their first unit.
pub(super) fn groups(
    story: &Story<'_>,
    bonds: &[Bond],
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Vec<u32>>, Cancelled> {
    let mut groups = Linkage::new(story, bonds).run(progress)?;
    groups.extend(residual(story, bonds, &groups));
    groups.sort();
    groups.dedup();
    Ok(groups)
}

/// Clusters on their way, with the sums of the bonds between them.
struct Linkage {
    members: Vec<Vec<u32>>,
    /// Units of each cluster by article.
    articles: Vec<BTreeMap<usize, u32>>,
    sums: Vec<BTreeMap<u32, f64>>,
    /// Counts the merges of a cluster, so that old entries of the heap are known.
    versions: Vec<u32>,
    heap: BinaryHeap<Entry>,
}

#[derive(Clone, Copy, PartialEq)]
struct Entry {
    mean: f64,
    a: u32,
    b: u32,
    versions: (u32, u32),
}

impl Eq for Entry {}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.mean
            .total_cmp(&other.mean)
            .then(other.a.cmp(&self.a))
            .then(other.b.cmp(&self.b))
            .then(self.versions.cmp(&other.versions))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Linkage {
    fn new(story: &Story<'_>, bonds: &[Bond]) -> Self {
        let count = story.units.len();
        let mut linkage = Self {
            members: (0..count as u32).map(|unit| vec![unit]).collect(),
            articles: story.units.iter().map(|unit| BTreeMap::from([(unit.article, 1)])).collect(),
            sums: vec![BTreeMap::new(); count],
            versions: vec![0; count],
            heap: BinaryHeap::new(),
        };
        for bond in bonds.iter().filter(|bond| bond.strength >= FLOOR) {
            linkage.sums[bond.a as usize].insert(bond.b, bond.strength);
            linkage.sums[bond.b as usize].insert(bond.a, bond.strength);
            linkage.offer(bond.a, bond.b);
        }
        linkage
    }

    fn run(mut self, progress: &mut Progress<'_, '_>) -> Result<Vec<Vec<u32>>, Cancelled> {
        let mut count = 0_usize;
        while let Some(entry) = self.heap.pop() {
            count += 1;
            if count.is_multiple_of(1024) {
                progress.still()?;
            }
            let versions = (self.versions[entry.a as usize], self.versions[entry.b as usize]);
            if entry.versions == versions {
                self.merge(entry.a, entry.b);
            }
        }
        let mut groups: Vec<_> =
            self.members.into_iter().filter(|members| members.len() > 1).collect();
        for group in &mut groups {
            group.sort_unstable();
        }
        Ok(groups)
    }

    /// Puts the pair on the heap if it may be joined.
    fn offer(&mut self, a: u32, b: u32) {
        let (a, b) = (a.min(b), a.max(b));
        let Some(sum) = self.sums[a as usize].get(&b) else { return };
        let mean = sum / self.cross_pairs(a, b);
        if mean >= JOIN {
            let versions = (self.versions[a as usize], self.versions[b as usize]);
            self.heap.push(Entry { mean, a, b, versions });
        }
    }

    /// How many pairs of units of different articles lie between two clusters.
    fn cross_pairs(&self, a: u32, b: u32) -> f64 {
        let (x, y) = (&self.articles[a as usize], &self.articles[b as usize]);
        let (few, many) = if x.len() < y.len() { (x, y) } else { (y, x) };
        let same: f64 = few
            .iter()
            .map(|(article, count)| {
                f64::from(*count) * many.get(article).map_or(0.0, |other| f64::from(*other))
            })
            .sum();
        let all = self.members[a as usize].len() as f64 * self.members[b as usize].len() as f64;
        (all - same).max(1.0)
    }

    /// Puts the cluster with fewer bonds into the other.
    fn merge(&mut self, a: u32, b: u32) {
        let (into, from) = if self.sums[a as usize].len() >= self.sums[b as usize].len() {
            (a, b)
        } else {
            (b, a)
        };
        let members = std::mem::take(&mut self.members[from as usize]);
        self.members[into as usize].extend(members);
        for (article, count) in std::mem::take(&mut self.articles[from as usize]) {
            *self.articles[into as usize].entry(article).or_default() += count;
        }
        for (other, sum) in std::mem::take(&mut self.sums[from as usize]) {
            self.sums[other as usize].remove(&from);
            if other != into {
                *self.sums[into as usize].entry(other).or_default() += sum;
                *self.sums[other as usize].entry(into).or_default() += sum;
            }
        }
        self.versions[from as usize] += 1;
        self.versions[into as usize] += 1;
        let others: Vec<u32> = self.sums[into as usize].keys().copied().collect();
        for other in others {
            self.offer(into, other);
        }
    }
}

/// Groups of the strong bonds that no group holds.
fn residual(story: &Story<'_>, bonds: &[Bond], groups: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let mut residual = Residual::new(story, bonds, groups);
    let mut strong: Vec<&Bond> = bonds.iter().filter(|bond| bond.strength >= KEEP).collect();
    strong.sort_by(|x, y| y.strength.total_cmp(&x.strength).then((x.a, x.b).cmp(&(y.a, y.b))));
    strong.into_iter().filter_map(|bond| residual.group_of(bond)).collect()
}

struct Residual<'s> {
    story: &'s Story<'s>,
    bonds: Vec<BTreeMap<u32, f64>>,
    /// The groups each unit stands in.
    places: Vec<BTreeSet<usize>>,
    count: usize,
}

impl<'s> Residual<'s> {
    fn new(story: &'s Story<'s>, bonds: &[Bond], groups: &[Vec<u32>]) -> Self {
        let mut strong = vec![BTreeMap::new(); story.units.len()];
        for bond in bonds.iter().filter(|bond| bond.strength >= KEEP) {
            strong[bond.a as usize].insert(bond.b, bond.strength);
            strong[bond.b as usize].insert(bond.a, bond.strength);
        }
        let mut residual = Self {
            story,
            bonds: strong,
            places: vec![BTreeSet::new(); story.units.len()],
            count: 0,
        };
        for group in groups {
            residual.enter(group);
        }
        residual
    }

    fn enter(&mut self, group: &[u32]) {
        for unit in group {
            self.places[*unit as usize].insert(self.count);
        }
        self.count += 1;
    }

    /// The group that begins with a bond; `None` where a group holds it already.
    fn group_of(&mut self, bond: &Bond) -> Option<Vec<u32>> {
        if !self.places[bond.a as usize].is_disjoint(&self.places[bond.b as usize]) {
            return None;
        }
        let mut group = vec![bond.a, bond.b];
        let mut others: Vec<(f64, u32)> = self.bonds[bond.a as usize]
            .iter()
            .chain(&self.bonds[bond.b as usize])
            .map(|(other, strength)| (*strength, *other))
            .collect();
        others.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        for (_, other) in others {
            if !group.contains(&other) && self.joins_all(other, &group) {
                group.push(other);
            }
        }
        group.sort_unstable();
        self.enter(&group);
        Some(group)
    }

    fn joins_all(&self, unit: u32, group: &[u32]) -> bool {
        let article = |unit: u32| self.story.units[unit as usize].article;
        let mut cross = group.iter().filter(|member| article(**member) != article(unit)).peekable();
        cross.peek().is_some() && cross.all(|member| self.bonds[unit as usize].contains_key(member))
    }
}

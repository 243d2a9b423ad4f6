//! What becomes of strong bonds that the clusters parted.
//!
//! The clause that such a bond rests on joins the group of its partner where its sentence is bound to
//! that group as a whole; a clause that stands in a group already has to be bound more strongly. Else
//! the two clauses make a group of their own; if both stand in groups already, only by a very strong bond.

use crate::analysis::narrowing::Rest;
use crate::analysis::pieces::Pieces;
use crate::analysis::story::Story;
use crate::analysis::{Cancelled, Progress};

/// A weaker bond that the clusters parted stays parted.
const STRONG: f64 = 0.45;
/// A free clause joins a group that its sentence is bound to this strongly on the average,
const JOINS: f64 = 0.4;
/// and one that stands in a group already joins another at this.
const JOINS_TOO: f64 = 0.5;
/// Two clauses that both stand in groups make another by a bond as strong as this.
const VERY_STRONG: f64 = 0.7;
/// Units of a group that are asked.
const ASKED: usize = 64;

/// The clusters with what joins them, and further groups; `rests` ascends by its units.
pub(super) fn attach(
    story: &Story<'_>,
    pieces: &Pieces,
    rests: &[Rest],
    clusters: Vec<Vec<u32>>,
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Vec<u32>>, Cancelled> {
    let mut groups = Groups {
        story,
        pieces,
        rests,
        firsts: firsts(rests, story.units.len()),
        of_clause: vec![Vec::new(); pieces.iter().len()],
        of_unit: vec![Vec::new(); story.units.len()],
        clauses: Vec::new(),
    };
    for cluster in clusters {
        groups.make(cluster);
    }
    let mut strong: Vec<&Rest> = rests.iter().filter(|rest| rest.bond.strength >= STRONG).collect();
    strong.sort_by(|x, y| {
        let (x, y) = (x.bond, y.bond);
        y.strength.total_cmp(&x.strength).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    for (count, rest) in strong.into_iter().enumerate() {
        if count % 256 == 0 {
            progress.still()?;
        }
        groups.keep(rest);
    }
    let mut made = groups.clauses;
    for group in &mut made {
        group.sort_unstable();
    }
    Ok(made)
}

/// Where the rests of each unit begin, of so many; `rests` ascends.
fn firsts(rests: &[Rest], units: usize) -> Vec<usize> {
    let mut firsts = vec![0; units + 1];
    for rest in rests {
        firsts[rest.bond.a as usize + 1] += 1;
    }
    for unit in 0..units {
        firsts[unit + 1] += firsts[unit];
    }
    firsts
}

struct Groups<'s> {
    story: &'s Story<'s>,
    pieces: &'s Pieces,
    rests: &'s [Rest],
    /// Where the rests begin whose earlier unit is this one, and their count at the end.
    firsts: Vec<usize>,
    /// The groups of every clause.
    of_clause: Vec<Vec<u32>>,
    /// The groups of every unit.
    of_unit: Vec<Vec<u32>>,
    /// The clauses of every group.
    clauses: Vec<Vec<u32>>,
}

impl Groups<'_> {
    fn make(&mut self, clauses: Vec<u32>) {
        let group = self.clauses.len() as u32;
        self.clauses.push(Vec::with_capacity(clauses.len()));
        for clause in clauses {
            self.put(clause, group);
        }
    }

    fn put(&mut self, clause: u32, group: u32) {
        self.of_clause[clause as usize].push(group);
        self.of_unit[self.pieces.get(clause).unit as usize].push(group);
        self.clauses[group as usize].push(clause);
    }

    /// Sees to it that a strong bond is kept, if it can be.
    fn keep(&mut self, rest: &Rest) {
        let [x, y] = [rest.bond.a, rest.bond.b].map(|unit| &self.of_unit[unit as usize]);
        if x.iter().any(|group| y.contains(group)) {
            return;
        }
        let [a, b] = rest.clauses;
        let choices = self.choices(a, b).chain(self.choices(b, a));
        let best = choices.min_by(|x, y| {
            y.strength.total_cmp(&x.strength).then((x.group, x.clause).cmp(&(y.group, y.clause)))
        });
        let is_free = |clause: u32| self.of_clause[clause as usize].is_empty();
        match best {
            Some(best) if best.strength >= if is_free(best.clause) { JOINS } else { JOINS_TOO } => {
                self.put(best.clause, best.group);
            }
            _ if is_free(a) || is_free(b) || rest.bond.strength >= VERY_STRONG => {
                self.make(vec![a, b]);
            }
            _ => {}
        }
    }

    /// The groups of `partner`, and how strongly the sentence of `clause` is bound to each.
    fn choices(&self, clause: u32, partner: u32) -> impl Iterator<Item = Choice> {
        let unit = self.pieces.get(clause).unit;
        let groups = self.of_clause[partner as usize].iter();
        groups.map(move |group| Choice { clause, group: *group, strength: self.mean(unit, *group) })
    }

    /// How strongly a unit is bound to the units of a group in other articles on the average.
    fn mean(&self, unit: u32, group: u32) -> f64 {
        let article = |unit: u32| self.story.units[unit as usize].article;
        let clauses = self.clauses[group as usize].iter().take(ASKED);
        let mut units: Vec<u32> = clauses.map(|clause| self.pieces.get(*clause).unit).collect();
        units.sort_unstable();
        units.dedup();
        units.retain(|other| article(*other) != article(unit));
        let sum: f64 = units.iter().map(|other| self.strength(unit, *other)).sum();
        sum / units.len().max(1) as f64
    }

    fn strength(&self, a: u32, b: u32) -> f64 {
        let earlier = a.min(b) as usize;
        let rests = &self.rests[self.firsts[earlier]..self.firsts[earlier + 1]];
        let found = rests.binary_search_by_key(&a.max(b), |rest| rest.bond.b);
        found.map_or(0.0, |at| rests[at].bond.strength)
    }
}

/// A group that a clause may join.
struct Choice {
    clause: u32,
    group: u32,
    strength: f64,
}

//! What becomes of strong bonds that the clusters parted.
//!
//! The clause that such a bond rests on joins the group of its partner where its sentence is bound to
//! that group as a whole; a clause that stands in a group already has to be bound more strongly. Else
//! the two clauses make a group of their own; if both stand in groups already, only by a very strong bond.

use crate::analysis::lists::Lists;
use crate::analysis::matching::context::Bond;
use crate::analysis::matching::narrowing::Rest;
use crate::analysis::story::Story;
use crate::analysis::story::pieces::Pieces;
use crate::analysis::{Cancelled, Progress};

/// A weaker bond that the clusters parted stays parted.
const STRONG: f64 = 0.45;
/// A free clause joins a group that its sentence is bound to this strongly on the average,
const JOINS: f64 = 0.35;
/// and one that stands in a group already joins another at this.
const JOINS_TOO: f64 = 0.5;
/// Two clauses that both stand in groups make another by a bond as strong as this.
const VERY_STRONG: f64 = 0.8;
/// A group of two is kept where its sentences are bound as strongly as this: with no third to agree, a
/// middling bond is often chance.
const FIRM: f64 = 0.6;
/// Clauses of a group whose units are asked.
const ASKED: usize = 64;

/// The clusters with what joins them, and further groups.
pub(super) fn attach(
    story: &Story<'_>,
    pieces: &Pieces,
    rests: &[Rest],
    clusters: Vec<Vec<u32>>,
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Vec<u32>>, Cancelled> {
    let mut groups = Groups {
        pieces,
        articles: story.units.iter().map(|unit| unit.article as u32).collect(),
        bonds: Lists::collected(story.units.len(), || rests.iter().flat_map(both_ways)),
        bound: vec![0.0; story.units.len()],
        of_clause: vec![Vec::new(); pieces.iter().len()],
        of_unit: vec![Vec::new(); story.units.len()],
        clauses: Vec::new(),
        asked: Vec::new(),
    };
    for cluster in clusters {
        groups.make(cluster);
    }
    let mut strong: Vec<&Rest> = rests.iter().filter(|rest| rest.bond.strength >= STRONG).collect();
    strong.sort_unstable_by(|x, y| {
        let (x, y) = (x.bond, y.bond);
        y.strength.total_cmp(&x.strength).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    for (count, rest) in strong.into_iter().enumerate() {
        if count % 256 == 0 {
            progress.still()?;
        }
        groups.keep(rest);
    }
    let mut made = std::mem::take(&mut groups.clauses);
    made.retain(|group| groups.is_firm(group));
    for group in &mut made {
        group.sort_unstable();
    }
    Ok(made)
}

/// A bond as either of its units has it: the unit, and the other with the strength.
fn both_ways(rest: &Rest) -> [(usize, (u32, f64)); 2] {
    let Bond { a, b, strength } = rest.bond;
    [(a as usize, (b, strength)), (b as usize, (a, strength))]
}

struct Groups<'s> {
    pieces: &'s Pieces,
    /// The article of every unit.
    articles: Vec<u32>,
    /// The bonds of every unit.
    bonds: Lists<(u32, f64)>,
    /// How strongly every unit is bound to the one whose choices are looked at; 0 between two.
    bound: Vec<f64>,
    /// The groups of every clause.
    of_clause: Vec<Vec<u32>>,
    /// The groups of every unit.
    of_unit: Vec<Vec<u32>>,
    /// The clauses of every group.
    clauses: Vec<Vec<u32>>,
    /// The units of the first clauses of every group, ascending: those that are asked.
    asked: Vec<Vec<u32>>,
}

impl Groups<'_> {
    fn make(&mut self, clauses: Vec<u32>) {
        let group = self.clauses.len() as u32;
        self.clauses.push(Vec::with_capacity(clauses.len()));
        self.asked.push(Vec::new());
        for clause in clauses {
            self.put(clause, group);
        }
    }

    fn put(&mut self, clause: u32, group: u32) {
        self.of_clause[clause as usize].push(group);
        let unit = self.pieces.get(clause).unit;
        self.of_unit[unit as usize].push(group);
        let (clauses, asked) = (&mut self.clauses[group as usize], &mut self.asked[group as usize]);
        if clauses.len() < ASKED
            && let Err(place) = asked.binary_search(&unit)
        {
            asked.insert(place, unit);
        }
        clauses.push(clause);
    }

    fn is_firm(&self, group: &[u32]) -> bool {
        let [a, b] = group else { return true };
        let [a, b] = [a, b].map(|clause| self.pieces.get(*clause).unit);
        self.bonds.of(a as usize).iter().any(|(unit, strength)| *unit == b && *strength >= FIRM)
    }

    /// Sees to it that a strong bond is kept, if it can be.
    fn keep(&mut self, rest: &Rest) {
        let [x, y] = [rest.bond.a, rest.bond.b].map(|unit| &self.of_unit[unit as usize]);
        if x.iter().any(|group| y.contains(group)) {
            return;
        }
        let [a, b] = rest.clauses;
        let mut choices = self.choices(a, b);
        choices.extend(self.choices(b, a));
        let best = choices.into_iter().min_by(|x, y| {
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
    fn choices(&mut self, clause: u32, partner: u32) -> Vec<Choice> {
        let unit = self.pieces.get(clause).unit as usize;
        for (other, strength) in self.bonds.of(unit) {
            self.bound[*other as usize] = *strength;
        }
        let groups = self.of_clause[partner as usize].iter();
        let choices = groups.map(|group| Choice {
            clause,
            group: *group,
            strength: self.mean(self.articles[unit], *group),
        });
        let choices = choices.collect();
        for (other, _) in self.bonds.of(unit) {
            self.bound[*other as usize] = 0.0;
        }
        choices
    }

    /// How strongly the unit at hand is bound to the units of a group in other articles than its own on
    /// the average.
    fn mean(&self, own: u32, group: u32) -> f64 {
        let (mut sum, mut count) = (0.0, 0_usize);
        for other in &self.asked[group as usize] {
            if self.articles[*other as usize] != own {
                sum += self.bound[*other as usize];
                count += 1;
            }
        }
        sum / count.max(1) as f64
    }
}

/// A group that a clause may join.
struct Choice {
    clause: u32,
    group: u32,
    strength: f64,
}

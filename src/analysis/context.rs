//! Second pass: how alike two sentences are, seen among their neighbours and rivals.
//!
//! Articles on one story tell it in about the same order, and a sentence has one best partner in each;
//! what a third article agrees with is more likely the same. The weights were fitted by the prototype
//! of the engine notes (part 1, section 2 G).
//!
//! A story has many pairs, so everything a pair asks for lies ready: the partners of every unit in the
//! orders in which they are wanted ([`partners`]), and a unit's pairs are judged together, in the order
//! of the story, so that its neighbours' partners are gone through once for all of them ([`order`]).

mod order;
mod partners;

use order::{Neighbours, Orders, Steps};
use partners::{Partner, Partners, Seat, seats};

use super::similarity::{Pair, lesser, logistic};
use super::story::{Story, Stream, Unit};
use super::{Cancelled, Progress, parallel};

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

/// A third article that joins two units at least this strongly makes a pair of them.
const JOINED: f64 = 0.6;

/// Weaker bonds are taken for none.
const LEAST: f64 = 0.1;
/// What the logistic function makes less than [`LEAST`] of.
const LEAST_SUM: f64 = -2.2;

/// Judges all pairs again, and pairs without a common term that a third article joins.
///
/// `pairs` ascend, and so do the bonds.
pub(super) fn judge(
    story: &Story<'_>,
    pairs: &[Pair],
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Bond>, Cancelled> {
    let context = Context::new(story, pairs, progress)?;
    let units: Vec<u32> = (0..).take(story.units.len()).collect();
    let joiner = || Joiner::new(story.units.len());
    let bonds =
        parallel::map(&units, progress, joiner, |joiner, unit| context.bonds_of(*unit, joiner))?;
    Ok(bonds.into_iter().flatten().collect())
}

/// Everything about the first pass that the second looks up.
struct Context<'s> {
    units: &'s [Unit],
    seats: Vec<Seat>,
    partners: Partners,
    before: Steps,
    after: Steps,
    orders: Orders,
}

/// A pair as it is judged.
#[derive(Clone, Copy)]
struct Candidate {
    /// The later unit.
    other: u32,
    /// The first pass's word; 0 for a pair that only a third article joins.
    alike: f64,
    /// How well the best third article joins both.
    joined: f64,
}

impl<'s> Context<'s> {
    fn new(
        story: &'s Story<'_>,
        pairs: &[Pair],
        progress: &mut Progress<'_, '_>,
    ) -> Result<Self, Cancelled> {
        let units = &story.units;
        let seats = seats(units);
        let partners = Partners::new(&seats, pairs, progress)?;
        let [before, after] = Steps::both(story);
        progress.still()?;
        let orders = Orders::of(units, &seats, &partners, pairs);
        Ok(Self { units, seats, partners, before, after, orders })
    }

    fn unit(&self, index: u32) -> &'s Unit {
        &self.units[index as usize]
    }

    /// The bonds of a unit with those after it.
    fn bonds_of(&self, unit: u32, joiner: &mut Joiner) -> Vec<Bond> {
        let mut bonds = Vec::new();
        let mut before = Neighbours::of(unit, &self.before, &self.partners);
        let mut after = Neighbours::of(unit, &self.after, &self.partners);
        for candidate in joiner.candidates(self, unit) {
            let other = candidate.other;
            let seen = Seen::of(self, unit, candidate);
            let (previous, next) = match seen.order {
                // Most meet by chance, and no neighbour can make a bond of that.
                _ if seen.sum(1.0, 1.0) < LEAST_SUM => continue,
                Some(_) => (before.best_with(other), after.best_with(other)),
                None => (0.0, 0.0),
            };
            let strength = logistic(seen.sum(previous, next));
            if strength >= LEAST {
                bonds.push(Bond { a: unit, b: other, strength });
            }
        }
        bonds
    }

    /// Whether two units have neighbours that tell of them.
    fn are_in_one_order(&self, a: u32, b: u32) -> bool {
        let stream = self.unit(a).stream;
        stream == self.unit(b).stream && stream != Stream::Title
    }

    /// The best partners of `unit` in the article and stream of `other`.
    fn rivals(&self, unit: u32, other: u32) -> &[Partner] {
        self.partners.rivals(unit, self.seats[other as usize])
    }

    /// By how much a rival of either beats the pair; a rival that repeats its own article's side is none.
    fn rivalry(&self, unit: u32, candidate: &Candidate, rivals: [&[Partner]; 2]) -> f64 {
        let Candidate { other, alike, .. } = *candidate;
        if [unit, other].iter().any(|unit| self.unit(*unit).stream == Stream::Title) {
            return 0.0;
        }
        let mut best = alike;
        for (rivals, own) in rivals.into_iter().zip([other, unit]) {
            let is_rival = |unit: u32| unit != own && !is_copy(self.unit(unit), self.unit(own));
            // The list falls: the first that is none of the pair's own is the best.
            let mut better = rivals.iter().take_while(|rival| rival.word > best);
            best = better.find(|rival| is_rival(rival.unit)).map_or(best, |rival| rival.word);
        }
        best - alike
    }
}

/// What tells whether two units state the same, their neighbours apart.
struct Seen {
    alike: f64,
    /// By how much a third article says more.
    witnessed: f64,
    /// How near the pair is to the best of either.
    rows: [f64; 2],
    /// By how much a rival beats it.
    rivalry: f64,
    /// How far apart the two stand in their articles.
    diagonal: f64,
    /// How far their articles tell the story in one order; `None` where neighbours tell nothing.
    order: Option<f64>,
}

impl Seen {
    fn of(context: &Context<'_>, unit: u32, candidate: &Candidate) -> Self {
        let Candidate { other, alike, joined } = *candidate;
        let (first, second) = (context.unit(unit), context.unit(other));
        let rivals = [context.rivals(unit, other), context.rivals(other, unit)];
        let best_word = |rivals: &[Partner]| rivals.first().map_or(0.0, |best| best.word);
        let order = context.are_in_one_order(unit, other).then(|| {
            context.orders.between(context.seats[unit as usize], context.seats[other as usize])
        });
        let diagonal = if order.is_some() && first.stream == Stream::Text {
            (first.position - second.position).abs()
        } else {
            0.25
        };
        Self {
            alike,
            witnessed: joined.max(alike) - alike,
            rows: rivals.map(|rivals| alike / (best_word(rivals).max(alike) + 0.1)),
            rivalry: context.rivalry(unit, candidate, rivals),
            diagonal,
            order,
        }
    }

    /// What the logistic function is asked about, given the best words of the neighbours before and
    /// after; it grows with both.
    fn sum(&self, previous: f64, next: f64) -> f64 {
        let same = if self.alike > 0.9 { 0.53 } else { 0.0 };
        -4.25
            + 0.68 * self.alike
            + 0.34 * previous
            + 0.88 * next
            + 0.12 * previous.min(next)
            + 2.75 * self.witnessed
            + 2.56 * self.rows[0].min(self.rows[1])
            + 3.55 * self.rows[0].max(self.rows[1])
            - 1.62 * self.rivalry
            - 1.49 * self.diagonal
            + same
            + 0.28 * self.order.unwrap_or(0.0) * (previous + next) / 2.0
    }
}

/// Finds what a unit is judged with, and how well third articles join it to them.
struct Joiner {
    /// For every unit how well the best third article joins it to the one at hand; 0 between two.
    joined: Vec<f64>,
    touched: Vec<u32>,
    candidates: Vec<Candidate>,
}

impl Joiner {
    fn new(units: usize) -> Self {
        Self { joined: vec![0.0; units], touched: Vec::new(), candidates: Vec::new() }
    }

    /// The later partners of a unit and those whom only a third article joins to it, ascending.
    fn candidates(&mut self, context: &Context<'_>, unit: u32) -> &[Candidate] {
        let partners = context.partners.after(unit);
        // A witness tells something new only where it says more than the partner's own word.
        for partner in partners {
            self.joined[partner.unit as usize] = partner.word;
        }
        self.ask_witnesses(context, unit);
        self.candidates.clear();
        for partner in partners {
            let joined = std::mem::take(&mut self.joined[partner.unit as usize]);
            self.candidates.push(Candidate { other: partner.unit, alike: partner.word, joined });
        }
        for other in self.touched.drain(..) {
            let joined = std::mem::take(&mut self.joined[other as usize]);
            self.candidates.push(Candidate { other, alike: 0.0, joined });
        }
        self.candidates.sort_unstable_by_key(|candidate| candidate.other);
        &self.candidates
    }

    /// Every witness joins the unit to its own partners, as well as the weaker of both words says.
    fn ask_witnesses(&mut self, context: &Context<'_>, unit: u32) {
        let article = context.unit(unit).article;
        for witness in context.partners.witnesses(unit) {
            for third in context.partners.alike_after(witness.unit, unit) {
                let joined = &mut self.joined[third.unit as usize];
                let word = lesser(witness.word, third.word);
                if word <= *joined {
                    continue;
                }
                if *joined == 0.0 {
                    let is_pair = word > JOINED && context.unit(third.unit).article != article;
                    if !is_pair {
                        continue;
                    }
                    self.touched.push(third.unit);
                }
                *joined = word;
            }
        }
    }
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

#[cfg(test)]
mod tests {
    use super::partners::TRIFLE;
    use super::*;

    #[test]
    fn trifles_are_never_bound() {
        let row = TRIFLE / (TRIFLE + 0.1);
        let seen = Seen {
            alike: TRIFLE,
            witnessed: TRIFLE,
            rows: [row, row],
            rivalry: 0.0,
            diagonal: 0.0,
            order: Some(1.0),
        };
        assert!(seen.sum(1.0, 1.0) < LEAST_SUM);
        assert!(logistic(LEAST_SUM) < LEAST);
    }
}

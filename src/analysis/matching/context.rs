//! Second pass: how alike two sentences are, seen among their neighbours and rivals.
//!
//! Articles on one story tell it in about the same order, and a sentence has one best partner in each;
//! what a third article agrees with is more likely the same. The weights were fitted by the prototype
//! of the engine notes (part 1, section 2 G).
//!
//! A story has many pairs, so everything a pair asks for lies ready: the partners of every unit in the
//! orders in which they are wanted ([`partners`]), and a unit's pairs are judged together, so that what
//! its neighbours and third articles say is laid out once for all of them. Most pairs meet by chance:
//! what takes long to find is looked for last, and only where it can still make a bond of the pair.

mod order;
mod partners;

use order::{Neighbours, Orders, Steps};
use partners::{Partner, Partners, STRONG, Seat, seats};

use super::similarity::{Pair, greater, lesser, logistic};
use crate::analysis::story::{Story, Stream, Unit};
use crate::analysis::{Cancelled, Progress, parallel};

/// A pair's word after the second pass.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::analysis) struct Bond {
    /// Index of the unit of the earlier article.
    pub(in crate::analysis) a: u32,
    /// Index of the unit of the later article.
    pub(in crate::analysis) b: u32,
    /// How likely it is that both state the same, 0 to 1.
    pub(in crate::analysis) strength: f64,
}

/// A third article that joins two units at least this strongly makes a pair of them.
const JOINED: f64 = 0.6;

/// What a third article's word is worth.
const WITNESSED: f64 = 2.75;

/// Weaker bonds are taken for none.
const LEAST: f64 = 0.1;
/// What the logistic function makes less than [`LEAST`] of.
const LEAST_SUM: f64 = -2.2;

/// Judges all pairs again, and pairs without a common term that a third article joins.
///
/// `pairs` ascend, and so do the bonds.
pub(in crate::analysis) fn judge(
    story: &Story<'_>,
    pairs: &[Pair],
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Bond>, Cancelled> {
    let context = Context::new(story, pairs, progress)?;
    let units: Vec<u32> = (0..).take(story.units.len()).collect();
    let desk = || Desk::new(&context);
    let bonds = parallel::map(&units, progress, desk, |desk, unit| context.bonds_of(*unit, desk))?;
    // What was looked up takes a while to be put away where there is much of it.
    progress.still()?;
    drop(context);
    progress.still()?;
    Ok(bonds.concat())
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
    fn bonds_of(&self, unit: u32, desk: &mut Desk<'_>) -> Vec<Bond> {
        desk.open(self, unit);
        let candidates = desk.joiner.candidates.iter();
        let bonds = candidates.filter_map(|candidate| self.bond(unit, *candidate, desk)).collect();
        desk.close(self, unit);
        bonds
    }

    /// The bond of the unit at hand with another, if they have one.
    fn bond(&self, unit: u32, candidate: Candidate, desk: &Desk<'_>) -> Option<Bond> {
        let other = candidate.other;
        let rivals = [self.rivals(unit, other), self.rivals(other, unit)];
        let mut seen = Seen::of(self, unit, candidate, rivals, desk);
        let needed = seen.needed();
        if needed > greater(desk.joiner.best, seen.alike) {
            return None;
        }
        let joined = desk.joiner.joined(&self.partners, other, needed);
        seen.witnessed = greater(joined, seen.alike) - seen.alike;
        if seen.sum() < LEAST_SUM {
            return None;
        }
        seen.rivalry = self.rivalry(unit, candidate, rivals);
        let strength = logistic(seen.sum());
        (strength >= LEAST).then_some(Bond { a: unit, b: other, strength })
    }

    /// Whether two units have neighbours that tell of them.
    fn are_in_one_order(&self, a: u32, b: u32) -> bool {
        let stream = self.unit(a).stream;
        stream == self.unit(b).stream && stream != Stream::Title
    }

    /// The later units that a witness joins to a unit more than [`STRONG`], as its partners.
    fn joined_by(&self, unit: u32, witness: &Partner) -> &[Partner] {
        if witness.word <= STRONG {
            return &[];
        }
        let strong = self.partners.strong(witness.unit);
        strong.get(strong.partition_point(|third| third.unit <= unit)..).unwrap_or_default()
    }

    /// The best partners of `unit` in the article and stream of `other`.
    fn rivals(&self, unit: u32, other: u32) -> &[Partner] {
        self.partners.rivals(unit, self.seats[other as usize])
    }

    /// By how much a rival of either beats the pair; a rival that repeats its own article's side is none.
    fn rivalry(&self, unit: u32, candidate: Candidate, rivals: [&[Partner]; 2]) -> f64 {
        let Candidate { other, alike } = candidate;
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

/// What tells whether two units state the same.
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
    /// How far their articles tell the story in one order; 0 where neighbours tell nothing.
    order: f64,
    /// The best words of the neighbours before and after.
    neighbours: [f64; 2],
}

impl Seen {
    /// All but what third articles and rivals say, as if they said nothing.
    fn of(
        context: &Context<'_>,
        unit: u32,
        candidate: Candidate,
        rivals: [&[Partner]; 2],
        desk: &Desk<'_>,
    ) -> Self {
        let Candidate { other, alike } = candidate;
        let best_word = |rivals: &[Partner]| rivals.first().map_or(0.0, |best| best.word);
        let rows = rivals.map(|rivals| alike / (greater(best_word(rivals), alike) + 0.1));
        let seen = Self {
            alike,
            witnessed: 0.0,
            rows,
            rivalry: 0.0,
            diagonal: 0.25,
            order: 0.0,
            neighbours: [0.0; 2],
        };
        if !context.are_in_one_order(unit, other) {
            return seen;
        }
        let (first, second) = (context.unit(unit), context.unit(other));
        let is_text = first.stream == Stream::Text;
        let seats = [unit, other].map(|unit| context.seats[unit as usize]);
        Self {
            diagonal: if is_text { (first.position - second.position).abs() } else { 0.25 },
            order: context.orders.between(seats[0], seats[1]),
            neighbours: [desk.before.best_with(other), desk.after.best_with(other)],
            ..seen
        }
    }

    /// What a third article has to say, at least, to make a bond of the pair.
    fn needed(&self) -> f64 {
        self.alike + (LEAST_SUM - self.sum()) / WITNESSED
    }

    /// What the logistic function is asked about.
    fn sum(&self) -> f64 {
        let same = if self.alike > 0.9 { 0.53 } else { 0.0 };
        let [previous, next] = self.neighbours;
        -4.25
            + 0.68 * self.alike
            + 0.34 * previous
            + 0.88 * next
            + 0.12 * lesser(previous, next)
            + WITNESSED * self.witnessed
            + 2.56 * lesser(self.rows[0], self.rows[1])
            + 3.55 * greater(self.rows[0], self.rows[1])
            - 1.62 * self.rivalry
            - 1.49 * self.diagonal
            + same
            + 0.28 * self.order * (previous + next) / 2.0
    }
}

/// What a unit is judged with, laid out for the one at hand.
struct Desk<'c> {
    joiner: Joiner,
    before: Neighbours<'c>,
    after: Neighbours<'c>,
}

impl<'c> Desk<'c> {
    fn new(context: &'c Context<'_>) -> Self {
        let neighbours = |steps| Neighbours::new(steps, &context.partners);
        Self {
            joiner: Joiner::new(context.units.len()),
            before: neighbours(&context.before),
            after: neighbours(&context.after),
        }
    }

    /// Makes `unit` the one at hand.
    fn open(&mut self, context: &Context<'_>, unit: u32) {
        self.joiner.open(context, unit);
        self.before.open(unit);
        self.after.open(unit);
    }

    /// Undoes [`Self::open`].
    fn close(&mut self, context: &Context<'_>, unit: u32) {
        self.joiner.close(context, unit);
        self.before.close(unit);
        self.after.close(unit);
    }
}

/// Finds what a unit is judged with, and how well third articles join it to them.
struct Joiner {
    /// The word of every unit that is a witness of the one at hand; 0 for all others.
    words: Vec<f64>,
    /// The best of these words.
    best: f64,
    /// How well the best witness joins every later unit to the one at hand; 0 where not above [`STRONG`].
    strong: Vec<f64>,
    /// The units that are joined so.
    joined: Vec<u32>,
    /// The later partners of the unit and those whom only a third article joins to it, ascending.
    candidates: Vec<Candidate>,
    /// Whether a unit is among them.
    is_met: Vec<bool>,
}

impl Joiner {
    fn new(units: usize) -> Self {
        Self {
            words: vec![0.0; units],
            best: 0.0,
            strong: vec![0.0; units],
            joined: Vec::new(),
            candidates: Vec::new(),
            is_met: vec![false; units],
        }
    }

    /// Makes `unit` the one at hand.
    fn open(&mut self, context: &Context<'_>, unit: u32) {
        for partner in context.partners.after(unit) {
            self.meet(partner.unit, partner.word);
        }
        self.best = 0.0;
        let article = context.unit(unit).article;
        for witness in context.partners.witnesses(unit) {
            self.words[witness.unit as usize] = witness.word;
            self.best = greater(self.best, witness.word);
            for third in context.joined_by(unit, witness) {
                let joined = lesser(witness.word, third.word);
                let strong = &mut self.strong[third.unit as usize];
                if *strong == 0.0 {
                    self.joined.push(third.unit);
                }
                *strong = greater(*strong, joined);
                let is_pair = joined > JOINED && context.unit(third.unit).article != article;
                if is_pair && !self.is_met[third.unit as usize] {
                    self.meet(third.unit, 0.0);
                }
            }
        }
        self.candidates.sort_unstable_by_key(|candidate| candidate.other);
    }

    fn meet(&mut self, other: u32, alike: f64) {
        self.candidates.push(Candidate { other, alike });
        self.is_met[other as usize] = true;
    }

    /// Undoes [`Self::open`].
    fn close(&mut self, context: &Context<'_>, unit: u32) {
        for witness in context.partners.witnesses(unit) {
            self.words[witness.unit as usize] = 0.0;
        }
        for joined in self.joined.drain(..) {
            self.strong[joined as usize] = 0.0;
        }
        for candidate in self.candidates.drain(..) {
            self.is_met[candidate.other as usize] = false;
        }
    }

    /// How well the best witness joins `other` to the unit at hand, as well as the weaker of both its
    /// words says; less where that is less than `needed`.
    fn joined(&self, partners: &Partners, other: u32, needed: f64) -> f64 {
        let mut joined = self.strong[other as usize];
        if joined > 0.0 || needed > STRONG {
            return joined;
        }
        for partner in partners.of(other) {
            joined = greater(joined, lesser(self.words[partner.unit as usize], partner.word));
        }
        joined
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
    use super::*;

    #[test]
    fn what_is_needed_of_a_witness_is_what_makes_a_bond() {
        let mut seen = Seen {
            alike: 0.02,
            witnessed: 0.0,
            rows: [0.05, 0.2],
            rivalry: 0.4,
            diagonal: 0.1,
            order: 0.5,
            neighbours: [0.2, 0.6],
        };
        seen.witnessed = seen.needed() - seen.alike;
        assert!((seen.sum() - LEAST_SUM).abs() < 1e-9);
        assert!(logistic(LEAST_SUM) < LEAST);
    }
}

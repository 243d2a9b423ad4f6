//! From bonds of sentences to bonds of clauses: where two sentences say the same.
//!
//! A sentence that states two things is bound to one sentence by its first clause and to another by its
//! second. Of the bond of two sentences the two clauses that have most in common get the whole; every
//! other two get their share of that.

use std::ops::Range;

use super::context::Bond;
use super::frames::{share_a_person_only, tell_of_different_things};
use super::hours::share_an_hour_of_other_times;
use super::similarity::Matcher;
use super::states::share_a_state_only;
use super::years::{share_a_fate_of_other_years, share_a_recent_year_only};
use crate::analysis::story::Story;
use crate::analysis::story::pieces::{Piece, Pieces};
use crate::analysis::words::kinship::Kinship;
use crate::analysis::{Cancelled, Progress, parallel};

/// A unit's part in a claim: the clauses that state it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::analysis) struct Member {
    /// The unit.
    pub(in crate::analysis) unit: u32,
    /// Runs of its tokens, apart and in order.
    pub(in crate::analysis) runs: Vec<Range<usize>>,
}

/// Weaker bonds of clauses are taken for none.
const LEAST: f64 = 0.05;
/// What is left of a bond between sentences that give figures of different things or hours of other days.
const DIFFERENT_THINGS: f64 = 0.4;
/// Sentences that are bound by this, and of which two clauses say nearly the same,
const LEAST_FIRM: f64 = 0.3;
/// are bound by this, whatever else they tell.
const FIRM: f64 = 0.6;
/// Two clauses that have this of their words in common,
const MOSTLY_SAME: f64 = 0.6;
/// and this much weight, say nearly the same.
const MUCH: f64 = 6.0;
/// What is left of a bond that rests on two clauses which share only a person or a state.
const ONE_THING: f64 = 0.5;
/// Two clauses that have less than this of their words in common get half their share.
const COVERED: f64 = 0.3;
/// Two clauses that have this of their words in common say the same, however short they are beside others.
const NEARLY_SAME: f64 = 0.9;
/// Two clauses that tell of one slot, as `four killed` and `five dead`, get the whole bond from this on:
/// what differs has no words in common.
const COVERED_SLOT: f64 = 0.1;

/// The bonds of clauses, ascending, and of every bond of sentences the two clauses it rests on.
#[derive(Default)]
pub(in crate::analysis) struct Narrowed {
    /// Bonds between clauses by their numbers.
    pub(in crate::analysis) bonds: Vec<Bond>,
    /// The bonds between sentences that are strong enough to matter, with their best clauses.
    pub(super) rests: Vec<Rest>,
}

/// A bond of two sentences and the clauses it rests on.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::analysis) struct Rest {
    /// The bond.
    pub(in crate::analysis) bond: Bond,
    /// The clause of either side.
    pub(in crate::analysis) clauses: [u32; 2],
}

/// Narrows bonds of sentences, which ascend, to their clauses.
pub(in crate::analysis) fn narrow(
    story: &Story<'_>,
    kinship: &Kinship,
    pieces: &Pieces,
    bonds: &[Bond],
    progress: &mut Progress<'_, '_>,
) -> Result<Narrowed, Cancelled> {
    let runs: Vec<&[Bond]> = bonds.chunk_by(|x, y| x.a == y.a).collect();
    let matcher = || Matcher::new(story.terms.len(), kinship);
    let of_runs = parallel::map(&runs, progress, matcher, |matcher, run| {
        let bonds: Vec<Bond> = run.iter().map(|bond| tempered(story, kinship, *bond)).collect();
        let is_weak = |clauses| {
            share_a_person_only(story, kinship, pieces, clauses)
                || share_a_state_only(story, kinship, pieces, clauses)
        };
        Narrowed::of_sentence(pieces, matcher, &bonds, &is_weak)
    })?;
    let mut narrowed = Narrowed::default();
    for of_run in of_runs {
        narrowed.bonds.extend(of_run.bonds);
        narrowed.rests.extend(of_run.rests);
    }
    Ok(narrowed)
}

/// A bond that is weaker where the sentences give figures of different things or hours of other days.
fn tempered(story: &Story<'_>, kinship: &Kinship, bond: Bond) -> Bond {
    let [a, b] = [bond.a, bond.b].map(|unit| &story.units[unit as usize]);
    let is_weak = tell_of_different_things(&story.terms, kinship, a, b)
        || share_an_hour_of_other_times(a, b)
        || share_a_fate_of_other_years(story, a, b)
        || share_a_recent_year_only(story, kinship, a, b);
    Bond { strength: bond.strength * if is_weak { DIFFERENT_THINGS } else { 1.0 }, ..bond }
}

impl Narrowed {
    /// Narrows the bonds of one sentence.
    fn of_sentence(
        pieces: &Pieces,
        matcher: &mut Matcher<'_>,
        bonds: &[Bond],
        is_weak: &impl Fn([u32; 2]) -> bool,
    ) -> Self {
        let mut narrowed = Self::default();
        let Some(first) = bonds.first() else { return narrowed };
        let own = pieces.of_unit(first.a).len();
        let meetings = |bond: &Bond| Vec::with_capacity(own * pieces.of_unit(bond.b).len());
        let mut meetings: Vec<Vec<Meeting>> = bonds.iter().map(meetings).collect();
        for a in pieces.of_unit(first.a) {
            let open = pieces.get(a);
            matcher.open(&open.terms);
            for (bond, meetings) in bonds.iter().zip(&mut meetings) {
                for b in pieces.of_unit(bond.b) {
                    meetings.push(Meeting::of(matcher, [a, b], open, pieces.get(b)));
                }
            }
            matcher.close(&open.terms);
        }
        for (bond, meetings) in bonds.iter().zip(&meetings) {
            narrowed.share(*bond, meetings, is_weak);
        }
        narrowed.bonds.sort_by_key(|bond| (bond.a, bond.b));
        narrowed
    }

    /// Shares the bond of two sentences out to their clauses.
    fn share(&mut self, bond: Bond, meetings: &[Meeting], is_weak: &impl Fn([u32; 2]) -> bool) {
        // The first of the best: `max_by` would take the last.
        let best = meetings.iter().rev().max_by(|x, y| x.common.total_cmp(&y.common));
        let Some(best) = best else { return };
        let strength = match () {
            () if is_weak(best.clauses) => bond.strength * ONE_THING,
            () if bond.strength >= LEAST_FIRM && best.is_nearly_same() => bond.strength.max(FIRM),
            () => bond.strength,
        };
        let bond = Bond { strength, ..bond };
        self.rests.push(Rest { bond, clauses: best.clauses });
        for meeting in meetings {
            let strength = bond.strength * meeting.share(best.common);
            if strength >= LEAST {
                let [a, b] = meeting.clauses;
                self.bonds.push(Bond { a, b, strength });
            }
        }
    }
}

/// Two clauses and what they have in common.
#[derive(Clone, Copy)]
struct Meeting {
    clauses: [u32; 2],
    /// The weight in common.
    common: f64,
    /// Twice that over the weight of both.
    overlap: f64,
    /// Whether both tell of one slot.
    is_of_one_slot: bool,
}

impl Meeting {
    fn of(matcher: &mut Matcher<'_>, clauses: [u32; 2], open: &Piece, other: &Piece) -> Self {
        let (x, y) = matcher.matched(&open.terms, &other.terms);
        let both = x.min(open.weight) + y.min(other.weight);
        let overlap = both / (open.weight + other.weight).max(1e-9);
        let is_of_one_slot = open.slots.iter().any(|slot| other.slots.contains(slot));
        Self { clauses, common: f64::midpoint(x, y), overlap, is_of_one_slot }
    }

    fn is_nearly_same(&self) -> bool {
        self.overlap >= MOSTLY_SAME && self.common >= MUCH
    }

    /// The share of a bond that rests on these two, where the best have `best` in common.
    fn share(&self, best: f64) -> f64 {
        let share = self.common / best.max(1e-9);
        match share {
            _ if best <= 0.0 || share >= 1.0 || self.overlap >= NEARLY_SAME => 1.0,
            _ if self.is_of_one_slot && self.overlap >= COVERED_SLOT => 1.0,
            _ if self.overlap < COVERED => share / 2.0,
            _ => share,
        }
    }
}

/// Neighbouring clauses as one run each.
pub(in crate::analysis) fn runs(clauses: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for clause in clauses {
        match runs.last_mut() {
            Some(last) if last.end >= clause.start => last.end = clause.end.max(last.end),
            _ => runs.push(clause),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting(clauses: [u32; 2], common: f64, overlap: f64) -> Meeting {
        Meeting { clauses, common, overlap, is_of_one_slot: false }
    }

    #[test]
    fn the_best_clauses_get_the_whole_bond_and_others_their_share() {
        let mut narrowed = Narrowed::default();
        let bond = Bond { a: 0, b: 1, strength: 0.8 };
        let meetings =
            [meeting([0, 2], 10.0, 0.9), meeting([0, 3], 4.0, 0.1), meeting([1, 3], 5.0, 0.4)];
        narrowed.share(bond, &meetings, &|_| false);
        let strengths: Vec<f64> = narrowed.bonds.iter().map(|bond| bond.strength).collect();
        assert_eq!(strengths, [0.8, 0.8 * 0.2, 0.4]);
        assert_eq!(narrowed.rests, [Rest { bond, clauses: [0, 2] }]);
    }

    #[test]
    fn two_clauses_that_say_nearly_the_same_make_a_weak_bond_firm() {
        let cases = [
            (0.4, 10.0, 0.7),
            (0.4, 10.0, 0.5),
            (0.4, 5.0, 0.7),
            (0.2, 10.0, 0.7),
            (0.8, 10.0, 0.7),
        ];
        let strengths = cases.map(|(strength, common, overlap)| {
            let mut narrowed = Narrowed::default();
            let bond = Bond { a: 0, b: 1, strength };
            narrowed.share(bond, &[meeting([0, 1], common, overlap)], &|_| false);
            narrowed.rests[0].bond.strength
        });
        assert_eq!(strengths.to_vec(), [FIRM, 0.4, 0.4, 0.2, 0.8]);
    }

    #[test]
    fn a_short_clause_that_is_the_same_in_both_gets_the_whole_bond_too() {
        let mut narrowed = Narrowed::default();
        let bond = Bond { a: 0, b: 1, strength: 0.8 };
        narrowed.share(bond, &[meeting([0, 2], 10.0, 1.0), meeting([1, 3], 3.0, 1.0)], &|_| false);
        let strengths: Vec<f64> = narrowed.bonds.iter().map(|bond| bond.strength).collect();
        assert_eq!(strengths, [0.8, 0.8]);
    }

    #[test]
    fn neighbouring_clauses_are_one_run() {
        assert_eq!(runs([0..3, 3..5, 7..9].into_iter()), [0..5, 7..9]);
    }
}

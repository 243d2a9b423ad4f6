//! Clauses that contradict one another though no claim states both.

use std::cmp::Ordering;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Known;
use crate::analysis::judging::differences::{
    Difference, Meeting, Side, differences, differences_of_bearers,
};
use crate::analysis::judging::facts::Facts;
use crate::analysis::matching::narrowing::Member;
use crate::analysis::story::clauses::states_something;
use crate::analysis::story::pieces::Pieces;
use crate::analysis::story::{Story, Stream, TermClass};
use crate::analysis::words::terms::Sort;
use crate::analysis::{Cancelled, Progress, parallel};
use crate::model::ReasonKind;

/// Least bond of a clause to what it contradicts.
const LEAST_BOND: f64 = 0.22;
/// Least share of their words that both have.
const LEAST_FRACTION: f64 = 0.30;
/// The same where days or times differ: many things happen to the same people.
const LEAST_DATED: f64 = 0.40;
/// The same where one denies: many things are done and not done by the same people.
const LEAST_DENIED: f64 = 0.50;
/// Least confidence of the difference.
const LEAST_CONFIDENCE: f64 = 0.60;
/// Clauses whose sides a thread keeps at hand.
const AT_HAND: usize = 4096;

/// The clauses that contradict another, those of one clause together, by `homes` the claims that state each.
pub(super) fn contradicting(
    known: &Known<'_>,
    homes: &[Vec<usize>],
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Rival>, Cancelled> {
    let Known { story, pieces, facts, .. } = *known;
    let rivals = rivals(known, homes);
    let is_found = parallel::map(&rivals, progress, Sides::default, |sides, rival| {
        contradict(story, pieces, facts, sides, rival)
    })?;
    let found = rivals.into_iter().zip(is_found).filter(|(_, is_found)| *is_found);
    Ok(found.map(|(rival, _)| rival).collect())
}

/// A clause that no draft states, and one that it may contradict.
#[derive(Clone, Copy)]
pub(super) struct Rival {
    /// The number of the clause.
    pub(super) free: u32,
    /// The number of the other.
    pub(super) other: u32,
    /// How strongly the two are bound.
    pub(super) bond: f64,
}

/// What every free clause is to be compared with: the one that it is bound to most strongly.
fn rivals(known: &Known<'_>, homes: &[Vec<usize>]) -> Vec<Rival> {
    let Known { story, pieces, bonds, .. } = *known;
    let is_free = |clause: u32| {
        let piece = pieces.get(clause);
        let unit = &story.units[piece.unit as usize];
        homes[clause as usize].is_empty()
            && unit.stream != Stream::Title
            && states_something(story.reader(unit), &piece.tokens)
    };
    let strong = bonds.iter().filter(|bond| bond.strength >= LEAST_BOND);
    let both =
        strong.flat_map(|bond| [(bond.a, bond.b), (bond.b, bond.a)].map(|pair| (pair, bond)));
    let mut all: Vec<Rival> = both
        .filter(|((free, other), _)| {
            is_free(*free) || are_parted_by_figures(story, pieces, homes, [*free, *other])
        })
        .map(|((free, other), bond)| Rival { free, other, bond: bond.strength })
        .collect();
    all.sort_by(|x, y| {
        let by_bond: Ordering = y.bond.total_cmp(&x.bond);
        x.free.cmp(&y.free).then(by_bond).then(x.other.cmp(&y.other))
    });
    all.dedup_by_key(|rival| rival.free);
    all
}

/// Whether two clauses of different claims tell figures of one kind, and none that is the same.
fn are_parted_by_figures(
    story: &Story<'_>,
    pieces: &Pieces,
    homes: &[Vec<usize>],
    clauses: [u32; 2],
) -> bool {
    let figures = |clause: u32| {
        let terms = pieces.get(clause).terms.iter();
        terms.filter_map(|term| match &story.terms.get(term.id).sort {
            Sort::Value(key) if term.class == TermClass::Number => Some((term.id, key.kind)),
            _ => None,
        })
    };
    let [a, b] = clauses.map(|clause| &homes[clause as usize]);
    !a.is_empty()
        && !b.is_empty()
        && !a.iter().any(|home| b.contains(home))
        && figures(clauses[0]).any(|(_, x)| figures(clauses[1]).any(|(_, y)| x == y))
        && !figures(clauses[0]).any(|(x, _)| figures(clauses[1]).any(|(y, _)| x == y))
}

/// Clauses as the comparison sees them: one is compared with many others.
#[derive(Default)]
struct Sides<'s>(FxHashMap<u32, Rc<Side<'s>>>);

impl<'s> Sides<'s> {
    fn of(&mut self, story: &'s Story<'s>, pieces: &Pieces, clause: u32) -> Rc<Side<'s>> {
        if self.0.len() >= AT_HAND {
            self.0.clear();
        }
        let side = self.0.entry(clause).or_insert_with(|| {
            let piece = pieces.get(clause);
            let member = Member { unit: piece.unit, runs: vec![piece.tokens.clone()] };
            Rc::new(Side::new(story, &member))
        });
        Rc::clone(side)
    }
}

/// Whether the comparison of the two is sure of a difference.
fn contradict<'s>(
    story: &'s Story<'s>,
    pieces: &Pieces,
    facts: &[Facts<'s>],
    sides: &mut Sides<'s>,
    rival: &Rival,
) -> bool {
    let (first, second) = (rival.free.min(rival.other), rival.free.max(rival.other));
    let sides = [first, second].map(|clause| sides.of(story, pieces, clause));
    let both = [&*sides[0], &*sides[1]];
    let facts = both.map(|side| &facts[side.unit.article]);
    let meeting = Meeting::new(story, facts, &both, both[0], both[1]);
    let is_sure = |found: &Difference| {
        let is_of_one = match found.kind {
            // One person under two names, or one figure of two bearers, is meant whatever else is said.
            ReasonKind::Name | ReasonKind::Scope => true,
            ReasonKind::Date => meeting.akin_fraction() >= LEAST_DATED,
            ReasonKind::Negation => meeting.fraction >= LEAST_DENIED,
            _ => meeting.akin_fraction() >= LEAST_FRACTION,
        };
        found.confidence >= LEAST_CONFIDENCE && is_of_one
    };
    let is_alike = meeting.fraction >= LEAST_FRACTION || meeting.akin_fraction() >= LEAST_FRACTION;
    let found = if is_alike { differences(&meeting) } else { differences_of_bearers(&meeting) };
    found.iter().any(is_sure)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::analysis::Watch;
    use crate::analysis::judging::facts::facts_of_few;
    use crate::analysis::testing::article;

    /// Whether the last clause of `b` contradicts the first of `a`.
    fn contradicts(a: &str, b: &str) -> bool {
        let articles = [article(1, a), article(2, b)];
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        let mut progress = Progress::new(watch);
        let refs: Vec<_> = articles.iter().collect();
        let story = Story::read(&refs, &mut progress).expect("nobody cancels");
        let pieces = Pieces::of(&story, &mut progress).expect("nobody cancels");
        let last = pieces.iter().len() as u32 - 1;
        let rival = Rival { free: last, other: 0, bond: 0.3 };
        contradict(&story, &pieces, &facts_of_few(&story), &mut Sides::default(), &rival)
    }

    #[test]
    fn only_what_surely_differs_contradicts() {
        let claim = "The mill made its first loss since 2012.";
        assert!(contradicts(claim, "It was the first loss of the mill since 2009."));
        assert!(!contradicts(claim, "It was the first loss of the mill since 2012."));
        assert!(!contradicts(claim, "The ferry had not sailed since 2009."));
    }

    #[test]
    fn one_sum_for_other_people_contradicts_in_any_words() {
        let claim = "The ferry line pays £2,000 to each stranded household.";
        assert!(contradicts(claim, "Money was promised: £2,000 for every adult left behind."));
        assert!(!contradicts(claim, "The repair of the pier was put at £2,000."));
    }

    #[test]
    fn a_time_of_another_event_contradicts_nothing() {
        let claim = "The first crews reached the harbour at 3:25 a.m.";
        assert!(contradicts(claim, "Crews reached the burning harbour at 4:50 a.m."));
        assert!(!contradicts(claim, "Other harbour boards might test old lamps at 4 a.m."));
    }
}

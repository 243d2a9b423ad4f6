//! Which clauses of its sentences a claim is stated in.

use std::ops::Range;

use super::clauses::clauses;
use super::similarity::Matcher;
use super::story::{Story, UnitTerm};

/// A unit's part in a claim: the clauses that state it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Member {
    /// The unit.
    pub(super) unit: u32,
    /// Runs of its tokens, apart and in order.
    pub(super) runs: Vec<Range<usize>>,
}

/// A clause belongs where the others cover this share of its weight,
const COVERED: f64 = 0.45;
/// and its matched weight is at least this share of the best clause's.
const BESIDE_BEST: f64 = 0.35;
/// A clause that tells of the same with another number needs less: what differs covers nothing.
const COVERED_SLOT: f64 = 0.2;
/// How many members of other articles speak for a clause.
const SPEAKERS: usize = 3;

/// Narrows a group of units to the clauses that its members have in common.
pub(super) fn narrow(story: &Story<'_>, matcher: &mut Matcher<'_>, group: &[u32]) -> Vec<Member> {
    group
        .iter()
        .map(|unit| Member { unit: *unit, runs: narrow_unit(story, matcher, *unit, group) })
        .collect()
}

fn narrow_unit(
    story: &Story<'_>,
    matcher: &mut Matcher<'_>,
    unit: u32,
    group: &[u32],
) -> Vec<Range<usize>> {
    let reader = story.reader(&story.units[unit as usize]);
    let clauses = clauses(reader);
    if clauses.len() < 2 {
        return clauses;
    }
    let scores: Vec<Score> =
        clauses.iter().map(|clause| score(story, matcher, unit, clause, group)).collect();
    let best = scores.iter().map(|score| score.matched).fold(0.0, f64::max);
    let is_kept = |score: &Score| {
        score.matched >= best - 1e-9
            || (score.has_slot && score.covered >= COVERED_SLOT)
            || (score.covered >= COVERED && score.matched >= BESIDE_BEST * best)
    };
    runs(
        clauses
            .iter()
            .zip(&scores)
            .filter(|(_, score)| is_kept(score))
            .map(|(clause, _)| clause.clone()),
    )
}

struct Score {
    covered: f64,
    matched: f64,
    /// Whether it tells of something that another member tells of, with whatever number.
    has_slot: bool,
}

fn score(
    story: &Story<'_>,
    matcher: &mut Matcher<'_>,
    unit: u32,
    clause: &Range<usize>,
    group: &[u32],
) -> Score {
    let own = &story.units[unit as usize];
    let terms: Vec<UnitTerm> = own.terms_in(clause);
    let total: f64 = terms.iter().map(|term| term.weight).sum();
    let others = group
        .iter()
        .map(|other| &story.units[*other as usize])
        .filter(|other| other.article != own.article);
    let has_slot = terms.iter().any(|term| {
        story.terms.get(term.id).is_slot()
            && others.clone().any(|other| other.term(term.id).is_some())
    });
    matcher.open(&terms);
    let mut weights: Vec<f64> =
        others.take(64).map(|other| matcher.matched(&terms, &other.terms).0).collect();
    matcher.close(&terms);
    weights.sort_by(|a, b| b.total_cmp(a));
    weights.truncate(SPEAKERS);
    let mean = weights.iter().sum::<f64>() / weights.len().max(1) as f64;
    Score { covered: if total > 0.0 { mean / total } else { 0.0 }, matched: mean, has_slot }
}

/// Neighbouring clauses as one run each.
pub(super) fn runs(clauses: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for clause in clauses {
        match runs.last_mut() {
            Some(last) if last.end >= clause.start => last.end = clause.end.max(last.end),
            _ => runs.push(clause),
        }
    }
    runs
}

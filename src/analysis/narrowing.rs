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
    matcher.open(&terms);
    let mut matched: Vec<f64> =
        others.take(64).map(|other| matcher.matched(&terms, &other.terms).0).collect();
    matcher.close(&terms);
    matched.sort_by(|a, b| b.total_cmp(a));
    matched.truncate(SPEAKERS);
    let mean = matched.iter().sum::<f64>() / matched.len().max(1) as f64;
    Score { covered: if total > 0.0 { mean / total } else { 0.0 }, matched: mean }
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

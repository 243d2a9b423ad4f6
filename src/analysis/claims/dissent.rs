//! A clause that no claim states, though it contradicts one: the dissent joins the claim.
//!
//! What differs has few words in common, so that grouping leaves the one article that says otherwise
//! outside: `it is the first loss since 2009` beside `no loss since 2012`. A clause that is bound to a
//! claim of other articles, too weakly to belong to it for that, joins it where the comparison of the two is
//! sure of a difference; two clauses that no claim states make one.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::retold::{Draft, put_in};
use crate::analysis::claims::Known;
use crate::analysis::judging::differences::{Difference, Meeting, Side, differences};
use crate::analysis::judging::facts::Facts;
use crate::analysis::matching::context::Bond;
use crate::analysis::matching::narrowing::Member;
use crate::analysis::story::clauses::states_something;
use crate::analysis::story::pieces::Pieces;
use crate::analysis::story::{Story, Stream};
use crate::analysis::{Cancelled, Progress, parallel};
use crate::model::ReasonKind;

/// Least bond of a clause to what it contradicts.
const LEAST_BOND: f64 = 0.20;
/// Least share of their words that both have.
const LEAST_FRACTION: f64 = 0.30;
/// The same where one denies: many things are done and not done by the same people.
const LEAST_DENIED: f64 = 0.50;
/// Least confidence of the difference.
const LEAST_CONFIDENCE: f64 = 0.70;
/// Clauses that one is compared with, the most strongly bound first.
const COMPARED: usize = 3;

/// The drafts with the clauses that contradict them.
pub(in crate::analysis) fn join(
    known: &Known<'_>,
    mut drafts: Vec<Draft>,
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Draft>, Cancelled> {
    let Known { story, pieces, bonds, facts, .. } = *known;
    let mut homes = homes(pieces, &drafts);
    let rivals = rivals(story, pieces, bonds, &homes);
    let contradict = |rival: &Rival| contradict(story, pieces, facts, rival);
    let found = parallel::map_long(&rivals, progress, contradict)?;
    let member = |clause: u32| {
        let piece = pieces.get(clause);
        Member { unit: piece.unit, runs: vec![piece.tokens.clone()] }
    };
    let article = |clause: u32| story.units[pieces.get(clause).unit as usize].article;
    for (rival, _) in rivals.iter().zip(found).filter(|(_, is_found)| *is_found) {
        let (free, other) = (rival.free as usize, rival.other as usize);
        if homes[free].is_some() {
            continue;
        }
        let home = homes[other].unwrap_or_else(|| {
            drafts.push(Draft::new(vec![member(rival.other)]));
            drafts.len() - 1
        });
        let draft = &mut drafts[home];
        let told: BTreeSet<usize> =
            draft.members.iter().map(|member| story.units[member.unit as usize].article).collect();
        if told.contains(&article(rival.free)) {
            continue;
        }
        let clause = pieces.get(rival.free);
        put_in(&mut draft.members, (clause.unit, clause.tokens.clone()));
        draft.members.sort_by_key(|member| member.unit);
        draft.suggested = None;
        homes[free] = Some(home);
        homes[other] = Some(home);
    }
    Ok(drafts)
}

/// The draft that states each clause, by the clauses' numbers.
fn homes(pieces: &Pieces, drafts: &[Draft]) -> Vec<Option<usize>> {
    let mut homes = vec![None; pieces.iter().len()];
    for (at, draft) in drafts.iter().enumerate() {
        for member in &draft.members {
            for clause in pieces.of_unit(member.unit) {
                let tokens = &pieces.get(clause).tokens;
                let is_stated =
                    member.runs.iter().any(|run| run.start < tokens.end && tokens.start < run.end);
                if is_stated && homes[clause as usize].is_none() {
                    homes[clause as usize] = Some(at);
                }
            }
        }
    }
    homes
}

/// A clause that no draft states, and one that it may contradict.
struct Rival {
    free: u32,
    other: u32,
    bond: f64,
}

/// What every free clause is to be compared with, the most strongly bound first.
fn rivals(
    story: &Story<'_>,
    pieces: &Pieces,
    bonds: &[Bond],
    homes: &[Option<usize>],
) -> Vec<Rival> {
    let is_free = |clause: u32| {
        let piece = pieces.get(clause);
        let unit = &story.units[piece.unit as usize];
        homes[clause as usize].is_none()
            && unit.stream != Stream::Title
            && states_something(story.reader(unit), &piece.tokens)
    };
    let strong = bonds.iter().filter(|bond| bond.strength >= LEAST_BOND);
    let both =
        strong.flat_map(|bond| [(bond.a, bond.b), (bond.b, bond.a)].map(|pair| (pair, bond)));
    let mut all: Vec<Rival> = both
        .filter(|((free, _), _)| is_free(*free))
        .map(|((free, other), bond)| Rival { free, other, bond: bond.strength })
        .collect();
    all.sort_by(|x, y| {
        let by_bond: Ordering = y.bond.total_cmp(&x.bond);
        x.free.cmp(&y.free).then(by_bond).then(x.other.cmp(&y.other))
    });
    let of_one = all.chunk_by(|x, y| x.free == y.free);
    let mut kept = Vec::new();
    for rivals in of_one {
        kept.extend(rivals.iter().take(COMPARED).map(|rival| Rival { ..*rival }));
    }
    kept
}

/// Whether the comparison of the two is sure of a difference.
fn contradict<'s>(
    story: &'s Story<'s>,
    pieces: &Pieces,
    facts: &[Facts<'s>],
    rival: &Rival,
) -> bool {
    let side = |clause: u32| {
        let piece = pieces.get(clause);
        Side::new(story, &Member { unit: piece.unit, runs: vec![piece.tokens.clone()] })
    };
    let (first, second) = (rival.free.min(rival.other), rival.free.max(rival.other));
    let sides = [side(first), side(second)];
    let facts = [0, 1].map(|at: usize| &facts[sides[at].unit.article]);
    let meeting = Meeting::new(story, facts, &sides, &sides[0], &sides[1]);
    let is_sure = |found: &Difference| {
        let is_of_one = match found.kind {
            // One person under two names is meant whatever else is said.
            ReasonKind::Name => true,
            ReasonKind::Negation => meeting.fraction >= LEAST_DENIED,
            _ => meeting.akin_fraction() >= LEAST_FRACTION,
        };
        found.confidence >= LEAST_CONFIDENCE && is_of_one
    };
    differences(&meeting).iter().any(is_sure)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::analysis::Watch;
    use crate::analysis::judging::facts::facts_of_few;
    use crate::analysis::testing::article;

    fn contradicts(a: &str, b: &str) -> bool {
        let articles = [article(1, a), article(2, b)];
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        let mut progress = Progress::new(watch);
        let refs: Vec<_> = articles.iter().collect();
        let story = Story::read(&refs, &mut progress).expect("nobody cancels");
        let pieces = Pieces::of(&story, &mut progress).expect("nobody cancels");
        let rival = Rival { free: 1, other: 0, bond: 0.3 };
        contradict(&story, &pieces, &facts_of_few(&story), &rival)
    }

    #[test]
    fn only_what_surely_differs_contradicts() {
        let claim = "The mill made its first loss since 2012.";
        assert!(contradicts(claim, "It was the first loss of the mill since 2009."));
        assert!(!contradicts(claim, "It was the first loss of the mill since 2012."));
        assert!(!contradicts(claim, "The ferry had not sailed since 2009."));
    }
}

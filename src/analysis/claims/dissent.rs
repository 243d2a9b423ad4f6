//! A clause that no claim states, though it contradicts one: the dissent joins the claim.
//!
//! What differs has few words in common, so that grouping leaves the one article that says otherwise
//! outside: `it is the first loss since 2009` beside `no loss since 2012`. A clause that is bound to a
//! claim of other articles, too weakly to belong to it for that, joins it where the comparison of the two is
//! sure of a difference; two clauses that no claim states make one. A clause that a smaller claim states joins a
//! greater one too, where the two give other figures.

use std::cmp::{Ordering, Reverse};

use super::retold::{Draft, put_in};
use crate::analysis::claims::Known;
use crate::analysis::judging::differences::{Difference, Meeting, Side, differences};
use crate::analysis::judging::facts::Facts;
use crate::analysis::judging::suggestion::suggest;
use crate::analysis::matching::context::Bond;
use crate::analysis::matching::narrowing::Member;
use crate::analysis::story::clauses::states_something;
use crate::analysis::story::pieces::Pieces;
use crate::analysis::story::{Story, Stream, TermClass};
use crate::analysis::words::terms::Sort;
use crate::analysis::{Cancelled, Progress, parallel};
use crate::model::{ReasonKind, Tag};

/// Least bond of a clause to what it contradicts.
const LEAST_BOND: f64 = 0.14;
/// Least share of their words that both have.
const LEAST_FRACTION: f64 = 0.30;
/// The same where days or times differ: many things happen to the same people.
const LEAST_DATED: f64 = 0.40;
/// The same where one denies: many things are done and not done by the same people.
const LEAST_DENIED: f64 = 0.50;
/// Least confidence of the difference.
const LEAST_CONFIDENCE: f64 = 0.70;
/// Clauses that one is compared with, the most strongly bound first.
const COMPARED: usize = 2;
/// Claims that are tried for one clause.
const TRIED: usize = 3;
/// A claim of more passages is what it is, whatever one more says.
const LARGEST: usize = 100;

/// The drafts with the clauses that contradict them.
pub(in crate::analysis) fn join(
    known: &Known<'_>,
    drafts: Vec<Draft>,
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Draft>, Cancelled> {
    let Known { story, pieces, bonds, facts, .. } = *known;
    let mut claims = Claims { known, homes: homes(pieces, &drafts), drafts };
    let rivals = rivals(story, pieces, bonds, &claims.homes);
    let contradict = |rival: &Rival| contradict(story, pieces, facts, rival);
    let found = parallel::map_long(&rivals, progress, contradict)?;
    for (rival, _) in rivals.iter().zip(found).filter(|(_, is_found)| *is_found) {
        progress.still()?;
        claims.join(rival);
    }
    Ok(claims.drafts)
}

/// The claims while dissent joins them.
struct Claims<'k> {
    known: &'k Known<'k>,
    drafts: Vec<Draft>,
    /// The drafts that state each clause.
    homes: Vec<Vec<usize>>,
}

impl Claims<'_> {
    /// Puts a clause into the first claim of its rival that it makes a dispute of; those in which its article has
    /// no word yet come first, then those that more articles tell.
    fn join(&mut self, rival: &Rival) {
        let (free, other) = (rival.free as usize, rival.other as usize);
        if self.homes[free].iter().any(|home| self.homes[other].contains(home)) {
            return;
        }
        let mut choices = self.homes[other].clone();
        if choices.is_empty() {
            choices.push(self.drafts.len());
            self.drafts.push(Draft::new(vec![self.member(rival.other)]));
        }
        choices.sort_by_cached_key(|home| {
            let told = self.articles(*home);
            (told.contains(&self.article(rival.free)), Reverse(told.len()), *home)
        });
        let joined = choices.iter().take(TRIED).find(|home| self.disputes(rival, **home)).copied();
        match joined {
            Some(home) => {
                self.homes[free].push(home);
                if self.homes[other].is_empty() {
                    self.homes[other].push(home);
                }
            }
            None if self.homes[other].is_empty() => drop(self.drafts.pop()),
            None => {}
        }
    }

    /// Adds a free clause to a draft if that is a dispute then; whether it was added.
    fn disputes(&mut self, rival: &Rival, home: usize) -> bool {
        let Known { story, pieces, facts, .. } = *self.known;
        if self.drafts[home].members.len() > LARGEST || !self.is_smaller(rival.free, home) {
            return false;
        }
        let clause = pieces.get(rival.free);
        let mut members = self.drafts[home].members.clone();
        put_in(&mut members, (clause.unit, clause.tokens.clone()));
        members.sort_by_key(|member| member.unit);
        let suggested = suggest(story, facts, &members);
        let is_disputed = suggested.suggestion.tag == Tag::Disputed;
        if is_disputed {
            self.drafts[home] = Draft { members, suggested: Some(suggested) };
        }
        is_disputed
    }

    /// Whether a clause is free, or stands in claims of fewer articles than an undisputed one.
    fn is_smaller(&self, clause: u32, home: usize) -> bool {
        let own = &self.homes[clause as usize];
        let count = self.articles(home).len();
        let is_disputed = |home: usize| {
            let suggested = self.drafts[home].suggested.as_ref();
            suggested.is_some_and(|suggested| suggested.suggestion.tag == Tag::Disputed)
        };
        own.is_empty()
            || (!is_disputed(home) && own.iter().all(|own| self.articles(*own).len() < count))
    }

    fn member(&self, clause: u32) -> Member {
        let piece = self.known.pieces.get(clause);
        Member { unit: piece.unit, runs: vec![piece.tokens.clone()] }
    }

    fn article(&self, clause: u32) -> usize {
        self.known.story.units[self.known.pieces.get(clause).unit as usize].article
    }

    /// The articles that tell a claim, ascending as its members do.
    fn articles(&self, home: usize) -> Vec<usize> {
        let article = |member: &Member| self.known.story.units[member.unit as usize].article;
        let mut articles: Vec<usize> = self.drafts[home].members.iter().map(article).collect();
        articles.dedup();
        articles
    }
}

/// The drafts that state each clause, by the clauses' numbers.
fn homes(pieces: &Pieces, drafts: &[Draft]) -> Vec<Vec<usize>> {
    let mut homes = vec![Vec::new(); pieces.iter().len()];
    for (at, draft) in drafts.iter().enumerate() {
        for member in &draft.members {
            for clause in pieces.of_unit(member.unit) {
                let tokens = &pieces.get(clause).tokens;
                let is_stated =
                    member.runs.iter().any(|run| run.start < tokens.end && tokens.start < run.end);
                if is_stated {
                    homes[clause as usize].push(at);
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
fn rivals(story: &Story<'_>, pieces: &Pieces, bonds: &[Bond], homes: &[Vec<usize>]) -> Vec<Rival> {
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
    let of_one = all.chunk_by(|x, y| x.free == y.free);
    let mut kept = Vec::new();
    for rivals in of_one {
        kept.extend(rivals.iter().take(COMPARED).map(|rival| Rival { ..*rival }));
    }
    kept
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
            // One person under two names, or one figure of two bearers, is meant whatever else is said.
            ReasonKind::Name | ReasonKind::Scope => true,
            ReasonKind::Date => meeting.akin_fraction() >= LEAST_DATED,
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
        contradict(&story, &pieces, &facts_of_few(&story), &rival)
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

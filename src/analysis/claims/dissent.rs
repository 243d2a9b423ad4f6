//! A clause that no claim states, though it contradicts one: the dissent joins the claim.
//!
//! What differs has few words in common, so that grouping leaves the one article that says otherwise
//! outside: `it is the first loss since 2009` beside `no loss since 2012`. A clause that is bound to a
//! claim of other articles, too weakly to belong to it for that, joins it where the comparison of the two is
//! sure of a difference; two clauses that no claim states make one. A clause that a smaller claim states joins a
//! greater one too, where the two give other figures.

use std::cmp::Reverse;

use super::Known;
use super::retold::{Draft, put_in};
use super::rivals::{Rival, contradicting};
use crate::analysis::judging::suggestion::compare;
use crate::analysis::matching::narrowing::Member;
use crate::analysis::story::pieces::Pieces;
use crate::analysis::{Cancelled, Progress};

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
    let mut claims = Claims { known, homes: homes(known.pieces, &drafts), drafts };
    for rival in contradicting(known, &claims.homes, progress)? {
        progress.still()?;
        claims.join(&rival);
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
        let draft = Draft::compared(members.clone(), compare(story, facts, &members));
        let is_disputed = draft.is_disputed();
        if is_disputed {
            self.drafts[home] = draft;
        }
        is_disputed
    }

    /// Whether a clause is free, or stands in claims of fewer articles than an undisputed one.
    fn is_smaller(&self, clause: u32, home: usize) -> bool {
        let own = &self.homes[clause as usize];
        let count = self.articles(home).len();
        own.is_empty()
            || (!self.drafts[home].is_disputed()
                && own.iter().all(|own| self.articles(*own).len() < count))
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

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::analysis::Watch;
    use crate::analysis::judging::facts::facts_of_few;
    use crate::analysis::story::Story;
    use crate::analysis::story::apart::Stories;
    use crate::analysis::testing::article;
    use crate::analysis::words::kinship::Kinship;

    const NINE: &str = "The storm killed nine people in Leeds.";
    const NINE_TOO: &str = "In Leeds the storm killed nine people.";
    const TWELVE: &str = "The storm killed twelve people in Leeds.";

    /// The sentences of every claim, once the sentence `free` was put into a claim of the sentence `other`.
    fn joined(texts: &[&str], claims: &[&[u32]], [free, other]: [u32; 2]) -> Vec<Vec<u32>> {
        let articles: Vec<_> = (1..).zip(texts).map(|(id, text)| article(id, text)).collect();
        let refs: Vec<_> = articles.iter().collect();
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        let mut progress = Progress::new(watch);
        let story = Story::read(&refs, &mut progress).expect("nobody cancels");
        let pieces = Pieces::of(&story, &mut progress).expect("nobody cancels");
        let (stories, facts) = (Stories::of(&story), facts_of_few(&story));
        let kinship = Kinship::of_few(&story.terms);
        let known = Known {
            story: &story,
            kinship: &kinship,
            stories: &stories,
            pieces: &pieces,
            bonds: &[],
            facts: &facts,
        };
        let member = |unit: &u32| {
            let whole = 0..story.units[*unit as usize].tokens.len();
            Member { unit: *unit, runs: std::iter::once(whole).collect() }
        };
        let draft = |units: &&[u32]| {
            let members: Vec<Member> = units.iter().map(member).collect();
            let compared = compare(&story, &facts, &members);
            Draft::compared(members, compared)
        };
        let drafts: Vec<Draft> = claims.iter().map(draft).collect();
        let mut claims = Claims { known: &known, homes: homes(&pieces, &drafts), drafts };
        let clause = |unit: u32| pieces.of_unit(unit).start;
        claims.join(&Rival { free: clause(free), other: clause(other), bond: 1.0 });
        let units = |draft: &Draft| draft.members.iter().map(|member| member.unit).collect();
        claims.drafts.iter().map(units).collect()
    }

    #[test]
    fn a_clause_joins_the_claim_that_it_makes_a_dispute_of() {
        assert_eq!(joined(&[NINE, NINE_TOO, TWELVE], &[&[0, 1]], [2, 0]), [[0, 1, 2]]);
        let same = "The storm in Leeds killed nine people.";
        assert_eq!(joined(&[NINE, NINE_TOO, same], &[&[0, 1]], [2, 0]), [[0, 1]]);
    }

    #[test]
    fn two_clauses_that_no_claim_states_make_one_if_they_differ() {
        assert_eq!(joined(&[NINE, TWELVE], &[], [1, 0]), [[0, 1]]);
        assert!(joined(&[NINE, NINE_TOO], &[], [1, 0]).is_empty());
    }

    #[test]
    fn a_claim_in_which_the_article_has_no_word_yet_comes_first() {
        let last = format!("{TWELVE}\nRain fell on the hills.");
        let claims = joined(&[NINE, NINE_TOO, &last], &[&[0, 3], &[0, 1]], [2, 0]);
        assert_eq!(claims, [vec![0, 3], vec![0, 1, 2]]);
    }

    #[test]
    fn a_clause_that_greater_claims_state_stays_there() {
        let texts = [NINE, NINE_TOO, TWELVE, "In Leeds the storm killed twelve people."];
        assert_eq!(joined(&texts, &[&[0, 1], &[2, 3]], [2, 0]), [[0, 1], [2, 3]]);
    }
}

//! Takes what the program found into a project without touching anybody's work.

use std::collections::BTreeSet;

use super::Edit;
use crate::model::{ArticleId, Claim, ClaimId, Origin, Passage, Project, Suggestion, Tag};
use crate::review::actions::summary_of;

/// A claim as it was found, before it has a place in a project.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// One line that says it.
    pub summary: String,
    /// Where it is stated.
    pub passages: Vec<Passage>,
    /// The program's word on it.
    pub suggestion: Suggestion,
}

/// Two passages are the same statement when they share half of the shorter one.
const SHARED_HALF: usize = 2;

/// The edit that takes `found` into `project`.
///
/// Claims that nobody worked on give way to the found ones. A claim that a reviewer tagged, wrote
/// on, split or merged keeps its tag, its words and its passages. Where a found claim states the
/// same as such a claim, only passages of articles that no claim of the project stood in until now
/// are added to it, and its suggestion is renewed if any were; where it states the same as several,
/// they go to the one it shares most with. Passages that no worked-on claim
/// holds make a claim of their own. A found claim keeps the id of the unworked claim it takes the
/// place of, so that what is shown stays where it was.
#[must_use]
pub fn incorporate(project: &Project, found: Vec<Found>) -> Edit {
    let known: BTreeSet<_> = project.claims.iter().flat_map(Claim::articles).collect();
    let (mut kept, old): (Vec<_>, Vec<_>) =
        project.claims.iter().cloned().partition(Claim::is_worked_on);
    let mut free = IdSource { old, next: project.free_claim_id().0 };
    let mut new = Vec::new();
    for mut claim in found {
        if let Some(kept) = nearest(&mut kept, &claim.passages) {
            add_news(kept, &claim, &known);
        }
        leave_to_worked_on(&mut claim, &kept);
        if !claim.passages.is_empty() {
            new.push(claim);
        }
    }
    for found in new {
        let id = free.id_for(&found.passages);
        let mut claim = Claim::new(id, found.summary, Origin::Program, found.passages);
        claim.suggestion = Some(found.suggestion);
        kept.push(claim);
    }
    kept.sort_by_key(|claim| (reading_key(project, claim), claim.id));
    Edit::ReplaceClaims(kept)
}

/// The claim that shares most passages with `found`, the first of several; `None` where none shares any.
fn nearest<'k>(kept: &'k mut [Claim], found: &[Passage]) -> Option<&'k mut Claim> {
    let shared = |kept: &Claim| {
        let is_shared = |a: &&Passage| found.iter().any(|b| overlap(a, b));
        kept.passages.iter().filter(is_shared).count()
    };
    let counts = kept.iter().map(shared).enumerate();
    let best = counts.rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0)?;
    kept.get_mut(best.0)
}

fn states_the_same(kept: &Claim, found: &[Passage]) -> bool {
    kept.passages.iter().any(|a| found.iter().any(|b| overlap(a, b)))
}

fn overlap(a: &Passage, b: &Passage) -> bool {
    let shorter = a.span.len().min(b.span.len());
    a.article == b.article && shorter > 0 && a.span.overlap(b.span) * SHARED_HALF >= shorter
}

fn add_news(kept: &mut Claim, found: &Found, known: &BTreeSet<ArticleId>) {
    let before = kept.passages.len();
    let news = found.passages.iter().filter(|passage| !known.contains(&passage.article));
    kept.passages.extend(news.cloned());
    if kept.passages.len() > before {
        kept.sort_passages();
        kept.suggestion = Some(found.suggestion.clone());
    }
}

/// Takes out of `found` the passages that worked-on claims hold, and what only they were a reason for.
fn leave_to_worked_on(found: &mut Found, kept: &[Claim]) {
    let before = found.passages.len();
    found.passages.retain(|passage| {
        !kept.iter().any(|kept| states_the_same(kept, std::slice::from_ref(passage)))
    });
    let (Some(first), true) = (found.passages.first(), found.passages.len() < before) else {
        return;
    };
    found.summary = summary_of(&first.quote);
    let articles: BTreeSet<_> = found.passages.iter().map(|passage| passage.article).collect();
    let reasons = &mut found.suggestion.reasons;
    reasons.retain(|reason| reason.places.iter().all(|place| articles.contains(&place.article)));
    found.suggestion.tag = match (articles.len(), reasons.is_empty()) {
        (1, _) => Tag::Unique,
        (_, true) => Tag::Agreed,
        (_, false) => Tag::Disputed,
    };
}

fn reading_key(project: &Project, claim: &Claim) -> (usize, usize) {
    let first = claim.passages.first();
    first.map_or((usize::MAX, usize::MAX), |passage| {
        (project.article_index(passage.article).unwrap_or(usize::MAX), passage.span.start())
    })
}

/// Ids for new claims: that of the claim replaced, else one never used.
struct IdSource {
    old: Vec<Claim>,
    next: u32,
}

impl IdSource {
    fn id_for(&mut self, passages: &[Passage]) -> ClaimId {
        let same = |claim: &Claim| claim.passages.first() == passages.first();
        match self.old.iter().position(same) {
            Some(index) => self.old.swap_remove(index).id,
            None => {
                let id = ClaimId(self.next);
                self.next = self.next.saturating_add(1);
                id
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Confidence, Stance};
    use crate::review::actions::tests::{article, project};
    use crate::text::Span;

    fn found(places: &[(u32, usize, usize)]) -> Found {
        let passage = |&(id, start, end): &(u32, usize, usize)| Passage {
            article: ArticleId(id),
            span: Span::new(start, end),
            quote: String::new(),
            stance: Stance::Same,
        };
        Found {
            summary: "Found".into(),
            passages: places.iter().map(passage).collect(),
            suggestion: Suggestion {
                tag: Tag::Agreed,
                confidence: Confidence::from_percent(80),
                reasons: Vec::new(),
            },
        }
    }

    fn after(project: &Project, found: Vec<Found>) -> Project {
        let mut project = project.clone();
        incorporate(&project, found).apply(&mut project).expect("found claims fit");
        project
    }

    #[test]
    fn claims_nobody_worked_on_give_way() {
        let now = after(&project(), vec![found(&[(1, 20, 41)])]);
        let summaries: Vec<_> = now.claims.iter().map(|claim| claim.summary.as_str()).collect();
        assert_eq!(summaries, ["Found"]);
    }

    #[test]
    fn a_claim_with_a_note_stays_word_for_word() {
        let mut before = project();
        let noted = before.claims.first_mut().expect("a claim");
        noted.note = "Asked the authority".into();
        let noted = noted.clone();
        let now = after(&before, vec![found(&[(1, 0, 19), (2, 0, 22)]), found(&[(2, 23, 36)])]);
        assert_eq!(now.claims.first(), Some(&noted));
        assert_eq!(now.claims.len(), 2);
    }

    #[test]
    fn a_new_article_joins_a_claim_that_was_worked_on() {
        let mut before = project();
        before.claims.first_mut().expect("a claim").note = "Mine".into();
        before.articles.push(article(3, "The bridge remains closed."));
        let now = after(&before, vec![found(&[(1, 0, 19), (2, 0, 22), (3, 0, 26)])]);
        let claim = now.claims.first().expect("a claim");
        assert_eq!(claim.note, "Mine");
        assert_eq!(claim.articles().len(), 3);
        assert_eq!(claim.suggestion.as_ref().map(|s| s.tag), Some(Tag::Agreed));
    }

    #[test]
    fn a_new_article_joins_the_claim_that_it_shares_most_with() {
        let mut before = project();
        before.articles.push(article(3, "The bridge remains closed."));
        let both = found(&[(1, 0, 19), (1, 20, 41), (2, 0, 22), (3, 0, 26)]);
        let claim = |id, places: &[(u32, usize, usize)]| {
            let mut claim =
                Claim::new(ClaimId(id), "Mine".into(), Origin::Reviewer, found(places).passages);
            claim.note = "Mine".into();
            claim
        };
        before.claims = vec![claim(1, &[(1, 20, 41)]), claim(2, &[(1, 0, 19), (2, 0, 22)])];
        let now = after(&before, vec![both]);
        let stated: Vec<usize> = now.claims.iter().map(|claim| claim.articles().len()).collect();
        assert_eq!((now.claims.len(), stated.iter().sum::<usize>()), (2, 4));
        let third = now.claims.iter().find(|claim| claim.articles().len() == 3).expect("a claim");
        assert_eq!(third.id, ClaimId(2));
    }

    #[test]
    fn a_passage_that_was_split_off_does_not_come_back() {
        let mut before = project();
        let claim = before.claims.first_mut().expect("a claim");
        claim.passages.truncate(1);
        claim.origin = Origin::Reviewer;
        let now = after(&before, vec![found(&[(1, 0, 19), (2, 0, 22)])]);
        let shapes: Vec<_> =
            now.claims.iter().map(|claim| (claim.origin, claim.passages.len())).collect();
        assert_eq!(shapes, [(Origin::Reviewer, 1), (Origin::Program, 1)]);
    }

    #[test]
    fn finding_the_same_again_changes_nothing() {
        let once = after(&project(), vec![found(&[(1, 0, 19), (2, 0, 22)]), found(&[(2, 23, 36)])]);
        let twice = after(&once, vec![found(&[(1, 0, 19), (2, 0, 22)]), found(&[(2, 23, 36)])]);
        assert_eq!(once, twice);
    }
}

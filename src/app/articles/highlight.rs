//! Which stretches of an article bear which tag.

use std::collections::BTreeMap;
use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashMap, FxHasher};

use crate::model::{ArticleId, ClaimId, Project, Tag};
use crate::text::Span;

/// A passage as the column shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Highlight {
    /// Where it stands.
    pub(crate) span: Span,
    /// The claim it states.
    pub(crate) claim: ClaimId,
    /// That claim's tag.
    pub(crate) tag: Option<Tag>,
    /// Which line below the text is its own, from 0: passages that overlap have different ones.
    pub(crate) lane: u8,
}

/// More lines than this have no room below a row of text; passages beyond share the last.
const LANES: u8 = 3;

/// The passages of all articles, for one state of the project.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Passages {
    /// The state they were read from; `None` before the first reading.
    state: Option<u64>,
    /// The [`print()`] of the places they were read from.
    print: Option<u64>,
    by_article: BTreeMap<ArticleId, Highlights>,
    none: Highlights,
}

impl Passages {
    /// Brings the passages up to date; whether that took anything.
    pub(crate) fn refresh(&mut self, project: &Project, state: u64) -> bool {
        if self.state == Some(state) {
            return false;
        }
        self.state = Some(state);
        let print = print(project);
        if self.print == Some(print) {
            self.tag(project);
        } else {
            self.print = Some(print);
            self.read(project);
        }
        true
    }

    fn read(&mut self, project: &Project) {
        let mut found: BTreeMap<_, _> =
            project.articles.iter().map(|article| (article.id, Vec::new())).collect();
        for claim in &project.claims {
            let tag = claim.tag();
            for passage in &claim.passages {
                if let Some(here) = found.get_mut(&passage.article) {
                    here.push((passage.span, claim.id, tag));
                }
            }
        }
        self.by_article =
            found.into_iter().map(|(id, passages)| (id, Highlights::new(passages))).collect();
    }

    /// Gives passages that stand where they stood the tags of their claims.
    fn tag(&mut self, project: &Project) {
        let tags = project.claims.iter().map(|claim| (claim.id, claim.tag())).collect();
        self.by_article.values_mut().for_each(|highlights| highlights.tag(&tags));
    }

    /// The passages of `article`.
    pub(crate) fn of(&self, article: ArticleId) -> &Highlights {
        self.by_article.get(&article).unwrap_or(&self.none)
    }
}

/// A number that is another where passages may stand elsewhere or state other claims.
fn print(project: &Project) -> u64 {
    let mut hasher = FxHasher::default();
    project.articles.iter().for_each(|article| article.id.hash(&mut hasher));
    for claim in &project.claims {
        (claim.id, claim.passages.len()).hash(&mut hasher);
        for passage in &claim.passages {
            (passage.article, passage.span).hash(&mut hasher);
        }
    }
    hasher.finish()
}

/// The passages of one article, ascending by place, the longer first where two begin together.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Highlights {
    all: Vec<Highlight>,
    /// The length in bytes of the longest passage: how far back one may reach.
    longest: usize,
    coverage: [usize; 4],
}

impl Highlights {
    fn new(mut passages: Vec<(Span, ClaimId, Option<Tag>)>) -> Self {
        passages
            .sort_by_key(|(span, claim, _)| (span.start(), std::cmp::Reverse(span.end()), *claim));
        let longest = passages.iter().map(|(span, ..)| span.len()).max().unwrap_or(0);
        let mut ends = [0; LANES as usize];
        let mut lane_of = |span: Span| {
            let free = ends.iter().position(|end| *end <= span.start());
            let lane = free.unwrap_or(ends.len() - 1);
            if let Some(end) = ends.get_mut(lane) {
                *end = span.end().max(*end);
            }
            lane as u8
        };
        let all: Vec<_> = passages
            .into_iter()
            .map(|(span, claim, tag)| Highlight { span, claim, tag, lane: lane_of(span) })
            .collect();
        let coverage = coverage(&all);
        Self { all, longest, coverage }
    }

    fn tag(&mut self, tags: &FxHashMap<ClaimId, Option<Tag>>) {
        for highlight in &mut self.all {
            highlight.tag = tags.get(&highlight.claim).copied().flatten();
        }
        self.coverage = coverage(&self.all);
    }

    /// All of them.
    pub(crate) fn all(&self) -> &[Highlight] {
        &self.all
    }

    /// Those that reach into `span`, ascending.
    pub(crate) fn within(&self, span: Span) -> impl Iterator<Item = &Highlight> {
        let first = span.start().saturating_sub(self.longest);
        let from = self.all.partition_point(|highlight| highlight.span.start() < first);
        let to = self.all.partition_point(|highlight| highlight.span.start() < span.end());
        let candidates = self.all.get(from..to).unwrap_or_default();
        candidates.iter().filter(move |highlight| highlight.span.overlap(span) > 0)
    }

    /// The claim to choose when byte `offset` is clicked: that of the shortest passage there, or
    /// the one after `chosen` where passages lie on one another.
    pub(crate) fn claim_at(&self, offset: usize, chosen: Option<ClaimId>) -> Option<ClaimId> {
        let mut here: Vec<_> = self.within(Span::new(offset, offset + 1)).collect();
        here.sort_by_key(|highlight| (highlight.span.len(), highlight.claim));
        let current = here.iter().position(|highlight| Some(highlight.claim) == chosen);
        let next = current.map_or(0, |index| (index + 1) % here.len());
        here.get(next).map(|highlight| highlight.claim)
    }

    /// Bytes that lie in a passage of each tag: agreed, disputed, unique, untagged. Where passages
    /// overlap, the one that begins first counts.
    pub(crate) const fn coverage(&self) -> [usize; 4] {
        self.coverage
    }
}

fn coverage(all: &[Highlight]) -> [usize; 4] {
    let mut bytes = [0; 4];
    let mut reached = 0;
    for highlight in all {
        let from = highlight.span.start().max(reached);
        if highlight.span.end() <= from {
            continue;
        }
        let place = match highlight.tag {
            Some(Tag::Agreed) => 0,
            Some(Tag::Disputed) => 1,
            Some(Tag::Unique) => 2,
            None => 3,
        };
        if let Some(sum) = bytes.get_mut(place) {
            *sum += highlight.span.end() - from;
        }
        reached = highlight.span.end();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Decision, ReviewerId, Timestamp};

    fn highlights(spans: &[(usize, usize, u32)]) -> Highlights {
        let make = |&(start, end, claim): &(usize, usize, u32)| {
            (Span::new(start, end), ClaimId(claim), None)
        };
        Highlights::new(spans.iter().map(make).collect())
    }

    #[test]
    fn passages_that_overlap_have_lines_of_their_own() {
        let check = |spans: &[(usize, usize, u32)], expected: &[u8]| {
            let found = highlights(spans);
            let lanes: Vec<_> = found.all().iter().map(|highlight| highlight.lane).collect();
            assert_eq!(lanes, expected);
        };
        check(&[(0, 10, 1), (10, 20, 2)], &[0, 0]);
        check(&[(0, 30, 1), (5, 10, 2), (10, 20, 3)], &[0, 1, 1]);
        check(&[(0, 9, 1), (0, 9, 2), (0, 9, 3), (0, 9, 4), (9, 12, 5)], &[0, 1, 2, 2, 0]);
    }

    #[test]
    fn passages_are_read_again_for_another_state_only() {
        let mut passages = Passages::default();
        let project = crate::review::actions::tests::project();
        assert!(passages.refresh(&project, 1));
        assert!(!passages.refresh(&project, 1));
        assert_eq!(passages.of(ArticleId(2)).all().len(), 2);
        assert_eq!(passages.of(ArticleId(9)).all().len(), 0);
    }

    #[test]
    fn passages_are_the_same_whether_tagged_or_read_anew() {
        let mut project = crate::review::actions::tests::project();
        let check = |passages: &mut Passages, project: &Project, state: u64| {
            passages.refresh(project, state);
            let mut anew = Passages::default();
            anew.refresh(project, state);
            assert_eq!(*passages, anew);
        };
        let mut passages = Passages::default();
        check(&mut passages, &project, 1);
        let tag = Some(Tag::Disputed);
        let decision = Decision { tag, reviewer: ReviewerId(1), at: Timestamp::UNIX_EPOCH };
        project.claims[0].decisions.push(decision);
        check(&mut passages, &project, 2);
        assert_eq!(passages.of(ArticleId(1)).all().first().map(|first| first.tag), Some(tag));
        project.claims[0].passages[0].span = Span::new(0, 18);
        check(&mut passages, &project, 3);
        project.claims.remove(0);
        check(&mut passages, &project, 4);
    }

    #[test]
    fn a_long_passage_is_found_from_its_far_end() {
        let found = highlights(&[(0, 100, 1), (10, 12, 2), (50, 60, 3)]);
        let claims: Vec<_> =
            found.within(Span::new(90, 95)).map(|highlight| highlight.claim.0).collect();
        assert_eq!(claims, [1]);
    }

    #[test]
    fn clicking_again_goes_through_the_passages_that_lie_on_one_another() {
        let found = highlights(&[(0, 100, 1), (10, 20, 2)]);
        let first = found.claim_at(15, None);
        assert_eq!(first, Some(ClaimId(2)));
        assert_eq!(found.claim_at(15, first), Some(ClaimId(1)));
        assert_eq!(found.claim_at(15, Some(ClaimId(1))), Some(ClaimId(2)));
        assert_eq!(found.claim_at(150, None), None);
    }

    #[test]
    fn bytes_in_two_passages_are_covered_once() {
        assert_eq!(highlights(&[(0, 10, 1), (5, 15, 2), (6, 8, 3)]).coverage(), [0, 0, 0, 15]);
    }
}

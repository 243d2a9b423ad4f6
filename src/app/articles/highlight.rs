//! Which stretches of an article bear which tag.

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
}

/// The passages of one article, ascending by place, the longer first where two begin together.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Highlights {
    all: Vec<Highlight>,
    /// The length in bytes of the longest passage: how far back one may reach.
    longest: usize,
}

impl Highlights {
    /// The passages of `article`.
    pub(crate) fn of(project: &Project, article: ArticleId) -> Self {
        let mut all = Vec::new();
        for claim in &project.claims {
            let tag = claim.tag();
            all.extend(claim.passages_in(article).map(|passage| Highlight {
                span: passage.span,
                claim: claim.id,
                tag,
            }));
        }
        all.sort_by_key(|highlight| {
            (highlight.span.start(), std::cmp::Reverse(highlight.span.end()), highlight.claim)
        });
        let longest = all.iter().map(|highlight| highlight.span.len()).max().unwrap_or(0);
        Self { all, longest }
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
    pub(crate) fn coverage(&self) -> [usize; 4] {
        let mut bytes = [0; 4];
        let mut reached = 0;
        for highlight in &self.all {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    fn highlights(spans: &[(usize, usize, u32)]) -> Highlights {
        let make = |&(start, end, claim): &(usize, usize, u32)| Highlight {
            span: Span::new(start, end),
            claim: ClaimId(claim),
            tag: None,
        };
        let all: Vec<_> = spans.iter().map(make).collect();
        let longest = all.iter().map(|highlight| highlight.span.len()).max().unwrap_or(0);
        Highlights { all, longest }
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

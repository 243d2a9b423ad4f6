//! What the window shows of a review: the chosen claim, filters, the text selected.

use super::articles::Selection;
use crate::model::{Claim, ClaimId, Project, ReasonKind, Tag};

/// What the window shows.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct View {
    /// The claim that is worked on.
    pub(crate) chosen: Option<ClaimId>,
    /// Which claims are listed.
    pub(crate) filter: ClaimFilter,
    /// The text selected in an article.
    pub(crate) selection: Option<Selection>,
}

/// Which claims are listed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct ClaimFilter {
    /// By tag.
    pub(crate) tag: TagFilter,
    /// By a reason of the suggestion.
    pub(crate) reason: Option<ReasonKind>,
    /// By words in summary, passages or note.
    pub(crate) text: String,
}

/// A filter by tag.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum TagFilter {
    /// Every claim.
    #[default]
    All,
    /// Claims with that tag, or without any.
    Only(Option<Tag>),
}

impl ClaimFilter {
    /// Whether a claim is listed.
    pub(crate) fn lets_through(&self, claim: &Claim) -> bool {
        let tag = match self.tag {
            TagFilter::All => true,
            TagFilter::Only(tag) => claim.tag() == tag,
        };
        tag && self.reason.is_none_or(|kind| has_reason(claim, kind)) && self.holds_text(claim)
    }

    fn holds_text(&self, claim: &Claim) -> bool {
        if self.text.trim().is_empty() {
            return true;
        }
        let wanted = self.text.trim().to_lowercase();
        let quotes = claim.passages.iter().map(|passage| passage.quote.as_str());
        let mut texts = quotes.chain([claim.summary.as_str(), claim.note.as_str()]);
        texts.any(|text| text.to_lowercase().contains(&wanted))
    }

    /// Whether anything is left out.
    pub(crate) fn is_narrow(&self) -> bool {
        *self != Self::default()
    }
}

/// Whether the suggestion for a claim has a reason of that kind.
pub(crate) fn has_reason(claim: &Claim, kind: ReasonKind) -> bool {
    claim
        .suggestion
        .iter()
        .flat_map(|suggestion| &suggestion.reasons)
        .any(|reason| reason.kind == kind)
}

/// The claims that are listed, in their order.
pub(crate) fn listed<'a>(project: &'a Project, filter: &ClaimFilter) -> Vec<&'a Claim> {
    project.claims.iter().filter(|claim| filter.lets_through(claim)).collect()
}

/// The claim `steps` further down the list than the chosen one; the first or last where none is
/// chosen; the chosen one itself at the end of the list.
pub(crate) fn neighbour(
    listed: &[&Claim],
    chosen: Option<ClaimId>,
    steps: isize,
) -> Option<ClaimId> {
    let at = listed.iter().position(|claim| Some(claim.id) == chosen);
    let last = listed.len().checked_sub(1)?;
    let to = match at {
        Some(at) => at.saturating_add_signed(steps).min(last),
        None if steps < 0 => last,
        None => 0,
    };
    listed.get(to).map(|claim| claim.id)
}

/// The next claim after the chosen one that has no tag, from the top again after the last.
pub(crate) fn next_untagged(project: &Project, chosen: Option<ClaimId>) -> Option<ClaimId> {
    let from = chosen.and_then(|id| project.claim_index(id)).map_or(0, |index| index + 1);
    let (before, after) = project.claims.split_at(from.min(project.claims.len()));
    let mut in_turn = after.iter().chain(before);
    in_turn.find(|claim| claim.tag().is_none() && Some(claim.id) != chosen).map(|claim| claim.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Decision, ReviewerId, Timestamp};
    use crate::review::actions::tests::project;

    fn tagged() -> Project {
        let mut project = project();
        let decision =
            Decision { tag: Some(Tag::Agreed), reviewer: ReviewerId(1), at: Timestamp::UNIX_EPOCH };
        project.claims.first_mut().expect("a claim").decisions.push(decision);
        project
    }

    fn check(filter: &ClaimFilter, expected: &[u32]) {
        let project = tagged();
        let found: Vec<_> = listed(&project, filter).iter().map(|claim| claim.id.0).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_filter_by_tag_lists_that_tag_alone() {
        check(&ClaimFilter::default(), &[1, 2]);
        check(
            &ClaimFilter { tag: TagFilter::Only(Some(Tag::Agreed)), ..ClaimFilter::default() },
            &[1],
        );
        check(&ClaimFilter { tag: TagFilter::Only(None), ..ClaimFilter::default() }, &[2]);
    }

    #[test]
    fn words_are_found_in_every_passage_whatever_their_case() {
        check(&ClaimFilter { text: " CLOSED ".into(), ..ClaimFilter::default() }, &[1]);
        check(&ClaimFilter { text: "ferry".into(), ..ClaimFilter::default() }, &[2]);
    }

    #[test]
    fn stepping_stops_at_the_ends_of_the_list() {
        let project = tagged();
        let all = listed(&project, &ClaimFilter::default());
        assert_eq!(neighbour(&all, None, 1), Some(ClaimId(1)));
        assert_eq!(neighbour(&all, None, -1), Some(ClaimId(2)));
        assert_eq!(neighbour(&all, Some(ClaimId(1)), 1), Some(ClaimId(2)));
        assert_eq!(neighbour(&all, Some(ClaimId(2)), 1), Some(ClaimId(2)));
        assert_eq!(neighbour(&[], None, 1), None);
    }

    #[test]
    fn the_next_untagged_claim_is_looked_for_from_the_top_again() {
        let project = tagged();
        assert_eq!(next_untagged(&project, Some(ClaimId(1))), Some(ClaimId(2)));
        assert_eq!(next_untagged(&project, Some(ClaimId(2))), None);
        assert_eq!(next_untagged(&project, None), Some(ClaimId(2)));
    }
}

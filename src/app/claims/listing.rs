//! Which claims the list shows, in which order; found again only when something changed.

use std::cmp::Reverse;

use super::alike::Apart;
use super::facets::Facets;
use super::search::{Words, fold_onto};
use crate::app::view::{ClaimFilter, ClaimOrder, Families, View};
use crate::model::{Claim, ClaimId, Project, Tag};
use crate::session::Session;

/// The listed claims, with what they were made of.
///
/// A listing belongs to one session: states of another bear the same numbers.
#[derive(Default)]
pub(crate) struct Listing {
    claims: Vec<ClaimId>,
    /// Where each listed claim stands in the project.
    places: Vec<usize>,
    facets: Facets,
    /// Every claim's words, folded, made when they are first searched.
    texts: Vec<String>,
    made_of: Option<MadeOf>,
    facets_of: Option<(u64, Families)>,
    texts_of: Option<u64>,
    apart: Apart,
}

#[derive(PartialEq)]
struct MadeOf {
    state: u64,
    filter: ClaimFilter,
    order: ClaimOrder,
    families: Families,
}

impl Listing {
    /// Brings everything up to date.
    pub(crate) fn refresh(&mut self, session: &Session, view: &View, families: &Families) {
        let (project, state) = (session.project(), session.state());
        let is_counted = self
            .facets_of
            .as_ref()
            .is_some_and(|(counted, of)| *counted == state && of == families);
        if !is_counted {
            self.facets = Facets::of(project, families);
            self.apart.refresh(&project.claims);
            self.facets_of = Some((state, families.clone()));
        }
        let is_listed = self.made_of.as_ref().is_some_and(|made| {
            made.state == state
                && made.order == view.order
                && made.filter == view.filter
                && made.families == *families
        });
        if !is_listed {
            self.list(project, state, view, families);
            self.made_of = Some(MadeOf {
                state,
                filter: view.filter.clone(),
                order: view.order,
                families: families.clone(),
            });
        }
    }

    fn list(&mut self, project: &Project, state: u64, view: &View, families: &Families) {
        let words = Words::new(&view.filter.text);
        if !words.is_empty() && self.texts_of != Some(state) {
            self.texts = project.claims.iter().map(searched).collect();
            self.texts_of = Some(state);
        }
        let holds = |index: usize| {
            words.is_empty() || self.texts.get(index).is_some_and(|text| words.are_in(text))
        };
        let mut listed: Vec<(usize, &Claim)> = project
            .claims
            .iter()
            .enumerate()
            .filter(|(index, claim)| view.filter.lets_through(claim, families) && holds(*index))
            .collect();
        sort(&mut listed, view.order);
        self.claims = listed.iter().map(|(_, claim)| claim.id).collect();
        self.places = listed.into_iter().map(|(index, _)| index).collect();
    }

    /// The listed claims' ids, in the order of the list.
    pub(crate) fn claims(&self) -> &[ClaimId] {
        &self.claims
    }

    /// How many claims there are of each kind, whatever is listed.
    pub(crate) const fn facets(&self) -> &Facets {
        &self.facets
    }

    /// Words that set a claim apart; `None` where its summary does.
    pub(crate) fn apart(&self, claim: ClaimId) -> Option<&str> {
        self.apart.of(claim)
    }

    /// The claim in that row.
    pub(crate) fn claim_in<'a>(&self, project: &'a Project, row: usize) -> Option<&'a Claim> {
        project.claims.get(*self.places.get(row)?)
    }

    /// The row of a claim; `None` where the filter leaves it out.
    pub(crate) fn row_of(&self, claim: ClaimId) -> Option<usize> {
        self.claims.iter().position(|listed| *listed == claim)
    }

    /// The claim `steps` further down than the chosen one; the first or last where none is chosen;
    /// the chosen one itself at the end of the list.
    pub(crate) fn neighbour(&self, chosen: Option<ClaimId>, steps: isize) -> Option<ClaimId> {
        let last = self.claims.len().checked_sub(1)?;
        let to = match chosen.and_then(|chosen| self.row_of(chosen)) {
            Some(at) => at.saturating_add_signed(steps).min(last),
            None if steps < 0 => last,
            None => 0,
        };
        self.claims.get(to).copied()
    }

    /// The listed claim after the chosen one that has no tag, from the top again after the last;
    /// never the chosen one.
    pub(crate) fn next_untagged(
        &self,
        project: &Project,
        chosen: Option<ClaimId>,
    ) -> Option<ClaimId> {
        let from = chosen.and_then(|id| self.row_of(id)).map_or(0, |row| row + 1);
        let rows = (from..self.claims.len()).chain(0..from.min(self.claims.len()));
        let mut claims = rows.filter_map(|row| self.claim_in(project, row));
        claims.find(|claim| claim.tag().is_none() && Some(claim.id) != chosen).map(|claim| claim.id)
    }
}

/// The words of a claim that are searched.
fn searched(claim: &Claim) -> String {
    let quotes = claim.passages.iter().map(|passage| passage.quote.len() + 1);
    let length = claim.summary.len() + claim.note.len() + quotes.sum::<usize>() + 2;
    let mut text = String::with_capacity(length);
    fold_onto(&claim.summary, &mut text);
    for more in [&claim.note].into_iter().chain(claim.passages.iter().map(|passage| &passage.quote))
    {
        text.push('\n');
        fold_onto(more, &mut text);
    }
    text
}

fn sort(claims: &mut [(usize, &Claim)], order: ClaimOrder) {
    let confidence = |claim: &Claim| claim.suggestion.as_ref().map(|word| word.confidence);
    match order {
        ClaimOrder::Reading => {}
        ClaimOrder::Surest => claims.sort_by_key(|(_, claim)| Reverse(confidence(claim))),
        ClaimOrder::LeastSure => {
            claims.sort_by_key(|(_, claim)| (confidence(claim).is_none(), confidence(claim)));
        }
        ClaimOrder::Tag => claims.sort_by_key(|(_, claim)| rank(claim.tag())),
    }
}

/// The untagged stand after all tags.
fn rank(tag: Option<Tag>) -> (bool, Option<Tag>) {
    (tag.is_none(), tag)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::view::{Facet, TagFilter};
    use crate::model::{
        ArticleId, Confidence, Decision, Reviewer, ReviewerId, Suggestion, Timestamp,
    };
    use crate::review::actions::tests::project;

    /// Claim 1 is agreed; the program is surer of claim 2.
    fn tagged() -> Project {
        let mut project = project();
        project.reviewers.push(Reviewer { id: ReviewerId(1), name: "R. M.".into() });
        let decision =
            Decision { tag: Some(Tag::Agreed), reviewer: ReviewerId(1), at: Timestamp::UNIX_EPOCH };
        for (claim, percent) in project.claims.iter_mut().zip([60, 90]) {
            claim.suggestion = Some(Suggestion {
                tag: Tag::Agreed,
                confidence: Confidence::from_percent(percent),
                reasons: Vec::new(),
            });
        }
        project.claims.first_mut().expect("a claim").decisions.push(decision);
        project
    }

    fn listing(view: &View) -> Listing {
        let mut listing = Listing::default();
        let families = [(ArticleId(1), 1), (ArticleId(2), 2)].into();
        listing.refresh(&Session::unsaved(tagged()), view, &families);
        listing
    }

    fn check(change: impl FnOnce(&mut View), expected: &[u32]) {
        let mut view = View::default();
        change(&mut view);
        let found: Vec<_> = listing(&view).claims().iter().map(|claim| claim.0).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_filter_by_tag_lists_that_tag_alone() {
        check(|_| {}, &[1, 2]);
        check(|view| view.filter.tag = TagFilter::Only(Some(Tag::Agreed)), &[1]);
        check(|view| view.filter.tag = TagFilter::Only(None), &[2]);
    }

    #[test]
    fn claims_are_filtered_by_who_states_and_who_decided() {
        check(|view| view.filter.toggle(Facet::Article(ArticleId(1))), &[1]);
        check(|view| view.filter.toggle(Facet::Family(2)), &[1, 2]);
        check(|view| view.filter.toggle(Facet::Reviewer(ReviewerId(1))), &[1]);
        check(|view| view.filter.toggle(Facet::Label("traffic".into())), &[]);
        check(|view| view.filter.toggle(Facet::Note), &[]);
    }

    #[test]
    fn words_are_found_in_every_passage_whatever_their_case() {
        check(|view| view.filter.text = " CLOSED ".into(), &[1]);
        check(|view| view.filter.text = "ferry".into(), &[2]);
        check(|view| view.filter.text = "shut closed".into(), &[1]);
    }

    #[test]
    fn the_list_is_sorted_as_asked() {
        check(|view| view.order = ClaimOrder::Surest, &[2, 1]);
        check(|view| view.order = ClaimOrder::LeastSure, &[1, 2]);
        check(|view| view.order = ClaimOrder::Tag, &[1, 2]);
    }

    #[test]
    fn stepping_stops_at_the_ends_of_the_list() {
        let all = listing(&View::default());
        assert_eq!(all.neighbour(None, 1), Some(ClaimId(1)));
        assert_eq!(all.neighbour(None, -1), Some(ClaimId(2)));
        assert_eq!(all.neighbour(Some(ClaimId(1)), 1), Some(ClaimId(2)));
        assert_eq!(all.neighbour(Some(ClaimId(2)), 1), Some(ClaimId(2)));
        assert_eq!(Listing::default().neighbour(None, 1), None);
    }

    #[test]
    fn the_next_untagged_claim_is_looked_for_from_the_top_again() {
        let (all, project) = (listing(&View::default()), tagged());
        assert_eq!(all.next_untagged(&project, Some(ClaimId(1))), Some(ClaimId(2)));
        assert_eq!(all.next_untagged(&project, Some(ClaimId(2))), None);
        assert_eq!(all.next_untagged(&project, None), Some(ClaimId(2)));
    }
}

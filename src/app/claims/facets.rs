//! How many claims there are of each kind that can be filtered by.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::app::view::{Facet, Families, decided_last};
use crate::model::{ArticleId, Claim, Project};

/// The number of claims of each facet, and of all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Facets {
    pub(crate) all: usize,
    counts: BTreeMap<Facet, usize>,
}

impl Facets {
    /// Counts the claims of `project`.
    pub(crate) fn of(project: &Project, families: &Families) -> Self {
        // Counted after every edit, in the frame that shows it: hashing is quick, and order comes last.
        let mut counts: FxHashMap<Facet, Count> = FxHashMap::default();
        for (index, claim) in project.claims.iter().enumerate() {
            facets(claim, families).for_each(|facet| counts.entry(facet).or_default().add(index));
        }
        let counts = counts.into_iter().map(|(facet, count)| (facet, count.claims)).collect();
        Self { all: project.claims.len(), counts }
    }

    /// How many claims have `facet`.
    pub(crate) fn count(&self, facet: &Facet) -> usize {
        match facet {
            // Whichever of two articles is named first, as many claims are stated by it.
            Facet::Beside(article) => self.count(&Facet::Article(*article)),
            facet => self.counts.get(facet).copied().unwrap_or(0),
        }
    }

    /// Every facet that a claim has, with how many have it, in order.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&Facet, usize)> {
        self.counts.iter().map(|(facet, count)| (facet, *count))
    }
}

/// The claims that have a facet.
#[derive(Default)]
struct Count {
    claims: usize,
    /// The index of the last of them.
    last: Option<usize>,
}

impl Count {
    /// Counts a claim, once however often it comes in a row.
    fn add(&mut self, claim: usize) {
        self.claims += usize::from(self.last != Some(claim));
        self.last = Some(claim);
    }
}

/// The facets of one claim, some of them several times.
fn facets(claim: &Claim, families: &Families) -> impl Iterator<Item = Facet> {
    let reasons = claim.suggestion.iter().flat_map(|suggestion| &suggestion.reasons);
    let articles = claim.passages.iter().map(|passage| passage.article);
    let family = |article: ArticleId| families.get(&article).map(|family| Facet::Family(*family));
    std::iter::once(Facet::Tag(claim.tag()))
        .chain(reasons.map(|reason| Facet::Reason(reason.kind)))
        .chain(articles.clone().map(Facet::Article))
        .chain(articles.filter_map(family))
        .chain(claim.labels.iter().cloned().map(Facet::Label))
        .chain(decided_last(claim).map(Facet::Reviewer))
        .chain((!claim.note.is_empty()).then_some(Facet::Note))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::actions::tests::project;

    #[test]
    fn a_claim_counts_once_for_each_article_and_family() {
        let families = [(ArticleId(1), 1), (ArticleId(2), 1)].into();
        let mut project = project();
        project.claims[1].note = "Asked".into();
        let facets = Facets::of(&project, &families);
        assert_eq!(facets.all, 2);
        assert_eq!(facets.count(&Facet::Article(ArticleId(1))), 1);
        assert_eq!(facets.count(&Facet::Article(ArticleId(2))), 2);
        assert_eq!(facets.count(&Facet::Family(1)), 2);
        assert_eq!(facets.count(&Facet::Tag(None)), 2);
        assert_eq!(facets.count(&Facet::Note), 1);
        assert_eq!(facets.count(&Facet::Label("traffic".into())), 0);
    }
}

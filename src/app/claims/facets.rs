//! How many claims there are of each kind that can be filtered by.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::app::view::{Facet, Families, decided_last};
use crate::model::{Claim, Project};

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
        let mut counts: FxHashMap<Facet, usize> = FxHashMap::default();
        let mut own = Vec::new();
        for claim in &project.claims {
            facets(claim, families, &mut own);
            for facet in own.drain(..) {
                *counts.entry(facet).or_default() += 1;
            }
        }
        Self { all: project.claims.len(), counts: counts.into_iter().collect() }
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

/// Puts the facets of one claim into `facets`, each once.
fn facets(claim: &Claim, families: &Families, facets: &mut Vec<Facet>) {
    facets.push(Facet::Tag(claim.tag()));
    let reasons = claim.suggestion.iter().flat_map(|suggestion| &suggestion.reasons);
    facets.extend(reasons.map(|reason| Facet::Reason(reason.kind)));
    for passage in &claim.passages {
        facets.push(Facet::Article(passage.article));
        facets.extend(families.get(&passage.article).map(|family| Facet::Family(*family)));
    }
    facets.extend(claim.labels.iter().cloned().map(Facet::Label));
    facets.extend(decided_last(claim).map(Facet::Reviewer));
    if !claim.note.is_empty() {
        facets.push(Facet::Note);
    }
    facets.sort_unstable();
    facets.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ArticleId;
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

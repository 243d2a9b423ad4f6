//! How many claims there are of each kind that can be filtered by.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::app::view::{Facet, Families, decided_last};
use crate::model::{ArticleId, Claim, Project, ReasonKind, ReviewerId, Tag};

/// The number of claims of each facet, and of all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Facets {
    pub(crate) all: usize,
    counts: BTreeMap<Facet, usize>,
}

impl Facets {
    /// Counts the claims of `project`.
    pub(crate) fn of(project: &Project, families: &Families) -> Self {
        let mut tallies = Tallies::default();
        for (index, claim) in project.claims.iter().enumerate() {
            tallies.add(index, claim, families);
        }
        Self { all: project.claims.len(), counts: tallies.counts() }
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

/// What is counted going through the claims, each kind of facet by itself: it is done after every edit, in
/// the frame that shows it.
#[derive(Default)]
struct Tallies<'a> {
    tags: Tally<Option<Tag>>,
    reasons: Tally<ReasonKind>,
    articles: Tally<ArticleId>,
    families: Tally<usize>,
    labels: Tally<&'a str>,
    reviewers: Tally<ReviewerId>,
    notes: usize,
}

impl<'a> Tallies<'a> {
    /// Counts the claim of that index.
    fn add(&mut self, index: usize, claim: &'a Claim, families: &Families) {
        self.tags.entry(claim.tag()).or_default().add(index);
        for reason in claim.suggestion.iter().flat_map(|suggestion| &suggestion.reasons) {
            self.reasons.entry(reason.kind).or_default().add(index);
        }
        for article in claim.passages.iter().map(|passage| passage.article) {
            self.articles.entry(article).or_default().add(index);
            if let Some(family) = families.get(&article) {
                self.families.entry(*family).or_default().add(index);
            }
        }
        for label in &claim.labels {
            self.labels.entry(label).or_default().add(index);
        }
        if let Some(reviewer) = decided_last(claim) {
            self.reviewers.entry(reviewer).or_default().add(index);
        }
        self.notes += usize::from(!claim.note.is_empty());
    }

    fn counts(self) -> BTreeMap<Facet, usize> {
        let notes = (self.notes > 0).then_some((Facet::Note, self.notes));
        facets(self.tags, Facet::Tag)
            .chain(facets(self.reasons, Facet::Reason))
            .chain(facets(self.articles, Facet::Article))
            .chain(facets(self.families, Facet::Family))
            .chain(facets(self.labels, |label| Facet::Label(label.to_owned())))
            .chain(facets(self.reviewers, Facet::Reviewer))
            .chain(notes)
            .collect()
    }
}

/// The claims of each value of one kind.
type Tally<K> = FxHashMap<K, Count>;

fn facets<K>(tally: Tally<K>, facet: impl Fn(K) -> Facet) -> impl Iterator<Item = (Facet, usize)> {
    tally.into_iter().map(move |(value, count)| (facet(value), count.claims))
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

//! A review: articles, claims, reviewers.

use super::{Article, ArticleId, Claim, ClaimId, Place, Reason, ReviewerId, Tag};

/// Everything that a project file holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Project {
    /// What the review is called.
    pub title: String,
    /// The articles in the order of their columns.
    pub articles: Vec<Article>,
    /// The claims in reading order.
    pub claims: Vec<Claim>,
    /// Everybody who decided something.
    pub reviewers: Vec<Reviewer>,
    /// Sentences in no claim that a reviewer looked at and set aside: ascending, each once, in
    /// articles of the project.
    pub set_aside: Vec<Place>,
}

impl Project {
    /// The article of that name.
    #[must_use]
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        self.articles.iter().find(|article| article.id == id)
    }

    /// The claim of that name.
    #[must_use]
    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    /// The reviewer of that name.
    #[must_use]
    pub fn reviewer(&self, id: ReviewerId) -> Option<&Reviewer> {
        self.reviewers.iter().find(|reviewer| reviewer.id == id)
    }

    /// Where the claim stands in the list.
    #[must_use]
    pub fn claim_index(&self, id: ClaimId) -> Option<usize> {
        self.claims.iter().position(|claim| claim.id == id)
    }

    /// Where the article stands in the list, from 0.
    #[must_use]
    pub fn article_index(&self, id: ArticleId) -> Option<usize> {
        self.articles.iter().position(|article| article.id == id)
    }

    /// The sentence of a reason, with articles by the numbers of their columns, from 1.
    #[must_use]
    pub fn told(&self, reason: &Reason) -> String {
        let column =
            |id| self.article_index(ArticleId(id)).and_then(|at| u32::try_from(at + 1).ok());
        reason.renumbered(column)
    }

    /// How many claims bear `tag`; `None` counts the untagged.
    #[must_use]
    pub fn count(&self, tag: Option<Tag>) -> usize {
        self.claims.iter().filter(|claim| claim.tag() == tag).count()
    }

    /// A name no article bears yet.
    #[must_use]
    pub fn free_article_id(&self) -> ArticleId {
        ArticleId(
            self.articles.iter().map(|article| article.id.0).max().unwrap_or(0).saturating_add(1),
        )
    }

    /// A name no claim bears yet.
    #[must_use]
    pub fn free_claim_id(&self) -> ClaimId {
        ClaimId(self.claims.iter().map(|claim| claim.id.0).max().unwrap_or(0).saturating_add(1))
    }

    /// A name no reviewer bears yet.
    #[must_use]
    pub fn free_reviewer_id(&self) -> ReviewerId {
        ReviewerId(
            self.reviewers
                .iter()
                .map(|reviewer| reviewer.id.0)
                .max()
                .unwrap_or(0)
                .saturating_add(1),
        )
    }
}

/// Somebody who decides on claims.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reviewer {
    /// Their name inside the project.
    pub id: ReviewerId,
    /// Their name as shown.
    pub name: String,
}

//! Which articles share an origin.

use std::collections::BTreeMap;

use crate::model::{Article, ArticleId};

/// The families of a set of articles, numbered from 1 in the order of their first article.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Families(BTreeMap<ArticleId, usize>);

impl Families {
    /// The number of the family that `article` belongs to; `None` for an article that was not asked about.
    #[must_use]
    pub fn of(&self, article: ArticleId) -> Option<usize> {
        self.0.get(&article).copied()
    }

    /// How many families `articles` come from.
    pub fn count(&self, articles: impl IntoIterator<Item = ArticleId>) -> usize {
        let mut numbers: Vec<_> = articles.into_iter().filter_map(|id| self.of(id)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.len()
    }
}

/// Groups `articles` by origin.
#[must_use]
pub fn families(articles: &[&Article]) -> Families {
    Families(articles.iter().enumerate().map(|(index, article)| (article.id, index + 1)).collect())
}

//! What the types of a file cannot say.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::model::{Article, ArticleId, ClaimId, Place, Project, ReviewerId};

/// A project that contradicts itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// Two articles bear one number.
    TwoArticles(ArticleId),
    /// Two claims bear one number.
    TwoClaims(ClaimId),
    /// Two reviewers bear one number.
    TwoReviewers(ReviewerId),
    /// A part of the article is not a stretch of its text, or not after the part before it.
    MisplacedPart {
        /// The article.
        article: ArticleId,
        /// The part, counted from 1.
        part: usize,
    },
    /// The claim has a passage in an article that is not there.
    UnknownArticle {
        /// The claim.
        claim: ClaimId,
        /// The article that is not there.
        article: ArticleId,
    },
    /// The claim was decided by a reviewer who is not there.
    UnknownReviewer {
        /// The claim.
        claim: ClaimId,
        /// The reviewer who is not there.
        reviewer: ReviewerId,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TwoArticles(id) => write!(f, "two articles have the number {id}"),
            Self::TwoClaims(id) => write!(f, "two claims have the number {id}"),
            Self::TwoReviewers(id) => write!(f, "two reviewers have the number {id}"),
            Self::MisplacedPart { article, part } => {
                write!(f, "part {part} of article {article} does not fit its text")
            }
            Self::UnknownArticle { claim, article } => {
                write!(f, "claim {claim} has a passage in article {article}, which is not there")
            }
            Self::UnknownReviewer { claim, reviewer } => {
                write!(f, "claim {claim} was decided by reviewer {reviewer}, who is not there")
            }
        }
    }
}

/// Looks for faults, and takes out the places of reasons that no longer fit their text: they are
/// the program's own findings and can be found again. A place set aside that fits no text says
/// nothing and goes, too. A passage that does not fit is a reviewer's,
/// so it stays and is told of by [`super::super::lost()`].
pub(super) fn check(project: &mut Project) -> Result<(), Fault> {
    let Project { title: _, articles, claims, reviewers, set_aside } = project;
    no_two(articles.iter().map(|article| article.id)).map_err(Fault::TwoArticles)?;
    no_two(claims.iter().map(|claim| claim.id)).map_err(Fault::TwoClaims)?;
    no_two(reviewers.iter().map(|reviewer| reviewer.id)).map_err(Fault::TwoReviewers)?;
    articles.iter().try_for_each(parts_fit)?;

    let texts: BTreeMap<_, _> = articles.iter().map(|a| (a.id, a.text.as_str())).collect();
    let reviewers: BTreeSet<_> = reviewers.iter().map(|reviewer| reviewer.id).collect();
    for claim in claims {
        let id = claim.id;
        let mut named = claim.passages.iter().map(|passage| passage.article);
        if let Some(article) = named.find(|article| !texts.contains_key(article)) {
            return Err(Fault::UnknownArticle { claim: id, article });
        }
        let mut deciders = claim.decisions.iter().map(|decision| decision.reviewer);
        if let Some(reviewer) = deciders.find(|reviewer| !reviewers.contains(reviewer)) {
            return Err(Fault::UnknownReviewer { claim: id, reviewer });
        }
        for reason in claim.suggestion.iter_mut().flat_map(|suggestion| &mut suggestion.reasons) {
            reason.places.retain(|place| fits(place, &texts));
        }
    }
    set_aside.retain(|place| fits(place, &texts));
    set_aside.sort_unstable();
    set_aside.dedup();
    Ok(())
}

fn no_two<Id: Ord + Copy>(ids: impl Iterator<Item = Id>) -> Result<(), Id> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(id);
        }
    }
    Ok(())
}

fn parts_fit(article: &Article) -> Result<(), Fault> {
    let mut end_before = 0;
    for (index, part) in article.parts.iter().enumerate() {
        if part.span.start() < end_before || part.span.of(&article.text).is_none() {
            return Err(Fault::MisplacedPart { article: article.id, part: index + 1 });
        }
        end_before = part.span.end();
    }
    Ok(())
}

fn fits(place: &Place, texts: &BTreeMap<ArticleId, &str>) -> bool {
    texts.get(&place.article).is_some_and(|text| place.span.of(text).is_some())
}

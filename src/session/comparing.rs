//! Articles → claims in a project.

use std::ops::ControlFlow;

use crate::analysis::{Analysis, Cancelled, FoundClaim, Watch, find_claims, judged};
use crate::model::{Article, ArticleId, Claim, Passage, Place, Project, Stance, Suggestion};
use crate::review::{Edit, Found, actions, incorporate};

/// Finds the claims of a project's articles.
pub fn compare(project: &Project, watch: &mut Watch<'_>) -> Result<Analysis, Cancelled> {
    let articles: Vec<_> = project.articles.iter().collect();
    find_claims(&articles, watch)
}

/// The edit that takes an analysis into a project.
#[must_use]
pub fn take_in(project: &Project, analysis: Analysis) -> Edit {
    let found = |claim: FoundClaim| Found {
        summary: claim.summary,
        passages: claim.passages,
        suggestion: by_id(project, claim.suggestion),
    };
    incorporate(project, analysis.claims.into_iter().map(found).collect())
}

/// A suggestion whose reasons call the articles by their ids, and no longer by their order.
fn by_id(project: &Project, mut suggestion: Suggestion) -> Suggestion {
    let id = |number: u32| {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        project.articles.get(index).map(|article| article.id.0)
    };
    for reason in &mut suggestion.reasons {
        reason.detail = reason.renumbered(id);
    }
    suggestion
}

/// A new project of `articles` with the claims found in them.
pub fn project_from(articles: Vec<Article>, watch: &mut Watch<'_>) -> Result<Project, Cancelled> {
    let mut project = Project::default();
    let numbered =
        articles.into_iter().zip(1..).map(|(article, id)| Article { id: ArticleId(id), ..article });
    project.articles = numbered.collect();
    let analysis = compare(&project, watch)?;
    let edit = take_in(&project, analysis);
    edit.apply(&mut project).ok();
    Ok(project)
}

/// More text than this, in bytes, is not read again for one claim: it would hold up the window.
const READ_AT_ONCE: usize = 500_000;

/// An edit by hand, with a suggestion for each claim in it that has none, and how its passages stand: what
/// the reviewer put together is compared as well. Of passages of one article there is nothing to say, for
/// nobody looked through the others. In a review of very long articles the claims stay without.
#[must_use]
pub fn with_suggestions(project: &Project, edit: Edit) -> Edit {
    match edit {
        Edit::PutClaim(at, claim) => Edit::PutClaim(at, Box::new(suggested(project, *claim))),
        Edit::ReplaceClaim(claim) => Edit::ReplaceClaim(Box::new(suggested(project, *claim))),
        Edit::Batch(edits) => {
            Edit::Batch(edits.into_iter().map(|edit| with_suggestions(project, edit)).collect())
        }
        other => other,
    }
}

fn suggested(project: &Project, claim: Claim) -> Claim {
    let length: usize = project.articles.iter().map(|article| article.text.len()).sum();
    let is_alone = claim.articles().len() < 2;
    if claim.suggestion.is_some() || is_alone || length > READ_AT_ONCE {
        return claim;
    }
    let articles: Vec<&Article> = project.articles.iter().collect();
    let place = |passage: &Passage| Place { article: passage.article, span: passage.span };
    let places: Vec<Place> = claim.passages.iter().map(place).collect();
    let Ok((suggestion, stances)) = judged(&articles, &places, &mut |_| ControlFlow::Continue(()))
    else {
        return claim;
    };
    let mut claim = Claim { suggestion: Some(by_id(project, suggestion)), ..claim };
    for (passage, stance) in claim.passages.iter_mut().zip(stances) {
        // What a reviewer said of it holds.
        if passage.stance == Stance::Same {
            passage.stance = stance;
        }
    }
    claim
}

/// The edit that adds articles under free ids.
#[must_use]
pub fn add(project: &Project, articles: Vec<Article>) -> Edit {
    let first = project.free_article_id().0;
    let numbered = articles
        .into_iter()
        .zip(first..)
        .map(|(article, id)| Article { id: ArticleId(id), ..article });
    actions::add_articles(numbered.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::import;
    use crate::model::Tag;

    #[test]
    fn claims_merged_by_hand_are_compared() {
        let texts = ["Nine people died when the ferry sank.", "Twelve people died on the ferry."];
        let article = |(id, text): (u32, &&str)| {
            import(text.as_bytes(), "a.txt", ArticleId(id)).expect("it is text").article
        };
        let mut project =
            Project { articles: (1..).zip(&texts).map(article).collect(), ..Project::default() };
        for article in project.articles.clone() {
            let whole = crate::text::Span::whole(&article.text);
            let (edit, _) = actions::new_claim(&project, article.id, whole).expect("it fits");
            edit.apply(&mut project).expect("it fits");
        }
        let claims: Vec<_> = project.claims.iter().map(|claim| claim.id).collect();
        let merged = actions::merge(&project, &claims).expect("it fits");
        with_suggestions(&project, merged).apply(&mut project).expect("it fits");
        let suggestion = project.claims.first().and_then(|claim| claim.suggestion.as_ref());
        assert_eq!(suggestion.map(|suggestion| suggestion.tag), Some(Tag::Disputed));
        let passages = project.claims.first().map(|claim| claim.passages.as_slice());
        let stances = passages.unwrap_or_default().iter().map(|passage| passage.stance);
        assert_eq!(stances.collect::<Vec<_>>(), [Stance::Differs, Stance::Differs]);
    }

    #[test]
    fn a_reason_calls_articles_by_the_columns_they_stand_in_now() {
        let texts =
            ["Nine people died when the ferry sank.", "Twelve people died when the ferry sank."];
        let article = |text: &str| {
            import(text.as_bytes(), "a.txt", ArticleId(1)).expect("it is text").article
        };
        let mut project =
            project_from(texts.map(article).to_vec(), &mut |_| ControlFlow::Continue(()))
                .expect("nobody stops it");
        let told = |project: &Project| {
            let claim = project.claims.first().expect("they state one claim");
            let suggestion = claim.suggestion.as_ref().expect("it was found");
            suggestion.reasons.iter().map(|reason| project.told(reason)).collect::<Vec<_>>()
        };
        assert_eq!(told(&project), ["2 says “Twelve”, 1 says “Nine”"]);
        Edit::MoveArticle(ArticleId(1), 1).apply(&mut project).expect("it is there");
        assert_eq!(told(&project), ["1 says “Twelve”, 2 says “Nine”"]);
        let found = compare(&project, &mut |_| ControlFlow::Continue(())).expect("as before");
        take_in(&project, found).apply(&mut project).expect("it fits");
        assert_eq!(told(&project).len(), 1);
        assert!(told(&project)[0].contains("1 says “Twelve”"), "{:?}", told(&project));
    }

    #[test]
    fn a_claim_made_of_one_article_is_not_called_unique() {
        let article =
            import(b"The ferry sank.", "a.txt", ArticleId(1)).expect("it is text").article;
        let whole = crate::text::Span::whole(&article.text);
        let mut project = Project { articles: vec![article], ..Project::default() };
        let (edit, _) = actions::new_claim(&project, ArticleId(1), whole).expect("it fits");
        with_suggestions(&project, edit).apply(&mut project).expect("it fits");
        assert_eq!(project.claims.first().map(|claim| claim.suggestion.is_none()), Some(true));
    }
}

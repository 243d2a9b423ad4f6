//! Articles → claims in a project.

use crate::analysis::{Analysis, Cancelled, FoundClaim, Watch, find_claims};
use crate::model::{Article, ArticleId, Project};
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
        suggestion: claim.suggestion,
    };
    incorporate(project, analysis.claims.into_iter().map(found).collect())
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

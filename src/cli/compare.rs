//! `claims` and `compare`: what is in the articles.

use std::ops::ControlFlow;

use super::args::{Claims, Compare};
use super::load::{Loaded, load};
use super::{Console, Failure, form, table};
use crate::analysis::{Analysis, FoundClaim, find_claims};
use crate::model::{Article, Claim, ClaimId, Origin, Project};

pub(super) fn claims(options: &Claims, console: &mut Console<'_>) -> Result<(), Failure> {
    let loaded = load(std::slice::from_ref(&options.file), console)?;
    if options.form.json {
        form::write_articles(&loaded, options.form.text, console.out)
    } else {
        table::write_sentences(&loaded, console.out)
    }
}

pub(super) fn compare(options: &Compare, console: &mut Console<'_>) -> Result<(), Failure> {
    let loaded = load(&options.files, console)?;
    let analysis = analyse(&loaded);
    if options.form.json {
        form::write_comparison(&loaded, &analysis, options, console.out)
    } else if options.explain {
        table::write_explained(&loaded, &analysis, console.out)
    } else {
        table::write_comparison(&loaded, &analysis, console.out)
    }
}

/// The claims of `loaded`. Nobody watches, so the work is never called off.
pub(super) fn analyse(loaded: &[Loaded]) -> Analysis {
    let articles: Vec<&Article> = loaded.iter().map(|one| &one.imported.article).collect();
    let found = find_claims(&articles, &mut |_| ControlFlow::Continue(()));
    found.unwrap_or_else(|_cancelled| Analysis {
        claims: Vec::new(),
        links: Vec::new(),
        families: crate::analysis::families(&articles),
    })
}

/// A project of `articles` with what was found in them, on which nobody has worked yet.
pub(super) fn project_from(
    title: String,
    articles: Vec<Article>,
    found: Vec<FoundClaim>,
) -> Project {
    let claim = |(number, found): (u32, FoundClaim)| {
        let FoundClaim { summary, passages, suggestion } = found;
        let mut claim = Claim::new(ClaimId(number), summary, Origin::Program, passages);
        claim.suggestion = Some(suggestion);
        claim
    };
    let claims = (1..).zip(found).map(claim).collect();
    Project { title, articles, claims, reviewers: Vec::new() }
}

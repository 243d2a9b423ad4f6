//! `claims` and `compare`: what is in the articles.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;

use super::args::{Claims, Compare};
use super::load::{Loaded, load};
use super::{Console, Failure, form, table};
use crate::analysis::{Analysis, Ground, find_claims, grounds};
use crate::model::Article;

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
    let analysis = with_threads(options.threads, || analyse(&loaded));
    if options.form.json {
        form::write_comparison(&loaded, &analysis, options, console.out)
    } else if options.explain {
        table::write_explained(&loaded, &analysis, &grounds_of(&loaded, &analysis), console.out)
    } else {
        table::write_comparison(&loaded, &analysis, console.out)
    }
}

/// Why the passages of every claim are together.
fn grounds_of(loaded: &[Loaded], analysis: &Analysis) -> Vec<Vec<Ground>> {
    let articles: Vec<&Article> = loaded.iter().map(|one| &one.imported.article).collect();
    let found = grounds(&articles, &analysis.claims, &mut |_| ControlFlow::Continue(()));
    found.unwrap_or_else(|_cancelled| Vec::new())
}

/// Does `work` with so many threads; where they cannot be had, with as many as there are.
fn with_threads<R: Send>(threads: Option<NonZeroUsize>, work: impl FnOnce() -> R + Send) -> R {
    let pool = threads.and_then(|threads| {
        rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build().ok()
    });
    match pool {
        Some(pool) => pool.install(work),
        None => work(),
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

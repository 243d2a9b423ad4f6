//! `new`: articles → a project with their claims.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use super::args::New;
use super::load::{Loaded, load};
use super::{Console, Failure, counted};
use crate::model::{ArticleId, Claim, Project};
use crate::session;
use crate::storage::{self, FileError, OpenError, ReadError};

pub(super) fn new(options: &New, console: &mut Console<'_>) -> Result<(), Failure> {
    let path = &options.output;
    if !options.force {
        refuse_to_replace_work(path)?;
    }
    let loaded = load(&options.files, console)?;
    let loaded = each_once(loaded, console);
    let articles = loaded.into_iter().map(|one| one.imported.article).collect();
    // Nobody watches, so the work is never called off.
    let mut project =
        session::project_from(articles, &mut |_| ControlFlow::Continue(())).unwrap_or_default();
    project.title = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    storage::save(path, &project, None)?;
    console.tell(told(&project, path));
    Ok(())
}

/// What is there may be replaced if it is a project that nobody has worked on, such as one that was
/// made a moment ago.
fn refuse_to_replace_work(path: &Path) -> Result<(), Failure> {
    let in_the_way = |what| Err(Failure::InTheWay { what, path: path.to_owned() });
    match storage::open(path) {
        Ok(opened) if opened.project.claims.iter().any(Claim::is_worked_on) => {
            in_the_way("a review with somebody's work in it")
        }
        Ok(_) | Err(OpenError::File(FileError::Missing(_))) => Ok(()),
        Err(OpenError::Read(ReadError::NotAProject, _)) => in_the_way("a file that is no project"),
        Err(error) if error.is_damage() => in_the_way("a damaged project"),
        Err(error) => Err(error.into()),
    }
}

/// `loaded` without the articles whose bytes were there before, numbered anew.
fn each_once(loaded: Vec<Loaded>, console: &mut Console<'_>) -> Vec<Loaded> {
    let mut first: BTreeMap<[u8; 32], String> = BTreeMap::new();
    let mut once: Vec<Loaded> = Vec::with_capacity(loaded.len());
    for mut one in loaded {
        if let Some(before) = first.get(&one.sha256().0) {
            console.tell(format_args!("the same bytes as {before}, added once: {}", one.path));
            continue;
        }
        first.insert(one.sha256().0, one.path.clone());
        one.imported.article.id = ArticleId(once.len() as u32 + 1);
        once.push(one);
    }
    once
}

fn told(project: &Project, path: &Path) -> String {
    let articles = counted(project.articles.len(), "article", "articles");
    let claims = counted(project.claims.len(), "claim", "claims");
    format!("{articles}, {claims} found: {}", path.display())
}

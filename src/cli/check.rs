//! `check`: whether a project is sound.

use std::path::{Path, PathBuf};

use sha2::Digest as _;

use super::args::Check;
use super::{Console, Failure, counted, printable};
use crate::model::{Article, Project, Tag};
use crate::session;
use crate::storage::{self, FileError, Lost};

pub(super) fn check(options: &Check, console: &mut Console<'_>) -> Result<(), Failure> {
    let path = &options.project;
    let opened = storage::open(path).inspect_err(|error| {
        let backup = storage::backup_path(path);
        if error.is_damage() && backup.exists() {
            console.tell(format_args!("the file before the last save is at {}", backup.display()));
        }
    })?;
    let project = &opened.project;
    let title = session::title(project, Some(path)).unwrap_or_default();
    writeln!(console.out, "{}: {}", printable(&title), contents(project))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    for article in &project.articles {
        writeln!(console.out, "article {}: {}", article.id, source(article, folder))?;
    }
    for lost in &opened.lost {
        writeln!(console.out, "lost: {}", lost_passage(*lost, project))?;
    }
    match opened.lost.len() {
        0 => writeln!(console.out, "sound: every passage stands where it stood")?,
        _ => return Err(Failure::Told),
    }
    Ok(())
}

fn contents(project: &Project) -> String {
    let count = |tag| project.count(tag);
    format!(
        "{}, {}: {} disputed, {} agreed, {} unique, {} untagged",
        counted(project.articles.len(), "article", "articles"),
        counted(project.claims.len(), "claim", "claims"),
        count(Some(Tag::Disputed)),
        count(Some(Tag::Agreed)),
        count(Some(Tag::Unique)),
        count(None)
    )
}

/// The article's file, and how it stands to what was imported from it.
fn source(article: &Article, folder: &Path) -> String {
    let name = printable(&article.source.name);
    let Some(given) = &article.source.path else {
        return format!("{name}, not from a file");
    };
    match read_source(given, folder) {
        Ok(bytes) if sha2::Sha256::digest(&bytes)[..] == article.source.sha256.0 => {
            format!("{name}, the file is as it was imported")
        }
        Ok(_) => format!("{name}, the file has changed since it was imported"),
        Err(FileError::Missing(_)) => format!("{name}, the file is no longer there"),
        Err(error) => {
            format!("{name}, not compared with its file: {}", printable(&error.to_string()))
        }
    }
}

/// The file at the path that was given on import, seen from here or from the project's folder.
fn read_source(given: &str, folder: &Path) -> Result<Vec<u8>, FileError> {
    let from_here = PathBuf::from(given);
    match storage::read_file(&from_here) {
        Err(FileError::Missing(_)) => storage::read_file(&folder.join(from_here)),
        read => read,
    }
}

fn lost_passage(lost: Lost, project: &Project) -> String {
    let claim = project.claim(lost.claim);
    let passage = claim.and_then(|claim| claim.passages.get(lost.passage));
    let (article, quote) = passage.map_or((0, ""), |one| (one.article.0, one.quote.as_str()));
    let quote = printable(quote);
    format!("claim {}, in article {article}: “{quote}”", lost.claim)
}

//! Files → articles.

use std::fmt;
use std::path::{Path, PathBuf};

use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::Progress;
use super::jobs::STACK;
use crate::import::{ImportError, Imported, import};
use crate::model::{Article, ArticleId, Fingerprint};
use crate::storage::{FileError, read_file};

/// Files that are read side by side before it is asked whether to go on.
const AT_ONCE: usize = 8;

/// What became of a set of files.
#[derive(Debug, Default)]
pub struct Reading {
    /// The articles that could be read, in the order given.
    pub articles: Vec<Imported>,
    /// The files that could not.
    pub failures: Vec<ReadFailure>,
}

/// A file that could not be read as an article.
#[derive(Debug)]
pub enum ReadFailure {
    /// The file itself could not be read.
    File(FileError),
    /// It is a folder in which no file has the ending of an article.
    NoArticles(PathBuf),
    /// Its bytes make no article.
    Import(ImportError, PathBuf),
    /// Its bytes are those of an article that is there already.
    SameBytes(String, PathBuf),
}

impl fmt::Display for ReadFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(error) => error.fmt(f),
            Self::NoArticles(path) => {
                write!(f, "there are no articles in this folder: {}", path.display())
            }
            Self::Import(error, path) => write!(f, "{error}: {}", path.display()),
            Self::SameBytes(other, path) => {
                write!(
                    f,
                    "it has the same bytes as {other}, so it was not added again: {}",
                    path.display()
                )
            }
        }
    }
}

impl std::error::Error for ReadFailure {}

/// Reads the files at `paths` as articles; the files in a folder stand for the folder. Bytes that
/// are in `known` or were read before in the same go are noticed and left out.
///
/// Stops early, with what it has, once `progress` was cancelled.
#[must_use]
pub fn read_articles(
    paths: &[PathBuf],
    known: &[(Fingerprint, String)],
    progress: &Progress,
) -> Reading {
    let files: Vec<_> = paths.iter().flat_map(|path| files_at(path)).collect();
    let read = || read_files(&files, known, progress);
    match ThreadPoolBuilder::new().stack_size(STACK).build() {
        Ok(threads) => threads.install(read),
        Err(_) => read(),
    }
}

fn read_files(files: &[PathBuf], known: &[(Fingerprint, String)], progress: &Progress) -> Reading {
    let numbered: Vec<_> = (1..).map(ArticleId).zip(files).collect();
    let mut reading = Reading::default();
    for (count, some) in numbered.chunks(AT_ONCE).enumerate() {
        if progress.report((count * AT_ONCE) as f32 / files.len() as f32).is_break() {
            break;
        }
        let read = some.par_iter().map(|(id, path)| read_article(path, *id));
        for ((_, path), article) in some.iter().zip(read.collect::<Vec<_>>()) {
            reading.take(article, path, known);
        }
    }
    reading
}

impl Reading {
    /// Takes in what came of the file at `path`, unless it is in `known` or came before.
    fn take(
        &mut self,
        article: Result<Imported, ReadFailure>,
        path: &Path,
        known: &[(Fingerprint, String)],
    ) {
        match article {
            Ok(imported) => match same_bytes(self, known, imported.article.source.sha256) {
                Some(other) => self.failures.push(ReadFailure::SameBytes(other, path.to_owned())),
                None => self.articles.push(imported),
            },
            Err(failure) => self.failures.push(failure),
        }
    }
}

fn read_article(path: &Path, id: ArticleId) -> Result<Imported, ReadFailure> {
    if path.is_dir() {
        return Err(ReadFailure::NoArticles(path.to_owned()));
    }
    let bytes = read_file(path).map_err(ReadFailure::File)?;
    import(&bytes, &path.to_string_lossy(), id)
        .map_err(|error| ReadFailure::Import(error, path.to_owned()))
}

fn same_bytes(
    reading: &Reading,
    known: &[(Fingerprint, String)],
    sha256: Fingerprint,
) -> Option<String> {
    let name = |article: &Article| article.source.name.clone();
    let now = reading.articles.iter().map(|imported| &imported.article);
    let now = now.filter(|article| article.source.sha256 == sha256).map(name).next();
    now.or_else(|| known.iter().find(|(known, _)| *known == sha256).map(|(_, name)| name.clone()))
}

/// Endings that are read as articles when a folder is given.
const ENDINGS: [&str; 6] = ["txt", "text", "md", "markdown", "html", "htm"];

/// The articles of a folder in the order of their names; a path that is no folder stands for itself.
fn files_at(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(path) else { return vec![path.to_owned()] };
    let is_article = |path: &PathBuf| {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        path.is_file() && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
    };
    let mut files: Vec<_> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_article).collect();
    files.sort();
    if files.is_empty() { vec![path.to_owned()] } else { files }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::write_file;

    #[test]
    fn a_folder_without_articles_is_told_as_such() {
        let folder = tempfile::tempdir().expect("a folder");
        write_file(&folder.path().join("picture.png"), &[0]).expect("it is written");
        let files = files_at(folder.path());
        assert_eq!(files, [folder.path()]);
        let failure = read_article(&files[0], ArticleId(1)).expect_err("there is none");
        assert!(failure.to_string().starts_with("there are no articles in this folder: /"));
        write_file(&folder.path().join("a.txt"), b"The pier is shut.").expect("it is written");
        assert_eq!(files_at(folder.path()), [folder.path().join("a.txt")]);
    }
}

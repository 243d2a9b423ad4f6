//! A session and the file it lives in.

use std::path::{Path, PathBuf};

use super::Session;
use crate::model::Fingerprint;
use crate::review::History;
use crate::storage::{self, OpenError, SaveError, Stamp};

/// The file of an open project.
#[derive(Clone, Debug)]
pub struct ProjectFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it held when it was last read or written, so that another program's change is noticed.
    stamp: Stamp,
}

/// A project just opened.
#[derive(Debug)]
pub struct Opened {
    /// The session on it.
    pub session: Session,
    /// Summaries of the claims with a passage whose words no longer stand where they should.
    pub lost: Vec<String>,
}

impl Session {
    /// Opens the project file at `path`.
    pub fn open(path: &Path) -> Result<Opened, OpenError> {
        let opened = storage::open(path)?;
        let file = ProjectFile { path: path.to_owned(), stamp: opened.stamp };
        let summary = |lost: &storage::Lost| {
            opened.project.claim(lost.claim).map(|claim| claim.summary.clone())
        };
        let lost = opened.lost.iter().filter_map(summary).collect();
        let mut history = History::default();
        history.mark_saved(history.state());
        Ok(Opened { session: Self { project: opened.project, history, file: Some(file) }, lost })
    }

    /// Opens the backup of the project file at `path`. The session stands for the project file
    /// itself and counts as unsaved until it is saved there.
    pub fn open_backup(path: &Path) -> Result<Self, OpenError> {
        let opened = storage::open(&storage::backup_path(path))?;
        let stamp = storage::stamp(path).unwrap_or(opened.stamp);
        let file = ProjectFile { path: path.to_owned(), stamp };
        Ok(Self { project: opened.project, history: History::default(), file: Some(file) })
    }

    /// Saves to the project's own file, unless another program changed it; `false` where it has none.
    pub fn save(&mut self) -> Result<bool, SaveError> {
        let Some(file) = self.file.clone() else { return Ok(false) };
        self.write(&file.path, Some(&file.stamp))?;
        Ok(true)
    }

    /// Saves to `path`, whatever is there, and lives there from now on.
    pub fn save_as(&mut self, path: &Path) -> Result<(), SaveError> {
        self.write(path, None)
    }

    fn write(&mut self, path: &Path, expected: Option<&Stamp>) -> Result<(), SaveError> {
        let stamp = storage::save(path, &self.project, expected)?;
        self.file = Some(ProjectFile { path: path.to_owned(), stamp });
        self.history.mark_saved(self.history.state());
        Ok(())
    }

    /// The fingerprints and names of the articles, to notice the same bytes.
    #[must_use]
    pub fn known_bytes(&self) -> Vec<(Fingerprint, String)> {
        let articles = self.project.articles.iter();
        articles.map(|article| (article.source.sha256, article.source.name.clone())).collect()
    }
}

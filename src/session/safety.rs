//! Work that was not saved, kept against a crash.

use std::path::{Path, PathBuf};

use super::{Job, ProjectFile, Session};
use crate::model::Project;
use crate::review::History;
use crate::storage::{self, Lock, LockError, OpenError, SaveError, recovery};

pub use crate::storage::recovery::Found as Recovered;

impl Session {
    /// Where the work in hand is kept against a crash; `None` on a system that has no place for it.
    #[must_use]
    pub fn recovery_path(&self) -> Option<PathBuf> {
        match self.path() {
            Some(path) => Some(recovery::path_beside(path)),
            None => Some(recovery::path_untitled(&recovery::folder()?)),
        }
    }

    /// Begins to keep `project`, which is the one in hand with what is still being typed; the job ends with the number of the state that is kept.
    pub fn keep(
        &self,
        project: Project,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Option<Job<Result<u64, SaveError>>> {
        let (path, state) = (self.recovery_path()?, self.state());
        Some(Job::start("Keeping", wake, move |_| recovery::store(&path, &project).map(|()| state)))
    }

    /// Takes up work that a crash left: of the project at `path`, or of one that was in no file.
    /// The session counts as unsaved.
    pub fn take_up(recovered: &Recovered, path: Option<&Path>) -> Result<Self, OpenError> {
        let project = recovered.open()?.project;
        let file = path.and_then(|path| {
            Some(ProjectFile { path: path.to_owned(), stamp: storage::stamp(path).ok()? })
        });
        Ok(Self { project, history: History::default(), file, is_recovered: true })
    }
}

/// Work on the project at `path` that a crash left.
#[must_use]
pub fn left_beside(path: &Path) -> Option<Recovered> {
    recovery::find(path)
}

/// Work on projects in no file that crashes left, the latest first.
#[must_use]
pub fn left_untitled() -> Vec<Recovered> {
    recovery::folder().map(|folder| recovery::find_untitled(&folder)).unwrap_or_default()
}

/// Removes what was kept at `path`: the work is saved, or is not wanted any more.
pub fn forget(path: &Path) {
    recovery::remove(path).ok();
}

/// Removes work that a crash left and nobody wants.
pub fn drop_recovered(recovered: &Recovered) {
    forget(&recovered.path);
}

/// Locks the project at `path` for this window; the words of the one who holds it where it is open
/// elsewhere. Where there can be no lock, the project opens all the same.
pub fn lock(path: &Path) -> Result<Option<Lock>, LockError> {
    match Lock::take(path) {
        Ok(lock) => Ok(Some(lock)),
        Err(LockError::Unavailable(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ClaimId, Tag};
    use crate::review::actions::tests::project;

    #[test]
    fn work_that_a_crash_left_is_taken_up_as_unsaved() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("bridge.ron");
        let mut session = Session::unsaved(project());
        session.save_as(&path).expect("the folder takes files");
        session
            .decide(&[(ClaimId(1), Some(Tag::Agreed))], "R. M.", "Tag".into())
            .expect("the claim is there");
        let job = session
            .keep(session.project().clone(), || ())
            .expect("there is a place beside the file");
        while job.end().is_none() {
            std::thread::yield_now();
        }
        let found = left_beside(&path).expect("the work was kept");
        let again = Session::take_up(&found, Some(&path)).expect("it opens");
        assert_eq!(again.project(), session.project());
        assert!(!again.is_saved());
        forget(&session.recovery_path().expect("it has a place"));
        assert!(left_beside(&path).is_none());
    }

    #[test]
    fn a_second_window_is_told_that_the_project_is_open() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("bridge.ron");
        let first = lock(&path).expect("nobody holds it");
        assert!(matches!(lock(&path), Err(LockError::Held { .. })));
        drop(first);
        assert!(lock(&path).is_ok());
    }
}

//! The work that is not saved yet, for the case that the program does not get to save it.
//!
//! A project that has a file has its recovery file beside it, hidden: `.name.ron.recovery`. A
//! project without a file has one in the user's data folder, named after the process. Both are
//! whole project files. A save removes the recovery file; one that is still there at the next start
//! was left by a crash.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{Lock, OpenError, Opened, SaveError, atomic::beside, open, write, write_file};
use crate::model::Project;

/// A recovery file that a crash left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The recovery file.
    pub path: PathBuf,
    /// When it was written.
    pub written: SystemTime,
}

impl Found {
    /// The work in it.
    pub fn open(&self) -> Result<Opened, OpenError> {
        open(&self.path)
    }
}

/// The recovery file of the project at `path`.
#[must_use]
pub fn path_beside(path: &Path) -> PathBuf {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    target.with_file_name(beside(&target, "recovery"))
}

/// The folder for the recovery files of projects that have no file yet; `None` on a system that has
/// no place for it.
#[must_use]
pub fn folder() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "crosscheck")?;
    Some(folders.data_local_dir().join("recovery"))
}

/// The recovery file, in `folder`, of this process's project that has no file yet. Lock it with
/// [`Lock::take`] while it is in use, so that other windows do not offer it.
#[must_use]
pub fn path_untitled(folder: &Path) -> PathBuf {
    folder.join(format!("untitled-{}.ron", std::process::id()))
}

/// Writes the recovery file at `path`, whose folder is made if it is not there.
pub fn store(path: &Path, project: &Project) -> Result<(), SaveError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| SaveError::new(error, path))?;
    }
    write_file(path, write(project).as_bytes())
}

/// The recovery file of the project at `path`, if a crash left one with other content than the
/// project's file has.
#[must_use]
pub fn find(path: &Path) -> Option<Found> {
    let recovery = path_beside(path);
    let written = fs::metadata(&recovery).and_then(|metadata| metadata.modified()).ok()?;
    let is_saved = super::stamp(path).ok() == super::stamp(&recovery).ok();
    (!is_saved).then_some(Found { path: recovery, written })
}

/// The recovery files in `folder` of projects that never had a file and whose window is gone, the
/// latest first.
#[must_use]
pub fn find_untitled(folder: &Path) -> Vec<Found> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let named = entries.filter(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("untitled-") && Path::new(&*name).extension() == Some("ron".as_ref())
    });
    let mut found: Vec<_> = named
        .filter(|entry| !matches!(Lock::take(&entry.path()), Err(super::LockError::Held { .. })))
        .filter_map(|entry| {
            let written = entry.metadata().and_then(|metadata| metadata.modified()).ok()?;
            Some(Found { path: entry.path(), written })
        })
        .collect();
    found.sort_by(|a, b| b.written.cmp(&a.written).then_with(|| a.path.cmp(&b.path)));
    found
}

/// Removes a recovery file that is no longer needed, if it is there.
pub fn remove(path: &Path) -> Result<(), SaveError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(SaveError::new(error, path)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{save, test_project::small};

    #[test]
    fn work_that_was_not_saved_is_found_beside_the_project() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let mut project = small();
        save(&path, &project, None).unwrap();
        assert_eq!(find(&path), None);

        store(&path_beside(&path), &project).unwrap();
        assert_eq!(find(&path), None, "the same is in the file");

        project.title.push('!');
        store(&path_beside(&path), &project).unwrap();
        let found = find(&path).expect("it was left");
        assert_eq!(found.open().unwrap().project, project);

        remove(&found.path).unwrap();
        remove(&found.path).unwrap();
        assert_eq!(find(&path), None);
    }

    #[test]
    fn work_without_a_file_is_found_unless_its_window_is_still_open() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("recovery");
        assert_eq!(find_untitled(&folder), []);
        let path = path_untitled(&folder);
        store(&path, &small()).unwrap();
        let open_window = Lock::take(&path).unwrap();
        assert_eq!(find_untitled(&folder), []);
        drop(open_window);
        let found = find_untitled(&folder);
        assert_eq!(found.iter().map(|found| &found.path).collect::<Vec<_>>(), [&path]);
    }
}

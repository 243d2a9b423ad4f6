//! One window a project.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::{fmt, process};

use super::atomic::beside;

/// Held while a project is open, so that two windows do not overwrite each other's work.
///
/// It is a lock of the operating system on a hidden file beside the project, and ends with the
/// process: a crash leaves at most the file, never the lock. File systems that know no locks give
/// none, and the project opens all the same.
#[derive(Debug)]
pub struct Lock {
    /// Never read: the lock lasts as long as the file is open.
    _file: File,
    path: PathBuf,
}

/// Why there is no lock.
#[derive(Debug)]
pub enum LockError {
    /// Another window has the project open.
    Held {
        /// Who, as it says itself: `process 4711`; empty if it cannot be read.
        by: String,
    },
    /// The folder or the file system takes no lock, which is no reason not to open the project.
    Unavailable(io::Error),
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Held { by } if by.is_empty() => f.write_str("it is open in another window"),
            Self::Held { by } => write!(f, "it is open in another window ({by})"),
            Self::Unavailable(error) => write!(f, "it cannot be locked here: {error}"),
        }
    }
}

impl std::error::Error for LockError {}

impl Lock {
    /// Locks the project at `path`, which need not exist yet.
    pub fn take(path: &Path) -> Result<Self, LockError> {
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let path = path.with_file_name(beside(&path, "lock"));
        loop {
            let mut file = open(&path).map_err(LockError::Unavailable)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(LockError::Held { by: holder(file) }),
                Err(TryLockError::Error(error)) => return Err(LockError::Unavailable(error)),
            }
            // The one who held it may have removed the file between our opening and locking it.
            if is_same_file(&file, &path) {
                let name = format!("process {}", process::id());
                file.set_len(0).and_then(|()| file.write_all(name.as_bytes())).ok();
                return Ok(Self { _file: file, path });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        fs::remove_file(&self.path).ok();
    }
}

fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)
}

fn holder(file: File) -> String {
    let mut by = String::new();
    file.take(200).read_to_string(&mut by).ok();
    by
}

#[cfg(unix)]
fn is_same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let (Ok(held), Ok(named)) = (file.metadata(), fs::metadata(path)) else { return false };
    (held.dev(), held.ino()) == (named.dev(), named.ino())
}

#[cfg(not(unix))]
fn is_same_file(_file: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_is_locked_once_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let first = Lock::take(&path).expect("nobody holds it");
        let second = Lock::take(&path).expect_err("it is held");
        assert!(second.to_string().contains(&process::id().to_string()), "{second}");
        drop(first);
        drop(Lock::take(&path).expect("it was given back"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left behind");
    }

    #[test]
    fn a_lock_file_that_a_crash_left_holds_nobody_up() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        drop(open(&path.with_file_name(".a.ron.lock")).unwrap());
        assert!(Lock::take(&path).is_ok());
    }

    #[test]
    fn a_folder_that_is_not_there_gives_no_lock_and_says_so() {
        let nowhere = Path::new("/nowhere/at/all/a.ron");
        assert!(matches!(Lock::take(nowhere), Err(LockError::Unavailable(_))));
    }
}

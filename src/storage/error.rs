//! Why a file could not be read, opened or saved. What happened comes first, the path last.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use super::ReadError;

/// A file could not be read.
#[derive(Debug)]
pub enum FileError {
    /// There is no such file.
    Missing(PathBuf),
    /// It is a folder.
    Folder(PathBuf),
    /// It is a pipe or a device, which holds nothing for certain.
    Device(PathBuf),
    /// The system does not let this user read it.
    Denied(PathBuf),
    /// It is larger than what is read.
    TooLarge {
        /// The most that is read, in bytes.
        limit: u64,
        /// The file.
        path: PathBuf,
    },
    /// Anything else the system says.
    Other(io::Error, PathBuf),
}

impl FileError {
    pub(super) fn new(error: io::Error, path: &Path) -> Self {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing(path),
            io::ErrorKind::IsADirectory => Self::Folder(path),
            io::ErrorKind::PermissionDenied => Self::Denied(path),
            _ => Self::Other(error, path),
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "there is no such file: {}", path.display()),
            Self::Folder(path) => write!(f, "this is a folder, not a file: {}", path.display()),
            Self::Device(path) => {
                write!(f, "this is a pipe or a device, not a file: {}", path.display())
            }
            Self::Denied(path) => {
                write!(f, "there is no permission to read it: {}", path.display())
            }
            Self::TooLarge { limit, path } => {
                write!(f, "it is larger than {} MB: {}", limit >> 20, path.display())
            }
            Self::Other(error, path) => write!(f, "{error}: {}", path.display()),
        }
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Other(error, _) => Some(error),
            _ => None,
        }
    }
}

/// A project could not be opened.
#[derive(Debug)]
pub enum OpenError {
    /// The file could not be read.
    File(FileError),
    /// What was read is no project, or a damaged one.
    Read(ReadError, PathBuf),
}

impl OpenError {
    /// Whether the file is damaged, so that its backup may help.
    #[must_use]
    pub const fn is_damage(&self) -> bool {
        match self {
            Self::File(_) | Self::Read(ReadError::Newer { .. }, _) => false,
            Self::Read(..) => true,
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(error) => error.fmt(f),
            Self::Read(error, path) => write!(f, "{error}: {}", path.display()),
        }
    }
}

impl std::error::Error for OpenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::File(error) => error.source(),
            Self::Read(error, _) => Some(error),
        }
    }
}

/// A file could not be saved. What was there before is still there, whole.
#[derive(Debug)]
pub enum SaveError {
    /// The file there was made by a newer program.
    Newer {
        /// Its format.
        found: u32,
        /// The file.
        path: PathBuf,
    },
    /// Another program has changed the file since it was opened.
    ChangedOutside(PathBuf),
    /// The file is marked as not to be written.
    ReadOnly(PathBuf),
    /// There is a folder of that name, or something else that is no file.
    NotAFile(PathBuf),
    /// The folder that it belongs into is not there.
    NoFolder(PathBuf),
    /// The system does not let this user write into the folder.
    Denied(PathBuf),
    /// There is no room left.
    DiskFull(PathBuf),
    /// Anything else the system says.
    Other(io::Error, PathBuf),
}

impl SaveError {
    pub(super) fn new(error: io::Error, path: &Path) -> Self {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NoFolder(path),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::Denied(path)
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull(path),
            io::ErrorKind::IsADirectory => Self::NotAFile(path),
            _ => Self::Other(error, path),
        }
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer { found, path } => write!(
                f,
                "the file there was made by a newer Crosscheck (format {found}) and is left as it is: {}",
                path.display()
            ),
            Self::ChangedOutside(path) => write!(
                f,
                "another program has changed the file since it was opened: {}",
                path.display()
            ),
            Self::ReadOnly(path) => write!(f, "the file is read-only: {}", path.display()),
            Self::NotAFile(path) => {
                write!(f, "there is something of this name that is not a file: {}", path.display())
            }
            Self::NoFolder(path) => {
                write!(f, "the folder is not there: {}", path.display())
            }
            Self::Denied(path) => {
                write!(f, "there is no permission to write here: {}", path.display())
            }
            Self::DiskFull(path) => write!(f, "the disk is full: {}", path.display()),
            Self::Other(error, path) => write!(f, "{error}: {}", path.display()),
        }
    }
}

impl std::error::Error for SaveError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Other(error, _) => Some(error),
            _ => None,
        }
    }
}

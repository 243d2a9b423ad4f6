//! A project and its file.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::Digest as _;

use super::atomic::{self, Replacement};
use super::files::read_plain_file;
use super::schema::{self, FORMAT};
use super::{FileError, Lost, OpenError, ReadError, SaveError, lost, read, write};
use crate::model::{Fingerprint, Project};

/// The largest file that is read as a project, in bytes.
const PROJECT_LIMIT: u64 = 1 << 30;

/// What a file held when it was opened or saved: another program's change is noticed by it, and a
/// mere touch is not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp(Fingerprint);

impl Stamp {
    fn of(bytes: &[u8]) -> Self {
        Self(Fingerprint(sha2::Sha256::digest(bytes).into()))
    }
}

/// A project as it was opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opened {
    /// The project.
    pub project: Project,
    /// What its file held.
    pub stamp: Stamp,
    /// Its lost passages; empty unless the file was changed by hand.
    pub lost: Vec<Lost>,
}

/// Opens the project file at `path`.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let bytes = read_plain_file(PROJECT_LIMIT, path).map_err(OpenError::File)?;
    let damaged = |error| OpenError::Read(error, path.to_owned());
    let text = str::from_utf8(&bytes).map_err(|error| damaged(not_text(&bytes, error)))?;
    let project = read(text).map_err(damaged)?;
    let lost = lost(&project);
    Ok(Opened { project, stamp: Stamp::of(&bytes), lost })
}

/// Saves `project` at `path`: the file is then the new one or still the old one, whole. The old one
/// is kept at [`backup_path`].
///
/// With `expected`, a file that holds something else than it did is not overwritten; without, it is
/// (for "save as" and "save anyway"). A file of a newer format never is. A file that is gone is
/// written again.
pub fn save(path: &Path, project: &Project, expected: Option<&Stamp>) -> Result<Stamp, SaveError> {
    let text = write(project);
    let stamp = Stamp::of(text.as_bytes());
    let replacement = Replacement::prepare(path, text.as_bytes())?;
    let old = match read_plain_file(PROJECT_LIMIT, path) {
        Ok(old) => Some(old),
        Err(FileError::Missing(_)) => None,
        Err(FileError::Other(error, _)) => return Err(SaveError::new(error, path)),
        Err(_) => return Err(SaveError::NotAFile(path.to_owned())),
    };
    if let Some(old) = &old {
        let there = Stamp::of(old);
        if there == stamp {
            return Ok(stamp);
        }
        refuse_newer(old, path)?;
        if expected.is_some_and(|expected| *expected != there) {
            return Err(SaveError::ChangedOutside(path.to_owned()));
        }
        // A folder that takes no backup must not cost the work itself.
        atomic::keep_copy(replacement.target(), &backup_path(replacement.target())).ok();
    }
    replacement.put()?;
    Ok(stamp)
}

/// What the file at `path` holds now.
pub fn stamp(path: &Path) -> Result<Stamp, FileError> {
    read_plain_file(PROJECT_LIMIT, path).map(|bytes| Stamp::of(&bytes))
}

/// Where the file before the last save is kept: `name.ron.bak` beside `name.ron`.
#[must_use]
pub fn backup_path(path: &Path) -> PathBuf {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".bak");
    target.with_file_name(name)
}

fn refuse_newer(old: &[u8], path: &Path) -> Result<(), SaveError> {
    let head = old.utf8_chunks().next().map(|chunk| chunk.valid()).unwrap_or_default();
    match schema::format_number(head) {
        Some(found) if found > FORMAT => Err(SaveError::Newer { found, path: path.to_owned() }),
        _ => Ok(()),
    }
}

/// What to say of bytes that are not UTF-8: damage if they begin as a project does.
fn not_text(bytes: &[u8], error: std::str::Utf8Error) -> ReadError {
    let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
    let valid = str::from_utf8(valid).unwrap_or_default();
    match schema::format_number(valid) {
        None => ReadError::NotAProject,
        Some(found) if found > FORMAT => ReadError::Newer { found },
        Some(_) => ReadError::Syntax {
            line: valid.matches('\n').count() + 1,
            column: valid.rsplit('\n').next().unwrap_or_default().chars().count() + 1,
            reason: "bytes that are not UTF-8".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests;

//! Replacing a file as a whole.
//!
//! The new bytes are written into a temporary file in the same folder and synced; only then does
//! that file take the name of the old one, in one step of the file system. A process that is killed
//! in between leaves a temporary file, which the next save clears away: the name says what it
//! belongs to, and a lock, which ends with its process, whether somebody still writes it.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::SaveError;

/// How the names of temporary files end.
const SUFFIX: &str = ".saving";

/// As many links are followed from one to the next as Linux does.
const MOST_LINKS: usize = 40;

/// New bytes, safe on disk beside the file whose place they are to take.
pub(super) struct Replacement {
    temporary: NamedTempFile,
    /// The file itself where the path is a link to it.
    target: PathBuf,
}

impl Replacement {
    /// Writes `bytes` beside the file at `path`, with its permissions if it is there.
    pub(super) fn prepare(path: &Path, bytes: &[u8]) -> Result<Self, SaveError> {
        let fail = |error| SaveError::new(error, path);
        let target = follow_links(path).map_err(fail)?;
        let old = match fs::metadata(&target) {
            Ok(old) if !old.is_file() => return Err(SaveError::NotAFile(path.to_owned())),
            Ok(old) if old.permissions().readonly() => {
                return Err(SaveError::ReadOnly(path.to_owned()));
            }
            Ok(old) => Some(old),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(fail(error)),
        };
        clear_leftovers(&target);
        let mut temporary = new_temporary(&target).map_err(fail)?;
        if let Some(old) = old {
            keep_access(&old, &temporary).map_err(fail)?;
        }
        temporary.write_all(bytes).map_err(fail)?;
        temporary.as_file().sync_all().map_err(fail)?;
        Ok(Self { temporary, target })
    }

    /// The file that will be replaced.
    pub(super) fn target(&self) -> &Path {
        &self.target
    }

    /// Puts the new bytes in the place of the old ones.
    pub(super) fn put(self) -> Result<(), SaveError> {
        let Self { temporary, target } = self;
        if let Err(error) = temporary.persist(&target) {
            return Err(SaveError::new(error.error, &target));
        }
        sync_folder(&target);
        Ok(())
    }
}

/// Makes `copy` another name of the file at `path`, or a copy of it where the file system knows no
/// links, and puts it in the place of what bore that name.
pub(super) fn keep_copy(path: &Path, copy: &Path) -> io::Result<()> {
    let mut name = beside(path, "copy-");
    name.push(SUFFIX);
    let passing = path.with_file_name(name);
    fs::remove_file(&passing).ok();
    if fs::hard_link(path, &passing).is_err() {
        fs::copy(path, &passing)?;
        File::open(&passing)?.sync_all()?;
    }
    fs::rename(&passing, copy)?;
    // Where both are names of one file already, renaming does nothing and leaves both.
    fs::remove_file(&passing).ok();
    Ok(())
}

/// A hidden name beside `path` that tells what it belongs to: `.name.ron.` and `then`. A long name
/// is cut, so that there is room for what follows.
pub(super) fn beside(path: &Path, then: &str) -> OsString {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let short = name.get(..name.floor_char_boundary(180)).unwrap_or_default();
    format!(".{short}.{then}").into()
}

/// The path at the end of a chain of symbolic links; the file itself need not be there.
fn follow_links(path: &Path) -> io::Result<PathBuf> {
    let mut at = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(to) = fs::read_link(&at) else { return Ok(at) };
        at = at.parent().unwrap_or(Path::new("")).join(to);
    }
    Err(io::Error::other("the link leads in a circle"))
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn new_temporary(target: &Path) -> io::Result<NamedTempFile> {
    let prefix = beside(target, "");
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(SUFFIX);
    #[cfg(unix)]
    let everybody = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    // The system takes away what the user's mask forbids, as for any new file.
    builder.permissions(everybody);
    let temporary = builder.tempfile_in(folder(target))?;
    // Where locks are unknown, a file left behind stays; see `clear_leftovers`.
    temporary.as_file().try_lock().ok();
    Ok(temporary)
}

/// Removes the temporary files of saves that were killed. Nothing depends on its success.
fn clear_leftovers(target: &Path) {
    let prefix = beside(target, "").to_string_lossy().into_owned();
    for entry in fs::read_dir(folder(target)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !name.starts_with(&prefix) || !name.ends_with(SUFFIX) {
            continue;
        }
        if File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            fs::remove_file(entry.path()).ok();
        }
    }
}

/// Gives the new file the owner, group and permissions of the old one, before anything is in it
/// that not everybody may read.
fn keep_access(old: &fs::Metadata, new: &NamedTempFile) -> io::Result<()> {
    keep_owner(old, new.path());
    if new.as_file().metadata()?.permissions() == old.permissions() {
        return Ok(());
    }
    new.as_file().set_permissions(old.permissions())
}

/// Owner and group are kept as far as the system allows.
#[cfg(unix)]
fn keep_owner(old: &fs::Metadata, new: &Path) {
    use std::os::unix::fs::{MetadataExt as _, chown};
    if chown(new, Some(old.uid()), Some(old.gid())).is_err() {
        chown(new, None, Some(old.gid())).ok();
    }
}

#[cfg(not(unix))]
fn keep_owner(_old: &fs::Metadata, _new: &Path) {}

/// Makes the new name durable. A file system that cannot do so has done what it can.
#[cfg(unix)]
fn sync_folder(target: &Path) {
    File::open(folder(target)).and_then(|folder| folder.sync_all()).ok();
}

#[cfg(not(unix))]
fn sync_folder(_target: &Path) {}

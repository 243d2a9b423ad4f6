//! Plain files: articles that come in, exports that go out.

use std::fs::{self, OpenOptions};
use std::io::{Read as _, Write as _};
use std::path::Path;

use super::{FileError, SaveError, atomic};

/// The largest file that is read as an article, in bytes. The longest books have 10 MB of text;
/// what is larger is something else, chosen by mistake.
pub const ARTICLE_LIMIT: u64 = 64 << 20;

/// The bytes of a file, for an article; no more than [`ARTICLE_LIMIT`] of them are ever read.
pub fn read_file(path: &Path) -> Result<Vec<u8>, FileError> {
    read_up_to(ARTICLE_LIMIT, path)
}

/// As [`read_file`], but of what has an end for certain.
pub(super) fn read_plain_file(limit: u64, path: &Path) -> Result<Vec<u8>, FileError> {
    if fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        return Err(FileError::Device(path.to_owned()));
    }
    read_up_to(limit, path)
}

fn read_up_to(limit: u64, path: &Path) -> Result<Vec<u8>, FileError> {
    let fail = |error| FileError::new(error, path);
    let file = fs::File::open(path).map_err(fail)?;
    let metadata = file.metadata().map_err(fail)?;
    if metadata.is_dir() {
        return Err(FileError::Folder(path.to_owned()));
    }
    let mut bytes = Vec::with_capacity(metadata.len().min(limit) as usize);
    if metadata.len() <= limit {
        file.take(limit + 1).read_to_end(&mut bytes).map_err(fail)?;
    }
    if metadata.len() > limit || bytes.len() as u64 > limit {
        return Err(FileError::TooLarge { limit, path: path.to_owned() });
    }
    Ok(bytes)
}

/// Writes an export: the file at `path` is then the new one or still the old one, whole. What is
/// not a file but can be written to, such as a pipe, is written to.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let is_device = fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir());
    if is_device {
        let opened = OpenOptions::new().write(true).open(path);
        let written = opened.and_then(|mut device| device.write_all(bytes));
        return written.map_err(|error| SaveError::new(error, path));
    }
    atomic::Replacement::prepare(path, bytes)?.put()
}

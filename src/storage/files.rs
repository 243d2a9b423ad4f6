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
    read_plain_file(ARTICLE_LIMIT, path)
}

/// The bytes of a file, `limit` of them at most. A pipe or a device is not even opened: nobody may
/// ever write to it, or it may have no end.
pub(super) fn read_plain_file(limit: u64, path: &Path) -> Result<Vec<u8>, FileError> {
    if fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        return Err(FileError::Device(path.to_owned()));
    }
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

#[cfg(all(test, unix))]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn a_pipe_that_nobody_writes_to_is_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe.txt");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert!(matches!(read_file(&pipe), Err(FileError::Device(_))));
    }

    #[test]
    fn an_endless_device_is_refused() {
        assert!(matches!(read_file(Path::new("/dev/zero")), Err(FileError::Device(_))));
    }
}

//! Files → articles.

use std::path::PathBuf;

use super::{Console, Failure};
use crate::import::{Imported, import};
use crate::model::{ArticleId, Fingerprint};
use crate::storage;

/// An article and where it was read from.
pub(super) struct Loaded {
    /// The path as it was given.
    pub(super) path: String,
    /// What was read there.
    pub(super) bytes: Vec<u8>,
    pub(super) imported: Imported,
}

impl Loaded {
    pub(super) fn sha256(&self) -> Fingerprint {
        self.imported.article.source.sha256
    }
}

/// Reads `files` as articles, numbered from 1. Each one that cannot be read is told of; then there
/// is no result, since results are numbered as the files are.
pub(super) fn load(files: &[PathBuf], console: &mut Console<'_>) -> Result<Vec<Loaded>, Failure> {
    let mut loaded = Vec::with_capacity(files.len());
    for file in files {
        let path = file.to_string_lossy().into_owned();
        let id = ArticleId(loaded.len() as u32 + 1);
        match storage::read_file(file) {
            Err(error) => console.tell(error),
            Ok(bytes) => match import(&bytes, &path, id) {
                Err(error) => console.tell(format_args!("{error}: {path}")),
                Ok(imported) => loaded.push(Loaded { path, bytes, imported }),
            },
        }
    }
    if loaded.len() == files.len() { Ok(loaded) } else { Err(Failure::Told) }
}

//! The project file on disk, and what lies beside it.
//!
//! A project is one RON file, made to be read by people and to diff well: `format: 1` first, a
//! stable order, one passage a line, article text and notes as raw strings with real line breaks.
//! [`read`] and [`write()`] turn a project into that text and back; [`open`] and [`save`] do so with a
//! file.
//!
//! What a save promises: the file is the old one or the new one, whole, whatever happens and
//! whenever; the one before is kept as the backup; a file of a newer program, or one that another
//! program has changed since it was opened, is not overwritten.
//!
//! Every version of the file has its own types in [`schema`]; old ones are stepped forward. Only
//! this room knows RON.

mod atomic;
mod error;
mod files;
mod lock;
mod lost;
mod project_file;
pub mod recovery;
mod schema;
pub mod settings;

pub use error::{FileError, OpenError, SaveError};
pub use files::{ARTICLE_LIMIT, read_file, write_file};
pub use lock::{Lock, LockError};
pub use lost::{Lost, lost};
pub use project_file::{Opened, Stamp, backup_path, open, save, stamp};
pub use schema::{Fault, ReadError, read, write};

#[cfg(test)]
mod test_project;

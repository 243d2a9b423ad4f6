//! Why bytes could not be read as an article.

use std::fmt;

/// What was wrong with the bytes. The file's name is told by whoever read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ImportError {
    /// There is no text in it.
    Empty,
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is no text in it"),
        }
    }
}

impl std::error::Error for ImportError {}

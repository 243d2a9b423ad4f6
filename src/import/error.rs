//! Why bytes could not be read as an article.

use std::fmt;

/// What was wrong with the bytes. The file's name is told by whoever read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ImportError {
    /// There is no text in it.
    Empty,
    /// It is no text but something else, such as "a PNG picture".
    Binary(&'static str),
    /// It is longer than an article can be.
    TooLarge {
        /// Its length in bytes.
        bytes: usize,
        /// The greatest length that is read.
        limit: usize,
    },
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is no text in it"),
            Self::Binary(what) => write!(f, "it is {what}, not a text"),
            Self::TooLarge { bytes, limit } => write!(
                f,
                "it is too large: {} MB, and articles of up to {} MB are read",
                bytes.div_ceil(1 << 20),
                limit >> 20
            ),
        }
    }
}

impl std::error::Error for ImportError {}

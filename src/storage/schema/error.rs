//! Why a text could not be read as a project.

use std::fmt;

use ron::Error as Ron;
use ron::error::SpannedError;

use super::{FORMAT, Fault};

/// What is wrong with the text of a project file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadError {
    /// It does not begin as a project does.
    NotAProject,
    /// It was written by a newer program.
    Newer {
        /// Its format.
        found: u32,
    },
    /// It is damaged.
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column in Unicode scalar values, from 1.
        column: usize,
        /// What is wrong there.
        reason: String,
    },
    /// It can be read, but contradicts itself.
    Broken(Fault),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAProject => f.write_str("this is not a Crosscheck project"),
            Self::Newer { found } => write!(
                f,
                "made by a newer Crosscheck (format {found}); this one reads up to {FORMAT}"
            ),
            Self::Syntax { line, column, reason } => {
                write!(f, "the project is damaged at line {line}, column {column}: {reason}")
            }
            Self::Broken(fault) => write!(f, "the project is damaged: {fault}"),
        }
    }
}

impl std::error::Error for ReadError {}

impl From<SpannedError> for ReadError {
    fn from(error: SpannedError) -> Self {
        let position = match error.code {
            // The end of the text is no news; where it began is.
            Ron::ExpectedStringEnd => error.span.start,
            _ => error.span.end,
        };
        Self::Syntax { line: position.line, column: position.col, reason: reason(&error.code) }
    }
}

/// What RON's parser says, in words for somebody who may never have seen such a file.
fn reason(code: &Ron) -> String {
    match code {
        Ron::Eof => "the file ends too early".to_owned(),
        Ron::ExpectedStringEnd => "the text that begins here has no end".to_owned(),
        Ron::UnclosedBlockComment => "the comment that begins here has no end".to_owned(),
        Ron::ExpectedString => "a text in quotation marks belongs here".to_owned(),
        Ron::ExpectedInteger => "a whole number belongs here".to_owned(),
        Ron::TrailingCharacters => "something stands after the end of the project".to_owned(),
        Ron::ExceededRecursionLimit => "brackets are nested too deeply".to_owned(),
        Ron::MissingStructField { field, .. } => format!("`{field}` is missing before here"),
        Ron::DuplicateStructField { field, .. } => format!("`{field}` is there twice"),
        Ron::NoSuchStructField { found, .. } => format!("`{found}` does not belong here"),
        Ron::NoSuchEnumVariant { found, expected, .. } => {
            format!("`{found}` is none of {}", expected.join(", "))
        }
        other => lower_first(&other.to_string()),
    }
}

fn lower_first(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

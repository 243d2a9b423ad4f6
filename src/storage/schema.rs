//! The text of a project file: which version it is, reading, writing.
//!
//! Reading takes three steps: look at the format number alone, so that a newer file is refused by
//! name and not by its first unknown word; parse with the types of that version; check what types
//! cannot say. Nothing here recurses into the text: every type of a version is of bounded depth
//! and knows all of its fields, so that hostile nesting ends at its first bracket.

mod check;
mod error;
mod peek;
mod strings;
mod v1;
mod write;

use std::borrow::Cow;

use ron::error::SpannedResult;

pub use check::Fault;
pub use error::ReadError;
pub(super) use peek::format_number;
pub use write::write;

use crate::model::Project;

/// The newest format, which is the one that is written.
pub(super) const FORMAT: u32 = 1;

/// Reads the text of a project file of any format up to the newest.
pub fn read(text: &str) -> Result<Project, ReadError> {
    let text = with_line_feeds(text);
    let mut project = match format_number(&text) {
        None | Some(0) => return Err(ReadError::NotAProject),
        Some(FORMAT) => {
            let parsed: SpannedResult<v1::Project> = ron::from_str(&text);
            parsed.map_err(ReadError::from)?.into_model()
        }
        Some(found) => return Err(ReadError::Newer { found }),
    };
    check::check(&mut project).map_err(ReadError::Broken)?;
    Ok(project)
}

/// `text` with its lines ended by LF. Files never hold a bare CR (it is written as an escape), so a
/// CRLF can only come from a program that moves text between systems, such as git.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains("\r\n") { text.replace("\r\n", "\n").into() } else { text.into() }
}

#[cfg(test)]
mod tests;

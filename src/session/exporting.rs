//! A session's summary, on disk.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Session, now};
use crate::export::{Report, csv, html, json, markdown};
use crate::model::ArticleId;
use crate::storage::{SaveError, write_file};

/// A format of the summary.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExportFormat {
    /// Markdown.
    Markdown,
    /// A web page that needs nothing else.
    Html,
    /// A table, one line a passage.
    Csv,
    /// For other programs.
    Json,
}

impl ExportFormat {
    /// The format of that word: `md`, `html`, `csv` or `json`.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            "csv" => Some(Self::Csv),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    /// The format that the ending of `path` names.
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        Self::of_word(path.extension()?.to_str()?)
    }

    /// `report` in this format.
    #[must_use]
    pub fn render(self, report: &Report) -> String {
        match self {
            Self::Markdown => markdown(report),
            Self::Html => html(report),
            Self::Csv => csv(report),
            Self::Json => json(report),
        }
    }
}

impl Session {
    /// Writes the summary to `path`. `families` gives each article the number of its family.
    pub fn export_to(
        &self,
        path: &Path,
        format: ExportFormat,
        families: &BTreeMap<ArticleId, usize>,
    ) -> Result<(), SaveError> {
        let report = Report::new(self.project(), families, now());
        write_file(path, format.render(&report).as_bytes())
    }
}

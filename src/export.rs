//! A project → a report → formats that leave the program.
//!
//! [`Report`] holds everything that a summary says, in words and numbers, with no decision left to
//! a format; [`markdown()`], [`html()`], [`csv()`] and [`json()`] only lay it out and escape every text for
//! where it stands. All of them are functions of values: the same report gives the same bytes.

mod csv;
mod excerpt;
mod html;
mod json;
mod markdown;
mod report;
mod serial;
mod standing;

pub use csv::csv;
pub use excerpt::{Excerpt, Piece};
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use report::{
    Counts, Report, ReportedArticle, ReportedClaim, ReportedDecision, ReportedDifference,
    ReportedEvidence, ReportedSuggestion,
};

#[cfg(test)]
mod tests;

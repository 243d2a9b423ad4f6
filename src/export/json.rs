//! The report as JSON, for other programs. Its schema is `docs/report.schema.json`.

use serde::Serialize;

use super::Report;

/// The version of the form. A reader may rely on it: fields may be added within a version; none is
/// taken away or changes its meaning.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Envelope<'r> {
    crosscheck_report: u32,
    #[serde(flatten)]
    report: &'r Report,
}

/// `report` as JSON, indented, ended by a line feed.
#[must_use]
pub fn json(report: &Report) -> String {
    let envelope = Envelope { crosscheck_report: VERSION, report };
    // Writing plain values with text keys to a string does not fail.
    serde_json::to_string_pretty(&envelope).unwrap_or_default() + "\n"
}

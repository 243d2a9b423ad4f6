//! The report as a table: a row for each passage, the claim's own fields beside each.

use super::standing::{minute, tag_word};
use super::{Excerpt, Report, ReportedClaim};
use crate::model::Tag;

const HEADER: [&str; 21] = [
    "claim",
    "tag",
    "summary",
    "suggestion",
    "confidence",
    "articles",
    "families",
    "article",
    "outlet",
    "title",
    "published",
    "file",
    "stance",
    "passage",
    "differing words",
    "differences",
    "note",
    "labels",
    "evidence",
    "decided by",
    "decided at",
];

/// `report` as CSV after RFC 4180, in UTF-8 without a byte order mark.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and runs it. Such
/// a cell gets an apostrophe before it.
#[must_use]
pub fn csv(report: &Report) -> String {
    let mut builder = csv::WriterBuilder::new();
    let mut writer = builder.terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut push = |row: [String; HEADER.len()]| {
        // Writing rows of one length into memory does not fail.
        writer.write_record(row.map(harmless)).ok();
    };
    push(HEADER.map(str::to_owned));
    for claim in &report.claims {
        for excerpt in &claim.excerpts {
            push(row(report, claim, Some(excerpt)));
        }
        if claim.excerpts.is_empty() {
            push(row(report, claim, None));
        }
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn row(
    report: &Report,
    claim: &ReportedClaim,
    excerpt: Option<&Excerpt>,
) -> [String; HEADER.len()] {
    let article = excerpt.and_then(|excerpt| report.article(excerpt.article));
    let suggestion = claim.suggestion.as_ref();
    let decision = claim.decisions.last();
    let given = |text: Option<&String>| text.cloned().unwrap_or_default();
    [
        claim.number.to_string(),
        tag_word(claim.tag).to_owned(),
        claim.summary.clone(),
        suggestion.map(|one| Tag::word(one.tag).to_owned()).unwrap_or_default(),
        suggestion.map(|one| one.confidence.to_string()).unwrap_or_default(),
        claim.articles.to_string(),
        claim.families.to_string(),
        article.map(|article| article.number.to_string()).unwrap_or_default(),
        given(article.and_then(|article| article.outlet.as_ref())),
        given(article.and_then(|article| article.title.as_ref())),
        given(article.and_then(|article| article.published.as_ref())),
        given(article.map(|article| &article.file)),
        excerpt.map(|excerpt| excerpt.stance.word().to_owned()).unwrap_or_default(),
        excerpt.map(Excerpt::text).unwrap_or_default(),
        excerpt.map(differing).unwrap_or_default(),
        lines(claim.differences.iter().map(|one| format!("{}: {}", one.kind.word(), one.detail))),
        claim.note.clone(),
        lines(claim.labels.iter().cloned()),
        lines(claim.evidence.iter().map(|one| format!("{}: {}", one.bearing.word(), one.citation))),
        decision.map(|decision| decision.reviewer.clone()).unwrap_or_default(),
        decision.map(|decision| minute(decision.at)).unwrap_or_default(),
    ]
}

fn differing(excerpt: &Excerpt) -> String {
    lines(excerpt.pieces.iter().filter(|piece| piece.differs).map(|piece| piece.text.clone()))
}

fn lines(of: impl Iterator<Item = String>) -> String {
    of.collect::<Vec<_>>().join("\n")
}

/// `cell` so that no spreadsheet computes it. White space before the sign is no hindrance to some,
/// nor is the sign's full-width form.
fn harmless(mut cell: String) -> String {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let blank = |c: char| c.is_whitespace() || c.is_control();
    if cell.starts_with(['\t', '\r', '\n']) || cell.trim_start_matches(blank).starts_with(SIGNS) {
        cell.insert(0, '\'');
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n1", " =1", "＝1", "\u{0}=1"]
        {
            assert_eq!(harmless(cell.to_owned()), format!("'{cell}"));
        }
        for cell in ["", "1-1", "a=b", "“=”", "'=1"] {
            assert_eq!(harmless(cell.to_owned()), cell);
        }
    }
}

//! The report as Markdown, for version control, wikis and text editors.

mod escape;

use std::fmt::Write as _;

use escape::{block, bold, cell, line};

use super::standing::{
    SECTIONS, decided, extent, imprint_below, minute, section, section_title, standing, suggested,
    tally,
};
use super::{Excerpt, Report, ReportedArticle, ReportedClaim, ReportedEvidence};

/// `report` as Markdown (`CommonMark` with tables).
#[must_use]
pub fn markdown(report: &Report) -> String {
    let mut out = format!("# {}\n\n", line(&report.title));
    let reviewers: Vec<_> = report.reviewers.iter().map(|name| line(name)).collect();
    push(&mut out, &format!("{}: {}.", extent(report), tally(report)));
    if !reviewers.is_empty() {
        push(&mut out, &format!("Reviewed by {}.", reviewers.join(", ")));
    }
    push(&mut out, &format!("Made with Crosscheck on {}.", minute(report.made)));
    push(
        &mut out,
        "Excerpts show the passage that states the claim; the rest of its sentence stands in square \
         brackets. Words that differ are bold.",
    );
    articles(&mut out, report);
    for tag in SECTIONS {
        let number = report.counts.of(tag);
        if number > 0 {
            push(&mut out, &format!("## {} ({number})", section_title(tag)));
            for one in section(report, tag) {
                claim(&mut out, one, report);
            }
        }
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// Appends a block and the blank line after it.
fn push(out: &mut String, block: &str) {
    out.extend([block, "\n\n"]);
}

fn articles(out: &mut String, report: &Report) {
    out.push_str("## What was compared\n\n");
    out.push_str("| No. | Article | Published | Family | Words | Claims | File | SHA-256 |\n");
    out.push_str("| ---: | --- | --- | ---: | ---: | ---: | --- | --- |\n");
    for article in &report.articles {
        let family = article.family.map(|number| number.to_string()).unwrap_or_default();
        let ReportedArticle { number, published, words, claims, file, sha256, .. } = article;
        let (published, file) = (published.as_deref().unwrap_or_default(), cell(file));
        let title = cell(&article_title(article));
        writeln!(
            out,
            "| {number} | {title} | {published} | {family} | {words} | {claims} | {file} | `{sha256}` |"
        )
        .unwrap_or_default();
    }
    out.push('\n');
}

/// Headline, outlet and author.
fn article_title(article: &ReportedArticle) -> String {
    let headline = article.title.as_deref().unwrap_or(&article.name);
    let dateless = ReportedArticle { published: None, ..article.clone() };
    match imprint_below(headline, &dateless).as_str() {
        "" => headline.to_owned(),
        imprint => format!("{headline} ({imprint})"),
    }
}

fn claim(out: &mut String, claim: &ReportedClaim, report: &Report) {
    push(out, &format!("### {}. {}", claim.number, line(&claim.summary)));
    let mut facts = format!("{}.", standing(claim));
    if let Some(suggestion) = &claim.suggestion {
        write!(facts, " {}.", suggested(suggestion)).unwrap_or_default();
    }
    if !claim.labels.is_empty() {
        let labels: Vec<_> = claim.labels.iter().map(|label| line(label)).collect();
        write!(facts, " Labels: {}.", labels.join(", ")).unwrap_or_default();
    }
    push(out, &facts);
    list(
        out,
        claim.differences.iter().map(|difference| {
            format!("**{}**: {}", difference.kind.title(), line(&difference.detail))
        }),
    );
    for one in &claim.excerpts {
        push(out, &excerpt(one, report));
    }
    if !claim.note.is_empty() {
        push(out, &format!("Note:\n\n{}", block(&claim.note)));
    }
    headed_list(out, "Evidence:", claim.evidence.iter().map(evidence));
    headed_list(
        out,
        "Decisions:",
        claim.decisions.iter().map(|decision| {
            format!("{}, {}, {}", decided(decision), line(&decision.reviewer), minute(decision.at))
        }),
    );
}

fn excerpt(excerpt: &Excerpt, report: &Report) -> String {
    let name = report.article(excerpt.article).map(|article| line(&article.name));
    let name = name.unwrap_or_default();
    let (number, stance) = (excerpt.article, excerpt.stance.word());
    let lost = if excerpt.lost { ", no longer found at its place" } else { "" };
    let pieces = excerpt.pieces.iter().map(|piece| (piece.text.as_str(), piece.differs));
    let (before, after) = (bracketed(&excerpt.before), bracketed(&excerpt.after));
    let whole =
        std::iter::once((before.as_str(), false)).chain(pieces).chain([(after.as_str(), false)]);
    format!("> **{number}** {name} ({stance}{lost}): {}", bold(whole))
}

/// The rest of a sentence, set apart from the passage.
fn bracketed(context: &str) -> String {
    match context.trim() {
        "" => String::new(),
        context => format!(" [{context}] "),
    }
}

fn evidence(evidence: &ReportedEvidence) -> String {
    let ReportedEvidence { bearing, citation, quote, seen } = evidence;
    let mut text = format!("{}: {}", bearing.word(), line(citation));
    if let Some(seen) = seen {
        write!(text, " (seen {seen})").unwrap_or_default();
    }
    if !quote.is_empty() {
        write!(text, ": “{}”", line(quote)).unwrap_or_default();
    }
    text
}

fn headed_list(out: &mut String, heading: &str, items: impl ExactSizeIterator<Item = String>) {
    if items.len() > 0 {
        push(out, heading);
        list(out, items);
    }
}

fn list(out: &mut String, items: impl ExactSizeIterator<Item = String>) {
    let is_empty = items.len() == 0;
    items.for_each(|item| out.extend(["- ", &item, "\n"]));
    if !is_empty {
        out.push('\n');
    }
}

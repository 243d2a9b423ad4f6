//! How a claim stands, in one phrase.

use jiff::fmt::strtime;

use super::{Report, ReportedArticle, ReportedClaim, ReportedDecision, ReportedSuggestion};
use crate::model::{Tag, Timestamp};

/// The sections of a report: what an editor has to look at first comes first.
pub(super) const SECTIONS: [Option<Tag>; 4] =
    [Some(Tag::Disputed), Some(Tag::Agreed), Some(Tag::Unique), None];

/// The claims of a section in reading order; those still untagged by what the program suggests, in
/// the order of the sections.
pub(super) fn section(report: &Report, tag: Option<Tag>) -> Vec<&ReportedClaim> {
    let mut claims: Vec<_> = report.tagged(tag).collect();
    if tag.is_none() {
        claims.sort_by_key(|claim| {
            let suggested = claim.suggestion.as_ref().map(|suggestion| suggestion.tag);
            SECTIONS.iter().position(|section| *section == suggested)
        });
    }
    claims
}

/// The heading of a section.
pub(super) const fn section_title(tag: Option<Tag>) -> &'static str {
    match tag {
        Some(tag) => tag.title(),
        None => "Still untagged",
    }
}

/// The word for a tag as it names a style or an anchor.
pub(super) const fn tag_word(tag: Option<Tag>) -> &'static str {
    match tag {
        Some(tag) => tag.word(),
        None => "untagged",
    }
}

/// `Agreed by 3 articles of 1 family`.
pub(super) fn standing(claim: &ReportedClaim) -> String {
    let by = origins(claim);
    match claim.tag {
        Some(Tag::Agreed) => format!("Agreed by {by}"),
        Some(Tag::Disputed) if claim.articles > 1 => format!("Disputed between {by}"),
        Some(Tag::Disputed) => format!("Disputed, stated by {by}"),
        Some(Tag::Unique) => format!("Unique to {by}"),
        None => format!("Untagged, stated by {by}"),
    }
}

/// `The program suggests disputed (85%)`.
pub(super) fn suggested(suggestion: &ReportedSuggestion) -> String {
    let percent = (suggestion.confidence * 100.0).round();
    format!("The program suggests {} ({percent}%)", suggestion.tag.word())
}

/// `1 disputed, 12 agreed, 3 unique and 4 untagged`.
pub(super) fn tally(report: &Report) -> String {
    let count = |tag| format!("{} {}", report.counts.of(tag), tag_word(tag));
    let [first, second, third, last] = SECTIONS.map(count);
    format!("{first}, {second}, {third} and {last}")
}

/// `5 articles of 3 families, 20 claims`.
pub(super) fn extent(report: &Report) -> String {
    let articles = counted(report.articles.len(), "article", "articles");
    let families = match report.families {
        0 => String::new(),
        number => format!(" of {}", counted(number, "family", "families")),
    };
    format!("{articles}{families}, {}", counted(report.counts.total, "claim", "claims"))
}

/// `Disputed`, or that a tag was taken back.
pub(super) const fn decided(decision: &ReportedDecision) -> &'static str {
    match decision.tag {
        Some(tag) => tag.title(),
        None => "Tag taken back",
    }
}

/// `2026-11-21 20:08 UTC`.
pub(super) fn minute(at: Timestamp) -> String {
    strtime::format("%Y-%m-%d %H:%M UTC", at).unwrap_or_else(|_| at.to_string())
}

/// What there is of outlet, author and date, with ` · ` between, without what the headline says
/// already.
pub(super) fn imprint_below(headline: &str, article: &ReportedArticle) -> String {
    let parts = [&article.outlet, &article.author, &article.published];
    let given = parts.into_iter().flatten().map(String::as_str);
    let news: Vec<_> = given.filter(|part| !part.is_empty() && *part != headline).collect();
    news.join(" · ")
}

fn origins(claim: &ReportedClaim) -> String {
    let articles = counted(claim.articles, "article", "articles");
    match claim.families {
        number if number > 0 && claim.articles > 1 => {
            format!("{articles} of {}", counted(number, "family", "families"))
        }
        _ => articles,
    }
}

/// `1 article`, `2 articles`.
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

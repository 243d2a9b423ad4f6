//! The results as a person reads them.

use std::io::Write;

use super::load::Loaded;
use super::{Failure, counted, printable};
use crate::analysis::{Analysis, FoundClaim, sentences};
use crate::model::{ArticleId, Passage, Place, Tag};

/// How wide the column of tags is.
const TAG_WIDTH: usize = 9;

pub(super) fn write_sentences(loaded: &[Loaded], out: &mut dyn Write) -> Result<(), Failure> {
    for one in loaded {
        let article = &one.imported.article;
        writeln!(out, "{}", printable(article.headline()))?;
        if let Some(published) = article.metadata.published {
            writeln!(out, "{published}")?;
        }
        writeln!(out)?;
        for sentence in sentences(article) {
            let (kind, text) = (sentence.kind.word(), printable(article.quote(sentence.span)));
            writeln!(out, "{kind:<11} {text}")?;
        }
    }
    Ok(())
}

pub(super) fn write_comparison(
    loaded: &[Loaded],
    analysis: &Analysis,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    write_head(loaded, analysis, out)?;
    for claim in &analysis.claims {
        write_claim(claim, out)?;
        for reason in &claim.suggestion.reasons {
            let (kind, detail) = (reason.kind.word(), printable(&reason.detail));
            writeln!(out, "{:TAG_WIDTH$} {kind}: {detail}", "")?;
        }
    }
    Ok(())
}

/// As [`write_comparison`], with each claim's passages, how like they are, and why the tag.
pub(super) fn write_explained(
    loaded: &[Loaded],
    analysis: &Analysis,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    write_head(loaded, analysis, out)?;
    for claim in &analysis.claims {
        write_claim(claim, out)?;
        for passage in &claim.passages {
            let (article, quote) = (passage.article, printable(&passage.quote));
            let stance = passage.stance.word();
            writeln!(out, "{:TAG_WIDTH$} {article} ({stance}): {quote}", "")?;
        }
        for (a, b, score) in likenesses(claim, analysis) {
            writeln!(out, "{:TAG_WIDTH$} together: {a} and {b} are alike to {score:.2}", "")?;
        }
        writeln!(out, "{:TAG_WIDTH$} {}", "", why(claim))?;
        for reason in &claim.suggestion.reasons {
            let (kind, detail) = (reason.kind.word(), printable(&reason.detail));
            writeln!(out, "{:TAG_WIDTH$} - {kind}: {detail}", "")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn write_head(loaded: &[Loaded], analysis: &Analysis, out: &mut dyn Write) -> Result<(), Failure> {
    for one in loaded {
        let article = &one.imported.article;
        let family = analysis.families.of(article.id).unwrap_or_default();
        let (id, path) = (article.id, printable(&one.path));
        let headline = printable(article.headline());
        writeln!(out, "{id:>TAG_WIDTH$} {headline} (family {family}, {path})")?;
    }
    let count = |tag| analysis.claims.iter().filter(|one| one.suggestion.tag == tag).count();
    let families = analysis.families.count(loaded.iter().map(|one| one.imported.article.id));
    writeln!(
        out,
        "\n{} of {}, {}: {} disputed, {} agreed, {} unique\n",
        counted(loaded.len(), "article", "articles"),
        counted(families, "family", "families"),
        counted(analysis.claims.len(), "claim", "claims"),
        count(Tag::Disputed),
        count(Tag::Agreed),
        count(Tag::Unique)
    )?;
    Ok(())
}

/// Tag, summary, confidence, and the articles that state it.
fn write_claim(claim: &FoundClaim, out: &mut dyn Write) -> Result<(), Failure> {
    let mut articles: Vec<_> = claim.passages.iter().map(|passage| passage.article).collect();
    articles.sort_unstable();
    articles.dedup();
    let articles: Vec<_> = articles.iter().map(ToString::to_string).collect();
    let (tag, percent) = (claim.suggestion.tag.word(), claim.suggestion.confidence.percent());
    let (summary, articles) = (printable(&claim.summary), articles.join(" "));
    Ok(writeln!(out, "{tag:TAG_WIDTH$} {summary} ({articles}; {percent}%)")?)
}

const fn why(claim: &FoundClaim) -> &'static str {
    match claim.suggestion.tag {
        Tag::Unique => "unique: one article states it",
        Tag::Agreed => "agreed: several articles state it and nothing material differs",
        Tag::Disputed => "disputed: several articles state it and something material differs",
    }
}

/// The pairs of the claim's passages that were found alike, with their scores.
fn likenesses(claim: &FoundClaim, analysis: &Analysis) -> Vec<(ArticleId, ArticleId, f64)> {
    let holds = |place: Place, passage: &Passage| {
        place.article == passage.article && place.span.overlap(passage.span) > 0
    };
    let stated = |place: Place| claim.passages.iter().any(|passage| holds(place, passage));
    let within = analysis.links.iter().filter(|link| stated(link.a) && stated(link.b));
    within.map(|link| (link.a.article, link.b.article, link.score)).collect()
}

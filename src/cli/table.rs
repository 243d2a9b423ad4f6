//! The results as a person reads them.

use std::io::Write;

use super::load::Loaded;
use super::{Failure, counted, printable};
use crate::analysis::{Analysis, FoundClaim, sentences};
use crate::model::{Passage, Place, Tag};

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
            let (stance, like) = (passage.stance.word(), most_like(passage, claim, analysis));
            writeln!(out, "{:TAG_WIDTH$} {article} ({stance}{like}): {quote}", "")?;
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

/// What of the claim's other passages is most like this one, and how much: why it is here.
fn most_like(passage: &Passage, claim: &FoundClaim, analysis: &Analysis) -> String {
    let states = |place: Place| claim.passages.iter().any(|other| holds(place, other));
    let others = analysis.links.iter().filter_map(|link| match (link.a, link.b) {
        (a, b) if holds(a, passage) && states(b) => Some((b.article, link.score)),
        (a, b) if holds(b, passage) && states(a) => Some((a.article, link.score)),
        _ => None,
    });
    let most = others.max_by(|(_, one), (_, other)| one.total_cmp(other));
    most.map(|(article, score)| format!("; like {article} to {score:.2}")).unwrap_or_default()
}

fn holds(place: Place, passage: &Passage) -> bool {
    place.article == passage.article && place.span.overlap(passage.span) > 0
}

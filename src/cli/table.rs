//! The results as a person reads them.

use std::collections::BTreeSet;
use std::io::Write;

use super::load::Loaded;
use super::{Failure, counted, printable};
use crate::analysis::{Analysis, FoundClaim, Ground, sentences};
use crate::model::{ArticleId, Tag};

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

/// As [`write_comparison`], with each claim's passages, why they are together, and why the tag.
pub(super) fn write_explained(
    loaded: &[Loaded],
    analysis: &Analysis,
    grounds: &[Vec<Ground>],
    out: &mut dyn Write,
) -> Result<(), Failure> {
    write_head(loaded, analysis, out)?;
    for (index, claim) in analysis.claims.iter().enumerate() {
        write_claim(claim, out)?;
        for passage in &claim.passages {
            let (article, quote) = (passage.article, printable(&passage.quote));
            writeln!(out, "{:TAG_WIDTH$} {article} ({}): {quote}", "", passage.stance.word())?;
        }
        for ground in grounds.get(index).into_iter().flatten() {
            writeln!(out, "{:TAG_WIDTH$} + {}", "", printable(&in_words(ground, claim)))?;
        }
        writeln!(out, "{:TAG_WIDTH$} {}", "", why(claim, analysis))?;
        for reason in &claim.suggestion.reasons {
            let (kind, detail) = (reason.kind.word(), printable(&reason.detail));
            writeln!(out, "{:TAG_WIDTH$} - {kind}: {detail}", "")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// `2 is with 1: both have “ferry”, “Monday”; “died” is like “killing”`.
fn in_words(ground: &Ground, claim: &FoundClaim) -> String {
    let article = |at: usize| {
        claim.passages.get(at).map(|passage| passage.article.to_string()).unwrap_or_default()
    };
    let quoted = |words: &[String]| {
        words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(", ")
    };
    let same = (!ground.same.is_empty()).then(|| format!("both have {}", quoted(&ground.same)));
    let akin = ground.akin.iter().map(|(own, other)| format!("“{own}” is like “{other}”"));
    let all: Vec<String> = same.into_iter().chain(akin).collect();
    format!("{} is with {}: {}", article(ground.passage), article(ground.other), all.join("; "))
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

fn why(claim: &FoundClaim, analysis: &Analysis) -> String {
    let articles: BTreeSet<ArticleId> =
        claim.passages.iter().map(|passage| passage.article).collect();
    let families = analysis.families.count(articles.iter().copied());
    let who = format!(
        "{} of {}",
        counted(articles.len(), "article", "articles"),
        counted(families, "family", "families")
    );
    let kinds: Vec<&str> =
        claim.suggestion.reasons.iter().map(|reason| reason.kind.word()).collect();
    match (claim.suggestion.tag, articles.len()) {
        (Tag::Unique, _) => "unique: one article states it".to_owned(),
        (Tag::Agreed, 0 | 1) => format!("agreed: {who} state it"),
        (Tag::Agreed, _) => format!("agreed: {who} state it and nothing material differs"),
        (Tag::Disputed, _) => {
            format!("disputed: {who} state it and differ in {}", kinds.join(", "))
        }
    }
}

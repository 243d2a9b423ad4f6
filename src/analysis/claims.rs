//! From groups to claims: passages, what is left over, summaries, reading order.

use std::ops::Range;

use super::clauses::{clauses, content, trimmed};
use super::context::Bond;
use super::facts::{Facts, facts};
use super::kinship::Kinship;
use super::merging::merge;
use super::narrowing::{Member, narrow, runs};
use super::similarity::Matcher;
use super::story::{Story, Stream};
use super::suggestion::suggest;
use super::{Cancelled, FoundClaim, Progress};
use crate::model::{Passage, Stance};
use crate::text::{Span, collapse_white_space};

/// A left-over clause with fewer terms than this states nothing by itself.
const LEAST_TERMS: usize = 3;

/// The claims of a story in reading order.
pub(super) fn claims<'s>(
    story: &'s Story<'s>,
    kinship: &Kinship,
    bonds: &[Bond],
    groups: &[Vec<u32>],
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<FoundClaim>, Cancelled> {
    let mut matcher = Matcher::new(story.terms.len(), kinship);
    let mut drafts: Vec<Vec<Member>> = Vec::with_capacity(groups.len());
    for (count, group) in groups.iter().enumerate() {
        progress.at(count, groups.len() * 2)?;
        drafts.push(narrow(story, &mut matcher, group));
    }
    drafts = merge(story, bonds, drafts);
    drafts.extend(left_over(story, &drafts));
    drafts.sort_by_key(|members| reading_order(story, members));
    let facts = facts(story);
    let mut claims = Vec::with_capacity(drafts.len());
    for (count, members) in drafts.iter().enumerate() {
        progress.at(drafts.len() + count, drafts.len() * 2)?;
        claims.extend(claim(story, &facts, members));
    }
    Ok(claims)
}

/// Clauses that no group states, each run a claim of its own article.
fn left_over(story: &Story<'_>, drafts: &[Vec<Member>]) -> Vec<Vec<Member>> {
    let mut used: Vec<Vec<Range<usize>>> = vec![Vec::new(); story.units.len()];
    for member in drafts.iter().flatten() {
        used[member.unit as usize].extend(member.runs.iter().cloned());
    }
    let mut left = Vec::new();
    for ((index, unit), used) in (0..).zip(&story.units).zip(&used) {
        if unit.stream == Stream::Title {
            continue;
        }
        let reader = story.reader(unit);
        let is_free = |clause: &Range<usize>| {
            !used.iter().any(|run| run.start <= clause.start && clause.end <= run.end)
        };
        let free = clauses(reader).into_iter().filter(is_free);
        let tells = |run: &Range<usize>| used.is_empty() || content(reader, run) >= LEAST_TERMS;
        left.extend(
            runs(free)
                .into_iter()
                .filter(tells)
                .map(|run| vec![Member { unit: index, runs: vec![run] }]),
        );
    }
    left
}

/// The place of a claim in the list: where running text first states it.
fn reading_order(story: &Story<'_>, members: &[Member]) -> (usize, Span) {
    let place = |member: &&Member| {
        let unit = &story.units[member.unit as usize];
        let span = member.runs.first().map_or(unit.span, |run| unit.span_of(run));
        (unit.stream != Stream::Text, unit.article, span)
    };
    members
        .iter()
        .map(|member| place(&member))
        .min()
        .map_or_else(Default::default, |(_, article, span)| (article, span))
}

fn claim<'s>(story: &'s Story<'s>, facts: &[Facts<'s>], members: &[Member]) -> Option<FoundClaim> {
    let mut passages: Vec<Passage> =
        members.iter().flat_map(|member| passages(story, member)).collect();
    passages.sort_by_key(|passage| (passage.article, passage.span));
    passages.dedup_by_key(|passage| (passage.article, passage.span));
    let suggestion = suggest(story, facts, members);
    for (article, span, stance) in suggestion.stances {
        if let Some(passage) = passages
            .iter_mut()
            .find(|passage| passage.article == article && passage.span.overlap(span) > 0)
        {
            passage.stance = stance;
        }
    }
    Some(FoundClaim {
        summary: summary(story, members, &passages)?,
        passages,
        suggestion: suggestion.suggestion,
    })
}

fn passages(story: &Story<'_>, member: &Member) -> Vec<Passage> {
    let unit = &story.units[member.unit as usize];
    let article = story.articles[unit.article];
    let reader = story.reader(unit);
    let passage = |run: &Range<usize>| {
        let is_whole = run.start == 0 && run.end == unit.tokens.len();
        let span = if is_whole { unit.span } else { unit.span_of(&trimmed(reader, run)) };
        Passage {
            article: article.id,
            span,
            quote: article.quote(span).to_owned(),
            stance: Stance::Same,
        }
    };
    member.runs.iter().map(passage).collect()
}

/// The passage that says the claim best: from running text, of middling length, early.
fn summary(story: &Story<'_>, members: &[Member], passages: &[Passage]) -> Option<String> {
    let spoken = members
        .iter()
        .map(|member| &story.units[member.unit as usize])
        .filter(|unit| unit.stream == Stream::Text);
    let is_text = |passage: &&Passage| {
        spoken.clone().any(|unit| {
            story.articles[unit.article].id == passage.article && unit.span.contains(passage.span)
        })
    };
    let texts: Vec<&Passage> = passages.iter().filter(is_text).collect();
    let pool = if texts.is_empty() { passages.iter().collect() } else { texts };
    let mut lengths: Vec<usize> = pool.iter().map(|passage| passage.span.len()).collect();
    lengths.sort_unstable();
    let middle = lengths.get(lengths.len() / 2).copied()?;
    let best = pool.iter().min_by_key(|passage| {
        (passage.span.len().abs_diff(middle), passage.article, passage.span)
    })?;
    Some(collapse_white_space(&best.quote))
}

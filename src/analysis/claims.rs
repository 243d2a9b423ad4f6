//! From groups to claims: passages, what is left over, summaries, reading order.

mod absorbing;
pub(super) mod chosen;
mod dissent;
pub(super) mod grounds;
pub(super) mod pair;
mod retold;
mod rivals;
mod settled;
mod summary;

use std::collections::BTreeSet;
use std::ops::Range;

use super::story::{Story, Stream, Unit};
use super::{Cancelled, FoundClaim, Progress, parallel};
use crate::analysis::judging::facts::Facts;
use crate::analysis::judging::suggestion::suggest;
use crate::analysis::matching::context::Bond;
use crate::analysis::matching::merging::merge;
use crate::analysis::matching::narrowing::{Member, runs};
use crate::analysis::matching::strays::without_strays;
use crate::analysis::story::apart::Stories;
use crate::analysis::story::clauses::{readable, states_something, trimmed, without_attribution};
use crate::analysis::story::pieces::Pieces;
use crate::analysis::words::kinship::Kinship;
use crate::model::{Passage, Stance, Suggestion};
use crate::text::Span;
use absorbing::absorb;
use retold::{Draft, gather};
use summary::{choices, summary};

/// What is known of a story before its claims are told.
pub(super) struct Known<'k> {
    /// The story.
    pub(super) story: &'k Story<'k>,
    /// Which of its articles belong together.
    pub(super) stories: &'k Stories,
    /// Which of its terms are akin.
    pub(super) kinship: &'k Kinship,
    /// Its clauses.
    pub(super) pieces: &'k Pieces,
    /// What binds them.
    pub(super) bonds: &'k [Bond],
    /// What each of its articles holds.
    pub(super) facts: &'k [Facts<'k>],
}

/// The claims of a story in reading order.
pub(super) fn claims(
    known: &Known<'_>,
    groups: &[Vec<u32>],
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<FoundClaim>, Cancelled> {
    let Known { story, stories, kinship, pieces, facts, .. } = *known;
    let drafts = groups.iter().map(|group| members(pieces, group)).collect();
    let drafts = merge(story, drafts, progress)?;
    let mut drafts = without_strays(story, kinship, drafts, progress)?;
    drafts.retain(|members| tells_something(story, members));
    let drafts = drafts.into_iter().map(Draft::new).collect();
    let drafts = gather(story, stories, facts, drafts, progress)?;
    let drafts = dissent::join(known, drafts, progress)?;
    let drafts = gather(story, stories, facts, drafts, progress)?;
    let drafts = absorb(story, facts, drafts, progress)?;
    let mut drafts = settled::part(known, drafts, progress)?;
    drafts.extend(left_over(story, pieces, &drafts, progress)?);
    drafts.sort_by_cached_key(|draft| reading_order(story, &draft.members));
    progress.stage(1.0)?;
    let found = |draft: &Draft| (found(story, facts, draft), choices(story, &draft.members));
    let found = parallel::map_long(&drafts, progress, found)?;
    // Claims take their lines in turn, so that no two have the same.
    let mut taken = BTreeSet::new();
    let mut claims = Vec::with_capacity(found.len());
    for (count, ((passages, suggestion), choices)) in found.into_iter().enumerate() {
        if count % 256 == 0 {
            progress.still()?;
        }
        if let Some(summary) = summary(choices, &mut taken) {
            claims.push(FoundClaim { summary, passages, suggestion });
        }
    }
    Ok(claims)
}

/// Whether some member states more than who says it.
fn tells_something(story: &Story<'_>, members: &[Member]) -> bool {
    members.iter().any(|member| {
        let reader = story.reader(&story.units[member.unit as usize]);
        member.runs.iter().any(|run| states_something(reader, run))
    })
}

/// The clauses of a group, which ascend, by their units.
fn members(pieces: &Pieces, group: &[u32]) -> Vec<Member> {
    let of_units = group.chunk_by(|x, y| pieces.get(*x).unit == pieces.get(*y).unit);
    let member = |clauses: &[u32]| {
        let tokens = clauses.iter().map(|clause| pieces.get(*clause).tokens.clone());
        Some(Member { unit: pieces.get(*clauses.first()?).unit, runs: runs(tokens) })
    };
    of_units.filter_map(member).collect()
}

/// Clauses that no group states, each run a claim of its own article.
fn left_over(
    story: &Story<'_>,
    pieces: &Pieces,
    drafts: &[Draft],
    progress: &mut Progress<'_, '_>,
) -> Result<Vec<Draft>, Cancelled> {
    let mut used: Vec<Vec<Range<usize>>> = vec![Vec::new(); story.units.len()];
    for member in drafts.iter().flat_map(|draft| &draft.members) {
        used[member.unit as usize].extend(member.runs.iter().cloned());
    }
    for runs_of_unit in &mut used {
        runs_of_unit.sort_by_key(|run| run.start);
        *runs_of_unit = runs(runs_of_unit.drain(..));
    }
    let units: Vec<u32> = (0..).take(story.units.len()).collect();
    let left = parallel::map(
        &units,
        progress,
        || (),
        |(), unit| left_of(story, pieces, *unit, &used[*unit as usize]),
    )?;
    Ok(left.into_iter().flatten().map(|member| Draft::new(vec![member])).collect())
}

/// The runs of clauses of a unit that tell something and are not `used`.
fn left_of(story: &Story<'_>, pieces: &Pieces, index: u32, used: &[Range<usize>]) -> Vec<Member> {
    let unit = &story.units[index as usize];
    if unit.stream == Stream::Title {
        return Vec::new();
    }
    let reader = story.reader(unit);
    let is_free = |clause: &Range<usize>| {
        !used.iter().any(|run| run.start <= clause.start && clause.end <= run.end)
    };
    let clauses = pieces.of_unit(index).map(|clause| pieces.get(clause).tokens.clone());
    let left = runs(clauses.filter(is_free)).into_iter();
    left.filter(|run| states_something(reader, run))
        .map(|run| Member { unit: index, runs: vec![readable(reader, &run)] })
        .collect()
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

/// The passages of a claim with their stances, and what is suggested.
fn found<'s>(
    story: &'s Story<'s>,
    facts: &[Facts<'s>],
    draft: &Draft,
) -> (Vec<Passage>, Suggestion) {
    let mut passages: Vec<Passage> =
        draft.members.iter().flat_map(|member| passages(story, member)).collect();
    passages.sort_by_key(|passage| (passage.article, passage.span));
    passages.dedup_by_key(|passage| (passage.article, passage.span));
    let suggested = draft.suggested.clone();
    let suggested = suggested.unwrap_or_else(|| suggest(story, facts, &draft.members));
    for (article, span, stance) in suggested.stances {
        let from = passages.partition_point(|passage| passage.article < article);
        if let Some(passage) = passages[from..]
            .iter_mut()
            .take_while(|passage| passage.article == article)
            .find(|passage| passage.article == article && passage.span.overlap(span) > 0)
        {
            passage.stance = stance;
        }
    }
    (passages, suggested.suggestion)
}

/// Where a run of a unit's tokens stands, without who says it and without the marks and joining words at
/// its ends.
pub(super) fn span_of_run(story: &Story<'_>, unit: &Unit, run: &Range<usize>) -> Span {
    let reader = story.reader(unit);
    let stated = without_attribution(reader, run);
    let is_whole = stated.start == 0 && stated.end == unit.tokens.len();
    if is_whole { unit.span } else { unit.span_of(&trimmed(reader, &stated)) }
}

fn passages(story: &Story<'_>, member: &Member) -> Vec<Passage> {
    let unit = &story.units[member.unit as usize];
    let article = story.articles[unit.article];
    let passage = |run: &Range<usize>| {
        let own = span_of_run(story, unit, run);
        story.places(unit, own).map(move |(_, id, span)| Passage {
            article: id,
            span,
            quote: article.quote(own).to_owned(),
            stance: Stance::Same,
        })
    };
    member.runs.iter().flat_map(passage).collect()
}

//! What stands before the article's first sentence.
//!
//! The headline is the line whose words come again in the body; what stands before it is the page's.

use super::sight::Sight;
use crate::import::boilerplate::Plea;
use crate::import::{dateline, signs};
use crate::model::PartKind;

/// The unit before the one at `first` that is the headline: its words come again in the body, and a
/// line of its own counts for it.
pub(super) fn headline(sights: &[Sight], first: usize) -> Option<usize> {
    let mut best: Option<(usize, f32)> = None;
    let mut is_below_byline = false;
    for at in 0..first {
        is_below_byline |= best.is_some() && tells_source(sights, at);
        // What stands below the byline must have much more of the article's words.
        let lead = if is_below_byline { 0.35 } else { 0.05 };
        let score = score(sights, at);
        if may_be_headline(sights, at) && best.is_none_or(|(_, most)| score > most + lead) {
            best = Some((at, score));
            is_below_byline = false;
        }
    }
    // A line of some length may tell what the body tells in other words, and so may the only one.
    let is_enough = |(at, score): &(usize, f32)| {
        let is_long = sights.get(*at).is_some_and(|sight| sight.words >= 5);
        *score >= if is_long || first == 1 { 0.1 } else { 0.3 }
    };
    let (best, _) = best.filter(is_enough)?;
    Some(topmost(sights, best))
}

fn may_be_headline(sights: &[Sight], at: usize) -> bool {
    const LONGEST: usize = 35;
    sights.get(at).is_some_and(|sight| {
        let may_be_short = sight.words >= 2 || signs::is_wide(sight.text);
        sight.plain_kind().is_none()
            && !signs::has_inner_stop(sight.text)
            && may_be_short
            && sight.words <= LONGEST
            && !sight.text.ends_with(':')
    })
}

/// Whether the unit at `at` is a byline or tells the day.
fn tells_source(sights: &[Sight], at: usize) -> bool {
    let kind = sights.get(at).and_then(Sight::plain_kind);
    matches!(kind, Some(PartKind::Byline | PartKind::Dateline))
}

fn score(sights: &[Sight], at: usize) -> f32 {
    let Some(sight) = sights.get(at) else { return 0.0 };
    let block = |at: usize| sights.get(at).map(|sight| sight.unit.block);
    let is_alone = block(at) != block(at + 1) && (at == 0 || block(at) != block(at - 1));
    let bonus = if is_alone { 0.4 } else { 0.0 };
    let malus = if sight.plea == Plea::Sure { 0.3 } else { 0.0 };
    // The words of a short line come again by chance; six are a sign.
    sight.shared * (sight.words as f32 / 6.0).min(1.0) + bonus - malus
}

/// The first of the lines right above `best` that may be headlines too: a line below the headline
/// often has more of the article's words.
fn topmost(sights: &[Sight], best: usize) -> usize {
    const LEAST: f32 = 0.15;
    let goes_on = |at: &usize| {
        may_be_headline(sights, *at)
            && sights.get(*at).is_some_and(|sight| sight.words >= 4 && sight.shared >= LEAST)
    };
    best - (0..best).rev().take_while(goes_on).count()
}

/// The kind of the unit at `at`, before the first sentence at `first`.
pub(super) fn kind(sights: &[Sight], at: usize, headline: Option<usize>, first: usize) -> PartKind {
    let Some(sight) = sights.get(at) else { return PartKind::Boilerplate };
    if headline == Some(at) {
        return PartKind::Headline;
    }
    if let Some(kind) = sight.plain_kind() {
        return kind;
    }
    let is_after = headline.is_none_or(|headline| at > headline);
    match () {
        () if sight.is_repeated => PartKind::Boilerplate,
        () if is_after && (names_writer(sights, at) || is_role(sights, at)) => PartKind::Byline,
        () if !is_after => PartKind::Boilerplate,
        () if sight.is_prose => PartKind::Paragraph,
        () if dateline::opening(sight.text).is_some() => PartKind::Paragraph,
        () if signs::has_inner_stop(sight.text) => PartKind::Paragraph,
        () if is_subhead(sights, at, headline, first) => PartKind::Subhead,
        () if headline.is_none() => PartKind::Paragraph,
        () => PartKind::Boilerplate,
    }
}

/// `Jo Doe`, `Jo Doe in Lisbon`, `Jo Doe, business reporter, Harbour News`.
fn names_writer(sights: &[Sight], at: usize) -> bool {
    sights.get(at).is_some_and(Sight::may_name_writer) && !heads_list(sights, at)
}

/// Whether the line at `at` tells what the writer above it does: `Chief reporter`.
fn is_role(sights: &[Sight], at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|above| sights.get(above));
    let is_writer = |sight: &Sight| signs::is_byline(sight.text) || sight.may_name_writer();
    above.is_some_and(is_writer)
        && sights.get(at).is_some_and(|sight| sight.is_line() && signs::is_role(sight.text))
}

/// Whether items stand right below the line at `at`.
fn heads_list(sights: &[Sight], at: usize) -> bool {
    sights.get(at).zip(sights.get(at + 1)).is_some_and(|(line, below)| {
        below.unit.has_bullet && below.is_free() && line.unit.block == below.unit.block
    })
}

/// Whether the line at `at` is the first of several that each head a stretch of the article.
fn opens_sections(sights: &[Sight], at: usize) -> bool {
    let alone = |at: usize| {
        let block = |at: usize| sights.get(at).map(|sight| sight.unit.block);
        block(at) != block(at + 1) && (at == 0 || block(at) != block(at - 1))
    };
    let heads = |at: usize| {
        let is_short = |sight: &Sight| sight.is_line() && sight.is_free() && sight.words <= 5;
        let below = sights.get(at + 1);
        sights.get(at).is_some_and(is_short) && alone(at) && below.is_some_and(Sight::tells)
    };
    heads(at) && (at + 1..sights.len()).filter(|at| heads(*at)).count() >= 2
}

/// No more lines are looked through between a headline and a line below it.
const MOST_LINES: usize = 40;

/// Whether the line at `at`, below the headline, tells of the article.
fn is_subhead(sights: &[Sight], at: usize, headline: Option<usize>, first: usize) -> bool {
    let Some(sight) = sights.get(at) else { return false };
    let is_line = |sight: &Sight| sight.words >= 4 && sight.plain_kind().is_none();
    let is_below_headline = headline
        .and_then(|headline| sights.get(headline + 1..at))
        .is_some_and(|between| between.len() <= MOST_LINES && between.iter().all(is_line));
    let is_above_body = at + 1 == first && headline.is_some();
    let has_list = sights.get(at + 1).is_some_and(|below| below.unit.has_bullet);
    match sight.words {
        _ if sight.text.ends_with(':') => has_list || is_above_body,
        0..=5 if heads_list(sights, at) => true,
        0..4 => is_above_body && (sight.shared > 0.0 || opens_sections(sights, at)),
        _ => is_below_headline || is_above_body || sight.shared >= 0.2,
    }
}

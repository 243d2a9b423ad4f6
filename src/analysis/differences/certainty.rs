//! The same said with more or less certainty.

use std::ops::Range;

use super::{Difference, Meeting, Side, Telling};
use crate::analysis::lexicon::Traits;
use crate::analysis::numerals::Reader;
use crate::analysis::story::{Stream, Unit};
use crate::model::{ReasonKind, Stance};

/// A word of certainty and its degree, 1 (possible) to 4 (established).
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Cue {
    tokens: Range<usize>,
    degree: u8,
}

/// One side hedged, the other not.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let mut found: Vec<Difference> = hedged(meeting).into_iter().collect();
    found.extend(hedged(&meeting.turned()).map(Difference::turned));
    found.extend(cause_and_association(meeting));
    found
}

/// The first side hedges what the second states.
fn hedged(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let (own, other) = (cues(meeting.a, meeting), cues(meeting.b, &meeting.turned()));
    let weakest = own.iter().filter(|cue| cue.degree < 4).min_by_key(|cue| cue.degree)?;
    if meeting.b.cues.iter().any(|cue| cue.degree < 4) {
        return None;
    }
    let is_established = other.iter().any(|cue| cue.degree == 4);
    let gap = 4 - weakest.degree;
    if gap < 2 && !is_established {
        return None;
    }
    let confidence = 0.48
        + 0.07 * meeting.shared.len().min(4) as f64
        + if is_established { 0.1 } else { 0.0 }
        + 0.2 * (meeting.fraction - 0.35)
        + if gap >= 2 { 0.05 } else { -0.1 };
    let place = other
        .first()
        .map_or_else(|| counterpart(meeting, &weakest.tokens), |cue| cue.tokens.clone());
    let difference =
        Difference::new(ReasonKind::Hedging, confidence, weakest.tokens.clone(), place);
    Some(difference.with_stances(Stance::Hedged, Stance::Stronger).told(if is_established {
        Telling::Says
    } else {
        Telling::FirstOnly
    }))
}

/// The words of certainty in a side that are about what both say: a shared stem stands in the clause
/// or near.
fn cues(side: &Side<'_>, meeting: &Meeting<'_, '_>) -> Vec<Cue> {
    let is_about_shared = |cue: &Cue| {
        let clause = side.clause_around(cue.tokens.start);
        let near = cue.tokens.start.saturating_sub(4)..cue.tokens.end + 4;
        side.content.iter().any(|(at, stem)| {
            (clause.contains(at) || near.contains(at)) && meeting.shared.contains(stem)
        })
    };
    let is_focussed = |cue: &Cue| {
        let after = side.content.iter().filter(|(at, _)| *at >= cue.tokens.end).take(3);
        let (mut all, mut shared) = (0, 0);
        for (_, stem) in after {
            all += 1;
            shared += usize::from(meeting.shared.contains(stem));
        }
        shared * 2 >= all
    };
    let is_needed = meeting.fraction < 0.5;
    // A lone headline is one statement from end to end.
    if side.unit.stream == Stream::Title && meeting.story.units.len() == 2 {
        return side.cues.clone();
    }
    side.cues
        .iter()
        .filter(|cue| is_about_shared(cue) && (!is_needed || is_focussed(cue)))
        .cloned()
        .collect()
}

/// The words of certainty in runs of a unit's tokens.
pub(super) fn cues_in(reader: Reader<'_>, unit: &Unit, runs: &[Range<usize>]) -> Vec<Cue> {
    let lexicon = reader.lexicon;
    let is_title = unit.stream == Stream::Title;
    let mut found = Vec::new();
    let mut skip = 0;
    for at in runs.iter().flat_map(Clone::clone) {
        if at < skip {
            continue;
        }
        let word = |offset: usize| reader.form(at + offset);
        if let Some((length, ())) = lexicon.false_hedges.starting(word) {
            skip = at + length;
        } else if let Some((length, degree)) = lexicon.certainty.starting(word) {
            if !is_month(reader, at, is_title) {
                found.push(Cue { tokens: at..at + length, degree });
            }
            skip = at + length;
        } else if is_title
            && reader.form(at).is_some_and(|form| lexicon.data.hedges_headlines(form))
        {
            found.push(Cue { tokens: at..at + 1, degree: 1 });
        }
    }
    found
}

/// Whether `May` with a capital is the month: inside a sentence, or before a day in a headline.
fn is_month(reader: Reader<'_>, at: usize, is_title: bool) -> bool {
    let is_named = reader.word(at).is_some_and(|word| word.month.is_some());
    let has_capital = reader.token(at).is_some_and(|token| token.capital);
    at > 0 && is_named && has_capital && (!is_title || reader.is_digits(at + 1))
}

/// The words of the second side that stand where the first has the cue: the shared stems nearest to it.
fn counterpart(meeting: &Meeting<'_, '_>, cue: &Range<usize>) -> Range<usize> {
    let nearest = meeting
        .a
        .content
        .iter()
        .filter(|(_, stem)| meeting.shared.contains(stem))
        .min_by_key(|(at, _)| at.abs_diff(cue.end));
    let found =
        nearest.and_then(|(_, stem)| meeting.b.content.iter().find(|(_, other)| other == stem));
    found.map_or_else(|| meeting.b.runs.first().cloned().unwrap_or(0..1), |(at, _)| *at..at + 1)
}

/// `linked to` against `causes`.
fn cause_and_association(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let first =
        |side: &Side<'_>, traits: Traits| side.tokens().find(|at| side.reader.has(*at, traits));
    let pair = |a: &Side<'_>, b: &Side<'_>| {
        let (link, cause) = (first(a, Traits::ASSOCIATION)?, first(b, Traits::CAUSE)?);
        (first(a, Traits::CAUSE).is_none() && first(b, Traits::ASSOCIATION).is_none())
            .then_some((link, cause))
    };
    if meeting.shared.len() < 2 {
        return None;
    }
    let build = |a: usize, b: usize| Difference::new(ReasonKind::Hedging, 0.60, a..a + 1, b..b + 1);
    if let Some((link, cause)) = pair(meeting.a, meeting.b) {
        return Some(build(link, cause).with_stances(Stance::Hedged, Stance::Stronger));
    }
    let (link, cause) = pair(meeting.b, meeting.a)?;
    Some(build(cause, link).with_stances(Stance::Stronger, Stance::Hedged))
}

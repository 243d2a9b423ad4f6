//! What one side states and the other denies.

use std::collections::BTreeSet;
use std::ops::Range;

use super::opposites::{self, Found};
use super::{Difference, Meeting, Side, Telling};
use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::{Denial, Traits};
use crate::analysis::words::terms::TermId;
use crate::analysis::words::tokens::TokenKind;
use crate::analysis::words::vocabulary::Word;
use crate::model::ReasonKind;

/// Denials, opposites, and what is still so against what no longer is.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    if meeting.is_asked() {
        return Vec::new();
    }
    let mut found: Vec<Difference> = denied_words(meeting).into_iter().collect();
    found.extend(denied_words(&meeting.turned()).map(Difference::turned));
    found.extend(denied_whole(meeting));
    found.extend(denied_whole(&meeting.turned()).map(Difference::turned));
    found.extend(opposites::differences(meeting));
    found.extend(prefixed(meeting));
    found.extend(prefixed(&meeting.turned()).map(Difference::turned));
    found.extend(still_and_already(meeting));
    found.extend(still_and_already(&meeting.turned()).map(Difference::turned));
    found.extend(debunked(meeting));
    found.extend(debunked(&meeting.turned()).map(Difference::turned));
    found
}

/// The words of denial in runs of tokens, those that only seem to deny left out.
pub(super) fn denials(reader: Reader<'_>, runs: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut skip = 0;
    for at in runs.iter().flat_map(Clone::clone) {
        if at < skip {
            continue;
        }
        let Some((length, denial)) = reader.phrase(&reader.lexicon.negations, at) else {
            continue;
        };
        // `No. 4` denies nothing.
        let is_label = reader.is(at, "no")
            && (reader.is_digits(at + 1) || (reader.is(at + 1, "") && reader.is_digits(at + 2)));
        if denial == Denial::Real && !is_label && !waits_until(reader, at + length) {
            found.push(at..at + length);
        }
        skip = at + length;
    }
    found
}

/// Tokens between a denial and what ends it.
const WAIT: usize = 6;

/// Whether what is denied before `at` came or comes to be at a time: `no abrió hasta el lunes`.
fn waits_until(reader: Reader<'_>, at: usize) -> bool {
    let is_mark = |at: &usize| reader.token(*at).is_none_or(|token| token.kind == TokenKind::Mark);
    let mut clause = (at..at + WAIT).take_while(|at| !is_mark(at));
    clause.find(|at| reader.has(*at, Traits::UNTIL)).is_some_and(|until| {
        let time = until + 1 + usize::from(reader.has(until + 1, Traits::ARTICLE));
        reader.is_digits(time) || reader.word(time).is_some_and(Word::tells_time)
    })
}

/// The first side denies a word that the second states.
fn denied_words(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let counts = |denial: &&Range<usize>| {
        !is_settled(meeting, denial) && !rejects_a_thing(meeting.a.reader, denial)
    };
    let mut best: Option<Difference> = None;
    for denial in meeting.a.denials.iter().filter(counts) {
        let denied = denied_by(meeting.a, denial);
        // In `without being shown the memo` the memo is not what is denied.
        let is_told = !meeting.is_in_story()
            || denied.first().is_some_and(|(_, stem)| meeting.has_akin(*stem));
        let is_late = denied.first().is_some_and(|(at, _)| *at < denial.start);
        if is_late && !meeting.b.holds_possibility() {
            continue;
        }
        for (at, stem) in denied {
            let found = denied_word(meeting, denial, (at, stem), is_told);
            let is_better = |found: &Difference| {
                best.as_ref().is_none_or(|best| best.confidence < found.confidence)
            };
            best = found.filter(is_better).or(best);
        }
    }
    best
}

/// The words of content that a denial denies, with their tokens: at most two after it, or before one
/// that stands late.
fn denied_by(side: &Side<'_>, denial: &Range<usize>) -> Vec<(usize, TermId)> {
    // What follows `and` or a mark is a statement of its own: `will not stay and leaves on Friday`.
    let goes_on = |mut between: Range<usize>| between.any(|at| side.reader.ends_denial(at));
    // After what is denied a preposition leads on to what is not: `without parole for a shooting`.
    let leads_on = |mut between: Range<usize>| {
        let leads = Traits::PLACE_PREPOSITION.or(Traits::OUT_OF).or(Traits::BY);
        between.any(|at| side.reader.has(at, leads) || side.reader.is(at, "for"))
    };
    let after: Vec<_> = side
        .content
        .iter()
        .filter(|(at, _)| *at >= denial.end && *at < denial.end + 6)
        .take_while(|(at, _)| !goes_on(denial.end..*at))
        .take(2)
        .enumerate()
        .take_while(|(count, (at, _))| *count == 0 || !leads_on(denial.end..*at))
        .map(|(_, place)| *place)
        .collect();
    if !after.is_empty() || !side.reader.lexicon.data.denies_late {
        return after;
    }
    let before = side.content.iter().rev().filter(|(at, _)| *at < denial.start);
    before.take_while(|(at, _)| !goes_on(*at..denial.start)).take(2).copied().collect()
}

/// A word that the first side denies and the second states in some form.
fn denied_word(
    meeting: &Meeting<'_, '_>,
    denial: &Range<usize>,
    (at, stem): (usize, TermId),
    is_told: bool,
) -> Option<Difference> {
    let is_same = |(_, other): &&(usize, TermId)| meeting.is_akin(stem, *other);
    let (other, _) = meeting.b.content.iter().find(is_same)?;
    let mut all = meeting.b.content.iter().filter(is_same);
    let is_denied_too = all
        .any(|(other, _)| meeting.b.denials.iter().any(|range| range.start.abs_diff(*other) <= 6));
    let is_unit = meeting.b.reader.word(*other).is_some_and(|word| word.unit.is_some());
    if is_denied_too
        || is_unit
        || meeting.a.supposes(at)
        || meeting.b.supposes(*other)
        || meeting.a.is_due(at) != meeting.b.is_due(*other)
        || meeting.story.names.contains(&stem)
        || is_ended(meeting.b, *other)
    {
        return None;
    }
    let whole = denial.start.min(at)..denial.end.max(at + 1);
    let context = meeting.common_context(&whole, &(*other..*other + 1));
    if meeting.is_in_story() && context < 2 && meeting.fraction < LEAST_DENIED {
        return None;
    }
    let is_possible = meeting.b.holds_possibility();
    let confidence =
        0.33 + 0.12 * context.min(3) as f64 + 0.13 + if is_possible { 0.12 } else { 0.0 }
            - if is_told { 0.0 } else { 0.12 };
    Some(Difference::new(ReasonKind::Negation, confidence, whole, *other..*other + 1))
}

/// Whether the second pole of an axis follows a word in its clause, which says as much as a denial: `no
/// trains`, `rail services are suspended`.
fn is_ended(side: &Side<'_>, at: usize) -> bool {
    let is_mark =
        |at: usize| side.reader.token(at).is_none_or(|token| token.kind == TokenKind::Mark);
    let follows = |pole: &Found| {
        let is_word = !side.reader.has(pole.tokens.start, Traits::STOP) && !pole.is_first;
        is_word && pole.tokens.start > at && !(at..pole.tokens.start).any(is_mark)
    };
    side.poles.iter().any(follows)
}

/// Passages of a story that have less in common deny and state different things.
const LEAST_DENIED: f64 = 0.25;

/// Whether a verb of denial has a thing for its object, or none: `denied an offer`, `dismissed by critics`.
/// Then it does not say that there was none.
fn rejects_a_thing(reader: Reader<'_>, denial: &Range<usize>) -> bool {
    let is_verb = denial.len() == 1
        && !reader.has(denial.start, Traits::STOP)
        && reader.has(denial.start, Traits::NON_FACTIVE.or(Traits::REPORT).or(Traits::REJECT));
    is_verb && reader.has(denial.end, Traits::ARTICLE.or(Traits::BY))
}

/// Whether a denial belongs to a pole that the other side holds as well: `not guilty`, `acquitted`.
fn is_settled(meeting: &Meeting<'_, '_>, denial: &Range<usize>) -> bool {
    let is_of_denial =
        |pole: &&Found| pole.denied_at == Some(denial.start) || pole.tokens.contains(&denial.start);
    let own = meeting.a.poles.iter().filter(is_of_denial);
    own.into_iter().any(|pole| {
        let same = |other: &&Found| other.axis == pole.axis && other.is_first == pole.is_first;
        meeting.b.poles.iter().any(|other| same(&other))
    })
}

/// Whether something of what a denial denies is what both sides speak of.
fn denies_shared(meeting: &Meeting<'_, '_>, denial: &Range<usize>) -> bool {
    let reader = meeting.a.reader;
    let after = meeting.a.content.iter().filter(|(at, _)| *at >= denial.end);
    let most = if meeting.is_in_story() { 1 } else { 3 };
    let mut denied = after
        .take_while(|(at, _)| !(denial.end..*at).any(|at| reader.ends_denial(at)))
        .take(most)
        .peekable();
    let is_verb_shared = || {
        let before = denial.start.checked_sub(1);
        let verb = meeting.a.content.iter().find(|(at, _)| before == Some(*at));
        verb.is_none_or(|(_, stem)| meeting.shared.contains(stem))
    };
    match denied.peek() {
        // `had shown nothing` denies the showing.
        None => is_verb_shared(),
        Some(_) => denied.any(|(_, stem)| meeting.shared.contains(stem)),
    }
}

/// The first side denies, the second does not, and they are otherwise nearly the same.
fn denied_whole(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let least = if meeting.is_in_story() { 0.75 } else { 0.6 };
    if meeting.fraction < least || meeting.shared.len() < 3 || !meeting.b.denials.is_empty() {
        return None;
    }
    let [denial] = meeting.a.denials.as_slice() else { return None };
    if is_settled(meeting, denial) || !denies_shared(meeting, denial) {
        return None;
    }
    let near: BTreeSet<TermId> =
        meeting.a.near(denial, 6).filter(|stem| meeting.shared.contains(stem)).collect();
    let is_told_of = |at: usize| meeting.a.reader.has(at, Traits::NON_FACTIVE);
    if near.len() < 2 || denial.clone().any(is_told_of) {
        return None;
    }
    let place =
        meeting.b.content.iter().find(|(_, stem)| near.contains(stem)).map(|(at, _)| *at)?;
    let is_due = meeting.a.is_due(denial.start) != meeting.b.is_due(place);
    if is_due || is_ended(meeting.b, place) {
        return None;
    }
    let confidence = 0.2 + 0.5 * meeting.fraction;
    Some(
        Difference::new(ReasonKind::Negation, confidence, denial.clone(), place..place + 1)
            .told(Telling::FirstOnly),
    )
}

/// `unsafe` against `safe`: a word of the first side denies one of the second by its beginning.
fn prefixed(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let is_denied = |side: &Side<'_>, at: usize| {
        side.denials.iter().any(|denial| denial.end <= at && at - denial.end < 3)
    };
    for (x, prefix) in prefixed_words(meeting.a) {
        let form = meeting.a.reader.form(*x).unwrap_or_default();
        let plain = form.get(*prefix..).unwrap_or_default();
        let same = meeting.b.content.iter().find(|(at, _)| meeting.b.reader.is(*at, plain));
        let Some((y, _)) = same else { continue };
        let context = meeting.common_context(&(*x..x + 1), &(*y..y + 1));
        if context >= 1 && is_denied(meeting.a, *x) == is_denied(meeting.b, *y) {
            let confidence = 0.55 + 0.08 * context.min(3) as f64;
            let (a, b) = (*x..x + 1, *y..y + 1);
            return Some(Difference::new(ReasonKind::Negation, confidence, a, b));
        }
    }
    None
}

/// The words of content of a side that begin as a denial does, with the length of their prefix.
fn prefixed_words<'m>(side: &'m Side<'_>) -> &'m [(usize, usize)] {
    side.once.prefixed.get_or_init(|| {
        let prefixes = &side.reader.lexicon.negating_prefixes;
        let prefix = |(at, _): &(usize, TermId)| {
            let form = side.reader.form(*at)?;
            let plain = prefixes.iter().find_map(|prefix| form.strip_prefix(prefix.as_str()))?;
            (plain.chars().count() >= LEAST_PREFIXED).then(|| (*at, form.len() - plain.len()))
        };
        side.content.iter().filter_map(prefix).collect()
    })
}

/// Letters of a word that a prefix may deny.
const LEAST_PREFIXED: usize = 4;

/// `still missing` against `already found`.
fn still_and_already(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let (still, already) = (meeting.a.first(Traits::STILL)?, meeting.b.first(Traits::ALREADY)?);
    let is_mixed =
        meeting.a.first(Traits::ALREADY).is_some() || meeting.b.first(Traits::STILL).is_some();
    (meeting.shared.len() >= 2 && !is_mixed).then(|| {
        Difference::new(ReasonKind::Negation, 0.57, still..still + 1, already..already + 1)
    })
}

/// The first side calls untrue what the second tells.
fn debunked(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let told = untrue(meeting.a)?;
    let is_other = meeting.is_in_story() && meeting.fraction < 0.5;
    if is_other || meeting.shared.len() < 2 || untrue(meeting.b).is_some() {
        return None;
    }
    let place = meeting
        .b
        .content
        .iter()
        .find(|(_, stem)| meeting.shared.contains(stem))
        .map(|(at, _)| *at)?;
    let confidence = 0.5 + 0.05 * meeting.shared.len().min(6) as f64;
    Some(
        Difference::new(ReasonKind::Negation, confidence, told.clone(), place..place + 1)
            .told(Telling::FirstOnly),
    )
}

/// The first words of a side that call something untrue.
fn untrue<'m>(side: &'m Side<'_>) -> Option<&'m Range<usize>> {
    let found = side.once.untrue.get_or_init(|| {
        let book = &side.reader.lexicon.debunked;
        let begins = side.begins(book.mark);
        let mut places = side.tokens().filter(|_| begins);
        places.find_map(|at| Some(at..at + side.reader.phrase(book, at)?.0))
    });
    found.as_ref()
}

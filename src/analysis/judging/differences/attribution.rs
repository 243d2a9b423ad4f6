//! The same said by somebody else.

mod mouths;

use std::collections::BTreeSet;
use std::ops::Range;

use super::wording::quotations;
use super::{Difference, Meeting, Side, Telling};
use crate::analysis::values::names::{Name, names};
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::spelling::edit_distance;
use crate::analysis::words::terms::TermId;
use crate::analysis::words::tokens::TokenKind;
use crate::model::{ReasonKind, Stance};

/// How far from a source stand the words that tell who it is.
const STRETCH: usize = 4;
/// How far a source may stand from the word of saying.
const REACH: usize = 9;

/// Sources that differ, and what one side only claims.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    if meeting.is_asked() {
        return Vec::new();
    }
    let mut found: Vec<Difference> =
        mouths::differences(meeting).or_else(|| named_sources(meeting)).into_iter().collect();
    found.extend(classes(meeting));
    found.extend(claimed(meeting));
    found.extend(claimed(&meeting.turned()).map(Difference::turned));
    found
}

/// The first in a run of tokens who looks like a person.
fn person_in(side: &Side<'_>, tokens: Range<usize>) -> Option<Name> {
    names(side.reader, &[tokens]).into_iter().find(|name| is_person(side, name))
}

/// Whether a name is a full one, or one with a title, but no `the Ohio Democrat`.
fn is_person(side: &Side<'_>, name: &Name) -> bool {
    let before = name.tokens.start.checked_sub(1);
    let follows_article = before.is_some_and(|at| side.reader.has(at, Traits::ARTICLE));
    let is_full = name.words.len() >= 2 && !follows_article;
    !name.is_organisation && (is_full || name.title.is_some())
}

/// Whether two names may be one, the spelling of the last word aside.
fn is_same(x: &Name, y: &Name) -> bool {
    let are_near = |a: &String, b: &String| a.len() > 3 && edit_distance(a, b) <= 2;
    x.words.iter().any(|a| y.words.contains(a))
        || x.words.last().zip(y.words.last()).is_some_and(|(a, b)| are_near(a, b))
}

/// Whether a passage has any word of a name, initials aside.
fn knows(side: &Side<'_>, name: &Name) -> bool {
    let mut forms = side.tokens().filter_map(|at| side.reader.form(at));
    let is_of_name = |form: &str, word: &str| word.len() > 1 && form.starts_with(word);
    forms.any(|form| name.words.iter().any(|word| is_of_name(form, word)))
}

/// Other people are named as having said it.
fn named_sources(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let left = speakers(meeting.a);
    let x = left.first()?;
    let right = speakers(meeting.b);
    let y = right.first()?;
    let others = |own: &[Name], others: &[Name], side: &Side<'_>| {
        own.iter()
            .all(|name| !knows(side, name) && !others.iter().any(|other| is_same(name, other)))
    };
    if !others(left, right, meeting.b) || !others(right, left, meeting.a) {
        return None;
    }
    let alike = quotations(meeting).into_iter().any(|quotation| quotation.ratio > 0.6);
    // Where every noun has a capital, only one quotation makes sure that names are speakers.
    if meeting.a.reader.lexicon.data.nouns_have_capitals && !alike {
        return None;
    }
    let said = said_in_common(meeting, &x.tokens, &y.tokens);
    let confidence = 0.30 + 0.45 * (said - 0.25) + if alike { 0.30 } else { 0.0 };
    Some(
        Difference::new(ReasonKind::Attribution, confidence, x.tokens.clone(), y.tokens.clone())
            .told(Telling::Sources),
    )
}

/// The names that stand near a word of saying, with no full stop or quotation mark between.
fn speakers<'m>(side: &'m Side<'_>) -> &'m [Name] {
    side.once.speakers.get_or_init(|| find_speakers(side))
}

fn find_speakers(side: &Side<'_>) -> Vec<Name> {
    let verbs = verbs(side);
    if verbs.is_empty() {
        return Vec::new();
    }
    let is_near = |name: &Name| {
        verbs.iter().any(|verb| {
            let mut between = if *verb < name.tokens.start {
                verb + 1..name.tokens.start
            } else {
                name.tokens.end..*verb
            };
            let reach = if side.reader.has(*verb, Traits::REPORT) { REACH } else { 4 };
            between.len() <= reach && !between.any(|at| is_quote_mark(side, at))
        })
    };
    let whole = 0..side.reader.tokens.len();
    let people = names(side.reader, &[whole]).into_iter().filter(|name| is_person(side, name));
    people.filter(|name| side.hears(name.tokens.start) && is_near(name)).collect()
}

/// Words of saying and of naming a source.
fn verbs<'m>(side: &'m Side<'_>) -> &'m [usize] {
    side.once.verbs.get_or_init(|| find_verbs(side))
}

fn find_verbs(side: &Side<'_>) -> Vec<usize> {
    let book = &side.reader.lexicon.according;
    let according = |at: usize| side.reader.whole(book, at).map(|(length, ())| at + length - 1);
    side.heard()
        .filter_map(|at| if side.reader.has(at, Traits::REPORT) { Some(at) } else { according(at) })
        .collect()
}

fn is_quote_mark(side: &Side<'_>, at: usize) -> bool {
    side.reader.token(at).is_some_and(|token| token.kind == TokenKind::Mark)
        && side
            .reader
            .form(at)
            .is_some_and(|form| matches!(form, "\"" | "“" | "”" | "«" | "»" | "„" | ""))
}

/// Sources of other classes: police here, the company there.
fn classes(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let (left, right) = (class(meeting.a), class(meeting.b));
    let is_disjoint = left.iter().all(|(class, _)| right.iter().all(|(other, _)| class != other));
    let ((_, x), (_, y)) = (left.first()?, right.first()?);
    (is_disjoint && meeting.shared.len() >= 2).then(|| {
        let confidence = 0.15 + 0.6 * said_in_common(meeting, x, y);
        Difference::new(ReasonKind::Attribution, confidence, x.clone(), y.clone())
            .told(Telling::Sources)
    })
}

/// The share of what is said that both say: their common stems in the shorter side, its source left out.
fn said_in_common(meeting: &Meeting<'_, '_>, x: &Range<usize>, y: &Range<usize>) -> f64 {
    let said = |side: &Side<'_>, source: &Range<usize>| {
        let around = stretch_around(side, source);
        let of_source: BTreeSet<TermId> = side
            .content
            .iter()
            .filter(|(at, stem)| around.contains(at) && !meeting.shared.contains(stem))
            .map(|(_, stem)| *stem)
            .collect();
        side.stems.len() - of_source.len()
    };
    let least = said(meeting.a, x).min(said(meeting.b, y)).max(1);
    (meeting.shared.len() as f64 / least as f64).min(1.0)
}

/// A source with the words beside it that tell who it is: up to the verb, a mark, or a few words.
fn stretch_around(side: &Side<'_>, source: &Range<usize>) -> Range<usize> {
    let ends = |at: usize| {
        side.reader.token(at).is_none_or(|token| token.kind == TokenKind::Mark)
            || side.reader.has(at, Traits::REPORT)
    };
    let start = (source.start.saturating_sub(STRETCH)..source.start).rev().find(|at| ends(*at));
    let end = (source.end..source.end + STRETCH).find(|at| ends(*at));
    start.map_or(source.start.saturating_sub(STRETCH), |at| at + 1)..end.unwrap_or(source.end)
}

/// The classes of source that stand beside a word of saying.
fn class<'m>(side: &'m Side<'_>) -> &'m [(u16, Range<usize>)] {
    side.once.classes.get_or_init(|| find_class(side))
}

fn find_class(side: &Side<'_>) -> Vec<(u16, Range<usize>)> {
    let verbs = verbs(side);
    let class_of = |at: usize| {
        let book = &side.reader.lexicon.sources;
        let word = || Some((1, side.reader.word(at)?.source?));
        side.reader.whole(book, at).or_else(word)
    };
    let is_near = |at: usize| {
        verbs.iter().any(|verb| {
            let mut between = at.min(*verb)..at.max(*verb);
            verb.abs_diff(at) <= 5 && !between.any(|at| is_quote_mark(side, at))
        })
    };
    let named = side.heard().filter_map(|at| Some((at, class_of(at)?)));
    let near = named.filter(|(at, _)| is_near(*at) && !is_addressed(side, *at));
    near.map(|(at, (length, class))| (class, at..at + length)).collect()
}

/// Whether a word tells who was told, not who tells (`told reporters`), or is a verb of telling itself.
pub(super) fn is_addressed(side: &Side<'_>, at: usize) -> bool {
    let book = &side.reader.lexicon.addressing;
    let is_article = at > 0 && side.reader.has(at - 1, Traits::ARTICLE);
    let last = at.checked_sub(1 + usize::from(is_article));
    let addresses = last.is_some_and(|last| {
        book.ending(|back| side.reader.form(last.checked_sub(back)?)).is_some()
    });
    addresses || side.reader.has(at, Traits::REPORT)
}

/// `insists`, `denies` against a plain statement.
fn claimed(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    if !meeting.a.may_have(Traits::NON_FACTIVE) {
        return None;
    }
    let false_claims = &meeting.a.reader.lexicon.false_claims;
    let is_claim = |at: &usize| {
        meeting.a.reader.has(*at, Traits::NON_FACTIVE)
            && false_claims.starting(|offset| meeting.a.reader.form(at + offset)).is_none()
    };
    let at = meeting.a.heard().find(is_claim)?;
    let after: Vec<_> = meeting.a.content.iter().filter(|(place, _)| *place > at).take(4).collect();
    let about_shared = after.iter().filter(|(_, stem)| meeting.shared.contains(stem)).count();
    let is_focus = about_shared * 2 >= after.len().max(1);
    let is_plain = is_focus
        && verbs(meeting.b).is_empty()
        && !meeting.b.heard().any(|at| meeting.b.reader.has(at, Traits::NON_FACTIVE));
    let place = meeting
        .b
        .content
        .iter()
        .find(|(_, stem)| meeting.shared.contains(stem))
        .map(|(at, _)| *at)?;
    let confidence = 0.35 + 0.3 * meeting.fraction;
    (is_plain && meeting.fraction > 0.45).then(|| {
        Difference::new(ReasonKind::Attribution, confidence, at..at + 1, place..place + 1)
            .with_stances(Stance::Hedged, Stance::Stronger)
            .told(Telling::FirstOnly)
    })
}

//! The same said with more or less certainty.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Difference, Meeting, Side, Telling};
use crate::analysis::story::{Stream, Unit};
use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::{PhraseBook, Traits, without_possessive};
use crate::analysis::words::terms::TermId;
use crate::analysis::words::tokens::TokenKind;
use crate::analysis::words::vocabulary::Word;
use crate::model::{ReasonKind, Stance};

/// Passages that have less in common speak of two things, unless one calls its own established.
const LEAST_FRACTION: f64 = 0.4;
/// Words this near to a cue that stands alone are what it is about.
const NEAR: usize = 4;
/// Stems that a passage shares with one whose hedge is that of the claim.
const LEAST_SHARED: usize = 2;
/// Tokens between a verb and the end of its clause.
const LONGEST_CLAUSE: usize = 25;
/// Words of content after a cue that tell what it is about.
const FOCUS: usize = 3;

/// A word of certainty and its degree, 1 (possible) to 4 (established).
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Cue {
    tokens: Range<usize>,
    degree: u8,
    /// Whether it only passes on what others say, as headlines do and `soll`: no reason, but no plain
    /// statement either.
    is_passed_on: bool,
}

impl Cue {
    /// Whether it calls a thing possible, and no more than that.
    pub(super) const fn is_possibility(&self) -> bool {
        self.degree == 1
    }
}

/// Where a side hedges what it shares with another that does.
pub(in crate::analysis) fn hedged_alike(side: &Side<'_>, other: &Side<'_>) -> Option<Range<usize>> {
    let shared = side.stems.iter().filter(|stem| other.stems.contains(stem)).count();
    let mut hedges = side.cues.iter().filter(|cue| cue.degree < 4 && !cue.is_passed_on);
    hedges.next().filter(|_| shared >= LEAST_SHARED).map(|cue| cue.tokens.clone())
}

/// One side hedged, the other not.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    if meeting.is_asked() {
        return Vec::new();
    }
    let mut found: Vec<Difference> = hedged(meeting).into_iter().collect();
    found.extend(hedged(&meeting.turned()).map(Difference::turned));
    found.extend(cause_and_association(meeting));
    found
}

/// The first side hedges what the second states.
fn hedged(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let (own, other) = (cues(meeting.a, meeting), cues(meeting.b, &meeting.turned()));
    let weakest = own.iter().filter(|cue| cue.degree < 4).min_by_key(|cue| cue.degree)?;
    let is_hedged_too = meeting.b.cues.iter().any(|cue| cue.degree < 4);
    if is_hedged_too || leaves_open(meeting.b) || has_word_of(meeting, weakest) {
        return None;
    }
    let is_established = other.iter().any(|cue| cue.degree == 4);
    let gap = 4 - weakest.degree;
    if gap < 2 && !is_established {
        return None;
    }
    let is_one_of_many = meeting.story.units.len() > 2;
    let has_little_in_common = is_one_of_many && meeting.akin_fraction() < LEAST_FRACTION;
    let is_meant = || is_established || is_hedge_of_claim(meeting, meeting.a, weakest);
    if has_little_in_common && !is_meant() {
        return None;
    }
    let confidence = 0.48
        + 0.05 * meeting.shared.len().min(4) as f64
        + if is_established { 0.1 } else { 0.0 }
        + 0.3 * (meeting.fraction - 0.35)
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

/// Whether the second side says the word of the cue in another form: `police suspect`, `is suspected`.
fn has_word_of(meeting: &Meeting<'_, '_>, cue: &Cue) -> bool {
    let words = cue.tokens.clone().filter_map(|at| meeting.a.reader.word(at));
    let stems: Vec<_> =
        words.filter(|word| word.is_content()).filter_map(|word| word.stem).collect();
    let mut others = meeting.b.heard().filter_map(|at| meeting.b.reader.word(at)?.stem);
    others.any(|stem| stems.contains(&stem))
}

/// Whether a side speaks of what is allowed (then a `may` allows, too) or of a danger, which is a
/// possibility by its nature: `warned that the well was vulnerable`.
fn leaves_open(side: &Side<'_>) -> bool {
    let lexicon = side.reader.lexicon;
    let begins = |book: &PhraseBook<()>, at: usize| side.reader.phrase(book, at).is_some();
    side.heard().any(|at| begins(&lexicon.permission, at) || begins(&lexicon.dangers, at))
}

/// The words of certainty in a side that are about what both say.
fn cues(side: &Side<'_>, meeting: &Meeting<'_, '_>) -> Vec<Cue> {
    // A lone headline is one statement from end to end.
    if side.unit.stream == Stream::Title && meeting.story.units.len() == 2 {
        return side.cues.clone();
    }
    let other = if std::ptr::eq(side, meeting.a) { meeting.b } else { meeting.a };
    // What one calls established the other is taken to hedge, whatever its verb.
    let is_established = other.cues.iter().any(|cue| cue.degree == 4);
    let is_about_shared = |cue: &&Cue| {
        !cue.is_passed_on
            && !leads_out(side, cue)
            && !asks_whether(side, cue)
            && is_near_shared(side, meeting, cue)
            && (is_established
                || is_focussed(side, meeting, cue)
                || is_hedge_of_claim(meeting, side, cue))
    };
    side.cues.iter().filter(is_about_shared).cloned().collect()
}

/// Whether a cue is the last that a passage has of its sentence, and belongs to what follows there:
/// `…, probably | after the rain`, `would not rule out | that it was forged`.
fn leads_out(side: &Side<'_>, cue: &Cue) -> bool {
    let reader = side.reader;
    let is_mark = |at: usize| reader.token(at).is_some_and(|token| token.kind == TokenKind::Mark);
    let next = cue.tokens.end + usize::from(is_mark(cue.tokens.end));
    let ends = side.runs.iter().any(|run| (cue.tokens.end..=next).contains(&run.end));
    let follows_mark = cue.tokens.start > 0 && is_mark(cue.tokens.start - 1);
    let goes_on = reader.token(next).is_some() && next == cue.tokens.end;
    ends && ((follows_mark && goes_on) || reader.has(next, Traits::COMPLEMENTISER))
}

/// Tokens between `whether` and a `may` that is part of the question.
const QUESTION: usize = 6;

/// Whether a cue is part of what is asked or set as a condition: `to determine whether it may do harm`.
fn asks_whether(side: &Side<'_>, cue: &Cue) -> bool {
    let before = cue.tokens.start.saturating_sub(QUESTION)..cue.tokens.start;
    let near = before
        .rev()
        .take_while(|at| side.reader.token(*at).is_some_and(|token| token.kind != TokenKind::Mark));
    near.into_iter().any(|at| side.reader.has(at, Traits::WHETHER))
}

/// Whether a shared stem stands in the clause of a cue. A clause that holds the cue alone speaks of
/// what it leads into (`officials believe that`) or follows (`, officials believe`).
fn is_near_shared(side: &Side<'_>, meeting: &Meeting<'_, '_>, cue: &Cue) -> bool {
    let clause = scope_of(side, cue);
    let is_beside = |at: &usize| clause.contains(at) && !cue.tokens.contains(at);
    let beside = side.content.iter().filter(|(at, _)| is_beside(at));
    let near = cue.tokens.start.saturating_sub(NEAR)..cue.tokens.end + NEAR;
    let reaches_out = beside.count() < 2;
    side.content.iter().any(|(at, stem)| {
        (clause.contains(at) || (reaches_out && near.contains(at))) && meeting.shared.contains(stem)
    })
}

/// Whether what follows a cue in its clause is what both say: some of the next words, and half of them
/// where the passages have less than half in common. In a story the very next word has to be, since many
/// things are told of the same people.
fn is_focussed(side: &Side<'_>, meeting: &Meeting<'_, '_>, cue: &Cue) -> bool {
    let after: Vec<TermId> = following(side, cue).take(FOCUS).collect();
    let shared = after.iter().filter(|stem| meeting.shared.contains(stem)).count();
    let half = after.len().div_ceil(2);
    if meeting.is_in_story() {
        let is_next_told = after.first().is_none_or(|stem| is_told(side, meeting, cue, *stem));
        let has_complement = side.reader.has(cue.tokens.end, Traits::COMPLEMENTISER);
        return is_next_told || (has_complement && meeting.fraction >= LEAST_FRACTION);
    }
    let needed = if meeting.fraction < 0.5 { half } else { 1 };
    after.is_empty() || shared >= needed
}

/// The stems of content after a cue in its clause.
fn following<'m>(side: &'m Side<'_>, cue: &Cue) -> impl Iterator<Item = TermId> + 'm {
    let (clause, end) = (scope_of(side, cue), cue.tokens.end);
    let is_after = move |at: usize| at >= end && clause.contains(&at);
    side.content.iter().filter(move |(at, _)| is_after(*at)).map(|(_, stem)| *stem)
}

/// Whether most articles of the claim hedge the same: then that is what the claim says, and who says
/// it in other words leaves the hedge out.
fn is_hedge_of_claim(meeting: &Meeting<'_, '_>, side: &Side<'_>, cue: &Cue) -> bool {
    if meeting.shared.len() < LEAST_SHARED {
        return false;
    }
    let Some(hedged) = following(side, cue).next() else { return false };
    let is_same = |other: &Side<'_>, cue: &Cue| {
        let is_akin =
            || following(other, cue).next().is_some_and(|next| meeting.is_akin(hedged, next));
        cue.degree < 4 && (is_akin() || (!cue.is_passed_on && speak_alike(side, other)))
    };
    let articles: BTreeSet<usize> = meeting.all.iter().map(|side| side.unit.article).collect();
    let hedging = meeting.all.iter().filter(|side| side.cues.iter().any(|cue| is_same(side, cue)));
    let hedging: BTreeSet<usize> = hedging.map(|side| side.unit.article).collect();
    hedging.len() >= 2 && hedging.len() * 2 > articles.len()
}

/// Whether two passages have enough words in common for a hedge of either to be of the same.
fn speak_alike(side: &Side<'_>, other: &Side<'_>) -> bool {
    let is_shared = |stem: &&TermId| side.stems.binary_search(stem).is_ok();
    other.stems.iter().filter(is_shared).count() >= LEAST_SHARED
}

/// Whether the other side has a word that is akin to what a cue hedges; where that is a verb, as a verb:
/// `the vote is on Friday` does not say how they are likely to vote.
fn is_told(side: &Side<'_>, meeting: &Meeting<'_, '_>, cue: &Cue, stem: TermId) -> bool {
    let other = if std::ptr::eq(side, meeting.a) { meeting.b } else { meeting.a };
    let end = cue.tokens.end;
    let hedges_verb = !side.reader.lexicon.data.nouns_have_capitals
        && (side.reader.has(end, Traits::TO)
            || side.reader.has(end - 1, Traits::TO.or(Traits::FINITE)));
    let is_noun = |at: usize| at > 0 && other.reader.has(at - 1, Traits::ARTICLE);
    let is_no_verb = |at: usize| is_noun(at) || is_attribute(other, at);
    let told = other.content.iter().filter(|(at, _)| !hedges_verb || !is_no_verb(*at));
    told.into_iter().any(|(_, told)| meeting.is_akin(stem, *told))
}

/// Whether a participle only describes the noun after it: `amid growing isolation`, but not `banks are
/// closing branches` or `banks closing branches`.
fn is_attribute(side: &Side<'_>, at: usize) -> bool {
    let reader = side.reader;
    let is_content = |at: usize| reader.word(at).is_some_and(Word::is_content);
    let is_participle =
        reader.form(at).is_some_and(|form| reader.lexicon.data.ends_participle(form));
    let has_subject = at.checked_sub(1).is_some_and(|before| {
        let is_owner = reader.form(before).is_some_and(|form| without_possessive(form) != form);
        reader.has(before, Traits::FINITE) || (is_content(before) && !is_owner)
    });
    is_participle && is_content(at + 1) && !has_subject
}

/// The clause of a cue, with the clause that it leads into.
fn scope_of(side: &Side<'_>, cue: &Cue) -> Range<usize> {
    let clause = side.clause_around(cue.tokens.start);
    if !side.reader.has(clause.end, Traits::COMPLEMENTISER) {
        return clause;
    }
    clause.start..side.clause_around(clause.end + 1).end
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
        let seeming = reader.phrase(&lexicon.false_hedges, at).map_or(0, |(length, ())| length);
        let cue = reader.phrase(&lexicon.certainty, at).filter(|(length, _)| *length > seeming);
        if let Some((length, degree)) = cue {
            if !is_month(reader, at, is_title) {
                found.push(Cue { tokens: at..at + length, degree, is_passed_on: false });
            }
            skip = at + length;
        } else if seeming > 0 {
            skip = at + seeming;
        } else if is_hearsay(reader, at) || (is_title && hedges_headlines(reader, at)) {
            found.push(Cue { tokens: at..at + 1, degree: 1, is_passed_on: true });
        }
    }
    found
}

fn hedges_headlines(reader: Reader<'_>, at: usize) -> bool {
    reader.form(at).is_some_and(|form| reader.lexicon.data.hedges_headlines(form))
}

/// Whether a word such as `soll` passes on what is said to have been so: a perfect infinitive stands before
/// it or closes its clause (`soll Geld gestohlen haben`). What `soll` else is to come.
fn is_hearsay(reader: Reader<'_>, at: usize) -> bool {
    if !reader.has(at, Traits::HEARSAY) {
        return false;
    }
    let is_mark = |at: &usize| reader.token(*at).is_none_or(|token| token.kind == TokenKind::Mark);
    let end = (at + 1..at + LONGEST_CLAUSE).find(is_mark).unwrap_or(at + LONGEST_CLAUSE);
    let is_perfect = |last: usize| {
        let participle = last.checked_sub(1).filter(|before| *before != at);
        let form = participle.and_then(|at| reader.form(at)).unwrap_or_default();
        reader.has(last, Traits::PERFECT) && (form.ends_with('t') || form.ends_with("en"))
    };
    is_perfect(end - 1) || at.checked_sub(1).is_some_and(is_perfect)
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
    let pair = |a: &Side<'_>, b: &Side<'_>| {
        let (link, cause) = (a.first(Traits::ASSOCIATION)?, b.first(Traits::CAUSE)?);
        (a.first(Traits::CAUSE).is_none() && b.first(Traits::ASSOCIATION).is_none())
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

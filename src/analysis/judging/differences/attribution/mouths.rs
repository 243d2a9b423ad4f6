//! One quotation in the mouths of two.

use std::ops::Range;

use super::{STRETCH, is_quote_mark, is_same, knows, person_in};
use crate::analysis::judging::differences::wording::quotations;
use crate::analysis::judging::differences::{Difference, Meeting, Side, Telling};
use crate::analysis::judging::facts::Facts;
use crate::analysis::values::names::{Name, names};
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::terms::TermId;
use crate::analysis::words::tokens::TokenKind;
use crate::model::ReasonKind;

/// Quotations that are more alike than this are one.
const SAME_QUOTATION: f64 = 0.8;
/// The confidence that a quotation was put into another's mouth.
const OTHER_MOUTH: f64 = 0.85;
/// Tokens between a quotation and the name of its speaker.
const SPEAKER: usize = 9;

/// The confidence that who is named and who is told by an office are two.
const OTHER_OFFICE: f64 = 0.70;

/// One quotation, put into the mouths of two.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    speakers(meeting)
        .or_else(|| offices(meeting))
        .or_else(|| offices(&meeting.turned()).map(Difference::turned))
}

fn speakers(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    quotations(meeting).iter().filter(|pair| pair.ratio >= SAME_QUOTATION).find_map(|pair| {
        let [first, second] = meeting.facts;
        let (x, y) =
            (speaker_of(meeting.a, first, &pair.a)?, speaker_of(meeting.b, second, &pair.b)?);
        let is_other = !is_same(&x, &y) && !knows(meeting.b, &x) && !knows(meeting.a, &y);
        is_other.then(|| {
            Difference::new(ReasonKind::Attribution, OTHER_MOUTH, x.tokens, y.tokens)
                .told(Telling::Sources)
        })
    })
}

/// Whose name stands right after a quotation, whatever the verb, or before the colon that leads into it.
fn speaker_of(side: &Side<'_>, facts: &Facts<'_>, quotation: &[usize]) -> Option<Name> {
    let (first, last) = (*quotation.first()?, *quotation.last()?);
    let after = after(side, last)?;
    let by_surname = || known_by_surname(side, facts, after.clone());
    let led = || {
        let colon = first.checked_sub(2).filter(|at| side.reader.is(*at, ":"))?;
        person_in(side, colon.saturating_sub(SPEAKER)..colon)
    };
    person_in(side, after.clone()).or_else(by_surname).or_else(led)
}

/// Who says it right there and is named in full elsewhere in the article: `Marsh said`.
fn known_by_surname(side: &Side<'_>, facts: &Facts<'_>, tokens: Range<usize>) -> Option<Name> {
    let says = |at: Option<usize>| at.is_some_and(|at| side.reader.has(at, Traits::REPORT));
    let is_known = |name: &Name| {
        let [surname] = name.words.as_slice() else { return false };
        facts.people.iter().any(|(_, known)| known == surname)
            && (says(Some(name.tokens.end)) || says(name.tokens.start.checked_sub(1)))
    };
    names(side.reader, &[tokens]).into_iter().find(is_known)
}

/// The words between a quotation that ends at `last` and the next, or the end of the sentence.
fn after(side: &Side<'_>, last: usize) -> Option<Range<usize>> {
    let is_mark =
        |at: &usize| side.reader.token(*at).is_some_and(|token| token.kind == TokenKind::Mark);
    let start = (last + 1..last + 4).find(|at| !is_mark(at))?;
    let is_stop = |at: &usize| is_quotation_mark(side, *at) || ends_sentence(side, *at);
    let end = (start..start + SPEAKER).find(is_stop).unwrap_or(start + SPEAKER);
    Some(start..end.min(side.reader.tokens.len()))
}

fn is_quotation_mark(side: &Side<'_>, at: usize) -> bool {
    is_quote_mark(side, at) && !side.reader.is(at, "")
}

/// Whether a full stop stands at `at` that is not that of a title or an initial: `Dr. A. Holt`.
fn ends_sentence(side: &Side<'_>, at: usize) -> bool {
    let is_short = |before: usize| {
        side.reader.has(before, Traits::TITLE)
            || side.reader.form(before).is_some_and(|form| form.chars().count() == 1)
    };
    side.reader.is(at, "") && !at.checked_sub(1).is_some_and(is_short)
}

/// Who is named with a title here and told by another office alone there: `spokesman Tom Reed said`,
/// `the mayor said`.
fn offices(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    quotations(meeting).iter().filter(|pair| pair.ratio >= SAME_QUOTATION).find_map(|pair| {
        let x = speaker_of(meeting.a, meeting.facts[0], &pair.a)?;
        let y = office_of(meeting.b, &pair.b)?;
        let is_other = has_office(meeting.a, &x) && !bears(meeting, &x, y) && !knows(meeting.b, &x);
        is_other.then(|| {
            Difference::new(ReasonKind::Attribution, OTHER_OFFICE, x.tokens.clone(), y..y + 1)
                .told(Telling::Sources)
        })
    })
}

/// The office of an unnamed speaker right after a quotation: `the mayor told`, `said the mayor`.
fn office_of(side: &Side<'_>, quotation: &[usize]) -> Option<usize> {
    let after = after(side, *quotation.last()?)?;
    let says = |at: usize| side.reader.has(at, Traits::REPORT);
    let is_office = |at: &usize| {
        let is_named = side.reader.token(at + 1).is_some_and(|token| token.capital);
        let leads = at.checked_sub(2).is_some_and(|at| after.contains(&at) && says(at));
        side.reader.has(*at, Traits::TITLE)
            && at.checked_sub(1).is_some_and(|before| side.reader.has(before, Traits::ARTICLE))
            && (says(at + 1) || leads)
            && !is_named
    };
    after.clone().find(is_office)
}

/// The tokens of a name and those beside it that may tell a person's office.
fn around(name: &Name) -> Range<usize> {
    name.tokens.start.saturating_sub(STRETCH)..name.tokens.end + STRETCH
}

/// Whether an office stands beside a name.
fn has_office(side: &Side<'_>, name: &Name) -> bool {
    around(name).any(|at| side.reader.has(at, Traits::TITLE))
}

/// Whether any passage of the claim calls a person by the office at `at` of the second side.
fn bears(meeting: &Meeting<'_, '_>, name: &Name, at: usize) -> bool {
    let office = meeting.b.reader.word(at).and_then(|word| word.stem);
    let is_office = |own: TermId| office.is_none_or(|office| meeting.is_akin(own, office));
    let calls = |side: &Side<'_>| {
        let whole = 0..side.reader.tokens.len();
        let own = names(side.reader, &[whole]);
        let is_his = |other: &Name| other.words.last() == name.words.last();
        own.iter().filter(|other| is_his(other)).any(|other| {
            let mut stems = around(other).filter_map(|at| side.reader.word(at)?.stem);
            stems.any(is_office)
        })
    };
    meeting.all.iter().any(|side| calls(side))
}

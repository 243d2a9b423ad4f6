//! Votes and scores: `6-3` against `five votes to four`.

use std::ops::Range;

use super::{Difference, Meeting, Side};
use crate::analysis::values::Meaning;
use crate::analysis::values::numerals::{NumeralForm, numeral};
use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::tokens::TokenKind;
use crate::model::ReasonKind;

/// The greater number of a vote that is looked for: the members of a parliament.
const GREATEST: f64 = 1000.0;
/// The confidence of such a difference.
const CONFIDENCE: f64 = 0.80;

/// How many were on either side, the more first.
#[derive(PartialEq)]
pub(super) struct Ballot {
    more: f64,
    less: f64,
    tokens: Range<usize>,
}

impl Ballot {
    fn is_same(&self, other: &Self) -> bool {
        (self.more - other.more).abs() < 0.5 && (self.less - other.less).abs() < 0.5
    }
}

/// Two ways that one vote or match is said to have gone.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let (left, right) = (ballots(meeting.a), ballots(meeting.b));
    let ([x], [y]) = (left, right) else { return None };
    let tells = |article: usize, ballot: &Ballot| {
        let own = meeting.all.iter().filter(|side| side.unit.article == article);
        own.flat_map(|side| ballots(side)).any(|other| other.is_same(ballot))
    };
    let is_told_too = tells(meeting.a.unit.article, y) || tells(meeting.b.unit.article, x);
    (!x.is_same(y) && !is_told_too).then(|| {
        Difference::new(ReasonKind::Number, CONFIDENCE, x.tokens.clone(), y.tokens.clone())
    })
}

/// The votes and scores of a side.
fn ballots<'m>(side: &'m Side<'_>) -> &'m [Ballot] {
    side.once.ballots.get_or_init(|| {
        let mut found: Vec<Ballot> = Vec::new();
        let told = |at: &usize| side.values.iter().any(|value| value.tokens.contains(at));
        for at in side.tokens().filter(told) {
            let follows = found.last().is_none_or(|last| last.tokens.end <= at);
            let is_time = || {
                side.values.iter().any(|value| {
                    value.tokens.contains(&at)
                        && matches!(value.meaning, Meaning::Clock(_) | Meaning::Date(_))
                })
            };
            found.extend(ballot(side.reader, at).filter(|_| follows && !is_time()));
        }
        found
    })
}

/// `6-3`, `six to three`, `six votes to three`, beginning at `at`. The less comes last: `three to six` may
/// be a range.
fn ballot(reader: Reader<'_>, at: usize) -> Option<Ballot> {
    let first = count(reader, at)?;
    // `From six to three` tells of a change.
    if at > 0 && reader.has(at - 1, Traits::OUT_OF) {
        return None;
    }
    let is_noun = reader.word(first.1).is_some_and(|word| word.is_content() && word.unit.is_none());
    let joint = first.1 + usize::from(is_noun && reader.has(first.1 + 1, Traits::VERSUS));
    let is_mark = reader.token(joint).is_some_and(|token| token.kind == TokenKind::Mark)
        && ["-", "–", ":"].iter().any(|mark| reader.is(joint, mark));
    let next = match () {
        () if reader.is_joined(joint) && reader.is_digits(joint) => joint,
        () if is_mark || reader.has(joint, Traits::VERSUS) => joint + 1,
        () => return None,
    };
    let second = count(reader, next)?;
    let counts_more = reader.word(second.1).is_some_and(|word| word.unit.is_some());
    (first.0 > second.0 && !counts_more).then_some(Ballot {
        more: first.0,
        less: second.0,
        tokens: at..second.1,
    })
}

/// A plain whole number that begins at `at`, and one past it.
fn count(reader: Reader<'_>, at: usize) -> Option<(f64, usize)> {
    let number = numeral(reader, at)?;
    let is_plain = number.form != NumeralForm::Scaled
        && number.value.fract() == 0.0
        && (0.0..GREATEST).contains(&number.value);
    is_plain.then_some((number.value, number.end))
}

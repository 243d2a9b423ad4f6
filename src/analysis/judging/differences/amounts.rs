//! How much of a thing: all, most, some, few or none.

use std::ops::Range;

use super::{Difference, Meeting, Side};
use crate::analysis::values::Meaning;
use crate::analysis::values::quantity::{Quantity, QuantityForm};
use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::terms::{TermId, ValueKind};
use crate::analysis::words::tokens::TokenKind;
use crate::model::{ReasonKind, Stance};

/// Words of content after a word of amount that tell of what it is.
const HEADS: usize = 2;
/// Tokens within which they stand.
const REACH: usize = 7;
/// The degree of `all`.
const ALL: u8 = 5;
/// The degree of a share below all.
const SHARE: u8 = 2;
/// Less than this share of a thing is not all of it.
const NEARLY_ALL: f64 = 95.0;
/// Passages that have less in common speak of different things.
const LEAST_FRACTION: f64 = 0.5;

/// A word of amount and of what it is one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Amount {
    tokens: Range<usize>,
    /// From none (0) to all (5).
    degree: u8,
    /// The first stems after it.
    heads: Vec<TermId>,
}

impl Amount {
    fn is_of_same(&self, other: &Self) -> bool {
        self.heads.iter().any(|head| other.heads.contains(head))
    }
}

/// The words of amount in runs of tokens, those that only seem so left out.
pub(super) fn amounts(reader: Reader<'_>, runs: &[Range<usize>]) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut skip = 0;
    for at in runs.iter().flat_map(Clone::clone) {
        if at < skip {
            continue;
        }
        let book = &reader.lexicon.amounts;
        let Some((length, degree)) = reader.phrase(book, at) else {
            continue;
        };
        skip = at + length;
        // In `some 300 people` it blurs a number.
        let blurs = degree != Some(ALL) && reader.is_digits(skip);
        if let Some(degree) = degree.filter(|_| !blurs) {
            found.push(Amount { tokens: at..skip, degree, heads: heads(reader, skip) });
        }
    }
    found
}

fn heads(reader: Reader<'_>, from: usize) -> Vec<TermId> {
    let is_word = |at: &usize| {
        reader.token(*at).is_some_and(|token| token.kind != TokenKind::Mark)
            && !reader.has(*at, Traits::CONJUNCTION.or(Traits::RELATIVE))
    };
    let words = (from..from + REACH).take_while(is_word).filter_map(|at| reader.word(at));
    words.filter(|word| word.is_content()).filter_map(|word| word.stem).take(HEADS).collect()
}

/// Amounts of the same thing that differ by more than a shade.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    if meeting.fraction < LEAST_FRACTION {
        return Vec::new();
    }
    let (left, right) = (with_shares(meeting.a), with_shares(meeting.b));
    let mut found = Vec::new();
    for x in &left {
        for y in right.iter().filter(|y| x.is_of_same(y) && is_material(x.degree, y.degree)) {
            let is_told_too = left
                .iter()
                .any(|other| other.is_of_same(y) && !is_material(other.degree, y.degree))
                || right
                    .iter()
                    .any(|other| other.is_of_same(x) && !is_material(other.degree, x.degree));
            if !is_told_too {
                found.push(difference(meeting, x, y));
            }
        }
    }
    found
}

fn difference(meeting: &Meeting<'_, '_>, x: &Amount, y: &Amount) -> Difference {
    let confidence =
        0.35 + 0.3 * meeting.fraction.min(1.0) + 0.03 * meeting.shared.len().min(5) as f64;
    let difference =
        Difference::new(ReasonKind::Scope, confidence, x.tokens.clone(), y.tokens.clone());
    if x.degree > y.degree {
        difference.with_stances(Stance::Broader, Stance::Narrower)
    } else {
        difference.with_stances(Stance::Narrower, Stance::Broader)
    }
}

/// A side's amounts with the shares and counts it tells in numbers.
fn with_shares(side: &Side<'_>) -> Vec<Amount> {
    let shares = side.values.iter().filter_map(|value| match &value.meaning {
        Meaning::Quantity(share)
            if share.kind == ValueKind::Percent && share.value < NEARLY_ALL =>
        {
            let heads = share.heads.iter().copied().take(HEADS).collect();
            Some(Amount { tokens: value.tokens.clone(), degree: SHARE, heads })
        }
        Meaning::Quantity(count) if is_of_some(count) => {
            let heads = count.heads.iter().copied().take(1).collect();
            Some(Amount { tokens: value.tokens.clone(), degree: SHARE, heads })
        }
        _ => None,
    });
    side.amounts.iter().cloned().chain(shares).collect()
}

/// Whether a number counts some of a thing, of which there may be more: `five schools`.
fn is_of_some(count: &Quantity) -> bool {
    count.kind == ValueKind::Count
        && count.value > 2.0
        && count.of.is_none()
        && count.form == QuantityForm::Plain
}

/// All against less, many against few, some against none.
fn is_material(x: u8, y: u8) -> bool {
    let (more, less) = (x.max(y), x.min(y));
    (more == ALL && less < ALL) || (more >= 3 && less <= 1) || (more >= 2 && less == 0)
}

//! The same amount in another stretch of time: `1.2 million euros a day` against `… a week`.

use std::ops::Range;

use super::{Difference, Meeting, Side};
use crate::analysis::values::quantity::{Quantity, equal};
use crate::analysis::values::{Meaning, Value};
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::terms::ValueKind;
use crate::analysis::words::tokens::TokenKind;
use crate::model::ReasonKind;

/// Tokens between an amount and the stretch of time it is told for.
const REACH: usize = 5;
/// Confidence of such a difference: the same figure leaves no doubt that the same thing is meant.
const CONFIDENCE: f64 = 0.75;

/// Equal amounts that are told of different stretches of time.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let left = rates(meeting.a);
    if left.is_empty() {
        return Vec::new();
    }
    let right = rates(meeting.b);
    let mut found = Vec::new();
    for x in &left {
        for y in &right {
            let is_same = equal(x.quantity, y.quantity);
            let is_told_too =
                left.iter().any(|other| other.is_as(y)) || right.iter().any(|other| other.is_as(x));
            if is_same && !is_told_too {
                let (a, b) = (x.tokens.clone(), y.tokens.clone());
                found.push(Difference::new(ReasonKind::Number, CONFIDENCE, a, b));
            }
        }
    }
    found
}

/// An amount with the minutes it is told for.
struct Rate<'s> {
    quantity: &'s Quantity,
    minutes: f64,
    tokens: Range<usize>,
}

impl Rate<'_> {
    /// Whether both come to the same: `2 million a month`, `24 million a year`.
    fn is_as(&self, other: &Self) -> bool {
        let amount = self.quantity.value * other.minutes / self.minutes;
        equal(&Quantity { value: amount, ..self.quantity.clone() }, other.quantity)
    }
}

/// Whether two amounts come to the same by the stretches of time they are told for.
pub(super) fn come_to_the_same(meeting: &Meeting<'_, '_>, x: &Value, y: &Value) -> bool {
    let (x, y) = (rate(meeting.a, x), rate(meeting.b, y));
    x.zip(y).is_some_and(|(x, y)| x.is_as(&y))
}

fn rates<'s>(side: &Side<'s>) -> Vec<Rate<'s>> {
    side.values.iter().filter_map(|value| rate(side, value)).collect()
}

fn rate<'s>(side: &Side<'s>, value: &'s Value) -> Option<Rate<'s>> {
    let Meaning::Quantity(quantity) = &value.meaning else { return None };
    let is_stretch = matches!(
        quantity.kind,
        ValueKind::Measure("duration") | ValueKind::Age | ValueKind::Ordinal | ValueKind::Label
    );
    if is_stretch {
        return None;
    }
    let is_mark =
        |at: &usize| side.reader.token(*at).is_none_or(|token| token.kind == TokenKind::Mark);
    let (start, end) = (value.tokens.start, value.tokens.end);
    let after = (end..end + REACH).take_while(|at| !is_mark(at));
    let before = (start.saturating_sub(REACH)..start).rev().take_while(|at| !is_mark(at));
    let (minutes, at) = after.chain(before).find_map(|at| Some((minutes(side, at)?, at)))?;
    Some(Rate { quantity, minutes, tokens: start.min(at)..end.max(at + 1) })
}

/// The minutes of `daily`, or of the `day` in `a day` and `per day`.
fn minutes(side: &Side<'_>, at: usize) -> Option<f64> {
    let word = side.reader.word(at)?;
    if word.rate.is_some() {
        return word.rate;
    }
    let (_, minutes) = word.unit.filter(|(kind, _)| *kind == "duration")?;
    let per = at.checked_sub(1)?;
    // `for a week` and `within a day` tell how long.
    let before = per.checked_sub(1)?;
    let is_length = side.reader.has(per, Traits::ARTICLE)
        && side.reader.word(before).is_none_or(|word| {
            word.traits.has(Traits::STOP) && word.unit.is_none() && word.currency.is_none()
        });
    (side.reader.has(per, Traits::PER) && !is_length).then_some(minutes)
}

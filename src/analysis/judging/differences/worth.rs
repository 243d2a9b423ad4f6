//! A share and a sum: whether the sum is the worth of the whole or of the share.
//!
//! `70% of its $900 million in imports` gives the worth of all imports; `70% of its imports, worth
//! $900 million,` that of the share.

use super::{Difference, Meeting, Side};
use crate::analysis::values::quantity::{self, Quantity};
use crate::analysis::values::{Meaning, Value};
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::terms::ValueKind;
use crate::model::{ReasonKind, Stance};

/// Tokens between a share and the whole that it is a share of.
const NEAR: usize = 8;
/// Tokens between a share and what it is worth.
const FAR: usize = 16;
/// The confidence of such a difference: the same numbers, said of other things.
const CONFIDENCE: f64 = 0.70;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Worth {
    OfWhole,
    OfShare,
}

/// The same share and the same sum, put together in different ways.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let (left, right) = (worths(meeting.a), worths(meeting.b));
    let mut found = Vec::new();
    for (share, sum, worth) in &left {
        for (other_share, other_sum, other) in &right {
            let is_same = equal(share, other_share) && equal(sum, other_sum);
            if is_same && worth != other {
                let tokens = [share, other_share].map(|value| value.tokens.start);
                let difference = Difference::new(
                    ReasonKind::Scope,
                    CONFIDENCE,
                    tokens[0]..sum.tokens.end,
                    tokens[1]..other_sum.tokens.end,
                );
                found.push(difference.with_stances(Stance::Differs, Stance::Differs));
            }
        }
    }
    found
}

/// Every share with the sum that is told with it.
fn worths<'s>(side: &Side<'s>) -> Vec<(&'s Value, &'s Value, Worth)> {
    let shares = side.values.iter().filter(|value| kind_of(value) == Some(ValueKind::Percent));
    shares
        .filter_map(|share| {
            let is_sum = |value: &&&Value| {
                value.tokens.start >= share.tokens.end
                    && matches!(kind_of(value), Some(ValueKind::Money(_)))
            };
            let sum = side.values.iter().find(is_sum)?;
            Some((*share, *sum, worth(side, share, sum)?))
        })
        .collect()
}

fn worth(side: &Side<'_>, share: &Value, sum: &Value) -> Option<Worth> {
    let mut between = share.tokens.end..sum.tokens.start;
    let length = between.len();
    let is_whole = length <= NEAR
        && side.reader.has(share.tokens.end, Traits::OUT_OF)
        && !between.clone().any(|at| side.reader.is(at, ",") || side.reader.has(at, Traits::WORTH));
    if is_whole {
        return Some(Worth::OfWhole);
    }
    let is_share = length <= FAR && between.any(|at| side.reader.has(at, Traits::WORTH));
    is_share.then_some(Worth::OfShare)
}

fn quantity(value: &Value) -> Option<&Quantity> {
    if let Meaning::Quantity(quantity) = &value.meaning { Some(quantity) } else { None }
}

fn kind_of(value: &Value) -> Option<ValueKind> {
    quantity(value).map(|quantity| quantity.kind)
}

fn equal(x: &Value, y: &Value) -> bool {
    quantity(x).zip(quantity(y)).is_some_and(|(x, y)| quantity::equal(x, y))
}

//! The same figure told of others: `3,200 people` against `3,200 households`, `£2,000 for each household`
//! against `£2,000 for every adult`.

use std::ops::Range;

use super::number::Found;
use super::{Difference, Meeting, Side};
use crate::analysis::values::quantity::equal;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::terms::{TermId, ValueKind};
use crate::analysis::words::tokens::TokenKind;
use crate::model::ReasonKind;

/// Tokens after a count among which stands what it counts.
const COUNTED: usize = 2;
/// Tokens between a figure and whom each of it goes to.
const REACH: usize = 10;
/// The confidence of such a difference: the same figure leaves no doubt that the same thing is meant.
const CONFIDENCE: f64 = 0.75;

/// Equal figures that are told of other bearers.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let mut found = Vec::new();
    for x in &meeting.a.quantities {
        for y in meeting.b.quantities.iter().filter(|y| equal(x.1, y.1)) {
            let ends = others_counted(meeting, x, y).or_else(|| others_each(meeting, x, y));
            found.extend(ends.map(|[a, b]| Difference::new(ReasonKind::Scope, CONFIDENCE, a, b)));
        }
    }
    found
}

/// People here and households there, as many of either.
fn others_counted(
    meeting: &Meeting<'_, '_>,
    x: &Found<'_>,
    y: &Found<'_>,
) -> Option<[Range<usize>; 2]> {
    let (a, b) = (counted(meeting.a, x)?, counted(meeting.b, y)?);
    let is_household = |side: &Side<'_>, at: usize| side.reader.has(at, Traits::HOUSEHOLD);
    let is_other = is_household(meeting.a, a) != is_household(meeting.b, b);
    is_other.then(|| [x.0.tokens.start..a + 1, y.0.tokens.start..b + 1])
}

/// Where the people or households stand that a number counts.
fn counted(side: &Side<'_>, found: &Found<'_>) -> Option<usize> {
    let bearers = Traits::PEOPLE.or(Traits::HOUSEHOLD);
    let end = found.0.tokens.end;
    let is_count = found.1.kind == ValueKind::Count && found.1.value > 1.0;
    (end..end + COUNTED).find(|at| is_count && side.reader.has(*at, bearers))
}

/// Each of some here and each of others there gets as much.
fn others_each(
    meeting: &Meeting<'_, '_>,
    x: &Found<'_>,
    y: &Found<'_>,
) -> Option<[Range<usize>; 2]> {
    let ((a, first), (b, second)) = (each(meeting.a, x)?, each(meeting.b, y)?);
    let are_people =
        meeting.a.reader.has(a, Traits::PEOPLE) && meeting.b.reader.has(b, Traits::PEOPLE);
    let is_told = meeting.is_akin(first, second)
        || meeting.a.stems.contains(&second)
        || meeting.b.stems.contains(&first);
    (!are_people && !is_told).then(|| [x.0.tokens.start..a + 1, y.0.tokens.start..b + 1])
}

/// The noun of `each household`, `every flooded household` near a figure, in its clause.
fn each(side: &Side<'_>, found: &Found<'_>) -> Option<(usize, TermId)> {
    let reader = side.reader;
    let is_mark = |at: &usize| reader.token(*at).is_none_or(|token| token.kind == TokenKind::Mark);
    let (start, end) = (found.0.tokens.start, found.0.tokens.end);
    let after = (end..end + REACH).take_while(|at| !is_mark(at));
    let before = (start.saturating_sub(REACH)..start).rev().take_while(|at| !is_mark(at));
    let is_each = |at: &usize| {
        reader.has(*at, Traits::PER) && !reader.has(*at, Traits::ARTICLE) && side.holds(*at)
    };
    let each = after.chain(before).find(is_each)?;
    let noun = |at: usize| {
        let word = reader.word(at).filter(|word| word.is_content() && word.unit.is_none())?;
        let is_bearer = word.traits.has(Traits::PEOPLE.or(Traits::HOUSEHOLD));
        is_bearer.then_some((at, word.stem?))
    };
    let near = each + 1..each + 1 + COUNTED;
    near.into_iter().find_map(noun)
}

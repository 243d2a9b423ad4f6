//! Two figures that one passage gives from two sources: `the police counted 300, the organisers 500`.
//!
//! Who tells both is no witness for either, but says that they are in dispute.

use std::ops::Range;

use super::number::{Found, differ};
use super::{Difference, Meeting, Side};
use crate::analysis::values::quantity::equal;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::terms::ValueKind;
use crate::model::ReasonKind;

/// Tokens between a figure and who tells it.
const REACH: usize = 8;
/// The confidence of such a difference.
const CONFIDENCE: f64 = 0.62;

/// The second side gives the figure of the first and another one for the same thing, each from a source.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let (left, right) = (&meeting.a.quantities, sourced(meeting.b));
    if right.len() < 2 {
        return None;
    }
    let right = || right.iter().filter_map(|at| meeting.b.quantities.get(*at));
    let is_same = |x: &Found<'_>, y: &Found<'_>| equal(x.1, y.1);
    left.iter().find_map(|x| {
        let same = right().find(|y| is_same(x, y))?;
        let is_rival = |y: &&Found<'_>| {
            y.0 != same.0 && !left.iter().any(|x| is_same(x, y)) && measures_one(y, same)
        };
        let rival = right().find(is_rival)?;
        let is_one_thing = differ(meeting, x, rival);
        is_one_thing.then(|| difference(x.0.tokens.clone(), rival.0.tokens.clone()))
    })
}

fn difference(a: Range<usize>, b: Range<usize>) -> Difference {
    Difference::new(ReasonKind::Number, CONFIDENCE, a, b)
}

/// Whether two figures of a passage can stand for one another: sums, shares and measures of one kind, and
/// counts of one sort.
fn measures_one(x: &Found<'_>, y: &Found<'_>) -> bool {
    let has_same_head = x.1.heads.first() == y.1.heads.first();
    let is_bare = x.1.heads.is_empty() || y.1.heads.is_empty();
    x.1.kind == y.1.kind
        && match x.1.kind {
            ValueKind::Count => has_same_head || is_bare,
            ValueKind::Money(_) | ValueKind::Percent | ValueKind::Measure(_) => true,
            _ => false,
        }
}

/// The figures of a side that a source tells, by their places.
fn sourced<'m>(side: &'m Side<'_>) -> &'m [usize] {
    side.once.sourced.get_or_init(|| {
        let figures = side.quantities.iter().enumerate();
        let told = figures.filter(|(_, figure)| has_source(side, &side.quantities, figure));
        told.map(|(at, _)| at).collect()
    })
}

/// Whether who tells a figure stands before it, and after the figure before.
fn has_source(side: &Side<'_>, all: &[Found<'_>], figure: &Found<'_>) -> bool {
    let start = figure.0.tokens.start;
    let ends = all.iter().map(|other| other.0.tokens.end).filter(|end| *end <= start);
    let from = ends.max().unwrap_or(0).max(start.saturating_sub(REACH));
    let tells = |at: usize| {
        let is_source = side.reader.word(at).is_some_and(|word| word.source.is_some());
        is_source || side.reader.has(at, Traits::REPORT.or(Traits::NON_FACTIVE))
    };
    (from..start).any(tells)
}

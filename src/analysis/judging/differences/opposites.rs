//! Opposite poles of one axis: `acquitted` against `guilty`.

use std::ops::Range;

use super::{Difference, Meeting, Side};
use crate::analysis::values::reader::Reader;
use crate::analysis::values::{Meaning, Value};
use crate::analysis::words::lexicon::{Pole, Traits};
use crate::analysis::words::terms::ValueKind;
use crate::analysis::words::vocabulary::Word;
use crate::model::ReasonKind;

/// Tokens after a word of denial within which stands a pole that it turns.
const DENIED: usize = 5;
/// Passages that hold weak opposites and have less in common speak of two things.
const LEAST_FRACTION: f64 = 0.6;
/// Passages of a story that hold strong opposites with nothing in common around them.
const LEAST_STRONG: f64 = 0.25;
/// The same with one word in common around them.
const LEAST_BESIDE: f64 = 0.25;
/// The confidence of strong opposites in passages that share no word beside them.
const LEAST_OPPOSITES: f64 = 0.56;

/// The sides hold opposite poles of an axis.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let (left, right) = (&meeting.a.poles, &meeting.b.poles);
    let is_lone = |found: &Found, all: &[Found]| {
        all.iter().all(|other| other.axis != found.axis || other.is_first == found.is_first)
    };
    let mut found = Vec::new();
    for x in left.iter().filter(|x| is_lone(x, left)) {
        for y in right
            .iter()
            .filter(|y| y.axis == x.axis && y.is_first != x.is_first && is_lone(y, right))
        {
            let is_one = count_parts(meeting, x, y) || is_open(meeting, x, y);
            if is_one || holds_both(meeting, x.axis) {
                continue;
            }
            let data = &meeting.a.reader.lexicon.data;
            let is_strong = data.is_strong_axis(x.axis);
            let is_alone = data.is_lone_axis(x.axis) || !meeting.is_in_story();
            let context = meeting.common_context(&x.tokens, &y.tokens);
            let shared = meeting.shared.len().min(3) as f64;
            let confidence = 0.52 + 0.06 * shared + 0.22 * meeting.fraction.min(1.0);
            let confidence = match () {
                () if is_strong && is_told_of_one(meeting, context) => confidence + 0.06,
                // Little but the claim joins the two: as likely as not.
                () if is_strong && (is_alone || meeting.fraction >= LEAST_STRONG) => {
                    LEAST_OPPOSITES
                }
                () if context >= 2 && meeting.fraction >= LEAST_FRACTION => confidence - 0.1,
                () => continue,
            };
            found.push(Difference::new(
                ReasonKind::Negation,
                confidence,
                x.tokens.clone(),
                y.tokens.clone(),
            ));
        }
    }
    found
}

/// Whether what stands around two poles shows that they are told of one thing.
fn is_told_of_one(meeting: &Meeting<'_, '_>, context: usize) -> bool {
    context >= 2 || (context == 1 && (!meeting.is_in_story() || meeting.fraction >= LEAST_BESIDE))
}

/// Whether one pole is only supposed (`if they had lost`), or turned by a denial where the other side
/// denies something in the clause of its own: `swore that nothing banned`, `denied having used a banned drug`.
fn is_open(meeting: &Meeting<'_, '_>, x: &Found, y: &Found) -> bool {
    let is_supposed = |side: &Side<'_>, pole: &Found| side.supposes(pole.tokens.start);
    let denies = |side: &Side<'_>, pole: &Found| {
        let clause = side.clause_around(pole.tokens.start);
        side.denials.iter().any(|denial| denial.end > clause.start && denial.start < clause.end)
    };
    let turned_alone = match (x.denied_at, y.denied_at) {
        (Some(_), None) => denies(meeting.b, y),
        (None, Some(_)) => denies(meeting.a, x),
        _ => false,
    };
    turned_alone || is_supposed(meeting.a, x) || is_supposed(meeting.b, y)
}

/// Whether the counts nearest to two poles differ: `guilty on nine` and `acquitted on three` are parts.
fn count_parts(meeting: &Meeting<'_, '_>, x: &Found, y: &Found) -> bool {
    let nearest = |side: &Side<'_>, pole: &Found| {
        let count = |value: &&Value| match &value.meaning {
            Meaning::Quantity(count) if count.kind == ValueKind::Count => {
                Some((value.tokens.start.abs_diff(pole.tokens.start), count.value))
            }
            _ => None,
        };
        let counts = side.values.iter().filter_map(count);
        counts.min_by_key(|(distance, _)| *distance).map(|(_, value)| value)
    };
    let counts = nearest(meeting.a, x).zip(nearest(meeting.b, y));
    counts.is_some_and(|(a, b)| (a - b).abs() > 1e-9)
}

/// Whether an article's passages of the claim hold both poles of an axis: it is no witness for either.
fn holds_both(meeting: &Meeting<'_, '_>, axis: u16) -> bool {
    let of = |article: usize| {
        let own = meeting.all.iter().filter(move |side| side.unit.article == article);
        let held: Vec<bool> = own
            .flat_map(|side| &side.poles)
            .filter(|found| found.axis == axis)
            .map(|found| found.is_first)
            .collect();
        held.contains(&true) && held.contains(&false)
    };
    of(meeting.a.unit.article) || of(meeting.b.unit.article)
}

/// A pole of an axis in a side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Found {
    /// The axis, by its place in the lexicon.
    pub(super) axis: u16,
    /// Whether it is the pole that stands first there.
    pub(super) is_first: bool,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Where the denial stands that turned it.
    pub(super) denied_at: Option<usize>,
}

/// Whether a denial stands shortly before the pole that begins at `at`,
/// with a verb between them at most (`not been found guilty`), but not its object (`failed to reach a
/// unanimous verdict`).
fn denies_before(reader: Reader<'_>, denial: &Range<usize>, at: usize, verbs: usize) -> bool {
    if denial.end > at || at - denial.end >= DENIED {
        return false;
    }
    let is_content = |at: &usize| reader.word(*at).is_some_and(Word::is_content);
    let between = denial.end..at;
    let object = between.clone().find(is_content).map_or(at, |verb| verb + 1);
    let leads = Traits::ARTICLE.or(Traits::PLACE_PREPOSITION).or(Traits::OUT_OF);
    !between.clone().any(|at| reader.ends_denial(at))
        && between.filter(is_content).count() <= verbs
        && !(object..at).any(|at| reader.has(at, leads))
}

/// Whether a denial stands shortly after the pole that ends before `end`: `an evacuation was not needed`;
/// in German also `genehmigte den Antrag nicht`.
fn denies_after(reader: Reader<'_>, denial: &Range<usize>, end: usize) -> bool {
    let is_predicate =
        denial.start > end && denial.start - end <= 2 && reader.has(end, Traits::FINITE);
    let is_late = reader.lexicon.data.denies_late
        && denial.start >= end
        && denial.start - end < DENIED
        && !(end..denial.start).any(|at| reader.ends_denial(at));
    is_predicate || is_late
}

/// The poles that runs of tokens hold, turned where a denial stands before them.
pub(super) fn poles(
    reader: Reader<'_>,
    runs: &[Range<usize>],
    denials: &[Range<usize>],
) -> Vec<Found> {
    let mut found = Vec::new();
    let mut skip = 0;
    for at in runs.iter().flat_map(Clone::clone) {
        if at < skip {
            continue;
        }
        let Some((length, (axis, pole))) = reader.phrase(&reader.lexicon.opposites, at) else {
            continue;
        };
        let denial = denials.iter().find(|denial| {
            let is_strong = reader.lexicon.data.is_strong_axis(axis);
            denies_before(reader, denial, at, usize::from(is_strong))
                || (is_strong && denies_after(reader, denial, at + length))
        });
        found.push(Found {
            axis,
            is_first: (pole == Pole::First) != denial.is_some(),
            tokens: at..at + length,
            denied_at: denial.map(|denial| denial.start),
        });
        skip = at + length;
    }
    found
}

//! Quantities that differ.

use std::collections::BTreeSet;

use super::rate::come_to_the_same;
use super::{Difference, Meeting, Side};
use crate::analysis::judging::facts::Facts;
use crate::analysis::story::Stream;
use crate::analysis::values::names::Name;
use crate::analysis::values::quantity::{Quantity, QuantityForm, equal};
use crate::analysis::values::roles::role;
use crate::analysis::values::{Meaning, Value};
use crate::analysis::words::kinship::are_turned;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::terms::ValueKind;
use crate::model::{ReasonKind, Stance};

/// Least score for two quantities to be about the same thing.
const ALIGNED: f64 = 1.0;
/// What speaks for two quantities that are the only ones of their kind.
const ONLY_ONES: f64 = 0.7;

/// Quantities of the two sides that are about the same thing and not equal.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let (left, right) = (&meeting.a.quantities, &meeting.b.quantities);
    if left.is_empty() || right.is_empty() {
        return Vec::new();
    }
    let rest_a: Vec<_> = left.iter().filter(|x| !right.iter().any(|y| equal(x.1, y.1))).collect();
    let rest_b: Vec<_> = right.iter().filter(|y| !left.iter().any(|x| equal(x.1, y.1))).collect();
    let mut scored = Vec::new();
    for (i, x) in rest_a.iter().enumerate() {
        for (j, y) in rest_b.iter().enumerate() {
            let aligned = align(meeting, x, y);
            if aligned + ONLY_ONES < ALIGNED {
                continue;
            }
            let is_only = count_of_kind(left, x.1.kind) == 1 && count_of_kind(right, y.1.kind) == 1;
            let score = aligned + if is_only { ONLY_ONES } else { crowded(meeting, x, y) };
            let are_same = || is_settled(meeting, x.1, y.1) || come_to_the_same(meeting, x.0, y.0);
            if score >= ALIGNED && !are_same() {
                scored.push((score, i, j));
            }
        }
    }
    scored.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let (mut used_a, mut used_b) = (BTreeSet::new(), BTreeSet::new());
    let mut found = Vec::new();
    for (score, i, j) in scored {
        if used_a.contains(&i) || used_b.contains(&j) {
            continue;
        }
        used_a.insert(i);
        used_b.insert(j);
        found.push(difference(meeting, rest_a[i], rest_b[j], score));
    }
    found
}

/// What is lost where a story has several numbers to choose from, and nothing around these two is the same.
fn crowded(meeting: &Meeting<'_, '_>, x: &Found<'_>, y: &Found<'_>) -> f64 {
    let is_told_alike =
        meeting.common_context(&x.0.tokens, &y.0.tokens) > 0 || have_one_neighbour(meeting, x, y);
    if meeting.is_in_story() && !is_told_alike && !have_one_role(meeting, x, y) {
        -0.6
    } else {
        0.0
    }
}

/// Tokens between two figures that are told together: `up 4 percent to $46`.
const NEIGHBOUR: usize = 6;

/// Whether an equal figure of another kind stands beside both.
fn have_one_neighbour(meeting: &Meeting<'_, '_>, x: &Found<'_>, y: &Found<'_>) -> bool {
    let is_beside = |own: &Found<'_>, other: &Found<'_>| {
        let between = own.0.tokens.start.abs_diff(other.0.tokens.start);
        own.1.kind != other.1.kind && between <= NEIGHBOUR
    };
    let near = |side: &'_ Side<'_>, own: &Found<'_>| {
        side.quantities
            .iter()
            .filter(|other| is_beside(own, other))
            .map(|(_, one)| (*one).clone())
            .collect::<Vec<_>>()
    };
    let theirs = near(meeting.b, y);
    near(meeting.a, x).iter().any(|one| theirs.iter().any(|other| equal(one, other)))
}

/// A quantity and where it stands.
pub(super) type Found<'v> = (&'v Value, &'v Quantity);

/// The quantities among the values of a side that tell how much.
pub(super) fn quantities<'s>(values: &[&'s Value]) -> Vec<Found<'s>> {
    let quantity = |value: &'s Value| match &value.meaning {
        Meaning::Quantity(quantity) if counts(quantity) => Some((value, quantity)),
        _ => None,
    };
    values.iter().copied().filter_map(quantity).collect()
}

/// Whether a number tells how much: a label does not, nor does `one of the five`.
fn counts(quantity: &Quantity) -> bool {
    let is_one_of = quantity.of.is_some() && (quantity.value - 1.0).abs() < 1e-9;
    quantity.kind != ValueKind::Label && !is_one_of
}

fn count_of_kind(quantities: &[Found<'_>], kind: ValueKind) -> usize {
    quantities.iter().filter(|(_, quantity)| quantity.kind == kind).count()
}

fn difference(meeting: &Meeting<'_, '_>, x: &Found<'_>, y: &Found<'_>, score: f64) -> Difference {
    let knows = |at: usize, one: &Quantity| {
        meeting.facts[at].sizes.near(one).any(|other| equal(other, one))
    };
    let is_known = knows(0, y.1) || knows(1, x.1);
    let confidence =
        0.55 + 0.1 * (score - ALIGNED + 0.5).min(3.5) - if is_known { 0.12 } else { 0.0 };
    Difference::new(ReasonKind::Number, confidence, x.0.tokens.clone(), y.0.tokens.clone())
        .with_stances(Stance::Differs, Stance::Differs)
}

fn align(meeting: &Meeting<'_, '_>, x: &Found<'_>, y: &Found<'_>) -> f64 {
    if x.1.kind != y.1.kind && !is_other_unit(x.1, y.1) {
        return f64::NEG_INFINITY;
    }
    let is_one_role = || have_one_role(meeting, x, y) && !are_apart(x.1, y.1, FURTHEST_APART);
    if are_apart(x.1, y.1, FAR_APART) && !is_one_role() {
        return f64::NEG_INFINITY;
    }
    if Told::of(meeting.a, x).is_due != Told::of(meeting.b, y).is_due {
        return f64::NEG_INFINITY;
    }
    let context = meeting.common_context(&x.0.tokens, &y.0.tokens);
    let is_far = context == 0 && meeting.fraction < LEAST_FRACTION;
    let is_slip = || are_turned(x.1.value, y.1.value);
    if meeting.is_in_story() && is_far && !is_slip() && !have_one_role(meeting, x, y) {
        return f64::NEG_INFINITY;
    }
    let around = (0.5 * context as f64).min(1.5);
    match x.1.kind {
        // `The second-biggest bank` and `the third quarter` are ranks of other things.
        ValueKind::Ordinal if !shares_head(x.1, y.1) && !has_akin_head(meeting, x.1, y.1) => {
            f64::NEG_INFINITY
        }
        ValueKind::Count | ValueKind::Ordinal => align_counts(meeting, x, y, context) + around,
        ValueKind::Age => {
            if same_bearer(meeting, x, y) {
                2.0 + around
            } else {
                -4.0
            }
        }
        _ if context == 0 && !shares_head(x.1, y.1) => 0.5,
        _ => 1.0 + around + if shares_head(x.1, y.1) { 0.5 } else { 0.0 },
    }
}

/// Passages of a story that have less in common, and nothing around their figures, count different things.
const LEAST_FRACTION: f64 = 0.3;

/// Figures of one thing that are further apart than this are a slip of the pen, and so have the same digits.
const FAR_APART: f64 = 10.0;
/// The same where both tell how many people shared a fate.
const FURTHEST_APART: f64 = 100.0;

/// Whether one quantity is more than `times` the other, and not merely with another number of noughts.
fn are_apart(x: &Quantity, y: &Quantity, times: f64) -> bool {
    let (less, more) = (x.value.abs().min(y.value.abs()), x.value.abs().max(y.value.abs()));
    if less <= 0.0 || x.high.is_some() || y.high.is_some() {
        return false;
    }
    let noughts = (more / less).log10();
    more > less * times && (noughts - noughts.round()).abs() > 0.005
}

/// Whether two quantities are about one thing.
pub(super) fn differ(meeting: &Meeting<'_, '_>, x: &Found<'_>, y: &Found<'_>) -> bool {
    align(meeting, x, y) + ONLY_ONES >= ALIGNED
}

fn have_one_role(meeting: &Meeting<'_, '_>, x: &Found<'_>, y: &Found<'_>) -> bool {
    let first = Told::of(meeting.a, x).role;
    first.is_some() && first == Told::of(meeting.b, y).role
}

/// What a quantity tells beside how much.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// What happened to those whom it counts.
    role: Option<u16>,
    /// Whether it tells how much ought to be.
    is_due: bool,
}

impl Told {
    fn by(side: &Side<'_>, value: &Value) -> Self {
        let role = role(side.reader, &value.tokens);
        Self { role, is_due: side.is_due(value.tokens.start) }
    }

    fn of(side: &Side<'_>, found: &Found<'_>) -> Self {
        let told = side.once.told.get_or_init(|| {
            let values = side.quantities.iter().map(|(value, _)| value);
            values.map(|value| (value.tokens.start, Self::by(side, value))).collect()
        });
        let own = told.iter().find(|(start, _)| *start == found.0.tokens.start);
        own.map_or_else(|| Self::by(side, found.0), |(_, told)| *told)
    }
}

/// Whether the same figure is told of another currency, or of points where the other tells percent.
fn is_other_unit(x: &Quantity, y: &Quantity) -> bool {
    let is_other = match (x.kind, y.kind) {
        (ValueKind::Money(a), ValueKind::Money(b)) => a != b,
        (ValueKind::Percent, ValueKind::Points) | (ValueKind::Points, ValueKind::Percent) => true,
        _ => false,
    };
    is_other && (x.value - y.value).abs() <= x.value.abs() * 1e-9
}

fn align_counts(meeting: &Meeting<'_, '_>, x: &Found<'_>, y: &Found<'_>, context: usize) -> f64 {
    let roles = (Told::of(meeting.a, x).role, Told::of(meeting.b, y).role);
    let parts = (is_part(meeting.a, x), is_part(meeting.b, y));
    let by_role = match roles {
        // `Six of the injured` are not all of them.
        (Some(_), Some(_)) if parts.0 != parts.1 => -4.0,
        (Some(a), Some(b)) if a == b => 2.0,
        (Some(_), Some(_)) => -4.0,
        _ => 0.0,
    };
    let both_people = counts_people(meeting.a, x) && counts_people(meeting.b, y);
    let by_head = match () {
        () if shares_head(x.1, y.1) => 1.5,
        () if has_akin_head(meeting, x.1, y.1) => 1.0,
        () if both_people => 0.5,
        () if x.1.heads.is_empty() || y.1.heads.is_empty() => 0.0,
        () => -0.5,
    };
    let by_whole = if x.1.of.is_some() && x.1.of == y.1.of { 1.0 } else { 0.0 };
    let has_ground = by_role > 0.0 || by_head > 0.0 || context > 0;
    // `No one was hurt` counts whoever was hurt elsewhere.
    let is_bare = [x.1, y.1].iter().any(|side| side.heads.is_empty() && side.value != 0.0);
    let is_vague = [x.1, y.1].iter().any(|side| side.form == QuantityForm::Vague);
    let is_other = is_vague && by_role <= 0.0 && by_head < 1.0;
    if is_other || is_of_another_time(meeting, x, y) {
        return f64::NEG_INFINITY;
    }
    by_role
        + by_head
        + by_whole
        + if others_do_it(meeting, x, y) { -2.0 } else { 0.0 }
        + if has_ground { 0.0 } else { -0.7 }
        + if is_bare && context < 2 { -1.2 } else { 0.0 }
}

/// Whether the last names before the counts are other people's: `Pellow was cleared of six counts`
/// beside `Farleigh was guilty on nine`.
fn others_do_it(meeting: &Meeting<'_, '_>, x: &Found<'_>, y: &Found<'_>) -> bool {
    let in_headline = [meeting.a, meeting.b].iter().any(|side| side.unit.stream == Stream::Title);
    if in_headline || meeting.a.reader.lexicon.data.nouns_have_capitals {
        return false;
    }
    let subject = |side: &Side<'_>, found: &Found<'_>| {
        let before = |name: &&Name| name.tokens.end <= found.0.tokens.start;
        let names = side.names.iter().filter(before).filter(|name| !name.is_place(side.reader));
        names.max_by_key(|name| name.tokens.end).cloned()
    };
    match (subject(meeting.a, x), subject(meeting.b, y)) {
        (Some(a), Some(b)) => !a.words.iter().any(|word| b.has(word)),
        _ => false,
    }
}

/// Tokens between a count and the year it is of.
const NEAR_YEAR: usize = 14;

/// Whether one count is of a year long before the article, and the other of none or another.
fn is_of_another_time(meeting: &Meeting<'_, '_>, x: &Found<'_>, y: &Found<'_>) -> bool {
    let published = |side: &Side<'_>| meeting.story.articles[side.unit.article].metadata.published;
    let Some(published) = published(meeting.a).max(published(meeting.b)) else { return false };
    let year = |side: &Side<'_>, found: &Found<'_>| {
        let near = found.0.tokens.start.saturating_sub(NEAR_YEAR)..found.0.tokens.end + NEAR_YEAR;
        let years = side.values.iter().filter(|value| near.contains(&value.tokens.start));
        let mut years = years.filter_map(|value| match &value.meaning {
            Meaning::Date(date) => date.year,
            _ => None,
        });
        years.find(|year| *year + 1 < i32::from(published.year()))
    };
    year(meeting.a, x) != year(meeting.b, y)
}

/// Whether a count is of some of a group: `six of the injured`.
fn is_part(side: &Side<'_>, found: &Found<'_>) -> bool {
    let end = found.0.tokens.end;
    found.1.of.is_none()
        && side.reader.has(end, Traits::OUT_OF)
        && side.reader.has(end + 1, Traits::ARTICLE)
}

/// Whether the things counted begin alike: the first two stems of either.
fn shares_head(x: &Quantity, y: &Quantity) -> bool {
    x.heads.iter().take(2).any(|head| y.heads.iter().take(2).any(|other| head == other))
}

/// Whether what is counted is of one sort: `posts` and `jobs`.
fn has_akin_head(meeting: &Meeting<'_, '_>, x: &Quantity, y: &Quantity) -> bool {
    x.heads
        .iter()
        .take(1)
        .any(|head| y.heads.iter().take(1).any(|other| meeting.is_akin(*head, *other)))
}

fn counts_people(side: &Side<'_>, found: &Found<'_>) -> bool {
    let after = found.0.tokens.end..found.0.tokens.end + 3;
    after.into_iter().any(|at| side.reader.has(at, Traits::PEOPLE))
        || found.0.tokens.clone().any(|at| side.reader.has(at, Traits::PEOPLE))
}

/// Whether two ages are borne by one name: the nearest capital before either.
fn same_bearer(meeting: &Meeting<'_, '_>, x: &Found<'_>, y: &Found<'_>) -> bool {
    let bearer = |side: &Side<'_>, start: usize| {
        (start.saturating_sub(5)..start)
            .rev()
            .find(|at| side.reader.token(*at).is_some_and(|token| token.capital))
            .and_then(|at| side.reader.word(at)?.stem)
    };
    let (a, b) = (bearer(meeting.a, x.0.tokens.start), bearer(meeting.b, y.0.tokens.start));
    a.is_some() && a == b
}

fn holds(value: &Value, quantity: &Quantity) -> bool {
    matches!(&value.meaning, Meaning::Quantity(other) if equal(other, quantity))
}

/// Whether a passage of the claim holds both values, a passage of either article the other's, or both
/// whole articles both: then they are two facts and not one in dispute.
fn is_settled(meeting: &Meeting<'_, '_>, x: &Quantity, y: &Quantity) -> bool {
    let says = |side: &Side<'_>, quantity: &Quantity| {
        side.values.iter().any(|value| holds(value, quantity))
    };
    let is_both = || meeting.all.iter().any(|side| says(side, x) && says(side, y));
    let of = |article: usize| meeting.all.iter().filter(move |side| side.unit.article == article);
    let is_other = || {
        of(meeting.a.unit.article).any(|side| says(side, y))
            || of(meeting.b.unit.article).any(|side| says(side, x))
    };
    let tells = |facts: &Facts<'_>, one: &Quantity| {
        facts.sizes.near(one).any(|other| equal(other, one) && is_alike(other, one))
    };
    let is_known_to_both = || meeting.facts.iter().all(|facts| tells(facts, x) && tells(facts, y));
    // The quickest to tell comes first.
    are_halves(x, y) || is_other() || is_known_to_both() || is_both()
}

/// Whether one is a part and the other the rest of its whole: `nine of the 14 posts are vacant`, `five are
/// filled`.
fn are_halves(x: &Quantity, y: &Quantity) -> bool {
    let is_rest = |part: &Quantity, rest: &Quantity| {
        part.of.is_some_and(|whole| (part.value + rest.value - whole).abs() < 1e-9)
    };
    x.kind == y.kind && (is_rest(x, y) || is_rest(y, x))
}

/// A small count is the same fact only where it counts the same.
fn is_alike(x: &Quantity, y: &Quantity) -> bool {
    x.kind != ValueKind::Count || x.value > 20.0 || shares_head(x, y)
}

//! The same said of more or of less.

use super::{Difference, Meeting, Side};
use crate::analysis::values::names::Name;
use crate::analysis::values::numerals::numeral;
use crate::analysis::values::quantity::{Quantity, equal};
use crate::analysis::values::{Meaning, Value};
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::terms::ValueKind;
use crate::analysis::words::tokens::TokenKind;
use crate::model::{ReasonKind, Stance};

/// Parts against wholes, and shares of different wholes.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let mut found = part_and_whole(meeting);
    found.extend(part_and_whole(&meeting.turned()).into_iter().map(Difference::turned));
    found.extend(shares(meeting));
    found
}

/// `nine of the 14` against `all 14`.
fn part_and_whole(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let mut found = Vec::new();
    for value in &meeting.a.values {
        let Some(quantity) = quantity(value) else { continue };
        let Some(whole) = quantity.of.filter(|whole| *whole > quantity.value) else { continue };
        for at in meeting.b.tokens() {
            let Some(end) = all_of(meeting.b, at, whole) else { continue };
            for kind in [ReasonKind::Number, ReasonKind::Scope] {
                let difference = Difference::new(kind, 0.85, value.tokens.clone(), at..end);
                found.push(difference.with_stances(Stance::Narrower, Stance::Broader));
            }
        }
    }
    found
}

/// One past `all 14`, `every one of the 14 counts`, beginning at `at`.
fn all_of(side: &Side<'_>, at: usize, whole: f64) -> Option<usize> {
    // In `one in every 500` all are none but the measure.
    let is_ratio = at > 0 && side.reader.has(at - 1, Traits::OUT_OF);
    if !side.reader.has(at, Traits::ALL) || is_ratio {
        return None;
    }
    let number = (at + 1..at + 5).find_map(|at| {
        numeral(side.reader, at).filter(|number| (number.value - whole).abs() < 1e-9)
    })?;
    Some(number.end)
}

/// Equal shares of different wholes: `90% of its chips` against `90% of its chip imports`.
fn shares(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let mut found = Vec::new();
    for x in &meeting.a.values {
        for y in &meeting.b.values {
            let Some((p, q)) = quantity(x).zip(quantity(y)) else { continue };
            let is_share = p.kind == ValueKind::Percent && q.kind == ValueKind::Percent;
            if !is_share || !equal(p, q) {
                continue;
            }
            found.extend(in_other_places(meeting, x, y));
            let (Some(a), Some(b)) = (base(meeting.a, x), base(meeting.b, y)) else { continue };
            let ends = narrower(meeting, &a, &b).map(|ends| (ends, 0.70));
            if let Some(([left, right], confidence)) =
                ends.or_else(|| Some((qualified(meeting, &a, &b)?, 0.60)))
            {
                let stances = if a.len() < b.len() {
                    [Stance::Broader, Stance::Narrower]
                } else {
                    [Stance::Narrower, Stance::Broader]
                };
                found.push(
                    Difference::new(
                        ReasonKind::Scope,
                        confidence,
                        x.tokens.start..left,
                        y.tokens.start..right,
                    )
                    .with_stances(stances[0], stances[1]),
                );
            }
        }
    }
    found
}

/// Tokens between a share and the place where it is one.
const PLACE: usize = 12;

/// Equal shares in two places: `a third of the seats in Wales` against `… in Britain`.
fn in_other_places(meeting: &Meeting<'_, '_>, x: &Value, y: &Value) -> Option<Difference> {
    let (a, b) = (place_after(meeting.a, x)?, place_after(meeting.b, y)?);
    let is_told = |own: &Side<'_>, name: &Name, other: &Side<'_>| {
        let mut stems = name.tokens.clone().filter_map(|at| own.reader.word(at)?.stem);
        stems.any(|stem| other.stems.contains(&stem))
    };
    let is_other = !is_told(meeting.a, a, meeting.b)
        && !is_told(meeting.b, b, meeting.a)
        && meeting.shared.len() >= 2;
    is_other.then(|| {
        let (left, right) = (x.tokens.start..a.tokens.end, y.tokens.start..b.tokens.end);
        Difference::new(ReasonKind::Scope, 0.60, left, right)
    })
}

/// The first place that is named after a value.
fn place_after<'m>(side: &'m Side<'_>, value: &Value) -> Option<&'m Name> {
    let near = value.tokens.end..value.tokens.end + PLACE;
    let is_near = |name: &&Name| near.contains(&name.tokens.start);
    side.names.iter().filter(is_near).find(|name| name.is_place(side.reader))
}

fn quantity(value: &Value) -> Option<&Quantity> {
    if let Meaning::Quantity(quantity) = &value.meaning { Some(quantity) } else { None }
}

/// The tokens of content that a share is of, up to the verb or the next mark.
fn base(side: &Side<'_>, value: &Value) -> Option<Vec<usize>> {
    let from = value.tokens.end;
    if !side.reader.has(from, Traits::OUT_OF) {
        return None;
    }
    let mut base = Vec::new();
    for at in from + 1..from + 9 {
        let (Some(token), Some(word)) = (side.reader.token(at), side.reader.word(at)) else {
            break;
        };
        if token.kind != TokenKind::Word || ends_base(side, at) {
            break;
        }
        if word.is_content() {
            base.push(at);
        }
    }
    (!base.is_empty()).then_some(base)
}

fn ends_base(side: &Side<'_>, at: usize) -> bool {
    let data = &side.reader.lexicon.data;
    let looks_like_verb = side.reader.form(at).is_some_and(|form| {
        data.ends_past(form) || data.ends_participle(form) || form.ends_with("ly")
    });
    looks_like_verb
        || side.reader.has(
            at,
            Traits::FINITE
                .or(Traits::CONJUNCTION)
                .or(Traits::RELATIVE)
                .or(Traits::PLACE_PREPOSITION)
                .or(Traits::OUT_OF)
                .or(Traits::REPORT),
        )
}

/// The ends of both bases where one goes on with one more noun after what they have in common.
fn narrower(meeting: &Meeting<'_, '_>, a: &[usize], b: &[usize]) -> Option<[usize; 2]> {
    let stem = |side: &Side<'_>, at: usize| side.reader.word(at).and_then(|word| word.stem);
    let last_a = *a.last()?;
    let last_b = *b.last()?;
    let ends_alike = stem(meeting.a, last_a) == stem(meeting.b, last_b);
    let goes_on = |short: (&Side<'_>, &[usize]), long: (&Side<'_>, &[usize])| {
        let last = short.1.last().and_then(|at| stem(short.0, *at));
        let place = long.1.iter().position(|at| stem(long.0, *at) == last);
        let is_new = |at: usize| short.1.iter().all(|own| stem(short.0, *own) != stem(long.0, at));
        place.is_some_and(|place| {
            place + 2 == long.1.len()
                && long.1[place] + 1 == long.1[place + 1]
                && is_new(long.1[place + 1])
        })
    };
    let differs = !ends_alike
        && (goes_on((meeting.a, a), (meeting.b, b)) || goes_on((meeting.b, b), (meeting.a, a)));
    differs.then_some([last_a + 1, last_b + 1])
}

/// The ends of both bases where one has a further quality before the same noun: `young voters`. Whose
/// something is, or where, is told in so many ways that its absence says nothing.
fn qualified(meeting: &Meeting<'_, '_>, a: &[usize], b: &[usize]) -> Option<[usize; 2]> {
    let stems = |side: &Side<'_>, base: &[usize]| -> Vec<_> {
        base.iter().filter_map(|at| side.reader.word(*at)?.stem).collect()
    };
    let (left, right) = (stems(meeting.a, a), stems(meeting.b, b));
    let (long, (side, base), others) = if left.len() > right.len() {
        (&left, (meeting.a, a), (&right, meeting.b))
    } else {
        (&right, (meeting.b, b), (&left, meeting.a))
    };
    let short = others.0;
    let is_longer_by_one = long.len() == short.len() + 1 && long.last() == short.last();
    let extra = base.iter().zip(long).find(|(_, stem)| !short.contains(stem))?;
    let is_quality = side.reader.token(*extra.0).is_some_and(|token| !token.capital)
        && side.reader.form(*extra.0).is_some_and(|form| !form.contains('\''))
        && !others.1.whole_stems().contains(extra.1);
    (is_longer_by_one && is_quality && meeting.fraction >= 0.6)
        .then_some([a.last()? + 1, b.last()? + 1])
}

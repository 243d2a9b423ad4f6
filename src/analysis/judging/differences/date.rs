//! Dates and times of day that differ.

use std::collections::BTreeSet;

use super::{Difference, Meeting, Side};
use crate::analysis::values::calendar::{civil_of, day_of_civil};
use crate::analysis::values::clock::ClockValue;
use crate::analysis::values::dates::{DateValue, Grain};
use crate::analysis::values::{Meaning, Value};
use crate::model::ReasonKind;

/// Minutes within which two times of day are the same.
const SAME_TIME: u32 = 2;
/// The same where one of them is blurred.
const SAME_BLURRED_TIME: u32 = 15;

/// Dates and times that are told of the same thing and cannot be the same.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let mut found = dates(meeting);
    found.extend(times(meeting));
    found.extend(parts_of_day(meeting));
    found
}

/// The dates that every article of a claim tells, where they differ: whatever else the passages say.
pub(super) fn points(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let (left, right) = (of_side(meeting.a, as_date), of_side(meeting.b, as_date));
    let ([x], [y]) = (left.as_slice(), right.as_slice()) else { return None };
    let is_point = rule_out(meeting, x.1, y.1) && is_point_of_claim(meeting, x.1, y.1);
    is_point.then(|| difference(x, y, 0))
}

/// A date and where it stands.
type Dated<'v> = (&'v Value, &'v DateValue);

fn dates(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let (left, right) = (of_side(meeting.a, as_date), of_side(meeting.b, as_date));
    if left.is_empty() || right.is_empty() {
        return Vec::new();
    }
    let rest = |own: &[Dated<'_>], other: &[Dated<'_>]| -> Vec<usize> {
        (0..own.len())
            .filter(|at| {
                other.iter().all(|(_, date)| relation(own[*at].1, date) != Relation::Equal)
            })
            .collect()
    };
    let (rest_a, rest_b) = (rest(&left, &right), rest(&right, &left));
    // Of `2015 to 2019` and `2013 to 2019` one end is the same.
    let has_same = rest_a.len() < left.len();
    let is_lone = rest_a.len() == 1 && rest_b.len() == 1;
    let has_figure = is_lone && meeting.shares_figure();
    let mut found = Vec::new();
    for i in &rest_a {
        for j in &rest_b {
            let (x, y) = (&left[*i], &right[*j]);
            let context = meeting.common_context(&x.0.tokens, &y.0.tokens)
                + if has_figure { LEAST_CONTEXT } else { 0 };
            let least = match () {
                () if !is_lone => LEAST_CONTEXT,
                // Many things of many years are told of one place or person.
                () if meeting.is_in_story() && are_years(x.1, y.1) && !has_same => LEAST_CONTEXT,
                () => 1,
            };
            let has_ground = context >= least
                || (is_lone && meeting.fraction >= LEAST_FRACTION)
                || is_anniversary(x.1, y.1)
                || (is_lone && is_point_of_claim(meeting, x.1, y.1));
            if has_ground && rule_out(meeting, x.1, y.1) {
                found.push(difference(x, y, context));
            }
        }
    }
    found
}

/// Stems around two dates that tell of one thing where more than one date is told; a figure that both
/// passages give tells as much.
const LEAST_CONTEXT: usize = 2;

/// Passages that have less in common, and nothing around their dates, date different things.
const LEAST_FRACTION: f64 = 0.4;

/// Articles that tell one date each, where the date is what a claim is about.
const MANY: usize = 3;

/// Whether every passage of the claim tells one of two dates and no other, if it tells any.
fn is_point_of_claim(meeting: &Meeting<'_, '_>, x: &DateValue, y: &DateValue) -> bool {
    let dated: Vec<(usize, Vec<Dated<'_>>)> = meeting
        .all
        .iter()
        .map(|side| (side.unit.article, of_side(side, as_date)))
        .filter(|(_, dates)| !dates.is_empty())
        .collect();
    let is_either =
        |date: &DateValue| [x, y].iter().any(|known| relation(date, known) == Relation::Equal);
    let is_plain = |dates: &[Dated<'_>]| matches!(dates, [(_, date)] if is_either(date));
    let articles: BTreeSet<usize> = dated.iter().map(|(article, _)| *article).collect();
    articles.len() >= MANY && dated.iter().all(|(_, dates)| is_plain(dates))
}

/// Whether two dates cannot be the same and are told with a like grain, each by one article alone.
fn rule_out(meeting: &Meeting<'_, '_>, x: &DateValue, y: &DateValue) -> bool {
    relation(x, y) == Relation::Different && !is_other_grain(x, y) && !is_elsewhere(meeting, x, y)
}

/// Whether one day of the year is told of two years.
fn is_anniversary(x: &DateValue, y: &DateValue) -> bool {
    x.day.is_some() && (x.month, x.day) == (y.month, y.day)
}

fn difference((x, date_x): &Dated<'_>, (y, date_y): &Dated<'_>, context: usize) -> Difference {
    let is_relative = date_x.is_relative || date_y.is_relative;
    let same_weekday = date_x.weekday.is_some() && date_x.weekday == date_y.weekday;
    let confidence = 0.60 + 0.08 * context.min(3) as f64
        - if is_relative { 0.04 } else { 0.0 }
        - if same_weekday { 0.25 } else { 0.0 };
    Difference::new(ReasonKind::Date, confidence, x.tokens.clone(), y.tokens.clone())
}

/// Whether one date is a year and the other a day or month that tells none, `this year` and the other a
/// day or month, or one a month and the other a weekday: `the bridge of 1971` is no other date than
/// `closed on Tuesday`.
fn is_other_grain(x: &DateValue, y: &DateValue) -> bool {
    let is_coarse = |one: &DateValue, other: &DateValue| match one.grain {
        Grain::Year => other.grain < Grain::Year && (other.year.is_none() || one.is_relative),
        Grain::Month => other.grain == Grain::Day && other.is_relative,
        _ => false,
    };
    is_coarse(x, y) || is_coarse(y, x)
}

/// Whether both are years.
fn are_years(x: &DateValue, y: &DateValue) -> bool {
    x.grain == Grain::Year && y.grain == Grain::Year
}

fn times(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let (left, right) = (of_side(meeting.a, as_clock), of_side(meeting.b, as_clock));
    let meets = |(x, a): &(&Value, ClockValue), (y, b): &(&Value, ClockValue)| {
        let is_blurred = is_blurred(meeting.a, x) || is_blurred(meeting.b, y);
        a.distance(*b) <= if is_blurred { SAME_BLURRED_TIME } else { SAME_TIME }
    };
    let rest_a: Vec<_> = left.iter().filter(|x| !right.iter().any(|y| meets(x, y))).collect();
    let rest_b: Vec<_> = right.iter().filter(|y| !left.iter().any(|x| meets(x, y))).collect();
    match (rest_a.as_slice(), rest_b.as_slice()) {
        ([(x, a)], [(y, b)]) if !is_other_zone(meeting, (x, *a), (y, *b)) => {
            vec![Difference::new(ReasonKind::Date, 0.85, x.tokens.clone(), y.tokens.clone())]
        }
        _ => Vec::new(),
    }
}

/// Whether two times may be one in two zones: both zones are told and make up for the difference, or one
/// is told and the times are whole hours apart, or as many half hours as zones are.
fn is_other_zone(
    meeting: &Meeting<'_, '_>,
    (x, a): (&Value, ClockValue),
    (y, b): (&Value, ClockValue),
) -> bool {
    let (first, second) = (zone(meeting.a, x), zone(meeting.b, y));
    let minutes = |time: ClockValue| time.minutes.cast_signed();
    let apart = minutes(a) - minutes(b);
    match (first, second) {
        (Zone::Known(first), Zone::Known(second)) => {
            (apart - (first - second)).rem_euclid(720) == 0
        }
        (Zone::Untold, Zone::Untold) => false,
        _ => apart.rem_euclid(60) == 0 || (apart.rem_euclid(30) == 0 && apart.abs() >= HALF_ZONES),
    }
}

/// Zones of half an hour lie at least this many minutes from those of whole hours that news tells beside
/// them, the halves of the day aside: `5:30 p.m. in Delhi` is `noon GMT`.
const HALF_ZONES: i32 = 150;

/// The zone that a time of day is told in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zone {
    /// None is told.
    Untold,
    /// `local time`, or a zone that the lexicon does not know.
    Other,
    /// Minutes ahead of UTC.
    Known(i32),
}

/// Tokens after a time among which its zone stands.
const ZONE: usize = 3;

fn zone(side: &Side<'_>, value: &Value) -> Zone {
    let data = &side.reader.lexicon.data;
    let near = value.tokens.end..value.tokens.end + ZONE;
    let form = |at: usize| side.reader.form(at);
    let known = near.clone().find_map(|at| data.zones.get(form(at)?).copied());
    let is_other = || near.clone().any(|at| form(at).is_some_and(|form| data.tells_zone(form)));
    match known {
        Some(minutes) => Zone::Known(minutes),
        None if is_other() => Zone::Other,
        None => Zone::Untold,
    }
}

/// `in the morning` against `in the evening`, where neither tells a time.
fn parts_of_day(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let ((x, first), (y, second)) = (day_part(meeting.a)?, day_part(meeting.b)?);
    let is_grounded = meeting.shared.len() >= 2 && meeting.fraction >= 0.5;
    (!is_shade(first, second) && is_grounded)
        .then(|| Difference::new(ReasonKind::Date, 0.58, x..x + 1, y..y + 1))
}

/// The one part of the day that a side tells, where it tells no time.
fn day_part(side: &Side<'_>) -> Option<(usize, u8)> {
    *side.once.day_part.get_or_init(|| {
        let part = |at: usize| {
            let is_name = side.reader.token(at)?.capital && at > 0;
            side.reader.word(at)?.day_part.filter(|_| !is_name).map(|part| (at, part))
        };
        let found: Vec<(usize, u8)> = side.tokens().filter_map(part).collect();
        let is_one = found.iter().all(|(_, part)| *part == found[0].1);
        let has_time = !of_side(side, as_clock).is_empty();
        found.first().copied().filter(|_| is_one && !has_time)
    })
}

/// Whether two parts of the day run into one another: evening and night, night and early morning.
fn is_shade(x: u8, y: u8) -> bool {
    let (earlier, later) = (x.min(y), x.max(y));
    earlier == later || (earlier, later) == (EVENING, NIGHT) || (earlier, later) == (MORNING, NIGHT)
}

/// Parts of the day as lexicons number them.
const MORNING: u8 = 1;
/// See [`MORNING`].
const EVENING: u8 = 3;
/// See [`MORNING`].
const NIGHT: u8 = 4;

fn of_side<'s, T>(side: &Side<'s>, read: impl Fn(&'s Value) -> Option<T>) -> Vec<(&'s Value, T)> {
    side.values.iter().copied().filter_map(|value| Some((value, read(value)?))).collect()
}

/// Whether two meanings may be the same day or the same time of day.
pub(in crate::analysis) fn are_one(x: &Meaning, y: &Meaning) -> bool {
    match (x, y) {
        (Meaning::Date(x), Meaning::Date(y)) => relation(x, y) == Relation::Equal,
        (Meaning::Clock(x), Meaning::Clock(y)) => x.distance(*y) <= SAME_TIME,
        _ => false,
    }
}

fn as_date(value: &Value) -> Option<&DateValue> {
    if let Meaning::Date(date) = &value.meaning { Some(date) } else { None }
}

fn as_clock(value: &Value) -> Option<ClockValue> {
    if let Meaning::Clock(clock) = &value.meaning { Some(*clock) } else { None }
}

/// Whether a bound or blur stands before a time.
fn is_blurred(side: &Side<'_>, value: &Value) -> bool {
    let Some(before) = value.tokens.start.checked_sub(1) else { return false };
    let word = |back: usize| side.reader.form(before.checked_sub(back)?);
    side.reader.lexicon.bounds.ending(word).is_some()
        || side.reader.has(before, crate::analysis::words::lexicon::Traits::PAST)
        || side
            .reader
            .form(before)
            .is_some_and(|form| side.reader.lexicon.data.is_before_or_after(form))
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Relation {
    Equal,
    Different,
    Unknown,
}

/// How two dates stand to each other: equal where they may mean one day, or one lies within the other.
fn relation(x: &DateValue, y: &DateValue) -> Relation {
    if x.weekday.is_some() && x.weekday == y.weekday && (x.days.is_empty() || y.days.is_empty()) {
        return Relation::Equal;
    }
    match (x.days.is_empty(), y.days.is_empty()) {
        (true, true) => return by_names(x, y),
        (true, false) => return by_year_of(y, x),
        (false, true) => return by_year_of(x, y),
        (false, false) => {}
    }
    let meets = x.days.iter().any(|(a, b)| y.days.iter().any(|(c, d)| a <= d && c <= b));
    if meets { Relation::Equal } else { Relation::Different }
}

/// A day of a month without a year, read in the years of the other date.
fn by_year_of(known: &DateValue, bare: &DateValue) -> Relation {
    let Some((month, day)) = bare.month.zip(bare.day) else { return by_names(known, bare) };
    if known.grain > Grain::Month {
        return Relation::Unknown;
    }
    let meets = known.days.iter().any(|(first, last)| {
        let years = civil_of(*first).0..=civil_of(*last).0;
        years.map(|year| day_of_civil(year, month, day)).any(|at| (*first..=*last).contains(&at))
    });
    if meets { Relation::Equal } else { Relation::Different }
}

/// Without years: by month and day where both tell them.
fn by_names(x: &DateValue, y: &DateValue) -> Relation {
    match (x.month.zip(y.month), x.day.zip(y.day)) {
        (Some((a, b)), _) if a != b => Relation::Different,
        (Some(_), Some((a, b))) if a != b => Relation::Different,
        (Some(_), _) => Relation::Equal,
        _ => Relation::Unknown,
    }
}

/// Whether both whole articles tell both dates, or a passage of the claim does: then they are two.
fn is_elsewhere(meeting: &Meeting<'_, '_>, x: &DateValue, y: &DateValue) -> bool {
    let same = |value: &Value, date: &DateValue| matches!(&value.meaning, Meaning::Date(other) if is_same(other, date));
    let in_both = meeting.facts.iter().all(|facts| {
        facts.values.iter().any(|value| same(value, x))
            && facts.values.iter().any(|value| same(value, y))
    });
    let in_one = meeting.all.iter().any(|side| {
        side.values.iter().any(|value| same(value, x))
            && side.values.iter().any(|value| same(value, y))
    });
    in_both || in_one
}

/// Whether two dates are told to the same grain and mean the same.
fn is_same(x: &DateValue, y: &DateValue) -> bool {
    let near = x.grain == y.grain || (x.grain <= Grain::Week && y.grain <= Grain::Week);
    near && relation(x, y) == Relation::Equal
}

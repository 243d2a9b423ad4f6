//! Dates and times of day that differ.

use super::{Difference, Meeting, Side};
use crate::analysis::calendar::{civil_of, day_of_civil};
use crate::analysis::clock::ClockValue;
use crate::analysis::dates::{DateValue, Grain};
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

fn dates(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let (left, right) = (of_side(meeting.a, as_date), of_side(meeting.b, as_date));
    let rest = |own: &[(&Value, DateValue)], other: &[(&Value, DateValue)]| -> Vec<usize> {
        (0..own.len())
            .filter(|at| {
                other.iter().all(|(_, date)| relation(&own[*at].1, date) != Relation::Equal)
            })
            .collect()
    };
    let (rest_a, rest_b) = (rest(&left, &right), rest(&right, &left));
    let mut found = Vec::new();
    for i in &rest_a {
        for j in &rest_b {
            let ((x, date_x), (y, date_y)) = (&left[*i], &right[*j]);
            let context = meeting.common_context(&x.tokens, &y.tokens);
            let is_lone = rest_a.len() == 1 && rest_b.len() == 1;
            let has_ground = context >= 2 || (is_lone && (context >= 1 || meeting.fraction >= 0.4));
            let is_anniversary =
                date_x.day.is_some() && (date_x.month, date_x.day) == (date_y.month, date_y.day);
            if relation(date_x, date_y) != Relation::Different
                || !(has_ground || is_anniversary)
                || is_elsewhere(meeting, date_x, date_y)
            {
                continue;
            }
            let is_relative = date_x.is_relative || date_y.is_relative;
            let same_weekday = date_x.weekday.is_some() && date_x.weekday == date_y.weekday;
            let confidence = 0.60 + 0.08 * context.min(3) as f64
                - if is_relative { 0.05 } else { 0.0 }
                - if same_weekday { 0.25 } else { 0.0 };
            found.push(Difference::new(
                ReasonKind::Date,
                confidence,
                x.tokens.clone(),
                y.tokens.clone(),
            ));
        }
    }
    found
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
        ([(x, _)], [(y, _)]) => {
            vec![Difference::new(ReasonKind::Date, 0.85, x.tokens.clone(), y.tokens.clone())]
        }
        _ => Vec::new(),
    }
}

/// `in the morning` against `in the evening`, where neither tells a time.
fn parts_of_day(meeting: &Meeting<'_, '_>) -> Option<Difference> {
    let part = |side: &Side<'_>| {
        let part = |at: usize| {
            let is_name = side.reader.token(at)?.capital && at > 0;
            side.reader.word(at)?.day_part.filter(|_| !is_name).map(|part| (at, part))
        };
        let found: Vec<(usize, u8)> = side.tokens().filter_map(part).collect();
        let is_one = found.iter().all(|(_, part)| *part == found[0].1);
        let has_time = !of_side(side, as_clock).is_empty();
        found.first().copied().filter(|_| is_one && !has_time)
    };
    let ((x, first), (y, second)) = (part(meeting.a)?, part(meeting.b)?);
    let is_grounded = meeting.shared.len() >= 2 && meeting.fraction >= 0.5;
    (first != second && is_grounded)
        .then(|| Difference::new(ReasonKind::Date, 0.58, x..x + 1, y..y + 1))
}

fn of_side<'s, T>(side: &Side<'s>, read: impl Fn(&'s Value) -> Option<T>) -> Vec<(&'s Value, T)> {
    side.values.iter().copied().filter_map(|value| Some((value, read(value)?))).collect()
}

fn as_date(value: &Value) -> Option<DateValue> {
    if let Meaning::Date(date) = &value.meaning { Some(date.clone()) } else { None }
}

fn as_clock(value: &Value) -> Option<ClockValue> {
    if let Meaning::Clock(clock) = &value.meaning { Some(*clock) } else { None }
}

/// Whether a bound or blur stands before a time.
fn is_blurred(side: &Side<'_>, value: &Value) -> bool {
    let Some(before) = value.tokens.start.checked_sub(1) else { return false };
    let word = |back: usize| side.reader.form(before.checked_sub(back)?);
    side.reader.lexicon.bounds.ending(word).is_some()
        || side.reader.has(before, crate::analysis::lexicon::Traits::PAST)
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

//! The values in a sentence: dates, times of day and quantities, each token used once.

pub(super) mod calendar;
pub(super) mod clock;
pub(super) mod dates;
pub(super) mod labels;
pub(super) mod measured;
pub(super) mod named_days;
pub(super) mod names;
pub(super) mod numerals;
pub(super) mod quantities;
pub(super) mod quantity;
pub(super) mod reader;
pub(super) mod roles;
pub(super) mod slots;
pub(super) mod vague;

use std::ops::Range;

use crate::analysis::words::lexicon::{Bound, Traits};
use crate::analysis::words::terms::{ValueKey, ValueKind};
use crate::analysis::words::vocabulary::Word;
use crate::text::Span;
use calendar::Day;
use clock::{ClockValue, clock, is_one_o_clock};
use dates::{DateValue, Grain, date};
use quantities::quantity;
use quantity::{Quantity, QuantityForm};
use reader::Reader;

/// A value and where it stands.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Value {
    /// Its tokens, with bound and unit.
    pub(super) tokens: Range<usize>,
    /// The same in the article's text.
    pub(super) span: Span,
    /// What it says.
    pub(super) meaning: Meaning,
}

/// What a value says.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Meaning {
    /// A number of something.
    Quantity(Quantity),
    /// A date.
    Date(DateValue),
    /// A time of day.
    Clock(ClockValue),
}

/// The values of a sentence in order, dates before times before numbers.
pub(super) fn values(reader: Reader<'_>, today: Option<Day>) -> Vec<Value> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        let value = may_begin(reader, at).then(|| value_at(reader, at, today)).flatten();
        debug_assert!(
            value.is_some() || value_at(reader, at, today).is_none(),
            "no value is missed"
        );
        let Some((meaning, tokens)) = value else {
            at += 1;
            continue;
        };
        at = tokens.end.max(at + 1);
        let ends = reader.token(tokens.start).zip(reader.token(tokens.end - 1));
        if let Some((first, last)) = ends {
            found.push(Value { span: first.span.join(last.span), tokens, meaning });
        }
    }
    found
}

/// Whether a value may begin at a token: with most words none does, which is soon seen.
fn may_begin(reader: Reader<'_>, at: usize) -> bool {
    let Some(word) = reader.word(at) else { return false };
    let is_measured = |next: &Word| {
        let told = [next.day_period.is_some(), next.season.is_some(), next.fraction.is_some()];
        next.scale.is_some() || told.contains(&true)
    };
    reader.is_digits(at)
        || word.may_begin_value()
        || word.marks.begins & reader.lexicon.nobody.mark != 0
        || (word.traits.has(Traits::ARTICLE) && reader.word(at + 1).is_some_and(is_measured))
        || is_one_o_clock(reader, at)
}

fn value_at(reader: Reader<'_>, at: usize, today: Option<Day>) -> Option<(Meaning, Range<usize>)> {
    if let Some((value, end)) = date(reader, at, today) {
        return Some((Meaning::Date(value), at..end));
    }
    if let Some((value, end)) = clock(reader, at) {
        return Some((Meaning::Clock(value), at..end));
    }
    let (value, extent) = quantity(reader, at)?;
    Some((Meaning::Quantity(value), extent.start..extent.end.max(at + 1)))
}

impl Value {
    /// Whether it tells a day, a month or a year.
    pub(super) const fn is_date(&self) -> bool {
        matches!(self.meaning, Meaning::Date(_))
    }

    /// What sentences are compared by: one key or more.
    pub(super) fn keys(&self) -> Vec<ValueKey> {
        match &self.meaning {
            Meaning::Quantity(quantity) => keys_of_quantity(quantity),
            Meaning::Date(date) => keys_of_date(date),
            Meaning::Clock(clock) => vec![plain(ValueKind::Clock, f64::from(clock.minutes % 720))],
        }
    }
}

fn keys_of_quantity(quantity: &Quantity) -> Vec<ValueKey> {
    if quantity.form == QuantityForm::Vague {
        return Vec::new();
    }
    let is_blurred = quantity.bound != Bound::Exactly;
    let counts = matches!(quantity.kind, ValueKind::Count | ValueKind::Ordinal);
    let unit = quantity.heads.first().copied().filter(|_| counts);
    let key = |amount| ValueKey { kind: quantity.kind, amount, unit, is_blurred };
    let whole = quantity.of.map(|of| ValueKey { unit: None, ..key(of) });
    [Some(key(quantity.value)), quantity.high.map(key), whole].into_iter().flatten().collect()
}

fn keys_of_date(date: &DateValue) -> Vec<ValueKey> {
    let day = date
        .month
        .zip(date.day)
        .map(|(month, day)| plain(ValueKind::Day, f64::from(month) * 100.0 + f64::from(day)));
    let month = date
        .month
        .filter(|_| date.day.is_none() && !date.is_current)
        .map(|month| plain(ValueKind::Month, f64::from(month)));
    let weekday = date.near_weekday.map(|weekday| plain(ValueKind::Weekday, f64::from(weekday)));
    let is_year_told = match date.grain {
        Grain::Year => !date.is_current,
        Grain::Month => !date.is_relative,
        _ => false,
    };
    let year = date.year.filter(|_| is_year_told);
    let year = year.map(|year| plain(ValueKind::Year, f64::from(year)));
    [day, month, weekday, year].into_iter().flatten().collect()
}

const fn plain(kind: ValueKind, amount: f64) -> ValueKey {
    ValueKey { kind, amount, unit: None, is_blurred: false }
}

//! What a number measures: percent, money, an age, a length, or nothing but things that are counted.

use super::reader::Reader;
use crate::analysis::words::lexicon::{Share, Traits};
use crate::analysis::words::terms::ValueKind;
use crate::analysis::words::vocabulary::Word;

/// What stands around a number.
pub(in crate::analysis) struct Measured {
    /// What is measured.
    pub(in crate::analysis) kind: ValueKind,
    /// What one of it is in the unit of its kind.
    pub(in crate::analysis) factor: f64,
    /// The first token, sign and currency included.
    pub(in crate::analysis) start: usize,
    /// Behind the last token, the unit included.
    pub(in crate::analysis) end: usize,
}

/// What stands around the number that begins at `at` and ends before `end`: sign, currency, unit.
pub(in crate::analysis) fn measure(reader: Reader<'_>, at: usize, end: usize) -> Measured {
    let counted = Measured { kind: ValueKind::Count, factor: 1.0, start: at, end };
    if let Some((length, share)) =
        reader.lexicon.shares.starting(|offset| reader.form(end + offset))
    {
        let (kind, factor) = match share {
            Share::Percent => (ValueKind::Percent, 1.0),
            Share::Points => (ValueKind::Points, 1.0),
            Share::BasisPoints => (ValueKind::Points, 0.01),
        };
        return Measured { kind, factor, end: end + length, ..counted };
    }
    if let Some((code, start)) = currency_before(reader, at) {
        return Measured { kind: ValueKind::Money(code), start, ..counted };
    }
    let end = end + usize::from(is_sum_of(reader, end));
    let Some(word) = reader.word(end) else { return counted };
    if let Some(code) = word.currency {
        let (code, factor) = match code {
            "CENT" => ("USD", 0.01),
            "PENCE" => ("GBP", 0.01),
            "CENTEUR" => ("EUR", 0.01),
            code => (code, 1.0),
        };
        return Measured { kind: ValueKind::Money(code), factor, end: end + 1, ..counted };
    }
    if let Some(age_end) = age_end(reader, at, end) {
        return Measured { kind: ValueKind::Age, end: age_end, ..counted };
    }
    // `60 degrees Celsius`: the scale tells which degrees.
    let scale = reader.word(end + 1).and_then(|scale| scale.unit);
    if let Some((kind @ ("degrees" | "fahrenheit"), size)) = scale.filter(|_| is_degree(word)) {
        return Measured { kind: ValueKind::Measure(kind), factor: size, end: end + 2, ..counted };
    }
    if let Some(unit) = power_of_length(reader, end) {
        return Measured {
            kind: ValueKind::Measure(unit.0),
            factor: unit.1,
            end: end + 2,
            ..counted
        };
    }
    match word.unit {
        Some((kind, size)) if word.form.len() > 1 || reader.is_joined(end) => {
            Measured { kind: ValueKind::Measure(kind), factor: size, end: end + 1, ..counted }
        }
        _ => counted,
    }
}

/// Whether `de` stands at `at` between a scale word and a currency: `millones de euros`.
fn is_sum_of(reader: Reader<'_>, at: usize) -> bool {
    let is_scale = |at: usize| reader.word(at).is_some_and(|word| word.scale.is_some());
    reader.has(at, Traits::OUT_OF)
        && at.checked_sub(1).is_some_and(is_scale)
        && reader.word(at + 1).is_some_and(|word| word.currency.is_some())
}

/// The unit of area or volume that two words tell: `metros cuadrados`, `mètres cubes`.
fn power_of_length(reader: Reader<'_>, at: usize) -> Option<(&'static str, f64)> {
    const LITRES: f64 = 1000.0;
    let (_, size) = reader.word(at)?.unit.filter(|(kind, _)| *kind == "length")?;
    match () {
        () if reader.has(at + 1, Traits::SQUARED) => Some(("area", size.powi(2))),
        () if reader.has(at + 1, Traits::CUBED) => Some(("volume", size.powi(3) * LITRES)),
        () => None,
    }
}

fn is_degree(word: &Word) -> bool {
    word.unit.is_some_and(|(kind, _)| kind == "degrees")
}

/// The currency that stands before the number at `at`, and where it begins: `$`, `US$`, `$A`.
pub(super) fn currency_before(reader: Reader<'_>, at: usize) -> Option<(&'static str, usize)> {
    let before = at.checked_sub(1)?;
    let currency = |at: usize| reader.word(at)?.currency;
    let is_country = |at: usize| {
        let form = reader.form(at);
        form.is_some_and(|form| matches!(form, "us" | "a" | "c" | "u.s" | "hk" | "nz" | "s" | "r"))
    };
    let next = before.checked_sub(1);
    if let Some(code) = currency(before) {
        let prefix = next.filter(|prefix| reader.is_joined(before) && is_country(*prefix));
        return Some((code, prefix.unwrap_or(before)));
    }
    let joined = reader.is_joined(at) && reader.is_joined(before) && is_country(before);
    let sign = next.filter(|_| joined)?;
    Some((currency(sign)?, sign))
}

/// `54-year-old`, `54 years old`, `aged 54`, and `, 54,` or `(54)` after a name.
fn age_end(reader: Reader<'_>, at: usize, end: usize) -> Option<usize> {
    let is_year = reader
        .word(end)
        .and_then(|word| word.unit)
        .is_some_and(|(kind, size)| kind == "duration" && size > 500_000.0 && size < 600_000.0);
    if is_year && reader.has(end + 1, Traits::AGE) {
        return Some(end + 2);
    }
    let before = at.checked_sub(1)?;
    if reader.has(before, Traits::AGE) {
        return Some(end);
    }
    let is_between_commas = reader.is(before, ",")
        && reader.form(end).is_some_and(|form| matches!(form, "," | "." | "" | ";"));
    let is_in_brackets = reader.is(before, "(") && reader.is(end, ")");
    // The full stop of `Jr.`.
    let stop = usize::from(before > 0 && reader.is(before - 1, ""));
    let follows_name = before
        .checked_sub(1 + stop)
        .and_then(|name| reader.token(name))
        .is_some_and(|token| token.capital);
    let follows_was =
        reader.has(before, Traits::FINITE) && reader.has(end, Traits::JOINER.or(Traits::OPENER));
    let stands_apart = is_between_commas || is_in_brackets || follows_was;
    let follows_name = follows_name || follows_was;
    let is_plausible = reader.small_number(at, 3).is_some_and(|years| years < 120);
    (stands_apart && follows_name && is_plausible).then_some(end)
}

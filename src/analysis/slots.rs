//! What a sentence is about where its words and values may differ.
//!
//! `Four were killed` and `at least five dead` tell of one thing with other words and another number;
//! `accounted for` and `missing` tell of one thing by opposite words. Such a slot is a term of its own,
//! so that what contradicts is found to belong together.

use super::numerals::Reader;
use super::quantities::role;
use super::terms::{ValueKey, ValueKind};
use super::values::{Meaning, Value};

/// The slots of a sentence and the tokens where they stand.
pub(super) fn slots(reader: Reader<'_>, values: &[Value]) -> Vec<(usize, ValueKey)> {
    let mut found = axes(reader);
    found.extend(
        values.iter().filter_map(|value| Some((value.tokens.start, slot_of(reader, value)?))),
    );
    found
}

/// The slot of a count of people: what happened to them.
fn slot_of(reader: Reader<'_>, value: &Value) -> Option<ValueKey> {
    let Meaning::Quantity(quantity) = &value.meaning else { return None };
    let is_count = quantity.kind == ValueKind::Count;
    is_count.then(|| role(reader, &value.tokens)).flatten().map(|role| key(ValueKind::Role, role))
}

/// The axes of opposites that a sentence names either pole of.
fn axes(reader: Reader<'_>) -> Vec<(usize, ValueKey)> {
    let mut found = Vec::new();
    for at in 0..reader.tokens.len() {
        let pole = reader.lexicon.opposites.starting(|offset| reader.form(at + offset));
        if let Some((_, (axis, _))) = pole
            && reader.lexicon.data.is_strong_axis(axis)
        {
            found.push((at, key(ValueKind::Axis, axis)));
        }
    }
    found
}

fn key(kind: ValueKind, number: u16) -> ValueKey {
    ValueKey { kind, amount: f64::from(number), unit: None, is_blurred: false }
}

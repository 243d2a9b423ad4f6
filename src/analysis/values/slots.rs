//! What a sentence is about where its words and values may differ.
//!
//! `Four were killed` and `at least five dead` tell of one thing with other words and another number;
//! `accounted for` and `missing` tell of one thing by opposite words; `insured for £3 million` and `the
//! insurers will pay £2 million` tell of one sum. Such a slot is a term of its own,
//! so that what contradicts is found to belong together.

use super::reader::Reader;
use super::roles::{purpose, role};
use crate::analysis::values::{Meaning, Value};
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::terms::{ValueKey, ValueKind};

/// The slots of a sentence and the tokens where they stand.
pub(in crate::analysis) fn slots(reader: Reader<'_>, values: &[Value]) -> Vec<(usize, ValueKey)> {
    let mut found = axes(reader);
    found.extend(
        values.iter().filter_map(|value| Some((value.tokens.start, slot_of(reader, value)?))),
    );
    found
}

/// The slot of a count of people, what happened to them, or of a sum, what it is for.
fn slot_of(reader: Reader<'_>, value: &Value) -> Option<ValueKey> {
    let Meaning::Quantity(quantity) = &value.meaning else { return None };
    match quantity.kind {
        ValueKind::Count if is_part(reader, value) => None,
        ValueKind::Count => Some(key(ValueKind::Role, role(reader, &value.tokens)?)),
        ValueKind::Money(_) => Some(key(ValueKind::Purpose, purpose(reader, &value.tokens)?)),
        _ => None,
    }
}

/// Whether a count is of some of a group: more is told of `six of the injured` than that they are.
fn is_part(reader: Reader<'_>, value: &Value) -> bool {
    let end = value.tokens.end;
    reader.has(end, Traits::OUT_OF) && reader.has(end + 1, Traits::ARTICLE)
}

/// The axes of opposites that a sentence names either pole of.
fn axes(reader: Reader<'_>) -> Vec<(usize, ValueKey)> {
    let mut found = Vec::new();
    for at in 0..reader.tokens.len() {
        let pole = reader.phrase(&reader.lexicon.opposites, at);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::values::values;
    use crate::analysis::words::lexicon::Lexicon;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
    use crate::text::Span;

    fn found(language: &'static str, text: &str) -> Vec<ValueKey> {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), language, &mut Terms::default());
        let lexicon = Lexicon::of(language);
        let reader = Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon };
        slots(reader, &values(reader, None)).into_iter().map(|(_, key)| key).collect()
    }

    fn share(language: &'static str, a: &str, b: &str) -> bool {
        found(language, a).iter().any(|slot| found(language, b).contains(slot))
    }

    #[test]
    fn sums_for_one_purpose_share_a_slot() {
        assert!(share("en", "It was insured for $3 million.", "Insurers will pay $2 million."));
        assert!(!share("en", "It was insured for $3 million.", "The roof cost $3 million."));
        assert!(share("de", "Das Dach kostet 3 Millionen Euro.", "Kosten: 2 Millionen Euro"));
    }

    #[test]
    fn counts_of_people_of_one_fate_share_a_slot() {
        assert!(share("en", "Forty guests fell ill.", "By noon 52 of them were sick."));
        assert!(!share("en", "Forty guests fell ill.", "Six were taken to hospital."));
        assert!(!share("en", "Forty guests fell ill.", "Six of the sick went home."));
        assert!(share("en", "Five are missing.", "Six others had not been found."));
        assert!(share("de", "Drei Maskierte kamen.", "Es waren vier Täter."));
    }
}

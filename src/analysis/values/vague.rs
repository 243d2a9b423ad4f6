//! Numbers told without a number: `hundreds of homes`, `no one was hurt`.

use super::quantity::{Extent, Quantity, QuantityForm};
use super::reader::Reader;
use super::roles::{heads, role};
use crate::analysis::words::lexicon::{Bound, Traits};
use crate::analysis::words::terms::ValueKind;

/// `Hundreds` begin at this multiple of a hundred and end at the other.
const VAGUE: (f64, f64) = (1.2, 9.0);
/// Tokens between `no one` and what did not happen to them.
const REACH: usize = 5;

/// The quantity told in words of no exact number that begins at `at`.
pub(in crate::analysis) fn vague(reader: Reader<'_>, at: usize) -> Option<(Quantity, Extent)> {
    plural_of_scale(reader, at).or_else(|| nobody(reader, at))
}

/// `dozens of`, `hundreds of thousands of`.
fn plural_of_scale(reader: Reader<'_>, at: usize) -> Option<(Quantity, Extent)> {
    let scale = |at: usize| reader.word(at)?.plural_scale;
    let first = scale(at)?;
    let second_at = at + 1 + usize::from(reader.has(at + 1, Traits::OUT_OF));
    let (scale, end) = match scale(second_at).filter(|_| second_at > at + 1) {
        Some(second) => (first * second, second_at + 1),
        None => (first, at + 1),
    };
    let after = end + usize::from(reader.has(end, Traits::OUT_OF));
    let heads = heads(reader, after);
    (!heads.is_empty()).then(|| {
        let quantity =
            Quantity { value: scale * VAGUE.0, high: Some(scale * VAGUE.1), heads, ..count() };
        (quantity, Extent { start: at, end })
    })
}

/// `no one`, `no passengers`, where something happens to those who are counted.
fn nobody(reader: Reader<'_>, at: usize) -> Option<(Quantity, Extent)> {
    let phrase = reader.phrase(&reader.lexicon.nobody, at);
    let end = match phrase {
        Some((length, ())) => at + length,
        None if reader.has(at, Traits::NO) && reader.has(at + 1, Traits::PEOPLE) => at + 2,
        None if reader.has(at, Traits::NO) && reader.word(at + 1)?.role.is_some() => at + 2,
        None => return None,
    };
    let happens =
        (at..end + REACH).any(|at| reader.word(at).is_some_and(|word| word.role.is_some()));
    role(reader, &(at..end)).filter(|_| happens)?;
    Some((count(), Extent { start: at, end }))
}

const fn count() -> Quantity {
    Quantity {
        value: 0.0,
        high: None,
        unit: 1.0,
        slack: 0.0,
        kind: ValueKind::Count,
        bound: Bound::Exactly,
        form: QuantityForm::Vague,
        of: None,
        heads: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::words::lexicon::Lexicon;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
    use crate::text::Span;

    fn read(language: &'static str, text: &str) -> Option<(f64, Option<f64>)> {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), language, &mut Terms::default());
        let reader =
            Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon: Lexicon::of(language) };
        let (quantity, _) = (0..tokens.len()).find_map(|at| vague(reader, at))?;
        Some((quantity.value, quantity.high))
    }

    #[test]
    fn plurals_of_scales_are_stretches() {
        assert_eq!(read("en", "hundreds of homes burned"), Some((120.0, Some(900.0))));
        assert_eq!(read("en", "tens of thousands of people"), Some((12_000.0, Some(90_000.0))));
        assert_eq!(read("de", "Hunderte Häuser brannten"), Some((120.0, Some(900.0))));
        assert_eq!(read("es", "miles de personas"), Some((1200.0, Some(9000.0))));
        assert_eq!(read("fr", "des dizaines de maisons"), Some((12.0, Some(90.0))));
    }

    #[test]
    fn nobody_is_nought_where_something_happens_to_people() {
        assert_eq!(read("en", "No one was killed in the blast"), Some((0.0, None)));
        assert_eq!(read("en", "there were no deaths"), Some((0.0, None)));
        assert_eq!(read("en", "No one knew the way"), None);
        assert_eq!(read("en", "no longer killed"), None);
    }
}

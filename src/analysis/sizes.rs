//! Quantities by their size, so that those that may equal one are found without asking all.

use super::lexicon::Bound;
use super::quantities::{Quantity, QuantityForm};
use super::terms::ValueKind;
use super::values::{Meaning, Value};

/// Of two plain quantities that are equal the lesser is at least this share of the greater.
const NEAR: f64 = 0.84;

/// The quantities of an article.
#[derive(Debug, Default)]
pub(super) struct Sizes<'s> {
    /// Those that mean about what they say, by kind and value.
    plain: Vec<&'s Quantity>,
    /// Those with bounds that reach far, ranges and shares told in words.
    others: Vec<&'s Quantity>,
}

impl<'s> Sizes<'s> {
    /// The quantities among `values`.
    pub(super) fn of(values: &[&'s Value]) -> Self {
        let quantities = values.iter().filter_map(|value| match &value.meaning {
            Meaning::Quantity(quantity) => Some(quantity),
            _ => None,
        });
        let (mut plain, others): (Vec<_>, Vec<_>) = quantities.partition(|one| is_plain(one));
        plain.sort_by(|x, y| x.kind.cmp(&y.kind).then(x.value.total_cmp(&y.value)));
        Self { plain, others }
    }

    /// All that may equal `quantity`, and some that do not.
    pub(super) fn near(&self, quantity: &Quantity) -> impl Iterator<Item = &'s Quantity> {
        let kind = quantity.kind;
        let [from, to] = if is_plain(quantity) {
            let from = self.count_below(kind, quantity.value * NEAR);
            [from, self.count_below(kind, (quantity.value / NEAR).next_up())]
        } else {
            [self.count_below(kind, f64::NEG_INFINITY), self.count_below(kind, f64::INFINITY)]
        };
        self.plain.get(from..to).unwrap_or_default().iter().chain(&self.others).copied()
    }

    /// How many plain quantities come before that value of a kind.
    fn count_below(&self, kind: ValueKind, value: f64) -> usize {
        self.plain
            .partition_point(|one| one.kind.cmp(&kind).then(one.value.total_cmp(&value)).is_lt())
    }
}

fn is_plain(quantity: &Quantity) -> bool {
    matches!(quantity.bound, Bound::Exactly | Bound::About)
        && quantity.high.is_none()
        && quantity.form != QuantityForm::Ratio
        && quantity.value >= 0.0
}

#[cfg(test)]
mod tests {
    use super::super::differences::equal_quantities;
    use super::super::lexicon::Lexicon;
    use super::super::numerals::Reader;
    use super::super::terms::Terms;
    use super::super::values::values;
    use super::super::vocabulary::Vocabulary;
    use super::*;
    use crate::text::Span;

    #[test]
    fn whatever_equals_a_quantity_is_near_it() {
        let text = "0 men, 1 man, about 95 men, 100 men, 103 men, more than 80 men, 90 to 120 men, \
            nearly 110 men, 2,000 men, about 2,200 men, 2,090 men, 70 miles, 113 km, 7 in 10 men, \
            72%, up to 150 men, hundreds of men, $1.2 billion, $1,198 million.";
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), "en", &mut Terms::default());
        let reader =
            Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon: Lexicon::of("en") };
        let values = values(reader, None);
        let values: Vec<&Value> = values.iter().collect();
        let sizes = Sizes::of(&values);
        let all = || sizes.plain.iter().chain(&sizes.others);
        assert!(all().count() > 15);
        for one in all() {
            let equal = all().filter(|other| equal_quantities(other, one)).count();
            let near = sizes.near(one).filter(|other| equal_quantities(other, one)).count();
            assert_eq!(near, equal, "{one:?}");
        }
    }
}

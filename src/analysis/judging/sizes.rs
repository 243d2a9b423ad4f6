//! Quantities by their size, so that those that may equal one are found without asking all.

use crate::analysis::values::quantity::{Quantity, QuantityForm};
use crate::analysis::values::{Meaning, Value};
use crate::analysis::words::lexicon::Bound;
use crate::analysis::words::terms::ValueKind;

/// Of two plain quantities that are equal the lesser is at least this share of the greater.
const NEAR: f64 = 0.84;

/// The quantities of an article, by kind.
#[derive(Debug, Default)]
pub(in crate::analysis) struct Sizes<'s>(Vec<OfKind<'s>>);

/// Those of one kind.
#[derive(Debug)]
struct OfKind<'s> {
    kind: ValueKind,
    /// Those that mean about what they say, by value.
    plain: Vec<&'s Quantity>,
    /// Those with bounds that reach far, ranges and shares told in words.
    others: Vec<&'s Quantity>,
}

impl<'s> Sizes<'s> {
    /// The quantities among `values`.
    pub(in crate::analysis) fn of(values: &[&'s Value]) -> Self {
        let quantities = values.iter().filter_map(|value| match &value.meaning {
            Meaning::Quantity(quantity) => Some(quantity),
            _ => None,
        });
        let mut all: Vec<&Quantity> = quantities.collect();
        all.sort_by(|x, y| x.kind.cmp(&y.kind).then(x.value.total_cmp(&y.value)));
        Self(all.chunk_by(|x, y| x.kind == y.kind).filter_map(OfKind::of).collect())
    }

    /// All that may equal `quantity`, and some that do not.
    pub(in crate::analysis) fn near(
        &self,
        quantity: &Quantity,
    ) -> impl Iterator<Item = &'s Quantity> {
        let of_kind = self.0.iter().find(|of_kind| of_kind.kind == quantity.kind);
        let [plain, others] = of_kind.map_or([&[][..]; 2], |of_kind| of_kind.near(quantity));
        plain.iter().chain(others).copied()
    }
}

impl<'s> OfKind<'s> {
    /// Quantities of one kind, by value.
    fn of(all: &[&'s Quantity]) -> Option<Self> {
        let kind = all.first()?.kind;
        let (plain, others) = all.iter().partition(|one| is_plain(one));
        Some(Self { kind, plain, others })
    }

    fn near(&self, quantity: &Quantity) -> [&[&'s Quantity]; 2] {
        if !is_plain(quantity) {
            return [&self.plain, &self.others];
        }
        let below = |value: f64| self.plain.partition_point(|one| one.value < value);
        let (from, to) = (below(quantity.value * NEAR), below((quantity.value / NEAR).next_up()));
        [self.plain.get(from..to).unwrap_or_default(), &self.others]
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
    use super::*;
    use crate::analysis::values::quantity::equal;
    use crate::analysis::values::reader::Reader;
    use crate::analysis::values::values;
    use crate::analysis::words::lexicon::Lexicon;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
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
        let all = || sizes.0.iter().flat_map(|of_kind| of_kind.plain.iter().chain(&of_kind.others));
        assert!(all().count() > 15);
        for one in all() {
            let same = all().filter(|other| equal(other, one)).count();
            let near = sizes.near(one).filter(|other| equal(other, one)).count();
            assert_eq!(near, same, "{one:?}");
        }
    }
}

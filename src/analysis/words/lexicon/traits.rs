//! What a word may be, as a set.

/// A set of grammatical and topical properties of one word form.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in crate::analysis) struct Traits(u64);

macro_rules! traits {
    ($($name:ident),* $(,)?) => {
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "the names of bits")]
        enum Bit { $($name),* }
        impl Traits {
            $(pub(in crate::analysis) const $name: Self = Self(1 << Bit::$name as u64);)*
        }
    };
}

traits! {
    STOP, FINITE, OPENER, FREE_OPENER, RELATIVE, CONJUNCTION, COMPLEMENTISER, FALSE_PARTICIPLE,
    REPORT, ARTICLE, JOINER, OUT_OF, ORDINAL_ENDING, PEOPLE, LABEL, AGE, LAST, NEXT,
    THIS, AGO, MORNING, AFTERNOON, CLOCK, QUARTER, PAST, TO, NOON, MIDNIGHT, TITLE, ORGANISATION,
    PLACE_PREPOSITION, ALL, WORTH, NO, REJECT, BY, PARTICLE, NON_FACTIVE, CAUSE, ASSOCIATION, STILL, ALREADY,
    HALF_BEFORE, BETWEEN, SUBJECT, PER, WHETHER,
    VERSUS, HOUSEHOLD, HEARSAY, PERFECT, LESS, DAYS_TO, SQUARED, CUBED, UNTIL,
}

impl Traits {
    /// Whether the set holds any of `others`.
    pub(in crate::analysis) const fn has(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Both sets in one.
    pub(in crate::analysis) const fn or(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Puts all of `others` into the set.
    pub(super) const fn insert(&mut self, others: Self) {
        self.0 |= others.0;
    }
}

//! What sentences are compared by: stems and values, each known by a number.

use rustc_hash::FxHashMap;

use super::lexicon::Lexicon;

/// The number of a term in a story.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(in crate::analysis) struct TermId(pub(in crate::analysis) u32);

impl TermId {
    /// For indexing a list with one entry a term.
    pub(in crate::analysis) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A stem or a value.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Term {
    /// The stem, or the value's key.
    pub(in crate::analysis) sort: Sort,
    /// What it weighs outside the story, 1 (on every page) to 9.
    pub(in crate::analysis) background: f64,
}

impl Term {
    /// The stem; `None` for a value.
    pub(in crate::analysis) fn stem(&self) -> Option<&str> {
        match &self.sort {
            Sort::Stem { stem, .. } => Some(stem),
            Sort::Value(_) => None,
        }
    }

    /// Whether it stands for what a sum of money is for.
    pub(in crate::analysis) fn is_purpose(&self) -> bool {
        matches!(&self.sort, Sort::Value(key) if key.kind == ValueKind::Purpose)
    }

    /// Whether it stands for what a sentence is about, whatever its words and values.
    pub(in crate::analysis) fn is_slot(&self) -> bool {
        matches!(&self.sort, Sort::Value(key) if is_slot(key.kind))
    }
}

/// The two sorts of terms.
#[derive(Clone, Debug)]
pub(in crate::analysis) enum Sort {
    /// A stem.
    Stem {
        /// The stem.
        stem: String,
        /// Its synonym groups in its language's lexicon, with the language's own numbering.
        groups: Vec<u32>,
        /// The groups of the word that it ends with, where it has none of its own.
        groups_of_head: Vec<u32>,
        /// What the thesaurus of its language holds of it.
        concepts: &'static str,
        /// Whether its language builds compounds without a space.
        compounds: bool,
        /// The stem of the verb that it is a form of.
        verb: Option<String>,
    },
    /// A typed value.
    Value(ValueKey),
}

/// A value as a term: its kind, its amount, what it counts, whether it is blurred.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::analysis) struct ValueKey {
    /// What the amount measures.
    pub(in crate::analysis) kind: ValueKind,
    /// The amount in the kind's base unit.
    pub(in crate::analysis) amount: f64,
    /// What is counted.
    pub(in crate::analysis) unit: Option<TermId>,
    /// Whether the text blurs it.
    pub(in crate::analysis) is_blurred: bool,
}

/// What an amount measures.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(in crate::analysis) enum ValueKind {
    /// Things that are counted, or a bare number.
    Count,
    /// A rank.
    Ordinal,
    /// A sum in a currency.
    Money(&'static str),
    /// A share in hundredths.
    Percent,
    /// A difference of shares.
    Points,
    /// A measure of that kind.
    Measure(&'static str),
    /// Years of a person's life.
    Age,
    /// Minutes since midnight or noon.
    Clock,
    /// A day of the year: month × 100 + day.
    Day,
    /// A month.
    Month,
    /// A weekday.
    Weekday,
    /// A year.
    Year,
    /// The number of a thing that bears one (`No. 4`).
    Label,
    /// An axis of opposites, whichever pole is named: what one denies, the other states.
    Axis,
    /// What happens to people who are counted, whatever their number.
    Role,
    /// What a sum of money is for, however large.
    Purpose,
}

/// All terms of a story.
#[derive(Debug, Default)]
pub(in crate::analysis) struct Terms {
    list: Vec<Term>,
    stems: FxHashMap<String, TermId>,
    values: FxHashMap<(ValueKind, u64, Option<TermId>, bool), TermId>,
}

impl Terms {
    /// How many there are.
    pub(in crate::analysis) fn len(&self) -> usize {
        self.list.len()
    }

    /// The term of that number, which [`Terms`] gave.
    pub(in crate::analysis) fn get(&self, id: TermId) -> &Term {
        &self.list[id.index()]
    }

    /// All terms with their numbers.
    pub(in crate::analysis) fn iter(&self) -> impl Iterator<Item = (TermId, &Term)> {
        (0..).map(TermId).zip(&self.list)
    }

    /// The stem of a lower-case word.
    pub(in crate::analysis) fn of_word(&mut self, word: &str, lexicon: &Lexicon) -> TermId {
        let stem = lexicon.stem(word);
        if let Some(id) = self.stems.get(&stem) {
            return *id;
        }
        let sort = Sort::Stem {
            groups: lexicon.synonym_groups(&stem).to_vec(),
            groups_of_head: lexicon.groups_of_head(&stem).to_vec(),
            concepts: lexicon.concepts_of(&stem),
            compounds: lexicon.data.compounds,
            verb: lexicon.verb_behind(&stem),
            stem: stem.clone(),
        };
        // 1.3 × (8 − log10 per 10⁹), the engine notes' measure of what a word tells.
        let background = (1.3 * (8.0 - lexicon.commonness(word, &stem))).clamp(1.0, 9.0);
        let id = self.push(sort, background);
        self.stems.insert(stem, id);
        id
    }

    /// Two characters of a script without spaces.
    pub(in crate::analysis) fn of_characters(&mut self, pair: String) -> TermId {
        if let Some(id) = self.stems.get(&pair) {
            return *id;
        }
        let sort = Sort::Stem {
            stem: pair.clone(),
            groups: Vec::new(),
            groups_of_head: Vec::new(),
            concepts: "",
            compounds: false,
            verb: None,
        };
        let id = self.push(sort, 5.0);
        self.stems.insert(pair, id);
        id
    }

    /// A value.
    pub(in crate::analysis) fn of_value(&mut self, key: ValueKey) -> TermId {
        let bits = (key.kind, key.amount.to_bits(), key.unit, key.is_blurred);
        if let Some(id) = self.values.get(&bits) {
            return *id;
        }
        let id = self.push(Sort::Value(key), background_of(key));
        self.values.insert(bits, id);
        id
    }

    fn push(&mut self, sort: Sort, background: f64) -> TermId {
        let id = TermId(self.list.len() as u32);
        self.list.push(Term { sort, background });
        id
    }
}

/// Whether a kind of value stands for what is told and not for an amount.
const fn is_slot(kind: ValueKind) -> bool {
    matches!(kind, ValueKind::Axis | ValueKind::Role | ValueKind::Purpose)
}

/// What a value weighs outside the story; figures of the engine notes.
fn background_of(key: ValueKey) -> f64 {
    match key.kind {
        ValueKind::Weekday => 3.0,
        ValueKind::Month => 3.5,
        kind if is_slot(kind) => 4.0,
        ValueKind::Ordinal | ValueKind::Year => 4.0,
        ValueKind::Count | ValueKind::Label if key.amount <= 3.0 => 4.0,
        ValueKind::Count | ValueKind::Label if key.amount <= 12.0 => 5.0,
        ValueKind::Measure("duration") if key.amount <= 1440.0 * 366.0 => 6.0,
        ValueKind::Day | ValueKind::Count | ValueKind::Label => 6.5,
        _ => 7.0,
    }
}

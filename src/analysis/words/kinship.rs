//! Which unequal terms are akin, and how much.
//!
//! Worked out once for the vocabulary of a story, never for a pair of sentences: synonyms of the
//! lexicon, words of like letters, parts of compounds, values that lie near one another.

mod compounds;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::lexicon::{Concept, concepts};
use super::terms::{Sort, Term, TermId, Terms, ValueKey, ValueKind};
use crate::analysis::{Cancelled, Progress, Watch};

/// The kin of every term, with their likeness between 0 and 1.
#[derive(Debug, Default)]
pub(in crate::analysis) struct Kinship {
    kin: Vec<Vec<(TermId, f64)>>,
}

/// Words of one synonym group.
const SYNONYM: f64 = 0.65;
/// A word of such a group and a compound that ends with another.
const COMPOUND_OF_SYNONYM: f64 = 0.5;
/// Words that share a meaning in the thesaurus, times how near it is to both;
const MEANING: f64 = 0.6;
/// a meaning that both together are farther from joins nothing.
const LEAST_NEARNESS: f64 = 0.35;
/// A synonym group is left out where the story has more of its words than this: it tells nothing there.
const LARGEST_GROUP: usize = 60;
/// How many neighbours in the alphabet a word is compared with by its letters.
const NEIGHBOURS: usize = 40;
/// A number with two neighbouring digits turned round,
const TURNED: f64 = 0.6;
/// of no fewer digits.
const LEAST_TURNED: usize = 3;
/// How many values of one kind a value is compared with.
const NEAR_VALUES: usize = 24;

/// The words of a story that stand in one synonym group, and the compounds that end with such a word.
#[derive(Default)]
struct Group {
    words: Vec<TermId>,
    compounds: Vec<TermId>,
}

impl Kinship {
    /// The kin among `terms`.
    pub(in crate::analysis) fn of(
        terms: &Terms,
        progress: &mut Progress<'_, '_>,
    ) -> Result<Self, Cancelled> {
        let mut kinship = Self { kin: vec![Vec::new(); terms.len()] };
        kinship.add_synonyms(terms);
        kinship.add_concepts(terms);
        kinship.add_like_letters(terms, progress)?;
        kinship.add_values(terms);
        for kin in &mut kinship.kin {
            kin.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
            kin.dedup_by_key(|(id, _)| *id);
        }
        Ok(kinship)
    }

    /// The kin among a few terms, which is soon found.
    pub(in crate::analysis) fn of_few(terms: &Terms) -> Self {
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        Self::of(terms, &mut Progress::new(watch)).unwrap_or_default()
    }

    /// The kin of a term, ascending.
    pub(in crate::analysis) fn of_term(&self, id: TermId) -> &[(TermId, f64)] {
        self.kin.get(id.index()).map_or(&[], Vec::as_slice)
    }

    /// How akin two terms are: 1 for the same, 0 for strangers.
    #[cfg(test)]
    fn likeness(&self, a: TermId, b: TermId) -> f64 {
        if a == b {
            return 1.0;
        }
        let kin = self.of_term(a);
        kin.binary_search_by_key(&b, |(id, _)| *id).map_or(0.0, |at| kin[at].1)
    }

    fn join(&mut self, a: TermId, b: TermId, likeness: f64) {
        if a != b && likeness > 0.0 {
            self.kin[a.index()].push((b, likeness));
            self.kin[b.index()].push((a, likeness));
        }
    }

    fn add_synonyms(&mut self, terms: &Terms) {
        let mut groups: BTreeMap<u32, Group> = BTreeMap::new();
        for (id, term) in terms.iter() {
            if let Sort::Stem { groups: of, groups_of_head, .. } = &term.sort {
                for group in of {
                    groups.entry(*group).or_default().words.push(id);
                }
                for group in groups_of_head {
                    groups.entry(*group).or_default().compounds.push(id);
                }
            }
        }
        for Group { words, compounds } in groups.values() {
            if words.len() > LARGEST_GROUP {
                continue;
            }
            for (at, a) in words.iter().enumerate() {
                for b in &words[at + 1..] {
                    self.join(*a, *b, SYNONYM);
                }
                for compound in compounds {
                    self.join(*a, *compound, COMPOUND_OF_SYNONYM);
                }
            }
        }
    }

    /// Words that share a meaning, or of which one means a kind of the other.
    fn add_concepts(&mut self, terms: &Terms) {
        let mut holders: Vec<(Concept, TermId)> = Vec::new();
        for (id, term) in terms.iter() {
            if let Sort::Stem { concepts: line, .. } = &term.sort {
                holders.extend(concepts(line).map(|concept| (concept, id)));
            }
        }
        holders.sort_unstable();
        let groups = holders.chunk_by(|(x, _), (y, _)| x.number == y.number);
        for group in groups.filter(|group| group.len() <= LARGEST_GROUP) {
            for (at, (x, a)) in group.iter().enumerate() {
                for (y, b) in group[at + 1..].iter().filter(|(y, _)| !(x.is_above && y.is_above)) {
                    let nearness = f64::from(x.weight) * f64::from(y.weight) / 1e4;
                    if nearness >= LEAST_NEARNESS {
                        self.join(*a, *b, MEANING * nearness);
                    }
                }
            }
        }
    }

    /// Words with the same first three letters and most pairs of letters in common; in a language
    /// with compounds also a word that begins or ends another.
    fn add_like_letters(
        &mut self,
        terms: &Terms,
        progress: &mut Progress<'_, '_>,
    ) -> Result<(), Cancelled> {
        let mut stems: Vec<(&str, TermId)> = terms.iter().filter_map(stem_of).collect();
        stems.sort_unstable();
        let pairs: Vec<Vec<(char, char)>> =
            stems.iter().map(|(stem, _)| letter_pairs(stem)).collect();
        for (at, (stem, id)) in stems.iter().enumerate() {
            if at % 1024 == 0 {
                progress.still()?;
            }
            for next in at + 1..stems.len().min(at + 1 + NEIGHBOURS) {
                let (other, other_id) = stems[next];
                if !shares_beginning(stem, other) {
                    break;
                }
                let alike = dice_of(&pairs[at], &pairs[next]);
                if alike >= 0.55 {
                    self.join(*id, other_id, 0.8 * alike);
                }
            }
        }
        self.add_compounds(terms, &stems);
        Ok(())
    }

    fn add_values(&mut self, terms: &Terms) {
        let mut values: Vec<(ValueKey, TermId)> = terms.iter().filter_map(value_of).collect();
        values.sort_by(|(a, x), (b, y)| a.amount.total_cmp(&b.amount).then(x.cmp(y)));
        for (at, (a, id)) in values.iter().enumerate() {
            let reach = if a.kind == ValueKind::Clock { 60.0 } else { a.amount.abs() + 1e-9 };
            let near = values[at + 1..].iter().take_while(|(b, _)| b.amount - a.amount <= reach);
            for (b, other) in near.take(NEAR_VALUES) {
                self.join(*id, *other, self.likeness_of_values(*a, *b));
            }
        }
        self.add_days_of_months(&values);
    }

    /// A month is akin to its days.
    fn add_days_of_months(&mut self, values: &[(ValueKey, TermId)]) {
        let months: Vec<_> =
            values.iter().filter(|(key, _)| key.kind == ValueKind::Month).collect();
        for (day, id) in values.iter().filter(|(key, _)| key.kind == ValueKind::Day) {
            for (_, month) in months
                .iter()
                .filter(|(month, _)| (month.amount - (day.amount / 100.0).floor()).abs() < 0.5)
            {
                self.join(*id, *month, 0.4);
            }
        }
    }

    /// The table of the engine notes, section 2 D.
    fn likeness_of_values(&self, a: ValueKey, b: ValueKey) -> f64 {
        let difference = (a.amount - b.amount).abs();
        let share = difference / a.amount.abs().max(b.amount.abs()).max(1e-9);
        let is_blurred = a.is_blurred || b.is_blurred;
        let same_unit = self.unit_factor(a, b);
        match (a.kind, b.kind) {
            (ValueKind::Clock, ValueKind::Clock) if difference <= 60.0 => 0.45,
            (x, y) if x == y && share < 1e-9 => same_unit,
            (ValueKind::Count, ValueKind::Money(_)) | (ValueKind::Money(_), ValueKind::Count)
                if share < 1e-9 =>
            {
                // `2.1 million` may be a sum, `2.1 million passengers` hardly.
                if a.unit.or(b.unit).is_none() { 0.8 } else { 0.3 }
            }
            (ValueKind::Count, ValueKind::Year) | (ValueKind::Year, ValueKind::Count)
                if share < 1e-9 =>
            {
                0.5
            }
            (ValueKind::Count, ValueKind::Count)
                if is_blurred && share <= 0.05 && (a.amount >= 40.0 || same_unit >= 1.0) =>
            {
                0.8 * same_unit
            }
            (ValueKind::Money(_) | ValueKind::Measure(_), _)
                if a.kind == b.kind && (share <= 0.03) =>
            {
                0.75
            }
            (x, y) if x == y && is_blurred && share <= 0.05 && is_amount(x) => 0.8,
            (x, y) if x == y && are_turned(a.amount, b.amount) => TURNED * same_unit,
            // One thing is measured differently more often than two things nearly alike.
            (ValueKind::Measure(_), _) if a.kind == b.kind && share <= 0.5 => 0.4,
            _ => 0.0,
        }
    }

    /// How far counts of different things are worth less.
    fn unit_factor(&self, a: ValueKey, b: ValueKey) -> f64 {
        if !matches!(a.kind, ValueKind::Count | ValueKind::Ordinal) {
            return 1.0;
        }
        let is_small = a.amount <= 12.0;
        match (a.unit, b.unit) {
            (Some(x), Some(y)) if self.quick_likeness(x, y) >= 0.4 => 1.0,
            (Some(_), Some(_)) => {
                if is_small {
                    0.5
                } else {
                    0.7
                }
            }
            _ => {
                if is_small {
                    0.85
                } else {
                    0.95
                }
            }
        }
    }

    /// How akin two terms are, while the lists are still unsorted.
    fn quick_likeness(&self, a: TermId, b: TermId) -> f64 {
        if a == b {
            return 1.0;
        }
        self.of_term(a)
            .iter()
            .filter(|(id, _)| *id == b)
            .map(|(_, likeness)| *likeness)
            .fold(0.0, f64::max)
    }
}

/// Whether two numbers have the same digits but for two neighbours that changed places, as in a slip of
/// the pen: 317 and 371.
pub(in crate::analysis) fn are_turned(a: f64, b: f64) -> bool {
    // Turning leaves the sum of the digits, and so the remainder by nine, as it was.
    if a.fract() == 0.0 && b.fract() == 0.0 && (a - b) % 9.0 != 0.0 {
        return false;
    }
    let (a, b) = (a.to_string(), b.to_string());
    let differing: Vec<usize> =
        (0..a.len()).filter(|at| a.as_bytes().get(*at) != b.as_bytes().get(*at)).collect();
    let [first, second] = differing.as_slice() else { return false };
    a.len() == b.len()
        && a.len() >= LEAST_TURNED
        && *second == first + 1
        && a.as_bytes().get(*first) == b.as_bytes().get(*second)
        && a.as_bytes().get(*second) == b.as_bytes().get(*first)
}

const fn is_amount(kind: ValueKind) -> bool {
    matches!(
        kind,
        ValueKind::Percent | ValueKind::Points | ValueKind::Money(_) | ValueKind::Measure(_)
    )
}

fn stem_of((id, term): (TermId, &Term)) -> Option<(&str, TermId)> {
    match &term.sort {
        Sort::Stem { stem, .. } if stem.len() >= 4 => Some((stem, id)),
        _ => None,
    }
}

fn value_of((id, term): (TermId, &Term)) -> Option<(ValueKey, TermId)> {
    match &term.sort {
        Sort::Value(key) => Some((*key, id)),
        Sort::Stem { .. } => None,
    }
}

fn shares_beginning(a: &str, b: &str) -> bool {
    a.chars().take(3).eq(b.chars().take(3))
}

/// The pairs of neighbouring letters of a word, ascending.
fn letter_pairs(word: &str) -> Vec<(char, char)> {
    let mut pairs: Vec<_> = word.chars().zip(word.chars().skip(1)).collect();
    pairs.sort_unstable();
    pairs
}

/// Twice the pairs of letters in common over all pairs (Dice's coefficient).
fn dice_of(a: &[(char, char)], b: &[(char, char)]) -> f64 {
    let (mut x, mut y, mut common) = (0, 0, 0);
    while let (Some(p), Some(q)) = (a.get(x), b.get(y)) {
        common += usize::from(p == q);
        x += usize::from(p <= q);
        y += usize::from(q <= p);
    }
    if a.len() + b.len() == 0 { 0.0 } else { 2.0 * common as f64 / (a.len() + b.len()) as f64 }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::Lexicon;
    use super::*;

    fn likeness(a: &str, b: &str) -> f64 {
        let mut terms = Terms::default();
        let english = Lexicon::of("en");
        let (a, b) = (terms.of_word(a, english), terms.of_word(b, english));
        Kinship::of_few(&terms).likeness(a, b)
    }

    #[test]
    fn synonyms_and_like_words_are_akin_and_strangers_are_not() {
        assert!(likeness("explosion", "blast") > 0.6);
        assert!(likeness("investigate", "investigator") > 0.6);
        assert!(likeness("mayor", "river") < 0.01);
    }

    #[test]
    fn the_parts_of_a_compound_and_the_forms_of_a_verb_are_akin() {
        let mut terms = Terms::default();
        let mut of = |word: &str| terms.of_word(word, Lexicon::of("de"));
        let [risk, to_collapse, collapsed, garden] =
            ["einsturzgefahr", "einzustürzen", "eingestürzt", "garten"].map(&mut of);
        let kinship = Kinship::of_few(&terms);
        assert!(kinship.likeness(risk, to_collapse) > 0.6);
        assert!(kinship.likeness(to_collapse, collapsed) > 0.7);
        assert!(kinship.likeness(garden, collapsed) < 0.01);
    }

    #[test]
    fn a_sum_without_its_currency_is_akin_to_it_and_a_count_of_something_hardly() {
        let mut terms = Terms::default();
        let fans = terms.of_word("fans", Lexicon::of("en"));
        let key = |kind, unit| ValueKey { kind, amount: 2.1e6, unit, is_blurred: false };
        let sum = terms.of_value(key(ValueKind::Money("GBP"), None));
        let bare = terms.of_value(key(ValueKind::Count, None));
        let of_fans = terms.of_value(key(ValueKind::Count, Some(fans)));
        let kinship = Kinship::of_few(&terms);
        assert!(kinship.likeness(sum, bare) > 0.7);
        assert!(kinship.likeness(sum, of_fans) < 0.4);
    }

    #[test]
    fn values_near_one_another_are_akin_where_one_is_blurred() {
        let mut terms = Terms::default();
        let key = |amount, is_blurred| ValueKey {
            kind: ValueKind::Percent,
            amount,
            unit: None,
            is_blurred,
        };
        let ids = [key(70.0, false), key(69.0, true), key(69.0, false), key(40.0, true)]
            .map(|key| terms.of_value(key));
        let kinship = Kinship::of_few(&terms);
        assert!(kinship.likeness(ids[0], ids[1]) > 0.7);
        assert!(kinship.likeness(ids[0], ids[2]) < 0.01);
        assert!(kinship.likeness(ids[0], ids[3]) < 0.01);
    }

    #[test]
    fn a_number_is_akin_to_one_with_two_neighbouring_digits_turned_round() {
        let mut terms = Terms::default();
        let key =
            |amount| ValueKey { kind: ValueKind::Count, amount, unit: None, is_blurred: false };
        let ids = [418.0, 481.0, 814.0, 41.0, 14.0].map(|amount| terms.of_value(key(amount)));
        let kinship = Kinship::of_few(&terms);
        assert!(kinship.likeness(ids[0], ids[1]) > 0.4);
        assert!(kinship.likeness(ids[0], ids[2]) < 0.01);
        assert!(kinship.likeness(ids[3], ids[4]) < 0.01);
    }

    #[test]
    fn measures_of_one_kind_are_a_little_akin_where_neither_is_twice_the_other() {
        let mut terms = Terms::default();
        let key = |kind, amount| ValueKey { kind, amount, unit: None, is_blurred: false };
        let length = ValueKind::Measure("length");
        let ids = [(length, 300.0), (length, 350.0), (length, 900.0), (ValueKind::Percent, 350.0)]
            .map(|(kind, amount)| terms.of_value(key(kind, amount)));
        let kinship = Kinship::of_few(&terms);
        assert!(kinship.likeness(ids[0], ids[1]) > 0.3);
        assert!(kinship.likeness(ids[0], ids[2]) < 0.01);
        assert!(kinship.likeness(ids[0], ids[3]) < 0.01);
    }
}

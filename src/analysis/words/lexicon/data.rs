//! The lists of a language as they are written.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::{Bound, Denial, PhraseBook, Pole, Share, Traits};

/// The content of a lexicon file. A list that is left out is empty; `docs/engine.md` tells what each
/// is for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "habits of writing, each a line of a lexicon file"
)]
pub(in crate::analysis) struct Data {
    pub(super) stemmer: String,
    pub(in crate::analysis) decimal: Option<char>,
    pub(in crate::analysis) grouping: String,
    pub(in crate::analysis) nouns_have_capitals: bool,
    pub(in crate::analysis) day_before_month: bool,
    pub(in crate::analysis) months_are_small: bool,
    pub(in crate::analysis) weekdays_are_small: bool,
    pub(in crate::analysis) number_joint: String,
    pub(super) elisions: String,
    pub(in crate::analysis) hours_run_to_24: bool,
    pub(in crate::analysis) compounds: bool,
    stop: String,
    pub(super) finite: String,
    openers: String,
    free_openers: String,
    relatives: String,
    subjects: String,
    conjunctions: String,
    complementisers: String,
    participle_ending: String,
    past_ending: String,
    pub(super) separable: String,
    pub(super) participle: (String, String),
    pub(super) infinitive_particle: String,
    false_participles: String,
    reporting: String,
    pub(super) according: String,
    idioms: Vec<String>,
    pub(super) synonyms: Vec<String>,
    peoples: Vec<String>,
    pub(in crate::analysis) numbers: BTreeMap<String, f64>,
    pub(in crate::analysis) scales: BTreeMap<String, f64>,
    pub(in crate::analysis) plural_scales: BTreeMap<String, f64>,
    pub(in crate::analysis) ordinals: BTreeMap<String, f64>,
    ordinal_endings: String,
    pub(in crate::analysis) fractions: BTreeMap<String, f64>,
    articles: String,
    joiners: String,
    out_of: String,
    percent: String,
    points: String,
    basis_points: String,
    pub(in crate::analysis) currencies: BTreeMap<String, String>,
    pub(in crate::analysis) units: BTreeMap<String, (String, f64)>,
    people: String,
    labels: String,
    ages: String,
    about: String,
    over: String,
    slightly_over: String,
    at_least: String,
    under: String,
    slightly_under: String,
    at_most: String,
    pub(in crate::analysis) months: BTreeMap<String, u8>,
    pub(in crate::analysis) weekdays: BTreeMap<String, u8>,
    pub(in crate::analysis) seasons: BTreeMap<String, u8>,
    pub(in crate::analysis) relative_days: BTreeMap<String, i32>,
    last: String,
    next: String,
    this: String,
    ago: String,
    pub(super) ago_before: String,
    pub(in crate::analysis) day_periods: BTreeMap<String, i32>,
    morning: String,
    afternoon: String,
    clock: String,
    pub(super) before_hours: String,
    between: String,
    pub(in crate::analysis) less: String,
    days_to: String,
    until: String,
    squared: String,
    cubed: String,
    pub(in crate::analysis) hours_stand_alone: bool,
    pub(in crate::analysis) one_o_clock: String,
    pub(in crate::analysis) half_before: String,
    quarter: String,
    past: String,
    to: String,
    noon: String,
    near_times: String,
    midnight: String,
    pub(in crate::analysis) day_parts: BTreeMap<String, u8>,
    possible: String,
    likely: String,
    indicated: String,
    certain: String,
    headline_hedges: String,
    pub(super) false_hedges: String,
    negations: String,
    false_negations: String,
    pub(super) debunked: String,
    opposites: Vec<(String, String, String)>,
    non_factive: String,
    sources: Vec<String>,
    roles: Vec<(String, String)>,
    purposes: Vec<(String, String)>,
    titles: String,
    pub(in crate::analysis) nicknames: Vec<String>,
    place_prepositions: String,
    organisations: String,
    all_of: String,
    most_of: String,
    some_of: String,
    few_of: String,
    none_of: String,
    false_amounts: String,
    worth: String,
    no: String,
    rejecting: String,
    by: String,
    name_particles: String,
    pub(super) nobody: String,
    pub(in crate::analysis) tens_joiner: String,
    pub(in crate::analysis) counts_by_scores: bool,
    pub(in crate::analysis) denies_late: bool,
    pub(super) permission: String,
    pub(super) duties: String,
    pub(super) dangers: String,
    pub(super) addressing: String,
    outcomes: Vec<Vec<String>>,
    per: String,
    whether: String,
    versus: String,
    households: String,
    hearsay: String,
    perfect: String,
    pub(in crate::analysis) zones: BTreeMap<String, i32>,
    zone_words: String,
    pub(in crate::analysis) rates: BTreeMap<String, f64>,
    pub(super) negating_prefixes: String,
    pub(super) false_claims: String,
    spread: String,
    association: String,
    still: String,
    over_already: String,
    contrasts: Vec<String>,
}

impl Data {
    /// The lists of `ron`; none where it cannot be read, which a test rules out for every file.
    pub(super) fn read(ron: &str) -> Self {
        Self::parse(ron).unwrap_or_default()
    }

    pub(super) fn parse(ron: &str) -> ron::error::SpannedResult<Self> {
        ron::from_str(&ron.replace('ß', "ss"))
    }

    pub(super) fn traits(&self) -> FxHashMap<String, Traits> {
        let lists = [
            (&self.stop, Traits::STOP),
            (&self.finite, Traits::FINITE),
            (&self.openers, Traits::OPENER),
            (&self.free_openers, Traits::FREE_OPENER),
            (&self.relatives, Traits::RELATIVE),
            (&self.subjects, Traits::SUBJECT),
            (&self.conjunctions, Traits::CONJUNCTION),
            (&self.complementisers, Traits::COMPLEMENTISER),
            (&self.false_participles, Traits::FALSE_PARTICIPLE),
            (&self.reporting, Traits::REPORT),
            (&self.articles, Traits::ARTICLE),
            (&self.joiners, Traits::JOINER),
            (&self.out_of, Traits::OUT_OF),
            (&self.ordinal_endings, Traits::ORDINAL_ENDING),
            (&self.people, Traits::PEOPLE),
            (&self.labels, Traits::LABEL),
            (&self.ages, Traits::AGE),
            (&self.last, Traits::LAST),
            (&self.next, Traits::NEXT),
            (&self.this, Traits::THIS),
            (&self.ago, Traits::AGO),
            (&self.morning, Traits::MORNING),
            (&self.afternoon, Traits::AFTERNOON),
            (&self.clock, Traits::CLOCK),
            (&self.quarter, Traits::QUARTER),
            (&self.past, Traits::PAST),
            (&self.to, Traits::TO),
            (&self.noon, Traits::NOON),
            (&self.midnight, Traits::MIDNIGHT),
            (&self.titles, Traits::TITLE),
            (&self.organisations, Traits::ORGANISATION),
            (&self.place_prepositions, Traits::PLACE_PREPOSITION),
            (&self.all_of, Traits::ALL),
            (&self.worth, Traits::WORTH),
            (&self.no, Traits::NO),
            (&self.rejecting, Traits::REJECT),
            (&self.by, Traits::BY),
            (&self.name_particles, Traits::PARTICLE),
            (&self.non_factive, Traits::NON_FACTIVE),
            (&self.spread, Traits::CAUSE),
            (&self.association, Traits::ASSOCIATION),
            (&self.still, Traits::STILL),
            (&self.over_already, Traits::ALREADY),
            (&self.between, Traits::BETWEEN),
            (&self.less, Traits::LESS),
            (&self.days_to, Traits::DAYS_TO),
            (&self.until, Traits::UNTIL),
            (&self.squared, Traits::SQUARED),
            (&self.cubed, Traits::CUBED),
            (&self.half_before, Traits::HALF_BEFORE),
            (&self.per, Traits::PER),
            (&self.whether, Traits::WHETHER),
            (&self.versus, Traits::VERSUS),
            (&self.households, Traits::HOUSEHOLD),
            (&self.hearsay, Traits::HEARSAY),
            (&self.perfect, Traits::PERFECT),
        ];
        let mut traits: FxHashMap<String, Traits> = FxHashMap::default();
        for (words, what) in lists {
            for word in words.split_whitespace() {
                traits.entry(word.to_owned()).or_default().insert(what);
            }
        }
        traits
    }

    pub(super) fn keys_of_peoples(&self) -> FxHashMap<String, String> {
        let mut keys = FxHashMap::default();
        for line in &self.peoples {
            let key = line.split_whitespace().next().unwrap_or_default();
            for word in line.split_whitespace().filter(|word| !word.contains('_')) {
                keys.insert(word.to_owned(), key.to_owned());
            }
        }
        keys
    }

    /// Phrases with the word that each means the same as, by the number of its line.
    pub(super) fn phrases_of_idioms(&self) -> PhraseBook<u16> {
        let mut book = PhraseBook::default();
        for (line, number) in self.idioms.iter().zip(0..) {
            book.add(line.split_once(' ').map_or("", |(_, phrases)| phrases), number);
        }
        book
    }

    /// The word that the phrases of a line of idioms mean.
    pub(super) fn meaning_of_idiom(&self, line: u16) -> &str {
        let line = self.idioms.get(usize::from(line)).map_or("", String::as_str);
        line.split(' ').next().unwrap_or_default()
    }

    pub(super) fn words_of_roles(&self) -> FxHashMap<String, u16> {
        numbered(&self.roles)
    }

    pub(super) fn words_of_purposes(&self) -> FxHashMap<String, u16> {
        numbered(&self.purposes)
    }

    pub(super) fn words_of_contrasts(&self) -> FxHashMap<String, u16> {
        let mut sets = FxHashMap::default();
        for (number, set) in (0..).zip(&self.contrasts) {
            for word in set.split_whitespace() {
                sets.entry(word.to_owned()).or_insert(number);
            }
        }
        sets
    }

    pub(super) fn bounds(&self) -> PhraseBook<Bound> {
        let mut book = PhraseBook::default();
        book.add_before(&self.about, Bound::About);
        book.add_before(&self.over, Bound::Over);
        book.add_before(&self.slightly_over, Bound::SlightlyOver);
        book.add_before(&self.at_least, Bound::AtLeast);
        book.add_before(&self.under, Bound::Under);
        book.add_before(&self.slightly_under, Bound::SlightlyUnder);
        book.add_before(&self.at_most, Bound::AtMost);
        book
    }

    pub(super) fn certainty(&self) -> PhraseBook<u8> {
        let mut book = PhraseBook::default();
        book.add(&self.possible, 1);
        book.add(&self.likely, 2);
        book.add(&self.indicated, 3);
        book.add(&self.certain, 4);
        book
    }

    /// How much of a thing words speak of, from none (0) to all (5); no degree where they only seem to.
    pub(super) fn amounts(&self) -> PhraseBook<Option<u8>> {
        let mut book = PhraseBook::default();
        for (degree, words) in (0..).zip([
            &self.none_of,
            &self.few_of,
            &self.some_of,
            &String::new(),
            &self.most_of,
            &self.all_of,
        ]) {
            book.add(words, Some(degree));
        }
        book.add(&self.false_amounts, None);
        book
    }

    /// Sets of outcomes of which one rules out the others: set and outcome.
    pub(super) fn outcomes(&self) -> PhraseBook<(u16, u16)> {
        let mut book = PhraseBook::default();
        for (set, outcomes) in (0..).zip(&self.outcomes) {
            for (outcome, words) in (0..).zip(outcomes) {
                book.add(words, (set, outcome));
            }
        }
        book
    }

    pub(super) fn denials(&self) -> PhraseBook<Denial> {
        let mut book = PhraseBook::default();
        book.add(&self.negations, Denial::Real);
        book.add(&self.false_negations, Denial::Seeming);
        book
    }

    pub(super) fn shares(&self) -> PhraseBook<Share> {
        let mut book = PhraseBook::default();
        book.add(&self.percent, Share::Percent);
        book.add("%", Share::Percent);
        book.add(&self.points, Share::Points);
        book.add(&self.basis_points, Share::BasisPoints);
        book
    }

    pub(super) fn classes_of_sources(&self) -> PhraseBook<u16> {
        let mut book = PhraseBook::default();
        for (class, words) in (0..).zip(&self.sources) {
            book.add(words, class);
        }
        book
    }

    /// The classes of sources with their words that stand alone.
    pub(super) fn single_words_of_sources(&self) -> impl Iterator<Item = (u16, &str)> {
        (0..).zip(&self.sources).flat_map(|(class, words)| {
            let single = words.split_whitespace().filter(|word| !word.contains('_'));
            single.map(move |word| (class, word))
        })
    }

    pub(super) fn poles(&self) -> PhraseBook<(u16, Pole)> {
        let mut book = PhraseBook::default();
        for (axis, (_, first, second)) in (0..).zip(&self.opposites) {
            book.add(first, (axis, Pole::First));
            book.add(second, (axis, Pole::Second));
        }
        book
    }

    /// Whether a form ends as verbs of the past do.
    pub(in crate::analysis) fn ends_past(&self, form: &str) -> bool {
        ends_with_any(form, &self.past_ending)
    }

    /// Whether a form ends as participles do.
    pub(in crate::analysis) fn ends_participle(&self, form: &str) -> bool {
        ends_with_any(form, &self.participle_ending)
    }

    /// Whether a headline with this word only passes on what others say.
    pub(in crate::analysis) fn hedges_headlines(&self, word: &str) -> bool {
        self.headline_hedges.split_whitespace().any(|hedge| hedge == word)
    }

    /// Whether a word after a time of day tells that it is that of a place.
    pub(in crate::analysis) fn tells_zone(&self, word: &str) -> bool {
        self.zone_words.split_whitespace().any(|zone| zone == word)
    }

    /// Whether a word says that something was shortly before or after a time.
    pub(in crate::analysis) fn is_before_or_after(&self, word: &str) -> bool {
        self.near_times.split_whitespace().any(|near| near == word)
    }

    /// Whether the axis tells a contradiction where little else is common.
    pub(in crate::analysis) fn is_strong_axis(&self, axis: u16) -> bool {
        self.strength(axis).is_some_and(|strength| strength != "weak")
    }

    /// Whether the axis tells one where nothing else is common.
    pub(in crate::analysis) fn is_lone_axis(&self, axis: u16) -> bool {
        self.strength(axis) == Some("alone")
    }

    fn strength(&self, axis: u16) -> Option<&str> {
        self.opposites.get(usize::from(axis)).map(|(strength, ..)| strength.as_str())
    }
}

/// Whether a form has more than two bytes before one of a list of endings.
fn ends_with_any(form: &str, endings: &str) -> bool {
    endings.split_whitespace().any(|ending| form.len() > ending.len() + 2 && form.ends_with(ending))
}

/// Every word of a numbered list with its number.
fn numbered(list: &[(String, String)]) -> FxHashMap<String, u16> {
    let words = (0..).zip(list).flat_map(|(number, (_, words))| {
        words.split_whitespace().map(move |word| (word.to_owned(), number))
    });
    words.collect()
}

//! What the program knows of a language: word lists read from `assets/lexicon`.
//!
//! Everything that depends on a language is data. A language without a file of its own is read with
//! the fallback, which knows digits and nothing else.

mod compounds;
mod data;
mod phrases;
mod thesaurus;
mod traits;
mod verbs;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use data::Data;
pub(in crate::analysis) use phrases::{Marks, PhraseBook};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use snowball_stemmers_rs::{Algorithm, Stemmer};
pub(in crate::analysis) use thesaurus::{Concept, concepts};
pub(in crate::analysis) use traits::Traits;
use verbs::Verbs;

/// A language's words, ready to be looked up.
pub(in crate::analysis) struct Lexicon {
    /// The lists as they were written.
    pub(in crate::analysis) data: Data,
    stemmer: Option<Stemmer>,
    verbs: Verbs,
    traits: FxHashMap<String, Traits>,
    elisions: FxHashSet<String>,
    /// The marks of the words of the books that have one.
    marks: FxHashMap<String, Marks>,
    /// The key of a people, its capital and its demonym.
    peoples: FxHashMap<String, String>,
    roles: FxHashMap<String, u16>,
    purposes: FxHashMap<String, u16>,
    /// Words and the first set of contrasts that each stands in.
    contrasts: FxHashMap<String, u16>,
    /// Stem → the synonym groups it stands in.
    synonyms: FxHashMap<String, Vec<u32>>,
    /// Words and their class of commonness, see [`Lexicon::commonness`].
    common: FxHashMap<&'static str, u8>,
    /// Words that bound or blur the number that follows.
    pub(in crate::analysis) bounds: PhraseBook<Bound>,
    /// Words of certainty and their degree, 1 to 4.
    pub(in crate::analysis) certainty: PhraseBook<u8>,
    /// Words after which stands who is told something, and not who tells it.
    pub(in crate::analysis) addressing: PhraseBook<()>,
    /// What may become of people, one way or another, see [`Data::outcomes`].
    pub(in crate::analysis) outcomes: PhraseBook<(u16, u16)>,
    /// Words that look like certainty and are none.
    pub(in crate::analysis) false_hedges: PhraseBook<()>,
    /// Words that deny, and those that only look so.
    pub(in crate::analysis) negations: PhraseBook<Denial>,
    /// Words that call a whole report untrue.
    pub(in crate::analysis) debunked: PhraseBook<()>,
    /// Words that name a source before it stands.
    pub(in crate::analysis) according: PhraseBook<()>,
    /// Classes of sources, such as the police.
    pub(in crate::analysis) sources: PhraseBook<u16>,
    /// The same by the stems of single words.
    source_stems: FxHashMap<String, u16>,
    /// Poles of opposites: axis and side.
    pub(in crate::analysis) opposites: PhraseBook<(u16, Pole)>,
    /// Phrases that mean the same as one word, by their lines in the list.
    pub(in crate::analysis) idioms: PhraseBook<u16>,
    /// Words that tell how much of a thing, see [`Data::amounts`].
    pub(in crate::analysis) amounts: PhraseBook<Option<u8>>,
    /// Words before a stretch of time that say how long ago it was.
    pub(in crate::analysis) ago_before: PhraseBook<()>,
    /// Words after which an hour is a time of day, not a stretch of time, and after some of which a lone
    /// number is one.
    pub(in crate::analysis) before_hours: PhraseBook<()>,
    /// Words for no person at all.
    pub(in crate::analysis) nobody: PhraseBook<()>,
    /// Words for what may happen and is feared.
    pub(in crate::analysis) dangers: PhraseBook<()>,
    /// Words that allow something.
    pub(in crate::analysis) permission: PhraseBook<()>,
    /// Words that tell what ought to be.
    pub(in crate::analysis) duties: PhraseBook<()>,
    /// Words that look like claiming or denying a statement and are none (`claimed nine lives`).
    pub(in crate::analysis) false_claims: PhraseBook<()>,
    /// Beginnings of words that deny the rest of the word.
    pub(in crate::analysis) negating_prefixes: Vec<String>,
    /// Percentage points, and percent written as words.
    pub(in crate::analysis) shares: PhraseBook<Share>,
}

/// How a number is bounded or blurred.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in crate::analysis) enum Bound {
    /// The number itself.
    #[default]
    Exactly,
    /// `about`
    About,
    /// `more than`
    Over,
    /// `just over`
    SlightlyOver,
    /// `at least`
    AtLeast,
    /// `less than`
    Under,
    /// `nearly`
    SlightlyUnder,
    /// `up to`
    AtMost,
}

/// Whether a word of denial denies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::analysis) enum Denial {
    /// It does.
    Real,
    /// It is part of a phrase that does not (`not only`).
    Seeming,
}

/// One end of an axis of opposites.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::analysis) enum Pole {
    /// The words that stand first in the list.
    First,
    /// The words that stand second.
    Second,
}

/// A share in hundredths, or a difference of shares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::analysis) enum Share {
    /// Per cent.
    Percent,
    /// Percentage points.
    Points,
    /// Hundredths of a percentage point.
    BasisPoints,
}

const FILES: [(&str, &str); 5] = [
    ("en", include_str!("../../../assets/lexicon/en.ron")),
    ("de", include_str!("../../../assets/lexicon/de.ron")),
    ("es", include_str!("../../../assets/lexicon/es.ron")),
    ("fr", include_str!("../../../assets/lexicon/fr.ron")),
    ("", include_str!("../../../assets/lexicon/other.ron")),
];
const COMMON: [(&str, &str); 1] = [("en", include_str!("../../../assets/lexicon/en-common.txt"))];

/// The languages that have a lexicon of their own, as ISO 639-1 codes, and the fallback.
pub(in crate::analysis) fn languages() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(code, _)| *code)
}

impl Lexicon {
    /// The lexicon of an ISO 639-1 code (what follows a hyphen is ignored), or the fallback.
    pub(in crate::analysis) fn of(language: &str) -> &'static Self {
        static ALL: [OnceLock<Lexicon>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
        let code = language.split(['-', '_']).next().unwrap_or_default();
        let is_own = |(name, _): &(&str, &str)| name.eq_ignore_ascii_case(code);
        let index = FILES.iter().position(is_own).unwrap_or(FILES.len() - 1);
        ALL[index].get_or_init(|| Self::new(FILES[index].1, common_words(FILES[index].0)))
    }

    fn new(ron: &str, common: &'static str) -> Self {
        let data = Data::read(ron);
        let stemmer = algorithm(&data.stemmer).map(Stemmer::create);
        let mut lexicon = Self {
            verbs: Verbs::of(&data),
            traits: data.traits(),
            roles: data.words_of_roles(),
            purposes: data.words_of_purposes(),
            contrasts: data.words_of_contrasts(),
            marks: FxHashMap::default(),
            elisions: data.elisions.split_whitespace().map(str::to_owned).collect(),
            peoples: data.keys_of_peoples(),
            bounds: data.bounds(),
            certainty: data.certainty(),
            addressing: PhraseBook::of_words_before(&data.addressing),
            outcomes: data.outcomes(),
            false_hedges: PhraseBook::of_words(&data.false_hedges),
            negations: data.denials(),
            debunked: PhraseBook::of_words(&data.debunked),
            according: PhraseBook::of_words(&data.according),
            sources: data.classes_of_sources(),
            opposites: data.poles(),
            shares: data.shares(),
            negating_prefixes: data
                .negating_prefixes
                .split_whitespace()
                .map(str::to_owned)
                .collect(),
            amounts: data.amounts(),
            idioms: data.phrases_of_idioms(),
            ago_before: PhraseBook::of_words_before(&data.ago_before),
            before_hours: PhraseBook::of_words_before(&data.before_hours),
            nobody: PhraseBook::of_words(&data.nobody),
            dangers: PhraseBook::of_words(&data.dangers),
            permission: PhraseBook::of_words(&data.permission),
            duties: PhraseBook::of_words(&data.duties),
            false_claims: PhraseBook::of_words(&data.false_claims),
            common: bands(common),
            synonyms: FxHashMap::default(),
            source_stems: FxHashMap::default(),
            stemmer,
            data,
        };
        lexicon.mark_books();
        lexicon.synonyms = lexicon.groups();
        lexicon.source_stems = lexicon.stems_of_sources();
        lexicon
    }

    /// Marks the books that are asked about every word of a passage.
    fn mark_books(&mut self) {
        let marks = [
            &mut self.certainty.mark,
            &mut self.false_hedges.mark,
            &mut self.negations.mark,
            &mut self.debunked.mark,
            &mut self.opposites.mark,
            &mut self.amounts.mark,
            &mut self.permission.mark,
            &mut self.duties.mark,
            &mut self.dangers.mark,
            &mut self.outcomes.mark,
            &mut self.nobody.mark,
            &mut self.idioms.mark,
            &mut self.according.mark,
            &mut self.sources.mark,
        ];
        for (at, mark) in marks.into_iter().enumerate() {
            *mark = 1 << at;
        }
        let mut marks = FxHashMap::default();
        self.certainty.mark_words(&mut marks);
        self.false_hedges.mark_words(&mut marks);
        self.negations.mark_words(&mut marks);
        self.debunked.mark_words(&mut marks);
        self.opposites.mark_words(&mut marks);
        self.amounts.mark_words(&mut marks);
        self.permission.mark_words(&mut marks);
        self.duties.mark_words(&mut marks);
        self.dangers.mark_words(&mut marks);
        self.outcomes.mark_words(&mut marks);
        self.nobody.mark_words(&mut marks);
        self.idioms.mark_words(&mut marks);
        self.according.mark_words(&mut marks);
        self.sources.mark_words(&mut marks);
        self.marks = marks;
    }

    /// The marks of the books that have a word at the beginning of a phrase.
    pub(super) fn marks(&self, word: &str) -> Marks {
        self.marks.get(word).copied().unwrap_or_default()
    }

    /// The stem of a lower-case word; the key of its people for a demonym or a capital.
    pub(in crate::analysis) fn stem(&self, word: &str) -> String {
        let bare = without_possessive(word);
        if let Some(key) = self.peoples.get(bare) {
            return key.clone();
        }
        match &self.stemmer {
            Some(stemmer) if bare.len() < 64 => stemmer.stem(bare).into_owned(),
            _ => bare.to_owned(),
        }
    }

    /// The stem of the plain verb behind a stem that is a form of one (`eingestürzt`, `einzustürzen`).
    pub(super) fn verb_behind(&self, stem: &str) -> Option<String> {
        self.verbs.behind(stem)
    }

    /// The value of a number word, composed ones (`einundzwanzig`) included.
    pub(in crate::analysis) fn cardinal(&self, word: &str) -> Option<f64> {
        let simple = |word: &str| self.data.numbers.get(word).copied();
        let joint = &*self.data.number_joint;
        if joint.is_empty() || word.len() < 6 {
            return simple(word);
        }
        let unit = |word: &str| if word == "ein" { Some(1.0) } else { simple(word) };
        let below_hundred = |word: &str| {
            let (units, tens) = word.split_once(joint)?;
            Some(unit(units)? + simple(tens)?)
        };
        let above = |scale: &str, factor: f64| {
            let (many, rest) = word.split_once(scale)?;
            let many = if many.is_empty() { 1.0 } else { unit(many)? };
            let rest =
                if rest.is_empty() { 0.0 } else { unit(rest).or_else(|| below_hundred(rest))? };
            Some(many * factor + rest)
        };
        simple(word)
            .or_else(|| below_hundred(word))
            .or_else(|| above("tausend", 1000.0))
            .or_else(|| above("hundert", 100.0))
    }

    /// Whether a known form is written onto the word that follows, with an apostrophe between (`l'usine`).
    pub(super) fn elides(&self, form: &str) -> bool {
        self.elisions.contains(form)
    }

    /// What a lower-case word may be.
    pub(in crate::analysis) fn traits(&self, word: &str) -> Traits {
        let own = self.traits.get(word).copied().unwrap_or_default();
        if self.has_head_of(word, Traits::TITLE) { own.or(Traits::TITLE) } else { own }
    }

    /// How common a word is outside the story, as log10 of its occurrences in 10⁹ words.
    ///
    /// The four classes of the list stand for 5.9, 5.1, 4.4 and 3.7, what is in none for 2.9: about the
    /// middle of what such words have in English news. A blunt measure, but free of any licence.
    pub(super) fn commonness(&self, word: &str, stem: &str) -> f64 {
        match self.class(word, stem) {
            Some(0) => 5.9,
            Some(1) => 5.1,
            Some(2) => 4.4,
            Some(_) => 3.7,
            None if self.common.is_empty() => 3.6,
            None => 2.9,
        }
    }

    /// The class of a word or of the plain form behind its stem.
    fn class(&self, word: &str, stem: &str) -> Option<u8> {
        let listed = |word: &str| self.common.get(word).copied();
        listed(without_possessive(word))
            .or_else(|| listed(stem))
            .or_else(|| listed(&format!("{stem}e")))
            .or_else(|| listed(&format!("{}y", stem.strip_suffix('i')?)))
    }

    /// Whether finite verbs are known, so that what has none can be told.
    pub(in crate::analysis) fn knows_verbs(&self) -> bool {
        !self.data.finite.is_empty()
    }

    /// Whether verbs are parted from what they take before them (`lehnte … ab`).
    pub(in crate::analysis) fn parts_verbs(&self) -> bool {
        !self.data.separable.is_empty()
    }

    /// Whether a lower-case word names a state, its people or its capital.
    pub(in crate::analysis) fn is_of_state(&self, word: &str) -> bool {
        self.peoples.contains_key(without_possessive(word))
    }

    /// What happens to people whom a lower-case word stands beside.
    pub(in crate::analysis) fn role(&self, word: &str) -> Option<u16> {
        self.roles.get(word).copied()
    }

    /// What a sum of money is for that a lower-case word stands beside.
    pub(in crate::analysis) fn purpose(&self, word: &str) -> Option<u16> {
        self.purposes.get(word).copied()
    }

    /// The set of contrasts that a lower-case word stands in.
    pub(in crate::analysis) fn contrast(&self, word: &str) -> Option<u16> {
        self.contrasts.get(word).copied()
    }

    /// The word that the phrases of a line of idioms mean.
    pub(in crate::analysis) fn meaning_of_idiom(&self, line: u16) -> &str {
        self.data.meaning_of_idiom(line)
    }

    /// The synonym groups of a stem.
    pub(in crate::analysis) fn synonym_groups(&self, stem: &str) -> &[u32] {
        self.synonyms.get(stem).map_or(&[], Vec::as_slice)
    }

    /// What the thesaurus holds of a stem, for [`concepts`]; there is one for English only.
    pub(super) fn concepts_of(&self, stem: &str) -> &'static str {
        if self.data.stemmer == "english" { thesaurus::line_of(stem) } else { "" }
    }

    /// The class of source that a word of this stem names.
    pub(super) fn source_class(&self, stem: &str) -> Option<u16> {
        self.source_stems.get(stem).copied()
    }

    fn stems_of_sources(&self) -> FxHashMap<String, u16> {
        let words = self.data.single_words_of_sources();
        words.map(|(class, word)| (self.stem(word), class)).collect()
    }

    fn groups(&self) -> FxHashMap<String, Vec<u32>> {
        let mut of_words: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (number, group) in (0..).zip(&self.data.synonyms) {
            for word in group.split_whitespace().filter(|word| !word.contains('_')) {
                of_words.entry(word).or_default().push(number);
            }
        }
        let mut groups: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        for (word, numbers) in of_words {
            groups.entry(self.stem(word)).or_default().extend(numbers);
        }
        groups
    }
}

/// A word without `'s`.
pub(in crate::analysis) fn without_possessive(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).unwrap_or(word)
}

/// About what a word of the lists takes with its space.
const BYTES_A_WORD: usize = 8;

fn bands(common: &'static str) -> FxHashMap<&'static str, u8> {
    let mut bands = FxHashMap::with_capacity_and_hasher(common.len() / BYTES_A_WORD, FxBuildHasher);
    for (band, line) in (0..).zip(common.lines().filter(|line| !line.starts_with('#'))) {
        for word in line.split_whitespace() {
            bands.entry(word).or_insert(band);
        }
    }
    bands
}

fn common_words(code: &str) -> &'static str {
    COMMON.iter().find(|(name, _)| *name == code).map_or("", |(_, words)| words)
}

fn algorithm(name: &str) -> Option<Algorithm> {
    Some(match name {
        "english" => Algorithm::English,
        "german" => Algorithm::German,
        "spanish" => Algorithm::Spanish,
        "french" => Algorithm::French,
        "italian" => Algorithm::Italian,
        "portuguese" => Algorithm::Portuguese,
        "dutch" => Algorithm::Dutch,
        "swedish" => Algorithm::Swedish,
        "russian" => Algorithm::Russian,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_lexicon_that_can_be_read() {
        for (code, ron) in FILES {
            assert!(Data::parse(ron).is_ok(), "{code}: {:?}", Data::parse(ron).err());
            Lexicon::of(code);
        }
    }

    #[test]
    fn composed_number_words_add_up() {
        let german = Lexicon::of("de");
        for (word, value) in [
            ("einundzwanzig", 21.0),
            ("dreihundertzwölf", 312.0),
            ("fünftausend", 5000.0),
            ("acht", 8.0),
        ] {
            assert_eq!(german.cardinal(word), Some(value), "{word}");
        }
        assert_eq!(german.cardinal("hundertprozentig"), None);
    }

    #[test]
    fn an_unknown_language_has_the_fallback() {
        assert_eq!(Lexicon::of("tlh").stem("qapla"), "qapla");
    }

    #[test]
    fn a_capital_and_a_people_have_one_key() {
        let english = Lexicon::of("en-GB");
        assert_eq!(english.stem("beijing's"), english.stem("chinese"));
    }
}

//! Words and phrases that mean something, found in a run of words.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

/// Phrases by their first two words, and where they are looked for backwards by their last two, too; the
/// longest one wins.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct PhraseBook<T> {
    phrases: Vec<Phrase<T>>,
    by_first: Index,
    by_last: Index,
    /// What marks the words of its phrases among those of all books.
    pub(in crate::analysis) mark: u16,
}

/// The marks of the books that have a word at the beginning of a phrase. Most words that may begin a phrase
/// do not, and the word after them tells.
#[derive(Clone, Copy, Default, Debug)]
pub(in crate::analysis) struct Marks {
    /// Those of which it begins a phrase,
    pub(in crate::analysis) begins: u16,
    /// of which it is one by itself,
    pub(in crate::analysis) alone: u16,
    /// of which it is the second of one.
    pub(in crate::analysis) follows: u16,
}

/// The places of phrases in their list by the hash of two words at one end, the longest first.
type Index = FxHashMap<u64, Vec<usize>>;

/// The hash of the word at the end of a phrase and of the one beside it.
fn key(outer: &str, inner: Option<&str>) -> u64 {
    FxBuildHasher.hash_one((outer, inner))
}

#[derive(Clone, Debug)]
struct Phrase<T> {
    /// As it was written: its words joined by `_` or `-`, with `/` between forms of which any may stand.
    text: String,
    /// How many words it has.
    length: usize,
    /// Whether any of its words may be one of several forms.
    has_forms: bool,
    meaning: T,
}

/// What stands between the words of a phrase.
const JOINTS: [char; 2] = ['_', '-'];

impl<T> Phrase<T> {
    /// Whether its words are `word(0)`, `word(1)`, ….
    fn is<'w>(&self, word: impl Fn(usize) -> Option<&'w str>) -> bool {
        if self.has_forms {
            let mut forms = self.text.split(JOINTS).enumerate();
            return forms.all(|(at, forms)| word(at).is_some_and(|word| may_be(forms, word)));
        }
        let mut rest = self.text.as_str();
        for at in 0..self.length {
            let begun = if at == 0 { Some(rest) } else { rest.strip_prefix(JOINTS) };
            let Some(after) = begun.zip(word(at)).and_then(|(rest, word)| rest.strip_prefix(word))
            else {
                return false;
            };
            rest = after;
        }
        rest.is_empty()
    }
}

/// Whether a word is one of the forms between which `/` stands.
fn may_be(forms: &str, word: &str) -> bool {
    forms.split('/').any(|form| form == word)
}

impl<T> Default for PhraseBook<T> {
    fn default() -> Self {
        let (by_first, by_last) = (Index::default(), Index::default());
        Self { phrases: Vec::new(), by_first, by_last, mark: 0 }
    }
}

impl PhraseBook<()> {
    /// A book of phrases that all mean the same.
    pub(super) fn of_words(list: &str) -> Self {
        let mut book = Self::default();
        book.add(list, ());
        book
    }

    /// The same, to be found backwards as well.
    pub(super) fn of_words_before(list: &str) -> Self {
        let mut book = Self::default();
        book.add_before(list, ());
        book
    }
}

impl<T: Copy> PhraseBook<T> {
    /// Adds the phrases of a list: apart by white space, their words joined by `_` or `-`; of forms with
    /// `/` between them any may stand (`go/went_under`).
    pub(super) fn add(&mut self, list: &str, meaning: T) {
        for text in list.split_whitespace() {
            let length = text.split(JOINTS).count();
            let place = self.phrases.len();
            let has_forms = text.contains('/');
            self.phrases.push(Phrase { text: text.to_owned(), length, has_forms, meaning });
            let mut words = text.split(JOINTS);
            let first = words.next().unwrap_or_default();
            enter(&mut self.by_first, &self.phrases, place, first, words.next());
        }
    }

    /// The same for phrases that are found backwards as well, from the word they stand before.
    pub(super) fn add_before(&mut self, list: &str, meaning: T) {
        let from = self.phrases.len();
        self.add(list, meaning);
        for place in from..self.phrases.len() {
            let mut words = self.phrases[place].text.rsplit(JOINTS);
            let last = words.next().unwrap_or_default();
            enter(&mut self.by_last, &self.phrases, place, last, words.next());
        }
    }

    /// Marks the words of its phrases.
    pub(super) fn mark_words(&self, all: &mut FxHashMap<String, Marks>) {
        for phrase in &self.phrases {
            let mut words = phrase.text.split(JOINTS);
            let (first, second) = (words.next().unwrap_or_default(), words.next());
            for form in first.split('/') {
                let marks = all.entry(form.to_owned()).or_default();
                marks.begins |= self.mark;
                marks.alone |= if second.is_none() { self.mark } else { 0 };
            }
            for form in second.into_iter().flat_map(|second| second.split('/')) {
                all.entry(form.to_owned()).or_default().follows |= self.mark;
            }
        }
    }

    /// The longest phrase whose words are `word(0)`, `word(1)`, …: its length and its meaning.
    pub(in crate::analysis) fn starting<'w>(
        &self,
        word: impl Fn(usize) -> Option<&'w str>,
    ) -> Option<(usize, T)> {
        let found =
            self.at_end(&self.by_first, word(0)?, word(1)).find(|phrase| phrase.is(&word))?;
        Some((found.length, found.meaning))
    }

    /// The meaning of the phrase of these two words.
    pub(in crate::analysis) fn parted(&self, first: &str, last: &str) -> Option<T> {
        let words = [first, last];
        let mut phrases = self.at_end(&self.by_first, first, Some(last));
        let is_parted = |phrase: &&Phrase<T>| {
            phrase.length == words.len() && phrase.is(|at| words.get(at).copied())
        };
        phrases.find(is_parted).map(|phrase| phrase.meaning)
    }

    /// The longest phrase whose words read backwards are `word(0)`, `word(1)`, ….
    pub(in crate::analysis) fn ending<'w>(
        &self,
        word: impl Fn(usize) -> Option<&'w str>,
    ) -> Option<(usize, T)> {
        let mut phrases = self.at_end(&self.by_last, word(0)?, word(1));
        let found =
            phrases.find(|phrase| phrase.is(|at| word((phrase.length - 1).checked_sub(at)?)))?;
        Some((found.length, found.meaning))
    }

    /// The phrases that may have these words at one end, the longest first.
    fn at_end(
        &self,
        index: &Index,
        outer: &str,
        inner: Option<&str>,
    ) -> impl Iterator<Item = &Phrase<T>> {
        let two = inner.and_then(|inner| index.get(&key(outer, Some(inner))));
        let one = index.get(&key(outer, None));
        two.into_iter().chain(one).flatten().map(|place| &self.phrases[*place])
    }
}

/// Enters a phrase under the words at one end, whatever forms they may have, behind those that are no shorter.
fn enter<T>(
    index: &mut Index,
    phrases: &[Phrase<T>],
    place: usize,
    outer: &str,
    inner: Option<&str>,
) {
    let mut enter_under = |key: u64| {
        let places = index.entry(key).or_default();
        let at = places.partition_point(|other| phrases[*other].length >= phrases[place].length);
        places.insert(at, place);
    };
    for outer in outer.split('/') {
        match inner {
            None => enter_under(key(outer, None)),
            Some(inner) => {
                inner.split('/').for_each(|inner| enter_under(key(outer, Some(inner))));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_form_may_stand_in_a_phrase() {
        let mut book = PhraseBook::default();
        book.add("go/went_under/bust", 1);
        for (words, length) in
            [(["went", "bust"], Some(2)), (["go", "under"], Some(2)), (["went", "home"], None)]
        {
            let found = book.starting(|at| words.get(at).copied());
            assert_eq!(found.map(|(length, _)| length), length, "{words:?}");
        }
    }

    #[test]
    fn the_longest_phrase_wins() {
        let mut book = PhraseBook::default();
        book.add_before("more_than", 1);
        book.add_before("slightly_more_than than", 2);
        let words = ["slightly", "more", "than", "ten"];
        assert_eq!(book.starting(|at| words.get(at).copied()), Some((3, 2)));
        assert_eq!(book.ending(|at| words.get(2_usize.checked_sub(at)?).copied()), Some((3, 2)));
        assert_eq!(book.starting(|at| words.get(at + 1).copied()), Some((2, 1)));
    }
}

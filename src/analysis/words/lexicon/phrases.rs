//! Words and phrases that mean something, found in a run of words.

use rustc_hash::FxHashMap;

/// Phrases by their first word, and where they are looked for backwards by their last one, too; the longest
/// one wins.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct PhraseBook<T> {
    phrases: Vec<Phrase<T>>,
    by_first: Index,
    by_last: Index,
    /// What marks the words that begin a phrase of this book among those of all books.
    pub(in crate::analysis) mark: u16,
}

/// The places of phrases in their list by a word, the longest first.
type Index = FxHashMap<String, Vec<usize>>;

#[derive(Clone, Debug)]
struct Phrase<T> {
    /// As it was written: its words joined by `_` or `-`, with `/` between forms of which any may stand.
    text: String,
    /// How many words it has.
    length: usize,
    meaning: T,
}

/// What stands between the words of a phrase.
const JOINTS: [char; 2] = ['_', '-'];

impl<T> Phrase<T> {
    /// Whether its words are `word(0)`, `word(1)`, ….
    fn is<'w>(&self, word: impl Fn(usize) -> Option<&'w str>) -> bool {
        let mut forms = self.text.split(JOINTS).enumerate();
        forms.all(|(at, forms)| word(at).is_some_and(|word| may_be(forms, word)))
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
            self.phrases.push(Phrase { text: text.to_owned(), length, meaning });
            let first = text.split(JOINTS).next().unwrap_or_default();
            first.split('/').for_each(|form| enter(&mut self.by_first, &self.phrases, form, place));
        }
    }

    /// The same for phrases that are found backwards as well, from the word they stand before.
    pub(super) fn add_before(&mut self, list: &str, meaning: T) {
        let from = self.phrases.len();
        self.add(list, meaning);
        for place in from..self.phrases.len() {
            let last = self.phrases[place].text.rsplit(JOINTS).next().unwrap_or_default();
            last.split('/').for_each(|form| enter(&mut self.by_last, &self.phrases, form, place));
        }
    }

    /// The mark of the book where a word begins one of its phrases, else none.
    pub(super) fn mark_of(&self, word: &str) -> u16 {
        if self.by_first.contains_key(word) { self.mark } else { 0 }
    }

    /// The longest phrase whose words are `word(0)`, `word(1)`, …: its length and its meaning.
    pub(in crate::analysis) fn starting<'w>(
        &self,
        word: impl Fn(usize) -> Option<&'w str>,
    ) -> Option<(usize, T)> {
        let mut phrases = self.by_first.get(word(0)?)?.iter().map(|place| &self.phrases[*place]);
        let found = phrases.find(|phrase| phrase.is(&word))?;
        Some((found.length, found.meaning))
    }

    /// The meaning of the phrase of these two words.
    pub(in crate::analysis) fn parted(&self, first: &str, last: &str) -> Option<T> {
        let words = [first, last];
        let mut phrases = self.by_first.get(first)?.iter().map(|place| &self.phrases[*place]);
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
        let mut phrases = self.by_last.get(word(0)?)?.iter().map(|place| &self.phrases[*place]);
        let found =
            phrases.find(|phrase| phrase.is(|at| word((phrase.length - 1).checked_sub(at)?)))?;
        Some((found.length, found.meaning))
    }
}

/// Enters a phrase under one of its words, behind those that are no shorter.
fn enter<T>(index: &mut Index, phrases: &[Phrase<T>], form: &str, place: usize) {
    let places = index.entry(form.to_owned()).or_default();
    let at = places.partition_point(|other| phrases[*other].length >= phrases[place].length);
    places.insert(at, place);
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

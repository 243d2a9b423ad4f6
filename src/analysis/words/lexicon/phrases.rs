//! Words and phrases that mean something, found in a run of words.

use rustc_hash::FxHashMap;

/// Phrases by their first and by their last word; the longest one wins.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct PhraseBook<T> {
    by_first: FxHashMap<String, Vec<(Vec<String>, T)>>,
    by_last: FxHashMap<String, Vec<(Vec<String>, T)>>,
    /// What marks the words that begin a phrase of this book among those of all books.
    pub(in crate::analysis) mark: u16,
}

impl<T> Default for PhraseBook<T> {
    fn default() -> Self {
        Self { by_first: FxHashMap::default(), by_last: FxHashMap::default(), mark: 0 }
    }
}

impl PhraseBook<()> {
    /// A book of phrases that all mean the same.
    pub(super) fn of_words(list: &str) -> Self {
        let mut book = Self::default();
        book.add(list, ());
        book
    }
}

impl<T: Copy> PhraseBook<T> {
    /// Adds the phrases of a list: apart by white space, their words joined by `_` or `-`; of forms with
    /// `/` between them any may stand (`go/went_under`).
    pub(super) fn add(&mut self, list: &str, meaning: T) {
        for words in list.split_whitespace().flat_map(wordings) {
            let (Some(head), Some(tail)) = (words.first().cloned(), words.last().cloned()) else {
                continue;
            };
            insert(self.by_first.entry(head).or_default(), words.clone(), meaning);
            insert(self.by_last.entry(tail).or_default(), words, meaning);
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
        let phrases = self.by_first.get(word(0)?)?;
        let found = phrases.iter().find(|(words, _)| {
            words.iter().enumerate().all(|(at, part)| word(at) == Some(part.as_str()))
        })?;
        Some((found.0.len(), found.1))
    }

    /// The meaning of the phrase of these two words.
    pub(in crate::analysis) fn parted(&self, first: &str, last: &str) -> Option<T> {
        let phrases = self.by_first.get(first)?;
        let found = phrases.iter().find(|(words, _)| words.len() == 2 && words[1] == last)?;
        Some(found.1)
    }

    /// The longest phrase whose words read backwards are `word(0)`, `word(1)`, ….
    pub(in crate::analysis) fn ending<'w>(
        &self,
        word: impl Fn(usize) -> Option<&'w str>,
    ) -> Option<(usize, T)> {
        let phrases = self.by_last.get(word(0)?)?;
        let found = phrases.iter().find(|(words, _)| {
            words.iter().rev().enumerate().all(|(at, part)| word(at) == Some(part.as_str()))
        })?;
        Some((found.0.len(), found.1))
    }
}

/// The wordings of a phrase, one for every choice among its forms.
fn wordings(phrase: &str) -> Vec<Vec<String>> {
    phrase.split(['_', '-']).fold(vec![Vec::new()], |begun, forms| {
        let longer = |form: &str| {
            let with_form = |words: &Vec<String>| [words.as_slice(), &[form.to_owned()]].concat();
            begun.iter().map(with_form).collect::<Vec<_>>()
        };
        forms.split('/').flat_map(longer).collect()
    })
}

/// Keeps the longest phrases first.
fn insert<T>(phrases: &mut Vec<(Vec<String>, T)>, words: Vec<String>, meaning: T) {
    let at = phrases.partition_point(|(other, _)| other.len() >= words.len());
    phrases.insert(at, (words, meaning));
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
        book.add("more_than", 1);
        book.add("slightly_more_than than", 2);
        let words = ["slightly", "more", "than", "ten"];
        assert_eq!(book.starting(|at| words.get(at).copied()), Some((3, 2)));
        assert_eq!(book.ending(|at| words.get(2_usize.checked_sub(at)?).copied()), Some((3, 2)));
        assert_eq!(book.starting(|at| words.get(at + 1).copied()), Some((2, 1)));
    }
}

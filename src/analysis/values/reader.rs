//! The words of a sentence, with what is known of each.

use std::ops::Range;

use crate::analysis::words::lexicon::{Lexicon, PhraseBook, Traits};
use crate::analysis::words::tokens::{Token, TokenKind};
use crate::analysis::words::vocabulary::{Vocabulary, Word};

/// The words of a sentence, to be read from any place on.
#[derive(Clone, Copy)]
pub(in crate::analysis) struct Reader<'s> {
    /// The tokens of the sentence.
    pub(in crate::analysis) tokens: &'s [Token],
    /// Their words.
    pub(in crate::analysis) vocabulary: &'s Vocabulary,
    /// Their language.
    pub(in crate::analysis) lexicon: &'static Lexicon,
}

/// Tokens between a verb and the end of its clause.
const LONGEST_CLAUSE: usize = 25;

impl<'s> Reader<'s> {
    /// The token at `at`.
    pub(in crate::analysis) fn token(&self, at: usize) -> Option<&'s Token> {
        self.tokens.get(at)
    }

    /// The word at `at`.
    pub(in crate::analysis) fn word(&self, at: usize) -> Option<&'s Word> {
        self.tokens.get(at).map(|token| self.vocabulary.word(token.word))
    }

    /// The form of the word at `at`.
    pub(in crate::analysis) fn form(&self, at: usize) -> Option<&'s str> {
        self.word(at).map(|word| &*word.form)
    }

    /// Whether the token at `at` has this form.
    pub(in crate::analysis) fn is(&self, at: usize, form: &str) -> bool {
        self.form(at) == Some(form)
    }

    /// The longest phrase of a book that begins at `at`: its length and its meaning.
    pub(in crate::analysis) fn phrase<T: Copy>(
        &self,
        book: &PhraseBook<T>,
        at: usize,
    ) -> Option<(usize, T)> {
        if !self.begins(book, at) {
            return None;
        }
        self.whole(book, at).or_else(|| Some((1, self.parted(book, at)?)))
    }

    /// The same without verbs whose particle stands last.
    pub(in crate::analysis) fn whole<T: Copy>(
        &self,
        book: &PhraseBook<T>,
        at: usize,
    ) -> Option<(usize, T)> {
        let word = self.word(at)?;
        let is_alone = || book.mark == 0 || word.marks.alone & book.mark != 0;
        let is_followed =
            || self.word(at + 1).is_some_and(|next| next.marks.follows & book.mark != 0);
        let may_begin = self.begins(book, at) && (is_alone() || is_followed());
        may_begin.then(|| book.starting(|offset| self.form(at + offset))).flatten()
    }

    /// Whether the word at `at` may begin a phrase of a book.
    fn begins<T>(&self, book: &PhraseBook<T>, at: usize) -> bool {
        self.word(at).is_some_and(|word| book.mark == 0 || word.marks.begins & book.mark != 0)
    }

    /// The meaning of a verb at `at` whose particle stands last in its clause: `lehnte den Antrag ab`.
    fn parted<T: Copy>(&self, book: &PhraseBook<T>, at: usize) -> Option<T> {
        if !self.lexicon.parts_verbs() || self.has(at, Traits::STOP) {
            return None;
        }
        let ends = |at: &usize| {
            self.token(*at).is_none_or(|token| token.kind == TokenKind::Mark)
                || self.has(*at, Traits::CONJUNCTION)
        };
        let end = (at + 1..at + LONGEST_CLAUSE).find(ends)?;
        book.parted(self.form(at)?, self.form(end - 1)?)
    }

    /// The marks of all books of which words in runs of tokens begin a phrase.
    pub(in crate::analysis) fn begun_in(&self, runs: &[Range<usize>]) -> u16 {
        let words = runs.iter().flat_map(Clone::clone).filter_map(|at| self.word(at));
        words.fold(0, |begun, word| begun | word.marks.begins)
    }

    /// Whether the word at `at` has any of `traits`.
    pub(in crate::analysis) fn has(&self, at: usize, traits: Traits) -> bool {
        self.word(at).is_some_and(|word| word.traits.has(traits))
    }

    /// Whether the token at `at` ends what a denial before it denies.
    pub(in crate::analysis) fn ends_denial(&self, at: usize) -> bool {
        let is_mark = self.token(at).is_some_and(|token| token.kind == TokenKind::Mark);
        is_mark || self.has(at, Traits::CONJUNCTION.or(Traits::RELATIVE))
    }

    /// Whether the token at `at` is a word that follows the one before it after a hyphen or nothing.
    pub(in crate::analysis) fn is_joined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.joined)
    }

    /// Whether the token at `at` is a numeral in digits.
    pub(in crate::analysis) fn is_digits(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// The whole number in digits at `at`, without separators, of at most `digits` digits.
    pub(super) fn small_number(&self, at: usize, digits: usize) -> Option<u32> {
        let form = self.is_digits(at).then(|| self.form(at)).flatten()?;
        (form.len() <= digits).then(|| form.parse().ok()).flatten()
    }
}

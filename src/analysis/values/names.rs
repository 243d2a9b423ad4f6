//! Names as they are written: runs of words with a capital.

use std::ops::Range;

use super::reader::Reader;
use crate::analysis::words::lexicon::{Traits, without_possessive};
use crate::analysis::words::tokens::TokenKind;

/// A run of words with a capital.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::analysis) struct Name {
    /// Its tokens, without a title before it.
    pub(in crate::analysis) tokens: Range<usize>,
    /// Its words in their known form, without `'s`.
    pub(in crate::analysis) words: Vec<String>,
    /// The title before it.
    pub(in crate::analysis) title: Option<String>,
    /// Whether a word of an organisation stands in it.
    pub(in crate::analysis) is_organisation: bool,
    /// Whether it begins the sentence, so that its first capital tells nothing.
    pub(in crate::analysis) is_first: bool,
}

impl Name {
    /// Given name and surname, for what looks like a person's full name.
    pub(in crate::analysis) fn person(&self) -> Option<(&str, &str)> {
        let (first, last) = (self.words.first()?, self.words.last()?);
        let is_person = (2..=3).contains(&self.words.len())
            && !self.is_organisation
            && first.chars().count() > 1
            && last.chars().count() > 1;
        is_person.then_some((first, last))
    }

    /// Whether it tells where, as far as a preposition before it tells (`in sleepy Kilder, Ohio`), or
    /// names a state.
    pub(in crate::analysis) fn is_place(&self, reader: Reader<'_>) -> bool {
        if self.words.iter().any(|word| reader.lexicon.is_of_state(word)) {
            return true;
        }
        let mut at = self.tokens.start;
        for _ in 0..LOOKED_BACK {
            let Some(before) = at.checked_sub(1) else { return false };
            at = before;
            if reader.has(at, Traits::PLACE_PREPOSITION.or(Traits::OUT_OF)) {
                return true;
            }
            let is_mark = reader.token(at).is_some_and(|token| token.kind == TokenKind::Mark);
            if (is_mark && !reader.is(at, ",")) || reader.has(at, Traits::FINITE) {
                return false;
            }
        }
        false
    }

    /// Whether any of its words is `word`.
    pub(in crate::analysis) fn has(&self, word: &str) -> bool {
        self.words.iter().any(|own| own == word)
    }
}

/// Tokens before a name among which a preposition is looked for.
const LOOKED_BACK: usize = 5;

/// The names in runs of a sentence's tokens.
pub(in crate::analysis) fn names(reader: Reader<'_>, runs: &[Range<usize>]) -> Vec<Name> {
    let mut found = Vec::new();
    for run in runs {
        let mut at = run.start;
        while at < run.end {
            let end = end_of_run(reader, at, run.end);
            if end > at {
                found.extend(name(reader, at..end));
            }
            at = end.max(at + 1);
        }
    }
    found
}

fn end_of_run(reader: Reader<'_>, start: usize, limit: usize) -> usize {
    let mut end = start;
    while end < limit && is_name_word(reader, end) {
        let ends_name = reader.form(end).is_some_and(|form| form.ends_with("'s"));
        end += 1;
        // The full stop of an initial.
        let is_initial = reader.form(end - 1).is_some_and(|form| form.chars().count() == 1);
        if is_initial && end + 1 < limit && reader.is(end, "") && is_name_word(reader, end + 1) {
            end += 1;
        }
        if ends_name {
            break;
        }
        // The `al` of `Abd al-Rahman`.
        let after = (end..limit).find(|at| !reader.has(*at, Traits::PARTICLE)).unwrap_or(limit);
        let is_titled = reader.has(after, Traits::TITLE);
        let goes_on = after > end && after <= end + 2 && after < limit && !is_titled;
        if goes_on && is_name_word(reader, after) {
            end = after;
        }
    }
    end
}

fn is_name_word(reader: Reader<'_>, at: usize) -> bool {
    let Some((token, word)) = reader.token(at).zip(reader.word(at)) else { return false };
    token.kind == TokenKind::Word
        && token.capital
        && (!word.traits.has(Traits::STOP) || is_initial(reader, at))
        && word.cardinal.is_none()
        && word.month.is_none()
        && word.weekday.is_none()
        && !word.unit.is_some_and(|(kind, _)| matches!(kind, "degrees" | "fahrenheit"))
}

/// Whether a letter with its full stop stands before another capital: `T. Vale`, whatever else `t` may be.
fn is_initial(reader: Reader<'_>, at: usize) -> bool {
    reader.form(at).is_some_and(|form| form.chars().count() == 1)
        && reader.is(at + 1, "")
        && reader.token(at + 2).is_some_and(|token| token.kind == TokenKind::Word && token.capital)
}

fn name(reader: Reader<'_>, tokens: Range<usize>) -> Option<Name> {
    let mut start = tokens.start;
    let mut title = None;
    while start < tokens.end && reader.has(start, Traits::TITLE) {
        title = reader.form(start).map(str::to_owned);
        start += 1;
        while start < tokens.end && reader.is(start, "") {
            start += 1;
        }
    }
    // The `Mr.` of `Mr. Holt`, whose full stop parts it from the name.
    let parted = start
        .checked_sub(2)
        .filter(|at| reader.has(*at, Traits::TITLE) && reader.is(start - 1, ""));
    title = title.or_else(|| reader.form(parted?).map(str::to_owned));
    let words: Vec<String> = (start..tokens.end)
        .filter_map(|at| reader.form(at))
        .filter(|form| !form.is_empty())
        .map(|form| without_possessive(form).to_owned())
        .collect();
    let is_organisation = (start..tokens.end).any(|at| reader.has(at, Traits::ORGANISATION));
    let is_first = start == 0;
    (!words.is_empty()).then_some(Name {
        tokens: start..tokens.end,
        words,
        title,
        is_organisation,
        is_first,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::words::lexicon::Lexicon;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
    use crate::text::Span;

    fn check(text: &str, expected: &[&str]) {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), "en", &mut Terms::default());
        let reader =
            Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon: Lexicon::of("en") };
        let whole = 0..tokens.len();
        let found: Vec<String> =
            names(reader, &[whole]).into_iter().map(|name| name.words.join(" ")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_name_is_without_its_title_and_possessive() {
        check(
            "the plan of President Anna B. Meyer's office in Bonn on Friday",
            &["anna b meyer", "bonn"],
        );
    }

    #[test]
    fn an_initial_is_part_of_a_name() {
        check("the word of Dr. T. Vale that day", &["t vale"]);
    }

    #[test]
    fn a_title_may_end_with_a_full_stop() {
        let mut vocabulary = Vocabulary::default();
        let text = "the word of Mr. Vale that day";
        let tokens = vocabulary.tokens(text, Span::whole(text), "en", &mut Terms::default());
        let reader =
            Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon: Lexicon::of("en") };
        let whole = 0..tokens.len();
        let found = names(reader, &[whole]);
        assert_eq!(found.last().and_then(|name| name.title.as_deref()), Some("mr"));
    }

    #[test]
    fn particles_are_part_of_a_name() {
        check(
            "the home of Abd al-Rahman Saleh and Ludwig van der Rohe",
            &["abd al rahman saleh", "ludwig van der rohe"],
        );
    }

    #[test]
    fn words_of_no_content_are_no_names() {
        check("He said The Hague agreed.", &["hague"]);
    }
}

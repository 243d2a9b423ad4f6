//! Phrases that mean the same as one word: `gave way`, `stepped down`, `lost their lives`.
//!
//! The words of such a phrase tell nothing by themselves, so that the one word stands for them. A verb
//! whose particle stands at the end of the clause is such a phrase, too.

use std::borrow::Cow;
use std::ops::Range;

use super::parted::parted_verbs;
use crate::analysis::values::Value;
use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::Lexicon;

/// A phrase and what it means.
pub(in crate::analysis) struct Idiom {
    /// Where it stands.
    pub(in crate::analysis) tokens: Range<usize>,
    /// The word that means the same.
    pub(in crate::analysis) meaning: Cow<'static, str>,
    /// The lexicon that says so.
    pub(in crate::analysis) lexicon: &'static Lexicon,
}

/// The idioms of a sentence, none within a value.
pub(in crate::analysis) fn idioms(reader: Reader<'_>, values: &[Value]) -> Vec<Idiom> {
    let lexicon = reader.lexicon;
    let mut found: Vec<Idiom> = Vec::new();
    let mut at = 0;
    while at < reader.tokens.len() {
        let phrase = reader.phrase(&lexicon.idioms, at);
        let idiom = phrase.map(|(length, line)| Idiom {
            tokens: at..at + length,
            meaning: Cow::Borrowed(lexicon.meaning_of_idiom(line)),
            lexicon,
        });
        let is_free = |idiom: &Idiom| {
            !values.iter().any(|value| {
                value.tokens.start < idiom.tokens.end && idiom.tokens.start < value.tokens.end
            })
        };
        at += 1;
        if let Some(idiom) = idiom.filter(is_free) {
            at = idiom.tokens.end;
            found.push(idiom);
        }
    }
    for (at, verb) in parted_verbs(reader) {
        if !found.iter().any(|idiom| idiom.tokens.contains(&at)) {
            found.push(Idiom { tokens: at..at + 1, meaning: Cow::Owned(verb), lexicon });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::values::values;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
    use crate::text::Span;

    fn check(language: &'static str, text: &str, expected: &[(&str, &str)]) {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), language, &mut Terms::default());
        let lexicon = Lexicon::of(language);
        let reader = Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon };
        let found: Vec<_> = idioms(reader, &values(reader, None))
            .into_iter()
            .map(|idiom| {
                let last = tokens[idiom.tokens.end - 1].span;
                let span = tokens[idiom.tokens.start].span.join(last);
                (span.of_or_empty(text).to_owned(), idiom.meaning.into_owned())
            })
            .collect();
        let owned =
            |(phrase, meaning): &(&str, &str)| ((*phrase).to_owned(), (*meaning).to_owned());
        let expected: Vec<_> = expected.iter().map(owned).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_phrase_means_one_word() {
        check("en", "The pier gave way at noon.", &[("gave way", "collapse")]);
        check("en", "The mayor stepped down.", &[("stepped down", "resign")]);
        check("de", "Zwei Segler kamen ums Leben.", &[("kamen ums Leben", "sterben")]);
        check("en", "He gave her a way out.", &[]);
    }

    #[test]
    fn the_longest_phrase_is_taken() {
        check("en", "They pulled out of the fair.", &[("pulled out", "withdraw")]);
        check("en", "The plan was given the go ahead.", &[("given the go ahead", "approve")]);
    }
}

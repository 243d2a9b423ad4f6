//! Numbers that count nothing: in names, and behind words such as `No.`

use super::measured::currency_before;
use super::numerals::{Numeral, NumeralForm};
use super::reader::Reader;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::tokens::TokenKind;
use crate::text::is_wide_script;

/// `B-52`, `Formula 1`, `Covid-19`, `dad-of-three`: numbers that count nothing.
pub(super) fn is_part_of_name(reader: Reader<'_>, at: usize, number: Numeral) -> bool {
    // Scripts without spaces join everything.
    let is_wide = |form: &str| form.chars().all(is_wide_script);
    let hangs_on_word = reader.is_joined(at)
        && at > 0
        && !reader.form(at - 1).is_some_and(is_wide)
        && currency_before(reader, at).is_none()
        && reader
            .word(at - 1)
            .is_some_and(|word| word.stem.is_some() || word.traits.has(Traits::OUT_OF));
    let has_letters = reader.is_joined(number.end)
        && reader
            .token(number.end)
            .is_some_and(|token| token.kind == TokenKind::Word && token.capital)
        && number.form == NumeralForm::Digits;
    hangs_on_word || has_letters
}

/// `No. 4`, `Route 9`, `Category 3`: the word before, with a capital or without.
pub(in crate::analysis) fn is_label(reader: Reader<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let before = if reader.is(before, "") || reader.is(before, ".") {
        before.saturating_sub(1)
    } else {
        before
    };
    reader.has(before, Traits::LABEL)
        && (reader.token(before).is_some_and(|token| token.capital)
            || reader.form(before).is_some_and(|form| form.len() > 3))
}

/// `Apollo 11 was`, `Windows 7`: a plain number after a name, and nothing after it that it counts. Among
/// capitals, as in headlines, no word is known for a name.
pub(super) fn ends_name(reader: Reader<'_>, at: usize, number: Numeral) -> bool {
    let is_small = |at: usize| {
        reader.token(at).is_some_and(|token| token.kind == TokenKind::Word && !token.capital)
    };
    let follows_name = at > 1
        && reader.token(at - 1).is_some_and(|token| token.capital)
        && reader.word(at - 1).is_some_and(|word| {
            word.is_content()
                && word.month.is_none()
                && word.weekday.is_none()
                && word.cardinal.is_none()
        });
    let is_told_small = (at.saturating_sub(8)..at).filter(|at| is_small(*at)).count() > 1;
    let counts_nothing = reader.word(number.end).is_none_or(|word| {
        word.unit.is_none() && word.scale.is_none() && (!word.is_content() || !is_small(number.end))
    }) && !reader.is(number.end, "%")
        && !reader.has(number.end, Traits::OUT_OF);
    number.form == NumeralForm::Digits
        && follows_name
        && is_told_small
        && counts_nothing
        && !reader.lexicon.data.nouns_have_capitals
}

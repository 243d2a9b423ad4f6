//! The words of a story, each known by a number and looked at once.

use rustc_hash::FxHashMap;

use super::lexicon::{Lexicon, Marks, Traits};
use super::terms::{TermId, Terms};
use super::tokens::{RawToken, Token, TokenKind, known_form, raw_tokens};
use crate::text::Span;

/// What is known of one form of a word in one language.
#[derive(Clone, Debug)]
pub(in crate::analysis) struct Word {
    /// The word in its known form, see [`known_form`].
    pub(in crate::analysis) form: Box<str>,
    /// Its stem; `None` for a mark.
    pub(in crate::analysis) stem: Option<TermId>,
    /// What it may be.
    pub(in crate::analysis) traits: Traits,
    /// The marks of the books of phrases that have it.
    pub(in crate::analysis) marks: Marks,
    /// Value of a number word.
    pub(in crate::analysis) cardinal: Option<f64>,
    /// Factor of a scale word such as `million`.
    pub(in crate::analysis) scale: Option<f64>,
    /// The same of its plural alone, such as `millions`.
    pub(in crate::analysis) plural_scale: Option<f64>,
    /// Rank of an ordinal word.
    pub(in crate::analysis) ordinal: Option<f64>,
    /// Divisor of a fraction word.
    pub(in crate::analysis) fraction: Option<f64>,
    /// Month, 1 to 12.
    pub(in crate::analysis) month: Option<u8>,
    /// Weekday, 1 (Monday) to 7.
    pub(in crate::analysis) weekday: Option<u8>,
    /// First month of a season.
    pub(in crate::analysis) season: Option<u8>,
    /// Days from today, for `yesterday` and its like.
    pub(in crate::analysis) relative_day: Option<i32>,
    /// Days of a period such as `week`.
    pub(in crate::analysis) day_period: Option<i32>,
    /// Kind and size of a unit of measure.
    pub(in crate::analysis) unit: Option<(&'static str, f64)>,
    /// What happens to people whom it stands beside, by its place in the lexicon.
    pub(in crate::analysis) role: Option<u16>,
    /// What a sum of money is for that it stands beside, likewise.
    pub(in crate::analysis) purpose: Option<u16>,
    /// Code of a currency.
    pub(in crate::analysis) currency: Option<&'static str>,
    /// The class of source that it names in some form.
    pub(in crate::analysis) source: Option<u16>,
    /// The set of contrasts that it stands in.
    pub(in crate::analysis) contrast: Option<u16>,
    /// The minutes that it tells an amount for, as `daily` does.
    pub(in crate::analysis) rate: Option<f64>,
    /// The part of the day that it names.
    pub(in crate::analysis) day_part: Option<u8>,
}

impl Word {
    /// Whether it carries content of its own.
    pub(in crate::analysis) fn is_content(&self) -> bool {
        self.stem.is_some() && !self.traits.has(Traits::STOP)
    }

    /// Whether it is part of a date or a time of day, or may be.
    pub(in crate::analysis) fn tells_time(&self) -> bool {
        let days = [self.weekday, self.month, self.day_part];
        self.cardinal.is_some()
            || self.relative_day.is_some()
            || self.traits.has(Traits::NOON.or(Traits::MIDNIGHT))
            || days.iter().any(Option::is_some)
    }

    /// Whether a date, a time or a quantity may begin with it, whatever follows.
    pub(in crate::analysis) fn may_begin_value(&self) -> bool {
        const BEFORE_VALUE: Traits = Traits::LAST
            .or(Traits::NEXT)
            .or(Traits::THIS)
            .or(Traits::NO)
            .or(Traits::HALF_BEFORE)
            .or(Traits::QUARTER)
            .or(Traits::NOON)
            .or(Traits::MIDNIGHT);
        let numbers = [self.cardinal, self.ordinal, self.fraction, self.plural_scale];
        let days = [self.month, self.weekday, self.season];
        self.traits.has(BEFORE_VALUE)
            || numbers.iter().any(Option::is_some)
            || days.iter().any(Option::is_some)
            || self.relative_day.is_some()
    }
}

/// All word forms of a story.
#[derive(Debug, Default)]
pub(in crate::analysis) struct Vocabulary {
    words: Vec<Word>,
    /// One table a language.
    tables: Vec<(&'static str, Table)>,
}

/// Known forms with their numbers.
type Table = FxHashMap<Box<str>, u32>;

impl Vocabulary {
    /// The word of that number, which the vocabulary gave.
    pub(in crate::analysis) fn word(&self, number: u32) -> &Word {
        &self.words[number as usize]
    }

    /// The tokens of `span` in `text`, their words entered.
    pub(in crate::analysis) fn tokens(
        &mut self,
        text: &str,
        span: Span,
        language: &'static str,
        terms: &mut Terms,
    ) -> Vec<Token> {
        let inside = span.of_or_empty(text);
        let lexicon = Lexicon::of(language);
        let table = self.table_of(language);
        let mut desk = String::new();
        let mut tokens = Vec::new();
        for raw in raw_tokens(inside) {
            for raw in apart(raw, inside, lexicon, &mut desk).into_iter().flatten() {
                let slice = raw.span.of_or_empty(inside);
                let form = known_form(slice, &mut desk);
                let form = form.strip_suffix('\'').filter(|form| !form.is_empty()).unwrap_or(form);
                tokens.push(Token {
                    span: raw.span.shifted(span.start()),
                    kind: raw.kind,
                    word: self.enter(form, raw.kind, table, lexicon, terms),
                    capital: slice.chars().next().is_some_and(char::is_uppercase),
                    joined: raw.joined,
                });
            }
        }
        tokens
    }

    /// Where the table of a language stands; it is begun where there is none.
    fn table_of(&mut self, language: &'static str) -> usize {
        let known = self.tables.iter().position(|(of, _)| *of == language);
        known.unwrap_or_else(|| {
            self.tables.push((language, Table::default()));
            self.tables.len() - 1
        })
    }

    fn enter(
        &mut self,
        form: &str,
        kind: TokenKind,
        table: usize,
        lexicon: &'static Lexicon,
        terms: &mut Terms,
    ) -> u32 {
        let (_, table) = &mut self.tables[table];
        if let Some(number) = table.get(form) {
            return *number;
        }
        let number = self.words.len() as u32;
        table.insert(form.into(), number);
        self.words.push(look_up(form, kind, lexicon, terms));
        number
    }
}

/// A word apart from the elided one that is written onto it (`l'`, `qu'`), if there is any.
fn apart(raw: RawToken, text: &str, lexicon: &Lexicon, desk: &mut String) -> [Option<RawToken>; 2] {
    let slice = raw.span.of_or_empty(text);
    let parts = slice.split_once(['\'', '’']);
    let Some((_, rest)) = parts.filter(|(elided, _)| lexicon.elides(known_form(elided, desk)))
    else {
        return [Some(raw), None];
    };
    let (start, end) = (raw.span.start(), raw.span.end());
    let middle = end - rest.len();
    let before = RawToken { span: Span::new(start, middle), ..raw };
    let after = RawToken { span: Span::new(middle, end), kind: raw.kind, joined: false };
    [Some(before), Some(after)]
}

fn look_up(form: &str, kind: TokenKind, lexicon: &'static Lexicon, terms: &mut Terms) -> Word {
    let data = &lexicon.data;
    let bare = super::lexicon::without_possessive(form);
    let stem = (kind == TokenKind::Word).then(|| terms.of_word(form, lexicon));
    Word {
        form: form.into(),
        stem,
        traits: lexicon.traits(form),
        marks: lexicon.marks(form),
        cardinal: lexicon.cardinal(form),
        scale: data.scales.get(form).copied(),
        plural_scale: data.plural_scales.get(form).copied(),
        ordinal: data.ordinals.get(form).copied(),
        fraction: data.fractions.get(form).copied(),
        month: data.months.get(bare).copied(),
        weekday: data.weekdays.get(bare).copied(),
        season: data.seasons.get(form).copied(),
        relative_day: data.relative_days.get(form).copied(),
        day_period: data.day_periods.get(form).copied(),
        unit: data.units.get(bare).map(|(kind, size)| (kind.as_str(), *size)),
        role: lexicon.role(form),
        purpose: lexicon.purpose(form),
        currency: data.currencies.get(form).map(String::as_str),
        source: stem.and_then(|stem| lexicon.source_class(terms.get(stem).stem()?)),
        contrast: lexicon.contrast(form),
        rate: data.rates.get(form).copied(),
        day_part: data.day_parts.get(form).copied(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(language: &'static str, text: &str) -> String {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), language, &mut Terms::default());
        let forms: Vec<&str> =
            tokens.iter().map(|token| &*vocabulary.word(token.word).form).collect();
        forms.join("|")
    }

    #[test]
    fn an_elided_word_is_a_word_of_its_own() {
        assert_eq!(forms("fr", "L’usine d'Arles qu'on a"), "l|usine|d|arles|qu|on|a");
        assert_eq!(forms("fr", "aujourd'hui"), "aujourd'hui");
        assert_eq!(forms("en", "o'clock"), "o'clock");
    }
}

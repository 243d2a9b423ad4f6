//! Numbers as they are written: digits, words, and both.

use super::reader::Reader;
use crate::analysis::words::lexicon::{Lexicon, Traits};

/// A number that was read.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::analysis) struct Numeral {
    /// Its value.
    pub(in crate::analysis) value: f64,
    /// Half of the last place it was given to: how far its true value may lie from it.
    pub(in crate::analysis) slack: f64,
    /// One past its last token.
    pub(in crate::analysis) end: usize,
    /// How it was written.
    pub(in crate::analysis) form: NumeralForm,
}

/// How a number was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::analysis) enum NumeralForm {
    /// In digits.
    Digits,
    /// In digits or words with a scale word (`1.2 million`).
    Scaled,
    /// In words.
    Words,
}

/// The number that begins at token `at`.
pub(in crate::analysis) fn numeral(reader: Reader<'_>, at: usize) -> Option<Numeral> {
    if reader.is_digits(at) {
        return in_digits(reader, at);
    }
    let word = reader.word(at)?;
    let may_begin =
        word.cardinal.is_some() || word.fraction.is_some() || word.traits.has(Traits::ARTICLE);
    if !may_begin {
        return None;
    }
    let of_scale = || part_of_scale(reader, at);
    of_scale().or_else(|| dozens(reader, at)).or_else(|| in_words(reader, at))
}

fn in_digits(reader: Reader<'_>, at: usize) -> Option<Numeral> {
    let plain = below_one(reader, at).or_else(|| grouped_by_spaces(reader, at)).or_else(|| {
        let (value, slack) =
            share(reader, at).or_else(|| digits(reader.form(at)?, reader.lexicon))?;
        Some(Numeral { value, slack, end: at + 1, form: NumeralForm::Digits })
    })?;
    let (value, slack) = (plain.value, plain.slack);
    let Some(scale) = scale_after(reader, plain.end) else { return Some(plain) };
    let slack = if reader.form(at).is_some_and(|form| form.contains(['.', ','])) {
        slack * scale
    } else {
        (slack * scale).max(scale / 2.0)
    };
    let end = plain.end + 1;
    // The full stop of `4,5 Mio. Euro`.
    let is_stop = reader.is(end, "") && reader.is_joined(end);
    let has_unit =
        reader.word(end + 1).is_some_and(|word| word.currency.is_some() || word.unit.is_some());
    let end = end + usize::from(is_stop && has_unit);
    Some(Numeral { value: value * scale, slack, end, form: NumeralForm::Scaled })
}

/// The `.41` of `a level of .41`: a full stop that nothing stands on.
fn below_one(reader: Reader<'_>, at: usize) -> Option<Numeral> {
    let point = at.checked_sub(1)?;
    let is_point = reader.is(point, "") && reader.is_joined(at) && !reader.is_joined(point);
    let form = reader.form(at).filter(|form| form.bytes().all(|byte| byte.is_ascii_digit()))?;
    let place = 10_f64.powf(form.len() as f64);
    let value = form.parse::<f64>().ok()? / place;
    is_point.then_some(Numeral {
        value,
        slack: 0.5 / place,
        end: at + 1,
        form: NumeralForm::Digits,
    })
}

/// `70 000` in a language whose decimal mark is the comma.
fn grouped_by_spaces(reader: Reader<'_>, at: usize) -> Option<Numeral> {
    let is_plain = |form: &&str| form.bytes().all(|byte| byte.is_ascii_digit());
    let first = reader.form(at).filter(is_plain).filter(|form| form.len() <= 3)?;
    if reader.lexicon.data.decimal != Some(',') || first == "0" {
        return None;
    }
    let group = |at: &usize| {
        let form = reader.form(*at).filter(is_plain)?;
        (form.len() == 3 && !reader.is_joined(*at)).then_some(form)
    };
    let groups: Vec<&str> = (at + 1..at + 4).map_while(|at| group(&at)).collect();
    let (value, slack) = digits(&(first.to_owned() + &groups.concat()), reader.lexicon)?;
    let end = at + 1 + groups.len();
    (!groups.is_empty()).then_some(Numeral { value, slack, end, form: NumeralForm::Digits })
}

/// The factor of the scale word at `at`: a letter only where it stands on the digits (`5m`), or a
/// currency on it (`4,7 M€`).
fn scale_after(reader: Reader<'_>, at: usize) -> Option<f64> {
    let word = reader.word(at)?;
    let scale = word.scale?;
    let has_currency = || {
        let next = reader.word(at + 1).is_some_and(|next| next.currency.is_some());
        next && reader.is_joined(at + 1)
    };
    let stands_on_digits = reader.is_joined(at) && word.unit.is_none();
    let is_word = word.form.chars().count() > 1;
    (is_word || stands_on_digits || has_currency()).then_some(scale)
}

/// The value and slack of `2,125 %`: where the decimal mark may group as well, a share tells decimals.
fn share(reader: Reader<'_>, at: usize) -> Option<(f64, f64)> {
    let (whole, decimals) = reader.form(at)?.split_once(reader.lexicon.data.decimal?)?;
    reader.lexicon.shares.starting(|offset| reader.form(at + 1 + offset))?;
    let slack = 0.5 / 10_f64.powf(decimals.len() as f64);
    Some((format!("{whole}.{decimals}").parse().ok()?, slack))
}

/// The value and slack of digits with separators. A lone mark before three digits is a grouping mark
/// where the language is written with it as one, and in a language without a lexicon.
fn digits(form: &str, lexicon: &Lexicon) -> Option<(f64, f64)> {
    let groups: Vec<&str> = form.split(['.', ',']).collect();
    let is_grouped = groups.len() > 2 || {
        let mark = form.chars().find(|c| matches!(c, '.' | ','));
        let by_language = match (mark, lexicon.data.decimal) {
            (Some(mark), Some(decimal)) => mark != decimal || lexicon.data.grouping.contains(mark),
            _ => true,
        };
        let is_below_one = groups[0].trim_start_matches('0').is_empty();
        by_language
            && groups.len() == 2
            && groups[1].len() == 3
            && groups[0].len() <= 3
            && !(is_below_one && lexicon.data.decimal.is_some())
    };
    let last = form.rfind(['.', ',']);
    let mixed = form.contains('.') && form.contains(',');
    let (whole, decimals) = match last {
        Some(at) if mixed || !is_grouped => (form.get(..at)?, form.get(at + 1..)?),
        _ => (form, ""),
    };
    let mut plain: String = whole.chars().filter_map(as_ascii_digit).collect();
    if plain.is_empty() || plain.len() > 18 {
        return None;
    }
    let zeros = plain.len() - plain.trim_end_matches('0').len();
    if !decimals.is_empty() {
        plain.push('.');
        plain.extend(decimals.chars().filter_map(as_ascii_digit));
        let slack = 0.5 / 10_f64.powf(decimals.len() as f64);
        return Some((plain.parse().ok()?, slack));
    }
    let slack = if zeros == 0 { 0.0 } else { 0.5 * 10_f64.powf(zeros as f64) };
    Some((plain.parse().ok()?, slack))
}

fn as_ascii_digit(c: char) -> Option<char> {
    char::from_digit(c.to_digit(10)?, 10)
}

/// `a dozen`, `half a dozen`, `a hundred`, `half a million`, the half of `half a mile`.
fn dozens(reader: Reader<'_>, at: usize) -> Option<Numeral> {
    let is_half = reader.word(at)?.fraction == Some(2.0);
    let article = at + usize::from(is_half);
    let scale_at = article + usize::from(reader.has(article, Traits::ARTICLE));
    if scale_at == at {
        return None;
    }
    let word = reader.word(scale_at)?;
    let is_unit = || {
        let share = reader.lexicon.shares.starting(|offset| reader.form(scale_at + offset));
        word.unit.is_some() || share.is_some()
    };
    if is_half && scale_at > article && is_unit() {
        return Some(Numeral { value: 0.5, slack: 0.05, end: scale_at, form: NumeralForm::Words });
    }
    let scale = word.scale.filter(|_| word.form.chars().count() > 2)?;
    let value = if is_half { scale / 2.0 } else { scale };
    let slack = if is_half { value * 0.05 } else { value / 10.0 };
    Some(Numeral { value, slack, end: scale_at + 1, form: NumeralForm::Words })
}

/// `a quarter of a million`, `three quarters of a million`.
fn part_of_scale(reader: Reader<'_>, at: usize) -> Option<Numeral> {
    let count = reader.word(at)?.cardinal;
    let part_at = at + usize::from(count.is_some() || reader.has(at, Traits::ARTICLE));
    let divisor = reader.word(part_at)?.fraction.filter(|_| part_at > at)?;
    let of = part_at + 1;
    let scale_at = of + 1 + usize::from(reader.has(of + 1, Traits::ARTICLE));
    let word = reader.word(scale_at).filter(|_| reader.has(of, Traits::OUT_OF))?;
    let scale = word.scale.filter(|_| word.form.chars().count() > 2)?;
    let value = count.unwrap_or(1.0) / divisor * scale;
    Some(Numeral { value, slack: value * 0.05, end: scale_at + 1, form: NumeralForm::Words })
}

/// `twenty-one`, `one hundred and fifty`, `two and a half million`.
fn in_words(reader: Reader<'_>, at: usize) -> Option<Numeral> {
    reader.word(at)?.cardinal?;
    let mut sum = Sum { total: 0.0, part: 0.0, place: f64::INFINITY, is_scaled: false };
    let mut end = at;
    loop {
        let skip = sum.joiner(reader, end);
        let Some(word) = reader.word(end + skip) else { break };
        let cardinal = word.cardinal.or_else(|| sum.joined_one(reader, end, skip));
        if let Some(value) = cardinal.filter(|value| sum.takes(*value)) {
            sum.add(value, reader.lexicon);
        } else if let Some((half, length)) = sum.half(reader, end) {
            sum.part += half;
            end += length;
            continue;
        } else if let Some(scale) =
            word.scale.filter(|_| skip == 0 && word.form.chars().count() > 2 && sum.part > 0.0)
        {
            sum.scale(scale);
        } else {
            break;
        }
        end += skip + 1;
        if sum.part == 0.0 && sum.total == 0.0 {
            break;
        }
    }
    let value = sum.total + sum.part;
    let is_round = value >= 10.0 && value % 10.0 == 0.0;
    let slack = if is_round { magnitude_of_zeros(value) / 2.0 } else { 0.0 };
    let form = if sum.is_scaled { NumeralForm::Scaled } else { NumeralForm::Words };
    (end > at).then_some(Numeral { value, slack, end, form })
}

/// A number put together from its words.
struct Sum {
    /// Whole thousands and above.
    total: f64,
    /// What stands below them.
    part: f64,
    /// What follows must be less.
    place: f64,
    is_scaled: bool,
}

impl Sum {
    fn takes(&self, value: f64) -> bool {
        let is_score = self.is_four() && (value - 20.0).abs() < 1e-9;
        (value < self.place || is_score) && (value.fract() == 0.0 || self.part == 0.0)
    }

    fn add(&mut self, value: f64, lexicon: &Lexicon) {
        let by_scores = lexicon.data.counts_by_scores;
        if by_scores && self.is_four() && (value - 20.0).abs() < 1e-9 {
            (self.part, self.place) = (self.part * 20.0, 20.0);
            return;
        }
        self.part += value;
        self.place = match value {
            1000.0.. => 1000.0,
            100.0.. => 100.0,
            60.0.. if by_scores => 20.0,
            20.0.. => 10.0,
            10.0 if by_scores => 10.0,
            _ => 0.0,
        };
    }

    fn is_four(&self) -> bool {
        (self.part - 4.0).abs() < 1e-9
    }

    fn scale(&mut self, scale: f64) {
        self.is_scaled = true;
        self.place = if scale >= 1000.0 { f64::INFINITY } else { 100.0 };
        self.part *= scale;
        if scale >= 1000.0 {
            self.total += self.part;
            self.part = 0.0;
        }
    }

    /// 1 where an `and` may stand that is part of the number.
    fn joiner(&self, reader: Reader<'_>, at: usize) -> usize {
        let joins_tens = (self.place - 10.0).abs() < 1e-9 || (self.place - 20.0).abs() < 1e-9;
        let is_tens = joins_tens && reader.is(at, &reader.lexicon.data.tens_joiner);
        let is_scaled = self.part > 0.0 && self.is_scaled && reader.has(at, Traits::JOINER);
        usize::from(is_tens || is_scaled)
    }

    /// The `una` of `cincuenta y una`, which alone is an article.
    fn joined_one(&self, reader: Reader<'_>, at: usize, skip: usize) -> Option<f64> {
        let is_tens = skip == 1 && reader.is(at, &reader.lexicon.data.tens_joiner);
        (is_tens && self.part > 0.0 && reader.has(at + 1, Traits::ARTICLE)).then_some(1.0)
    }

    /// `and a half`, `and three-quarters`, with its length.
    fn half(&self, reader: Reader<'_>, at: usize) -> Option<(f64, usize)> {
        let is_whole = self.part > 0.0 && self.part.fract() == 0.0;
        let count = reader.word(at + 1)?.cardinal;
        let count = count.or_else(|| reader.has(at + 1, Traits::ARTICLE).then_some(1.0))?;
        let divisor = reader.word(at + 2)?.fraction?;
        let is_half = is_whole
            && reader.has(at, Traits::JOINER)
            && count < divisor
            && [2.0, 4.0].contains(&divisor);
        is_half.then_some((count / divisor, 3))
    }
}

fn magnitude_of_zeros(value: f64) -> f64 {
    let mut place = 10.0;
    while value % (place * 10.0) == 0.0 && place < 1e15 {
        place *= 10.0;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
    use crate::text::Span;

    fn check(language: &'static str, text: &str, value: f64, end: usize) {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), language, &mut Terms::default());
        let reader =
            Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon: Lexicon::of(language) };
        let found = numeral(reader, 0);
        assert_eq!(found.map(|n| (n.value, n.end)), Some((value, end)), "{text}");
    }

    #[test]
    fn numerals_in_digits_follow_the_language() {
        check("en", "1,198 workers", 1198.0, 1);
        check("en", "1.36m pounds", 1_360_000.0, 2);
        check("en", "187,500.50", 187_500.5, 1);
        check("en", "2.5 million", 2_500_000.0, 2);
        check("", "1.200", 1200.0, 1);
    }

    #[test]
    fn number_words_add_up() {
        check("en", "twenty-one people", 21.0, 2);
        check("en", "one hundred and fifty men", 150.0, 4);
        check("en", "two million three hundred thousand", 2_300_000.0, 5);
        check("en", "six over", 6.0, 1);
        check("en", "half a dozen", 6.0, 3);
        check("en", "a quarter of a million", 250_000.0, 5);
        check("en", "three quarters of a million", 750_000.0, 5);
        check("en", "a hundred", 100.0, 2);
        check("en", "fifty-one", 51.0, 2);
        check("en", "two and a half million", 2_500_000.0, 5);
        check("en", "three and three-quarter per cent", 3.75, 4);
        check("en", "five and three others", 5.0, 1);
    }

    #[test]
    fn other_languages_have_their_own_marks_and_words() {
        check("de", "1.200 Mieter", 1200.0, 1);
        check("de", "1,36 Millionen Euro", 1_360_000.0, 2);
        check("de", "einundfünfzig Menschen", 51.0, 1);
        check("de", "50\u{202f}000 Euro", 50_000.0, 1);
        check("de", "4,5 Mio. Euro", 4_500_000.0, 3);
        check("fr", "3,5 millions", 3_500_000.0, 2);
        check("fr", "70 000 habitants", 70_000.0, 2);
        check("de", "1 250 000 Euro", 1_250_000.0, 3);
        check("en", "70 000", 70.0, 1);
        check("es", "1,340 personas", 1340.0, 1);
        check("es", "86.4 millones", 86_400_000.0, 2);
        check("es", "2,125 %", 2.125, 1);
        check("es", "0,125", 0.125, 1);
        check("fr", "9’800 francs", 9800.0, 1);
        check("fr", "4,7 M€", 4_700_000.0, 2);
        check("fr", "40 m", 40.0, 1);
        check("es", "dos mil personas", 2000.0, 2);
        check("es", "cincuenta y una personas", 51.0, 3);
        check("es", "ciento veinte personas", 120.0, 2);
        check("fr", "soixante-dix mille", 70_000.0, 3);
        check("fr", "quatre-vingt-dix-sept", 97.0, 4);
        check("fr", "cent vingt", 120.0, 2);
        check("fr", "cinquante et une personnes", 51.0, 3);
        check("de", "anderthalb Stunden", 1.5, 1);
    }

    #[test]
    fn two_numbers_in_a_row_are_two() {
        check("en", "three two", 3.0, 1);
    }
}

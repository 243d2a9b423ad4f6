//! Quantities in a sentence: value, what is measured or counted, bounds and blur.

use super::labels::{ends_name, is_label, is_part_of_name};
use super::measured::measure;
use super::numerals::{Numeral, NumeralForm, numeral};
use super::quantity::{Extent, Quantity, QuantityForm};
use super::reader::Reader;
use super::roles::heads;
use super::vague::vague;
use crate::analysis::words::lexicon::{Bound, Traits};
use crate::analysis::words::terms::ValueKind;

/// The quantity whose number begins at `at`.
pub(in crate::analysis) fn quantity(reader: Reader<'_>, at: usize) -> Option<(Quantity, Extent)> {
    fraction(reader, at)
        .or_else(|| counted(reader, at))
        .or_else(|| ordinal(reader, at))
        .or_else(|| vague(reader, at))
}

fn counted(reader: Reader<'_>, at: usize) -> Option<(Quantity, Extent)> {
    let first = numeral(reader, at)?;
    if is_part_of_name(reader, at, first) {
        return None;
    }
    let label = is_label(reader, at) || ends_name(reader, at, first);
    let (high, end) =
        range_end(reader, first).map_or((None, first.end), |high| (Some(high), high.end));
    let measured = measure(reader, at, high.unwrap_or(first).end);
    let (kind, factor, end) = if label {
        (ValueKind::Label, 1.0, first.end)
    } else {
        (measured.kind, measured.factor, measured.end.max(end))
    };
    let low_scale = shared_scale(first, high);
    let bound = bound_before(reader, measured.start);
    let is_blurred = bound.1 == Bound::Exactly && is_round_word(reader, at, first);
    let bound = (bound.0, if is_blurred { Bound::About } else { bound.1 });
    let (of, end) = if kind == ValueKind::Count { whole_after(reader, end) } else { (None, end) };
    let form = if first.form == NumeralForm::Scaled
        || high.is_some_and(|high| high.form == NumeralForm::Scaled)
    {
        QuantityForm::Scaled
    } else {
        QuantityForm::Plain
    };
    let ratio = of.filter(|of| is_ratio(reader, first, *of));
    let quantity = Quantity {
        value: ratio.map_or(first.value * low_scale * factor, |of| first.value / of * 100.0),
        high: high.filter(|_| !label).map(|high| high.value * factor),
        unit: factor,
        slack: slack_of(first, kind) * low_scale * factor,
        kind: if ratio.is_some() { ValueKind::Percent } else { kind },
        bound: bound.1,
        form: if ratio.is_some() { QuantityForm::Ratio } else { form },
        of: of.filter(|_| ratio.is_none()),
        heads: heads(reader, end),
    };
    let is_one = (first.value - 1.0).abs() < 1e-9 && first.form == NumeralForm::Words;
    let is_bare_one = is_one
        && quantity.kind == ValueKind::Count
        && quantity.of.is_none()
        && !reader.has(end, Traits::PEOPLE);
    let is_each = is_one && at > 0 && reader.has(at - 1, Traits::ALL);
    (!is_bare_one && !is_each).then_some((quantity, Extent { start: bound.0, end }))
}

/// Whether a number stands at `at` as a round one with its article: `a hundred`, `une trentaine`. A dozen is
/// twelve.
fn is_round_word(reader: Reader<'_>, at: usize, number: Numeral) -> bool {
    const DOZEN: f64 = 12.0;
    number.form == NumeralForm::Words
        && reader.has(at, Traits::ARTICLE)
        && (10.0..=100.0).contains(&number.value)
        && (number.value - DOZEN).abs() > f64::EPSILON
}

/// Half of the last place of a number. What is counted has no parts; what is measured has, so that 14 per
/// cent may be 14.2.
fn slack_of(number: Numeral, kind: ValueKind) -> f64 {
    let is_measured = matches!(
        kind,
        ValueKind::Percent | ValueKind::Points | ValueKind::Money(_) | ValueKind::Measure(_)
    );
    let is_whole = is_measured && number.value.fract() == 0.0;
    if is_whole { number.slack.max(0.5) } else { number.slack }
}

/// `third`, `31st`: a rank, unless it is the part of a date or fraction that others read.
fn ordinal(reader: Reader<'_>, at: usize) -> Option<(Quantity, Extent)> {
    let word = reader.word(at)?;
    let value = word.ordinal?;
    if word.form.len() < 5 && word.unit.is_some() {
        return None;
    }
    let quantity = Quantity {
        value,
        high: None,
        unit: 1.0,
        slack: 0.0,
        kind: ValueKind::Ordinal,
        bound: Bound::Exactly,
        form: QuantityForm::Plain,
        of: None,
        heads: heads(reader, at + 1),
    };
    Some((quantity, Extent { start: at, end: at + 1 }))
}

/// `a third of`, `two-thirds`, `half the members`, `three quarters`.
fn fraction(reader: Reader<'_>, at: usize) -> Option<(Quantity, Extent)> {
    let (count, unit_at) = match numeral(reader, at) {
        Some(number)
            if number.value >= 1.0 && number.value < 10.0 && number.value.fract() == 0.0 =>
        {
            (number.value, number.end)
        }
        Some(_) => return None,
        None => (1.0, at + usize::from(reader.has(at, Traits::ARTICLE))),
    };
    let divisor = reader.word(unit_at)?.fraction?;
    let end = unit_at + 1;
    let is_part = reader.has(end, Traits::OUT_OF)
        || ((divisor - 2.0).abs() < 1e-9 && reader.has(end, Traits::ARTICLE.or(Traits::ALL)))
        || (count > 1.0 && count < divisor);
    if !is_part
        || count >= divisor
        || reader.word(end).is_some_and(|word| word.scale.is_some())
        || is_part_of_year(reader, at, end)
    {
        return None;
    }
    let (start, bound) = bound_before(reader, at);
    let after = end + usize::from(reader.has(end, Traits::OUT_OF));
    let quantity = Quantity {
        value: count / divisor * 100.0,
        high: None,
        unit: 1.0,
        slack: 1.0,
        kind: ValueKind::Percent,
        bound,
        form: QuantityForm::Ratio,
        of: None,
        heads: heads(reader, after),
    };
    Some((quantity, Extent { start, end }))
}

/// Whether a fraction from `at` to `end` is a stretch of a year: `the first quarter of 2024`, `the same
/// quarter of last year`.
fn is_part_of_year(reader: Reader<'_>, at: usize, end: usize) -> bool {
    let ranks = |at: usize| reader.word(at).is_some_and(|word| word.ordinal.is_some());
    let after = end + usize::from(reader.has(end, Traits::OUT_OF));
    let tells_year = reader.has(after, Traits::LAST.or(Traits::NEXT).or(Traits::THIS))
        || numeral(reader, after).is_some_and(is_year);
    tells_year || at.checked_sub(1).is_some_and(ranks)
}

/// The number that ends a range: `10 to 15`, `10-15`, `between 10 and 15`.
fn range_end(reader: Reader<'_>, first: Numeral) -> Option<Numeral> {
    let dash = reader.is(first.end, "–") || reader.is(first.end, "—");
    let joined = reader.is_joined(first.end) && reader.is_digits(first.end);
    let and = reader.has(first.end, Traits::JOINER)
        && reader.has(first.end.checked_sub(2)?, Traits::BETWEEN);
    let to =
        reader.has(first.end, Traits::TO) && !reader.has(first.end.wrapping_sub(2), Traits::OUT_OF);
    let next = if joined {
        first.end
    } else if dash || to || and {
        first.end + 1
    } else {
        return None;
    };
    numeral(reader, next).filter(|high| high.value > first.value)
}

/// In `10 to 15 million` the first number has the scale of the second.
fn shared_scale(first: Numeral, high: Option<Numeral>) -> f64 {
    match high {
        Some(high)
            if high.form == NumeralForm::Scaled
                && first.form != NumeralForm::Scaled
                && first.value < 1000.0 =>
        {
            [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| high.value >= *scale).unwrap_or(1.0)
        }
        _ => 1.0,
    }
}

/// The bound before the token at `at`, and where it begins.
fn bound_before(reader: Reader<'_>, at: usize) -> (usize, Bound) {
    for skip in 0..=1 {
        let Some(last) = at.checked_sub(skip + 1) else { break };
        if skip == 1 && !reader.has(last + 1, Traits::ARTICLE) {
            break;
        }
        if let Some((length, bound)) =
            reader.lexicon.bounds.ending(|back| reader.form(last.checked_sub(back)?))
        {
            return (last + 1 - length, bound);
        }
    }
    (at, Bound::Exactly)
}

/// `of the 14`, `in ten`, `out of 12` after the number that ends before `end`.
fn whole_after(reader: Reader<'_>, end: usize) -> (Option<f64>, usize) {
    let mut at = end;
    while reader.has(at, Traits::OUT_OF) && at < end + 2 {
        at += 1;
    }
    if at == end {
        return (None, end);
    }
    at += usize::from(reader.has(at, Traits::ARTICLE.or(Traits::ALL)));
    at += usize::from(reader.has(at, Traits::ARTICLE));
    match numeral(reader, at) {
        Some(whole) if whole.value < 10_000.0 && !is_year(whole) => (Some(whole.value), whole.end),
        _ => (None, end),
    }
}

fn is_year(number: Numeral) -> bool {
    number.form == NumeralForm::Digits && (1500.0..2050.0).contains(&number.value)
}

/// Whether `n in m` tells a share: one in so many, or the whole is a round ten, five, four, three or hundred.
fn is_ratio(reader: Reader<'_>, part: Numeral, of: f64) -> bool {
    let at = part.end;
    let is_round = [3.0, 4.0, 5.0, 10.0, 20.0].contains(&of) || of % 50.0 == 0.0;
    let is_one = (part.value - 1.0).abs() < 1e-9 && part.form == NumeralForm::Words;
    (is_round || is_one && of > 1.0)
        && reader.form(at).is_some_and(|form| !reader.has(at + 1, Traits::ARTICLE) && form != "of")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::words::lexicon::Lexicon;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
    use crate::text::Span;

    fn read(text: &str) -> Option<(Quantity, String)> {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), "en", &mut Terms::default());
        let reader =
            Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon: Lexicon::of("en") };
        let (quantity, extent) = (0..tokens.len()).find_map(|at| quantity(reader, at))?;
        let span = tokens.get(extent.start)?.span.join(tokens.get(extent.end - 1)?.span);
        Some((quantity, span.of_or_empty(text).to_owned()))
    }

    /// `marked` has the quantity in brackets.
    fn check(marked: &str, value: f64, kind: ValueKind, bound: Bound) {
        let text = marked.replace(['[', ']'], "");
        let expected = marked.split(['[', ']']).nth(1).unwrap_or_default();
        let (quantity, found) = read(&text).expect("a quantity stands in the text");
        assert!((quantity.value - value).abs() < 1e-6, "{text}: {quantity:?}");
        assert_eq!(
            (quantity.kind, quantity.bound, found.as_str()),
            (kind, bound, expected),
            "{text}"
        );
    }

    #[test]
    fn money_shares_and_measures_are_told_apart() {
        check("worth [about $1.2 billion]", 1.2e9, ValueKind::Money("USD"), Bound::About);
        check("of [1.36 million pounds] of", 1.36e6, ValueKind::Money("GBP"), Bound::Exactly);
        check("[nearly 70%] of imports", 70.0, ValueKind::Percent, Bound::SlightlyUnder);
        check("rose [three percentage points]", 3.0, ValueKind::Points, Bound::Exactly);
        check("[more than 40] hurt", 40.0, ValueKind::Count, Bound::Over);
        check("a grant of [$A2 million] for", 2e6, ValueKind::Money("USD"), Bound::Exactly);
        check("a list of [21 lakh] voters", 2.1e6, ValueKind::Count, Bound::Exactly);
        check("fined [Rs 3 crore] by", 3e7, ValueKind::Money("INR"), Bound::Exactly);
        check(
            "rose by [108 degrees Fahrenheit]",
            108.0,
            ValueKind::Measure("fahrenheit"),
            Bound::Exactly,
        );
        check("within [half a mile]", 804.672, ValueKind::Measure("length"), Bound::Exactly);
    }

    #[test]
    fn shares_told_in_words_are_shares() {
        check("[two-thirds] of voters", 200.0 / 3.0, ValueKind::Percent, Bound::Exactly);
        check("[seven in ten] residents", 70.0, ValueKind::Percent, Bound::Exactly);
        check("[almost half] of them", 50.0, ValueKind::Percent, Bound::SlightlyUnder);
    }

    #[test]
    fn points_are_told_in_halves_and_hundredths() {
        check("by [half a percentage point] to", 0.5, ValueKind::Points, Bound::Exactly);
        check("by [50 basis points] to", 0.5, ValueKind::Points, Bound::Exactly);
    }

    #[test]
    fn one_in_so_many_is_a_share_and_a_quarter_of_a_year_is_none() {
        check("[one in eight] sheds", 12.5, ValueKind::Percent, Bound::Exactly);
        check("[a quarter] of the sheds", 25.0, ValueKind::Percent, Bound::Exactly);
        assert_eq!(read("in the same quarter of last year"), None);
    }

    #[test]
    fn ages_are_no_counts() {
        check("Anna Hill, [31], a nurse", 31.0, ValueKind::Age, Bound::Exactly);
        check("Anna Hill ([31]) fled", 31.0, ValueKind::Age, Bound::Exactly);
        check("a [54-year-old] driver", 54.0, ValueKind::Age, Bound::Exactly);
        check("Carl Hill Jr., [49], fled", 49.0, ValueKind::Age, Bound::Exactly);
    }

    #[test]
    fn the_whole_is_read_with_the_part() {
        let (quantity, text) = read("guilty on nine of the 14 counts").expect("a number");
        assert_eq!(
            (quantity.value, quantity.of, text.as_str()),
            (9.0, Some(14.0), "nine of the 14")
        );
    }

    #[test]
    fn a_range_has_two_ends() {
        let (quantity, _) = read("10 to 15 million euros").expect("a number");
        assert_eq!((quantity.value, quantity.high), (1e7, Some(1.5e7)));
    }

    #[test]
    fn a_number_that_ends_a_name_is_a_label() {
        for text in ["the crew of Apollo 11 were safe", "a flaw in all versions of Windows 7."] {
            assert_eq!(read(text).map(|(number, _)| number.kind), Some(ValueKind::Label), "{text}");
        }
        let counted = read("the storm in northern Iowa killed 12 in one night");
        assert_eq!(counted.map(|(number, _)| number.kind), Some(ValueKind::Count));
    }

    #[test]
    fn numbers_in_names_count_nothing() {
        for text in ["a B-52 bomber", "the Covid-19 rules", "a dad-of-three"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

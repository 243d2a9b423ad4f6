//! Times of day in a sentence.

use super::numerals::{Reader, numeral};
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::vocabulary::Word;

/// A time of day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::analysis) struct ClockValue {
    /// Minutes since midnight, or since the last twelve o'clock where the half of the day is unknown.
    pub(in crate::analysis) minutes: u32,
    /// Whether it is known to be before or after noon.
    pub(super) has_half: bool,
}

impl ClockValue {
    /// How many minutes lie between two times, the halves of the day aside where one is unknown.
    pub(in crate::analysis) fn distance(self, other: Self) -> u32 {
        let day = if self.has_half && other.has_half { 1440 } else { 720 };
        let apart = (self.minutes % day).abs_diff(other.minutes % day);
        apart.min(day - apart)
    }
}

/// The time that begins at `at`, and one past its last token.
pub(in crate::analysis) fn clock(reader: Reader<'_>, at: usize) -> Option<(ClockValue, usize)> {
    with_colon(reader, at)
        .or_else(|| with_zone(reader, at))
        .or_else(|| full_hour(reader, at))
        .or_else(|| in_words(reader, at))
        .or_else(|| noon(reader, at))
        .or_else(|| bare_hour(reader, at))
}

/// `6:42 a.m.`, `10.30pm`, `18.30 Uhr`, `18:30`.
fn with_colon(reader: Reader<'_>, at: usize) -> Option<(ClockValue, usize)> {
    let (hour, minute, end, is_sure) = if reader.is(at + 1, ":") && reader.is_joined(at + 2) {
        (reader.small_number(at, 2)?, two_digits(reader.form(at + 2)?)?, at + 3, true)
    } else {
        let (hour, minute) =
            reader.is_digits(at).then(|| reader.form(at)).flatten()?.split_once('.')?;
        (hour.parse().ok()?, two_digits(minute)?, at + 1, false)
    };
    if hour > 24 || minute > 59 || (is_sure && reader.is(end, ":")) {
        return None;
    }
    let (value, end, has_mark) = with_half(reader, hour, minute, end)?;
    (is_sure || has_mark).then_some((value, end))
}

/// `0300 GMT`.
fn with_zone(reader: Reader<'_>, at: usize) -> Option<(ClockValue, usize)> {
    let form = reader.is_digits(at).then(|| reader.form(at)).flatten()?;
    let (hour, minute) = form.split_at_checked(2).filter(|_| form.len() == 4)?;
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    let has_zone =
        reader.form(at + 1).is_some_and(|zone| matches!(zone, "gmt" | "utc" | "est" | "cet"));
    let value = ClockValue { minutes: (hour % 24) * 60 + minute, has_half: true };
    (has_zone && hour <= 24 && minute < 60).then_some((value, at + 2))
}

fn two_digits(form: &str) -> Option<u32> {
    (form.len() == 2).then(|| form.parse().ok()).flatten()
}

/// `7am`, `seven o'clock`, `13 Uhr`.
fn full_hour(reader: Reader<'_>, at: usize) -> Option<(ClockValue, usize)> {
    let number = numeral(reader, at)?;
    if number.value > 24.0 || number.value.fract() != 0.0 {
        return None;
    }
    let (value, end, has_mark) = with_half(reader, number.value as u32, 0, number.end)?;
    has_mark.then_some((value, end))
}

/// Reads `a.m.`, `o'clock` or `in the morning` after the time; the last value tells whether any stood.
fn with_half(
    reader: Reader<'_>,
    hour: u32,
    minute: u32,
    end: usize,
) -> Option<(ClockValue, usize, bool)> {
    let has_clock = reader.has(end, Traits::CLOCK);
    let after = end + usize::from(has_clock);
    let plain = |hour: u32| (hour % 24) * 60 + minute;
    let is_mark =
        |at: usize| reader.form(at).is_some_and(|form| matches!(form, "a.m" | "am" | "p.m" | "pm"));
    if is_mark(after) {
        let base = (hour % 12) * 60 + minute;
        let minutes = if reader.has(after, Traits::AFTERNOON) { base + 720 } else { base };
        return (hour <= 12).then_some((ClockValue { minutes, has_half: true }, after + 1, true));
    }
    let has_half = hour > 12 || reader.lexicon.data.hours_run_to_24;
    Some((ClockValue { minutes: plain(hour), has_half }, after, has_clock))
}

/// `half past ten`, `quarter to seven`, `eighteen minutes to seven`, `halb sieben`.
fn in_words(reader: Reader<'_>, at: usize) -> Option<(ClockValue, usize)> {
    if reader.has(at, Traits::HALF_BEFORE) {
        let hour = hour_at(reader, at + 1)?;
        return Some((half_less((hour * 60).checked_sub(30)?), at + 2));
    }
    let is_half = reader.word(at)?.fraction == Some(2.0);
    let (minutes, next, is_named) = if is_half || reader.has(at, Traits::QUARTER) {
        (if is_half { 30 } else { 15 }, at + 1, true)
    } else {
        let number = numeral(reader, at).filter(|number| number.value < 60.0)?;
        let is_unit = reader.word(number.end).is_some_and(|word| {
            word.unit.is_some_and(|(kind, size)| kind == "duration" && (size - 1.0).abs() < 0.01)
        });
        (number.value as u32, number.end + usize::from(is_unit), is_unit)
    };
    let is_past = reader.has(next, Traits::PAST);
    if !is_past && (is_half || !reader.has(next, Traits::TO)) {
        return None;
    }
    let hour = hour_at(reader, next + 1)?;
    let end = numeral(reader, next + 1)?.end;
    let is_tellable = is_named
        || (at > 0
            && reader.has(at - 1, Traits::PLACE_PREPOSITION)
            && !reader.word(end).is_some_and(Word::is_content));
    let total =
        if is_past { hour * 60 + minutes } else { (hour * 60 + 720).checked_sub(minutes)? };
    is_tellable.then_some((half_less(total % 720), end))
}

fn hour_at(reader: Reader<'_>, at: usize) -> Option<u32> {
    let number = numeral(reader, at)?;
    let is_scale =
        reader.word(number.end).is_some_and(|word| word.is_content() && word.unit.is_some());
    (number.value.fract() == 0.0 && (1.0..=12.0).contains(&number.value) && !is_scale)
        .then_some(number.value as u32)
}

const fn half_less(minutes: u32) -> ClockValue {
    ClockValue { minutes: minutes % 720, has_half: false }
}

/// The `elf` of `gegen elf war sie da`: an hour that only the words before it tell. What may be counted
/// does not follow.
fn bare_hour(reader: Reader<'_>, at: usize) -> Option<(ClockValue, usize)> {
    let hour = hour_at(reader, at)?;
    let end = numeral(reader, at)?.end;
    let before = |offset| reader.form(at.checked_sub(1 + offset)?);
    reader.lexicon.before_hours.ending(before)?;
    let is_counted = reader.word(end).is_some_and(|next| {
        let tells_day = next.weekday.is_some() || next.day_part.is_some();
        next.is_content() && !tells_day && !next.traits.has(Traits::FINITE)
    });
    (!is_counted).then_some((half_less(hour * 60), end))
}

fn noon(reader: Reader<'_>, at: usize) -> Option<(ClockValue, usize)> {
    match () {
        () if reader.has(at, Traits::NOON) => {
            Some((ClockValue { minutes: 720, has_half: true }, at + 1))
        }
        () if reader.has(at, Traits::MIDNIGHT) => {
            Some((ClockValue { minutes: 0, has_half: true }, at + 1))
        }
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::words::lexicon::Lexicon;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
    use crate::text::Span;

    fn read(text: &str) -> Option<ClockValue> {
        read_in("en", text)
    }

    fn read_in(language: &'static str, text: &str) -> Option<ClockValue> {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), language, &mut Terms::default());
        let reader =
            Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon: Lexicon::of(language) };
        (0..tokens.len()).find_map(|at| clock(reader, at)).map(|(value, _)| value)
    }

    fn check(text: &str, hour: u32, minute: u32, has_half: bool) {
        assert_eq!(
            read(text),
            Some(ClockValue { minutes: hour * 60 + minute, has_half }),
            "{text}"
        );
    }

    #[test]
    fn times_are_read_from_digits_and_from_words() {
        check("at 6:42 a.m. on Tuesday", 6, 42, true);
        check("by 10.30pm", 22, 30, true);
        check("just after 7am", 7, 0, true);
        check("at 18:30", 18, 30, true);
        check("(0300 GMT)", 3, 0, true);
        check("at half past ten", 10, 30, false);
        check("eighteen minutes to seven", 6, 42, false);
        check("a quarter past three", 3, 15, false);
        check("by noon", 12, 0, true);
        check("12 a.m.", 0, 0, true);
    }

    #[test]
    fn german_times_are_read() {
        let minutes = |text| read_in("de", text).map(|value| value.minutes);
        assert_eq!(minutes("um 18.30 Uhr"), Some(18 * 60 + 30));
        assert_eq!(minutes("gegen 7 Uhr"), Some(7 * 60));
        assert_eq!(minutes("um halb sieben"), Some(6 * 60 + 30));
        assert_eq!(minutes("Viertel nach acht"), Some(8 * 60 + 15));
        assert_eq!(minutes("Gegen elf war sie da."), Some(11 * 60));
        assert_eq!(minutes("kurz vor zehn am Freitagabend"), Some(10 * 60));
        assert_eq!(minutes("Sie spielten gegen elf Profis."), None);
        assert_eq!(minutes("Der Rat stimmte mit acht gegen elf bewaffnete Wächter."), None);
    }

    #[test]
    fn a_range_a_score_and_a_ratio_are_no_times() {
        for text in ["between 10 to 15 people", "they won 3 to 2 games", "at 10.5", "2.30 metres"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn times_without_their_half_of_the_day_meet_either() {
        let (morning, words) = (read("6:42 a.m."), read("eighteen minutes to seven"));
        assert_eq!(morning.zip(words).map(|(a, b)| a.distance(b)), Some(0));
    }
}

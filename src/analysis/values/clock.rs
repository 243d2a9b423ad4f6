//! Times of day in a sentence.

use super::numerals::{Numeral, NumeralForm, numeral};
use super::reader::Reader;
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
        .or_else(|| hour_first(reader, at))
        .or_else(|| in_words(reader, at))
        .or_else(|| noon(reader, at))
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

/// `7am`, `seven o'clock`, `13 Uhr`, `18h30`.
fn full_hour(reader: Reader<'_>, at: usize) -> Option<(ClockValue, usize)> {
    let number = hour_number(reader, at)?;
    let after = number.end;
    let is_clock = reader.has(after, Traits::CLOCK);
    // `six heures` is a stretch of time, unless something points to it (`à six heures`).
    if is_clock && reader.word(after)?.unit.is_some() {
        return None;
    }
    if is_clock && let Some(minute) = minutes_in_digits(reader, after + 1) {
        let minutes = (number.value as u32 % 24) * 60 + minute;
        return Some((ClockValue { minutes, has_half: true }, after + 2));
    }
    let (value, end, has_mark) = with_half(reader, number.value as u32, 0, after)?;
    has_mark.then_some((value, end))
}

/// Whether the `una` of `a la una` stands at `at`, which else is an article.
pub(super) fn is_one_o_clock(reader: Reader<'_>, at: usize) -> bool {
    let one = &*reader.lexicon.data.one_o_clock;
    !one.is_empty() && reader.is(at, one) && points_to_time(reader, at)
}

/// A whole number of hours.
fn hour_number(reader: Reader<'_>, at: usize) -> Option<Numeral> {
    let one = || {
        is_one_o_clock(reader, at).then_some(Numeral {
            value: 1.0,
            slack: 0.0,
            end: at + 1,
            form: NumeralForm::Words,
        })
    };
    let number = numeral(reader, at).or_else(one)?;
    (number.value <= 24.0 && number.value.fract() == 0.0).then_some(number)
}

/// The `30` of `18 h 30`.
fn minutes_in_digits(reader: Reader<'_>, at: usize) -> Option<u32> {
    let form = reader.is_digits(at).then(|| reader.form(at)).flatten()?;
    two_digits(form).filter(|minutes| *minutes < 60)
}

/// Whether what stands before `at` points to a time of day: `à`, `a las`.
fn points_to_time(reader: Reader<'_>, at: usize) -> bool {
    let book = &reader.lexicon.before_hours;
    at.checked_sub(1)
        .is_some_and(|last| book.ending(|back| reader.form(last.checked_sub(back)?)).is_some())
}

/// `à sept heures et demie`, `a las cuatro menos diez de la tarde`, `gegen elf`: an hour that something
/// points to.
fn hour_first(reader: Reader<'_>, at: usize) -> Option<(ClockValue, usize)> {
    if !points_to_time(reader, at) {
        return None;
    }
    let number = hour_number(reader, at)?;
    let is_told = reader.has(number.end, Traits::CLOCK);
    let hour_end = number.end + usize::from(is_told);
    let (minutes, end) = minutes_after(reader, hour_end).unwrap_or((0, hour_end));
    let part = part_told(reader, end, number.value as u32);
    let is_counted = reader.word(end).is_some_and(|next| {
        next.is_content() && next.day_part.is_none() && !next.traits.has(Traits::FINITE)
    });
    let goes_on = reader.has(end, Traits::OUT_OF) || is_counted;
    let is_lone = part.is_none() && end == hour_end;
    let is_score = is_lone && number.value > 12.0 && !reader.has(at - 1, Traits::ARTICLE);
    let needs_hour = !reader.lexicon.data.hours_stand_alone || is_score;
    let is_stretch = is_lone && goes_on && !names_day(reader, end);
    if (needs_hour && !is_told) || is_stretch {
        return None;
    }
    let hour = part.map_or(number.value as u32, |(hour, _)| hour);
    let is_of_24 = is_told && number.form == NumeralForm::Digits;
    let has_half = part.is_some() || hour > 12 || is_of_24;
    let day = if has_half { 1440 } else { 720 };
    let minutes = (hour.cast_signed() * 60 + minutes).rem_euclid(day).cast_unsigned();
    Some((ClockValue { minutes, has_half }, part.map_or(end, |(_, end)| end)))
}

/// Whether a day is told at `at`, or after the word of belonging there: `lundi`, `del domingo`.
fn names_day(reader: Reader<'_>, at: usize) -> bool {
    let is_day = |at: usize| {
        reader.word(at).is_some_and(|word| word.weekday.is_some() || word.relative_day.is_some())
    };
    is_day(at) || (reader.has(at, Traits::OUT_OF) && (is_day(at + 1) || reader.is_digits(at + 1)))
}

/// The minutes that follow an hour, less than none where they lack to it, and one past them: `30`,
/// `et demie`, `y cuarto`, `menos diez`, `moins le quart`.
fn minutes_after(reader: Reader<'_>, at: usize) -> Option<(i32, usize)> {
    if let Some(minutes) = minutes_in_digits(reader, at) {
        return Some((minutes.cast_signed(), at + 1));
    }
    let sign = match () {
        () if reader.has(at, Traits::JOINER) && !reader.lexicon.data.less.is_empty() => 1,
        () if reader.has(at, Traits::LESS) => -1,
        () => return None,
    };
    let next = at + 1 + usize::from(reader.has(at + 1, Traits::ARTICLE));
    let (minutes, end) = match reader.word(next)?.fraction {
        Some(divisor) if [2.0, 4.0].contains(&divisor) => (60.0 / divisor, next + 1),
        _ => numeral(reader, next).map(|number| (number.value, number.end))?,
    };
    let is_counted =
        reader.word(end).is_some_and(Word::is_content) && part_told(reader, end, 1).is_none();
    (minutes < 60.0 && minutes.fract() == 0.0 && !is_counted)
        .then_some((sign * minutes as i32, end))
}

/// The hour from midnight on where the part of the day is told after it, and one past that: `de la
/// tarde`, `du matin`.
fn part_told(reader: Reader<'_>, at: usize, hour: u32) -> Option<(u32, usize)> {
    if !reader.has(at, Traits::OUT_OF) || hour > 12 {
        return None;
    }
    let part = at + 1 + usize::from(reader.has(at + 1, Traits::ARTICLE));
    let end = part + 1 + usize::from(reader.is_joined(part + 1));
    let small_hours = hour == 12 || hour < 5;
    let is_night = reader.word(part)?.day_part == Some(NIGHT);
    match () {
        () if is_night && small_hours => Some((hour % 12, end)),
        () if reader.has(part, Traits::MORNING) => Some((hour % 12, end)),
        () if reader.has(part, Traits::AFTERNOON) => Some((hour % 12 + 12, end)),
        () => None,
    }
}

/// Night, as lexicons number the parts of the day.
const NIGHT: u8 = 4;

/// Reads `a.m.`, `o'clock` or `a. m.` after the time; the last value tells whether any stood.
fn with_half(
    reader: Reader<'_>,
    hour: u32,
    minute: u32,
    end: usize,
) -> Option<(ClockValue, usize, bool)> {
    let has_clock = reader.has(end, Traits::CLOCK);
    let after = end + usize::from(has_clock);
    if let Some((is_afternoon, end)) = half_mark(reader, after) {
        let minutes = (hour % 12) * 60 + minute + if is_afternoon { 720 } else { 0 };
        return (hour <= 12).then_some((ClockValue { minutes, has_half: true }, end, true));
    }
    let has_half = hour > 12 || reader.lexicon.data.hours_run_to_24;
    let minutes = (hour % 24) * 60 + minute;
    Some((ClockValue { minutes, has_half }, after, has_clock))
}

/// Whether `p.m.` or `a.m.` stands at `at`, with a space within or without, and one past it.
fn half_mark(reader: Reader<'_>, at: usize) -> Option<(bool, usize)> {
    let form = reader.form(at)?;
    let is_spaced = || reader.is(at + 1, "") && reader.is(at + 2, "m");
    match form {
        "a.m" | "am" | "p.m" | "pm" => Some((form.starts_with('p'), at + 1)),
        "a" | "p" if is_spaced() => {
            let has_stop = reader.is(at + 3, "") && reader.token(at + 4).is_some();
            Some((form == "p", at + 3 + usize::from(has_stop)))
        }
        _ => None,
    }
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
    let hour_place = next + 1 + usize::from(reader.has(next + 1, Traits::ARTICLE));
    let hour = hour_at(reader, hour_place)?;
    let end = numeral(reader, hour_place)?.end;
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

fn noon(reader: Reader<'_>, at: usize) -> Option<(ClockValue, usize)> {
    match () {
        // The second half of `après-midi`.
        () if at > 0 && reader.is_joined(at) => None,
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
        assert_eq!(minutes("Der Rat stimmte mit 20 gegen 14."), None);
        assert_eq!(minutes("Der Rat stimmte mit acht gegen elf bewaffnete Wächter."), None);
    }

    #[test]
    fn spanish_times_are_read() {
        let minutes = |text| read_in("es", text).map(|value| value.minutes);
        for (text, expected) in [
            ("a las 18.30 horas", Some(18 * 60 + 30)),
            ("a las 16 horas", Some(16 * 60)),
            ("a las 3:50 p. m. del lunes", Some(15 * 60 + 50)),
            ("eran las cuatro y treinta y cinco", Some(4 * 60 + 35)),
            ("a las seis y media de la tarde", Some(18 * 60 + 30)),
            ("hasta las nueve de la noche", Some(21 * 60)),
            ("a las doce de la noche", Some(0)),
            ("a las cinco menos cuarto", Some(4 * 60 + 45)),
            ("a la una del domingo", Some(60)),
            ("trece minutos para las seis", Some(5 * 60 + 47)),
            ("ayudó a las cuatro mujeres", None),
            ("llovió seis horas", None),
            ("a las dos horas de viaje", None),
        ] {
            assert_eq!(minutes(text), expected, "{text}");
        }
    }

    #[test]
    fn french_times_are_read() {
        let minutes = |text| read_in("fr", text).map(|value| value.minutes);
        for (text, expected) in [
            ("à 18h30", Some(18 * 60 + 30)),
            ("14 h 05", Some(14 * 60 + 5)),
            ("à 7 heures", Some(7 * 60)),
            ("vers sept heures et demie", Some(7 * 60 + 30)),
            ("à huit heures moins le quart", Some(7 * 60 + 45)),
            ("à deux heures de l'après-midi", Some(14 * 60)),
            ("à trois heures du matin", Some(3 * 60)),
            ("pendant six heures", None),
            ("à six heures de route", None),
            ("lundi après-midi", None),
        ] {
            assert_eq!(minutes(text), expected, "{text}");
        }
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

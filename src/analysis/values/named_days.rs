//! Days that bear a name: weekdays, with the words that move them, and those told from the article's own.

use super::calendar::{Day, civil_of, weekday_of};
use super::dates::{DateValue, Grain, is_counted, nothing};
use super::reader::Reader;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::vocabulary::Word;

/// `Tuesday`, `last Friday`, `lundi prochain`, `el lunes 20`.
pub(super) fn weekday(
    reader: Reader<'_>,
    at: usize,
    today: Option<Day>,
) -> Option<(DateValue, usize)> {
    let place = at + usize::from(reader.has(at, Traits::LAST.or(Traits::NEXT)));
    let weekday = reader.word(place)?.weekday.filter(|_| {
        reader.lexicon.data.weekdays_are_small
            || reader.token(place).is_some_and(|token| token.capital)
    })?;
    let (step, end) = match step_at(reader, at).filter(|_| place > at) {
        Some((step, _)) => (step, place + 1),
        None => step_after(reader, place + 1).unwrap_or((0, place + 1)),
    };
    let days = today.map_or_else(Vec::new, |today| {
        let back = Day::from((weekday_of(today) + 7 - weekday) % 7);
        let last = today - back;
        match step {
            -1 => vec![(last, last), (last - 7, last - 7)],
            1 => vec![(last + 7, last + 7), (last + 14, last + 14)],
            _ if back == 0 => vec![(last, last), (last - 7, last - 7), (last + 7, last + 7)],
            _ => vec![(last, last), (last + 7, last + 7)],
        }
    });
    let value = DateValue {
        weekday: Some(weekday),
        near_weekday: Some(weekday),
        days,
        is_relative: true,
        ..nothing(Grain::Day)
    };
    let Some(day) = day_of_weekday(reader, end).filter(|_| step == 0) else {
        return Some((value, end));
    };
    Some((numbered_day(value, day, today), end + 1))
}

/// The day of the month that a weekday is told with, in a language that tells no month then: `el lunes 20`.
fn day_of_weekday(reader: Reader<'_>, at: usize) -> Option<u32> {
    let is_plain = reader.lexicon.data.weekdays_are_small && !is_counted(reader, at);
    let day = reader.small_number(at, 2).filter(|day| is_plain && (1..=31).contains(day))?;
    let goes_on = reader.word(at + 1).is_some_and(Word::is_content)
        || reader.has(at + 1, Traits::OUT_OF)
        || reader.is(at + 1, ":");
    (!goes_on).then_some(day)
}

/// A weekday that is the given day of a month: of those near to the article's date the one that is both.
fn numbered_day(value: DateValue, day: u32, today: Option<Day>) -> DateValue {
    let is_both = |at: &Day| {
        let (_, _, of_month) = civil_of(*at);
        u32::from(of_month) == day && Some(weekday_of(*at)) == value.weekday
    };
    let near = today
        .and_then(|today| (0..NEAR_DAYS).flat_map(|off| [today - off, today + off]).find(is_both));
    match near {
        Some(at) => DateValue { days: vec![(at, at)], weekday: None, ..value },
        None => value,
    }
}

/// Days from the article's own within which a weekday with a number lies.
const NEAR_DAYS: Day = 45;

/// `yesterday`, give or take the night.
pub(super) fn relative_day(
    reader: Reader<'_>,
    at: usize,
    today: Option<Day>,
) -> Option<(DateValue, usize)> {
    let shift = reader.word(at)?.relative_day?;
    let shift = joined_day(reader, at).unwrap_or(shift);
    let days = today.map(|today| (today + shift - 1, today + shift)).into_iter().collect();
    let near_weekday = today.map(|today| weekday_of(today + shift));
    Some((DateValue { days, near_weekday, is_relative: true, ..nothing(Grain::Day) }, at + 1))
}

/// The `avant-hier` of which `hier` stands at `at`.
fn joined_day(reader: Reader<'_>, at: usize) -> Option<i32> {
    let before = at.checked_sub(1).filter(|_| reader.is_joined(at))?;
    let whole = format!("{}-{}", reader.form(before)?, reader.form(at)?);
    reader.lexicon.data.relative_days.get(&whole).copied()
}

/// Where `last`, `next` or `this` stands at `at`: the step that it tells, and one past it.
pub(super) fn step_at(reader: Reader<'_>, at: usize) -> Option<(i32, usize)> {
    match () {
        () if reader.has(at, Traits::LAST) => Some((-1, at + 1)),
        () if reader.has(at, Traits::NEXT) => Some((1, at + 1)),
        () if reader.has(at, Traits::THIS) => Some((0, at + 1)),
        () => None,
    }
}

/// The same behind what it belongs to: `dernier`, `pasado`, `que viene`.
pub(super) fn step_after(reader: Reader<'_>, at: usize) -> Option<(i32, usize)> {
    let place = at + usize::from(reader.has(at, Traits::COMPLEMENTISER));
    let follows = reader.lexicon.data.weekdays_are_small;
    step_at(reader, place).filter(|(step, _)| follows && *step != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::values::calendar::day_of_civil;
    use crate::analysis::words::lexicon::Lexicon;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
    use crate::text::Span;

    /// The first weekday of `text`, written on Wednesday 13 March 2024, must be that day of March.
    fn check(language: &'static str, text: &str, day: u8) {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), language, &mut Terms::default());
        let reader =
            Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon: Lexicon::of(language) };
        let today = Some(day_of_civil(2024, 3, 13));
        let found = (0..tokens.len()).find_map(|at| weekday(reader, at, today));
        let first = found.and_then(|(value, _)| value.days.first().copied());
        let expected = day_of_civil(2024, 3, day);
        assert_eq!(first, Some((expected, expected)), "{text}");
    }

    #[test]
    fn a_weekday_may_be_moved_from_either_side() {
        check("en", "next Monday", 18);
        check("fr", "lundi prochain", 18);
        check("es", "el lunes que viene", 18);
        check("es", "el próximo lunes", 18);
        check("fr", "vendredi dernier", 8);
    }

    #[test]
    fn a_weekday_with_a_number_is_that_day() {
        check("es", "el lunes 25 se reabre", 25);
        check("fr", "le lundi 4, la mairie", 4);
        check("es", "el lunes 25 personas", 11);
    }
}

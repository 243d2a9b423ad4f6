//! Dates in a sentence: absolute ones, weekdays, and those told from the article's own date.

use super::calendar::{Day, civil_of, day_of_civil, month_span, weekday_of, year_span};
use super::named_days::{relative_day, step_after, step_at, weekday};
use super::numerals::numeral;
use super::reader::Reader;
use crate::analysis::words::lexicon::Traits;

/// A date as it was told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::analysis) struct DateValue {
    /// How exact it is.
    pub(in crate::analysis) grain: Grain,
    /// The days it may mean, as inclusive stretches; empty where no year is known.
    pub(in crate::analysis) days: Vec<(Day, Day)>,
    /// Month and day of the month, where they are told.
    pub(in crate::analysis) month: Option<u8>,
    /// Day of the month.
    pub(in crate::analysis) day: Option<u8>,
    /// Year, where it is told.
    pub(in crate::analysis) year: Option<i32>,
    /// Weekday, where that is all that is told.
    pub(in crate::analysis) weekday: Option<u8>,
    /// Whether it is read from the article's date.
    pub(in crate::analysis) is_relative: bool,
    /// Whether it is the time in which the article was written: `this year`.
    pub(super) is_current: bool,
    /// The weekday of a day within a week of the article's date, however it is told.
    pub(super) near_weekday: Option<u8>,
}

/// How exact a date is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::analysis) enum Grain {
    /// One day.
    Day,
    /// Some days or a week.
    Week,
    /// A month.
    Month,
    /// A quarter or a season.
    Season,
    /// A year.
    Year,
}

/// Days of a season after its first one; a little less, so that seasons do not meet.
const SEASON: Day = 89;

/// The date that begins at `at`, and one past its last token. `today` is the article's own date.
pub(in crate::analysis) fn date(
    reader: Reader<'_>,
    at: usize,
    today: Option<Day>,
) -> Option<(DateValue, usize)> {
    in_digits(reader, at, today)
        .or_else(|| with_slashes(reader, at, today))
        .or_else(|| days_of_month(reader, at, today))
        .or_else(|| month_first(reader, at, today))
        .or_else(|| day_first(reader, at, today))
        .or_else(|| weekday(reader, at, today))
        .or_else(|| relative_day(reader, at, today))
        .or_else(|| ago(reader, at, today))
        .or_else(|| season_of_year(reader, at))
        .or_else(|| relative_period(reader, at, today))
        .or_else(|| decade(reader, at))
        .or_else(|| bare_year(reader, at))
}

/// `2024-05-09`, `12.03.2024`.
fn in_digits(reader: Reader<'_>, at: usize, today: Option<Day>) -> Option<(DateValue, usize)> {
    if let Some(year) = year_at(reader, at)
        && reader.is_joined(at + 1)
        && reader.is_joined(at + 2)
    {
        let (month, day) = (reader.small_number(at + 1, 2)?, reader.small_number(at + 2, 2)?);
        return Some((day_date(Some(year), month, day, today)?, at + 3));
    }
    let form = reader.is_digits(at).then(|| reader.form(at)).flatten()?;
    let fields: Vec<u32> = form.split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [day, month, year] = fields[..] else { return None };
    let year = if year < 100 { 2000 + year } else { year };
    Some((day_date(i32::try_from(year).ok(), month, day, today)?, at + 1))
}

/// `12/03/2024`, in a language whose day stands first.
fn with_slashes(reader: Reader<'_>, at: usize, today: Option<Day>) -> Option<(DateValue, usize)> {
    let is_slash = |at: usize| reader.is(at, "/") && reader.is_joined(at);
    if !reader.lexicon.data.day_before_month || !is_slash(at + 1) || !is_slash(at + 3) {
        return None;
    }
    let (day, month) = (reader.small_number(at, 2)?, reader.small_number(at + 2, 2)?);
    let year = year_at(reader, at + 4)?;
    Some((day_date(Some(year), month, day, today)?, at + 5))
}

/// `21 au 22 février`, `21 al 22 de febrero de 2024`: the first of two days to the last.
fn days_of_month(reader: Reader<'_>, at: usize, today: Option<Day>) -> Option<(DateValue, usize)> {
    let first = reader.small_number(at, 2)?;
    let joins = reader.has(at + 1, Traits::TO.or(Traits::DAYS_TO));
    let (last, end) = joins.then(|| day_first(reader, at + 2, today)).flatten()?;
    let before = i32::from(last.day?) - first.cast_signed();
    let start = |(day, end): &(Day, Day)| (day - before, *end);
    let days = last.days.iter().map(start).collect();
    (1..31).contains(&before).then_some((DateValue { days, ..last }, end))
}

/// `March 12, 2024`, `Nov. 24`, `March 2024`, `in March`.
fn month_first(reader: Reader<'_>, at: usize, today: Option<Day>) -> Option<(DateValue, usize)> {
    let month = month_at(reader, at)?;
    let next = skip_stop(reader, at + 1);
    if let Some(day) = reader.small_number(next, 2).filter(|_| !is_counted(reader, next)) {
        let mut end = next + 1;
        end += usize::from(reader.has(end, Traits::ORDINAL_ENDING) && reader.is_joined(end));
        let comma = usize::from(reader.is(end, ",") || reader.is(end, "-"));
        if let Some(year) = year_at(reader, end + comma) {
            return Some((day_date(Some(year), u32::from(month), day, today)?, end + comma + 1));
        }
        return Some((day_date(None, u32::from(month), day, today)?, end));
    }
    let comma = usize::from(reader.is(next, ","));
    if let Some(year) = year_at(reader, next + comma) {
        return Some((month_date(Some(year), month, today), next + comma + 1));
    }
    Some((month_date(None, month, today), at + 1))
}

/// `12 March 2024`, `12th of March`, `12. März`.
fn day_first(reader: Reader<'_>, at: usize, today: Option<Day>) -> Option<(DateValue, usize)> {
    let day = reader.small_number(at, 2)?;
    let mut next = at + 1;
    next += usize::from(reader.has(next, Traits::ORDINAL_ENDING) && reader.is_joined(next));
    next += usize::from(reader.is(next, "") && reader.lexicon.data.day_before_month);
    next += usize::from(reader.has(next, Traits::OUT_OF));
    let month = month_at(reader, next)?;
    let after = skip_stop(reader, next + 1);
    after.checked_sub(1)?;
    let of = after + usize::from(reader.has(after, Traits::OUT_OF) || reader.is(after, ","));
    match year_at(reader, of) {
        Some(year) => Some((day_date(Some(year), u32::from(month), day, today)?, of + 1)),
        None => Some((day_date(None, u32::from(month), day, today)?, next + 1)),
    }
}

/// `three years ago`.
fn ago(reader: Reader<'_>, at: usize, today: Option<Day>) -> Option<(DateValue, usize)> {
    let (count, unit_at) = if reader.has(at, Traits::ARTICLE) {
        (1.0, at + 1)
    } else {
        let number = numeral(reader, at)?;
        (number.value, number.end)
    };
    let length = reader.word(unit_at)?.day_period?;
    let is_ago = reader.has(unit_at + 1, Traits::AGO) || follows_ago(reader, at);
    if !is_ago || count > 1000.0 {
        return None;
    }
    let today = today?;
    let days =
        (count * f64::from(length) * if length == 365 { 365.25 / 365.0 } else { 1.0 }) as Day;
    let (year, month, _) = civil_of(today - days);
    let value = match length {
        365.. => DateValue { year: Some(year), ..year_date(year, i32::from(length > 400)) },
        28..365 => month_date(Some(year), month, Some(today)),
        _ => DateValue {
            days: vec![(today - days - length / 2, today - days + length / 2)],
            ..nothing(if length == 1 { Grain::Day } else { Grain::Week })
        },
    };
    let end = unit_at + 1 + usize::from(reader.has(unit_at + 1, Traits::AGO));
    Some((DateValue { is_relative: true, ..value }, end))
}

/// Whether `vor`, `hace` or `il y a` stands before `at`.
fn follows_ago(reader: Reader<'_>, at: usize) -> bool {
    let book = &reader.lexicon.ago_before;
    at.checked_sub(1)
        .is_some_and(|last| book.ending(|back| reader.form(last.checked_sub(back)?)).is_some())
}

/// The step that is told of a period of time, where the period stands, and one past both: `last year`,
/// `l'an dernier`, `la semana que viene`.
fn step_of_period(reader: Reader<'_>, at: usize) -> Option<(i32, usize, usize)> {
    if let Some((step, period)) = step_at(reader, at) {
        return Some((step, period, period + 1));
    }
    let period = at + usize::from(reader.has(at, Traits::ARTICLE));
    let word = reader.word(period)?;
    word.season.or(word.day_period.map(|_| 0)).filter(|_| period > at)?;
    let (step, end) = step_after(reader, period + 1)?;
    Some((step, period, end))
}

/// `last year`, `this week`, `next spring`.
fn relative_period(
    reader: Reader<'_>,
    at: usize,
    today: Option<Day>,
) -> Option<(DateValue, usize)> {
    let (step, period, end) = step_of_period(reader, at)?;
    let word = reader.word(period)?;
    let today = today?;
    let (year, month, _) = civil_of(today);
    let value = if let Some(first) = word.season {
        let spans = |year| (month_span(year, first).0, month_span(year, first).0 + SEASON);
        DateValue {
            days: vec![spans(year + step.min(0)), spans(year + step.max(0))],
            ..nothing(Grain::Season)
        }
    } else {
        match word.day_period? {
            365 => year_date(year + step, 0),
            30 => {
                let months = year * 12 + i32::from(month) - 1 + step;
                month_date(
                    Some(months.div_euclid(12)),
                    months.rem_euclid(12) as u8 + 1,
                    Some(today),
                )
            }
            7 => {
                let monday = today - Day::from(weekday_of(today)) + 1 + 7 * step;
                DateValue { days: vec![(monday - 1, monday + 6)], ..nothing(Grain::Week) }
            }
            _ => return None,
        }
    };
    Some((DateValue { is_relative: true, is_current: step == 0, ..value }, end))
}

/// `summer 2025`, `the summer of 2025`.
fn season_of_year(reader: Reader<'_>, at: usize) -> Option<(DateValue, usize)> {
    let first = reader.word(at)?.season?;
    let after = at + 1 + usize::from(reader.has(at + 1, Traits::OUT_OF));
    let year = year_at(reader, after)?;
    let start = month_span(year, first).0;
    let days = vec![(start, start + SEASON)];
    Some((DateValue { days, year: Some(year), ..nothing(Grain::Season) }, after + 1))
}

/// `1980s`, `1980's`.
fn decade(reader: Reader<'_>, at: usize) -> Option<(DateValue, usize)> {
    let year = year_at(reader, at).filter(|year| year % 10 == 0)?;
    let apostrophe = usize::from(reader.is(at + 1, "'"));
    if !reader.is(at + 1 + apostrophe, "s") {
        return None;
    }
    let days = vec![(year_span(year).0, year_span(year + 9).1)];
    Some((DateValue { days, ..nothing(Grain::Year) }, at + 2 + apostrophe))
}

/// `1974`, where nothing is counted by it.
fn bare_year(reader: Reader<'_>, at: usize) -> Option<(DateValue, usize)> {
    let year = year_at(reader, at)?;
    let is_amount = at > 0
        && (reader.word(at - 1)?.currency.is_some()
            || reader
                .lexicon
                .bounds
                .ending(|back| reader.form((at - 1).checked_sub(back)?))
                .is_some());
    (!is_amount && !is_counted(reader, at)).then(|| (year_date(year, 0), at + 1))
}

/// Whether what follows the number at `at` is counted by it.
pub(super) fn is_counted(reader: Reader<'_>, at: usize) -> bool {
    let Some(word) = reader.word(at + 1) else { return false };
    let is_plural = word.is_content()
        && word.form.ends_with('s')
        && reader.token(at + 1).is_some_and(|t| !t.capital);
    let is_measure = word.unit.is_some()
        || word.scale.is_some()
        || word.currency.is_some()
        || &*word.form == "%"
        || word.traits.has(Traits::PEOPLE);
    let is_decade = &*word.form == "s" && reader.is_joined(at + 1);
    is_measure
        || is_plural
        || is_decade
        || (reader.is_joined(at + 1)
            && word.stem.is_some()
            && !word.traits.has(Traits::ORDINAL_ENDING))
}

/// A year in four digits without separators.
fn year_at(reader: Reader<'_>, at: usize) -> Option<i32> {
    let number = reader.small_number(at, 4)?;
    (1500..2050).contains(&number).then(|| number.cast_signed())
}

/// A month by its name, which bears a capital where the language gives it one; `May` and `March` too.
fn month_at(reader: Reader<'_>, at: usize) -> Option<u8> {
    let word = reader.word(at)?;
    let is_number = || word.cardinal.is_some() && !is_abbreviated_month(reader, at);
    let is_named = reader.lexicon.data.months_are_small || reader.token(at)?.capital;
    word.month.filter(|_| is_named && !is_number())
}

/// Whether the `sept` at `at` is the month and not the number: `1er sept.`
fn is_abbreviated_month(reader: Reader<'_>, at: usize) -> bool {
    let has_stop = reader.is(at + 1, "") && reader.is_joined(at + 1);
    let follows_day = at.checked_sub(1).is_some_and(|before| {
        reader.is_digits(before) || reader.has(before, Traits::ORDINAL_ENDING)
    });
    has_stop && follows_day
}

/// Past the full stop of an abbreviated month.
fn skip_stop(reader: Reader<'_>, at: usize) -> usize {
    at + usize::from(reader.is(at, "") || reader.is(at, "."))
}

/// A date of which only the grain is known.
pub(super) const fn nothing(grain: Grain) -> DateValue {
    DateValue {
        grain,
        days: Vec::new(),
        month: None,
        day: None,
        year: None,
        weekday: None,
        is_relative: false,
        is_current: false,
        near_weekday: None,
    }
}

/// A day of a month; without a year the one nearest to the article's date.
fn day_date(year: Option<i32>, month: u32, day: u32, today: Option<Day>) -> Option<DateValue> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let (month, day) = (month as u8, day as u8);
    let days = match (year, today) {
        (Some(year), _) => vec![day_of_civil(year, month, day)],
        (None, Some(today)) => nearest(today, |year| day_of_civil(year, month, day)),
        (None, None) => Vec::new(),
    };
    let is_near = |day: &&Day| today.is_some_and(|today| (today - **day).abs() <= 7);
    let near_weekday = days.iter().find(is_near).map(|day| weekday_of(*day));
    let days = days.into_iter().map(|day| (day, day)).collect();
    let (month, day) = (Some(month), Some(day));
    Some(DateValue { days, month, day, year, near_weekday, ..nothing(Grain::Day) })
}

/// Days by which a year is nearer than the next one before it is sure to be meant.
const CLEARLY_NEARER: Day = 90;

/// The day that `of_year` gives for the year nearest to `today`; that of the next one as well, where it
/// is hardly farther: half a year away both may be meant.
fn nearest(today: Day, of_year: impl Fn(i32) -> Day) -> Vec<Day> {
    let (this, ..) = civil_of(today);
    let mut days = [this - 1, this, this + 1].map(of_year);
    let distance = |day: &Day| (day - today).abs();
    days.sort_by_key(distance);
    let limit = distance(&days[0]) + CLEARLY_NEARER;
    days.into_iter().filter(|day| distance(day) < limit).collect()
}

fn month_date(year: Option<i32>, month: u8, today: Option<Day>) -> DateValue {
    let days = match (year, today) {
        (Some(year), _) => vec![month_span(year, month)],
        (None, Some(today)) => {
            let middles = nearest(today, |year| month_span(year, month).0 + 15);
            middles.into_iter().map(|middle| month_span(civil_of(middle).0, month)).collect()
        }
        (None, None) => Vec::new(),
    };
    DateValue { month: Some(month), year, days, ..nothing(Grain::Month) }
}

fn year_date(year: i32, slack: i32) -> DateValue {
    let days = vec![(year_span(year - slack).0, year_span(year + slack).1)];
    DateValue { year: Some(year), days, ..nothing(Grain::Year) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::words::lexicon::Lexicon;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
    use crate::text::Span;

    /// Reads the first date of `text`, written on Wednesday 13 March 2024, as its first stretch.
    fn read(text: &str) -> Option<(String, Grain)> {
        read_in("en", text)
    }

    fn read_in(language: &'static str, text: &str) -> Option<(String, Grain)> {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), language, &mut Terms::default());
        let reader =
            Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon: Lexicon::of(language) };
        let today = Some(day_of_civil(2024, 3, 13));
        let (value, _) = (0..tokens.len()).find_map(|at| date(reader, at, today))?;
        let (first, last) = *value.days.first()?;
        let show = |day| {
            let (year, month, day) = civil_of(day);
            format!("{year}-{month:02}-{day:02}")
        };
        let text =
            if first == last { show(first) } else { format!("{}/{}", show(first), show(last)) };
        Some((text, value.grain))
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(read(text).map(|(days, _)| days).as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn the_same_day_may_be_told_in_many_ways() {
        for text in [
            "12 March 2024",
            "March 12, 2024",
            "on Mar. 12",
            "the 12th of March",
            "2024-03-12",
            "12.03.2024",
            "on Tuesday",
        ] {
            check(text, "2024-03-12");
        }
    }

    #[test]
    fn other_languages_have_their_own_order_and_words() {
        for (language, text) in [
            ("de", "am 12. März 2024"),
            ("de", "am Dienstag"),
            ("de", "am 12.03.2024"),
            ("es", "el 12 de marzo de 2024"),
            ("es", "el martes"),
            ("fr", "le 12 mars"),
            ("fr", "mardi"),
        ] {
            let read = read_in(language, text).map(|(days, _)| days);
            assert_eq!(read.as_deref(), Some("2024-03-12"), "{text}");
        }
        assert_eq!(
            read_in("de", "vor zwei Jahren").map(|(days, _)| days).as_deref(),
            Some("2022-01-01/2022-12-31")
        );
    }

    fn value(text: &str) -> DateValue {
        let mut vocabulary = Vocabulary::default();
        let tokens = vocabulary.tokens(text, Span::whole(text), "en", &mut Terms::default());
        let lexicon = Lexicon::of("en");
        let reader = Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon };
        let today = Some(day_of_civil(2024, 3, 13));
        let found = (0..tokens.len()).find_map(|at| date(reader, at, today));
        found.expect("a date stands in the text").0
    }

    #[test]
    fn a_near_day_has_its_weekday() {
        for text in ["on 12 March", "on Tuesday", "yesterday", "on 12 March 2024"] {
            assert_eq!(value(text).near_weekday, Some(2), "{text}");
        }
        for text in ["on 12 May", "on 12 March 2019", "last month"] {
            assert_eq!(value(text).near_weekday, None, "{text}");
        }
    }

    #[test]
    fn the_time_of_writing_is_known() {
        assert!(value("this year").is_current);
        assert!(!value("last year").is_current && !value("in 2024").is_current);
    }

    #[test]
    fn a_missing_year_is_the_nearest() {
        check("Nov. 24", "2023-11-24");
        check("June 3rd", "2024-06-03");
    }

    #[test]
    fn relative_dates_are_read_from_the_articles_own() {
        check("last year", "2023-01-01/2023-12-31");
        check("next month", "2024-04-01/2024-04-30");
        check("two years ago", "2022-01-01/2022-12-31");
        check("a month ago", "2024-02-01/2024-02-29");
        check("yesterday", "2024-03-11/2024-03-12");
    }

    #[test]
    fn a_number_that_counts_is_no_year() {
        assert_eq!(read("1900 tenants live there"), None);
        assert_eq!(read("more than 1900 live there"), None);
        check("the 1980s", "1980-01-01/1989-12-31");
        check("opened in 1974", "1974-01-01/1974-12-31");
    }

    #[test]
    fn may_and_march_need_their_capital() {
        assert_eq!(read("it may 12 times"), None);
        assert_eq!(read("they march 3 miles"), None);
    }
}

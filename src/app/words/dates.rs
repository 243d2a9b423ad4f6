//! Days and times as the window writes them.

use super::{fill, words};
use crate::model::{Date, Timestamp};

words! {
    january: "Jan" / "Januar",
    february: "Feb" / "Februar",
    march: "Mar" / "März",
    april: "Apr" / "April",
    may: "May" / "Mai",
    june: "Jun" / "Juni",
    july: "Jul" / "Juli",
    august: "Aug" / "August",
    september: "Sep" / "September",
    october: "Oct" / "Oktober",
    november: "Nov" / "November",
    december: "Dec" / "Dezember",
    day: "{} {} {}" / "{}. {} {}",
    day_and_time: "{}, {}" / "{}, {} Uhr",
}

/// A day: `3 Mar 2024`.
pub(crate) fn date(date: Date) -> String {
    let words = super::dates();
    let month = match date.month() {
        1 => words.january,
        2 => words.february,
        3 => words.march,
        4 => words.april,
        5 => words.may,
        6 => words.june,
        7 => words.july,
        8 => words.august,
        9 => words.september,
        10 => words.october,
        11 => words.november,
        _ => words.december,
    };
    fill(words.day, &[&date.day(), &month, &date.year()])
}

/// The time of day where the user is: `14:05`.
pub(crate) fn time(at: Timestamp) -> String {
    local(at).strftime("%H:%M").to_string()
}

/// Day and time where the user is.
pub(crate) fn date_and_time(at: Timestamp) -> String {
    fill(super::dates().day_and_time, &[&date(local(at).date()), &time(at)])
}

fn local(at: Timestamp) -> jiff::Zoned {
    at.to_zoned(jiff::tz::TimeZone::system())
}

#[cfg(test)]
mod tests {
    use super::super::{Language, speak};
    use super::*;

    #[test]
    fn a_day_is_written_as_the_language_writes_it() {
        let day = Date::constant(2024, 3, 3);
        assert_eq!(date(day), "3 Mar 2024");
        speak(Language::German);
        assert_eq!(date(day), "3. März 2024");
    }
}

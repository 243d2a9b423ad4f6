//! Days as numbers, so that they can be compared.

use crate::model::Date;

/// A day as the count of days since 1 January 1970.
pub(in crate::analysis) type Day = i32;

/// The number of a civil day.
pub(in crate::analysis) fn day_of(date: Date) -> Day {
    day_of_civil(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs())
}

/// The number of a day given by year, month and day of the month (Howard Hinnant's algorithm).
pub(in crate::analysis) const fn day_of_civil(year: i32, month: u8, day: u8) -> Day {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted = (month as i32 + 9) % 12;
    let day_of_year = (153 * shifted + 2) / 5 + day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month and day of the month of a day.
pub(in crate::analysis) const fn civil_of(day: Day) -> (i32, u8, u8) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_shifted = (5 * day_of_year + 2) / 153;
    let day_of_month = (day_of_year - (153 * month_shifted + 2) / 5 + 1) as u8;
    let month = if month_shifted < 10 { month_shifted + 3 } else { month_shifted - 9 } as u8;
    let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
    (year, month, day_of_month)
}

/// The weekday of a day, 1 (Monday) to 7.
pub(super) const fn weekday_of(day: Day) -> u8 {
    (day + 3).rem_euclid(7) as u8 + 1
}

/// First and last day of a month.
pub(super) const fn month_span(year: i32, month: u8) -> (Day, Day) {
    let next =
        if month == 12 { day_of_civil(year + 1, 1, 1) } else { day_of_civil(year, month + 1, 1) };
    (day_of_civil(year, month, 1), next - 1)
}

/// First and last day of a year.
pub(super) const fn year_span(year: i32) -> (Day, Day) {
    (day_of_civil(year, 1, 1), day_of_civil(year, 12, 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_there_and_back() {
        assert_eq!(day_of_civil(1970, 1, 1), 0);
        assert_eq!(day_of_civil(2000, 3, 1), 11_017);
        for day in (-800_000..800_000).step_by(97) {
            let (year, month, of_month) = civil_of(day);
            assert_eq!(day_of_civil(year, month, of_month), day);
        }
    }

    #[test]
    fn the_first_day_of_the_epoch_was_a_thursday() {
        assert_eq!(weekday_of(0), 4);
        assert_eq!(weekday_of(day_of_civil(2024, 4, 12)), 5);
    }

    #[test]
    fn february_has_its_leap_day() {
        let (first, last) = month_span(2024, 2);
        assert_eq!(last - first + 1, 29);
        assert_eq!(month_span(2023, 12).1 + 1, day_of_civil(2024, 1, 1));
    }
}

//! Whether two sentences share an hour and mean two: at two on Saturday and at two on the 12th, at noon
//! and at midnight.

use crate::analysis::story::Unit;
use crate::analysis::values::clock::ClockValue;
use crate::analysis::values::{Meaning, Value};
use crate::analysis::words::terms::{ValueKey, ValueKind};

/// Minutes after which a clock shows the same again.
const HALF_A_DAY: u32 = 720;

/// Whether both name an hour that looks the same, and it is on another day or once noon, once midnight.
pub(super) fn share_an_hour_of_other_times(a: &Unit, b: &Unit) -> bool {
    let (own, other) = (clocks(a), clocks(b));
    let pairs = own.iter().flat_map(|x| other.iter().map(move |y| (x.minutes, y.minutes)));
    let mut alike = pairs.filter(|(x, y)| x % HALF_A_DAY == y % HALF_A_DAY).peekable();
    alike.peek().is_some() && (name_other_days(a, b) || alike.all(are_noon_and_midnight))
}

fn clocks(unit: &Unit) -> Vec<ClockValue> {
    let clock = |value: &Value| match value.meaning {
        Meaning::Clock(clock) => Some(clock),
        _ => None,
    };
    unit.values.iter().filter_map(clock).collect()
}

const fn are_noon_and_midnight((x, y): (u32, u32)) -> bool {
    x % HALF_A_DAY == 0 && x != y
}

/// Whether both name days of one kind, dates or weekdays, and none of the same.
fn name_other_days(a: &Unit, b: &Unit) -> bool {
    let (own, other) = (days(a), days(b));
    let is_comparable = |day: &ValueKey| other.iter().any(|theirs| theirs.kind == day.kind);
    own.iter().any(is_comparable) && !own.iter().any(|day| other.contains(day))
}

fn days(unit: &Unit) -> Vec<ValueKey> {
    let dates = unit.values.iter().filter(|value| matches!(value.meaning, Meaning::Date(_)));
    let is_day = |key: &ValueKey| matches!(key.kind, ValueKind::Day | ValueKind::Weekday);
    dates.flat_map(Value::keys).filter(is_day).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::story::Story;
    use crate::analysis::testing::article;

    fn check(a: &str, b: &str, expected: bool) {
        let articles = [article(1, a), article(2, b)];
        let story = Story::of_lone_sentences(&[&articles[0], &articles[1]]);
        let found = share_an_hour_of_other_times(&story.units[0], &story.units[1]);
        assert_eq!(found, expected, "{a} | {b}");
    }

    #[test]
    fn an_hour_of_another_day_is_another_hour() {
        let parade = "The parade is due at 2 p.m. on 6 May.";
        check(parade, "Members may join the seminar at 2 p.m. on 12 May.", true);
        check(parade, "At 2 p.m. on 6 May the band sets off.", false);
        check(parade, "At 2 p.m. the band sets off.", false);
        check(parade, "The band sets off at 3 p.m. on 12 May.", false);
    }

    #[test]
    fn noon_is_not_midnight() {
        check("The gates closed at noon.", "The gates closed at midnight.", true);
        check("The gates closed at midnight.", "The gates closed at midnight.", false);
    }
}

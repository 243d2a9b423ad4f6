//! Whether two sentences count people of one fate in two years: who was killed by the storm, and who by
//! that of 1957.

use crate::analysis::story::{Story, TermClass, Unit, UnitTerm};
use crate::analysis::values::{Meaning, Value};

/// Whether one tells of a year long before the articles, the other of none or another, and both count
/// people to whom the same happened, but not as many.
pub(super) fn share_a_fate_of_other_years(story: &Story<'_>, a: &Unit, b: &Unit) -> bool {
    let is_figure = |term: &UnitTerm| term.class == TermClass::Number;
    let is_slot = |term: &UnitTerm| story.terms.get(term.id).is_slot();
    let shares_fate = || {
        let shared = || a.terms.iter().filter(|term| b.term(term.id).is_some());
        shared().any(is_slot) && !shared().any(is_figure)
    };
    let published = |unit: &Unit| story.articles[unit.article].metadata.published;
    published(a).max(published(b)).is_some_and(|day| {
        let this_year = i32::from(day.year());
        past_year(a, this_year) != past_year(b, this_year) && shares_fate()
    })
}

/// The first year that a sentence names before the last one.
fn past_year(unit: &Unit, this_year: i32) -> Option<i32> {
    let year = |value: &Value| match &value.meaning {
        Meaning::Date(date) => date.year.filter(|year| *year + 1 < this_year),
        _ => None,
    };
    unit.values.iter().find_map(year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::article;

    fn check(a: &str, b: &str, expected: bool) {
        let articles = [article(1, a), article(2, b)];
        let story = Story::of_lone_sentences(&[&articles[0], &articles[1]]);
        let found = share_a_fate_of_other_years(&story, &story.units[0], &story.units[1]);
        assert_eq!(found, expected, "{a} | {b}");
    }

    #[test]
    fn who_was_killed_long_ago_is_not_who_was_killed_now() {
        let now = "The flood killed fourteen people.";
        check(now, "In 1957 a flood killed nine people.", true);
        check(now, "In 1957 a flood killed fourteen people.", false);
        check(now, "Nine people were killed in 2024.", false);
        check(now, "The mill, built in 1957, is lost.", false);
    }
}

//! What years tell of two sentences: who was killed by the storm is not who was killed by that of 1957, and
//! much happens in one year.

use super::frames::is_met_among;
use crate::analysis::story::{Story, TermClass, Unit, UnitTerm};
use crate::analysis::values::{Meaning, Value};
use crate::analysis::words::kinship::Kinship;
use crate::analysis::words::terms::TermId;

/// Whether one tells of a year long before the articles, the other of none or another, and both count
/// people to whom the same happened, but not as many.
pub(super) fn share_a_fate_of_other_years(story: &Story<'_>, a: &Unit, b: &Unit) -> bool {
    let is_figure = |term: &UnitTerm| term.class == TermClass::Number;
    let is_slot = |term: &UnitTerm| story.terms.get(term.id).is_slot();
    let shares_fate = || {
        let shared = || a.terms.iter().filter(|term| b.term(term.id).is_some());
        shared().any(is_slot) && !shared().any(is_figure)
    };
    this_year(story, a, b)
        .is_some_and(|year| past_year(a, year) != past_year(b, year) && shares_fate())
}

/// The year of the later article.
fn this_year(story: &Story<'_>, a: &Unit, b: &Unit) -> Option<i32> {
    let published = |unit: &Unit| story.articles[unit.article].metadata.published;
    published(a).max(published(b)).map(|day| i32::from(day.year()))
}

/// The first year that a sentence names before the last one.
fn past_year(unit: &Unit, this_year: i32) -> Option<i32> {
    let year = |value: &Value| match &value.meaning {
        Meaning::Date(date) => date.year.filter(|year| *year + 1 < this_year),
        _ => None,
    };
    unit.values.iter().find_map(year)
}

/// Terms that a year may have: itself, and its words.
const TERMS_OF_A_YEAR: usize = 3;

/// Whether this year or the last is all that two sentences have in common.
pub(super) fn share_a_recent_year_only(
    story: &Story<'_>,
    kinship: &Kinship,
    a: &Unit,
    b: &Unit,
) -> bool {
    this_year(story, a, b).is_some_and(|year| {
        rests_on_a_year(kinship, year - 1, a, b) && rests_on_a_year(kinship, year - 1, b, a)
    })
}

/// Whether all that a sentence has of another is part of one year, `least` or later.
fn rests_on_a_year(kinship: &Kinship, least: i32, unit: &Unit, other: &Unit) -> bool {
    let is_recent = |value: &&Value| match &value.meaning {
        Meaning::Date(date) => date.day.is_none() && date.year.is_some_and(|year| year >= least),
        _ => false,
    };
    let mut years = unit.values.iter().filter(is_recent).peekable();
    if years.peek().is_none() {
        return false;
    }
    let shared = unit.terms.iter().filter(|term| is_met_among(kinship, term.id, &other.terms));
    let shared: Vec<TermId> = shared.map(|term| term.id).take(TERMS_OF_A_YEAR + 1).collect();
    let is_of = |value: &Value, id: TermId| {
        let mut places = unit.places.iter().filter(|(_, own)| *own == id);
        places.all(|(at, _)| value.tokens.contains(at))
    };
    (1..=TERMS_OF_A_YEAR).contains(&shared.len())
        && years.any(|value| shared.iter().all(|id| is_of(value, *id)))
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

    #[test]
    fn the_same_year_joins_nothing_by_itself() {
        let check = |a: &str, b: &str, expected: bool| {
            let articles = [article(1, a), article(2, b)];
            let story = Story::of_lone_sentences(&[&articles[0], &articles[1]]);
            let kinship = Kinship::of_few(&story.terms);
            let [a, b] = [&story.units[0], &story.units[1]];
            assert_eq!(share_a_recent_year_only(&story, &kinship, a, b), expected);
        };
        let mill = "The old mill burned in 2023.";
        check(mill, "Prices rose in 2023.", true);
        check(mill, "The mill made a profit in 2023.", false);
        check("The yard opened in 1957.", "Holt was born in 1957.", false);
    }
}

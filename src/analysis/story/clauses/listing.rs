//! What one sentence tells side by side: `four dead, 21 hurt`, `Anna Holt, 41, and Jon Reed, 67`.

use super::is_mark;
use crate::analysis::values::numerals::numeral;
use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::vocabulary::Word;

/// Tokens between a number and what happened to those whom it counts.
const NEAR: usize = 3;
/// Tokens that tell what somebody is before the name, and between the name and the age.
const LONGEST_OFFICE: usize = 4;

/// Whether at `at` more of what is told from `start` on begins: other people who were counted, or the
/// next person with an age.
pub(super) fn begins_next(reader: Reader<'_>, start: usize, at: usize) -> bool {
    let joins = reader.has(at, Traits::CONJUNCTION);
    if !joins && !reader.is(at - 1, ",") {
        return false;
    }
    let from = if joins { at + 1 } else { at };
    (counts_fate(reader, from) && (start..at).any(|at| is_fate(reader, start, at)))
        || (joins && names_person(reader, from) && (start..at).any(|at| ends_with_age(reader, at)))
}

/// Whether a count of people and what happened to them begins at `from`.
fn counts_fate(reader: Reader<'_>, from: usize) -> bool {
    let near = (from..=from + NEAR).take_while(|at| !is_mark(reader, *at));
    near.into_iter().any(|at| is_number(reader, at) && is_fate(reader, from, at))
}

/// Whether the number at `at` counts people to whom something happened, told nearby from `start` on.
fn is_fate(reader: Reader<'_>, start: usize, at: usize) -> bool {
    let has_role = |at: &usize| reader.word(*at).is_some_and(|word| word.role.is_some());
    let is_inside = |at: &usize| !is_mark(reader, *at);
    is_number(reader, at)
        && ((at + 1..=at + NEAR).take_while(is_inside).any(|at| has_role(&at))
            || (start.max(at.saturating_sub(NEAR))..at)
                .rev()
                .take_while(is_inside)
                .any(|at| has_role(&at)))
}

fn is_number(reader: Reader<'_>, at: usize) -> bool {
    reader.is_digits(at) || reader.word(at).is_some_and(|word| word.cardinal.is_some())
}

/// Whether somebody's full name with an age begins at `from`, or what that person is.
fn names_person(reader: Reader<'_>, from: usize) -> bool {
    let is_name = |at: usize| {
        reader.token(at).is_some_and(|token| token.capital)
            && reader.word(at).is_some_and(Word::is_content)
    };
    let mut near = (from..from + LONGEST_OFFICE).take_while(|at| !is_mark(reader, *at));
    near.any(|at| {
        is_name(at) && is_name(at + 1) && (at + 1..at + 4).any(|last| ends_with_age(reader, last))
    })
}

/// Whether the last word of a name stands at `last`, and an age behind it.
fn ends_with_age(reader: Reader<'_>, last: usize) -> bool {
    let is_bracket = reader.is(last + 1, ",") || reader.is(last + 1, "(");
    let mut inside = (last + 2..last + 2 + LONGEST_OFFICE).take_while(|at| !is_mark(reader, *at));
    let is_age =
        |at: usize| numeral(reader, at).is_some_and(|age| (1.0..120.0).contains(&age.value));
    reader.token(last).is_some_and(|token| token.capital) && is_bracket && inside.any(is_age)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn people_of_two_fates_are_told_in_two_clauses() {
        check("Four dead, | 21 hurt in a blast at the mill");
        check("The storm took nine dead | and 30 injured in the valley.");
        check("Nine dead, all of them on the old pier.");
        check("Nine barns, 30 sheds and a mill burned.");
    }

    #[test]
    fn people_with_their_ages_are_told_in_a_clause_each() {
        check(
            "Police named them as Anna Holt, 41, a nurse, | and the retired teacher Jon Reed, 67.",
        );
        check("Police named them as Anna Holt, a nurse, and Jon Reed, a retired teacher.");
        check("The home of Anna Holt, 41, a nurse, and the family of Jon Reed burned.");
    }
}

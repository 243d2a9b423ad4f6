//! Where the verb of a subject follows a remark about it: `The fire that gutted the mill | has cost …`, `The
//! mill, which was built in 1871, | has burned …`.

use std::ops::Range;

use super::{content, has_finite_verb, is_finite, is_mark};
use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::Traits;

/// Tokens of a subject before the remark that tells which one it is.
const LONGEST_SUBJECT: usize = 8;
/// Tokens between the remark's first word and its verb.
const LONGEST_PRONOUN: usize = 2;
/// Words of content on either side that state something by themselves.
const LEAST_STATED: usize = 3;
/// The same where commas part it.
const LEAST_REMARK: usize = 2;
/// Tokens of what is stated.
const LONGEST: usize = 40;

/// Whether the verb of what is told from `start` on stands at `at`, behind a remark about the subject.
pub(super) fn resumes_at(reader: Reader<'_>, start: usize, at: usize) -> bool {
    let is_report = reader.has(at, Traits::REPORT);
    if !is_report && !reader.has(at, Traits::FINITE) {
        return false;
    }
    let begins = Traits::RELATIVE.or(Traits::COMPLEMENTISER);
    let first = start.max(1);
    let Some(remark) = (first..at.min(first + LONGEST_SUBJECT)).find(|at| reader.has(*at, begins))
    else {
        return false;
    };
    let tells = |run: &Range<usize>, least: usize| content(reader, run) >= least;
    let rest = at..reader.tokens.len().min(at + LONGEST);
    if has_finite_verb(reader, &(start..remark)) {
        return false;
    }
    if reader.is(remark - 1, ",") {
        return reader.is(at - 1, ",")
            && closes(reader, remark, at - 1)
            && tells(&(remark + 1..at), LEAST_REMARK)
            && tells(&rest, LEAST_REMARK);
    }
    !is_report
        && !is_mark(reader, remark - 1)
        && tells_of_subject(reader, remark, at)
        && tells(&(remark + 1..at), LEAST_STATED)
        && tells(&rest, LEAST_STATED)
}

/// Whether a remark that follows a comma ends with the comma at `comma`: no other comma closes it before,
/// and it has a verb.
fn closes(reader: Reader<'_>, remark: usize, comma: usize) -> bool {
    has_finite_verb(reader, &(remark + 1..comma))
        && !(remark..comma).any(|at| reader.is(at, ",") && super::is_finite(reader, at + 1))
}

/// Whether the subject of a remark is what it tells of, and it ends before the verb at `verb`.
fn tells_of_subject(reader: Reader<'_>, remark: usize, verb: usize) -> bool {
    let next = remark + 1;
    let has_own_subject = reader.has(next, Traits::ARTICLE.or(Traits::SUBJECT))
        || reader.token(next).is_some_and(|token| token.capital);
    let own = (next..next + LONGEST_PRONOUN).find(|at| is_finite(reader, *at));
    let mut between = own.map_or(next, |own| own + 2)..verb;
    let others = Traits::RELATIVE.or(Traits::COMPLEMENTISER).or(Traits::FINITE).or(Traits::OPENER);
    let continues = reader.has(verb - 1, Traits::CONJUNCTION.or(Traits::SUBJECT));
    !has_own_subject && between.len() > 1 && !continues && !between.any(|at| reader.has(at, others))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_verb_behind_a_remark_begins_a_clause() {
        check(
            "The fire that hit the old mill in Leeds | has taken half of all flour off the market.",
        );
        check("The plan that the board of the old mill has made was dropped on Monday.");
        check("The fire that hit the old mill in Leeds and has burned for days is out.");
        check("The fire that was set at the mill is out.");
    }

    #[test]
    fn a_remark_between_commas_and_what_follows_are_two_clauses() {
        check("The mill, which was built in 1871, | has burned three times.");
        check("Anna Holt, who returned from Leeds last week, | said the mill was safe.");
        check("The mill, the board said, has burned three times.");
        check("The mill, which was old, is lost.");
    }
}

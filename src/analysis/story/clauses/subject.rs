//! Where the verb of a subject follows that a remark belongs to: `The fire that gutted the mill | has cost …`.

use super::{content, is_finite, is_mark};
use crate::analysis::values::numerals::Reader;
use crate::analysis::words::lexicon::Traits;

/// Tokens of a subject before the remark that tells which one it is.
const LONGEST_SUBJECT: usize = 8;
/// Tokens between the remark's first word and its verb.
const LONGEST_PRONOUN: usize = 2;
/// Words of content on either side that state something by themselves.
const LEAST_STATED: usize = 3;
/// Tokens of what is stated.
const LONGEST: usize = 40;

/// Whether the verb of what is told from `start` on stands at `at`, behind a remark without commas.
pub(super) fn resumes_at(reader: Reader<'_>, start: usize, at: usize) -> bool {
    if !reader.has(at, Traits::FINITE) || reader.has(at, Traits::REPORT) {
        return false;
    }
    let parts = Traits::RELATIVE.or(Traits::COMPLEMENTISER);
    let Some(remark) =
        (start + 1..at.min(start + LONGEST_SUBJECT)).find(|at| reader.has(*at, parts))
    else {
        return false;
    };
    let is_restrictive = !is_mark(reader, remark - 1)
        && !(start..remark).any(|at| is_finite(reader, at) || reader.has(at, Traits::REPORT));
    is_restrictive
        && tells_of_subject(reader, remark, at)
        && content(reader, &(remark + 1..at)) >= LEAST_STATED
        && content(reader, &(at..reader.tokens.len().min(at + LONGEST))) >= LEAST_STATED
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
}

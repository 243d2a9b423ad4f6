//! Who says it, at either end of a statement: `officials said that`, `, the police said`.

use std::ops::Range;

use super::{HEARERS, LEAST_STATED, begins_subject, content, has_finite_verb, is_mark, is_said};
use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::Traits;

/// A run of tokens without who says it at either end: `officials said that`, `, the police said`.
pub(in crate::analysis) fn without_attribution(
    reader: Reader<'_>,
    tokens: &Range<usize>,
) -> Range<usize> {
    let start = after_lead_in(reader, tokens).unwrap_or(tokens.start);
    let end = before_tail(reader, &(start..tokens.end)).unwrap_or(tokens.end);
    start..end
}

/// Words of a lead-in or a tail at most.
const LONGEST_SOURCE: usize = 14;

/// Where a statement begins that is led in by who says it.
fn after_lead_in(reader: Reader<'_>, tokens: &Range<usize>) -> Option<usize> {
    let report = (tokens.start + 1..tokens.end)
        .take(LONGEST_SOURCE)
        .take_while(|at| !is_mark(reader, *at))
        .find(|at| reader.has(*at, Traits::REPORT))?;
    let that = (report + 1..tokens.end.min(report + 2 + HEARERS))
        .take_while(|at| !is_mark(reader, *at))
        .find(|at| reader.has(*at, Traits::COMPLEMENTISER));
    let start = match that {
        Some(that) => that + 1,
        None if is_said(reader, report + 1) => report + 1,
        None => return None,
    };
    let stated = start..tokens.end;
    (begins_subject(reader, start) && has_finite_verb(reader, &stated)).then_some(start)
}

/// Where a statement ends that who says it follows, after a comma.
fn before_tail(reader: Reader<'_>, tokens: &Range<usize>) -> Option<usize> {
    let comma = tokens.clone().rev().take(LONGEST_SOURCE).find(|at| reader.is(*at, ","))?;
    let last = (comma + 1..tokens.end).rev().find(|at| !is_mark(reader, *at))?;
    let tail = comma + 1..last + 1;
    // `The firm, which owns the ship, said it would help` goes on after a remark.
    let ends_with_speaker = reader.has(tail.start, Traits::REPORT)
        && !has_finite_verb(reader, &(tail.start + 1..tail.end));
    let names_source =
        ends_with_speaker || (reader.has(last, Traits::REPORT) && content(reader, &tail) > 0);
    let stated = tokens.start..comma;
    if is_subject_with_remark(reader, &stated) {
        return None;
    }
    (names_source && has_finite_verb(reader, &stated) && content(reader, &stated) >= LEAST_STATED)
        .then_some(comma)
}

/// Whether a run is a subject and a remark about it, whose verb is still to come: `The board, which met on
/// Monday`.
fn is_subject_with_remark(reader: Reader<'_>, tokens: &Range<usize>) -> bool {
    let comma = tokens.clone().find(|at| reader.is(*at, ","));
    comma.is_some_and(|comma| {
        reader.has(comma + 1, Traits::RELATIVE) && !has_finite_verb(reader, &(tokens.start..comma))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::words::lexicon::Lexicon;
    use crate::analysis::words::terms::Terms;
    use crate::analysis::words::vocabulary::Vocabulary;
    use crate::text::Span;

    #[test]
    fn who_says_it_is_left_out_at_either_end() {
        for (text, expected) in [
            (
                "The pier was closed on Monday, the harbour master said.",
                "The pier was closed on Monday",
            ),
            (
                "The pier was closed, said Ana Ruiz of the harbour board.",
                "The pier was closed, said Ana Ruiz of the harbour board.",
            ),
            (
                "Three old piers were closed, said Ana Ruiz of the board.",
                "Three old piers were closed",
            ),
            ("Town officials said that the pier was closed.", "the pier was closed."),
            ("Anna Holt told the court that the pier was closed.", "the pier was closed."),
            (
                "The harbour board, which met on Monday, denied any part in the sale.",
                "The harbour board, which met on Monday, denied any part in the sale.",
            ),
            ("The mayor said he was not told.", "The mayor said he was not told."),
            (
                "The ferry line, which owns the pier, said it would mend the roof.",
                "The ferry line, which owns the pier, said it would mend the roof.",
            ),
        ] {
            let mut vocabulary = Vocabulary::default();
            let tokens = vocabulary.tokens(text, Span::whole(text), "en", &mut Terms::default());
            let reader =
                Reader { tokens: &tokens, vocabulary: &vocabulary, lexicon: Lexicon::of("en") };
            let run = without_attribution(reader, &(0..tokens.len()));
            let span = tokens[run.start].span.join(tokens[run.end - 1].span);
            assert_eq!(span.of_or_empty(text), expected);
        }
    }
}

//! Which pieces of a sentence stay together: what states nothing without its neighbour is no clause.

use std::ops::Range;

use super::{content, only_leads_in};
use crate::analysis::values::reader::Reader;
use crate::analysis::words::lexicon::Traits;

/// A clause with fewer words of content than this stays with its neighbour.
const LEAST_CONTENT: usize = 2;
/// Tokens before a figure that bound it.
const LED_FIGURE: usize = 3;
/// Words of content of a figure with its unit.
const LONGEST_FIGURE: usize = 4;
/// Degrees of certainty below this leave a thing open.
const INDICATED: u8 = 3;

/// Pieces, each with the neighbours that it needs.
pub(super) fn joined(
    reader: Reader<'_>,
    pieces: impl Iterator<Item = Range<usize>>,
) -> Vec<Range<usize>> {
    let mut clauses: Vec<Range<usize>> = Vec::new();
    for piece in pieces {
        match clauses.last_mut() {
            Some(last) if are_one(reader, last, &piece) => last.end = piece.end,
            _ => clauses.push(piece),
        }
    }
    clauses
}

fn are_one(reader: Reader<'_>, last: &Range<usize>, piece: &Range<usize>) -> bool {
    let is_short = |piece: &Range<usize>| content(reader, piece) < LEAST_CONTENT;
    // A verb of saying belongs to what is said.
    let says = |at: usize| reader.has(at, Traits::REPORT) && reader.has(at, Traits::FINITE);
    (is_short(piece) && !says(piece.start))
        || is_short(last)
        || only_leads_in(reader, last)
        || is_figure(reader, piece)
        || (is_doubted(reader, last) && only_doubts(reader, piece))
}

/// Whether a piece is no more than a figure behind a colon: `Repairs: about 3 million euros`.
fn is_figure(reader: Reader<'_>, piece: &Range<usize>) -> bool {
    let is_number = |at: usize| {
        reader.is_digits(at) || reader.word(at).is_some_and(|word| word.cardinal.is_some())
    };
    reader.is(piece.start - 1, ":")
        && (piece.start..piece.start + LED_FIGURE).any(is_number)
        && content(reader, piece) <= LONGEST_FIGURE
        && !super::has_finite_verb(reader, piece)
}

/// Whether a piece calls something possible or likely.
fn is_doubted(reader: Reader<'_>, piece: &Range<usize>) -> bool {
    let degree = |at: usize| reader.phrase(&reader.lexicon.certainty, at).map(|(_, degree)| degree);
    piece.clone().any(|at| degree(at).is_some_and(|degree| degree < INDICATED))
}

/// Whether a piece goes on from a doubt and doubts or denies: `…, but what caused it is not known`.
fn only_doubts(reader: Reader<'_>, piece: &Range<usize>) -> bool {
    let goes_on = reader.has(piece.start, Traits::CONJUNCTION.or(Traits::OPENER))
        || super::is_participle(reader, piece.start);
    let denies = |at: usize| reader.phrase(&reader.lexicon.negations, at).is_some();
    goes_on && (is_doubted(reader, piece) || piece.clone().any(denies))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_figure_behind_a_colon_stays_with_what_it_is_of() {
        check("Repairs to the old mill: about 3 million euros");
        check("The old mill must be mended: | a heavy storm tore its roof off.");
    }
}

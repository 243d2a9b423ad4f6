//! Which pieces of a sentence stay together: what states nothing without its neighbour is no clause.

use std::ops::Range;

use super::{content, only_leads_in};
use crate::analysis::values::numerals::Reader;
use crate::analysis::words::lexicon::Traits;

/// A clause with fewer words of content than this stays with its neighbour.
const LEAST_CONTENT: usize = 2;
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
    is_short(piece)
        || is_short(last)
        || only_leads_in(reader, last)
        || (is_doubted(reader, last) && only_doubts(reader, piece))
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

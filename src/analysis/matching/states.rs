//! Whether one word for a state is all that two clauses share: `the beach is closed` and `the contract
//! was closed after weeks of talks` stand on one axis of opposites and tell of two things.

use super::frames::is_met_among;
use crate::analysis::story::pieces::{Piece, Pieces};
use crate::analysis::story::{Story, TermClass};
use crate::analysis::words::kinship::Kinship;
use crate::analysis::words::terms::{Sort, TermId, ValueKind};

/// Fewer terms leave too little to differ in.
const LEAST_TERMS: usize = 5;

/// Whether each of two longer clauses shares with the other one word only, which names a pole of an
/// axis. Opposite poles share no word: such clauses may contradict each other.
pub(super) fn share_a_state_only(
    story: &Story<'_>,
    kinship: &Kinship,
    pieces: &Pieces,
    clauses: [u32; 2],
) -> bool {
    let [a, b] = clauses.map(|clause| pieces.get(clause));
    let shares_a_state_only = |piece: &Piece, other: &Piece| {
        piece.terms.len() >= LEAST_TERMS
            && piece.terms.iter().any(|term| is_axis(story, term.id))
            && is_one_state(story, piece, &shared(story, kinship, piece, other))
    };
    shares_a_state_only(a, b) && shares_a_state_only(b, a)
}

/// The terms of a clause that the other has, too, and where they stand.
fn shared(
    story: &Story<'_>,
    kinship: &Kinship,
    piece: &Piece,
    other: &Piece,
) -> Vec<(usize, TermId)> {
    let places = story.units[piece.unit as usize].places.iter().copied();
    let inside = places.filter(|(at, _)| piece.tokens.contains(at));
    inside.filter(|(_, id)| is_met_among(kinship, *id, &other.terms)).collect()
}

/// Whether terms are one word and the axis that it names a pole of.
fn is_one_state(story: &Story<'_>, piece: &Piece, terms: &[(usize, TermId)]) -> bool {
    let unit = &story.units[piece.unit as usize];
    let is_word = |id: TermId| {
        !story.terms.get(id).is_slot()
            && unit.term(id).is_some_and(|term| term.class == TermClass::Word)
    };
    let stands_in_one_place =
        terms.iter().all(|(at, _)| Some(at) == terms.first().map(|(at, _)| at));
    stands_in_one_place
        && terms.iter().any(|(_, id)| is_axis(story, *id))
        && terms.iter().any(|(_, id)| is_word(*id))
        && terms.iter().all(|(_, id)| is_axis(story, *id) || is_word(*id))
}

/// Whether a term names an axis of opposites.
fn is_axis(story: &Story<'_>, id: TermId) -> bool {
    matches!(&story.terms.get(id).sort, Sort::Value(key) if key.kind == ValueKind::Axis)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::analysis::testing::article;
    use crate::analysis::{Progress, Watch};

    fn check(a: &str, b: &str, expected: bool) {
        let articles = [article(1, a), article(2, b)];
        let story = Story::of_lone_sentences(&[&articles[0], &articles[1]]);
        let kinship = Kinship::of_few(&story.terms);
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        let pieces = Pieces::of(&story, &mut Progress::new(watch)).expect("nobody cancels");
        let clauses = [0, 1].map(|unit| pieces.of_unit(unit).start);
        assert_eq!(share_a_state_only(&story, &kinship, &pieces, clauses), expected, "{a} | {b}");
    }

    #[test]
    fn two_things_in_one_state_are_two_things() {
        let beach = "Rangers closed the windy beach below the lighthouse.";
        check(beach, "Lawyers closed the purchase contract after twelve weeks.", true);
        check(beach, "Rangers closed the beach to all swimmers today.", false);
        check(beach, "Lawyers opened the purchase contract after twelve weeks.", false);
    }
}

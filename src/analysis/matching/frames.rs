//! Whether two sentences give figures of different things.
//!
//! `70% of machine tools` and `90% of microchips` stand in one frame, in like words, and are two facts;
//! `70% of machine tools` and `90% of machine tools` are one that is disputed. Counts are left alone:
//! what is counted has too many names (`four workers`, `five people`).

use crate::analysis::story::pieces::{Piece, Pieces};
use crate::analysis::story::{Story, TermClass, Unit, UnitTerm};
use crate::analysis::values::{Meaning, Value};
use crate::analysis::words::kinship::Kinship;
use crate::analysis::words::lexicon::Traits;
use crate::analysis::words::terms::{Sort, TermId, Terms, ValueKind};

/// Words that are this much akin name one thing.
const AKIN: f64 = 0.5;

/// Whether each sentence gives a figure that the other has not, of something that the other does not name.
///
/// Sums for different purposes are of different things, too: what a roof cost and what it is insured for.
/// So are equal figures that are all that two sentences have in common, and sums for one purpose, where
/// the purpose is all.
pub(super) fn tell_of_different_things(
    terms: &Terms,
    kinship: &Kinship,
    a: &Unit,
    b: &Unit,
) -> bool {
    if have_different_purposes(terms, a, b)
        || share_a_round_figure_only(terms, kinship, a, b)
        || (share_a_purpose_only(terms, kinship, a, b)
            && share_a_purpose_only(terms, kinship, b, a))
    {
        return true;
    }
    let own = strangers(kinship, a, b);
    !own.is_empty() && strangers(kinship, b, a).iter().any(|kind| own.contains(kind))
}

/// Whether both give sums for a purpose, and none for the same.
fn have_different_purposes(terms: &Terms, a: &Unit, b: &Unit) -> bool {
    let is_purpose = |term: &&UnitTerm| terms.get(term.id).is_purpose();
    let mut own = a.terms.iter().filter(is_purpose).peekable();
    own.peek().is_some()
        && b.terms.iter().any(|term| is_purpose(&term))
        && !own.any(|term| b.term(term.id).is_some())
}

/// Whether one round figure is all that both have in common: `20,000 euros` may be the price of much. An
/// hour, a year or 1,247 is hardly ever the same by chance.
fn share_a_round_figure_only(terms: &Terms, kinship: &Kinship, a: &Unit, b: &Unit) -> bool {
    let mut common = a.terms.iter().filter(|term| is_met(kinship, term.id, b, 0.0));
    common.next().is_some_and(|term| is_round_figure(terms, term.id)) && common.next().is_none()
}

/// Whether all that one sentence has of the other is what a sum is for, and at most the word that tells it:
/// an order and a pension are both `worth` a sum.
fn share_a_purpose_only(terms: &Terms, kinship: &Kinship, a: &Unit, b: &Unit) -> bool {
    let shared = || a.terms.iter().filter(|term| is_met(kinship, term.id, b, 0.0)).take(3);
    let is_purpose = |term: &UnitTerm| terms.get(term.id).is_purpose();
    shared().any(is_purpose)
        && shared().count() < 3
        && shared().all(|term| is_purpose(term) || term.class == TermClass::Word)
}

fn is_round_figure(terms: &Terms, id: TermId) -> bool {
    let term = terms.get(id);
    let Sort::Value(key) = &term.sort else { return false };
    !term.is_slot() && key.kind != ValueKind::Clock && has_two_digits(key.amount)
}

/// Whether a number has two digits at most before its zeros.
fn has_two_digits(amount: f64) -> bool {
    let digits = amount.abs().max(1.0).log10().floor() as i32;
    let scaled = amount / 10_f64.powi((digits - 1).max(0));
    digits < 2 || (scaled - scaled.round()).abs() < 1e-6
}

/// The kinds of figures of `unit` that `other` has not, of things that it does not name.
fn strangers(kinship: &Kinship, unit: &Unit, other: &Unit) -> Vec<ValueKind> {
    let stranger = |value: &Value| {
        let Meaning::Quantity(quantity) = &value.meaning else { return None };
        let is_strange = is_figure(quantity.kind)
            && quantity.heads.iter().any(|head| !is_met(kinship, *head, other, AKIN))
            && !terms_of(unit, value).any(|id| is_met(kinship, id, other, 0.0));
        is_strange.then_some(quantity.kind)
    };
    unit.values.iter().filter_map(stranger).collect()
}

/// Words of a person's name at most; what shares more shares a place or an employer, too.
const LONGEST_NAME: usize = 3;

/// Whether a person of some title is all that two clauses have in common: `Mayor Anna Holt told the board`
/// and `the mayor, Anna Holt, will resign`. Who is known by a title speaks of much.
pub(super) fn share_a_person_only(
    story: &Story<'_>,
    kinship: &Kinship,
    pieces: &Pieces,
    clauses: [u32; 2],
) -> bool {
    let [a, b] = clauses.map(|clause| pieces.get(clause));
    let reader = |piece: &Piece| story.reader(&story.units[piece.unit as usize]);
    let names_a_title = |piece: &Piece| {
        let reader = reader(piece);
        piece.tokens.clone().any(|at| reader.has(at, Traits::TITLE))
    };
    let shares_names_only = |piece: &Piece, other: &Piece| {
        let (unit, reader) = (&story.units[piece.unit as usize], reader(piece));
        let inside = unit.places.iter().filter(|(at, _)| piece.tokens.contains(at));
        let shared = inside.filter(|(_, id)| is_met_among(kinship, *id, &other.terms));
        let is_name = |id: TermId| unit.term(id).is_some_and(|term| term.class == TermClass::Name);
        let mut untitled = shared.filter(|(at, _)| !reader.has(*at, Traits::TITLE));
        untitled.by_ref().take(LONGEST_NAME).all(|(_, id)| is_name(*id))
            && untitled.next().is_none()
    };
    (names_a_title(a) || names_a_title(b)) && shares_names_only(a, b) && shares_names_only(b, a)
}

/// Whether terms, which ascend, hold one or a kin of it.
pub(super) fn is_met_among(kinship: &Kinship, id: TermId, terms: &[UnitTerm]) -> bool {
    let has = |id: TermId| terms.binary_search_by_key(&id, |term| term.id).is_ok();
    has(id) || kinship.of_term(id).iter().any(|(kin, _)| has(*kin))
}

const fn is_figure(kind: ValueKind) -> bool {
    matches!(
        kind,
        ValueKind::Percent | ValueKind::Points | ValueKind::Money(_) | ValueKind::Measure(_)
    )
}

/// The terms that a value gives its sentence.
fn terms_of<'u>(unit: &'u Unit, value: &Value) -> impl Iterator<Item = TermId> + 'u {
    let start = value.tokens.start;
    let there = unit.places.iter().filter(move |(at, _)| *at == start).map(|(_, id)| *id);
    there.filter(|id| unit.term(*id).is_some_and(|term| term.class == TermClass::Number))
}

/// Whether a unit has a term or one that is more than `akin` to it.
fn is_met(kinship: &Kinship, id: TermId, unit: &Unit, akin: f64) -> bool {
    let has = |id: TermId| unit.term(id).is_some();
    has(id) || kinship.of_term(id).iter().any(|(kin, likeness)| *likeness >= akin && has(*kin))
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::analysis::story::Story;
    use crate::analysis::story::weights::weigh;
    use crate::analysis::testing::article;
    use crate::analysis::{Progress, Watch};

    fn check(a: &str, b: &str) -> bool {
        let articles = [article(1, a), article(2, b)];
        let mut story = Story::of_lone_sentences(&[&articles[0], &articles[1]]);
        weigh(&mut story);
        let kinship = Kinship::of_few(&story.terms);
        tell_of_different_things(&story.terms, &kinship, &story.units[0], &story.units[1])
    }

    /// Whether the first clauses of two sentences share a person only.
    fn share_a_person(a: &str, b: &str) -> bool {
        let articles = [article(1, a), article(2, b)];
        let mut story = Story::of_lone_sentences(&[&articles[0], &articles[1]]);
        weigh(&mut story);
        let kinship = Kinship::of_few(&story.terms);
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        let pieces = Pieces::of(&story, &mut Progress::new(watch)).expect("nobody cancels");
        let first = |unit: u32| pieces.of_unit(unit).start;
        share_a_person_only(&story, &kinship, &pieces, [first(0), first(1)])
    }

    #[test]
    fn a_person_of_some_title_is_not_yet_a_common_statement() {
        let told = "The crowd cheered as Mayor Anna Holt told jokes.";
        assert!(share_a_person(told, "The town elected Anna Holt in June."));
        assert!(!share_a_person(told, "The mayor, Anna Holt, likes jokes."));
        let untitled = "The crowd cheered as Anna Holt told jokes.";
        assert!(!share_a_person(untitled, "The town elected Anna Holt in June."));
    }

    #[test]
    fn figures_of_different_things_are_told_apart() {
        assert!(check(
            "The port handled 70% of the timber shipped last year.",
            "The port handled 90% of the fertiliser shipped last year.",
        ));
    }

    #[test]
    fn sums_for_different_purposes_are_told_apart() {
        let insured = "The old mill was insured for 3 million euros.";
        assert!(check(insured, "The roof of the old mill cost 3 million euros."));
        assert!(!check(insured, "Insurers of the old mill will pay 2 million euros."));
    }

    #[test]
    fn sums_of_which_only_the_purpose_is_one_are_told_apart() {
        let order = "The mill won an order worth 3 million euros.";
        assert!(check(order, "Holt will get a pension worth 12,500 euros."));
        assert!(!check(order, "One order worth 2 million euros is lost."));
    }

    #[test]
    fn a_round_figure_alone_joins_nothing() {
        let raised = "The choir raised 20,000 euros.";
        assert!(check(raised, "Moving the statue cost the parish 20,000 euros."));
        assert!(!check(raised, "Singing brought the choir 20,000 euros."));
        assert!(!check("The bell rang at 6.40 a.m.", "Everybody left the mill at 6:40 a.m."));
        assert!(!check("The mill has 1,247 windows.", "Cleaners counted 1,247 of them."));
    }

    #[test]
    fn figures_of_one_thing_may_differ() {
        for other in [
            "The port handled 90% of the timber shipped last year.",
            "The port handled 70% of the fertiliser shipped last year.",
            "The port handled timber and fertiliser last year.",
        ] {
            assert!(
                !check("The port handled 70% of the timber shipped last year.", other),
                "{other}"
            );
        }
    }
}

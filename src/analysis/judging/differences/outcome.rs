//! What became of somebody, told in ways that rule each other out: `resigned` against `sacked`.

use std::ops::Range;

use super::{Difference, Meeting, Side};
use crate::analysis::words::lexicon::Traits;
use crate::model::ReasonKind;

/// Tokens after a word of denial within which an outcome is denied.
const DENIED: usize = 5;
/// Passages that have less in common may speak of two people.
const LEAST_FRACTION: f64 = 0.25;
/// The confidence of such a difference.
const CONFIDENCE: f64 = 0.70;

/// A word for an outcome.
#[derive(PartialEq, Eq)]
pub(super) struct Outcome {
    set: u16,
    which: u16,
    tokens: Range<usize>,
}

/// Outcomes of one set, of which neither passage tells the other's.
pub(super) fn differences(meeting: &Meeting<'_, '_>) -> Vec<Difference> {
    let (left, right) = (outcomes(meeting.a), outcomes(meeting.b));
    if left.is_empty() || right.is_empty() || meeting.akin_fraction() < LEAST_FRACTION {
        return Vec::new();
    }
    let mut found = Vec::new();
    for x in left {
        let rivals = right.iter().filter(|y| y.set == x.set);
        for y in rivals {
            if !tells(meeting, meeting.a.unit.article, y)
                && !tells(meeting, meeting.b.unit.article, x)
            {
                let (a, b) = (x.tokens.clone(), y.tokens.clone());
                found.push(Difference::new(ReasonKind::Wording, CONFIDENCE, a, b));
            }
        }
    }
    found
}

/// Whether an article's passages of the claim tell an outcome: one may follow the other in time.
fn tells(meeting: &Meeting<'_, '_>, article: usize, outcome: &Outcome) -> bool {
    let own = meeting.all.iter().filter(|side| side.unit.article == article);
    let is_same = |other: &Outcome| (other.set, other.which) == (outcome.set, outcome.which);
    own.flat_map(|side| outcomes(side)).any(is_same)
}

/// The outcomes that a passage tells, those it denies left out.
fn outcomes<'m>(side: &'m Side<'_>) -> &'m [Outcome] {
    side.once.outcomes.get_or_init(|| find_outcomes(side))
}

fn find_outcomes(side: &Side<'_>) -> Vec<Outcome> {
    let mut found = Vec::new();
    let mut skip = 0;
    let book = &side.reader.lexicon.outcomes;
    if !side.begins(book.mark) {
        return found;
    }
    for at in side.tokens() {
        let phrase = side.reader.phrase(book, at).filter(|_| at >= skip);
        let Some((length, (set, which))) = phrase else { continue };
        skip = at + length;
        let is_denied =
            side.denials.iter().any(|denial| denial.end <= at && at - denial.end < DENIED);
        // In `calls to resign` nobody did.
        let is_wanted = at > 0 && side.reader.has(at - 1, Traits::TO);
        if !is_denied && !is_wanted {
            found.push(Outcome { set, which, tokens: at..skip });
        }
    }
    found
}

//! The tag the program suggests for a claim, and why.

use std::collections::{BTreeMap, BTreeSet};

use super::differences::{Difference, Meeting, Side, Telling, differences};
use super::facts::Facts;
use super::narrowing::Member;
use super::story::Story;
use crate::model::{ArticleId, Confidence, Place, Reason, ReasonKind, Stance, Suggestion, Tag};
use crate::text::{Span, collapse_white_space};

/// Least confidence of a difference that makes a claim disputed (engine notes, part 2, section 4).
const MATERIAL: f64 = 0.55;
/// Passages of a claim that are compared with one another; the first of every article come first.
const COMPARED: usize = 16;
/// Characters of a quoted passage in a reason's sentence.
const LONGEST_QUOTE: usize = 80;

/// A suggestion, and how single passages stand to the claim.
pub(super) struct Suggested {
    /// The suggestion.
    pub(super) suggestion: Suggestion,
    /// The stances that are not [`Stance::Same`], by article and place.
    pub(super) stances: Vec<(ArticleId, Span, Stance)>,
}

/// The suggestion for the claim that `members` state.
pub(super) fn suggest<'s>(
    story: &'s Story<'s>,
    facts: &[Facts<'s>],
    members: &[Member],
) -> Suggested {
    let sides: Vec<Side<'s>> = members.iter().map(|member| Side::new(story, member)).collect();
    let first = sides.first().map(|side| side.unit.article);
    if sides.iter().all(|side| Some(side.unit.article) == first) {
        return settled(Tag::Unique, 90);
    }
    let found = strongest(story, facts, &sides);
    if found.is_empty() {
        return settled(Tag::Agreed, 88);
    }
    disputed(story, &sides, found)
}

fn settled(tag: Tag, percent: u8) -> Suggested {
    let suggestion =
        Suggestion { tag, confidence: Confidence::from_percent(percent), reasons: Vec::new() };
    Suggested { suggestion, stances: Vec::new() }
}

/// A difference between two sides of a claim, by their places in the list.
struct Located {
    sides: [usize; 2],
    difference: Difference,
}

/// The surest material difference of every kind.
fn strongest<'s>(
    story: &'s Story<'s>,
    facts: &[Facts<'s>],
    sides: &[Side<'s>],
) -> BTreeMap<ReasonKind, Located> {
    let compared = compared(sides);
    let mut best: BTreeMap<ReasonKind, Located> = BTreeMap::new();
    for (at, i) in compared.iter().enumerate() {
        for j in &compared[at + 1..] {
            let (a, b) = (&sides[*i], &sides[*j]);
            if a.unit.article == b.unit.article {
                continue;
            }
            let pair = [&facts[a.unit.article], &facts[b.unit.article]];
            for difference in differences(&Meeting::new(story, pair, sides, a, b)) {
                let is_better = best
                    .get(&difference.kind)
                    .is_none_or(|known| known.difference.confidence < difference.confidence);
                if difference.confidence >= MATERIAL && is_better {
                    best.insert(difference.kind, Located { sides: [*i, *j], difference });
                }
            }
        }
    }
    best
}

/// The sides that are compared: one an article before a second one, equal wordings once.
fn compared(sides: &[Side<'_>]) -> Vec<usize> {
    let mut wordings: BTreeSet<Vec<u32>> = BTreeSet::new();
    let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
    let mut ranked: Vec<(usize, usize)> = Vec::new();
    for (index, side) in sides.iter().enumerate() {
        if !wordings.insert(side.wording()) {
            continue;
        }
        let count = seen.entry(side.unit.article).or_default();
        ranked.push((*count, index));
        *count += 1;
    }
    ranked.sort_unstable();
    ranked.truncate(COMPARED);
    let mut indices: Vec<usize> = ranked.into_iter().map(|(_, index)| index).collect();
    indices.sort_unstable();
    indices
}

fn disputed(
    story: &Story<'_>,
    sides: &[Side<'_>],
    found: BTreeMap<ReasonKind, Located>,
) -> Suggested {
    let mut located: Vec<Located> = found.into_values().collect();
    located.sort_by(|x, y| {
        y.difference
            .confidence
            .total_cmp(&x.difference.confidence)
            .then(x.difference.kind.cmp(&y.difference.kind))
    });
    let surest = located.first().map_or(0.0, |located| located.difference.confidence);
    // Two honest steps, as calibrated in the engine notes, part 2, section 5.
    let percent = if surest >= 0.8 { 93 } else { 60 };
    let stances = located.iter().flat_map(|located| stances(story, sides, located)).collect();
    let reasons = located.iter().map(|located| reason(story, sides, located)).collect();
    let suggestion =
        Suggestion { tag: Tag::Disputed, confidence: Confidence::from_percent(percent), reasons };
    Suggested { suggestion, stances }
}

fn stances(
    story: &Story<'_>,
    sides: &[Side<'_>],
    located: &Located,
) -> Vec<(ArticleId, Span, Stance)> {
    let stance = |at: usize| {
        let side = &sides[located.sides[at]];
        let span = side.unit.span_of(&located.difference.tokens[at]);
        (story.articles[side.unit.article].id, span, located.difference.stances[at])
    };
    vec![stance(1), stance(0)]
}

fn reason(story: &Story<'_>, sides: &[Side<'_>], located: &Located) -> Reason {
    let place = |at: usize| {
        let side = &sides[located.sides[at]];
        Place {
            article: story.articles[side.unit.article].id,
            span: side.unit.span_of(&located.difference.tokens[at]),
        }
    };
    Reason {
        kind: located.difference.kind,
        detail: detail(story, sides, located),
        places: vec![place(0), place(1)],
    }
}

/// One plain sentence; articles are numbered from 1 in the order they were given.
fn detail(story: &Story<'_>, sides: &[Side<'_>], located: &Located) -> String {
    let number = |at: usize| sides[located.sides[at]].unit.article + 1;
    let quote = |at: usize| {
        let unit = sides[located.sides[at]].unit;
        shortened(story.articles[unit.article].quote(unit.span_of(&located.difference.tokens[at])))
    };
    let (a, b) = (number(0), number(1));
    match located.difference.telling {
        Telling::Says => format!("{b} says “{}”, {a} says “{}”", quote(1), quote(0)),
        Telling::FirstOnly => format!("{a} says “{}”, {b} does not", quote(0)),
        Telling::SecondOnly => format!("{b} says “{}”, {a} does not", quote(1)),
        Telling::Sources => format!("{b} gives it to “{}”, {a} to “{}”", quote(1), quote(0)),
    }
}

fn shortened(quote: &str) -> String {
    let line = collapse_white_space(quote);
    if line.chars().count() <= LONGEST_QUOTE {
        return line;
    }
    line.chars().take(LONGEST_QUOTE - 1).chain(['…']).collect()
}

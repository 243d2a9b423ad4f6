//! The tag the program suggests for a claim, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

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
        let is_copied = first.is_some_and(|article| story.copies[article].len() > 1);
        return if is_copied { settled(Tag::Agreed, 88) } else { settled(Tag::Unique, 90) };
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
    let mut stances_found = Vec::new();
    let mut reasons = Vec::with_capacity(located.len());
    for located in &located {
        let holders = holders(sides, located);
        stances_found.extend(stances(story, sides, &located.difference, &holders));
        reasons.push(reason(story, sides, &located.difference, &holders));
    }
    let suggestion =
        Suggestion { tag: Tag::Disputed, confidence: Confidence::from_percent(percent), reasons };
    Suggested { suggestion, stances: stances_found }
}

/// Where what either side of a difference says is said, itself first: sides with their tokens.
type Holders = Vec<(usize, Range<usize>)>;

/// All passages that say what the first side says, and all that say what the second says.
fn holders(sides: &[Side<'_>], located: &Located) -> [Holders; 2] {
    [0, 1].map(|at| {
        let own = (located.sides[at], located.difference.tokens[at].clone());
        let mut found = vec![own.clone()];
        if is_found_elsewhere(&located.difference) {
            let others = (0..sides.len()).filter(|other| !located.sides.contains(other));
            found
                .extend(others.filter_map(|other| {
                    Some((other, sides[other].saying(&sides[own.0], &own.1)?))
                }));
        }
        found
    })
}

/// Whether equal words elsewhere say the same: a name or number does, a `may` or `not` need not.
fn is_found_elsewhere(difference: &Difference) -> bool {
    matches!(difference.telling, Telling::Says | Telling::Sources)
        && !matches!(difference.kind, ReasonKind::Hedging | ReasonKind::Negation)
}

fn stances(
    story: &Story<'_>,
    sides: &[Side<'_>],
    difference: &Difference,
    holders: &[Holders; 2],
) -> Vec<(ArticleId, Span, Stance)> {
    let stance = |at: usize| {
        let places = holders[at].iter().flat_map(|holder| places(story, sides, holder));
        places.map(move |place| (place.article, place.span, difference.stances[at]))
    };
    stance(1).chain(stance(0)).collect()
}

/// Where the tokens of a side stand: in its article and in all copies of that.
fn places(
    story: &Story<'_>,
    sides: &[Side<'_>],
    (side, tokens): &(usize, Range<usize>),
) -> Vec<Place> {
    let unit = sides[*side].unit;
    let span = unit.span_of(tokens);
    story.copies[unit.article]
        .iter()
        .map(|(_, article)| Place { article: *article, span })
        .collect()
}

fn reason(
    story: &Story<'_>,
    sides: &[Side<'_>],
    difference: &Difference,
    holders: &[Holders; 2],
) -> Reason {
    let all = |holders: &[(usize, Range<usize>)]| -> Vec<Place> {
        holders.iter().flat_map(|holder| places(story, sides, holder)).collect()
    };
    let mut found: Vec<Place> = Vec::new();
    let mut rest: Vec<Place> = Vec::new();
    for mut places in holders.iter().map(|holders| all(holders)) {
        rest.extend(places.split_off(places.len().min(1)));
        found.extend(places);
    }
    let mut seen: BTreeSet<(ArticleId, Span)> =
        found.iter().map(|place| (place.article, place.span)).collect();
    found.extend(rest.into_iter().filter(|place| seen.insert((place.article, place.span))));
    Reason {
        kind: difference.kind,
        detail: detail(story, sides, difference, holders),
        places: found,
    }
}

/// One plain sentence; articles are numbered from 1 in the order they were given. What more articles
/// say comes first.
fn detail(
    story: &Story<'_>,
    sides: &[Side<'_>],
    difference: &Difference,
    holders: &[Holders; 2],
) -> String {
    let quote = |at: usize| {
        let (side, tokens) = &holders[at][0];
        let unit = sides[*side].unit;
        shortened(story.articles[unit.article].quote(unit.span_of(tokens)))
    };
    let who = [0, 1].map(|at| {
        let copies = holders[at].iter().map(|(side, _)| &story.copies[sides[*side].unit.article]);
        let numbers: BTreeSet<usize> = copies.flatten().map(|(number, _)| *number).collect();
        (numbered(&numbers), numbers.len())
    });
    let [(a, _), (b, _)] = &who;
    let (x, y) = if who[0].1 > who[1].1 { (0, 1) } else { (1, 0) };
    let verb = |at: usize, one: &'static str, more: &'static str| {
        if who[at].1 == 1 { one } else { more }
    };
    let (does_a, does_b) = (verb(0, "does", "do"), verb(1, "does", "do"));
    let (says_a, says_b) = (verb(0, "says", "say"), verb(1, "says", "say"));
    let (says_x, says_y) = (verb(x, "says", "say"), verb(y, "says", "say"));
    let (gives, to) = (verb(x, "gives", "give"), &who[y].0);
    match difference.telling {
        Telling::Says => {
            format!("{} {says_x} “{}”, {to} {says_y} “{}”", who[x].0, quote(x), quote(y))
        }
        Telling::FirstOnly => format!("{a} {says_a} “{}”, {b} {does_b} not", quote(0)),
        Telling::SecondOnly => format!("{b} {says_b} “{}”, {a} {does_a} not", quote(1)),
        Telling::Sources => {
            format!("{} {gives} it to “{}”, {to} to “{}”", who[x].0, quote(x), quote(y))
        }
    }
}

/// Articles named one by one before the rest is only counted.
const NAMED: usize = 5;

/// `1`, `1 and 2`, `1, 2 and 4`.
fn numbered(numbers: &BTreeSet<usize>) -> String {
    let mut words: Vec<String> = numbers.iter().take(NAMED).map(ToString::to_string).collect();
    if numbers.len() > NAMED {
        words.push(format!("{} more", numbers.len() - NAMED));
    }
    match words.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => words.concat(),
    }
}

fn shortened(quote: &str) -> String {
    let line = collapse_white_space(quote);
    if line.chars().count() <= LONGEST_QUOTE {
        return line;
    }
    line.chars().take(LONGEST_QUOTE - 1).chain(['…']).collect()
}

//! The tag the program suggests for a claim, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::differences::{Difference, MATERIAL, Meeting, Side, Telling, differences, hedged_alike};
use super::facts::Facts;
use super::told::{alone_says, gives, says, shortened};
use crate::analysis::matching::narrowing::Member;
use crate::analysis::story::{Story, Unit};
use crate::analysis::words::terms::TermId;
use crate::model::{ArticleId, Confidence, Place, Reason, ReasonKind, Stance, Suggestion, Tag};
use crate::text::Span;

/// How often such suggestions were right, in percent; `docs/engine.md` has the table. Three articles or
/// more agree,
const MANY_AGREE: u8 = 88;
/// two articles agree,
const TWO_AGREE: u8 = 55;
/// one article alone states it,
const ALONE: u8 = 65;
/// a difference is material,
const DISPUTED: u8 = 65;
/// and one is as sure as [`SURE`].
const SURELY_DISPUTED: u8 = 90;
/// From here on a difference is sure.
const SURE: f64 = 0.8;

/// Passages of a claim that are compared with one another.
const COMPARED: usize = 12;

/// A suggestion, and how single passages stand to the claim.
#[derive(Clone)]
pub(in crate::analysis) struct Suggested {
    /// The suggestion.
    pub(in crate::analysis) suggestion: Suggestion,
    /// The stances that are not [`Stance::Same`], by article and place.
    pub(in crate::analysis) stances: Vec<(ArticleId, Span, Stance)>,
}

/// The suggestion for the claim that `members` state.
pub(in crate::analysis) fn suggest<'s>(
    story: &'s Story<'s>,
    facts: &[Facts<'s>],
    members: &[Member],
) -> Suggested {
    compare(story, facts, members).0
}

/// The same with what the members dispute.
pub(in crate::analysis) fn compare<'s>(
    story: &'s Story<'s>,
    facts: &[Facts<'s>],
    members: &[Member],
) -> (Suggested, Vec<Dispute>) {
    let units = || members.iter().map(|member| &story.units[member.unit as usize]);
    let first = units().next().map(|unit| unit.article);
    if units().all(|unit| Some(unit.article) == first) {
        let is_copied = |unit: &Unit| story.places(unit, unit.span).nth(1).is_some();
        let (tag, percent) =
            if units().any(is_copied) { (Tag::Agreed, MANY_AGREE) } else { (Tag::Unique, ALONE) };
        return (settled(tag, percent), Vec::new());
    }
    let sides: Vec<Side<'s>> = members.iter().map(|member| Side::new(story, member)).collect();
    let found = strongest(story, facts, &sides);
    if found.is_empty() {
        return (agreed(units()), Vec::new());
    }
    disputed(story, members, &sides, &found)
}

fn agreed<'s>(units: impl Iterator<Item = &'s Unit>) -> Suggested {
    let articles: BTreeSet<usize> = units.flat_map(Unit::articles).collect();
    settled(Tag::Agreed, if articles.len() > 2 { MANY_AGREE } else { TWO_AGREE })
}

fn settled(tag: Tag, percent: u8) -> Suggested {
    let suggestion =
        Suggestion { tag, confidence: Confidence::from_percent(percent), reasons: Vec::new() };
    Suggested { suggestion, stances: Vec::new() }
}

/// What the passages of a claim dispute, and where: units with their tokens.
pub(in crate::analysis) struct Dispute {
    /// What kind of thing differs.
    pub(in crate::analysis) kind: ReasonKind,
    /// The words that say either, by unit.
    pub(in crate::analysis) places: Vec<(u32, Range<usize>)>,
    /// The counts of people among them: what happened to them, how many, in which unit.
    counts: Vec<(u16, f64, u32)>,
}

impl Dispute {
    fn of(kind: ReasonKind, members: &[Member], sides: &[Side<'_>], holders: &[Holders]) -> Self {
        let unit = |side: usize| members[side].unit;
        let all = || holders.iter().flatten();
        let counts = all().filter_map(|(side, tokens)| {
            let (role, count) = sides[*side].count_of_people(tokens)?;
            Some((role, count, unit(*side)))
        });
        let places = all().map(|(side, tokens)| (unit(*side), tokens.clone()));
        Self { kind, places: places.collect(), counts: counts.collect() }
    }

    /// The counts of people, as keys, with the unit of each.
    pub(in crate::analysis) fn numbers(&self) -> impl Iterator<Item = ((u16, u64), u32)> {
        self.counts.iter().map(|(role, value, unit)| ((*role, value.to_bits()), *unit))
    }
}

/// A difference between two sides of a claim, by their places in the list.
#[derive(Clone)]
struct Located {
    sides: [usize; 2],
    difference: Difference,
}

/// The surest difference of a kind, and what others say in its place.
struct Found {
    located: Located,
    /// Sides with their tokens that say neither.
    others: Vec<(usize, Range<usize>)>,
}

/// Other values than the first two that a reason names.
const OTHERS: usize = 3;

/// The surest material difference of every kind, the surest kind first.
fn strongest<'s>(story: &'s Story<'s>, facts: &[Facts<'s>], sides: &[Side<'s>]) -> Vec<Found> {
    let mut by_kind: BTreeMap<ReasonKind, Vec<Located>> = BTreeMap::new();
    for located in all_material(story, facts, sides) {
        by_kind.entry(located.difference.kind).or_default().push(located);
    }
    let mut found: Vec<Found> =
        by_kind.into_values().filter_map(|all| surest(sides, &all)).collect();
    found.sort_by(|x, y| {
        let (x, y) = (&x.located.difference, &y.located.difference);
        y.confidence.total_cmp(&x.confidence).then(x.kind.cmp(&y.kind))
    });
    found
}

fn all_material<'s>(story: &'s Story<'s>, facts: &[Facts<'s>], sides: &[Side<'s>]) -> Vec<Located> {
    let compared = compared(sides);
    let every: Vec<&Side<'s>> = sides.iter().collect();
    let mut all = Vec::new();
    for (at, i) in compared.iter().enumerate() {
        for j in &compared[at + 1..] {
            let (a, b) = (&sides[*i], &sides[*j]);
            if a.unit.article == b.unit.article {
                continue;
            }
            let pair = [&facts[a.unit.article], &facts[b.unit.article]];
            let differences = differences(&Meeting::new(story, pair, &every, a, b)).into_iter();
            let material = differences.filter(|difference| difference.confidence >= MATERIAL);
            all.extend(material.map(|difference| Located { sides: [*i, *j], difference }));
        }
    }
    all
}

/// The first of the surest differences, with the other words that differ from either of its ends.
fn surest(sides: &[Side<'_>], all: &[Located]) -> Option<Found> {
    let best = all.iter().fold(None::<&Located>, |best, one| match best {
        Some(best) if best.difference.confidence >= one.difference.confidence => Some(best),
        _ => Some(one),
    })?;
    let mut found = Found { located: best.clone(), others: Vec::new() };
    if !is_found_elsewhere(&best.difference) {
        return Some(found);
    }
    let end =
        |located: &Located, at: usize| (located.sides[at], located.difference.tokens[at].clone());
    let ends = [end(best, 0), end(best, 1)];
    for (one, at) in all.iter().flat_map(|one| [(one, 0), (one, 1)]) {
        let (near, far) = (end(one, at), end(one, 1 - at));
        let says_known = |known: &(usize, Range<usize>)| {
            *known == far || sides[far.0].saying(&sides[known.0], &known.1).is_some()
        };
        let is_new = !ends.iter().chain(&found.others).any(says_known);
        if ends.contains(&near) && is_new && found.others.len() < OTHERS {
            found.others.push(far);
        }
    }
    Some(found)
}

/// The sides that are compared: one an article before a second one, those that give figures which none
/// before them gives before the others, equal wordings once.
fn compared(sides: &[Side<'_>]) -> Vec<usize> {
    let mut wordings: BTreeSet<Vec<u32>> = BTreeSet::new();
    let mut figures: BTreeSet<Vec<TermId>> = BTreeSet::new();
    let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
    let mut ranked: Vec<(usize, bool, usize)> = Vec::new();
    for (index, side) in sides.iter().enumerate() {
        if !wordings.insert(side.wording()) {
            continue;
        }
        let count = seen.entry(side.unit.article).or_default();
        ranked.push((*count, !figures.insert(side.figures()), index));
        *count += 1;
    }
    ranked.sort_unstable();
    ranked.truncate(COMPARED);
    let mut indices: Vec<usize> = ranked.into_iter().map(|(_, _, index)| index).collect();
    indices.sort_unstable();
    indices
}

fn disputed(
    story: &Story<'_>,
    members: &[Member],
    sides: &[Side<'_>],
    found: &[Found],
) -> (Suggested, Vec<Dispute>) {
    let surest = found.first().map_or(0.0, |found| found.located.difference.confidence);
    let mut suggested =
        settled(Tag::Disputed, if surest >= SURE { SURELY_DISPUTED } else { DISPUTED });
    let mut disputes = Vec::with_capacity(found.len());
    for found in found {
        let (holders, difference) = (holders(sides, found), &found.located.difference);
        suggested.stances.extend(stances(story, sides, difference, &holders));
        suggested.suggestion.reasons.push(reason(story, sides, difference, &holders));
        disputes.push(Dispute::of(difference.kind, members, sides, &holders));
    }
    (suggested, disputes)
}

/// Where what either side of a difference says is said, itself first: sides with their tokens.
type Holders = Vec<(usize, Range<usize>)>;

/// All passages that say what the first side says, all that say what the second says, and so on for
/// what others say in its place.
fn holders(sides: &[Side<'_>], found: &Found) -> Vec<Holders> {
    let located = &found.located;
    let ends = [0, 1].map(|at| (located.sides[at], located.difference.tokens[at].clone()));
    let first: Vec<(usize, Range<usize>)> = ends.into_iter().chain(found.others.clone()).collect();
    // Of the same values put together in two ways each end says what the other says.
    let says_both = |one: usize, other: usize| {
        let (side, own) = (&sides[first[one].0], &first[other]);
        side.saying(&sides[own.0], &own.1).is_some()
    };
    let is_told_by_words = !(says_both(0, 1) && says_both(1, 0));
    let of = |own: &(usize, Range<usize>)| {
        let mut holders = vec![own.clone()];
        if is_found_elsewhere(&located.difference) && is_told_by_words {
            let others = (0..sides.len()).filter(|at| first.iter().all(|(side, _)| side != at));
            let says = |at: usize| Some((at, sides[at].saying(&sides[own.0], &own.1)?));
            holders.extend(others.filter_map(says));
        }
        holders
    };
    first.iter().map(of).collect()
}

/// Whether equal words elsewhere say the same: a name or number does, a `may` or `not` need not.
fn is_found_elsewhere(difference: &Difference) -> bool {
    matches!(difference.telling, Telling::Says | Telling::Sources)
        && !matches!(difference.kind, ReasonKind::Hedging | ReasonKind::Negation)
}

/// The stances of those that say either. Where both sides only differ, what most articles say is the
/// claim's own, and whoever says anything else differs from it.
fn stances(
    story: &Story<'_>,
    sides: &[Side<'_>],
    difference: &Difference,
    holders: &[Holders],
) -> Vec<(ArticleId, Span, Stance)> {
    let found: Vec<Vec<Place>> = holders
        .iter()
        .map(|holders| holders.iter().flat_map(|holder| places(story, sides, holder)).collect())
        .collect();
    let usual = usual(&found).filter(|_| difference.stances == [Stance::Differs; 2]);
    let stance = |at: usize| match (usual, difference.stances.get(at)) {
        (Some(usual), _) if usual == at => None,
        (Some(_), _) => Some(Stance::Differs),
        (None, stance) => stance.copied(),
    };
    let of = |at: usize| {
        let told = move |place: &Place| Some((place.article, place.span, stance(at)?));
        found[at].iter().filter_map(told)
    };
    let hedged = others_hedged(sides, difference, holders);
    let hedged = hedged.iter().flat_map(|holder| places(story, sides, holder));
    let hedged = hedged.map(|place| (place.article, place.span, Stance::Hedged));
    hedged.chain((0..found.len()).rev().flat_map(of)).collect()
}

/// The one that more articles say than any other, if there is one.
fn usual(found: &[Vec<Place>]) -> Option<usize> {
    let counts = found
        .iter()
        .map(|places| places.iter().map(|place| place.article).collect::<BTreeSet<_>>().len());
    let counts: Vec<usize> = counts.collect();
    let most = counts.iter().copied().max()?;
    let mut usual = (0..counts.len()).filter(|at| counts[*at] == most);
    usual.next().filter(|_| usual.next().is_none())
}

/// Where other passages hedge what the hedged side of a difference does.
fn others_hedged(sides: &[Side<'_>], difference: &Difference, holders: &[Holders]) -> Holders {
    let end = difference.stances.iter().position(|stance| *stance == Stance::Hedged);
    let Some(end) = end.filter(|_| difference.kind == ReasonKind::Hedging) else {
        return Vec::new();
    };
    let told: BTreeSet<usize> = holders.iter().flatten().map(|(side, _)| *side).collect();
    let own = &sides[holders[end][0].0];
    let others = (0..sides.len()).filter(|at| !told.contains(at));
    others.filter_map(|at| Some((at, hedged_alike(&sides[at], own)?))).collect()
}

/// Where the tokens of a side stand: in its article and wherever else it is said word for word.
fn places(
    story: &Story<'_>,
    sides: &[Side<'_>],
    (side, tokens): &(usize, Range<usize>),
) -> Vec<Place> {
    let unit = sides[*side].unit;
    let places = story.places(unit, unit.span_of(tokens));
    places.map(|(_, article, span)| Place { article, span }).collect()
}

fn reason(
    story: &Story<'_>,
    sides: &[Side<'_>],
    difference: &Difference,
    holders: &[Holders],
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
    holders: &[Holders],
) -> String {
    let quote = |at: usize| {
        let (side, tokens) = &holders[at][0];
        let unit = sides[*side].unit;
        shortened(story.articles[unit.article].quote(unit.span_of(tokens)))
    };
    let saying: Vec<BTreeSet<usize>> = holders
        .iter()
        .map(|holders| {
            let units = holders.iter().map(|(side, _)| sides[*side].unit);
            units.flat_map(|unit| story.places(unit, unit.span)).map(|(at, ..)| at).collect()
        })
        .collect();
    let quotes: Vec<String> = (0..holders.len()).map(quote).collect();
    match difference.telling {
        Telling::Says => says(&saying, &quotes),
        Telling::FirstOnly => alone_says(&saying, &quotes, 0),
        Telling::SecondOnly => alone_says(&saying, &quotes, 1),
        Telling::Sources => gives(&saying, &quotes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::judging::facts::facts_of_few;
    use crate::analysis::testing::article;
    use crate::model::Article;

    #[test]
    fn who_alone_gives_another_figure_is_heard_among_many() {
        let kinds =
            "large fierce long sudden early late wild great grim awful sad bitter cruel slow";
        let told =
            kinds.split(' ').map(|kind| format!("Nine people died in the {kind} mill fire."));
        let texts = told.chain(["Twelve people died in the mill fire.".to_owned()]);
        let articles: Vec<Article> =
            (1..).zip(texts).map(|(id, text)| article(id, &text)).collect();
        let refs: Vec<&Article> = articles.iter().collect();
        let story = Story::of_lone_sentences(&refs);
        let whole = |unit: &Unit| 0..unit.tokens.len();
        let member = |(at, unit): (u32, &Unit)| Member { unit: at, runs: [whole(unit)].to_vec() };
        let members: Vec<Member> = (0..).zip(&story.units).map(member).collect();
        assert!(members.len() > COMPARED);
        let suggestion = suggest(&story, &facts_of_few(&story), &members).suggestion;
        assert_eq!(suggestion.tag, Tag::Disputed);
        let first = suggestion.reasons.first().map(|reason| reason.detail.as_str());
        assert!(first.is_some_and(|detail| detail.contains("“Twelve”")), "{first:?}");
    }
}

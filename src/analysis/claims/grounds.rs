//! Why passages are one claim, in values that can be told in words.

use std::collections::BTreeSet;
use std::ops::Range;

use super::chosen::run_of;
use crate::analysis::progress::Progress;
use crate::analysis::story::weights::weigh;
use crate::analysis::story::{Story, UnitTerm};
use crate::analysis::words::kinship::Kinship;
use crate::analysis::words::terms::TermId;
use crate::analysis::{Cancelled, FoundClaim, Watch};
use crate::model::{Article, Passage, Place};
use crate::text::collapse_white_space;

/// Passages of a claim that one is laid beside.
const LAID_BESIDE: usize = 24;
/// Words that are told, the weightiest first.
const TOLD: usize = 5;

/// Why a passage is in its claim: what it has in common with the passage of another article that it is
/// most like.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ground {
    /// The passage, by its place in the claim's list.
    pub passage: usize,
    /// The other one.
    pub other: usize,
    /// Words and values of the passage that the other has, too, the most telling first.
    pub same: Vec<String>,
    /// Words of the passage with words of the other that mean nearly the same.
    pub akin: Vec<(String, String)>,
}

/// The grounds of every claim of `claims`, which were found in `articles`. A claim of one article has
/// none; nor has a passage that others only lead to.
///
/// Work stops with [`Cancelled`] soon after `watch` breaks.
pub fn grounds(
    articles: &[&Article],
    claims: &[FoundClaim],
    watch: &mut Watch<'_>,
) -> Result<Vec<Vec<Ground>>, Cancelled> {
    let mut progress = Progress::new(watch);
    progress.stage(0.5)?;
    let mut story = Story::read(articles, &mut progress)?;
    weigh(&mut story);
    let kinship = Kinship::of(&story.terms, &mut progress)?;
    progress.stage(1.0)?;
    let mut grounds = Vec::with_capacity(claims.len());
    for (count, claim) in claims.iter().enumerate() {
        progress.at(count, claims.len())?;
        grounds.push(of_claim(&story, &kinship, claim));
    }
    Ok(grounds)
}

/// A passage as it was compared.
struct Laid {
    unit: usize,
    run: Range<usize>,
    terms: Vec<UnitTerm>,
}

fn of_claim(story: &Story<'_>, kinship: &Kinship, claim: &FoundClaim) -> Vec<Ground> {
    let laid: Vec<Option<Laid>> = claim.passages.iter().map(|one| lay(story, one)).collect();
    let mut grounds = Vec::new();
    for (passage, own) in laid.iter().enumerate() {
        let Some(own) = own else { continue };
        let others = laid.iter().enumerate().filter_map(|(at, other)| Some((at, other.as_ref()?)));
        let of_others =
            others.filter(|(at, _)| claim.passages[*at].article != claim.passages[passage].article);
        let shared = |other: &Laid| shared(kinship, own, other);
        let weighed = of_others.take(LAID_BESIDE).map(|(at, other)| (shared(other), at, other));
        let best = weighed.max_by(|x, y| x.0.weight.total_cmp(&y.0.weight).then(y.1.cmp(&x.1)));
        if let Some((shared, at, other)) = best.filter(|(shared, ..)| shared.weight > 0.0) {
            grounds.push(told(story, own, other, &shared, [passage, at]));
        }
    }
    grounds
}

fn lay(story: &Story<'_>, passage: &Passage) -> Option<Laid> {
    let place = Place { article: passage.article, span: passage.span };
    let is_of = |article: usize| story.copies[article].iter().any(|(_, id)| *id == passage.article);
    let article = (0..story.articles.len()).find(|article| is_of(*article))?;
    story.reading(article).iter().find_map(|index| {
        let unit = &story.units[*index as usize];
        let run = run_of(unit, story.own_span(unit, place)?)?;
        let terms = unit.terms_in(&run);
        Some(Laid { unit: *index as usize, run, terms })
    })
}

/// What two passages have in common.
struct Shared {
    weight: f64,
    same: Vec<UnitTerm>,
    akin: Vec<(UnitTerm, TermId)>,
}

fn shared(kinship: &Kinship, own: &Laid, other: &Laid) -> Shared {
    let mut shared = Shared { weight: 0.0, same: Vec::new(), akin: Vec::new() };
    let has = |id: TermId| other.terms.binary_search_by_key(&id, |term| term.id).is_ok();
    for term in &own.terms {
        if has(term.id) {
            shared.weight += term.weight;
            shared.same.push(*term);
            continue;
        }
        let kin = kinship.of_term(term.id).iter().filter(|(id, _)| has(*id));
        if let Some((id, likeness)) = kin.max_by(|x, y| x.1.total_cmp(&y.1).then(y.0.cmp(&x.0))) {
            shared.weight += likeness * term.weight;
            shared.akin.push((*term, *id));
        }
    }
    shared.same.sort_by(|x, y| y.weight.total_cmp(&x.weight).then(x.id.cmp(&y.id)));
    shared.akin.sort_by(|x, y| y.0.weight.total_cmp(&x.0.weight).then(x.0.id.cmp(&y.0.id)));
    shared
}

fn told(story: &Story<'_>, own: &Laid, other: &Laid, shared: &Shared, at: [usize; 2]) -> Ground {
    let mut seen = BTreeSet::new();
    let named = shared.same.iter().filter(|term| !story.terms.get(term.id).is_slot());
    let same = named.filter_map(|term| word(story, own, term.id));
    let same = same.filter(|word| seen.insert(word.to_lowercase())).take(TOLD).collect();
    let pair = |(term, kin): &(UnitTerm, TermId)| {
        Some((word(story, own, term.id)?, word(story, other, *kin)?))
    };
    let differ = |(a, b): &(String, String)| a.to_lowercase() != b.to_lowercase();
    let akin = shared.akin.iter().filter_map(pair).filter(differ).take(TOLD).collect();
    Ground { passage: at[0], other: at[1], same, akin }
}

/// How a passage writes a term: a value whole.
fn word(story: &Story<'_>, laid: &Laid, term: TermId) -> Option<String> {
    let unit = &story.units[laid.unit];
    let (at, _) = unit.places.iter().find(|(at, id)| *id == term && laid.run.contains(at))?;
    let value = unit.values.iter().find(|value| value.tokens.contains(at));
    let tokens = value.map_or(*at..at + 1, |value| value.tokens.clone());
    Some(collapse_white_space(story.articles[unit.article].quote(unit.span_of(&tokens))))
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::analysis::find_claims;
    use crate::analysis::testing::article;

    #[test]
    fn the_words_in_common_and_those_akin_are_told() {
        let articles = [
            article(1, "The ferry Alma sank on Monday, killing nine people."),
            article(2, "Twelve people died when the ferry Alma sank on Monday."),
        ];
        let refs: Vec<&Article> = articles.iter().collect();
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        let found = find_claims(&refs, watch).expect("nobody cancels");
        let grounds = grounds(&refs, &found.claims, watch).expect("nobody cancels");
        assert_eq!(grounds.len(), found.claims.len());
        let all: Vec<&Ground> = grounds.iter().flatten().collect();
        assert!(all.iter().any(|ground| ground.same.contains(&"ferry".to_owned())), "{all:?}");
        let is_kin = |pair: &(String, String)| pair.0 == "killing" && pair.1 == "died";
        assert!(all.iter().any(|ground| ground.akin.iter().any(is_kin)), "{all:?}");
    }

    #[test]
    fn one_article_has_no_grounds() {
        let alone = article(1, "The ferry Alma sank on Monday.");
        let watch: &mut Watch<'_> = &mut |_| ControlFlow::Continue(());
        let found = find_claims(&[&alone], watch).expect("nobody cancels");
        let grounds = grounds(&[&alone], &found.claims, watch).expect("nobody cancels");
        assert!(grounds.iter().all(Vec::is_empty));
    }
}

//! Articles → claims with suggestions.
//!
//! One step a file. Deterministic: the same articles give the same claims, byte for byte.

mod apart;
mod calendar;
mod candidates;
mod claims;
mod clauses;
mod clock;
mod context;
mod dates;
mod differences;
mod facts;
mod families;
mod groups;
mod kinship;
mod language;
mod lexicon;
mod merging;
mod names;
mod narrowing;
mod numerals;
mod pair;
mod progress;
mod quantities;
mod sentences;
mod similarity;
mod slots;
mod story;
mod suggestion;
mod terms;
#[cfg(test)]
mod testing;
mod tokens;
mod values;
mod vocabulary;
mod weights;

use std::ops::ControlFlow;

pub use families::{Degree, Families, families};
pub use pair::{PairVerdict, compare_pair};
pub use sentences::{Sentence, sentences};

use crate::model::{Article, Passage, Place, Suggestion};
use progress::Progress;

/// What the analysis found in a set of articles.
#[derive(Clone, PartialEq, Debug)]
pub struct Analysis {
    /// The claims in reading order.
    pub claims: Vec<FoundClaim>,
    /// Every similar pair of sentences with its score, by place.
    pub links: Vec<Link>,
    /// Which articles share an origin.
    pub families: Families,
}

/// A claim as the program found it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FoundClaim {
    /// One line that says it.
    pub summary: String,
    /// Its passages, by article and place.
    pub passages: Vec<Passage>,
    /// The tag the program suggests.
    pub suggestion: Suggestion,
}

/// Two sentences of different articles that state like things.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Link {
    /// The sentence of the earlier article.
    pub a: Place,
    /// The sentence of the later article.
    pub b: Place,
    /// From 0 (nothing in common) to 1 (the same).
    pub score: f64,
}

/// The analysis was told to stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cancelled;

/// Is told how far the work has come, from 0 to 1, and says whether to go on.
pub type Watch<'w> = dyn FnMut(f32) -> ControlFlow<()> + 'w;

/// Finds the claims of `articles`.
///
/// Work stops with [`Cancelled`] soon after `watch` breaks.
pub fn find_claims(articles: &[&Article], watch: &mut Watch<'_>) -> Result<Analysis, Cancelled> {
    let mut progress = Progress::new(watch);
    progress.stage(0.3)?;
    let mut story = story::Story::read(articles, &mut progress)?;
    weights::weigh(&mut story);
    let kinship = kinship::Kinship::of(&story.terms, &mut progress)?;
    progress.stage(0.5)?;
    let candidates = candidates::candidates(&story, &kinship, &mut progress)?;
    progress.stage(0.65)?;
    let pairs = similarity::compare(&story, &kinship, &candidates, &mut progress)?;
    let stories = apart::Stories::of(&story);
    let links = links(&story, &stories, &pairs);
    let article = |unit: u32| story.units[unit as usize].article;
    let of_one_story =
        pairs.into_iter().filter(|pair| stories.is_one(article(pair.a), article(pair.b)));
    let pairs: Vec<similarity::Pair> = of_one_story.collect();
    progress.stage(0.8)?;
    let bonds = context::judge(&story, &pairs, &mut progress)?;
    progress.stage(0.9)?;
    let groups = groups::groups(&story, &bonds, &mut progress)?;
    progress.stage(1.0)?;
    let claims = claims::claims(&story, &kinship, &bonds, &groups, &mut progress)?;
    Ok(Analysis { claims, links, families: families(articles) })
}

/// The similar pairs by place. A third of a score is how alike the sentences are, the rest how alike
/// their articles are: in look-alike stories the one without the other tells little.
fn links(
    story: &story::Story<'_>,
    stories: &apart::Stories,
    pairs: &[similarity::Pair],
) -> Vec<Link> {
    let unit = |index: u32| &story.units[index as usize];
    let place = |index: u32| {
        let unit = unit(index);
        Place { article: story.articles[unit.article].id, span: unit.span }
    };
    let score = |pair: &similarity::Pair| {
        let articles = stories.likeness(unit(pair.a).article, unit(pair.b).article);
        (pair.overlap.min(1.0) + 2.0 * articles.min(1.0)) / 3.0
    };
    pairs
        .iter()
        .map(|pair| Link { a: place(pair.a), b: place(pair.b), score: score(pair) })
        .collect()
}

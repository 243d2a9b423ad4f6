//! Articles → claims with suggestions.
//!
//! One step a file. Deterministic: the same articles give the same claims, byte for byte.

mod families;
mod sentences;

use std::ops::ControlFlow;

pub use families::{Families, families};
pub use sentences::{Sentence, sentences};

use crate::model::{Article, Confidence, Passage, Place, Stance, Suggestion, Tag};

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
    let mut claims = Vec::new();
    for article in articles {
        if watch(0.5).is_break() {
            return Err(Cancelled);
        }
        for sentence in sentences(article) {
            if !sentence.kind.states_claims() {
                continue;
            }
            let quote = article.quote(sentence.span).to_owned();
            let passage = Passage {
                article: article.id,
                span: sentence.span,
                quote: quote.clone(),
                stance: Stance::Same,
            };
            let suggestion = Suggestion {
                tag: Tag::Unique,
                confidence: Confidence::from_percent(50),
                reasons: Vec::new(),
            };
            claims.push(FoundClaim {
                summary: crate::text::collapse_white_space(&quote),
                passages: vec![passage],
                suggestion,
            });
        }
    }
    let _: Option<Place> = None;
    Ok(Analysis { claims, links: Vec::new(), families: families(articles) })
}

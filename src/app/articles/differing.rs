//! The words of an article that are a reason for a claim's suggestion.

use crate::model::{ArticleId, Claim};
use crate::text::Span;

/// The stretches of the claim's passages in `article` that differ: ascending, apart.
pub(super) fn differing_words(claim: &Claim, article: ArticleId) -> Vec<Span> {
    let reasons = claim.suggestion.iter().flat_map(|suggestion| &suggestion.reasons);
    let places = reasons.flat_map(|reason| &reason.places);
    let mut spans: Vec<_> =
        places.filter(|place| place.article == article).map(|place| place.span).collect();
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.join(span),
            _ => apart.push(span),
        }
    }
    apart
}

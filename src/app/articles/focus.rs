//! Which passage of an article stands for the chosen claim: the one brought to eye level.

use crate::model::{Article, Claim, PartKind};
use crate::text::Span;

/// The passage of `claim` in `article` to look at first: one with words that differ before one
/// without, running text before headlines, which only announce it, and then the earliest.
pub(super) fn focus(claim: &Claim, article: &Article) -> Option<Span> {
    let spans = claim.passages_in(article.id).map(|passage| passage.span);
    let reasons = claim.suggestion.iter().flat_map(|suggestion| &suggestion.reasons);
    let places: Vec<_> = reasons
        .flat_map(|reason| &reason.places)
        .filter(|place| place.article == article.id)
        .map(|place| place.span)
        .collect();
    let rank = |span: &Span| {
        let differs = places.iter().any(|place| place.overlap(*span) > 0);
        (is_announcement(article, *span), !differs, *span)
    };
    spans.min_by_key(rank)
}

fn is_announcement(article: &Article, span: Span) -> bool {
    let part = article.part_at(span.start()).and_then(|index| article.parts.get(index));
    part.is_some_and(|part| {
        matches!(
            part.kind,
            PartKind::Headline | PartKind::Subhead | PartKind::ListItem | PartKind::Caption
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        ArticleId, ClaimId, Confidence, Origin, Part, Passage, Place, Reason, ReasonKind, Stance,
        Suggestion, Tag,
    };
    use crate::review::actions::tests::article;

    /// The claim stands in `spans` of an article whose first ten bytes are its headline.
    fn check(
        spans: &[(usize, usize)],
        differing: Option<(usize, usize)>,
        expected: (usize, usize),
    ) {
        let mut article = article(1, &"a".repeat(100));
        article.parts = vec![
            Part { span: Span::new(0, 10), kind: PartKind::Headline },
            Part { span: Span::new(10, 100), kind: PartKind::Paragraph },
        ];
        let passages = spans.iter().map(|&(start, end)| Passage {
            article: ArticleId(1),
            span: Span::new(start, end),
            quote: String::new(),
            stance: Stance::Same,
        });
        let mut claim = Claim::new(ClaimId(1), String::new(), Origin::Program, passages.collect());
        let reasons = differing.map(|(start, end)| Reason {
            kind: ReasonKind::Number,
            detail: String::new(),
            places: vec![Place { article: ArticleId(1), span: Span::new(start, end) }],
        });
        claim.suggestion = Some(Suggestion {
            tag: Tag::Disputed,
            confidence: Confidence::from_percent(60),
            reasons: reasons.into_iter().collect(),
        });
        assert_eq!(focus(&claim, &article), Some(Span::new(expected.0, expected.1)));
    }

    #[test]
    fn running_text_is_looked_at_before_the_headline() {
        check(&[(0, 10), (20, 30), (50, 60)], None, (20, 30));
        check(&[(0, 10)], None, (0, 10));
    }

    #[test]
    fn words_that_differ_are_looked_at_before_others() {
        check(&[(20, 30), (50, 60)], Some((52, 54)), (50, 60));
    }
}

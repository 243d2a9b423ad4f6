//! The suggestion for passages that somebody chose, such as those of a claim a reviewer made.

use std::ops::Range;

use crate::analysis::judging::facts::facts;
use crate::analysis::judging::suggestion::suggest;
use crate::analysis::matching::narrowing::Member;
use crate::analysis::progress::Progress;
use crate::analysis::story::weights::weigh;
use crate::analysis::story::{Story, Unit};
use crate::analysis::{Cancelled, Watch};
use crate::model::{Article, Place, Stance, Suggestion};
use crate::text::Span;

/// What the program says of the passages at `places` of `articles`, taken for one claim.
///
/// Work stops with [`Cancelled`] soon after `watch` breaks.
pub fn suggestion_for(
    articles: &[&Article],
    places: &[Place],
    watch: &mut Watch<'_>,
) -> Result<Suggestion, Cancelled> {
    judged(articles, places, watch).map(|(suggestion, _)| suggestion)
}

/// The same with how each of the passages stands to the claim.
pub fn judged(
    articles: &[&Article],
    places: &[Place],
    watch: &mut Watch<'_>,
) -> Result<(Suggestion, Vec<Stance>), Cancelled> {
    let mut progress = Progress::new(watch);
    progress.stage(1.0)?;
    let mut story = Story::read(articles, &mut progress)?;
    weigh(&mut story);
    let members = members(&story, places);
    let facts = facts(&story, &mut progress)?;
    let suggested = suggest(&story, &facts, &members);
    // What is told last of a passage holds, as for the claims that the program finds.
    let stance = |place: &Place| {
        let told =
            suggested.stances.iter().rev().find(|(article, span, _)| {
                *article == place.article && span.overlap(place.span) > 0
            });
        told.map_or(Stance::Same, |(_, _, stance)| *stance)
    };
    let stances = places.iter().map(stance).collect();
    Ok((suggested.suggestion, stances))
}

/// The sentences that the places touch, narrowed to them.
fn members(story: &Story<'_>, places: &[Place]) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for place in places {
        for (index, unit) in (0..).zip(&story.units) {
            let own = story.own_span(unit, *place);
            if let Some(run) = own.and_then(|own| run_of(unit, own)) {
                members.push(Member { unit: index, runs: vec![run] });
            }
        }
    }
    members
}

/// The tokens of a unit that lie in a stretch of its article.
pub(super) fn run_of(unit: &Unit, span: Span) -> Option<Range<usize>> {
    let is_inside = |at: &usize| unit.tokens[*at].span.overlap(span) > 0;
    let first = (0..unit.tokens.len()).find(is_inside)?;
    let last = (first..unit.tokens.len()).rfind(is_inside)?;
    Some(first..last + 1)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::analysis::testing::article;
    use crate::model::Tag;
    use crate::text::Span;

    /// Compares what stands in brackets in both texts.
    fn tag(a: &str, b: &str) -> Tag {
        let texts = [a, b].map(|text| text.replace(['[', ']'], ""));
        let articles = [article(1, &texts[0]), article(2, &texts[1])];
        let place = |text: &str, of: &Article| {
            let (start, end) =
                (text.find('[').unwrap_or(0), text.find(']').map_or(text.len(), |end| end - 1));
            Place { article: of.id, span: Span::new(start, end) }
        };
        let places = [place(a, &articles[0]), place(b, &articles[1])];
        let refs: Vec<&Article> = articles.iter().collect();
        suggestion_for(&refs, &places, &mut |_| ControlFlow::Continue(()))
            .expect("nobody cancels")
            .tag
    }

    #[test]
    fn only_the_chosen_words_are_compared() {
        let b = "The ferry carried [60 passengers], and nine crew.";
        assert_eq!(tag("The ferry carried [40 passengers] and ten crew.", b), Tag::Disputed);
        assert_eq!(tag("The ferry [carried 60 passengers] and ten crew.", b), Tag::Agreed);
    }

    /// The stance of each of `texts`, taken whole, and the sentence of the first reason.
    fn compared(texts: &[&str]) -> (Vec<Stance>, String) {
        let articles: Vec<Article> = (1..).zip(texts).map(|(id, text)| article(id, text)).collect();
        let whole =
            |article: &Article| Place { article: article.id, span: Span::whole(&article.text) };
        let places: Vec<Place> = articles.iter().map(whole).collect();
        let refs: Vec<&Article> = articles.iter().collect();
        let (suggestion, stances) =
            judged(&refs, &places, &mut |_| ControlFlow::Continue(())).expect("nobody cancels");
        (stances, suggestion.reasons.into_iter().next().map(|r| r.detail).unwrap_or_default())
    }

    #[test]
    fn whoever_says_what_most_do_not_say_differs() {
        let (stances, _) = compared(&[
            "The ferry carried 40 passengers on Monday.",
            "The ferry carried 60 passengers on Monday.",
            "On Monday the ferry carried sixty passengers.",
        ]);
        assert_eq!(stances, [Stance::Differs, Stance::Same, Stance::Same]);
        let (stances, _) =
            compared(&["The ferry carried 40 people.", "The ferry carried 60 people."]);
        assert_eq!(stances, [Stance::Differs; 2]);
    }

    #[test]
    fn nobody_is_told_to_say_what_another_put_together_in_that_way() {
        let (_, told) = compared(&[
            "Nearly 70% of the harbour's imports, worth $900 million, came by rail.",
            "Nearly 70% of the harbour's $900 million in imports came by rail.",
            "About 70% of the harbour's imports, worth $900 million, came by rail.",
        ]);
        assert!(told.contains("2 says “"), "{told}");
        assert!(!told.contains(" and 3 say"), "{told}");
    }

    #[test]
    fn one_article_alone_is_unique_and_nothing_is_no_claim_of_two() {
        let alone = article(1, "The ferry carried 40 passengers.");
        let place = Place { article: alone.id, span: Span::whole(&alone.text) };
        let tag = |places: &[Place]| {
            suggestion_for(&[&alone], places, &mut |_| ControlFlow::Continue(()))
                .map(|found| found.tag)
        };
        assert_eq!(tag(&[place]), Ok(Tag::Unique));
        assert_eq!(tag(&[]), Ok(Tag::Unique));
    }
}

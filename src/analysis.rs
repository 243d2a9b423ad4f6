//! Articles → claims with suggestions.
//!
//! Deterministic: the same articles give the same claims, byte for byte. The steps, each using only those
//! before it: words → values → sentences → story → matching → judging → claims.

mod claims;
mod families;
mod figures;
mod judging;
mod lists;
mod matching;
mod parallel;
mod progress;
mod sentences;
mod story;
#[cfg(test)]
mod testing;
mod values;
mod words;

use std::ops::ControlFlow;

pub use claims::chosen::{judged, suggestion_for};
pub use claims::grounds::{Ground, grounds};
pub use claims::pair::{PairVerdict, compare_pair};
pub use families::{Degree, Families, families};
pub use figures::table::{FigureCell, FigureRow, figure_table};
pub use figures::{Figure, Figures, figures};
pub use sentences::{Sentence, sentences};

use crate::model::{Article, Passage, Place, Suggestion};
use judging::facts;
use matching::{candidates, context, groups, narrowing, similarity};
use progress::Progress;
use story::{apart, pieces, weights};
use words::kinship;

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
    let progress = &mut Progress::new(watch);
    progress.stage(0.3)?;
    let texts = story::Texts::of(articles, progress)?;
    let read = |progress: &mut Progress<'_, '_>| story::Story::of(texts, progress);
    let compare_whole = |progress: &mut Progress<'_, '_>| families::found(articles, progress);
    let (mut story, families) = parallel::beside(progress, read, compare_whole)?;
    weights::weigh(&mut story);
    let of_terms = |progress: &mut Progress<'_, '_>| kinship::Kinship::of(&story.terms, progress);
    let of_texts = |progress: &mut Progress<'_, '_>| {
        Ok((apart::Stories::of(&story), pieces::Pieces::of(&story, progress)?))
    };
    let (kinship, (stories, pieces)) = parallel::beside(progress, of_terms, of_texts)?;
    progress.stage(0.5)?;
    let candidates = candidates::candidates(&story, &kinship, progress)?;
    progress.stage(0.65)?;
    let pairs = similarity::compare(&story, &kinship, &candidates, progress)?;
    let article = |unit: u32| story.units[unit as usize].article;
    let of_one_story =
        pairs.into_iter().filter(|pair| stories.is_one(article(pair.a), article(pair.b)));
    let pairs: Vec<similarity::Pair> = of_one_story.collect();
    let links = links(&story, &pairs);
    progress.stage(0.8)?;
    let bonds = context::judge(&story, &pairs, progress)?;
    progress.stage(0.9)?;
    let narrowed = narrowing::narrow(&story, &kinship, &pieces, &bonds, progress)?;
    let of_clauses =
        |progress: &mut Progress<'_, '_>| groups::groups(&story, &pieces, &narrowed, progress);
    let of_articles = |progress: &mut Progress<'_, '_>| facts::facts(&story, progress);
    let (groups, facts) = parallel::beside(progress, of_clauses, of_articles)?;
    progress.stage(0.95)?;
    let known = claims::Known {
        story: &story,
        stories: &stories,
        kinship: &kinship,
        pieces: &pieces,
        bonds: &narrowed.bonds,
        facts: &facts,
    };
    let claims = claims::claims(&known, &groups, progress)?;
    Ok(Analysis { claims, links, families })
}

/// The similar pairs by place.
fn links(story: &story::Story<'_>, pairs: &[similarity::Pair]) -> Vec<Link> {
    let place = |index: u32| {
        let unit = &story.units[index as usize];
        Place { article: story.articles[unit.article].id, span: unit.span }
    };
    let link = |pair: &similarity::Pair| Link {
        a: place(pair.a),
        b: place(pair.b),
        score: pair.overlap.min(1.0),
    };
    pairs.iter().map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::testing::article;
    use super::*;
    use crate::model::Tag;

    const WIRE: &str = "The ferry Alma sank off Kilder harbour on Monday, killing nine people, the coast guard said.\n\
        It had been built in 1974 and carried 40 passengers.\n\
        The inquiry is led by judge Anna Holt.";
    const OTHER: &str = "Twelve people died when the ferry Alma sank off Kilder harbour on Monday.\n\
        The ferry, built in 1974, carried 40 passengers.\n\
        A choir sang in the church of the town at night.";

    fn find(texts: &[&str]) -> Analysis {
        let articles: Vec<Article> = (1..).zip(texts).map(|(id, text)| article(id, text)).collect();
        let refs: Vec<&Article> = articles.iter().collect();
        let found = find_claims(&refs, &mut |_| ControlFlow::Continue(())).expect("nobody cancels");
        for passage in found.claims.iter().flat_map(|claim| &claim.passages) {
            let of =
                articles.iter().find(|article| article.id == passage.article).expect("an article");
            assert_eq!(of.quote(passage.span), passage.quote);
        }
        found
    }

    fn tag_of(found: &Analysis, words: &str) -> Option<Tag> {
        let claim = found
            .claims
            .iter()
            .find(|claim| claim.passages.iter().any(|passage| passage.quote.contains(words)))?;
        Some(claim.suggestion.tag)
    }

    #[test]
    fn claims_are_agreed_disputed_or_unique() {
        let found = find(&[WIRE, OTHER]);
        assert_eq!(tag_of(&found, "Twelve people"), Some(Tag::Disputed));
        assert_eq!(tag_of(&found, "40 passengers"), Some(Tag::Agreed));
        assert_eq!(tag_of(&found, "A choir"), Some(Tag::Unique));
    }

    #[test]
    fn two_statements_that_are_a_little_alike_are_told_apart() {
        let tickets = format!("{WIRE}\nTickets for the summer cost 60 pounds.");
        let ice =
            "The harbour master needs 60 pounds of ice a day to keep the market's fish fresh.";
        let found = find(&[&tickets, &format!("{OTHER}\n{ice}")]);
        assert_eq!(tag_of(&found, "Tickets"), Some(Tag::Unique));
        assert_eq!(tag_of(&found, "60 pounds of ice"), Some(Tag::Unique));
    }

    #[test]
    fn copies_of_an_article_agree_and_are_read_once() {
        let found = find(&[WIRE, WIRE, OTHER, WIRE]);
        assert_eq!(tag_of(&found, "judge Anna Holt"), Some(Tag::Agreed));
        assert_eq!(tag_of(&found, "A choir"), Some(Tag::Unique));
        let holt = |claim: &&FoundClaim| claim.summary.contains("Anna Holt");
        let claim = found.claims.iter().find(holt).expect("a claim");
        let articles: Vec<u32> = claim.passages.iter().map(|passage| passage.article.0).collect();
        assert_eq!(articles, [1, 2, 4]);
        assert_eq!(tag_of(&find(&[OTHER, OTHER]), "A choir"), Some(Tag::Agreed));
    }

    #[test]
    fn a_reason_names_every_article_that_says_so() {
        let found = find(&[WIRE, OTHER, WIRE]);
        let reasons = found.claims.iter().flat_map(|claim| &claim.suggestion.reasons);
        let reason = reasons
            .filter(|reason| reason.kind == crate::model::ReasonKind::Number)
            .max_by_key(|reason| reason.places.len())
            .expect("the dead are counted differently");
        assert_eq!(reason.detail, "1 and 3 say “nine”, 2 says “Twelve”");
        assert_eq!(reason.places.len(), 3);
    }

    #[test]
    fn no_two_claims_have_the_same_line_where_others_are_at_hand() {
        let found = find(&[WIRE, OTHER]);
        let lines: std::collections::BTreeSet<&str> =
            found.claims.iter().map(|claim| claim.summary.as_str()).collect();
        assert_eq!(lines.len(), found.claims.len());
        let is_large = |line: &&str| !line.starts_with(char::is_lowercase);
        assert!(lines.iter().all(is_large), "{lines:?}");
    }

    #[test]
    fn the_same_articles_give_the_same_claims() {
        assert_eq!(find(&[WIRE, OTHER, WIRE]), find(&[WIRE, OTHER, WIRE]));
    }

    /// Articles of many sentences that share some and contradict others.
    fn long_articles(count: u32, sentences: u32) -> Vec<Article> {
        let sentence = |at: u32, number: u32| {
            format!(
                "The ferry of line {at} carried {number} passengers from quay {at} on Monday.\n"
            )
        };
        let text = |one: u32| -> String {
            let told = (0..sentences).filter(|at| !(at + one).is_multiple_of(3));
            told.map(|at| sentence(at, 100 + at + (at + one) % 2)).collect()
        };
        (1..=count).map(|one| article(one, &text(one))).collect()
    }

    #[test]
    fn the_number_of_threads_tells_nothing() {
        let articles = long_articles(4, 90);
        let refs: Vec<&Article> = articles.iter().collect();
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            let work = || find_claims(&refs, &mut |_| ControlFlow::Continue(()));
            pool.expect("threads can be had").install(work)
        };
        let one = with(1);
        assert!(one.as_ref().is_ok_and(|found| found.links.len() > 64));
        assert!(one == with(2) && one == with(5));
    }

    #[test]
    fn a_large_story_counts_what_is_said_again_word_for_word() {
        let articles = long_articles(60, 90);
        let refs: Vec<&Article> = articles.iter().collect();
        let found = find_claims(&refs, &mut |_| ControlFlow::Continue(())).expect("a result");
        let passages = found.claims.iter().flat_map(|claim| &claim.passages);
        let of_line = passages.filter(|passage| passage.quote.contains("of line 4 carried"));
        let articles: std::collections::BTreeSet<u32> =
            of_line.map(|passage| passage.article.0).collect();
        assert_eq!(articles.len(), 40);
        for passage in found.claims.iter().flat_map(|claim| &claim.passages) {
            let of = refs.iter().find(|article| article.id == passage.article).expect("an article");
            assert_eq!(of.quote(passage.span), passage.quote);
        }
    }

    #[test]
    fn every_sentence_is_in_some_claim() {
        let found = find(&[WIRE, OTHER]);
        for words in ["sank off Kilder", "built in 1974", "judge Anna Holt", "A choir sang"] {
            assert!(tag_of(&found, words).is_some(), "{words}");
        }
    }

    #[test]
    fn nothing_and_odd_texts_are_analysed_without_a_word() {
        assert!(find(&[]).claims.is_empty());
        assert!(find(&["", "  "]).claims.is_empty());
        for text in [
            "…",
            "5 5 5",
            "\"\"\"",
            "No. 4",
            "東京で3人が死亡した。",
            "\u{301}\u{ad}",
            "a-b-c-",
            "’",
            "1.2.3.4",
            "$ % €",
            "half a",
            "9999999999999999999999",
        ] {
            find(&[text, text]);
        }
    }

    #[test]
    fn the_work_can_be_cancelled() {
        let articles = [article(1, WIRE), article(2, OTHER)];
        let refs: Vec<&Article> = articles.iter().collect();
        assert_eq!(find_claims(&refs, &mut |_| ControlFlow::Break(())), Err(Cancelled));
    }
}

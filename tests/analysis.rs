//! What holds of the analysis whatever the articles say.

use std::ops::ControlFlow;

use crosscheck::analysis::{Analysis, find_claims};
use crosscheck::import::import_pasted;
use crosscheck::model::{Article, ArticleId};
use proptest::prelude::*;

/// Text that looks like news often enough to be compared, and like anything else now and then.
fn prose() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "The",
        "ferry",
        "Sable",
        "Finch",
        "said",
        "that",
        "not",
        "about",
        "14",
        "90%",
        "$1.2 billion",
        "on",
        "Tuesday,",
        "9:17 p.m.",
        "may",
        "police",
        "injured",
        "people",
        "were",
        "“none”",
        "Dr. Ay",
        "—",
        ".",
        "? ",
        "中文。",
        "é😀",
        "\n\n",
        "March 3, 2024",
        "seven in ten",
        "U.S.",
        "nearly",
        "all",
        "denied",
    ]);
    let told = prop::collection::vec(words, 1..120).prop_map(|words| words.join(" "));
    prop_oneof![4 => told, 1 => any::<String>()]
}

fn articles(texts: &[String]) -> Vec<Article> {
    let numbered = texts.iter().zip(1..);
    numbered
        .filter_map(|(text, id)| import_pasted(text, ArticleId(id)).ok())
        .map(|imported| imported.article)
        .collect()
}

fn found(articles: &[Article]) -> Analysis {
    let all: Vec<_> = articles.iter().collect();
    find_claims(&all, &mut |_| ControlFlow::Continue(())).expect("nobody stops it")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_passage_and_reason_stands_in_its_article(texts in prop::collection::vec(prose(), 1..5)) {
        let articles = articles(&texts);
        let text_of = |id: ArticleId| articles.iter().find(|article| article.id == id).map(|article| &article.text);
        for claim in found(&articles).claims {
            prop_assert!(!claim.passages.is_empty());
            for passage in &claim.passages {
                let text = text_of(passage.article).expect("the article was given");
                prop_assert_eq!(passage.span.of(text), Some(passage.quote.as_str()));
            }
            for place in claim.suggestion.reasons.iter().flat_map(|reason| &reason.places) {
                let text = text_of(place.article).expect("the article was given");
                prop_assert!(place.span.of(text).is_some_and(|words| !words.is_empty()));
            }
        }
    }

    #[test]
    fn the_same_articles_give_the_same_claims(texts in prop::collection::vec(prose(), 2..4)) {
        let articles = articles(&texts);
        prop_assert_eq!(found(&articles), found(&articles));
    }
}

//! Reviews to measure with, of any size, without finding their claims.
//!
//! The words are made up; a claim's passages stand in neighbouring articles.

use crosscheck::model::{
    Article, ArticleId, Claim, ClaimId, Confidence, Fingerprint, Format, Metadata, Origin, Part,
    PartKind, Passage, Place, Project, Reason, ReasonKind, Source, Stance, Suggestion, Tag,
};
use crosscheck::text::Span;

use super::dice::Dice;

/// Articles of `words` words each, and `claims` claims with `each` passages in different articles.
pub(crate) fn review(articles: usize, words: usize, claims: usize, each: usize) -> Project {
    let mut dice = Dice(11);
    let vocabulary: Vec<String> = (0..4_000).map(|_| dice.word(1..5)).collect();
    let articles: Vec<Article> =
        (0..articles).map(|index| article(index, words, &vocabulary, &mut dice)).collect();
    let sentences: Vec<Vec<Span>> = articles.iter().map(sentences).collect();
    let claims =
        (0..claims).map(|index| claim(index, claims, each, &articles, &sentences, &mut dice));
    let claims = claims.collect();
    Project { title: "Bench".to_owned(), articles, claims, ..Project::default() }
}

fn article(index: usize, words: usize, vocabulary: &[String], dice: &mut Dice) -> Article {
    let (mut text, mut parts, mut count) = (String::new(), Vec::new(), 0);
    while count < words {
        let start = text.len();
        let is_page = dice.below(25) == 0;
        for _ in 0..2 + dice.below(5) {
            let length = 8 + dice.below(20);
            for place in 0..length {
                let word = vocabulary.get(dice.below(vocabulary.len())).map_or("", String::as_str);
                if place == 0 {
                    text.extend(word.chars().next().map(|first| first.to_ascii_uppercase()));
                    text.push_str(word.get(1..).unwrap_or_default());
                } else {
                    text.push_str(word);
                }
                text.push_str(if place + 1 == length { ". " } else { " " });
            }
            count += length;
        }
        text.truncate(text.trim_end().len());
        let kind = match (parts.is_empty(), is_page) {
            (true, _) => PartKind::Headline,
            (_, true) => PartKind::Boilerplate,
            _ => PartKind::Paragraph,
        };
        parts.push(Part { span: Span::new(start, text.len()), kind });
        text.push_str("\n\n");
    }
    let name = format!("{index}.txt");
    let source = Source {
        name,
        path: None,
        format: Format::Text,
        encoding: "UTF-8".to_owned(),
        sha256: Fingerprint([0; 32]),
    };
    let metadata =
        Metadata { title: Some(format!("Report {index} on the story")), ..Metadata::default() };
    Article { id: ArticleId(index as u32 + 1), metadata, source, text, parts }
}

fn sentences(article: &Article) -> Vec<Span> {
    let mut spans = Vec::new();
    for part in article.parts.iter().filter(|part| part.kind == PartKind::Paragraph) {
        let mut start = part.span.start();
        for sentence in article.quote(part.span).split_inclusive(". ") {
            let end = start + sentence.trim_end().len();
            spans.push(Span::new(start, end));
            start += sentence.len();
        }
    }
    spans
}

fn claim(
    index: usize,
    of: usize,
    each: usize,
    articles: &[Article],
    sentences: &[Vec<Span>],
    dice: &mut Dice,
) -> Claim {
    let first = dice.below(articles.len());
    let mut passages = Vec::new();
    for step in 0..each {
        let at = (first + step) % articles.len();
        let (Some(article), Some(spans)) = (articles.get(at), sentences.get(at)) else { continue };
        // One claim after the other in the list is far away in the articles.
        let Some(span) = spans.get(index * 797 % of * spans.len() / of) else { continue };
        let quote = article.quote(*span).to_owned();
        passages.push(Passage { article: article.id, span: *span, quote, stance: Stance::Same });
    }
    let summary = passages.first().map(|passage| passage.quote.clone()).unwrap_or_default();
    let places = passages
        .iter()
        .map(|passage| Place {
            article: passage.article,
            span: Span::new(passage.span.start(), passage.span.start() + 6),
        })
        .collect();
    let mut claim = Claim::new(ClaimId(index as u32 + 1), summary, Origin::Program, passages);
    let detail = "The first word differs".to_owned();
    claim.suggestion = Some(Suggestion {
        tag: Tag::Disputed,
        confidence: Confidence::from_percent(70),
        reasons: vec![Reason { kind: ReasonKind::Wording, detail, places }],
    });
    claim
}

//! Projects to test with.

use std::collections::BTreeSet;

use crate::model::{
    Article, ArticleId, Bearing, Claim, ClaimId, Confidence, Date, Decision, Evidence, Fingerprint,
    Format, Metadata, Origin, Part, PartKind, Passage, Place, Project, Reason, ReasonKind,
    Reviewer, ReviewerId, Source, Stance, Suggestion, Tag, Timestamp,
};
use crate::text::Span;

/// Two articles, two claims, every field filled in.
pub(super) fn small() -> Project {
    let ferry = article(1, "The ferry \"Alma\" sank.\nNine of 40 were hurt.");
    let harbour = article(2, "About ten people were hurt.");
    let passages =
        vec![passage(&ferry, 23..44, Stance::Same), passage(&harbour, 0..27, Stance::Differs)];
    let reason = Reason {
        kind: ReasonKind::Number,
        detail: "1 says \"Nine\", 2 says \"ten\"".to_owned(),
        places: vec![place(1, 23..27), place(2, 6..9)],
    };
    let disputed = Claim {
        suggestion: Some(Suggestion {
            tag: Tag::Disputed,
            confidence: Confidence::from_percent(85),
            reasons: vec![reason],
        }),
        decisions: vec![decision(Some(Tag::Disputed), 1), decision(None, 2)],
        note: "Ask the coast guard.\n\nThey call back.".to_owned(),
        labels: BTreeSet::from(["injured".to_owned(), "to do".to_owned()]),
        evidence: vec![Evidence {
            citation: "https://example.org/report".to_owned(),
            quote: "Nine people".to_owned(),
            seen: Some(Date::constant(2026, 11, 21)),
            bearing: Bearing::Supports,
        }],
        ..Claim::new(ClaimId(1), "Nine were hurt".to_owned(), Origin::Program, passages)
    };
    let made = vec![passage(&ferry, 0..22, Stance::Same)];
    let unique = Claim::new(ClaimId(7), "The ferry sank".to_owned(), Origin::Reviewer, made);
    Project {
        title: "Ferry".to_owned(),
        articles: vec![ferry, harbour],
        claims: vec![disputed, unique],
        reviewers: vec![reviewer(1, "Ada"), reviewer(2, "Grace")],
        set_aside: vec![place(1, 0..22)],
    }
}

fn article(id: u32, text: &str) -> Article {
    let name = format!("{id}.txt");
    Article {
        id: ArticleId(id),
        metadata: Metadata {
            title: Some(format!("Article {id}")),
            published: Some(Date::constant(2026, 11, 20)),
            ..Metadata::default()
        },
        source: Source {
            path: Some(format!("news/{name}")),
            name,
            format: Format::Text,
            encoding: "UTF-8".to_owned(),
            sha256: Fingerprint([id as u8; 32]),
        },
        parts: vec![Part { span: Span::whole(text), kind: PartKind::Paragraph }],
        text: text.to_owned(),
    }
}

fn passage(article: &Article, range: std::ops::Range<usize>, stance: Stance) -> Passage {
    let span = Span::from(range);
    Passage { article: article.id, span, quote: article.quote(span).to_owned(), stance }
}

fn place(article: u32, range: std::ops::Range<usize>) -> Place {
    Place { article: ArticleId(article), span: range.into() }
}

fn decision(tag: Option<Tag>, reviewer: u32) -> Decision {
    Decision { tag, reviewer: ReviewerId(reviewer), at: Timestamp::constant(1_795_000_000, 0) }
}

fn reviewer(id: u32, name: &str) -> Reviewer {
    Reviewer { id: ReviewerId(id), name: name.to_owned() }
}

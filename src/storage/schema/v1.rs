//! Format 1, as it is read.
//!
//! These types say what the file may hold and nothing else; conversion into the model names every
//! field on both sides, so that the compiler finds the forgotten one. What is empty or unknown is
//! absent from the file.

use std::collections::BTreeSet;
use std::str::FromStr;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use crate::model::{self, ArticleId, ClaimId, Confidence, Date, ReviewerId, Timestamp};
use crate::text;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Project {
    #[serde(rename = "format")]
    _format: u32,
    title: String,
    reviewers: Vec<Reviewer>,
    articles: Vec<Article>,
    claims: Vec<Claim>,
    #[serde(default)]
    set_aside: Vec<Place>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reviewer {
    id: u32,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Article {
    id: u32,
    #[serde(default, deserialize_with = "given")]
    title: Option<String>,
    #[serde(default, deserialize_with = "given")]
    outlet: Option<String>,
    #[serde(default, deserialize_with = "given")]
    author: Option<String>,
    #[serde(default, deserialize_with = "given")]
    published: Option<Parsed<Date>>,
    #[serde(default, deserialize_with = "given")]
    language: Option<String>,
    #[serde(default, deserialize_with = "given")]
    url: Option<String>,
    source: Source,
    parts: Vec<Part>,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    name: String,
    #[serde(default, deserialize_with = "given")]
    path: Option<String>,
    format: Format,
    encoding: String,
    sha256: Fingerprint,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    kind: PartKind,
    span: Span,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claim {
    id: u32,
    summary: String,
    origin: Origin,
    passages: Vec<Passage>,
    #[serde(default, deserialize_with = "given")]
    suggestion: Option<Suggestion>,
    #[serde(default)]
    decisions: Vec<Decision>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    labels: BTreeSet<String>,
    #[serde(default)]
    evidence: Vec<Evidence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Passage {
    article: u32,
    span: Span,
    stance: Stance,
    quote: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Suggestion {
    tag: Tag,
    confidence: u8,
    #[serde(default)]
    reasons: Vec<Reason>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reason {
    kind: ReasonKind,
    detail: String,
    places: Vec<Place>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    article: u32,
    span: Span,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Decision {
    #[serde(default, deserialize_with = "given")]
    tag: Option<Tag>,
    reviewer: u32,
    when: Parsed<Timestamp>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Evidence {
    citation: String,
    #[serde(default)]
    quote: String,
    #[serde(default, deserialize_with = "given")]
    seen: Option<Parsed<Date>>,
    bearing: Bearing,
}

/// An enum of the file, its conversion into that of the model, and its names for the writer.
macro_rules! names {
    ($($name:ident: $($variant:ident)+;)+) => { $(
        #[derive(Deserialize)]
        enum $name { $($variant),+ }

        impl From<$name> for model::$name {
            fn from(read: $name) -> Self {
                match read { $($name::$variant => Self::$variant),+ }
            }
        }

        impl super::write::Name for model::$name {
            fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant)),+ }
            }
        }
    )+ };
}

names! {
    Bearing: Supports Refutes Context;
    Format: Text Markdown Html;
    Origin: Program Reviewer;
    PartKind: Headline Subhead Byline Dateline Paragraph ListItem Caption Boilerplate;
    ReasonKind: Number Date Name Scope Hedging Negation Attribution Wording;
    Stance: Same Differs Hedged Stronger Narrower Broader;
    Tag: Agreed Disputed Unique;
}

impl Project {
    pub(super) fn into_model(self) -> model::Project {
        let Self { _format, title, reviewers, articles, claims, set_aside } = self;
        model::Project {
            title,
            articles: all(articles),
            claims: all(claims),
            reviewers: all(reviewers),
            set_aside: all(set_aside),
        }
    }
}

impl From<Reviewer> for model::Reviewer {
    fn from(Reviewer { id, name }: Reviewer) -> Self {
        Self { id: ReviewerId(id), name }
    }
}

impl From<Article> for model::Article {
    fn from(read: Article) -> Self {
        let Article { id, title, outlet, author, published, language, url, source, parts, text } =
            read;
        let published = published.map(|Parsed(date)| date);
        let metadata = model::Metadata { title, outlet, author, published, language, url };
        Self { id: ArticleId(id), metadata, source: source.into(), text, parts: all(parts) }
    }
}

impl From<Source> for model::Source {
    fn from(Source { name, path, format, encoding, sha256 }: Source) -> Self {
        Self { name, path, format: format.into(), encoding, sha256: sha256.0 }
    }
}

impl From<Part> for model::Part {
    fn from(Part { kind, span }: Part) -> Self {
        Self { span: span.0, kind: kind.into() }
    }
}

impl From<Claim> for model::Claim {
    fn from(read: Claim) -> Self {
        let Claim { id, summary, origin, passages, suggestion, decisions, note, labels, evidence } =
            read;
        Self {
            id: ClaimId(id),
            summary,
            origin: origin.into(),
            passages: all(passages),
            suggestion: suggestion.map(Into::into),
            decisions: all(decisions),
            note,
            labels,
            evidence: all(evidence),
        }
    }
}

impl From<Passage> for model::Passage {
    fn from(Passage { article, span, stance, quote }: Passage) -> Self {
        Self { article: ArticleId(article), span: span.0, quote, stance: stance.into() }
    }
}

impl From<Suggestion> for model::Suggestion {
    fn from(Suggestion { tag, confidence, reasons }: Suggestion) -> Self {
        let confidence = Confidence::from_percent(confidence);
        Self { tag: tag.into(), confidence, reasons: all(reasons) }
    }
}

impl From<Reason> for model::Reason {
    fn from(Reason { kind, detail, places }: Reason) -> Self {
        Self { kind: kind.into(), detail, places: all(places) }
    }
}

impl From<Place> for model::Place {
    fn from(Place { article, span }: Place) -> Self {
        Self { article: ArticleId(article), span: span.0 }
    }
}

impl From<Decision> for model::Decision {
    fn from(Decision { tag, reviewer, when }: Decision) -> Self {
        Self { tag: tag.map(Into::into), reviewer: ReviewerId(reviewer), at: when.0 }
    }
}

impl From<Evidence> for model::Evidence {
    fn from(Evidence { citation, quote, seen, bearing }: Evidence) -> Self {
        let seen = seen.map(|Parsed(date)| date);
        Self { citation, quote, seen, bearing: bearing.into() }
    }
}

fn all<A, B: From<A>>(read: Vec<A>) -> Vec<B> {
    read.into_iter().map(Into::into).collect()
}

/// A field that is absent where there is nothing, rather than `None` and `Some(…)`.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

/// A value that stands in the file as its usual text, such as `"2026-11-21"`.
struct Parsed<T>(T);

impl<'de, T: FromStr> Deserialize<'de> for Parsed<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let read = text.parse().map(Self);
        // What the parser says is for programmers.
        read.map_err(|_error: T::Err| D::Error::custom(format!("`{text}` is no date or time")))
    }
}

struct Fingerprint(model::Fingerprint);

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let hex = String::deserialize(from)?;
        let read = model::Fingerprint::from_hex(&hex);
        read.map(Self).ok_or_else(|| D::Error::custom("a SHA-256 has 64 hexadecimal digits"))
    }
}

/// Written `(start, end)`.
struct Span(text::Span);

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (start, end) = Deserialize::deserialize(from)?;
        if start > end {
            return Err(D::Error::custom("a span ends before it starts"));
        }
        Ok(Self(text::Span::new(start, end)))
    }
}

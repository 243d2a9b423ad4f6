//! A passage within its sentence, with the words that differ marked.

use std::collections::BTreeMap;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation as _;

use super::serial;
use crate::model::{Article, ArticleId, Passage, Project, Reason, Stance};
use crate::text::{ScalarIndex, Span};

/// The most that is shown of a sentence on either side of a passage, in bytes: a sentence that has
/// no end, as a table set in running text has none, would fill pages.
const MOST_CONTEXT: usize = 400;

/// A passage as a report shows it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Excerpt {
    /// The number of its article in the report, from 1.
    pub article: usize,
    /// Where it starts, in Unicode scalar values of the article's text.
    pub start: usize,
    /// Where it ends, likewise.
    pub end: usize,
    /// How it stands to the claim.
    #[serde(serialize_with = "serial::stance")]
    pub stance: Stance,
    /// What stands before it in its sentence.
    pub before: String,
    /// Its words, in pieces.
    pub pieces: Vec<Piece>,
    /// What stands after it in its sentence.
    pub after: String,
    /// Whether the article no longer has these words there; they are then shown as they were.
    pub lost: bool,
}

impl Excerpt {
    /// The words of the passage.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// A stretch of a passage.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Whether they are what differs.
    pub differs: bool,
}

/// The texts of a project's articles, ready to be cut from.
pub(super) struct Texts<'p>(BTreeMap<ArticleId, (usize, &'p Article, ScalarIndex<'p>)>);

impl<'p> Texts<'p> {
    pub(super) fn new(project: &'p Project) -> Self {
        let numbered = project.articles.iter().zip(1..).map(|(article, number)| {
            (article.id, (number, article, ScalarIndex::new(&article.text, &[])))
        });
        Self(numbered.collect())
    }

    /// The excerpt of `passage`; `reasons` name the words that differ.
    pub(super) fn excerpt(&self, passage: &Passage, reasons: &[Reason]) -> Excerpt {
        let Passage { article, span, quote, stance } = passage;
        let mut excerpt = Excerpt {
            article: 0,
            start: span.start(),
            end: span.end(),
            stance: *stance,
            before: String::new(),
            pieces: vec![Piece { text: quote.clone(), differs: false }],
            after: String::new(),
            lost: true,
        };
        let Some((number, article, index)) = self.0.get(article) else { return excerpt };
        excerpt.article = *number;
        excerpt.start = index.scalar_from_byte(span.start());
        excerpt.end = index.scalar_from_byte(span.end());
        if span.of(&article.text) == Some(quote) {
            (excerpt.before, excerpt.after) = context(*span, article);
            excerpt.pieces = pieces(*span, article, reasons);
            excerpt.lost = false;
        }
        excerpt
    }
}

/// `span` cut where the words that differ begin and end.
fn pieces(span: Span, article: &Article, reasons: &[Reason]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |span: Span, differs| {
        if let Some(text) = span.of(&article.text).filter(|text| !text.is_empty()) {
            pieces.push(Piece { text: text.to_owned(), differs });
        }
    };
    let mut at = span.start();
    for differing in differing(span, article, reasons) {
        push(Span::new(at, differing.start()), false);
        push(differing, true);
        at = differing.end();
    }
    push(Span::new(at, span.end()), false);
    pieces
}

/// The words that differ within `span`: ascending, apart from one another.
fn differing(span: Span, article: &Article, reasons: &[Reason]) -> Vec<Span> {
    let places = reasons.iter().flat_map(|reason| &reason.places);
    let mut spans: Vec<_> = places
        .filter(|place| place.article == article.id)
        .filter_map(|place| place.span.intersection(span))
        .filter(|span| span.of(&article.text).is_some())
        .collect();
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start() <= last.end() => *last = last.join(span),
            _ => apart.push(span),
        }
    }
    apart
}

/// What stands before and after `span` in its sentence.
///
/// Sentences are those of Unicode Standard Annex 29, which end at some abbreviations; the context
/// is then shorter than it could be.
fn context(span: Span, article: &Article) -> (String, String) {
    let Some(part) = article.part_at(span.start()).and_then(|index| article.parts.get(index))
    else {
        return Default::default();
    };
    let window = near(span, part.span, &article.text);
    let (mut start, mut end) = (window.start(), window.end());
    for (at, sentence) in article.quote(window).split_sentence_bound_indices() {
        let at = at + window.start();
        if at <= span.start() {
            start = at;
        }
        if at + sentence.len() >= span.end() {
            end = at + sentence.len();
            break;
        }
    }
    let before = article.quote(Span::new(start, span.start()));
    let after = if end > span.end() { article.quote(Span::new(span.end(), end)) } else { "" };
    (last_words(before.trim_start()), first_words(after.trim_end()))
}

/// The stretch of `part` within which the sentence of `span` is looked for: a little more than is
/// shown, so that a part as long as a book is not walked for each of its passages.
fn near(span: Span, part: Span, text: &str) -> Span {
    let start = text.ceil_char_boundary(span.start().saturating_sub(MOST_CONTEXT + 100));
    let end = text.floor_char_boundary(span.end().saturating_add(MOST_CONTEXT + 100));
    Span::new(start.max(part.start()), end.min(part.end()).max(span.end()))
}

fn last_words(text: &str) -> String {
    let Some(over) = text.len().checked_sub(MOST_CONTEXT).filter(|over| *over > 0) else {
        return text.to_owned();
    };
    let kept = text.get(text.ceil_char_boundary(over)..).unwrap_or_default();
    let at_word = kept.split_once(char::is_whitespace).map_or(kept, |(_, rest)| rest);
    format!("… {at_word}")
}

fn first_words(text: &str) -> String {
    if text.len() <= MOST_CONTEXT {
        return text.to_owned();
    }
    let kept = text.get(..text.floor_char_boundary(MOST_CONTEXT)).unwrap_or_default();
    let at_word = kept.rsplit_once(char::is_whitespace).map_or(kept, |(rest, _)| rest);
    format!("{at_word} …")
}

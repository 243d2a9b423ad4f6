//! Sentences of an article.
//!
//! Unicode Standard Annex 29 says where sentences may end, in every script. It knows no abbreviations
//! and no quotations, so what stands around a stop may keep the sentence together: an abbreviation,
//! an initial, a bracket or short quotation that is still open, a word in lower case behind it. And
//! it overlooks some ends of running text, which are found here.

mod abbreviations;
mod lists;
mod quotes;
mod segment;
mod stops;

use crate::model::{Article, PartKind};
use crate::text::Span;

/// A sentence of a part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Where it stands, without white space at its ends.
    pub span: Span,
    /// The kind of its part.
    pub kind: PartKind,
}

/// The sentences of all parts of `article`, in order.
#[must_use]
pub fn sentences(article: &Article) -> Vec<Sentence> {
    let language = article.metadata.language.as_deref();
    let mut found = Vec::new();
    for part in &article.parts {
        let text = article.quote(part.span);
        let spans = if is_one_sentence(part.kind) {
            vec![Span::whole(text)]
        } else {
            segment::segment(text, language)
        };
        // A day may be told in numbers alone.
        let tells = |span: &Span| {
            part.kind == PartKind::Dateline
                || span.of_or_empty(text).chars().any(char::is_alphabetic)
        };
        let spans = spans.into_iter().map(|span| span.trimmed(text)).filter(tells);
        found.extend(
            spans.map(|span| Sentence { span: span.shifted(part.span.start()), kind: part.kind }),
        );
    }
    found
}

/// Headlines have marks in them without being several sentences.
const fn is_one_sentence(kind: PartKind) -> bool {
    matches!(kind, PartKind::Headline | PartKind::Subhead | PartKind::Byline | PartKind::Dateline)
}

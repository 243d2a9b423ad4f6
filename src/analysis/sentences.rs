//! Sentences of an article.

use unicode_segmentation::UnicodeSegmentation as _;

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
    let mut found = Vec::new();
    for part in &article.parts {
        let text = article.quote(part.span);
        for (at, sentence) in text.split_sentence_bound_indices() {
            let span = Span::new(at, at + sentence.len()).trimmed(text).shifted(part.span.start());
            if !span.is_empty() {
                found.push(Sentence { span, kind: part.kind });
            }
        }
    }
    found
}

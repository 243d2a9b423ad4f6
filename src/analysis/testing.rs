//! Small articles for tests.

use crate::model::{Article, ArticleId, Fingerprint, Format, Metadata, Part, PartKind, Source};
use crate::text::Span;

/// An English article of 13 March 2024 with one paragraph a line.
pub(super) fn article(id: u32, text: &str) -> Article {
    let mut parts = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text);
        if !span.is_empty() {
            parts.push(Part { span, kind: PartKind::Paragraph });
        }
        at += line.len() + 1;
    }
    let metadata = Metadata {
        published: "2024-03-13".parse().ok(),
        language: Some("en".to_owned()),
        ..Metadata::default()
    };
    let source = Source {
        name: format!("{id}.txt"),
        path: None,
        format: Format::Text,
        encoding: "UTF-8".to_owned(),
        sha256: Fingerprint([0; 32]),
    };
    Article { id: ArticleId(id), metadata, source, text: text.to_owned(), parts }
}

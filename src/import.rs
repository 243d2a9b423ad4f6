//! Bytes and a name → an article.

mod error;

pub use error::ImportError;

use crate::model::{Article, ArticleId, Fingerprint, Format, Metadata, Part, PartKind, Source};
use crate::text::Span;

/// An article as it was read, with what only the reader of its bytes can know.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The article.
    pub article: Article,
    /// Byte offsets of the line feeds of the article's text that stood as CRLF in the file,
    /// ascending; empty where [`Self::has_own_text`].
    pub carriage_returns: Vec<usize>,
    /// Whether the article's text was taken out of the file (HTML, Markdown) rather than being the
    /// file's own decoded text.
    pub has_own_text: bool,
}

/// Reads `bytes` as an article. `path` is where they came from, as it was given: its last component
/// names the article, its extension tells the format.
pub fn import(bytes: &[u8], path: &str, id: ArticleId) -> Result<Imported, ImportError> {
    use sha2::Digest as _;
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
    let text = String::from_utf8_lossy(bytes).into_owned();
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let mut parts = Vec::new();
    let mut at = 0;
    for block in text.split("\n\n") {
        let span = Span::new(at, at + block.len()).trimmed(&text);
        if !span.is_empty() {
            parts.push(Part { span, kind: PartKind::Paragraph });
        }
        at += block.len() + 2;
    }
    let source = Source {
        name,
        path: Some(path.to_owned()),
        format: Format::Text,
        encoding: "UTF-8".to_owned(),
        sha256: Fingerprint(sha2::Sha256::digest(bytes).into()),
    };
    let article = Article { id, metadata: Metadata::default(), source, text, parts };
    Ok(Imported { article, carriage_returns: Vec::new(), has_own_text: false })
}

/// Makes an article of text that was pasted.
pub fn import_pasted(text: &str, id: ArticleId) -> Result<Imported, ImportError> {
    import(text.as_bytes(), "Pasted text", id)
}

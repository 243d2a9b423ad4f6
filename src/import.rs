//! Bytes and a name → an article.
//!
//! One step a file: bytes → text ([`decode`]), text → parts by its format ([`plain`], [`html`],
//! [`markdown`]), parts → what the article says of itself ([`metadata`]).

mod boilerplate;
mod dateline;
mod dates;
mod decode;
mod error;
mod html;
mod markdown;
mod metadata;
mod plain;
mod signs;

pub use error::ImportError;

use crate::model::{Article, ArticleId, Fingerprint, Format, Metadata, Part, Source};

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

/// The text of an article with its parts, before it has a name.
struct Reading {
    text: String,
    parts: Vec<Part>,
    metadata: Metadata,
    carriage_returns: Vec<usize>,
    has_own_text: bool,
}

/// Reads `bytes` as an article. `path` is where they came from, as it was given: its last component
/// names the article, its extension tells the format.
pub fn import(bytes: &[u8], path: &str, id: ArticleId) -> Result<Imported, ImportError> {
    let decoded = decode::decode(bytes)?;
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
    let format = format(&name, &decoded.text);
    let source = Source {
        name,
        path: Some(path.to_owned()),
        format,
        encoding: decoded.encoding.to_owned(),
        sha256: fingerprint(bytes),
    };
    finish(read(decoded.text, decoded.carriage_returns, format), source, id)
}

/// The whole text of a file, markup and all, with LF line ends: what [`import`] reads the article from.
pub fn decoded_text(bytes: &[u8]) -> Result<String, ImportError> {
    decode::decode(bytes).map(|decoded| decoded.text)
}

/// Reads pasted text as an article.
pub fn import_pasted(text: &str, id: ArticleId) -> Result<Imported, ImportError> {
    let decoded = decode::decode(text.as_bytes())?;
    let source = Source {
        name: "Pasted text".to_owned(),
        path: None,
        format: Format::Text,
        encoding: decoded.encoding.to_owned(),
        sha256: fingerprint(text.as_bytes()),
    };
    finish(read(decoded.text, decoded.carriage_returns, Format::Text), source, id)
}

fn finish(mut reading: Reading, source: Source, id: ArticleId) -> Result<Imported, ImportError> {
    if reading.parts.is_empty() {
        return Err(ImportError::Empty);
    }
    metadata::complete(&mut reading.metadata, &reading.text, &reading.parts);
    let Reading { text, parts, metadata, carriage_returns, has_own_text } = reading;
    let article = Article { id, metadata, source, text, parts };
    Ok(Imported { article, carriage_returns, has_own_text })
}

fn read(text: String, carriage_returns: Vec<usize>, format: Format) -> Reading {
    match format {
        Format::Html => html::read(&text),
        Format::Markdown => markdown::read(&text),
        Format::Text => {
            let parts = plain::parts(&text);
            Reading {
                text,
                parts,
                metadata: Metadata::default(),
                carriage_returns,
                has_own_text: false,
            }
        }
    }
}

/// The format of a file by its name, and of a text by how it opens.
fn format(name: &str, text: &str) -> Format {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("md" | "markdown" | "mdown" | "mkd") => Format::Markdown,
        Some("html" | "htm" | "xhtml" | "xht" | "shtml") => Format::Html,
        _ if is_page(text) => Format::Html,
        _ => Format::Text,
    }
}

/// Whether `text` is evidently a web page, whatever its file is called.
fn is_page(text: &str) -> bool {
    const HEAD: usize = 1024;
    let head = text
        .get(..text.floor_char_boundary(HEAD))
        .unwrap_or_default()
        .trim_start()
        .to_ascii_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || head.starts_with("<?xml") && head.contains("<html")
}

fn fingerprint(bytes: &[u8]) -> Fingerprint {
    use sha2::Digest as _;
    Fingerprint(sha2::Sha256::digest(bytes).into())
}

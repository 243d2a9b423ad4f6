//! One imported source.

use std::fmt;

use super::{ArticleId, Date};
use crate::text::{Span, word_count};

/// An article: text that never changes, its parts, and where it came from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Article {
    /// Its name inside the project.
    pub id: ArticleId,
    /// What it says of itself; found by the program, edited by the reviewer.
    pub metadata: Metadata,
    /// Where it came from.
    pub source: Source,
    /// The whole text, lines ended by LF alone. Never changed after import.
    pub text: String,
    /// The stretches of the text that hold something: ascending, apart from one another, on
    /// character boundaries, without white space at their ends. White space may lie between them.
    pub parts: Vec<Part>,
}

impl Article {
    /// A short name to show: outlet, else title, else file name.
    #[must_use]
    pub fn short_name(&self) -> &str {
        let given = [self.metadata.outlet.as_deref(), self.metadata.title.as_deref()];
        given.into_iter().flatten().find(|name| !name.is_empty()).unwrap_or(&self.source.name)
    }

    /// The headline to show: title, else file name.
    #[must_use]
    pub fn headline(&self) -> &str {
        self.metadata
            .title
            .as_deref()
            .filter(|title| !title.is_empty())
            .unwrap_or(&self.source.name)
    }

    /// The words of `span`, or the empty text where the article has no such stretch.
    #[must_use]
    pub fn quote(&self, span: Span) -> &str {
        span.of_or_empty(&self.text)
    }

    /// How many words it has, what belongs to the page left out.
    #[must_use]
    pub fn word_count(&self) -> usize {
        let own = self.parts.iter().filter(|part| part.kind != PartKind::Boilerplate);
        own.map(|part| word_count(self.quote(part.span))).sum()
    }

    /// The index of the part that holds byte `offset`.
    #[must_use]
    pub fn part_at(&self, offset: usize) -> Option<usize> {
        let index = self.parts.partition_point(|part| part.span.end() <= offset);
        self.parts.get(index).filter(|part| part.span.contains_offset(offset)).map(|_| index)
    }
}

/// What an article says of itself. `None` where the program found nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Metadata {
    /// Headline.
    pub title: Option<String>,
    /// Newspaper, agency or site.
    pub outlet: Option<String>,
    /// Author or authors as printed.
    pub author: Option<String>,
    /// Day of publication; relative dates in the text are read from it.
    pub published: Option<Date>,
    /// ISO 639-1 code of the language, such as `en`.
    pub language: Option<String>,
    /// Address it was published at.
    pub url: Option<String>,
}

/// Where an article came from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// File name without its folder, or a word for another way in (`Pasted text`).
    pub name: String,
    /// Path as it was given, `None` where there was no file.
    pub path: Option<String>,
    /// What the bytes were read as.
    pub format: Format,
    /// Name of the character encoding they were read in, as in the Encoding Standard.
    pub encoding: String,
    /// SHA-256 of the bytes.
    pub sha256: Fingerprint,
}

/// What a file is read as.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Format {
    /// Plain text.
    Text,
    /// `CommonMark`, with or without front matter.
    Markdown,
    /// A web page.
    Html,
}

impl Format {
    /// The word in files and on screen.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }
}

/// A SHA-256 digest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
    /// From 64 hexadecimal digits; `None` if `text` is anything else.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if text.len() != 64 {
            return None;
        }
        for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
            let pair =
                text.get(at..at + 2).filter(|pair| pair.bytes().all(|b| b.is_ascii_hexdigit()))?;
            *byte = u8::from_str_radix(pair, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A stretch of an article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: PartKind,
}

/// What a part of an article is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PartKind {
    /// The article's title.
    Headline,
    /// A heading inside the article.
    Subhead,
    /// Who wrote it.
    Byline,
    /// Place, date and agency before the first sentence, or the line that tells the date.
    Dateline,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// The words below a picture.
    Caption,
    /// What belongs to the page and not to the article: menus, share bars, notices, credits.
    Boilerplate,
}

impl PartKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Headline,
        Self::Subhead,
        Self::Byline,
        Self::Dateline,
        Self::Paragraph,
        Self::ListItem,
        Self::Caption,
        Self::Boilerplate,
    ];

    /// The word in project files and on screen.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Subhead => "subhead",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Paragraph => "paragraph",
            Self::ListItem => "list item",
            Self::Caption => "caption",
            Self::Boilerplate => "boilerplate",
        }
    }

    /// Whether sentences of such a part may state a claim.
    #[must_use]
    pub const fn states_claims(self) -> bool {
        matches!(
            self,
            Self::Headline | Self::Subhead | Self::Paragraph | Self::ListItem | Self::Caption
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_as_it_is_written() {
        let hex = "00ff".repeat(16);
        assert_eq!(Fingerprint::from_hex(&hex).map(|f| f.to_string()), Some(hex));
        assert_eq!(Fingerprint::from_hex("00"), None);
        assert_eq!(Fingerprint::from_hex(&"+f".repeat(32)), None);
        assert_eq!(Fingerprint::from_hex(&"é".repeat(32)), None);
    }
}

//! Markdown → an article: its rendered words, with the front matter as metadata.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{Reading, dates, plain, signs};
use crate::model::{Metadata, Part, PartKind};
use crate::text::Span;

/// Reads Markdown.
pub(super) fn read(source: &str) -> Reading {
    let (front, body) = front_matter(source);
    let mut writer = Writer::default();
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for event in Parser::new_ext(body, options) {
        writer.take(event);
    }
    writer.flush();
    mark_head(&writer.text, &mut writer.parts);
    Reading {
        text: writer.text,
        parts: writer.parts,
        metadata: metadata(front),
        carriage_returns: Vec::new(),
        has_own_text: true,
    }
}

/// The lines between `---` and `---` (or `+++`) at the start, and the rest.
fn front_matter(source: &str) -> (&str, &str) {
    let trimmed = source.trim_start_matches('\u{feff}');
    for fence in ["---", "+++"] {
        let Some(rest) = trimmed
            .strip_prefix(fence)
            .and_then(|rest| rest.trim_start_matches([' ', '\t']).strip_prefix('\n'))
        else {
            continue;
        };
        let mut at = 0;
        for line in rest.split_inclusive('\n') {
            if line.trim_end() == fence || fence == "---" && line.trim_end() == "..." {
                return (
                    rest.get(..at).unwrap_or_default(),
                    rest.get(at + line.len()..).unwrap_or_default(),
                );
            }
            at += line.len();
        }
    }
    ("", source)
}

/// Title, date, source and author of `key: value` lines; what is nested is passed over.
fn metadata(front: &str) -> Metadata {
    let get = |keys: &[&str]| {
        front.lines().find_map(|line| {
            let (key, value) = line.split_once([':', '='])?;
            let value = value.trim().trim_matches(['"', '\'']).trim();
            let is_asked = keys.contains(&key.trim().to_lowercase().as_str());
            (is_asked && !value.is_empty()).then(|| value.trim_matches(['[', ']']).to_owned())
        })
    };
    Metadata {
        title: get(&["title", "headline"]),
        outlet: get(&["source", "outlet", "publisher", "publication", "site"]),
        author: get(&["author", "authors", "byline", "by"]),
        published: get(&["date", "published", "pubdate", "publishdate"])
            .and_then(|date| dates::first_date(&date)),
        language: get(&["lang", "language"])
            .map(|tag| tag.split(['-', '_']).next().unwrap_or_default().to_lowercase()),
        url: get(&["url", "link", "canonical"]),
    }
}

/// Writes the words of a document, one block a paragraph.
#[derive(Default)]
struct Writer {
    text: String,
    parts: Vec<Part>,
    block: String,
    kind: Option<PartKind>,
    items: usize,
    silent: usize,
    has_headline: bool,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) if self.silent == 0 => {
                self.block.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak => self.block.push(' '),
            Event::Rule => self.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                let is_title =
                    *level == HeadingLevel::H1 && !std::mem::replace(&mut self.has_headline, true);
                self.kind = Some(if is_title { PartKind::Headline } else { PartKind::Subhead });
            }
            Tag::Item => {
                self.flush();
                self.items += 1;
            }
            Tag::Image { .. } | Tag::MetadataBlock(_) => self.silent += 1,
            Tag::Paragraph
            | Tag::List(_)
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::Table(_)
            | Tag::TableCell => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image | TagEnd::MetadataBlock(_) => self.silent = self.silent.saturating_sub(1),
            TagEnd::Item => {
                self.flush();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::TableCell
            | TagEnd::List(_) => self.flush(),
            _ => {}
        }
    }

    fn flush(&mut self) {
        let words = crate::text::collapse_white_space(&std::mem::take(&mut self.block));
        let kind = self.kind.take().unwrap_or(if self.items > 0 {
            PartKind::ListItem
        } else {
            PartKind::Paragraph
        });
        if words.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(&words);
        plain::push(
            &mut self.parts,
            &self.text,
            Part { span: Span::new(start, self.text.len()), kind },
        );
    }
}

/// Finds byline, date and boilerplate among the paragraphs of a document.
fn mark_head(text: &str, parts: &mut [Part]) {
    use super::boilerplate::{Verdict, ends_with_credit, verdict};
    let mut in_head = true;
    for part in parts.iter_mut() {
        let words = part.span.of_or_empty(text);
        let is_prose = signs::is_prose(words, signs::words(words));
        part.kind = match part.kind {
            PartKind::Paragraph if verdict(words, is_prose) != Verdict::Unknown => {
                PartKind::Boilerplate
            }
            PartKind::Paragraph if in_head && signs::is_date_line(words) => PartKind::Dateline,
            PartKind::Paragraph if in_head && signs::is_byline(words) => PartKind::Byline,
            PartKind::Paragraph if ends_with_credit(words) => PartKind::Caption,
            kind => kind,
        };
        in_head &= part.kind != PartKind::Paragraph;
    }
}

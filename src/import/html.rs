//! A web page → an article.

mod blocks;
mod main_text;
mod meta;
mod readability;
mod tokens;
mod tree;

use super::{Reading, boilerplate, plain, signs};
use crate::model::{Part, PartKind};
use crate::text::Span;
use blocks::{Block, Shape};
pub(super) use tree::is_block;

/// Reads a page: the article's text, one block a paragraph, parted by blank lines.
pub(super) fn read(html: &str) -> Reading {
    let page = tree::read(html);
    let metadata = meta::metadata(&page);
    let blocks = blocks::blocks(&page.tree);
    let main = main_text::main_text(&page.tree, &blocks);
    let mut text = String::new();
    let mut parts = Vec::new();
    let headline = headline(&blocks, metadata.title.as_deref(), main.inside.start);
    if let Some(title) = metadata.title.as_deref().filter(|_| headline.is_none()) {
        push(&mut text, &mut parts, title, PartKind::Headline);
    }
    let first = main.is_kept.iter().position(|kept| *kept).unwrap_or(blocks.len());
    for (at, block) in blocks.iter().enumerate() {
        let is_kept = main.is_kept.get(at).copied().unwrap_or_default();
        if let Some(kind) = kind(block, at, is_kept, headline, first, &main.inside) {
            push(&mut text, &mut parts, &block.text, kind);
        }
    }
    Reading { text, parts, metadata, carriage_returns: Vec::new(), has_own_text: true }
}

/// The heading that says the title.
fn headline(blocks: &[Block], title: Option<&str>, first: usize) -> Option<usize> {
    let plain_title = title.map(boilerplate::plain);
    let says_title = |block: &Block| {
        plain_title.as_deref().is_some_and(|title| {
            let text = boilerplate::plain(&block.text);
            text == title
                || text.len() >= 15 && (title.starts_with(&text) || text.starts_with(title))
        })
    };
    let is_heading = |block: &Block| matches!(block.shape, Shape::Heading(_));
    blocks
        .iter()
        .position(|block| is_heading(block) && says_title(block))
        .or_else(|| {
            blocks.iter().position(|block| block.shape == Shape::Heading(1) && block.words >= 3)
        })
        .filter(|at| *at <= first + 40)
}

/// What a block is; `None` for one that is left out.
fn kind(
    block: &Block,
    at: usize,
    is_kept: bool,
    headline: Option<usize>,
    first: usize,
    inside: &std::ops::Range<usize>,
) -> Option<PartKind> {
    if headline == Some(at) {
        return Some(PartKind::Headline);
    }
    let is_before = at < first && headline.is_none_or(|headline| at > headline);
    if !is_kept {
        return match () {
            () if is_before && signs::is_date_line(&block.text) => Some(PartKind::Dateline),
            () if is_before && block.words <= 14 && signs::is_byline(&block.text) => {
                Some(PartKind::Byline)
            }
            () if inside.contains(&at) || block.is_prose => Some(PartKind::Boilerplate),
            () => None,
        };
    }
    Some(match block.shape {
        Shape::Heading(_) => PartKind::Subhead,
        Shape::Item => PartKind::ListItem,
        Shape::Caption => PartKind::Caption,
        _ if boilerplate::ends_with_credit(&block.text)
            || boilerplate::opens_as_caption(&block.text) =>
        {
            PartKind::Caption
        }
        Shape::Paragraph | Shape::Cell | Shape::Date => PartKind::Paragraph,
    })
}

/// Appends a part on a paragraph of its own.
fn push(text: &mut String, parts: &mut Vec<Part>, words: &str, kind: PartKind) {
    let words = words.trim();
    if words.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    let start = text.len();
    text.push_str(words);
    plain::push(parts, text, Part { span: Span::new(start, text.len()), kind });
}

//! Parts of an article → the blocks its column shows, one under the other.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::model::{Article, PartKind};
use crate::text::{Span, collapse_white_space};

/// Something a column shows as one piece.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Block {
    /// Running text: parts that stand on one line of the file, such as a dateline and its paragraph.
    Text {
        /// From the first part's start to the last one's end.
        span: Span,
        /// The indices of the parts.
        parts: Range<usize>,
    },
    /// The line that stands for a run of boilerplate, folded or not.
    Fold {
        /// The indices of the run's parts.
        parts: Range<usize>,
        /// Whether the parts follow as blocks of their own.
        is_open: bool,
        /// The first words of what is folded.
        words: String,
    },
}

impl Block {
    /// Where its text stands; `None` for a fold.
    pub(crate) const fn span(&self) -> Option<Span> {
        match self {
            Self::Text { span, .. } => Some(*span),
            Self::Fold { .. } => None,
        }
    }

    /// The indices of its parts.
    pub(crate) fn parts(&self) -> Range<usize> {
        match self {
            Self::Text { parts, .. } | Self::Fold { parts, .. } => parts.clone(),
        }
    }
}

/// How many characters of folded text the fold's line shows.
const FOLD_WORDS: usize = 42;

/// The blocks of `article`; runs of boilerplate are folded unless their first part is in `open`.
pub(crate) fn blocks(article: &Article, open: &BTreeSet<usize>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut index = 0;
    while let Some(part) = article.parts.get(index) {
        if part.kind == PartKind::Boilerplate {
            let parts = index..end_of_run(article, index);
            let is_open = open.contains(&index);
            index = parts.end;
            blocks.push(fold(article, parts.clone(), is_open));
            if is_open {
                blocks.extend(parts.map(|part| text(article, part..part + 1)));
            }
        } else {
            let parts = index..end_of_line(article, index);
            index = parts.end;
            blocks.push(text(article, parts));
        }
    }
    blocks
}

/// The index of the block that shows the part of index `part`, or the fold that hides it.
pub(crate) fn block_of_part(blocks: &[Block], part: usize) -> Option<usize> {
    let after = blocks.partition_point(|block| block.parts().start <= part);
    let index = after.checked_sub(1)?;
    blocks.get(index).filter(|block| block.parts().contains(&part)).map(|_| index)
}

fn text(article: &Article, parts: Range<usize>) -> Block {
    let spans = article.parts.get(parts.clone()).unwrap_or_default().iter().map(|part| part.span);
    Block::Text { span: spans.reduce(Span::join).unwrap_or_default(), parts }
}

fn fold(article: &Article, parts: Range<usize>, is_open: bool) -> Block {
    let first =
        article.parts.get(parts.start).map(|part| article.quote(part.span)).unwrap_or_default();
    let line =
        collapse_white_space(first.get(..first.floor_char_boundary(400)).unwrap_or_default());
    let words: String = line.chars().take(FOLD_WORDS).collect();
    Block::Fold { parts, is_open, words }
}

fn end_of_run(article: &Article, start: usize) -> usize {
    let rest = article.parts.iter().skip(start);
    start + rest.take_while(|part| part.kind == PartKind::Boilerplate).count()
}

/// Parts with no line break between them are read as one line.
fn end_of_line(article: &Article, start: usize) -> usize {
    let pairs = article.parts.get(start..).unwrap_or_default().windows(2);
    let is_joined = |pair: &&[crate::model::Part]| match pair {
        [a, b] => {
            let between = Span::new(a.span.end(), b.span.start()).of_or_empty(&article.text);
            b.kind != PartKind::Boilerplate && !between.contains('\n')
        }
        _ => false,
    };
    start + 1 + pairs.take_while(is_joined).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Part;
    use crate::review::actions::tests::article;

    /// Parts are the lines of `text`; `#` before a line marks boilerplate, `|` ends a part early.
    fn check(text: &str, open: &[usize], expected: &[&str]) {
        let mut article = article(1, text);
        article.parts.clear();
        let mut at = 0;
        for piece in text.split_inclusive(['\n', '|']) {
            let span = Span::new(at, at + piece.trim_end_matches(['\n', '|']).len());
            let kind =
                if piece.starts_with('#') { PartKind::Boilerplate } else { PartKind::Paragraph };
            article.parts.push(Part { span, kind });
            at += piece.len();
        }
        let found: Vec<_> = blocks(&article, &open.iter().copied().collect())
            .iter()
            .map(|block| match block {
                Block::Text { span, .. } => article.quote(*span).to_owned(),
                Block::Fold { parts, is_open, .. } => {
                    format!("{} {}", if *is_open { "open" } else { "folded" }, parts.len())
                }
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_run_of_boilerplate_is_one_fold() {
        check("#menu\n#share\nThe news.\n#most read", &[], &["folded 2", "The news.", "folded 1"]);
    }

    #[test]
    fn an_open_fold_is_followed_by_its_parts() {
        check("#menu\n#share\nThe news.", &[0], &["open 2", "#menu", "#share", "The news."]);
    }

    #[test]
    fn a_part_is_found_in_its_block_or_in_the_fold_that_hides_it() {
        let block = |parts, is_open: Option<bool>| match is_open {
            Some(is_open) => Block::Fold { parts, is_open, words: String::new() },
            None => Block::Text { span: Span::default(), parts },
        };
        let blocks = [
            block(0..2, Some(true)),
            block(0..1, None),
            block(1..2, None),
            block(2..4, None),
            block(4..7, Some(false)),
        ];
        let found: Vec<_> = (0..8).map(|part| block_of_part(&blocks, part)).collect();
        let expected = [1, 2, 3, 3, 4, 4, 4].map(Some).into_iter().chain([None]);
        assert_eq!(found, expected.collect::<Vec<_>>());
    }

    #[test]
    fn a_dateline_stands_with_its_paragraph() {
        check("BOSTON (AP)|The news.\nMore.", &[], &["BOSTON (AP)|The news.", "More."]);
    }
}

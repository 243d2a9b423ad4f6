//! One article, as a column of blocks: what it shows and where it stands.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{Rect, Ui, vec2};

use super::block::{Block, block_of_part, blocks};
use super::fold;
use super::layout::{BlockLayout, LayoutStyle};
use super::minimap::Ticks;
use super::scroll::Scroll;
use crate::model::{Article, Part, PartKind};
use crate::text::Span;

/// How many laid-out blocks a column keeps beyond those in view, to either side.
const KEPT: usize = 12;

/// What a column remembers from one frame to the next.
#[derive(Default)]
pub(super) struct Column {
    pub(super) blocks: Vec<Block>,
    pub(super) scroll: Scroll,
    pub(super) ticks: Ticks,
    /// Words of the article itself, and the bytes they take.
    pub(super) size: Size,
    layouts: BTreeMap<usize, BlockLayout>,
    style: Option<LayoutStyle>,
    /// The project's state that was looked at last.
    state: Option<u64>,
    /// The article's parts and the open folds that `blocks` were made of.
    made_of: Option<(Vec<Part>, BTreeSet<usize>)>,
    /// What is set in bold: ascending, apart.
    bold: Vec<Span>,
    /// Where the column is to stand once it is laid out.
    target: Option<Target>,
    /// How wide its slot is.
    pub(super) slot_width: f32,
    /// The blocks in view, with the places of their tops below the view's.
    pub(super) seen: Vec<(usize, f32)>,
}

/// How long an article is, what belongs to the page left out.
#[derive(Clone, Copy, Default)]
pub(super) struct Size {
    pub(super) words: usize,
    pub(super) bytes: usize,
}

/// A row of text and the height it is to stand at.
#[derive(Clone, Copy)]
struct Target {
    byte: usize,
    y: f32,
    reach: Reach,
}

/// How far a column may move to bring a row to its height.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// As far as the article reaches.
    Text,
    /// Further, with empty space above or below the article.
    Space,
}

impl Column {
    /// Brings the blocks up to date with the project.
    pub(super) fn refresh(&mut self, article: &Article, state: u64, open: &BTreeSet<usize>) {
        let is_open = |(_, folds): &(_, BTreeSet<usize>)| folds == open;
        if self.state == Some(state) && self.made_of.as_ref().is_some_and(is_open) {
            return;
        }
        self.state = Some(state);
        let has_parts = |(parts, _): &(Vec<Part>, _)| *parts == article.parts;
        if self.made_of.as_ref().is_some_and(|made| is_open(made) && has_parts(made)) {
            return;
        }
        self.made_of = Some((article.parts.clone(), open.clone()));
        self.hold(std::iter::empty());
        self.blocks = blocks(article, open);
        self.size = size(article);
        self.layouts.clear();
        self.estimate();
    }

    /// Lays everything out anew where the style is another; what is in view stays there, the first of
    /// `held` that is there at its very height.
    pub(super) fn restyle(&mut self, style: LayoutStyle, held: impl Iterator<Item = Span>) {
        if self.style != Some(style) {
            self.hold(held);
            self.style = Some(style);
            self.layouts.clear();
            self.estimate();
        }
    }

    /// Sets other words in bold.
    pub(super) fn embolden(&mut self, bold: &[Span]) {
        if self.bold == bold {
            return;
        }
        let (blocks, old) = (&self.blocks, &self.bold);
        self.layouts.retain(|index, _| {
            let block = blocks.get(*index).and_then(Block::span).unwrap_or_default();
            !bold.iter().chain(old).any(|span| span.overlap(block) > 0)
        });
        self.bold = bold.to_vec();
    }

    /// Starts with estimated heights.
    fn estimate(&mut self) {
        let Some(style) = self.style else { return };
        let heights = self.blocks.iter().map(|block| match block {
            Block::Fold { .. } => fold::HEIGHT,
            Block::Text { .. } => style.estimate(block) + style.gap(),
        });
        self.scroll.replace_heights(heights.collect());
    }

    /// Keeps the row of the first of `held` that is in view, or else the view's first, where it is.
    fn hold(&mut self, mut held: impl Iterator<Item = Span>) {
        if self.target.is_some() {
            return;
        }
        let focused = held.find_map(|span| Some((span.start(), self.y_of(span.start())?)));
        let first = || {
            let byte = self.first_in_view()?;
            Some((byte, self.y_of(byte)?))
        };
        self.target =
            focused.or_else(first).map(|(byte, y)| Target { byte, y, reach: Reach::Text });
    }

    /// The byte that the first row of text in view begins with.
    pub(super) fn first_in_view(&self) -> Option<usize> {
        let text = |&(index, top): &(usize, f32)| Some((self.layouts.get(&index)?, top));
        let (layout, top) = self.seen.iter().find_map(text)?;
        Some(layout.byte_at(vec2(0.0, (-top).max(0.0))))
    }

    /// Puts the row of `byte` at `y` below the top of the view, in the next frame that shows it.
    pub(super) fn align(&mut self, byte: usize, y: f32) {
        self.target = Some(Target { byte, y, reach: Reach::Space });
    }

    /// Where byte `offset` stands below the article's top, as far as heights are known.
    pub(super) fn offset_of(&mut self, ui: &Ui, article: &Article, offset: usize) -> Option<f32> {
        let index = self.block_of(article, offset)?;
        let top = self.layout(ui, article, index)?.row_top(offset);
        Some(self.scroll.offset_of(index) + top)
    }

    /// Where the row of byte `offset` stands below the top of the view; `None` where its block is
    /// out of view.
    fn y_of(&self, offset: usize) -> Option<f32> {
        let holds = |(index, _): &&(usize, f32)| {
            let span = self.blocks.get(*index).and_then(Block::span);
            span.is_some_and(|span| span.contains_offset(offset))
        };
        let (index, top) = self.seen.iter().find(holds)?;
        Some(top + self.layouts.get(index)?.row_top(offset))
    }

    /// On which side of the view a passage is: its rows all above, below, or neither.
    pub(super) fn side_of(&self, article: &Article, span: Span, view: f32) -> Side {
        let Some(index) = self.block_of(article, span.start()) else { return Side::Within };
        let (Some(first), Some(last)) = (self.seen.first(), self.seen.last()) else {
            return Side::Within;
        };
        if index < first.0 {
            return Side::Above;
        }
        if index > last.0 {
            return Side::Below;
        }
        let top = self.seen.get(index - first.0).map_or(0.0, |(_, top)| *top);
        let Some(layout) = self.layouts.get(&index) else { return Side::Within };
        let rows = layout.row_rects(span);
        let is_above = rows.last().is_some_and(|row| top + row.bottom() <= 4.0);
        let is_below = rows.first().is_some_and(|row| top + row.top() >= view - 4.0);
        match (is_above, is_below) {
            (true, _) => Side::Above,
            (_, true) => Side::Below,
            _ => Side::Within,
        }
    }

    /// The first part of the run of boilerplate that hides byte `offset`.
    pub(super) fn fold_hiding(&self, article: &Article, offset: usize) -> Option<usize> {
        match self.blocks.get(block_of_part(&self.blocks, article.part_at(offset)?)?)? {
            Block::Fold { parts, is_open: false, .. } => Some(parts.start),
            _ => None,
        }
    }

    fn block_of(&self, article: &Article, offset: usize) -> Option<usize> {
        block_of_part(&self.blocks, article.part_at(offset)?)
    }

    /// The layout of a block that was laid out for this frame.
    pub(super) fn laid_out(&self, index: usize) -> Option<&BlockLayout> {
        self.layouts.get(&index)
    }

    /// How wide the text is.
    pub(super) fn width(&self) -> f32 {
        self.style.map_or(0.0, |style| style.width)
    }

    fn layout(&mut self, ui: &Ui, article: &Article, index: usize) -> Option<&BlockLayout> {
        let block = self.blocks.get(index)?;
        let (_, style) = (block.span()?, self.style?);
        let make = || BlockLayout::new(ui, article, block, &self.bold, &style);
        Some(self.layouts.entry(index).or_insert_with(make))
    }

    /// Lays out what is in view and finds the places of its blocks.
    pub(super) fn settle(&mut self, ui: &Ui, article: &Article, area: Rect) {
        self.go_to_target(ui, article);
        let gap = self.style.map_or(0.0, |style| style.gap());
        let mut scroll = std::mem::take(&mut self.scroll);
        self.seen = scroll.settle(area.height(), |index| match self.layout(ui, article, index) {
            Some(layout) => layout.height() + gap,
            None => fold::HEIGHT,
        });
        self.scroll = scroll;
        let (Some(first), Some(last)) = (self.seen.first(), self.seen.last()) else { return };
        if self.layouts.len() > self.seen.len() + 2 * KEPT {
            let kept = first.0.saturating_sub(KEPT)..=last.0 + KEPT;
            self.layouts.retain(|index, _| kept.contains(index));
        }
    }

    fn go_to_target(&mut self, ui: &Ui, article: &Article) {
        let Some(Target { byte, y, reach }) = self.target.take() else { return };
        let Some(index) = self.block_of(article, byte) else { return };
        let top = self.layout(ui, article, index).map_or(0.0, |layout| layout.row_top(byte));
        match reach {
            Reach::Text => self.scroll.hold(index, y - top),
            Reach::Space => self.scroll.put(index, y - top),
        }
    }
}

/// Where something stands that may be out of view.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Side {
    Above,
    Within,
    Below,
}

fn size(article: &Article) -> Size {
    let body = article.parts.iter().filter(|part| part.kind != PartKind::Boilerplate);
    Size { words: article.word_count(), bytes: body.map(|part| part.span.len()).sum() }
}

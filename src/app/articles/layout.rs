//! A block of an article, laid out.

use std::sync::Arc;

use eframe::egui::text::{CCursor, CharIndex, LayoutJob, TextFormat};
use eframe::egui::{Color32, FontId, Galley, Rect, Ui, Vec2, pos2, vec2};

use super::block::Block;
use crate::app::theme::{ARTICLE_LINE, SIZE_SMALL, Theme, plain, serif, serif_bold, serif_italic};
use crate::model::{Article, PartKind};
use crate::text::Span;

/// How far an item of a list is set in.
const INDENT: f32 = 14.0;

/// A block's text with the places of its characters.
#[derive(Clone)]
pub(super) struct BlockLayout {
    /// The text; line breaks of the file are spaces, so that bytes keep their places.
    pub(super) galley: Arc<Galley>,
    /// Byte offset in the article of the galley's first byte.
    pub(super) start: usize,
    /// How far the galley is set in from the left.
    pub(super) indent: f32,
    /// Whether a mark of a list stands before it.
    pub(super) has_bullet: bool,
    /// Whether the galley has one glyph for each character, so that places of single characters can
    /// be trusted. Not so in scripts written from right to left.
    pub(super) has_exact_places: bool,
}

/// What decides how blocks are laid out; another value makes the old layouts worthless.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct LayoutStyle {
    pub(super) width: f32,
    pub(super) size: f32,
    pub(super) theme: Theme,
}

impl LayoutStyle {
    /// Height of a line of running text.
    pub(super) fn line_height(&self) -> f32 {
        (self.size * ARTICLE_LINE).round()
    }

    /// Space below a block.
    pub(super) fn gap(&self) -> f32 {
        (self.size * 0.8).round()
    }

    /// A guess at the height of a block that was not laid out yet.
    pub(super) fn estimate(&self, block: &Block) -> f32 {
        let bytes = block.span().map_or(0, Span::len) as f32;
        let per_line = (self.width / (self.size * 0.46)).max(1.0);
        (bytes / per_line).ceil().max(1.0) * self.line_height()
    }
}

impl BlockLayout {
    /// Lays a block of text out.
    pub(super) fn new(
        ui: &Ui,
        article: &Article,
        span: Span,
        block: &Block,
        style: &LayoutStyle,
    ) -> Self {
        let parts = article.parts.get(block.parts()).unwrap_or_default();
        let has_bullet = parts.first().is_some_and(|part| part.kind == PartKind::ListItem);
        let indent = if has_bullet { INDENT } else { 0.0 };
        let text = article.quote(span).replace(['\n', '\t'], " ");
        let characters = text.chars().count();
        let mut job = LayoutJob { text, ..LayoutJob::default() };
        job.wrap.max_width = (style.width - indent).max(40.0);
        job.break_on_newline = false;
        let mut from = span.start();
        for (index, part) in parts.iter().enumerate() {
            let to = parts.get(index + 1).map_or(span.end(), |next| next.span.start());
            push_section(&mut job, from - span.start()..to - span.start(), part.kind, style);
            from = to;
        }
        let galley = ui.painter().layout_job(job);
        let has_exact_places = galley.end().index.0 == characters;
        Self { galley, start: span.start(), indent, has_bullet, has_exact_places }
    }

    /// How high it stands.
    pub(super) fn height(&self) -> f32 {
        self.galley.size().y
    }

    /// The rectangles that `span` of the article covers, one a row, relative to the block.
    pub(super) fn row_rects(&self, span: Span) -> Vec<Rect> {
        let (start, end) = (self.char_from_byte(span.start()), self.char_from_byte(span.end()));
        let mut rects = Vec::new();
        let mut first = 0;
        for row in &self.galley.rows {
            let count = row.char_count_excluding_newline().0;
            let (from, to) = (start.max(first), end.min(first + count));
            if from < to {
                let left = row.pos.x + row.row.x_offset(CharIndex(from - first));
                let right = row.pos.x + row.row.x_offset(CharIndex(to - first));
                let (top, bottom) = (row.pos.y, row.pos.y + row.row.height());
                let rect =
                    Rect::from_min_max(pos2(left.min(right), top), pos2(left.max(right), bottom));
                rects.push(rect.translate(vec2(self.indent, 0.0)));
            }
            first += count + usize::from(row.ends_with_newline);
        }
        rects
    }

    /// The byte of the article below a point relative to the block.
    pub(super) fn byte_at(&self, point: Vec2) -> usize {
        let cursor: CCursor = self.galley.cursor_from_pos(point - vec2(self.indent, 0.0));
        let text = self.galley.text();
        let byte = text.char_indices().nth(cursor.index.0).map_or(text.len(), |(byte, _)| byte);
        self.start + byte
    }

    /// How far below the block's top the row of byte `offset` begins.
    pub(super) fn row_top(&self, offset: usize) -> f32 {
        let character = self.char_from_byte(offset);
        let mut first = 0;
        for row in &self.galley.rows {
            first += row.char_count_excluding_newline().0 + usize::from(row.ends_with_newline);
            if character < first {
                return row.pos.y;
            }
        }
        self.galley.rows.last().map_or(0.0, |row| row.pos.y)
    }

    fn char_from_byte(&self, offset: usize) -> usize {
        let text = self.galley.text();
        let byte = text.floor_char_boundary(offset.saturating_sub(self.start).min(text.len()));
        text.get(..byte).unwrap_or_default().chars().count()
    }
}

fn push_section(
    job: &mut LayoutJob,
    bytes: std::ops::Range<usize>,
    kind: PartKind,
    style: &LayoutStyle,
) {
    let mut rest = LayoutJob::default();
    let (font, colour, line) = face(kind, style);
    let format = TextFormat {
        font_id: font,
        color: colour,
        line_height: Some(line),
        ..TextFormat::default()
    };
    rest.append(job.text.get(bytes.clone()).unwrap_or_default(), 0.0, format);
    for mut section in rest.sections {
        section.byte_range = bytes.start.into()..bytes.end.into();
        job.sections.push(section);
    }
}

/// Face, colour and line of a kind of part.
fn face(kind: PartKind, style: &LayoutStyle) -> (FontId, Color32, f32) {
    let (size, line, theme) = (style.size, style.line_height(), &style.theme);
    match kind {
        PartKind::Headline => (serif_bold(size * 1.25), theme.ink, (line * 1.15).round()),
        PartKind::Subhead => (serif_bold(size * 1.05), theme.ink, line),
        PartKind::Dateline => (serif(size), theme.muted, line),
        PartKind::Paragraph | PartKind::ListItem => (serif(size), theme.ink, line),
        PartKind::Caption => (serif_italic(size * 0.92), theme.muted, line),
        PartKind::Byline | PartKind::Boilerplate => {
            (plain(SIZE_SMALL), theme.muted, (line * 0.75).round())
        }
    }
}

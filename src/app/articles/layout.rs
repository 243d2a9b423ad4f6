//! A block of an article, laid out.

use std::sync::Arc;

use eframe::egui::text::{CCursor, CharIndex, LayoutJob, TextFormat};
use eframe::egui::{Color32, FontId, Galley, Rect, Ui, Vec2, pos2, vec2};

use super::block::Block;
use super::places::Places;
use crate::app::theme::{SIZE_SMALL, Theme, plain, serif, serif_bold, serif_italic};
use crate::model::{Article, PartKind};
use crate::text::Span;

/// How far an item of a list is set in.
const INDENT: f32 = 14.0;
/// No line of text is wider than so many times its size: longer ones are hard to read.
const MEASURE: f32 = 42.0;

/// A block's text with the places of its characters.
#[derive(Clone)]
pub(super) struct BlockLayout {
    /// The text; line breaks of the file are spaces, so that bytes keep their places.
    pub(super) galley: Arc<Galley>,
    /// Byte offset in the article of the galley's first byte.
    start: usize,
    /// How far the galley is set in from the left.
    pub(super) indent: f32,
    /// Whether a mark of a list stands before it.
    pub(super) has_bullet: bool,
    places: Places,
}

/// What decides how blocks are laid out; another value makes the old layouts worthless.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct LayoutStyle {
    /// Width of the text, in points.
    pub(super) width: f32,
    /// Size of running text, in points.
    pub(super) size: f32,
    /// A line, as a multiple of the size.
    pub(super) spacing: f32,
    pub(super) theme: Theme,
}

impl LayoutStyle {
    /// The style for a column that has `room` for text.
    pub(super) fn new(room: f32, size: f32, spacing: f32, theme: Theme) -> Self {
        Self { width: room.min(size * MEASURE).floor(), size, spacing, theme }
    }

    /// Height of a line of running text.
    fn line_height(&self) -> f32 {
        (self.size * self.spacing).round()
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
    /// Lays a block of text out; what lies in `bold` is.
    pub(super) fn new(
        ui: &Ui,
        article: &Article,
        block: &Block,
        bold: &[Span],
        style: &LayoutStyle,
    ) -> Self {
        let span = block.span().unwrap_or_default();
        let parts = article.parts.get(block.parts()).unwrap_or_default();
        let has_bullet = parts.first().is_some_and(|part| part.kind == PartKind::ListItem);
        let indent = if has_bullet { INDENT } else { 0.0 };
        let text = article.quote(span).replace(['\n', '\t'], " ");
        let mut job = LayoutJob { text, ..LayoutJob::default() };
        job.wrap.max_width = (style.width - indent).max(40.0);
        job.break_on_newline = false;
        let mut from = span.start();
        for (index, part) in parts.iter().enumerate() {
            let to = parts.get(index + 1).map_or(span.end(), |next| next.span.start());
            push_part(&mut job, span.start(), Span::new(from, to), (part.kind, bold), style);
            from = to;
        }
        let galley = ui.painter().layout_job(job);
        let places = Places::of(ui, &galley);
        Self { galley, start: span.start(), indent, has_bullet, places }
    }

    /// Whether places of single characters can be trusted. Not so in scripts written from right to
    /// left.
    pub(super) const fn has_exact_places(&self) -> bool {
        self.places.are_exact()
    }

    /// How high it stands.
    pub(super) fn height(&self) -> f32 {
        self.galley.size().y
    }

    /// The rectangles that `span` of the article covers, one a row, relative to the block.
    pub(super) fn row_rects(&self, span: Span) -> Vec<Rect> {
        let start = self.places.glyph_from_byte(span.start().saturating_sub(self.start));
        let end = self.places.glyph_after_byte(span.end().saturating_sub(self.start));
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
        self.start + self.places.byte_from_glyph(cursor.index.0)
    }

    /// Where the row of byte `offset` begins below the block's top.
    pub(super) fn row_top(&self, offset: usize) -> f32 {
        let glyph = self.places.glyph_from_byte(offset.saturating_sub(self.start));
        let mut first = 0;
        for row in &self.galley.rows {
            first += row.char_count_excluding_newline().0 + usize::from(row.ends_with_newline);
            if glyph < first {
                return row.pos.y;
            }
        }
        self.galley.rows.last().map_or(0.0, |row| row.pos.y)
    }
}

/// Adds the stretch of one part to the job of a block that begins at `start`, its bold words apart.
fn push_part(
    job: &mut LayoutJob,
    start: usize,
    stretch: Span,
    (kind, bold): (PartKind, &[Span]),
    style: &LayoutStyle,
) {
    let usual = face(kind, style);
    let strong = TextFormat {
        font_id: serif_bold(usual.font_id.size),
        color: style.theme.ink,
        ..usual.clone()
    };
    let mut at = stretch.start();
    for span in bold.iter().filter_map(|span| span.intersection(stretch)) {
        push_section(job, start, Span::new(at, span.start().max(at)), &usual);
        push_section(job, start, Span::new(span.start().max(at), span.end()), &strong);
        at = span.end();
    }
    push_section(job, start, Span::new(at, stretch.end()), &usual);
}

fn push_section(job: &mut LayoutJob, start: usize, stretch: Span, format: &TextFormat) {
    if stretch.is_empty() {
        return;
    }
    let byte_range = (stretch.start() - start).into()..(stretch.end() - start).into();
    job.sections.push(eframe::egui::text::LayoutSection {
        leading_space: 0.0,
        byte_range,
        format: format.clone(),
    });
}

/// Face, colour and line of a kind of part.
fn face(kind: PartKind, style: &LayoutStyle) -> TextFormat {
    let (size, line, theme) = (style.size, style.line_height(), &style.theme);
    let (font_id, color, line): (FontId, Color32, f32) = match kind {
        PartKind::Headline => (serif_bold(size * 1.25), theme.ink, (line * 1.15).round()),
        PartKind::Subhead => (serif_bold(size * 1.05), theme.ink, line),
        PartKind::Dateline => (serif(size), theme.muted, line),
        PartKind::Paragraph | PartKind::ListItem => (serif(size), theme.ink, line),
        PartKind::Caption => (serif_italic(size * 0.92), theme.muted, line),
        PartKind::Byline | PartKind::Boilerplate => {
            (plain(SIZE_SMALL.max(size * 0.8)), theme.muted, (line * 0.78).round())
        }
    };
    TextFormat { font_id, color, line_height: Some(line), ..TextFormat::default() }
}

//! The strip beside a column that shows where its passages stand, and scrolls it.

use std::sync::Arc;

use eframe::egui::{
    CornerRadius, Id, Mesh, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::highlight::{Highlight, Highlights};
use super::scroll::Scroll;
use crate::app::theme::Theme;
use crate::app::words;
use crate::text::Span;

/// How wide the strip is.
pub(super) const WIDTH: f32 = 8.0;
/// A strip is no lower, nor is the frame in it that stands for the view.
const LEAST: f32 = 16.0;
/// The strip shows no more ticks than this many in its height.
const TICK: f32 = 3.0;

/// The ticks of a strip as one mesh, kept until something about them changes.
#[derive(Default)]
pub(super) struct Ticks {
    made_of: Option<(Rect, Theme, (u64, u64))>,
    mesh: Arc<Mesh>,
}

/// What a strip shows.
#[derive(Clone, Copy)]
pub(super) struct MinimapInput<'a> {
    pub(super) highlights: &'a Highlights,
    /// Passages of the chosen claim.
    pub(super) chosen: &'a [Span],
    /// What was looked for.
    pub(super) found: &'a [Span],
    /// The length of the article, which the whole strip stands for.
    pub(super) length: usize,
    /// Other numbers when passages or matches are others.
    pub(super) state: (u64, u64),
}

/// Draws the strip into `strip`; pressing it moves `scroll`.
pub(super) fn minimap_ui(
    ui: &Ui,
    id: Id,
    strip: Rect,
    (scroll, ticks): (&mut Scroll, &mut Ticks),
    input: MinimapInput<'_>,
) {
    if strip.height() < LEAST {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(strip.expand2(vec2(3.0, 0.0)), id, Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, words::articles().minimap));
    if let Some(pointer) = response.interact_pointer_pos() {
        scroll.go_to_share((pointer.y - strip.top()) / strip.height(), strip.height());
    }
    let painter = ui.painter();
    painter.rect_filled(strip, CornerRadius::same(3), theme.background);
    painter.add(Shape::mesh(ticks.mesh(strip, &theme, &input)));
    for span in input.chosen {
        let tick = tick(strip, span.start(), input.length).expand2(vec2(3.0, 0.5));
        painter.rect_filled(tick, CornerRadius::same(1), theme.accent);
    }
    let total = scroll.total().max(1.0);
    let height = (strip.height() * strip.height() / total).clamp(LEAST, strip.height());
    let top = strip.top() + (scroll.offset() / total).clamp(0.0, 1.0) * strip.height();
    let top = top.min(strip.bottom() - height);
    let frame = Rect::from_min_size(pos2(strip.left() - 2.0, top), vec2(WIDTH + 4.0, height));
    let is_near = response.hovered() || response.dragged();
    let line = if is_near { theme.accent } else { theme.muted };
    if height < strip.height() {
        let stroke = Stroke::new(1.0, line);
        painter.rect_stroke(frame, CornerRadius::same(3), stroke, StrokeKind::Inside);
    }
}

fn tick(strip: Rect, byte: usize, length: usize) -> Rect {
    let share = byte as f32 / length.max(1) as f32;
    let y = (strip.top() + share * (strip.height() - TICK)).round();
    Rect::from_min_size(pos2(strip.left(), y), vec2(WIDTH, TICK - 1.0))
}

impl Ticks {
    fn mesh(&mut self, strip: Rect, theme: &Theme, input: &MinimapInput<'_>) -> Arc<Mesh> {
        let made_of = Some((strip, *theme, input.state));
        if self.made_of != made_of {
            self.made_of = made_of;
            self.mesh = Arc::new(draw(strip, theme, input));
        }
        Arc::clone(&self.mesh)
    }
}

/// One tick for the passages of a tag that would lie on one another.
fn draw(strip: Rect, theme: &Theme, input: &MinimapInput<'_>) -> Mesh {
    let mut mesh = Mesh::default();
    let mut last: Option<(f32, &Highlight)> = None;
    for highlight in input.highlights.all() {
        let tick = tick(strip, highlight.span.start(), input.length);
        let is_told =
            |(y, other): (f32, &Highlight)| tick.top() - y < TICK && other.tag == highlight.tag;
        if !last.is_some_and(is_told) {
            last = Some((tick.top(), highlight));
            mesh.add_colored_rect(tick, theme.tag(highlight.tag).mark);
        }
    }
    let mut last = f32::NEG_INFINITY;
    for found in input.found {
        let tick = tick(strip, found.start(), input.length);
        if tick.top() > last {
            last = tick.top();
            let beside = tick.with_max_x(tick.left()).expand2(vec2(2.0, 0.0));
            mesh.add_colored_rect(beside, theme.ink);
        }
    }
    mesh
}

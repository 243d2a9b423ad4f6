//! The strip beside a column that shows where its passages stand, and scrolls it.

use std::ops::Range;

use eframe::egui::{
    CornerRadius, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::highlight::Highlights;
use super::scroll::Scroll;
use crate::app::theme::Theme;
use crate::model::ClaimId;

/// How wide the strip is.
pub(super) const WIDTH: f32 = 8.0;
/// The strip shows no more ticks than this many in its height.
const TICK: f32 = 3.0;

/// Draws the strip into `strip`; pressing it moves `scroll`. `bytes` is the stretch of the article
/// that the whole strip stands for.
pub(super) fn minimap_ui(
    ui: &Ui,
    id: Id,
    strip: Rect,
    scroll: &mut Scroll,
    (highlights, bytes): (&Highlights, Range<usize>),
    chosen: Option<ClaimId>,
) {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(strip.expand2(vec2(3.0, 0.0)), id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Where the passages stand"));
    if let Some(pointer) = response.interact_pointer_pos() {
        scroll.go_to_share((pointer.y - strip.top()) / strip.height(), strip.height());
    }
    let painter = ui.painter();
    painter.rect_filled(strip, CornerRadius::same(3), theme.background);
    let length = (bytes.end - bytes.start).max(1) as f32;
    let y_of = |byte: usize| {
        strip.top() + byte.saturating_sub(bytes.start) as f32 / length * (strip.height() - TICK)
    };
    let mut last: Option<(f32, _)> = None;
    for highlight in highlights.all() {
        let y = y_of(highlight.span.start()).round();
        let is_chosen = Some(highlight.claim) == chosen;
        if !is_chosen && last.is_some_and(|(at, tag)| y - at < TICK && tag == highlight.tag) {
            continue;
        }
        last = Some((y, highlight.tag));
        let reach = if is_chosen { 3.0 } else { 0.0 };
        let tick = Rect::from_min_size(
            pos2(strip.left() - reach, y),
            vec2(WIDTH + 2.0 * reach, TICK - 1.0),
        );
        let colour = if is_chosen { theme.accent } else { theme.tag(highlight.tag).mark };
        painter.rect_filled(tick, CornerRadius::same(1), colour);
    }
    let total = scroll.total().max(1.0);
    let top = strip.top() + (scroll.offset() / total).clamp(0.0, 1.0) * strip.height();
    let height = (strip.height() * strip.height() / total).clamp(16.0, strip.height());
    let frame = Rect::from_min_size(
        pos2(strip.left() - 1.0, top.min(strip.bottom() - height)),
        vec2(WIDTH + 2.0, height),
    );
    let line = if response.hovered() || response.dragged() { theme.accent } else { theme.muted };
    if height < strip.height() {
        painter.rect_stroke(
            frame,
            CornerRadius::same(3),
            Stroke::new(1.0, line),
            StrokeKind::Inside,
        );
    }
}

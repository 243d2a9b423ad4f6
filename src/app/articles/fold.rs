//! The line that stands for a run of boilerplate.

use eframe::egui::{
    Color32, CursorIcon, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, text, vec2,
};

use super::block::Block;
use super::paint::ColumnInput;
use crate::app::action::Action;
use crate::app::theme::{SIZE_SMALL, plain};
use crate::app::words;

/// Height of the line, gap below it included.
pub(super) const HEIGHT: f32 = 38.0;

/// Draws the line of a fold.
pub(super) fn fold_ui(
    ui: &Ui,
    block: &Block,
    (place, width): (Pos2, f32),
    input: &ColumnInput<'_>,
    actions: &mut Vec<Action>,
) {
    let Block::Fold { parts, is_open, words } = block else { return };
    let rect = Rect::from_min_size(place, vec2(width, HEIGHT - 10.0));
    let id = ui.scope_id().with(("fold", input.article.id, parts.start));
    let response = ui.interact(rect, id, Sense::click());
    let text = label(words, parts.len(), *is_open);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, words::fill(words::articles().page_only, &[&text]))
    });
    let theme = &input.theme;
    let is_near = response.hovered() || response.has_focus();
    let line = Stroke::new(1.0, if is_near { theme.muted } else { theme.hairline });
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    ui.painter().extend(Shape::dashed_line(&corners, line, 4.0, 3.0));
    triangle(ui, pos2(rect.left() + 11.0, rect.center().y), *is_open, theme.muted);
    let mut job = text::LayoutJob::simple_singleline(text, plain(SIZE_SMALL), theme.muted);
    job.wrap = text::TextWrapping::truncate_at_width(width - 30.0);
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left() + 22.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme.muted);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.on_hover_text(words::articles().page_only_hint).clicked() {
        actions.push(Action::ToggleFold(input.article.id, parts.start));
    }
}

fn label(words: &str, count: usize, is_open: bool) -> String {
    let own = words::articles();
    let lines = words::counted(count, own.one_line, own.many_lines);
    let state = if is_open { own.open } else { own.folded };
    format!("{words} · {lines} {state}")
}

fn triangle(ui: &Ui, centre: Pos2, is_open: bool, colour: Color32) {
    let points = if is_open {
        [vec2(-4.0, -2.0), vec2(4.0, -2.0), vec2(0.0, 3.0)]
    } else {
        [vec2(-2.0, -4.0), vec2(3.0, 0.0), vec2(-2.0, 4.0)]
    };
    let points = points.map(|by| centre + by).to_vec();
    ui.painter().add(Shape::convex_polygon(points, colour, Stroke::NONE));
}

//! How far the columns are scrolled sideways, and the bar that does it.

use eframe::egui::{CornerRadius, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::{Motion, Theme, motion};
use crate::app::words;

/// How high the bar is.
pub(super) const BAR: f32 = 10.0;
/// How fast the columns glide to where they are to be, per second.
const SPEED: f32 = 16.0;

/// The columns' place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sideways {
    /// Where they are.
    pub(super) now: f32,
    /// Where they are on the way to.
    pub(super) target: f32,
}

impl Sideways {
    /// Moves the columns on; they may be scrolled by `most`.
    pub(super) fn settle(&mut self, ui: &Ui, board: Rect, most: f32) {
        if ui.rect_contains_pointer(board) {
            let by = ui.input(|input| input.smooth_scroll_delta().x);
            if by != 0.0 {
                self.target = self.now - by;
                self.now = self.target;
            }
        }
        self.target = self.target.clamp(0.0, most);
        self.now = self.now.clamp(0.0, most);
        let way = self.target - self.now;
        if motion(ui.ctx()) == Motion::Reduced || way.abs() < 1.0 {
            self.now = self.target;
        } else {
            let step = ui.input(|input| input.stable_dt).min(0.1);
            self.now += way * (1.0 - (-SPEED * step).exp());
            ui.ctx().request_repaint();
        }
    }

    /// Draws the bar at the foot of `board`; the columns take `width`, of which `view` is seen.
    pub(super) fn bar_ui(&mut self, ui: &Ui, board: Rect, (view, width): (f32, f32)) {
        if width <= view {
            return;
        }
        let theme = Theme::of(ui.ctx());
        let bar = Rect::from_min_max(pos2(board.right() - view, board.bottom() - BAR), board.max);
        let response = ui.interact(bar, ui.scope_id().with("sideways"), Sense::CLICK | Sense::DRAG);
        response
            .widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, words::articles().sideways));
        let length = (bar.width() * view / width).max(30.0);
        if let Some(pointer) = response.interact_pointer_pos() {
            let share = (pointer.x - bar.left() - length / 2.0) / (bar.width() - length).max(1.0);
            self.target = share.clamp(0.0, 1.0) * (width - view);
            self.now = self.target;
        }
        let share = self.now / (width - view);
        let left = bar.left() + share * (bar.width() - length);
        let thumb =
            Rect::from_min_size(pos2(left, bar.top()), vec2(length, BAR)).shrink2(vec2(2.0, 3.0));
        let is_near = response.hovered() || response.dragged();
        ui.painter().rect_filled(bar, CornerRadius::ZERO, theme.panel);
        let colour = if is_near { theme.accent } else { theme.muted };
        ui.painter().rect_filled(thumb, CornerRadius::same(2), colour);
    }
}

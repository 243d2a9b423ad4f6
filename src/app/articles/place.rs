//! Where the pieces of a column stand on screen.

use eframe::egui::{Rect, pos2, vec2};

use super::arrangement::{Slot, SlotKind};
use super::{header, minimap};

/// Between a column's edge and its text.
pub(super) const MARGIN: f32 = 14.0;

/// Where the pieces of a column stand.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) slot: Slot,
    /// All of it.
    pub(super) whole: Rect,
    /// What of the board it may draw on.
    pub(super) clip: Rect,
    pub(super) header: Rect,
    /// Room for the text, which is narrower where lines would be too long to read.
    pub(super) text: Rect,
    pub(super) minimap: Rect,
}

impl Place {
    /// The places of a slot on `board`, whose unpinned columns begin after `pinned` points and are
    /// scrolled by `sideways`.
    pub(super) fn new(board: Rect, slot: Slot, pinned: f32, sideways: f32) -> Self {
        let (from, clip) = match slot.kind {
            SlotKind::Pinned => (board.left(), board),
            _ => {
                let left = board.left() + pinned;
                (left - sideways, board.with_min_x(left.min(board.right())))
            }
        };
        let whole =
            Rect::from_min_size(pos2(from + slot.x, board.top()), vec2(slot.width, board.height()));
        let right = whole.right() - MARGIN - minimap::WIDTH - 6.0;
        let top = whole.top() + header::HEIGHT;
        Self {
            slot,
            whole,
            clip,
            header: Rect::from_min_max(
                pos2(whole.left() + MARGIN, whole.top()),
                pos2(whole.right() - 8.0, top),
            ),
            text: Rect::from_min_max(
                pos2(whole.left() + MARGIN, top + 10.0),
                pos2(right, whole.bottom()),
            ),
            minimap: Rect::from_min_max(
                pos2(whole.right() - minimap::WIDTH - 6.0, top + 8.0),
                pos2(whole.right() - 6.0, whole.bottom() - 8.0),
            ),
        }
    }

    /// Whether it has a column, and any of that is to be seen.
    pub(super) fn is_in_view(&self) -> bool {
        self.slot.kind != SlotKind::Stub && self.whole.intersect(self.clip).width() > 1.0
    }

    /// Whether it has a column that scrolls sideways.
    pub(super) fn is_scrolled_column(&self) -> bool {
        self.slot.kind == SlotKind::Column
    }

    /// How much of the scrolled part is in view.
    pub(super) fn scrolled_view(&self) -> f32 {
        self.clip.width()
    }

    /// The room for text that is `width` wide, in the middle of a wide column.
    pub(super) fn text_of_width(&self, width: f32) -> Rect {
        let spare = ((self.text.width() - width) / 2.0).max(0.0).floor();
        Rect::from_min_size(
            self.text.min + vec2(spare, 0.0),
            vec2(width.min(self.text.width()), self.text.height()),
        )
    }
}

//! Where the pieces of a column stand on screen.

use eframe::egui::{Rect, pos2, vec2};

use super::arrangement::{Slot, SlotKind};
use super::{header, minimap};

/// Between a column's edge and its text.
pub(super) const MARGIN: f32 = 14.0;
/// What stands to the right of the text.
const BESIDE_TEXT: f32 = MARGIN + minimap::WIDTH + 6.0;

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
        let right = whole.right() - BESIDE_TEXT;
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

    /// The width of the room for the text. It is the slot's, not the difference of two places on screen,
    /// which is another by a hair wherever the column stands: text would be laid out anew as it glides.
    pub(super) fn room(&self) -> f32 {
        self.slot.width - MARGIN - BESIDE_TEXT
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
        let spare = ((self.room() - width) / 2.0).max(0.0).floor();
        Rect::from_min_size(
            self.text.min + vec2(spare, 0.0),
            vec2(width.min(self.room()), self.text.height()),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ArticleId;

    #[test]
    fn text_has_the_same_room_wherever_its_column_glides() {
        let board = Rect::from_min_size(pos2(310.0, 90.0), vec2(950.0, 880.0));
        let kind = SlotKind::Column;
        let slot = Slot { article: ArticleId(1), number: 1, x: 630.0, width: 210.0, kind };
        let places = (0..400_u16).map(|step| Place::new(board, slot, 0.0, f32::from(step) * 0.37));
        let (mut rooms, drawn): (Vec<_>, Vec<_>) =
            places.map(|place| (place.room().to_bits(), place.text.width())).unzip();
        rooms.dedup();
        assert_eq!(rooms, [168.0_f32.to_bits()]);
        assert!(drawn.iter().all(|width| (width - 168.0).abs() < 0.01));
    }
}

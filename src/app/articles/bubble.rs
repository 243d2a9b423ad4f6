//! What can be done with selected text, beside the selection.

use eframe::egui::{Area, Button, Frame, Id, Margin, Order, Rect, Ui, pos2};

use crate::app::action::Action;
use crate::app::command::Command;
use crate::app::words;

/// About how large the bubble is.
const HEIGHT: f32 = 36.0;
const WIDTH: f32 = 410.0;

/// Draws the bubble below `row`, the last row of the selection, within `board`.
pub(super) fn bubble_ui(
    ui: &Ui,
    row: Rect,
    board: Rect,
    has_claim: bool,
    actions: &mut Vec<Action>,
) {
    let below = row.bottom() + 6.0;
    let y = if below + HEIGHT > board.bottom() { row.top() - HEIGHT - 6.0 } else { below };
    let x = row.left().min(board.right() - WIDTH - 8.0).max(board.left() + 4.0);
    let area = Area::new(Id::unique("selection")).order(Order::Middle).fixed_pos(pos2(x, y));
    let words = words::articles();
    area.constrain(true).show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).inner_margin(Margin::same(4)).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let commands = [
                    (words.new_claim, Command::NewClaim, true),
                    (words.add_to_claim, Command::AddToClaim, has_claim),
                    (words.set_bounds, Command::SetBounds, has_claim),
                    (words.find_in_others, Command::FindSelection, true),
                    (words.copy, Command::Copy, true),
                ];
                for (name, command, is_enabled) in commands {
                    let button = Button::new(name).frame_when_inactive(false);
                    let hint = format!("{} ({})", command.entry().name(), command.keys_text());
                    if ui.add_enabled(is_enabled, button).on_hover_text(hint).clicked() {
                        actions.push(Action::Command(command));
                    }
                }
            });
        });
    });
}

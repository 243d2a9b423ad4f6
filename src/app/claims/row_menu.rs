//! The menu of a claim in the list, by the second button of the mouse or by its key.

use eframe::egui::{Popup, Response, SetOpenCommand, Ui};

use crate::app::action::Action;
use crate::app::command::{Command, Situation};
use crate::app::menu::{entry_ui, lay_out_menu};

/// What the menu offers, in groups.
const GROUPS: [&[Command]; 3] = [
    &[
        Command::TagAgreed,
        Command::TagDisputed,
        Command::TagUnique,
        Command::AcceptSuggestion,
        Command::ClearTag,
    ],
    &[Command::WriteNote, Command::AddLabel, Command::AddEvidence],
    &[Command::MergeClaims, Command::CopySummary],
];

/// What opens the menu.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opens {
    /// The second button of the mouse, if it was pressed.
    ByPointer,
    /// A key that was pressed.
    Now,
}

/// The menu of a row: at the pointer that opened it, or below the row where a key did.
pub(super) fn row_menu(row: &Response, opens: Opens) -> Popup<'_> {
    let id = Popup::default_response_id(row);
    let is_at_pointer = Popup::position_of_id(&row.ctx, id).is_some();
    if opens == Opens::ByPointer && (row.secondary_clicked() || is_at_pointer) {
        return Popup::context_menu(row);
    }
    let open = (opens == Opens::Now).then_some(SetOpenCommand::Bool(true));
    Popup::menu(row).open_memory(open)
}

/// Draws what the menu offers.
pub(super) fn row_menu_ui(ui: &mut Ui, situation: &Situation, actions: &mut Vec<Action>) {
    lay_out_menu(ui);
    for (index, group) in GROUPS.iter().enumerate() {
        if index > 0 {
            ui.separator();
        }
        for command in *group {
            entry_ui(ui, *command, command.entry().name(), situation, actions);
        }
    }
}

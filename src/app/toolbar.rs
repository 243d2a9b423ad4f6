//! The buttons below the menu bar.

use eframe::egui::{Align, Button, Layout, Ui};

use super::action::Action;
use super::command::Command;
use super::dialog::primary;
use super::workbench::Workbench;

/// Draws the toolbar.
pub(crate) fn toolbar_ui(ui: &mut Ui, bench: &Workbench, actions: &mut Vec<Action>) {
    let situation = bench.situation();
    let mut button_ui = |ui: &mut Ui, button: Button<'_>, command: Command| {
        let is_enabled = situation.meets(command.entry().needs);
        let response = ui.add_enabled(is_enabled, button).on_hover_text(hint(command));
        if response.clicked() {
            actions.push(Action::Command(command));
        }
    };
    ui.horizontal(|ui| {
        button_ui(ui, Button::new("+ Add articles…"), Command::AddArticles);
        button_ui(ui, Button::new("Find claims"), Command::FindClaims);
        ui.separator();
        button_ui(ui, Button::new("New claim from selection"), Command::NewClaim);
        button_ui(ui, Button::new("Add to claim"), Command::AddToClaim);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let export = primary(ui, "Export summary…");
            button_ui(ui, export, Command::ExportSummary);
            button_ui(ui, Button::new("Redo"), Command::Redo);
            button_ui(ui, Button::new("Undo"), Command::Undo);
        });
    });
}

fn hint(command: Command) -> String {
    let keys = command.keys_text();
    let name = command.entry().name.trim_end_matches('…');
    if keys.is_empty() { name.to_owned() } else { format!("{name} ({keys})") }
}

//! The buttons below the menu bar.

use eframe::egui::{Align, Button, Layout, Ui};

use super::action::Action;
use super::command::Command;
use super::dialog::primary;
use super::words;
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
        button_ui(
            ui,
            Button::new(format!("+ {}", Command::AddArticles.entry().name())),
            Command::AddArticles,
        );
        button_ui(ui, Button::new(Command::FindClaims.entry().name()), Command::FindClaims);
        ui.separator();
        button_ui(ui, Button::new(Command::NewClaim.entry().name()), Command::NewClaim);
        button_ui(ui, Button::new(words::shell().add_to_claim), Command::AddToClaim);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let export = primary(ui, Command::ExportSummary.entry().name());
            button_ui(ui, export, Command::ExportSummary);
            button_ui(ui, Button::new(Command::Redo.entry().name()), Command::Redo);
            button_ui(ui, Button::new(Command::Undo.entry().name()), Command::Undo);
        });
    });
}

fn hint(command: Command) -> String {
    let keys = command.keys_text();
    let name = command.entry().plain_name();
    if keys.is_empty() { name.to_owned() } else { format!("{name} ({keys})") }
}

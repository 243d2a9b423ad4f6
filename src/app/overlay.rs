//! What stands in front of the window besides questions: the palette and the settings.

use eframe::egui::Context;

use super::action::Action;
use super::palette::{Palette, PaletteInput, palette_ui};
use super::settings_dialog::{SettingsDialog, settings_ui};
use super::workbench::Workbench;
use crate::session::Session;

/// What stands in front of the window.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Overlay {
    Palette(Palette),
    Settings(SettingsDialog),
}

/// Draws what stands in front of the window, if anything does.
pub(crate) fn overlay_ui(ctx: &Context, bench: &mut Workbench, actions: &mut Vec<Action>) {
    let situation = bench.situation();
    match &mut bench.overlay {
        Some(Overlay::Palette(palette)) => {
            let input = PaletteInput {
                project: bench.session.as_ref().map(Session::project),
                situation,
                recent: &bench.recent_commands,
            };
            palette_ui(ctx, palette, &input, actions);
        }
        Some(Overlay::Settings(dialog)) => settings_ui(ctx, dialog, &bench.settings, actions),
        None => {}
    }
}
